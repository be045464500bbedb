package importer

import (
	"slices"
	"sort"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// draft is a report under construction: tables that belong together and the texts around
// them.
type draft struct {
	sheets    []*read.Sheet
	fragments []*fragment
	clues     []clue // its own clues: titles and sheet names
	passages  []form.Passage
	remarks   []form.Remark
	questions []Question
	numbers   *keyNumbers
	has       []bool // by key number
}

// page is a sheet, or one of its parts side by side, with its tables and the texts around them.
// Printed pages are another matter: see locate_pages.go.
type page struct {
	sheet *read.Sheet
	words *vocabulary
	found locatedSheet
	texts []sheetText
	// unread are questions about rows that no table has, to be put with its last summary.
	unread []Question
	// foreign are the summaries of other work that were dropped.
	foreign []*summary
}

func newPage(s *read.Sheet, words *vocabulary) *page {
	s = joinPages(s, words)
	p := &page{sheet: s, words: words, found: locate(s, words)}
	sort.SliceStable(p.found.fragments, func(i, j int) bool {
		a, b := p.found.fragments[i], p.found.fragments[j]
		return a.top < b.top || a.top == b.top && a.left < b.left
	})
	p.texts = textsOf(s, words)
	return p
}

// textsOf returns the texts of a sheet that are not labels of the form: titles, blanks
// to fill in, paragraphs.
func textsOf(s *read.Sheet, words *vocabulary) []sheetText {
	var texts []sheetText
	for i := range s.Rows {
		cells := s.Rows[i].Cells
		isFirst, isBegun := false, false
		for j := range cells {
			c := &cells[j]
			if isFirst = !isBegun; !c.Covered && !read.IsBlank(c.Text) {
				isBegun = true
			}
			if c.Covered || c.Kind != read.TextCell || len(c.Text) < 4 && yearCell(c.Text) == 0 {
				continue
			}
			if !mayBeSheetText(c.Text) || len(words.lookUp(c.Text).terms) > 0 || j > 0 && isPublisherLabel(cells[j-1].Text) {
				continue
			}
			n := sheetText{isFirst: isFirst, row: i, col: j, text: c.Text, running: s.Rows[i].Paragraph, words: words}
			for k := j + 1; k < len(cells); k++ {
				if !cells[k].Covered && !read.IsBlank(cells[k].Text) {
					n.next = cells[k].Text
					break
				}
			}
			texts = append(texts, n)
		}
		if len(texts) > maxTexts {
			break
		}
	}
	return texts
}

func mayBeSheetText(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return true
		}
	}
	return yearCell(text) != 0
}

// drafts splits a page into its reports. A table that occurs a second time
// begins another report, and so does a title with a different body or year.
func (p *page) drafts() []*draft {
	var all []*draft
	current := p.newDraft()
	used, common := 0, []*sheetText(nil)
	for i, f := range p.found.fragments {
		titles := p.titlesBetween(used, f)
		if len(current.fragments) > 0 && (!f.continued && current.repeats(f) || current.isOther(titles) && !overlapsNone(p.found.fragments[i:], current)) {
			if hasSeal(titles) && !hasSeal(common) { // it stands below the tables, as that of the form above
				titles = current.takeSeals(titles)
			}
			all = append(all, current)
			current = p.newDraft()
			if !hasTitle(titles) { // one title stands above all forms
				for _, n := range common {
					if n.isTitle() && !hasSeal([]*sheetText{n}) {
						titles = append(titles, n)
					}
				}
			}
		}
		if i == 0 {
			common = titles
		}
		for _, n := range titles {
			current.clues = append(current.clues, n.clues()...)
		}
		used = f.top
		current.add(f)
	}
	if len(current.fragments) > 0 {
		current.clues = append(current.clues, p.sealsBelow(used)...)
		all = append(all, current)
	}
	p.assignPassages(all)
	return all
}

// takeSeals gives the draft the lines with the seal among some texts, and returns the others.
func (d *draft) takeSeals(texts []*sheetText) (rest []*sheetText) {
	for _, n := range texts {
		if hasSeal([]*sheetText{n}) && !n.isTitle() {
			d.clues = append(d.clues, n.clues()...)
		} else {
			rest = append(rest, n)
		}
	}
	return rest
}

func hasSeal(texts []*sheetText) bool {
	return slices.ContainsFunc(texts, func(n *sheetText) bool {
		return slices.ContainsFunc(n.clues(), func(c clue) bool { return c.sealed })
	})
}

