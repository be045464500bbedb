package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/control"
)

// Measures of the page, in points; whole numbers keep hairlines sharp.
const (
	rowHeight   = 24
	lineLead    = 4 // between lines
	cellPadding = 6
	badgeWidth  = 16
)

// placed is a cell with its place on the page and its text in lines.
type placed struct {
	*Cell
	x, y, w, h float32
	lines      []string
	ruled      bool
}

func (p *placed) contains(at fyne.Position) bool {
	return at.X >= p.x && at.X < p.x+p.w && at.Y >= p.y && at.Y < p.y+p.h
}

// textStyle is how text of a Style is drawn.
type textStyle struct {
	*control.Ruler
	align fyne.TextAlign
}

// textStyles are the styles in the sizes of the theme.
func textStyles() map[Style]textStyle {
	text, small := theme.TextSize(), theme.TextSize()-1
	return map[Style]textStyle{
		Figure:  {control.NewRuler(text, false), fyne.TextAlignTrailing},
		Title:   {control.NewRuler(theme.TextHeadingSize(), true), fyne.TextAlignCenter},
		Heading: {control.NewRuler(theme.TextSubHeadingSize(), true), fyne.TextAlignLeading},
		Head:    {control.NewRuler(small, true), fyne.TextAlignCenter},
		Label:   {control.NewRuler(small, false), fyne.TextAlignLeading},
		Prose:   {control.NewRuler(text, false), fyne.TextAlignLeading},
	}
}

// measure places all cells on a page of a given width and returns its height.
func (p *Page) measure() float32 {
	p.styles = textStyles()
	p.placed = p.placed[:0]
	y := float32(0)
	for i := range p.blocks {
		b := &p.blocks[i]
		y = p.place(b, y+b.Above)
	}
	return y
}

// place places a block's cells below y and returns where the block ends.
func (p *Page) place(b *Block, y float32) float32 {
	edges := columnEdges(b.Columns, p.width)
	first := len(p.placed)
	for i := range b.Cells {
		c := &b.Cells[i]
		cell := placed{Cell: c, ruled: b.Ruled, x: edges[c.Left], w: edges[c.Right+1] - edges[c.Left]}
		cell.lines = p.lines(c, cell.w)
		p.placed = append(p.placed, cell)
	}
	tops := p.rowTops(p.placed[first:], y)
	for i := range p.placed[first:] {
		cell := &p.placed[first+i]
		cell.y, cell.h = tops[cell.Top], tops[cell.Bottom+1]-tops[cell.Top]
	}
	return tops[len(tops)-1]
}

// headPadding is the room beside the words of a heading, which are long and in narrow
// columns.
const headPadding = 3

func paddingOf(s Style) float32 {
	if s == Head {
		return headPadding
	}
	return cellPadding
}

// lines breaks a cell's text into lines; those of headings are as even as possible.
func (p *Page) lines(c *Cell, width float32) []string {
	ruler, room := p.styles[c.Style], width-2*paddingOf(c.Style)
	lines := ruler.Wrap(c.Text, room)
	if c.Style != Head {
		return lines
	}
	for {
		room -= ruler.Size / 2
		narrower := ruler.Wrap(c.Text, room)
		if room < ruler.Size || len(narrower) > len(lines) {
			return lines
		}
		lines = narrower
	}
}

// columnEdges are the left edges of the columns, and the right edge of the last.
func columnEdges(shares []float32, width float32) []float32 {
	total := float32(0)
	for _, s := range shares {
		total += s
	}
	edges := make([]float32, 1, len(shares)+1)
	sum := float32(0)
	for _, s := range shares {
		sum += s
		edges = append(edges, float32(int(sum/total*width+0.5)))
	}
	return edges
}

// rowTops are the upper edges of the rows, and the lower edge of the last. Rows are as high as
// their texts need; if a merged cell needs more, its rows share the difference.
func (p *Page) rowTops(cells []placed, y float32) []float32 {
	rows := 0
	for i := range cells {
		rows = max(rows, cells[i].Bottom+1)
	}
	heights := make([]float32, rows)
	for i := range heights {
		heights[i] = rowHeight
	}
	for span := 1; span <= rows; span++ {
		for i := range cells {
			if c := &cells[i]; c.Bottom-c.Top+1 == span {
				p.stretch(heights[c.Top:c.Bottom+1], c)
			}
		}
	}
	tops := []float32{y}
	for _, h := range heights {
		y += h
		tops = append(tops, y)
	}
	return tops
}

func (p *Page) stretch(rows []float32, c *placed) {
	have := float32(0)
	for _, h := range rows {
		have += h
	}
	lacking := p.needs(c) - have
	for i := range rows {
		if lacking > 0 {
			rows[i] += float32(int(lacking/float32(len(rows)) + 0.999))
		}
	}
}

// needs is the height that a cell's texts need.
func (p *Page) needs(c *placed) float32 {
	if c.Style != Figure {
		return float32(len(c.lines))*p.lineHeight(c.Style) + lineLead
	}
	h := float32(rowHeight)
	if c.Below != "" {
		h += p.belowHeight()
	}
	if c.Was != "" {
		h += p.belowHeight()
	}
	if c.Mark.Proposed != "" {
		h += p.belowHeight()
	}
	return h
}

func (p *Page) lineHeight(s Style) float32 { return float32(int(p.styles[s].Size*1.25 + lineLead)) }

func (p *Page) belowHeight() float32 { return float32(int(theme.CaptionTextSize() + 5)) }
