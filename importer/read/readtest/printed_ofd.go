package readtest

import (
	"fmt"
	"strings"
	"testing"
)

const ofdNS = `xmlns:ofd="http://www.ofdspec.org/2016"`

// OFD prints pages as an OFD file (GB/T 33190).
func OFD(t testing.TB, pages []PrintedPage, style PrintStyle) []byte {
	t.Helper()
	parts := []Part{{"OFD.xml", `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ` + ofdNS + ` DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`}}
	var list, templates strings.Builder
	for i := range pages {
		p := &pages[i]
		o := ofdPrinter{style: style, page: p}
		rules := o.rules()
		body, template := rules+o.texts(), ""
		if style.Numbered { // the lines on a page of their own, which the page refers to
			body = o.texts()
			template = fmt.Sprintf(`<ofd:Template TemplateID="%d" ZOrder="Background"/>`, 900+i)
			name := fmt.Sprintf("Tpls/Tpl_%d/Content.xml", i)
			fmt.Fprintf(&templates, `<ofd:TemplatePage ID="%d" BaseLoc="%s"/>`, 900+i, name)
			parts = append(parts, Part{"Doc_0/" + name, o.wrap("", rules)})
		}
		name := fmt.Sprintf("Pages/Page_%d/Content.xml", i)
		fmt.Fprintf(&list, `<ofd:Page ID="%d" BaseLoc="%s"/>`, 100+i, name)
		parts = append(parts, Part{"Doc_0/" + name, o.wrap(template, body)})
	}
	return Zip(t, append(parts, Part{"Doc_0/Document.xml", `<?xml version="1.0" encoding="UTF-8"?><ofd:Document ` + ofdNS + `><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>` + templates.String() + `</ofd:CommonData><ofd:Pages>` + list.String() + `</ofd:Pages></ofd:Document>`})...)
}

// ofdPrinter writes a page with lengths in millimetres.
type ofdPrinter struct {
	style PrintStyle
	page  *PrintedPage
	id    int
}

func mm(points float64) float64 { return points * 25.4 / 72 }

func (o *ofdPrinter) wrap(template, content string) string {
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><ofd:Page %s>%s<ofd:Area><ofd:PhysicalBox>0 0 %.3f %.3f</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="1" Type="Body"><ofd:PageBlock ID="2">%s</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>`,
		ofdNS, template, mm(o.page.Width), mm(o.page.Height), content)
}

func (o *ofdPrinter) texts() string {
	var b strings.Builder
	for _, text := range o.page.Texts {
		characters := []rune(text.Text)
		pieces := [][]rune{characters}
		switch half := len(characters) / 2; o.style.Runs {
		case SingleCharacters:
			pieces = nil
			for i := range characters {
				pieces = append(pieces, characters[i:i+1])
			}
		case HalfLines:
			pieces = [][]rune{characters[:half], characters[half:]}
		}
		x := text.X
		for _, piece := range pieces {
			b.WriteString(o.text(x, text, string(piece)))
			x += TextWidth(string(piece), text.Size)
		}
	}
	return b.String()
}

// text writes a piece of text. If pieces are single characters, it is scaled by a
// matrix, as some programs do.
func (o *ofdPrinter) text(x float64, text PrintedText, piece string) string {
	if piece == "" {
		return ""
	}
	o.id++
	size, matrix, scale := mm(text.Size), "", 1.0
	if o.style.Runs == SingleCharacters {
		scale = 2
		matrix = ` CTM="0.5 0 0 0.5 0 0"`
	}
	var steps strings.Builder
	last, n := 0.0, 0
	flush := func() {
		switch {
		case n > 1:
			fmt.Fprintf(&steps, "g %d %.3f ", n, last*scale)
		case n == 1:
			fmt.Fprintf(&steps, "%.3f ", last*scale)
		}
		n = 0
	}
	characters := []rune(piece)
	for _, c := range characters[:len(characters)-1] {
		if w := mm(TextWidth(string(c), text.Size)); w != last {
			flush()
			last = w
		}
		n++
	}
	flush()
	return fmt.Sprintf(`<ofd:TextObject ID="%d" Boundary="%.3f %.3f %.3f %.3f" Font="3" Size="%.3f"%s><ofd:FillColor Value="0 0 0"/><ofd:TextCode X="0" Y="%.3f" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
		1000+o.id, mm(x), mm(text.Y)-size, mm(TextWidth(piece, text.Size)), 1.2*size, size*scale, matrix, size*scale, strings.TrimSpace(steps.String()), escapeXML(piece))
}

func escapeXML(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text)
}

func (o *ofdPrinter) rules() string {
	var b strings.Builder
	path := func(x0, y0, x1, y1 float64, look, data string) {
		o.id++
		fmt.Fprintf(&b, `<ofd:PathObject ID="%d" Boundary="%.3f %.3f %.3f %.3f" LineWidth="0.25"%s><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`, 1000+o.id, mm(x0), mm(y0), mm(x1-x0)+0.1, mm(y1-y0)+0.1, look, data)
	}
	rectangle := func(w, h float64) string {
		return fmt.Sprintf("M 0 0 L %.3f 0 L %.3f %.3f L 0 %.3f C", mm(w), mm(w), mm(h), mm(h))
	}
	line := func(x0, y0, x1, y1 float64) {
		path(x0, y0, x1, y1, "", fmt.Sprintf("M 0 0 L %.3f %.3f", mm(x1-x0), mm(y1-y0)))
	}
	switch o.style.Rules {
	case NoRules:
		return ""
	case StrokedBoxes:
		for _, c := range o.page.Boxes {
			path(c.Left, c.Top, c.Right, c.Bottom, ` Fill="false"`, rectangle(c.Right-c.Left, c.Bottom-c.Top))
		}
		return b.String()
	case FilledBars:
		line = func(x0, y0, x1, y1 float64) {
			path(x0, y0, x1, y1, ` Fill="true" Stroke="false"`, rectangle(x1-x0+0.5, y1-y0+0.5))
		}
	case OnePath:
		var data strings.Builder
		line = func(x0, y0, x1, y1 float64) {
			fmt.Fprintf(&data, "M %.3f %.3f L %.3f %.3f ", mm(x0), mm(y0), mm(x1), mm(y1))
		}
		o.sides(line)
		path(0, 0, o.page.Width, o.page.Height, "", strings.TrimSpace(data.String()))
		return b.String()
	}
	o.sides(line)
	return b.String()
}

// sides draws the sides of all cells.
func (o *ofdPrinter) sides(line func(x0, y0, x1, y1 float64)) {
	for _, c := range o.page.Boxes {
		line(c.Left, c.Top, c.Right, c.Top)
		line(c.Left, c.Bottom, c.Right, c.Bottom)
		line(c.Left, c.Top, c.Left, c.Bottom)
		line(c.Right, c.Top, c.Right, c.Bottom)
	}
}
