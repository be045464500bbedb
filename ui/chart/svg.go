package chart

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"
)

// SVG writes a list as a standalone SVG picture on a background. Text stays text, so that it can be
// searched and copied; the first of the Chinese typefaces it asks for is Noto Sans SC.
func (l List) SVG(w io.Writer, ground color.NRGBA) error {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]s" height="%[2]s" viewBox="0 0 %[1]s %[2]s" font-family="'Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif">`+"\n", coord(l.Width), coord(l.Height))
	l.backed(ground).svgItems(&b)
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// backed puts a rectangle of the background colour behind everything.
func (l List) backed(ground color.NRGBA) List {
	l.Items = append([]Item{Rect{W: l.Width, H: l.Height, Fill: ground}}, l.Items...)
	return l
}

func (l List) svgItems(b *strings.Builder) {
	for _, item := range l.Items {
		switch i := item.(type) {
		case Rect:
			fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s"%s%s%s/>`, coord(i.X), coord(i.Y), coord(i.W), coord(i.H),
				optional("rx", i.Radius), paint("fill", i.Fill), outline(i.Stroke, 1))
		case Line:
			fmt.Fprintf(b, `<line x1="%s" y1="%s" x2="%s" y2="%s"%s stroke-linecap="round"%s/>`, coord(i.X1), coord(i.Y1), coord(i.X2), coord(i.Y2),
				outline(i.Color, i.Width), optional("stroke-dasharray", i.Dash))
		case Dot:
			fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s"%s%s/>`, coord(i.X), coord(i.Y), coord(i.R), paint("fill", i.Fill), outline(i.Stroke, i.Width))
		case Text:
			fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"%s%s%s>%s</text>`, coord(i.X), coord(i.Y), coord(i.Size),
				weight(i.Bold), anchor(i.Anchor), paint("fill", i.Color), escaped(i.Text))
		}
		b.WriteByte('\n')
	}
}

// coord writes a coordinate with two decimals at most.
func coord(v float64) string {
	text := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

func optional(name string, value float64) string {
	if value == 0 {
		return ""
	}
	return fmt.Sprintf(` %s="%s"`, name, coord(value))
}

func paint(name string, c color.NRGBA) string {
	if c.A == 0 {
		return fmt.Sprintf(` %s="none"`, name)
	}
	text := fmt.Sprintf(` %s="#%02x%02x%02x"`, name, c.R, c.G, c.B)
	if c.A < 0xff {
		text += fmt.Sprintf(` %s-opacity="%s"`, name, coord(float64(c.A)/0xff))
	}
	return text
}

func outline(c color.NRGBA, width float64) string {
	if c.A == 0 || width == 0 {
		return ""
	}
	return paint("stroke", c) + optional("stroke-width", width)
}

func weight(bold bool) string {
	if bold {
		return ` font-weight="bold"`
	}
	return ""
}

func anchor(a Anchor) string {
	switch a {
	case Middle:
		return ` text-anchor="middle"`
	case End:
		return ` text-anchor="end"`
	default:
		return ""
	}
}

func escaped(text string) string {
	var b strings.Builder
	// Writing to a strings.Builder does not fail.
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}
