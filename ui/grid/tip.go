package grid

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nianbao/ui/control"
	"nianbao/ui/tabular"
)

// showTip shows what the cell or heading under the pointer has no room for.
func (g *Grid) showTip(s spot) {
	switch s.zone {
	case cells:
		g.tipFor(g.data.Cell(s.row, s.col), s.col, g.geo.rowTop(s.row)+g.geo.row)
	case headings:
		c := g.data.Columns[s.col]
		text := c.Tip
		switch isCut := g.isTitleCut(c, s.col); {
		case text == "" && isCut:
			text = c.Title
		case text == c.Title && !isCut:
			text = ""
		}
		control.HideTip(g)
		control.ShowTip(g, text, fyne.NewPos(float32(g.geo.colLeft(s.col)), float32(g.geo.heading)+2))
	default:
		control.HideTip(g)
	}
}

// tipFor shows the text of a cell if its column is too narrow for it, or partly covered.
func (g *Grid) tipFor(c tabular.Cell, col int, y float64) {
	control.HideTip(g)
	text, size, bold := g.shown(c, textSizes())
	x0, x1 := g.inSight(col)
	if needs := width(text, size, bold); needs > g.geo.colWidth(col)-2*padding || c.Kind != tabular.Text && needs > x1-x0-2*padding {
		control.ShowTip(g, text, fyne.NewPos(float32(x0), float32(y)+2))
	}
}

func (g *Grid) isTitleCut(c tabular.Column, col int) bool {
	lines := breakTitle(c.Title, g.geo.colWidth(col)-2*padding-markerWidth, textSizes().title)
	return slices.ContainsFunc(lines, func(line string) bool { return strings.HasSuffix(line, "…") })
}
