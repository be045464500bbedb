package page

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/look"
)

// CreateRenderer draws the page.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &renderer{page: p}
	r.Refresh()
	return r
}

// renderer reuses its objects for the next picture.
type renderer struct {
	page    *Page
	rects   []*canvas.Rectangle
	texts   []*canvas.Text
	nRects  int
	nTexts  int
	objects []fyne.CanvasObject
}

func (r *renderer) Destroy()                     {}
func (r *renderer) Layout(fyne.Size)             {}
func (r *renderer) MinSize() fyne.Size           { return r.page.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh draws backgrounds and texts of all cells, then the marks above them.
func (r *renderer) Refresh() {
	p := r.page
	r.nRects, r.nTexts, r.objects = 0, 0, r.objects[:0]
	for i := range p.placed {
		r.ground(&p.placed[i], i == p.hover)
	}
	for i := range p.placed {
		r.words(&p.placed[i])
	}
	for i := range p.placed {
		r.mark(&p.placed[i])
	}
	if p.chosen >= 0 && p.chosen < len(p.placed) {
		r.frame(&p.placed[p.chosen])
	}
	canvas.Refresh(p)
}

// ground draws a cell's hairlines, as a background of their colour, and on it the cell's own
// background.
func (r *renderer) ground(c *placed, hover bool) {
	if !c.ruled {
		return
	}
	r.rect(box{c.x, c.y, c.w + 1, c.h + 1}, theme.Color(look.Border))
	fill := theme.Color(look.Surface)
	switch {
	case c.Style == Head:
		fill = theme.Color(theme.ColorNameHeaderBackground)
	case c.Style == Figure && c.Kind == Missing:
		fill = theme.Color(look.Void)
	}
	r.rect(box{c.x + 1, c.y + 1, c.w - 1, c.h - 1}, fill)
	if hover {
		r.rect(box{c.x + 1, c.y + 1, c.w - 1, c.h - 1}, theme.Color(theme.ColorNameHover))
	}
}

func (r *renderer) words(c *placed) {
	if c.Style == Figure {
		r.figure(c)
		return
	}
	how := r.page.styles[c.Style]
	align := how.align
	if c.Style == Label && c.Bottom > c.Top { // a label beside several rows
		align = fyne.TextAlignCenter
	}
	ink := theme.Color(theme.ColorNameForeground)
	if c.Style == Prose {
		ink = theme.Color(look.Muted)
	}
	step := r.page.lineHeight(c.Style)
	y := c.y + (c.h-step*float32(len(c.lines)))/2
	left, room := c.x+paddingOf(c.Style), c.w-2*paddingOf(c.Style)
	if !c.ruled {
		left, room = c.x, c.w
	}
	set := setting{size: how.Size, bold: how.Bold, align: align, ink: ink}
	for i, line := range c.lines {
		r.text(line, box{left, y + float32(i)*step, room, step}, set)
	}
}

// figure draws a figure with the lines below it.
func (r *renderer) figure(c *placed) {
	if c.Kind == Noted {
		r.rect(box{c.x + c.w - 5, c.y + 1, 5, 5}, theme.Color(theme.ColorNameWarning))
	}
	line := box{c.x + cellPadding, c.y + (c.h-r.page.needs(c))/2, c.w - 2*cellPadding, rowHeight}
	set := r.figureSetting(c)
	if c.Was != "" {
		r.rect(box{c.x + 1, c.y + 1, 3, c.h - 1}, theme.Color(theme.ColorNamePrimary))
		set.bold, set.ink = true, theme.Color(theme.ColorNamePrimary)
	}
	r.text(r.fit(c, line.w, &set), line, set)
	below := box{line.x, line.y + rowHeight - 3, line.w, r.page.belowHeight()}
	set.size, set.bold = theme.CaptionTextSize(), true
	if c.Was != "" {
		r.was(c, below, set)
		below.y += below.h
	}
	if c.Mark.Proposed != "" {
		set.ink = theme.Color(look.Fault)
		r.text(c.Mark.Proposed, below, set)
		below.y += below.h
	}
	r.below(c, below, set)
}

// was sets the former value of a corrected figure, smaller if it is too long.
func (r *renderer) was(c *placed, line box, set setting) {
	set.bold, set.ink = false, theme.Color(theme.ColorNamePrimary)
	if needs := r.page.styles[Figure].Width(c.Was) * set.size / r.page.styles[Figure].Size; needs > line.w {
		set.size *= line.w / needs
	}
	r.text(c.Was, line, set)
}

// below draws the faint line under a figure, with an arrow before it if there is room.
func (r *renderer) below(c *placed, line box, set setting) {
	set.bold, set.ink = false, toneColor(c.BelowTone)
	needs := r.page.styles[Figure].Width(c.Below) * set.size / r.page.styles[Figure].Size
	if needs > line.w {
		set.size *= line.w / needs
	}
	text := c.Below
	const arrow = 13
	if c.BelowTone != Quiet && needs+arrow <= line.w {
		text = map[Tone]string{Rising: "▲ ", Falling: "▼ "}[c.BelowTone] + text
	}
	r.text(text, line, set)
}

func (r *renderer) figureSetting(c *placed) setting {
	set := setting{size: r.page.styles[Figure].Size, bold: c.Mark.Wrong, align: fyne.TextAlignTrailing, ink: theme.Color(theme.ColorNameForeground)}
	switch c.Kind {
	case Odd:
		set.ink = theme.Color(theme.ColorNameWarning)
	case Blank, Missing:
		set.ink, set.size = theme.Color(look.Faint), theme.CaptionTextSize()
	case NotAsked:
		set.ink = theme.Color(look.Muted)
	}
	return set
}

// leastSize is the smallest size of a number that is made smaller to fit, relative to others.
const leastSize = 0.75

// isTooLong reports whether a figure cannot be shown in its cell, so that the pointer shows it.
func (p *Page) isTooLong(c *placed) bool {
	room := c.w - 2*cellPadding
	if c.Kind == Number || c.Kind == Noted {
		room /= leastSize
	}
	return p.styles[Figure].Width(c.Text) > room
}

// fit makes a number smaller if it is too long for its cell, because a part of it would be another
// number; if it would be too small to read, it is left to the pointer. Anything else is cut.
func (r *renderer) fit(c *placed, room float32, set *setting) string {
	how := r.page.styles[Figure]
	needs := how.Width(c.Text) * set.size / how.Size
	if needs <= room {
		return c.Text
	}
	if c.Kind == Number || c.Kind == Noted {
		if r.page.isTooLong(c) {
			return "…"
		}
		set.size *= room / needs
		return c.Text
	}
	runes := []rune(c.Text)
	for len(runes) > 1 && how.Width(string(runes)+"…")*set.size/how.Size > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

func toneColor(t Tone) color.Color {
	switch t {
	case Rising:
		return theme.Color(look.Rise)
	case Falling:
		return theme.Color(look.Fall)
	}
	return theme.Color(look.Muted)
}

// mark outlines a figure that takes part and numbers it.
func (r *renderer) mark(c *placed) {
	m := c.Mark
	if !m.Outlined && !m.Wrong {
		return
	}
	ink := theme.Color(theme.ColorNamePrimary)
	if m.Wrong {
		ink = theme.Color(look.Fault)
	}
	if c.Style == Prose { // a bar beside the paragraph, as in the margin of a letter
		r.rect(box{c.x - 9, c.y + 1, 3, c.h - 2}, ink)
		if !m.Light {
			r.rect(box{c.x - 6, c.y + 1, c.w + 10, c.h - 2}, translucent(ink, 0x1c))
		}
		return
	}
	if !m.Light || m.Wrong {
		r.rect(box{c.x + 1, c.y + 1, c.w - 1, c.h - 1}, translucent(ink, 0x1c))
	}
	outline := r.rect(box{c.x, c.y, c.w + 1, c.h + 1}, color.Transparent)
	outline.StrokeColor, outline.StrokeWidth = ink, 2
	if m.Light && !m.Wrong {
		outline.StrokeColor, outline.StrokeWidth = translucent(ink, 0x70), 1
	}
	if m.Number > 0 {
		r.badge(c, ink)
	}
}

// badge draws the number of a term at the left of its cell.
func (r *renderer) badge(c *placed, ink color.Color) {
	const height = 14
	small := theme.CaptionTextSize() - 1
	y := c.y + (c.h-r.page.needs(c))/2 + (rowHeight-height)/2
	if c.Mark.OnBelow {
		y = c.y + c.h - height - 3
	}
	at := box{c.x + 4, y, badgeWidth, height}
	set := setting{small, true, fyne.TextAlignCenter, theme.Color(theme.ColorNameForegroundOnPrimary)}
	if c.Mark.Light && !c.Mark.Wrong {
		set.ink = translucent(ink, 0xb0)
	} else {
		r.rect(at, ink).CornerRadius = height / 2
	}
	r.text(strconv.Itoa(c.Mark.Number), at, set)
}

// frame outlines the chosen figure.
func (r *renderer) frame(c *placed) {
	frame := r.rect(box{c.x - 1, c.y - 1, c.w + 3, c.h + 3}, color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = theme.Color(theme.ColorNameForeground), 2
	if !r.page.focused {
		frame.StrokeColor = theme.Color(look.Muted)
	}
}

// box is a rectangle on the page.
type box struct{ x, y, w, h float32 }

func (r *renderer) rect(b box, fill color.Color) *canvas.Rectangle {
	if r.nRects == len(r.rects) {
		r.rects = append(r.rects, canvas.NewRectangle(nil))
	}
	o := r.rects[r.nRects]
	r.nRects++
	o.FillColor, o.StrokeColor, o.StrokeWidth, o.CornerRadius = fill, nil, 0, 0
	o.Move(fyne.NewPos(b.x, b.y))
	o.Resize(fyne.NewSize(b.w, b.h))
	r.objects = append(r.objects, o)
	return o
}

// setting is how one line of text is drawn.
type setting struct {
	size  float32
	bold  bool
	align fyne.TextAlign
	ink   color.Color
}

func (r *renderer) text(text string, b box, set setting) {
	if text == "" {
		return
	}
	if r.nTexts == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	o := r.texts[r.nTexts]
	r.nTexts++
	o.Text, o.TextSize, o.TextStyle.Bold, o.Alignment, o.Color = text, set.size, set.bold, set.align, set.ink
	o.Move(fyne.NewPos(b.x, b.y))
	o.Resize(fyne.NewSize(b.w, b.h))
	r.objects = append(r.objects, o)
}

func translucent(c color.Color, alpha uint8) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = alpha
	return n
}
