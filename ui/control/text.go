package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is one line without padding, cut with an ellipsis if it does not fit; the pointer
// then shows it in full.
type Text struct {
	widget.BaseWidget
	style TextStyle
	text  string
	line  *canvas.Text
	wide  bool // needs its whole width
}

// TextStyle is how a Text is set; the zero value is plain body text.
type TextStyle struct {
	Color fyne.ThemeColorName // "" is the foreground
	Size  fyne.ThemeSizeName  // "" is the size of body text
	Bold  bool
	Align fyne.TextAlign
	Fixed bool // needs its whole width instead of being cut
}

// NewText returns a line of text.
func NewText(text string, style TextStyle) *Text {
	t := &Text{text: text, style: style, line: canvas.NewText("", nil), wide: style.Fixed}
	t.ExtendBaseWidget(t)
	return t
}

// Text is the whole text.
func (t *Text) Text() string { return t.text }

// SetText changes the text.
func (t *Text) SetText(text string) {
	if text == t.text {
		return
	}
	t.text = text
	t.Refresh()
}

// MouseIn shows the whole text if it is cut.
func (t *Text) MouseIn(*desktop.MouseEvent) {
	if t.line.Text != t.text {
		ShowTip(t, t.text, fyne.NewPos(0, t.Size().Height+4))
	}
}

// MouseMoved does nothing.
func (t *Text) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides what MouseIn showed.
func (t *Text) MouseOut() { HideTip(t) }

// SetColor changes the colour.
func (t *Text) SetColor(name fyne.ThemeColorName) {
	t.style.Color = name
	t.Refresh()
}

func (t *Text) fontSize() float32 {
	if t.style.Size == "" {
		return theme.TextSize()
	}
	return theme.Size(t.style.Size)
}

// MinSize is the height of the line, and its width if it must not be cut.
func (t *Text) MinSize() fyne.Size {
	size := fyne.MeasureText(t.text+"国", t.fontSize(), fyne.TextStyle{Bold: t.style.Bold})
	if !t.wide {
		return fyne.NewSize(0, size.Height)
	}
	return fyne.NewSize(fyne.MeasureText(t.text, t.fontSize(), fyne.TextStyle{Bold: t.style.Bold}).Width, size.Height)
}

// CreateRenderer draws the line.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{WidgetRenderer: widget.NewSimpleRenderer(t.line), text: t}
	r.Refresh()
	return r
}

type textRenderer struct {
	fyne.WidgetRenderer
	text *Text
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.text.line.Resize(size)
	r.set(size.Width)
}

func (r *textRenderer) MinSize() fyne.Size { return r.text.MinSize() }

func (r *textRenderer) Refresh() {
	r.set(r.text.Size().Width)
	r.text.line.Refresh()
}

func (r *textRenderer) set(width float32) {
	t := r.text
	color := t.style.Color
	if color == "" {
		color = theme.ColorNameForeground
	}
	t.line.Color, t.line.TextSize, t.line.Alignment = theme.Color(color), t.fontSize(), t.style.Align
	t.line.TextStyle = fyne.TextStyle{Bold: t.style.Bold}
	t.line.Text = t.text
	if !t.wide {
		t.line.Text = shorten(t.text, width, t.fontSize(), t.style.Bold)
	}
}

// shorten cuts a text with an ellipsis so that it is no wider than room.
func shorten(text string, room, size float32, bold bool) string {
	if room <= 0 || measure(text, size, bold) <= room+0.5 {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1
	for low < high {
		middle := (low + high + 1) / 2
		if measure(string(runes[:middle])+"…", size, bold) <= room {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:max(low, 0)]) + "…"
}

func measure(text string, size float32, bold bool) float32 {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
}
