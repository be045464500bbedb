package read

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"nianbao/importer/read/readtest"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sameAsExcelize compares a workbook's cells and merges with those that excelize, which
// works in an entirely different way, finds in it.
func sameAsExcelize(t testing.TB, content []byte) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := mustRead(t, content)
	if names := f.GetSheetList(); len(names) != len(sheets) {
		t.Fatalf("%d sheets, excelize has %v", len(sheets), names)
	}
	for i, name := range f.GetSheetList() {
		s := &sheets[i]
		if s.Name != name {
			t.Fatalf("sheet %q, excelize has %q", s.Name, name)
		}
		visible, err := f.GetSheetVisible(name)
		if err != nil || visible == s.Hidden {
			t.Errorf("sheet %q: hidden is %v, excelize says visible %v, %v", name, s.Hidden, visible, err)
		}
		sameCells(t, f, s)
		sameMerges(t, f, s)
	}
}

func sameCells(t testing.TB, f *excelize.File, s *Sheet) {
	t.Helper()
	rows, err := f.GetRows(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range max(len(rows), len(s.Rows)) {
		width := 0
		if i < len(rows) {
			width = len(rows[i])
		}
		if i < len(s.Rows) {
			width = max(width, len(s.Rows[i].Cells))
		}
		for j := range width {
			address, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			theirs, err := f.GetCellValue(s.Name, address)
			if err != nil {
				t.Fatal(err)
			}
			c := s.At(i, j)
			if !sameValue(c, theirs) {
				t.Errorf("%s!%s is %+v, excelize has %q", s.Name, address, c, theirs)
			}
		}
	}
}

func sameValue(c Cell, theirs string) bool {
	switch {
	case c.Kind == noValueFormula:
		return theirs == ""
	case c.Kind == NumberCell:
		a, err1 := strconv.ParseFloat(c.Text, 64)
		b, err2 := strconv.ParseFloat(theirs, 64)
		return err1 == nil && err2 == nil && a == b
	case c.Text == "TRUE" || c.Text == "FALSE":
		return theirs == c.Text || theirs == map[string]string{"TRUE": "1", "FALSE": "0"}[c.Text]
	default:
		return c.Text == theirs
	}
}

// sameMerges checks that each covered position leads to the origin that
// excelize gives its merge, and that no other position is covered.
func sameMerges(t testing.TB, f *excelize.File, s *Sheet) {
	t.Helper()
	merges, err := f.GetMergeCells(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	covers := 0
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			if s.At(i, j).Covered {
				covers++
			}
		}
	}
	for _, m := range merges {
		a, ok := parseArea(m.GetStartAxis() + ":" + m.GetEndAxis())
		if !ok {
			t.Fatalf("merge %v", m)
		}
		for i := a.top; i <= a.bottom; i++ {
			for j := a.left; j <= a.right; j++ {
				c := s.At(i, j)
				if !c.Covered {
					continue
				}
				covers--
				if int(c.OriginRow) != a.top || int(c.OriginCol) != a.left {
					t.Errorf("%s: %d, %d leads to %d, %d, not to %s", s.Name, i, j, c.OriginRow, c.OriginCol, m.GetStartAxis())
				}
			}
		}
	}
	if covers != 0 {
		t.Errorf("%s: %d covered places outside excelize's merges", s.Name, covers)
	}
}

// randomWorkbook writes a workbook with everything that excelize can put into
// cells.
func randomWorkbook(t testing.TB, random *rand.Rand) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for n := range 1 + random.IntN(3) {
		name := fmt.Sprintf("表 %d <&>", n)
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for range random.IntN(120) {
			address, _ := excelize.CoordinatesToCellName(1+random.IntN(20), 1+random.IntN(40))
			if err := randomCell(f, random, name, address); err != nil {
				t.Fatal(err)
			}
		}
		for k := range random.IntN(4) { // in separate rows, so that they never overlap
			left, top := 1+random.IntN(10), 1+10*k+random.IntN(4)
			from, _ := excelize.CoordinatesToCellName(left, top)
			to, _ := excelize.CoordinatesToCellName(left+random.IntN(8), top+random.IntN(5))
			if err := f.MergeCell(name, from, to); err != nil {
				t.Fatal(err)
			}
		}
		if n > 0 && random.IntN(2) == 0 {
			if err := f.SetSheetVisible(name, false, random.IntN(2) == 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func randomCell(f *excelize.File, random *rand.Rand, sheet, address string) error {
	switch random.IntN(9) {
	case 0:
		return f.SetCellInt(sheet, address, random.Int64N(1e9)-100)
	case 1:
		return f.SetCellFloat(sheet, address, random.Float64()*1e6, -1, 64)
	case 2:
		return f.SetCellStr(sheet, address, []string{" 13\u00a0", "总 计", "a\nb", "_x0041_", "１２", "<v>&amp;", "\u3000"}[random.IntN(7)])
	case 3:
		return f.SetCellBool(sheet, address, random.IntN(2) == 0)
	case 4:
		return f.SetCellFormula(sheet, address, "SUM(A1:A9)")
	case 5:
		return f.SetCellRichText(sheet, address, []excelize.RichTextRun{{Text: "行政"}, {Text: "许可 ", Font: &excelize.Font{Bold: true}}})
	case 6:
		return f.SetCellValue(sheet, address, random.Float64()*1e-9)
	case 7:
		style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
		if err != nil {
			return err
		}
		return f.SetCellStyle(sheet, address, address, style)
	default:
		return f.SetCellStr(sheet, address, fmt.Sprint(random.IntN(30)))
	}
}

func TestOurReaderAgreesWithExcelize(t *testing.T) {
	for seed := range uint64(60) {
		sameAsExcelize(t, randomWorkbook(t, rand.New(rand.NewPCG(seed, 0))))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	sameAsExcelize(t, formLike(t))
}

func TestHandWrittenCellsReadAsWithExcelize(t *testing.T) {
	sameAsExcelize(t, workbookOf(t, `<worksheet `+readtest.SheetNS+`><sheetData>
		<row r="1" spans="1:3"><c r="A1" s="0" t="s"><v>1</v></c><c r="C1"><v>3.5</v></c></row>
		<row r="4"><c r="B4" t="inlineStr"><is><r><t>一</t></r><r><t>、二</t></r></is></c><c r="C4" t="str"><f>A1</f><v>x</v></c></row>
		</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
		`<sst `+readtest.SheetNS+`><si><t>甲</t></si><si><t xml:space="preserve"> 乙 </t></si></sst>`))
}
