package ui

import (
	"fyne.io/fyne/v2"
)

// overviewPage lays the overview out: cards in rows, the three charts side by side and as
// high as the window allows, and the remarks on what is unusual below them.
type overviewPage struct {
	cards, charts int // number of cards, then of charts; the last object is the remarks
	view          func() fyne.Size
	width         float32
}

// Sizes of the overview's parts.
const (
	pageGap     = 8
	cardHeight  = 92
	chartHeight = 226
	cardLeast   = 236 // width below which a row has fewer cards
	chartLeast  = 300
)

// columns is how many objects of a minimum width fit into a row, up to a maximum.
func (p *overviewPage) columns(least float32, most int) int {
	n := int((p.width + pageGap) / (least + pageGap))
	for n > 1 && most%n != 0 {
		n--
	}
	return max(1, min(n, most))
}

func rowsOf(n, columns int) int { return (n + columns - 1) / columns }

// Layout places the parts.
func (p *overviewPage) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	y := p.grid(objects[:p.cards], p.columns(cardLeast, 4), 0, cardHeight)
	y = p.grid(objects[p.cards:p.cards+p.charts], p.columns(chartLeast, 3), y, p.chartHeight(objects))
	rest := objects[len(objects)-1]
	rest.Move(fyne.NewPos(0, y))
	rest.Resize(fyne.NewSize(size.Width, fyne.Max(rest.MinSize().Height, size.Height-y)))
}

// grid places objects in columns and returns where the next part begins.
func (p *overviewPage) grid(objects []fyne.CanvasObject, columns int, y, height float32) float32 {
	width := (p.width - pageGap*float32(columns-1)) / float32(columns)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%columns)*(width+pageGap), y+float32(i/columns)*(height+pageGap)))
		o.Resize(fyne.NewSize(width, height))
	}
	return y + float32(rowsOf(len(objects), columns))*(height+pageGap)
}

// chartHeight gives the charts the room that cards and remarks leave.
func (p *overviewPage) chartHeight(objects []fyne.CanvasObject) float32 {
	if p.view == nil || p.columns(chartLeast, 3) < p.charts {
		return chartHeight
	}
	cards := float32(rowsOf(p.cards, p.columns(cardLeast, 4))) * (cardHeight + pageGap)
	remarks := fyne.Min(objects[len(objects)-1].MinSize().Height, 120)
	return fyne.Max(chartHeight, p.view().Height-cards-remarks-pageGap)
}

// MinSize is the height of all parts at their current width.
func (p *overviewPage) MinSize(objects []fyne.CanvasObject) fyne.Size {
	cards := float32(rowsOf(p.cards, p.columns(cardLeast, 4))) * (cardHeight + pageGap)
	charts := float32(rowsOf(p.charts, p.columns(chartLeast, 3))) * (p.chartHeight(objects) + pageGap)
	return fyne.NewSize(chartLeast, cards+charts+objects[len(objects)-1].MinSize().Height)
}
