package document

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
)

// Measures of a page by GB/T 9704—2012, in millimetres. The text is 156 wide and 225 high.
const (
	pageWidth, pageHeight = 210, 297
	topMargin, leftMargin = 37, 28
	textWidth, textHeight = 156, 225
)

// twips are twentieths of a point.
func twips(millimetres int) int { return millimetres * 14400 / 254 }

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// spaces are the XML namespaces of the parts.
const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

// Write writes the document.
func (d *Document) Write(w io.Writer) error {
	to := zip.NewWriter(w)
	put := func(name string, content []byte) error {
		part, err := to.Create(name)
		if err == nil {
			_, err = part.Write(content)
		}
		return err
	}
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageLinks}, {"word/_rels/document.xml.rels", d.documentLinks()},
		{"word/styles.xml", styles()}, {"word/settings.xml", settings}, {"word/fontTable.xml", fontTable()},
		{"word/footnotes.xml", d.footnotes()}, {"word/footer1.xml", footer("right")}, {"word/footer2.xml", footer("left")},
		{"word/document.xml", d.content()},
	}
	for _, p := range parts {
		if err := put(p.name, []byte(xmlHead+p.content)); err != nil {
			return fmt.Errorf("write document: %w", err)
		}
	}
	for i, png := range d.pictures {
		if err := put(fmt.Sprintf("word/media/picture%d.png", i+1), png); err != nil {
			return fmt.Errorf("write document: %w", err)
		}
	}
	if err := to.Close(); err != nil {
		return fmt.Errorf("write document: %w", err)
	}
	return nil
}

func (d *Document) content() string {
	return `<w:document ` + spaces + `><w:body>` + d.body.String() +
		`<w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>` +
		fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="1588" w:gutter="0"/>`, twips(pageWidth), twips(pageHeight),
			twips(topMargin), twips(pageWidth-leftMargin-textWidth), twips(pageHeight-topMargin-textHeight), twips(leftMargin)) +
		`</w:sectPr></w:body></w:document>`
}

// footer is the page number between dashes, on the outer side of the page.
func footer(side string) string {
	part := func(inner string) string { return `<w:r><w:rPr><w:sz w:val="28"/></w:rPr>` + inner + `</w:r>` }
	return `<w:ftr ` + spaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="` + side + `"/></w:pPr>` + part(`<w:t xml:space="preserve">— </w:t>`) +
		part(`<w:fldChar w:fldCharType="begin"/>`) + part(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`) + part(`<w:fldChar w:fldCharType="separate"/>`) + part(`<w:t>1</w:t>`) + part(`<w:fldChar w:fldCharType="end"/>`) +
		part(`<w:t xml:space="preserve"> —</w:t>`) + `</w:p></w:ftr>`
}

func (d *Document) footnotes() string {
	var b strings.Builder
	b.WriteString(`<w:footnotes ` + spaces + `><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, note := range d.notes {
		fmt.Fprintf(&b, `<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>%s</w:p></w:footnote>`, i+1, noteText, run(" "+note))
	}
	return b.String() + `</w:footnotes>`
}

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>` +
	`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
	`<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`

const linkType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

const packageLinks = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="` + linkType + `officeDocument" Target="word/document.xml"/></Relationships>`

func (d *Document) documentLinks() string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	link := func(id, kind, target string) {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"/>`, id, linkType+kind, target)
	}
	link("styles", "styles", "styles.xml")
	link("settings", "settings", "settings.xml")
	link("fonts", "fontTable", "fontTable.xml")
	link("footnotes", "footnotes", "footnotes.xml")
	link("footer1", "footer", "footer1.xml")
	link("footer2", "footer", "footer2.xml")
	for i := range d.pictures {
		link(fmt.Sprintf("picture%d", i+1), "image", fmt.Sprintf("media/picture%d.png", i+1))
	}
	return b.String() + `</Relationships>`
}

const settings = `<w:settings ` + spaces + `><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
