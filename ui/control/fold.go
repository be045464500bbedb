package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Fold is the heading of a section that opens and closes: an arrow, a title and, at the right edge,
// a note on what the section holds.
type Fold struct {
	widget.BaseWidget
	touch
	OnTap func()

	title  string
	note   string
	stress bool // the note is highlighted
	open   bool
}

var (
	_ desktop.Hoverable = (*Fold)(nil)
	_ fyne.Focusable    = (*Fold)(nil)
	_ fyne.Tappable     = (*Fold)(nil)
)

// NewFold returns a closed section's heading.
func NewFold(title string, onTap func()) *Fold {
	f := &Fold{title: title, OnTap: onTap}
	f.changed = f.Refresh
	f.ExtendBaseWidget(f)
	return f
}

// Text is the title.
func (f *Fold) Text() string { return f.title }

// Note is the text at the right edge.
func (f *Fold) Note() string { return f.note }

// SetNote changes the text at the right edge; stress highlights it.
func (f *Fold) SetNote(note string, stress bool) {
	if note != f.note || stress != f.stress {
		f.note, f.stress = note, stress
		f.Refresh()
	}
}

// SetOpen turns the arrow.
func (f *Fold) SetOpen(open bool) {
	if open != f.open {
		f.open = open
		f.Refresh()
	}
}

// MinSize is one line high; the container gives the width.
func (f *Fold) MinSize() fyne.Size { return fyne.NewSize(80, 26) }

// Tapped opens or closes.
func (f *Fold) Tapped(*fyne.PointEvent) {
	if f.OnTap != nil {
		f.OnTap()
	}
}

// TypedKey opens or closes with Space and Enter, with the right and left arrow as in a tree.
func (f *Fold) TypedKey(e *fyne.KeyEvent) {
	turn := fyne.KeyRight
	if f.open {
		turn = fyne.KeyLeft
	}
	tapOn(e, f, func() { f.Tapped(nil) }, turn)
}

// CreateRenderer draws the heading.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &foldRenderer{fold: f, ground: canvas.NewRectangle(nil), arrow: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
		title: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type foldRenderer struct {
	fold        *Fold
	ground      *canvas.Rectangle
	arrow       [2]*canvas.Line
	title, note *canvas.Text
}

func (r *foldRenderer) Destroy()           {}
func (r *foldRenderer) MinSize() fyne.Size { return r.fold.MinSize() }
func (r *foldRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *foldRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.arrow[0], r.arrow[1], r.title, r.note}
}

// Refresh places and colours the parts.
func (r *foldRenderer) Refresh() {
	f, size := r.fold, r.fold.Size()
	r.ground.Resize(size)
	r.ground.FillColor, r.ground.StrokeWidth, r.ground.CornerRadius = colorOf(""), 0, 3
	if f.hovered {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if f.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
	r.point(size.Height / 2)
	const left = 22
	r.title.Text, r.title.TextSize, r.title.TextStyle = f.title, theme.TextSize(), fyne.TextStyle{Bold: f.open}
	r.title.Color = theme.Color(theme.ColorNameForeground)
	place(r.title, fyne.NewPos(left, 0), fyne.NewSize(size.Width-left, size.Height))
	x := left + measure(f.title, theme.TextSize(), f.open) + 12
	room := max(size.Width-scrollRoom-x, 0)
	r.note.Text, r.note.TextSize, r.note.Alignment = shorten(f.note, room, theme.CaptionTextSize(), false), theme.CaptionTextSize(), fyne.TextAlignTrailing
	r.note.Color = theme.Color(look.Muted)
	if f.stress {
		r.note.Color = theme.Color(theme.ColorNamePrimary)
	}
	place(r.note, fyne.NewPos(x, 0), fyne.NewSize(room, size.Height))
	canvas.Refresh(f)
}

// point draws the arrow: down if the section is open, right if it is closed.
func (r *foldRenderer) point(middle float32) {
	points := [3]fyne.Position{fyne.NewPos(9, middle-4), fyne.NewPos(13, middle), fyne.NewPos(9, middle+4)}
	if r.fold.open {
		points = [3]fyne.Position{fyne.NewPos(7, middle-2), fyne.NewPos(11, middle+2), fyne.NewPos(15, middle-2)}
	}
	for i, stroke := range r.arrow {
		stroke.Position1, stroke.Position2 = points[i], points[i+1]
		stroke.StrokeColor, stroke.StrokeWidth = theme.Color(look.Muted), 1.5
	}
}
