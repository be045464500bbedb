package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Line is a sentence that can be clicked to learn more, with a dot before it and an arrow
// after it. If it does not fit, it is cut; a click shows it in full.
type Line struct {
	widget.BaseWidget
	touch
	OnTap func()

	text  string
	dot   fyne.ThemeColorName
	alarm bool
}

var (
	_ desktop.Hoverable = (*Line)(nil)
	_ fyne.Focusable    = (*Line)(nil)
	_ fyne.Tappable     = (*Line)(nil)
)

// NewLine returns a sentence after a dot of a colour.
func NewLine(text string, dot fyne.ThemeColorName, onTap func()) *Line {
	l := &Line{text: text, dot: dot, OnTap: onTap}
	l.changed = l.Refresh
	l.ExtendBaseWidget(l)
	return l
}

// NewAlarm returns a sentence in the colour of faults, which comes before all else.
func NewAlarm(text string, onTap func()) *Line {
	l := NewLine(text, look.Fault, onTap)
	l.alarm = true
	return l
}

// Text is the sentence, uncut.
func (l *Line) Text() string { return l.text }

// MinSize is one line high; the container gives the width.
func (l *Line) MinSize() fyne.Size { return fyne.NewSize(80, 26) }

// Tapped shows more.
func (l *Line) Tapped(*fyne.PointEvent) { l.tap() }

func (l *Line) tap() {
	if l.OnTap != nil {
		l.OnTap()
	}
}

// TypedKey shows more on Space and Enter.
func (l *Line) TypedKey(e *fyne.KeyEvent) {
	tapOn(e, l, l.tap)
}

// CreateRenderer draws the line.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &lineRenderer{line: l, ground: canvas.NewRectangle(nil), dot: canvas.NewCircle(nil), label: canvas.NewText("", nil), arrow: canvas.NewText("›", nil)}
	r.Refresh()
	return r
}

type lineRenderer struct {
	line         *Line
	ground       *canvas.Rectangle
	dot          *canvas.Circle
	label, arrow *canvas.Text
}

func (r *lineRenderer) Destroy()           {}
func (r *lineRenderer) MinSize() fyne.Size { return r.line.MinSize() }
func (r *lineRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.dot, r.label, r.arrow}
}

// Refresh places and colours the parts.
func (r *lineRenderer) Refresh() {
	const left, right, radius = 22, 26, 3
	l, size := r.line, r.line.Size()
	r.ground.Resize(size)
	r.ground.CornerRadius = 3
	r.ground.FillColor, r.ground.StrokeWidth = colorOf(""), 0
	if l.hovered {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if l.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
	r.dot.FillColor = theme.Color(l.dot)
	r.dot.Position1 = fyne.NewPos(10-radius, size.Height/2-radius)
	r.dot.Position2 = fyne.NewPos(10+radius, size.Height/2+radius)
	room := size.Width - left - right
	r.label.Color, r.label.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	if l.alarm {
		r.label.Color, r.label.TextStyle.Bold = theme.Color(look.Fault), true
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(look.Fault), 1
	}
	r.label.Text = shorten(l.text, room, theme.TextSize(), l.alarm)
	place(r.label, fyne.NewPos(left, 0), fyne.NewSize(room, size.Height))
	r.arrow.Color, r.arrow.TextSize = theme.Color(look.Muted), theme.TextSize()
	place(r.arrow, fyne.NewPos(size.Width-right+8, 0), fyne.NewSize(right-8, size.Height))
	canvas.Refresh(l)
}
