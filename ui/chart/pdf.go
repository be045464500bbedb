package chart

import (
	"fmt"
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes each list as one page, at one point per point. Text stays text, in an embedded subset
// of the fonts, so that it can be searched and copied.
func PDF(w io.Writer, fonts *Fonts, ground color.NRGBA, pages ...List) error {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt"})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true) // otherwise fonts and pages come in a different order each time
	for i, style := range []string{"", "B"} {
		doc.AddUTF8FontFromBytes(family, style, fonts.files[i])
	}
	doc.SetLineCapStyle("round")
	p := pdfPage{doc: doc, alpha: 1}
	for i, l := range pages {
		if i == 0 {
			doc.SetTitle(l.title(), true)
		}
		doc.AddPageFormat("P", fpdf.SizeType{Wd: l.Width, Ht: l.Height})
		for _, item := range l.backed(ground).Items {
			p.item(item)
		}
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("write a chart as PDF: %w", err)
	}
	return nil
}

const family = "NotoSansSC"

// title is the first text of a list.
func (l List) title() string {
	for _, item := range l.Items {
		if t, ok := item.(Text); ok {
			return t.Text
		}
	}
	return ""
}

// pdfPage paints items on a page.
type pdfPage struct {
	doc   *fpdf.Fpdf
	alpha float64 // in force
}

func (p *pdfPage) item(item Item) {
	switch i := item.(type) {
	case Rect:
		p.rect(i)
	case Line:
		p.line(i)
	case Dot:
		p.dot(i)
	case Text:
		p.text(i)
	}
}

func (p *pdfPage) rect(i Rect) {
	if style := p.style(i.Fill, i.Stroke, 1); style != "" {
		if i.Radius > 0 {
			p.doc.RoundedRect(i.X, i.Y, i.W, i.H, min(i.Radius, i.W/2, i.H/2), "1234", style)
		} else {
			p.doc.Rect(i.X, i.Y, i.W, i.H, style)
		}
	}
}

func (p *pdfPage) line(i Line) {
	if p.style(color.NRGBA{}, i.Color, i.Width) == "" {
		return
	}
	if i.Dash > 0 {
		p.doc.SetDashPattern([]float64{i.Dash}, 0)
		defer p.doc.SetDashPattern(nil, 0)
	}
	p.doc.Line(i.X1, i.Y1, i.X2, i.Y2)
}

func (p *pdfPage) dot(i Dot) {
	if style := p.style(i.Fill, i.Stroke, i.Width); style != "" {
		p.doc.Circle(i.X, i.Y, i.R, style)
	}
}

// style sets the colours and returns what fpdf calls fill, draw or both; "" paints nothing.
func (p *pdfPage) style(fill, stroke color.NRGBA, width float64) string {
	style := ""
	if stroke.A > 0 && width > 0 {
		p.doc.SetDrawColor(int(stroke.R), int(stroke.G), int(stroke.B))
		p.doc.SetLineWidth(width)
		p.opacity(stroke.A)
		style = "D"
	}
	if fill.A > 0 {
		p.doc.SetFillColor(int(fill.R), int(fill.G), int(fill.B))
		p.opacity(fill.A)
		style = "F" + style
	}
	return style
}

func (p *pdfPage) opacity(a uint8) {
	if alpha := float64(a) / 0xff; alpha != p.alpha {
		p.doc.SetAlpha(alpha, "Normal")
		p.alpha = alpha
	}
}

func (p *pdfPage) text(i Text) {
	style := ""
	if i.Bold {
		style = "B"
	}
	p.doc.SetFont(family, style, i.Size)
	p.doc.SetTextColor(int(i.Color.R), int(i.Color.G), int(i.Color.B))
	p.opacity(i.Color.A)
	x := i.X
	switch i.Anchor {
	case Middle:
		x -= p.doc.GetStringWidth(i.Text) / 2
	case End:
		x -= p.doc.GetStringWidth(i.Text)
	}
	p.doc.Text(x, i.Y, i.Text)
}
