// Package readtest builds the files that tests of the readers read.
package readtest

import (
	"archive/zip"
	"bytes"
	"testing"
)

// Names that the parts of a package begin with.
const (
	SheetNS            = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	RelNS              = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	RelationshipsStart = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	RelationshipType   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
)

// Part is one entry of a package that a test writes.
type Part struct{ Name, Body string }

// Zip packs parts.
func Zip(t testing.TB, parts ...Part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := w.Create(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p.Body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"`

// Docx packs a document with this body.
func Docx(t testing.TB, body string) []byte {
	t.Helper()
	return Zip(t,
		Part{Name: "_rels/.rels", Body: RelationshipsStart + `<Relationship Id="rId1" Type="` + RelationshipType + `officeDocument" Target="word/document.xml"/></Relationships>`},
		Part{Name: "word/document.xml", Body: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + wordNS + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`})
}

// Paragraph is a paragraph of a Word document.
func Paragraph(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

// Cell is a cell of a table in a Word document, with its properties as XML.
func Cell(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + Paragraph(text) + `</w:tc>`
}
