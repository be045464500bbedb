package importer

import (
	"archive/zip"
	"bytes"
	"io"
	"nianbao/importer/read"
	"testing"

	"github.com/xuri/excelize/v2"
)

func BenchmarkReadOfficialForm(b *testing.B) {
	content := sampleForm(b)
	opt := read.Options{Scratch: &read.Scratch{}} // as in an import
	b.Run("reader", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := read.Sheets("form.xlsx", content, opt); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "files/s")
	})
	b.Run("inflating alone", func(b *testing.B) {
		for b.Loop() {
			inflate(b, content)
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "files/s")
	})
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			readWithExcelize(b, content)
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "files/s")
	})
}

// inflate reads the parts that a reader needs and ignores their content: no reader can be
// faster.
func inflate(b *testing.B, content []byte) {
	p, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"} {
		r, err := p.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}

// readWithExcelize reads cells and merges, as a program without a reader of
// its own would.
func readWithExcelize(b *testing.B, content []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if _, err := f.GetRows(name); err != nil {
			b.Fatal(err)
		}
		if _, err := f.GetMergeCells(name); err != nil {
			b.Fatal(err)
		}
	}
}
