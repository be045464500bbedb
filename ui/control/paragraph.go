package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is a text in as many lines as its width needs. Unlike a label it has no padding,
// and no line begins with a comma.
type Paragraph struct {
	widget.BaseWidget
	text  string
	style TextStyle
	width float32 // for which the lines are broken
	lines []string
	ruler *Ruler
}

// NewParagraph returns a text wrapped for a width; it is wrapped again when the width changes.
func NewParagraph(text string, style TextStyle, width float32) *Paragraph {
	p := &Paragraph{text: text, style: style, width: width}
	p.ExtendBaseWidget(p)
	return p
}

// SetText changes the text.
func (p *Paragraph) SetText(text string) {
	if text != p.text {
		p.text, p.lines = text, nil
		p.Refresh()
	}
}

// SetColor changes the colour.
func (p *Paragraph) SetColor(name fyne.ThemeColorName) {
	p.style.Color = name
	p.Refresh()
}

// Text is the text shown.
func (p *Paragraph) Text() string { return p.text }

// Resize breaks the text for the width.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width && size.Width > 0 {
		p.width, p.lines = size.Width, nil
	}
	p.BaseWidget.Resize(size)
}

func (p *Paragraph) wrapped() []string {
	size := theme.TextSize()
	if p.style.Size != "" {
		size = theme.Size(p.style.Size)
	}
	if p.ruler == nil || p.ruler.Size != size {
		p.ruler, p.lines = NewRuler(size, p.style.Bold), nil
	}
	if p.lines == nil {
		p.lines = p.ruler.Wrap(p.text, p.width)
	}
	return p.lines
}

func (p *Paragraph) lineHeight() float32 { return float32(int(p.ruler.Size*1.25 + 3)) }

// MinSize is the height of the lines; the container gives the width.
func (p *Paragraph) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	if p.text == "" {
		return fyne.Size{}
	}
	lines := p.wrapped()
	return fyne.NewSize(0, float32(len(lines))*p.lineHeight())
}

// CreateRenderer draws the lines.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &paragraphRenderer{paragraph: p}
	r.Refresh()
	return r
}

type paragraphRenderer struct {
	paragraph *Paragraph
	texts     []*canvas.Text
	objects   []fyne.CanvasObject
}

func (r *paragraphRenderer) Destroy()                     {}
func (r *paragraphRenderer) MinSize() fyne.Size           { return r.paragraph.MinSize() }
func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *paragraphRenderer) Layout(fyne.Size)             { r.Refresh() }

// Refresh places the lines below each other.
func (r *paragraphRenderer) Refresh() {
	p := r.paragraph
	lines := p.wrapped()
	color := p.style.Color
	if color == "" {
		color = theme.ColorNameForeground
	}
	r.objects = r.objects[:0]
	for i, line := range lines {
		if i == len(r.texts) {
			r.texts = append(r.texts, canvas.NewText("", nil))
		}
		t := r.texts[i]
		t.Text, t.TextSize, t.TextStyle.Bold, t.Color, t.Alignment = line, p.ruler.Size, p.style.Bold, theme.Color(color), p.style.Align
		t.Move(fyne.NewPos(0, float32(i)*p.lineHeight()))
		t.Resize(fyne.NewSize(p.Size().Width, p.lineHeight()))
		r.objects = append(r.objects, t)
	}
	canvas.Refresh(p)
}
