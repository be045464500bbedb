package read

import (
	"bytes"
	"io"
	"math/rand/v2"
	"nianbao/importer/read/readtest"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"testing/iotest"
)

// scanWorksheet reads a worksheet part.
func scanWorksheet(source io.Reader) (Sheet, error) {
	limits := Options{}.newBudget()
	w := &worksheetReader{grid: newGrid(limits), shared: sharedStrings{texts: []string{"零", "一"}}, texts: &arena{budget: limits}}
	x, err := newXMLScanner(source, nil)
	if err != nil {
		return Sheet{}, err
	}
	if err := w.read(x); err != nil {
		return Sheet{}, err
	}
	rows, err := w.grid.finish()
	return Sheet{Rows: rows}, err
}

// FuzzWorksheet compares the direct way of reading cells with reading them token by
// token, the only way if the source gives single bytes.
func FuzzWorksheet(f *testing.F) {
	for _, rows := range []string{
		`<row r="1"><c r="A1" s="2" t="s"><v>1</v></c><c r="B1"><v>12.50</v></c><c r="C1" s="1"/><c t="str"><v>x</v></c></row>`,
		`<row><c><v>1</v></c><c r="XFD1" t="n"><v>1e5</v></c></row><row r="2"/><row><c r="A3" t="inlineStr"><is><t>a</t></is></c></row>`,
		`<row r="2"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="b"><v>1</v></c><c r="D2"><f/></c></row><row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>`,
	} {
		f.Add(`<worksheet ` + readtest.SheetNS + `><sheetData>` + rows + `</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`)
	}
	f.Fuzz(func(t *testing.T, worksheet string) {
		direct, err := scanWorksheet(bytes.NewReader([]byte(worksheet)))
		general, generalErr := scanWorksheet(iotest.OneByteReader(bytes.NewReader([]byte(worksheet))))
		if (err == nil) != (generalErr == nil) || err == nil && !reflect.DeepEqual(direct, general) {
			t.Fatalf("direct %v %v, general %v %v", direct, err, general, generalErr)
		}
	})
}

// FuzzReadSheets gives whole files of any format to the readers.
func FuzzReadSheets(f *testing.F) {
	f.Add(randomWorkbook(f, rand.New(rand.NewPCG(3, 0))))
	f.Add([]byte("PK\x05\x06" + string(make([]byte, 18))))
	names, err := filepath.Glob(filepath.Join("testdata", "readers", "lo_*"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		sheets, err := Sheets("fuzz", content, Options{})
		if err == nil && len(sheets) == 0 {
			t.Fatal("no sheet and no error")
		}
		if err != nil && !hasWords(err) {
			t.Fatal("an error without words")
		}
	})
}
