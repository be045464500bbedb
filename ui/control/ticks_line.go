package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// tickLine draws one line of a Ticks list: box, label, detail, count.
type tickLine struct {
	widget.BaseWidget
	line   Tick
	single bool
	chosen bool // the cursor of the search is on it
}

func newTickLine(single bool) *tickLine {
	l := &tickLine{single: single}
	l.ExtendBaseWidget(l)
	return l
}

func (l *tickLine) set(line Tick, chosen bool) {
	if line != l.line || chosen != l.chosen {
		l.line, l.chosen = line, chosen
		l.Refresh()
	}
}

// left is where the box of the line begins.
func (l *tickLine) left() float32 { return 4 + tickIndent*float32(l.line.Indent) }

// MinSize is the height of a line; the list gives the width.
func (l *tickLine) MinSize() fyne.Size { return fyne.NewSize(60, tickHeight) }

// CreateRenderer draws the line.
func (l *tickLine) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := newTickRenderer(l)
	r.Refresh()
	return r
}

func newTickRenderer(l *tickLine) *tickRenderer {
	r := &tickRenderer{line: l, ground: canvas.NewRectangle(nil), box: canvas.NewRectangle(nil), folder: widget.NewIcon(theme.FolderIcon()), tick: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}}
	for i := range r.texts {
		r.texts[i] = canvas.NewText("", nil)
	}
	return r
}

type tickRenderer struct {
	line   *tickLine
	ground *canvas.Rectangle // behind the line at the cursor
	box    *canvas.Rectangle
	tick   [2]*canvas.Line
	folder *widget.Icon
	texts  [3]*canvas.Text // label, detail, count
}

const (
	tickBox    = 14
	tickHeight = 26
	tickIndent = 16
	scrollRoom = 14 // for the list's scroll bar
)

func (r *tickRenderer) Destroy()           {}
func (r *tickRenderer) MinSize() fyne.Size { return r.line.MinSize() }
func (r *tickRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.box, r.folder, r.tick[0], r.tick[1], r.texts[0], r.texts[1], r.texts[2]}
}

func (r *tickRenderer) Refresh() {
	r.ground.Resize(r.line.Size())
	r.ground.CornerRadius, r.ground.FillColor = 3, colorOf("")
	if r.line.chosen {
		r.ground.FillColor = theme.Color(theme.ColorNameSelection)
	}
	r.paintBox()
	r.paintTexts()
	canvas.Refresh(r.line)
}

func (r *tickRenderer) paintBox() {
	top := (r.line.Size().Height - tickBox) / 2
	on := r.line.line.On
	left := r.line.left()
	r.box.Move(fyne.NewPos(left, top))
	r.box.Resize(fyne.NewSize(tickBox, tickBox))
	r.box.CornerRadius, r.box.StrokeWidth = 3, 1
	r.box.FillColor, r.box.StrokeColor = theme.Color(look.Surface), theme.Color(look.Faint)
	if on {
		r.box.FillColor, r.box.StrokeColor = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNamePrimary)
	}
	r.box.Hidden = r.line.single && !on || r.line.line.Opens
	r.folder.Hidden = !r.line.line.Opens
	r.folder.Move(fyne.NewPos(left-2, top-2))
	r.folder.Resize(fyne.NewSize(tickBox+4, tickBox+4))
	points := [3]fyne.Position{fyne.NewPos(left+3, top+7.2), fyne.NewPos(left+6, top+10.2), fyne.NewPos(left+11.2, top+4.2)}
	for i, stroke := range r.tick {
		stroke.Position1, stroke.Position2 = points[i], points[i+1]
		stroke.StrokeColor, stroke.StrokeWidth = theme.Color(theme.ColorNameForegroundOnPrimary), 1.6
		stroke.Hidden = !on
	}
}

func (r *tickRenderer) paintTexts() {
	line, size := r.line.line, r.line.Size()
	body, small := theme.TextSize(), theme.CaptionTextSize()
	left := r.line.left() + tickBox + 8
	right := size.Width - scrollRoom
	if line.Count != "" {
		right -= max(measure(line.Count, small, false), 20) + 6
	}
	label := shorten(line.Label, right-left, body, false)
	end := left + measure(label, body, false) + 6
	r.put(0, label, body, left, right-left)
	r.put(1, "", small, end, max(right-end, 0))
	if right-end > 24 {
		r.texts[1].Text = shorten(line.Detail, right-end, small, false)
	}
	r.put(2, line.Count, small, right, size.Width-scrollRoom-right)
	r.texts[2].Alignment = fyne.TextAlignTrailing
	r.texts[0].Color = theme.Color(theme.ColorNameForeground)
	r.texts[1].Color, r.texts[2].Color = theme.Color(look.Muted), theme.Color(look.Muted)
}

func (r *tickRenderer) put(i int, text string, size, x, width float32) {
	t := r.texts[i]
	t.Text, t.TextSize = text, size
	t.Move(fyne.NewPos(x, 0))
	t.Resize(fyne.NewSize(width, r.line.Size().Height))
}
