package read

import (
	"cmp"
	"math"
	"slices"
)

// printedItem is a line of running text or a table on a page.
type printedItem struct {
	page    int
	top     float64
	line    *printedLine // nil for a table
	lattice *lattice
	table   *docTable
}

// readPrinted turns pages into the only sheet of a document. A table, or a paragraph,
// that continues over several pages becomes one.
func readPrinted(pages []printedPage, b *budget) ([]Sheet, error) {
	if isScan(pages) {
		return nil, &ReadError{Kind: Scan}
	}
	if isIllegible(pages) {
		return nil, &ReadError{Kind: Scan, Reason: ReasonEncoding}
	}
	var all [][]printedItem
	for i := range pages {
		pages[i].makeUpright()
		items, err := pages[i].items(b)
		if err != nil {
			return nil, err
		}
		all = append(all, items)
	}
	return readDocument(joinPages(withoutMargins(all)), b)
}

// isScan reports whether the pages are pictures without text.
func isScan(pages []printedPage) bool {
	const much = 0.2 // of the page
	pictures := false
	for i := range pages {
		p := &pages[i]
		if slices.ContainsFunc(p.glyphs, func(g glyph) bool { return g.text != " " }) {
			return false
		}
		pictures = pictures || p.pictures > much*p.sheet.width()*p.sheet.height()
	}
	return pictures
}

// isIllegible reports whether much of the text is in fonts that do not tell which
// characters they show.
func isIllegible(pages []printedPage) bool {
	vague, all := 0, 0
	for i := range pages {
		for k := range pages[i].glyphs {
			if pages[i].glyphs[k].vague {
				vague++
			}
			all++
		}
	}
	return all > 0 && 5*vague > all
}

// items returns the content of a page in reading order.
func (p *printedPage) items(b *budget) ([]printedItem, error) {
	lattices, lone := latticesOf(p.rules)
	p.strikeOut(lone)
	p.setSpots()
	within := make([][]glyph, len(lattices))
	var free []glyph
	for _, g := range p.glyphs {
		inner := innermost(lattices, g.spot, 0)
		if inner < 0 {
			inner = innermost(lattices, g.spot, g.size) // text that extends beyond the side of a table
		}
		if inner < 0 {
			free = append(free, g)
			continue
		}
		within[inner] = append(within[inner], g)
	}
	var items []printedItem
	for k, t := range lattices {
		if err := b.takeCells(2 * (len(t.ys) + len(t.xs))); err != nil {
			return nil, err
		}
		if len(within[k]) > 0 {
			items = append(items, printedItem{page: p.number, top: t.ys[0], lattice: t, table: t.table(within[k], p.number)})
		}
	}
	for _, l := range linesOf(free) {
		items = append(items, printedItem{page: p.number, top: l.y, line: &l})
	}
	slices.SortStableFunc(items, func(a, b printedItem) int { return cmp.Compare(a.top, b.top) })
	return items, b.takeText(len(p.glyphs))
}

// innermost returns the number of the smallest table around a point, or no further from it than
// beside, -1 if there is none.
func innermost(lattices []*lattice, at point, beside float64) int {
	inner := -1
	for k, t := range lattices {
		if t.contains(at, beside) && (inner < 0 || t.isInside(lattices[inner])) {
			inner = k
		}
	}
	return inner
}

// isInside reports whether a table lies within another one.
func (t *lattice) isInside(o *lattice) bool {
	return t.xs[0] >= o.xs[0] && t.xs[len(t.xs)-1] <= o.xs[len(o.xs)-1] && t.ys[0] >= o.ys[0] && t.ys[len(t.ys)-1] <= o.ys[len(o.ys)-1]
}

// joinPages puts the pages together into the blocks of a document.
func joinPages(pages [][]printedItem) []block {
	var all []printedItem
	for _, items := range pages {
		for n := len(all); n > 0 && len(items) > 0 && all[n-1].table != nil; {
			skipped := 0
			for skipped < len(items) && items[skipped].isFurniture(all[n-1].table) {
				skipped++
			}
			if skipped < len(items) && all[n-1].goesOn(&items[skipped]) {
				all[n-1].append(&items[skipped])
				items = items[skipped+1:]
			}
			break
		}
		all = append(all, items...)
	}
	return blocksOf(gapTables(all))
}

// blocksOf joins the lines between the tables to paragraphs.
func blocksOf(items []printedItem) []block {
	margin := marginsOf(items)
	var blocks []block
	for i := range items {
		it := &items[i]
		if it.table != nil {
			blocks = append(blocks, block{table: it.table})
			continue
		}
		text := it.line.text()
		if i > 0 && items[i-1].table == nil && margin.goesOn(items[i-1].line, it.line) && !beginsSection(text) {
			last := &blocks[len(blocks)-1]
			last.text = withSpace(last.text, text)
			continue
		}
		blocks = append(blocks, block{text: text, page: it.page})
	}
	return blocks
}

// goesOn reports whether the table at the top of the next page continues the one at the
// end of this page: they are equally wide.
func (it *printedItem) goesOn(next *printedItem) bool {
	const slack = 4
	if next.table == nil {
		return false
	}
	a, b := it.lattice.xs, next.lattice.xs
	return math.Abs((a[len(a)-1]-a[0])-(b[len(b)-1]-b[0])) <= slack
}
