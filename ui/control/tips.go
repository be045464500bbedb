package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Tips is the layer of a window's content in which the text at the pointer is shown. It
// is the last object of the content, since a pop-up would take the pointer away from
// what is under it.
type Tips struct {
	widget.BaseWidget
	text string
	at   fyne.Position     // in the layer
	by   fyne.CanvasObject // whose text it is
}

// NewTips returns the layer, with nothing in it.
func NewTips() *Tips {
	t := &Tips{}
	t.ExtendBaseWidget(t)
	return t
}

// Text is what is shown, "" if nothing is.
func (t *Tips) Text() string { return t.text }

// ShowTip shows a text below a place in an object, until HideTip.
func ShowTip(o fyne.CanvasObject, text string, at fyne.Position) {
	if t := tipsFor(o); t != nil && text != "" {
		t.text, t.by = text, o
		d := fyne.CurrentApp().Driver()
		t.at = d.AbsolutePositionForObject(o).Add(at).Subtract(d.AbsolutePositionForObject(t))
		t.Refresh()
	}
}

// HideTip hides the text of an object.
func HideTip(o fyne.CanvasObject) {
	if t := tipsFor(o); t != nil && t.by == o {
		t.text, t.by = "", nil
		t.Refresh()
	}
}

// tipsFor is the layer of an object's window, nil if it has none.
func tipsFor(o fyne.CanvasObject) *Tips {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	content, ok := c.Content().(*fyne.Container)
	if !ok || len(content.Objects) == 0 {
		return nil
	}
	t, _ := content.Objects[len(content.Objects)-1].(*Tips)
	return t
}

// CreateRenderer draws the text on a small card.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &tipsRenderer{tips: t, ground: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type tipsRenderer struct {
	tips   *Tips
	ground *canvas.Rectangle
	lines  []fyne.CanvasObject
}

// widestTip is the width at which a text is broken into lines.
const widestTip = 360

func (r *tipsRenderer) Destroy()           {}
func (r *tipsRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *tipsRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *tipsRenderer) Objects() []fyne.CanvasObject {
	if r.tips.text == "" {
		return nil
	}
	return append([]fyne.CanvasObject{r.ground}, r.lines...)
}

// Refresh places the card within the window.
func (r *tipsRenderer) Refresh() {
	const across, down = 8, 5
	t := r.tips
	ruler := NewRuler(theme.CaptionTextSize(), false)
	step := fyne.MeasureText("国", ruler.Size, fyne.TextStyle{}).Height
	r.lines = nil
	size := fyne.NewSize(0, 2*down)
	for _, line := range ruler.Wrap(t.text, widestTip) {
		text := canvas.NewText(line, theme.Color(theme.ColorNameForeground))
		text.TextSize = ruler.Size
		r.lines = append(r.lines, text)
		size = fyne.NewSize(max(size.Width, measure(line, ruler.Size, false)+2*across), size.Height+step)
	}
	room := t.Size().Subtract(size)
	at := fyne.NewPos(max(min(t.at.X, room.Width), 0), max(min(t.at.Y, room.Height), 0))
	for i, line := range r.lines {
		place(line, at.AddXY(across, down+float32(i)*step), fyne.NewSize(size.Width-2*across, step))
	}
	r.ground.FillColor, r.ground.StrokeColor = theme.Color(theme.ColorNameOverlayBackground), theme.Color(look.Border)
	r.ground.StrokeWidth, r.ground.CornerRadius = 1, 4
	place(r.ground, at, size)
	canvas.Refresh(t)
}

// Tipped is a button whose name the pointer shows.
type Tipped struct {
	*Button
	name string
}

// NewTipped returns a button of an icon with a name to show.
func NewTipped(b *Button, name string) *Tipped {
	t := &Tipped{Button: b, name: name}
	t.ExtendBaseWidget(t)
	return t
}

// MouseIn shows the name.
func (t *Tipped) MouseIn(e *desktop.MouseEvent) {
	t.Button.MouseIn(e)
	ShowTip(t, t.name, fyne.NewPos(t.Size().Width+4, 4))
}

// MouseOut hides it.
func (t *Tipped) MouseOut() {
	t.Button.MouseOut()
	HideTip(t)
}

// Name is what the pointer shows.
func (t *Tipped) Name() string { return t.name }
