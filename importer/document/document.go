package document

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Document is a document on A4 under construction, with the margins and fonts of official
// papers (GB/T 9704—2012). Write finishes it.
type Document struct {
	body     strings.Builder
	notes    []string // footnotes
	pictures [][]byte // PNG
}

// Style is a style of paragraphs.
type Style string

// The styles.
const (
	Title     Style = "Title"      // 小标宋 22 pt, centred
	Subtitle  Style = "Subtitle"   // 楷体 16 pt, centred
	Heading   Style = "Heading1"   // 一、 黑体 16 pt
	Second    Style = "Heading2"   // （一） 楷体 16 pt
	Body      Style = "BodyText"   // 仿宋 16 pt, lines of 29 pt, first line indented
	Caption   Style = "Caption"    // 黑体 12 pt, centred, above tables and pictures
	FormTitle Style = "FormTitle"  // 黑体 16 pt, centred, above the statutory form
	Section   Style = "FormHead"   // 黑体 12 pt, heads a section of the statutory form
	NewPage   Style = "FormHeadNP" // the same on a new page
	Plain     Style = "FormText"   // 宋体 10.5 pt
	cellText  Style = "CellText"
	cellHead  Style = "CellHead"
	cellLeft  Style = "CellLeft"
	noteText  Style = "FootnoteText"
)

// Run is a piece of text, followed by a footnote if Note is not "".
type Run struct{ Text, Note string }

// Paragraph adds a paragraph.
func (d *Document) Paragraph(style Style, runs ...Run) {
	fmt.Fprintf(&d.body, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, style)
	for _, r := range runs {
		d.body.WriteString(run(r.Text))
		if r.Note != "" {
			d.notes = append(d.notes, r.Note)
			fmt.Fprintf(&d.body, `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, len(d.notes))
		}
	}
	d.body.WriteString(`</w:p>`)
}

// Picture adds a PNG picture as wide as the text; its height follows from the pixels.
// description says in words what it shows.
func (d *Document) Picture(png []byte, pixelsWide, pixelsHigh int, description string) {
	d.pictures = append(d.pictures, png)
	n := len(d.pictures)
	const emu = 36_000 // a millimetre
	width := textWidth * emu
	height := width * pixelsHigh / max(1, pixelsWide)
	fmt.Fprintf(&d.body, `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%[1]d" cy="%[2]d"/><wp:docPr id="%[3]d" name="Picture %[3]d" descr="%[4]s"/>`+
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%[3]d" name="chart%[3]d.png" descr="%[4]s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="picture%[3]d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
		width, height, n, escaped(description))
}

// run returns the XML of a text; line breaks are kept.
func run(text string) string {
	if text == "" {
		return ""
	}
	parts := strings.Split(text, "\n")
	for i, part := range parts {
		parts[i] = `<w:t xml:space="preserve">` + escaped(part) + `</w:t>`
	}
	return `<w:r>` + strings.Join(parts, `<w:br/>`) + `</w:r>`
}

// escaped returns a text for XML, without the characters that XML cannot hold.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder never fails
	return b.String()
}
