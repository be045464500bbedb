package readtest

import "strings"

// PrintBlock is a paragraph, or a table, of a document to be printed.
type PrintBlock struct {
	Text  string
	Title bool // centred and larger
	Cells []PrintCell
	Head  int // rows that are repeated on each page
}

// PrintCell is a cell of a table; bounds count from 0 and are inclusive.
type PrintCell struct {
	Top, Left, Bottom, Right int
	Text                     string
}

// RuleShape is how a program draws the ruling lines of tables.
type RuleShape int

// The shapes of ruling lines.
const (
	StrokedLines  RuleShape = iota // a line for each side of each cell
	StrokedBoxes                   // a rectangle for each cell
	FilledBars                     // a thin filled rectangle for each side
	FilledDashes                   // many short ones
	OnePath                        // all lines of a page in one path
	OpenSides                      // no line left and right of the table
	DoubleLines                    // two lines beside each other
	NoRules                        // none at all
	lastRuleShape = NoRules
)

// RuleShapes returns all shapes in which the cells of a table are ruled.
func RuleShapes() []RuleShape {
	var all []RuleShape
	for s := range lastRuleShape {
		all = append(all, s)
	}
	return all
}

// RunShape is how a program cuts text into pieces.
type RunShape int

// The shapes of text.
const (
	WholeLines RunShape = iota
	SingleCharacters
	HalfLines
	TwiceForBold // every line is printed twice, a little apart
)

// PrintStyle is how a document is printed.
type PrintStyle struct {
	Rules     RuleShape
	Runs      RunShape
	Landscape bool
	Turned    bool // a landscape page printed as a portrait page with turned content
	Numbered  bool // a page number below, the name of the document above
	Continued bool // （续表） above the rest of a table
	Size      float64
}

// PrintedPage is a page as a list of what is on it, in points from the top left.
type PrintedPage struct {
	Width, Height float64
	Texts         []PrintedText
	Boxes         []PrintedBox // cells
	Lines         []PrintedBox // from left top to right bottom, of no table
}

// PrintedText is a line of text and where it begins; y is its baseline.
type PrintedText struct {
	X, Y, Size float64
	Text       string
}

// PrintedBox is a cell of a table.
type PrintedBox struct{ Left, Top, Right, Bottom float64 }

const (
	pageMargin = 56
	cellMargin = 2.5
	leading    = 1.3
)

// printing is a document being laid out on pages.
type printing struct {
	style PrintStyle
	pages []PrintedPage
	y     float64
	cut   map[PrintCell]int // lines that are printed of cells that a page break cut
}

// Print lays a document out on pages.
func Print(blocks []PrintBlock, style PrintStyle) []PrintedPage {
	if style.Size == 0 {
		style.Size = 9
	}
	p := &printing{style: style, cut: map[PrintCell]int{}}
	p.nextPage()
	for _, b := range blocks {
		if b.Cells != nil {
			p.table(&b)
		} else {
			p.paragraph(&b)
		}
	}
	return p.pages
}

func (p *printing) page() *PrintedPage { return &p.pages[len(p.pages)-1] }

func (p *printing) width() float64 { return p.page().Width - 2*pageMargin }

func (p *printing) bottom() float64 { return p.page().Height - pageMargin }

// nextPage begins a page.
func (p *printing) nextPage() {
	w, h := 595.3, 841.9
	if p.style.Landscape || p.style.Turned {
		w, h = h, w
	}
	p.pages = append(p.pages, PrintedPage{Width: w, Height: h})
	p.y = pageMargin
	if p.style.Numbered {
		p.text(pageMargin, pageMargin/2, 9, "政府信息公开工作年度报告汇编")
		p.text(w/2-12, h-pageMargin/2, 9, "— "+string(rune('0'+len(p.pages)))+" —")
	}
}

func (p *printing) text(x, y, size float64, text string) {
	if strings.TrimSpace(text) != "" {
		page := p.page()
		page.Texts = append(page.Texts, PrintedText{x, y, size, text})
	}
}

