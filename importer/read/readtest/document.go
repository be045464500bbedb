package readtest

import (
	"fmt"
	"strings"
	"testing"
)

// Block is a paragraph of a document, or a table if it has rows.
type Block struct {
	Text string
	Rows []TableRow
}

// TableRow has a cell for each place, from left to right. Places that a merge
// covers from above have one too.
type TableRow []TableCell

// TableCell spans a number of columns, and rows unless it is 0. A cell with Above
// continues the one above it.
type TableCell struct {
	Text          string
	Columns, Rows int
	Above         bool
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// docxBody writes blocks as the body of a Word document.
func docxBody(blocks []Block, vMerge string) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Rows == nil {
			b.WriteString(Paragraph(escape.Replace(block.Text)))
			continue
		}
		b.WriteString(`<w:tbl>`)
		for _, r := range block.Rows {
			b.WriteString(`<w:tr>`)
			for _, c := range r {
				properties := fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.Columns)
				switch {
				case c.Above:
					properties += `<w:` + vMerge + `/>`
				case c.Rows > 1:
					properties += `<w:` + vMerge + ` w:val="restart"/>`
				}
				b.WriteString(Cell(properties, strings.ReplaceAll(escape.Replace(c.Text), "\n", `</w:t><w:br/><w:t>`)))
			}
			b.WriteString(`</w:tr>`)
		}
		b.WriteString(`</w:tbl>`)
	}
	return b.String()
}

// DocxOf packs a document with these blocks.
func DocxOf(t testing.TB, blocks []Block) []byte { return Docx(t, docxBody(blocks, "vMerge")) }

// WordXML is a document of Word 2003 in XML with this body.
func WordXML(body string) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>` +
		`<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml">` +
		`<w:styles><w:style w:type="paragraph"><w:name w:val="Normal"/></w:style></w:styles><w:body><wx:sect><wx:sub-section>` + body + `</wx:sub-section><w:sectPr/></wx:sect></w:body></w:wordDocument>`)
}

// WordXMLOf is a document of Word 2003 in XML with these blocks.
func WordXMLOf(blocks []Block) []byte { return WordXML(docxBody(blocks, "vmerge")) }

// FlatDocxOf is a document with these blocks as Word saves it in one XML file.
func FlatDocxOf(blocks []Block) []byte {
	part := func(name, content string) string {
		return `<pkg:part pkg:name="` + name + `"><pkg:xmlData>` + content + `</pkg:xmlData></pkg:part>`
	}
	return []byte(`<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` +
		part("/_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`) +
		part("/word/document.xml", `<w:document `+wordNS+`><w:body>`+docxBody(blocks, "vMerge")+`</w:body></w:document>`) +
		part("/word/glossary/document.xml", `<w:glossaryDocument `+wordNS+`><w:docParts>`+Paragraph("样例")+`</w:docParts></w:glossaryDocument>`) + `</pkg:package>`)
}

const odfNS = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`

// ODT packs an OpenDocument text with this content, after automatic styles.
func ODT(t testing.TB, styles, content string) []byte {
	t.Helper()
	return Zip(t, Part{Name: "mimetype", Body: "application/vnd.oasis.opendocument.text"},
		Part{Name: "content.xml", Body: `<office:document-content ` + odfNS + `><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text>` + content + `</office:text></office:body></office:document-content>`})
}

// FODT is such a text as one XML file.
func FODT(content string) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document ` + odfNS + ` office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>` + content + `</office:text></office:body></office:document>`)
}

// FODS is an OpenDocument spreadsheet with these automatic styles and tables as one XML
// file.
func FODS(styles, tables string) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document ` + odfNS + ` office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document>`)
}

// ODTBody writes blocks as the content of an OpenDocument text.
func ODTBody(blocks []Block) string {
	var b strings.Builder
	paragraph := func(text string) {
		b.WriteString(`<text:p>` + strings.ReplaceAll(strings.ReplaceAll(escape.Replace(text), "  ", ` <text:s/>`), "\n", `<text:line-break/>`) + `</text:p>`)
	}
	for _, block := range blocks {
		if block.Rows == nil {
			paragraph(block.Text)
			continue
		}
		b.WriteString(`<table:table><table:table-column table:number-columns-repeated="8"/>`)
		for _, r := range block.Rows {
			b.WriteString(`<table:table-row>`)
			for _, c := range r {
				if !c.Above {
					fmt.Fprintf(&b, `<table:table-cell table:number-columns-spanned="%d" table:number-rows-spanned="%d" office:value-type="string">`, c.Columns, max(c.Rows, 1))
					paragraph(c.Text)
					b.WriteString(`</table:table-cell>`)
				}
				covered := c.Columns
				if !c.Above {
					covered--
				}
				if covered > 0 {
					fmt.Fprintf(&b, `<table:covered-table-cell table:number-columns-repeated="%d"/>`, covered)
				}
			}
			b.WriteString(`</table:table-row>`)
		}
		b.WriteString(`</table:table>`)
	}
	return b.String()
}
