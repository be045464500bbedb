package textsearch

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// hitRow shows whose report a hit is in, and below it the words with their context.
type hitRow struct {
	widget.BaseWidget
	body, place         string
	before, hit, behind string
}

func newHitRow() *hitRow {
	r := &hitRow{}
	r.ExtendBaseWidget(r)
	return r
}

// contextBefore is how many characters are shown before the words; those behind them
// have the remaining room.
const contextBefore = 24

func (r *hitRow) show(h data.TextHit, say words.Language) {
	before := []rune(h.Line[:h.From])
	r.before = string(before)
	if len(before) > contextBefore {
		r.before = "…" + string(before[len(before)-contextBefore:])
	}
	r.hit, r.behind = h.Line[h.From:h.To], h.Line[h.To:]
	r.body = h.Body.String() + "  " + strconv.Itoa(h.Year)
	r.place = h.Heading()
	r.Refresh()
}

// text is what the row shows, for tests.
func (r *hitRow) text() string {
	return r.body + "|" + r.place + "|" + r.before + "[" + r.hit + "]" + r.behind
}

const rowHeight = 46

// MinSize is two lines high; the list gives the width.
func (r *hitRow) MinSize() fyne.Size { return fyne.NewSize(200, rowHeight) }

// CreateRenderer draws the row.
func (r *hitRow) CreateRenderer() fyne.WidgetRenderer {
	d := &hitRenderer{row: r, mark: canvas.NewRectangle(nil)}
	for i := range d.texts {
		d.texts[i] = canvas.NewText("", nil)
	}
	d.Refresh()
	return d
}

type hitRenderer struct {
	row   *hitRow
	mark  *canvas.Rectangle
	texts [5]*canvas.Text // body, place, before, hit, behind
}

func (d *hitRenderer) Destroy()           {}
func (d *hitRenderer) MinSize() fyne.Size { return d.row.MinSize() }
func (d *hitRenderer) Layout(fyne.Size)   { d.Refresh() }

func (d *hitRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{d.mark}
	for _, t := range d.texts {
		objects = append(objects, t)
	}
	return objects
}

// Refresh places and colours the parts.
func (d *hitRenderer) Refresh() {
	const left, line = 12, 20
	r := d.row
	size := theme.TextSize()
	d.mark.FillColor, d.mark.CornerRadius = theme.Color(theme.ColorNameSelection), 2
	x := float32(left)
	put := func(i int, text string, y float32) {
		t := d.texts[i]
		t.TextSize, t.Color = size, theme.Color(theme.ColorNameForeground)
		t.Text = cut(text, r.Size().Width-left-x, t.TextSize, t.TextStyle)
		t.Move(fyne.NewPos(x, y))
		t.Resize(fyne.NewSize(fyne.MeasureText(t.Text, t.TextSize, t.TextStyle).Width, line))
		x += t.Size().Width
	}
	d.texts[0].TextStyle.Bold, d.texts[3].TextStyle.Bold = true, true
	put(0, r.body, 3)
	x += 14
	put(1, r.place, 3)
	d.texts[1].Color = theme.Color(look.Muted)
	x = left
	put(2, r.before, 3+line)
	x += 1
	put(3, r.hit, 3+line)
	d.mark.Move(d.texts[3].Position().SubtractXY(1, -1))
	d.mark.Resize(fyne.NewSize(d.texts[3].Size().Width+2, line-2))
	x += 1
	put(4, r.behind, 3+line)
	d.texts[3].Color = theme.Color(theme.ColorNamePrimary)
	d.texts[2].Color, d.texts[4].Color = theme.Color(look.Muted), theme.Color(look.Muted)
	canvas.Refresh(r)
}

// cut shortens a text to the room that it has.
func cut(text string, room, size float32, style fyne.TextStyle) string {
	const narrowest = 3 // points; no character is narrower
	letters := []rune(text)
	letters = letters[:min(len(letters), max(0, int(room/narrowest)))]
	if len(letters) == len([]rune(text)) && fyne.MeasureText(text, size, style).Width <= room {
		return text
	}
	low, high := 0, len(letters)
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(string(letters[:middle])+"…", size, style).Width <= room {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return ""
	}
	return string(letters[:low]) + "…"
}