// hasTitle reports whether a title, or a year, is among some texts.
func hasTitle(texts []*sheetText) bool {
	return slices.ContainsFunc(texts, func(n *sheetText) bool {
		return n.isTitle() && len(n.clues()) > 0 || slices.ContainsFunc(n.clues(), func(c clue) bool { return c.year != 0 })
	})
}

func (p *page) newDraft() *draft {
	return &draft{sheets: []*read.Sheet{p.sheet}, numbers: p.words.numbers, has: make([]bool, len(p.words.numbers.keys))}
}

// titlesBetween returns the texts from one row down to a fragment.
func (p *page) titlesBetween(from int, f *fragment) []*sheetText {
	var between []*sheetText
	for i := range p.texts {
		if n := &p.texts[i]; n.row >= from && n.row < f.top {
			between = append(between, n)
		}
	}
	return between
}

// sealsBelow returns the bodies in the blanks below a row, since the line with the seal
// can also stand below the tables.
func (p *page) sealsBelow(row int) []clue {
	var seals []clue
	for i := range p.texts {
		if n := &p.texts[i]; n.row >= row && !n.running {
			for _, c := range n.clues() {
				if c.sealed {
					seals = append(seals, c)
				}
			}
		}
	}
	return seals
}

// add takes a fragment into the draft.
func (d *draft) add(f *fragment) {
	d.fragments = append(d.fragments, f)
	for i := range f.figures {
		d.has[f.figures[i].number] = true
	}
}

// repeats reports whether the draft already has figures of a fragment.
func (d *draft) repeats(f *fragment) bool {
	for i := range f.figures {
		if d.has[f.figures[i].number] {
			return true
		}
	}
	return false
}

// isOther reports whether titles name a different body or year.
func (d *draft) isOther(titles []*sheetText) bool {
	var clues []clue
	for _, n := range titles {
		if n.isTitle() {
			clues = append(clues, n.clues()...)
		}
	}
	return len(clues) > 0 && !compatible(d.clues, clues)
}

// compatible reports whether two sets of clues can be about the same report.
func compatible(a, b []clue) bool {
	one, other := identify(a, nil), identify(b, nil)
	if one.body.unit != "" && other.body.unit != "" && one.body.unit != other.body.unit {
		return false
	}
	return one.year == 0 || other.year == 0 || one.year == other.year
}

// overlapsNone reports whether none of the fragments repeats the draft's
// tables, so that a title between them is just another heading of the same
// report.
func overlapsNone(rest []*fragment, d *draft) bool {
	if !d.isRunning() {
		return false
	}
	for _, f := range rest {
		if d.repeats(f) {
			return false
		}
	}
	return true
}

// isRunning reports whether the draft comes from a document, whose paragraphs may look
// like titles.
func (d *draft) isRunning() bool {
	for i := range d.sheets[0].Rows {
		if d.sheets[0].Rows[i].Paragraph {
			return true
		}
	}
	return false
}

// merge joins the drafts of sheets that together make one report: their tables differ,
// and nothing names different bodies or years.
func merge(pages []*page) []*draft {
	var all []*draft
	for _, p := range pages {
		own := p.drafts()
		names := cluesIn(p.sheet.Name, placeSheet, trustSheet)
		for i, d := range own {
			d.clues = append(d.clues, names...)
			if last := len(all) - 1; i == 0 && len(own) == 1 && last >= 0 && all[last].takes(d) {
				all[last].join(d)
				continue
			}
			all = append(all, d)
		}
	}
	return all
}

// takes reports whether a draft from another sheet continues this one.
func (d *draft) takes(next *draft) bool {
	for _, f := range next.fragments {
		if d.repeats(f) || d.sharesTable(f) {
			return false
		}
	}
	return compatible(d.clues, next.clues)
}

func (d *draft) sharesTable(f *fragment) bool {
	for _, own := range d.fragments {
		for table := range own.tables() {
			if f.tables()[table] && len(own.questions)+len(f.questions) > 0 {
				return true
			}
		}
	}
	return false
}

func (d *draft) join(next *draft) {
	d.sheets = append(d.sheets, next.sheets...)
	for _, f := range next.fragments {
		d.add(f)
	}
	d.clues = append(d.clues, next.clues...)
	d.passages = append(d.passages, next.passages...)
}