func (p *printing) paragraph(b *PrintBlock) {
	size := 10.5
	if b.Title {
		size = 16
	}
	text := b.Text
	if !b.Title {
		text = "　　" + text
	}
	for _, line := range Wrap(text, size, p.width()) {
		if p.y+leading*size > p.bottom() {
			p.nextPage()
		}
		p.y += leading * size
		x := float64(pageMargin)
		if b.Title {
			x += (p.width() - TextWidth(line, size)) / 2
		}
		for strings.HasPrefix(line, "　") {
			line = strings.TrimPrefix(line, "　")
			x += size
		}
		p.text(x, p.y, size, line)
	}
	p.y += 4
}

// Wrap breaks a text into lines of at most this width.
func Wrap(text string, size, width float64) []string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, c := range part {
			if line != "" && TextWidth(line+string(c), size) > width {
				lines = append(lines, line)
				line = ""
			}
			line += string(c)
		}
		lines = append(lines, line)
	}
	return lines
}

// TextWidth is the approximate width of a text.
func TextWidth(text string, size float64) float64 {
	width := 0.0
	for _, c := range text {
		if c < 0x2000 {
			width += 0.56 * size
		} else {
			width += size
		}
	}
	return width
}

// table prints a table, over as many pages as it takes.
func (p *printing) table(b *PrintBlock) {
	rows, columns := 0, 0
	for _, c := range b.Cells {
		rows, columns = max(rows, c.Bottom+1), max(columns, c.Right+1)
	}
	step := p.width() / float64(columns)
	heights := make([]float64, rows)
	for _, c := range b.Cells {
		lines := Wrap(c.Text, p.style.Size, float64(c.Right-c.Left+1)*step-2*cellMargin)
		each := (float64(len(lines))*leading*p.style.Size + 2*cellMargin) / float64(c.Bottom-c.Top+1)
		for i := c.Top; i <= c.Bottom; i++ {
			heights[i] = max(heights[i], each)
		}
	}
	p.y += 4
	for from := 0; from < rows; {
		to, room := from, p.bottom()-p.y
		for to < rows && heights[to] <= room {
			room -= heights[to]
			to++
		}
		if to > from {
			p.part(b, heights, from, to)
		}
		if from = to; from == rows {
			break
		}
		p.nextPage()
		if p.style.Continued {
			p.y += leading * p.style.Size
			p.text(pageMargin, p.y, p.style.Size, "（续表）")
			p.y += 4
		}
		if b.Head > 0 && from > b.Head {
			p.part(b, heights, 0, b.Head)
		}
	}
	p.y += 8
}

// part prints rows from to to of a table. If a page break cuts a cell, its text continues in
// the next part.
func (p *printing) part(b *PrintBlock, heights []float64, from, to int) {
	tops := []float64{p.y}
	for i := from; i < to; i++ {
		tops = append(tops, tops[len(tops)-1]+heights[i])
	}
	p.y = tops[len(tops)-1]
	columns := 0
	for _, c := range b.Cells {
		columns = max(columns, c.Right+1)
	}
	step := p.width() / float64(columns)
	for _, c := range b.Cells {
		if c.Bottom < from || c.Top >= to {
			continue
		}
		box := PrintedBox{
			Left: pageMargin + float64(c.Left)*step, Right: pageMargin + float64(c.Right+1)*step,
			Top: tops[max(c.Top, from)-from], Bottom: tops[min(c.Bottom, to-1)-from+1],
		}
		page := p.page()
		page.Boxes = append(page.Boxes, box)
		size := p.style.Size
		lines := Wrap(c.Text, size, box.Right-box.Left-2*cellMargin)
		if fits := int((box.Bottom - box.Top) / (leading * size)); c.Top < from { // the rest of the text
			lines = lines[min(len(lines), p.cut[c]):]
		} else if c.Bottom >= to && len(lines) > fits {
			p.cut[c] = fits
			lines = lines[:fits]
		} else if c.Bottom >= to {
			p.cut[c] = len(lines)
		}
		y := (box.Top+box.Bottom)/2 - float64(len(lines))*leading*size/2
		for _, line := range lines {
			y += leading * size
			p.text((box.Left+box.Right-TextWidth(line, size))/2, y-0.3*size, size, line)
		}
	}
}

// CellWidth is the width of the cell at a point.
func (p *PrintedPage) CellWidth(x, y float64) float64 {
	for _, b := range p.Boxes {
		if x >= b.Left && x <= b.Right && y >= b.Top && y <= b.Bottom {
			return b.Right - b.Left
		}
	}
	return 0
}
