package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/tabular"
)

// cell draws one cell according to its kind; y is the top of its row.
func (p *painting) cell(l *layer, c tabular.Cell, col int, y float64) {
	b := box{p.geo.colLeft(col), y, p.geo.colWidth(col), p.geo.row}
	text, size, bold := p.shown(c, p.sizes)
	how := textStyle{size: size, bold: bold, color: p.ink[c.Tone], align: fyne.TextAlignLeading}
	if p.data.Columns[col].Numeric {
		how.align = fyne.TextAlignTrailing
	}
	if c.Head {
		l.rect(b, p.raised)
	}
	switch c.Kind {
	case tabular.Blank, tabular.Loading:
		how.color = p.faint
	case tabular.NotAsked:
		how.color = p.ink[tabular.Quiet]
	case tabular.Missing:
		how.color = p.faint
		l.rect(b, p.void)
	case tabular.Odd:
		how.color = p.ink[tabular.Doubtful]
	case tabular.Noted:
		l.rect(box{b.x + b.w - 4, b.y, 4, 4}, p.ink[tabular.Doubtful])
	case tabular.Unticked, tabular.Ticked:
		p.tickBox(l, c.Kind == tabular.Ticked, b)
		return
	}
	if text != "" {
		p.cellText(l, cellWords{text, c.Kind, col}, b, how)
	}
}

// tickBox draws a box in the middle of a cell.
func (p *painting) tickBox(l *layer, ticked bool, b box) {
	const side = 14
	at := box{b.x + float64(int((b.w-side)/2)), b.y + float64(int((b.h-1-side)/2)), side, side}
	frame := l.rect(at, p.surface)
	frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = p.faint, 1, 3
	if !ticked {
		return
	}
	frame.FillColor, frame.StrokeColor = p.accent, p.accent
	mark := textStyle{size: p.sizes.text - 3, bold: true, color: theme.Color(theme.ColorNameForegroundOnPrimary), align: fyne.TextAlignCenter}
	l.text("✓", at, mark)
}

// cellWords is the text of a cell that is about to be drawn.
type cellWords struct {
	text string
	kind tabular.Kind
	col  int
}

// cellText draws a cell's text, or a substitute if it does not fit or is partly covered.
func (p *painting) cellText(l *layer, t cellWords, b box, how textStyle) {
	b.x, b.w, b.h = b.x+padding, b.w-2*padding, b.h-3
	needs := width(t.text, how.size, how.bold)
	if needs > b.w {
		t.text = tooWide(t, b.w, how)
		needs = b.w
	}
	start := b.x
	if how.align == fyne.TextAlignTrailing {
		start = b.x + b.w - needs
	}
	// The visible part of a number would read as another number.
	if x0, x1 := p.inSight(t.col); t.kind != tabular.Text && (start < x0 || start+needs > x1) {
		t.text, how.color = "…", p.faint
		b.x, b.w = x0+padding, x1-x0-2*padding
	}
	l.text(t.text, b, how)
}

// tooWide is what a cell shows when its text does not fit. A number is never cut, because a
// part of it would be another number; the pointer shows it.
func tooWide(t cellWords, room float64, how textStyle) string {
	if t.kind == tabular.Number || t.kind == tabular.Noted {
		return "…"
	}
	return shorten(t.text, room, how.size, how.bold)
}
