package read

import (
	"fmt"
	"nianbao/importer/read/readtest"
	"strings"
	"testing"
)

// workbookOf packs a worksheet part and a shared strings part, unchanged.
func workbookOf(t testing.TB, worksheet, sharedStrings string) []byte {
	t.Helper()
	return readtest.Zip(t,
		readtest.Part{Name: "_rels/.rels", Body: readtest.RelationshipsStart + `<Relationship Id="rId1" Type="` + readtest.RelationshipType + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		readtest.Part{Name: "xl/workbook.xml", Body: `<workbook ` + readtest.SheetNS + ` ` + readtest.RelNS + `><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		readtest.Part{Name: "xl/_rels/workbook.xml.rels", Body: readtest.RelationshipsStart +
			`<Relationship Id="rId1" Type="` + readtest.RelationshipType + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + readtest.RelationshipType + `sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`},
		readtest.Part{Name: "xl/worksheets/sheet1.xml", Body: worksheet},
		readtest.Part{Name: "xl/sharedStrings.xml", Body: sharedStrings},
	)
}

const noStrings = `<sst ` + readtest.SheetNS + `/>`

// cellsOf packs a worksheet with the given rows.
func cellsOf(t testing.TB, rows string) []byte {
	t.Helper()
	return workbookOf(t, `<worksheet `+readtest.SheetNS+`><sheetData>`+rows+`</sheetData></worksheet>`, noStrings)
}

func TestEveryTypeOfCellIsReadAsStored(t *testing.T) {
	content := workbookOf(t, `<worksheet `+readtest.SheetNS+`><sheetData><row r="1">
		<c r="A1" t="s"><v>0</v></c><c r="B1"><v>11398889</v></c><c r="C1" t="n"><v>24252.311082000001</v></c>
		<c r="D1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c><c r="E1" t="str"><f>A1</f><v>乙</v></c>
		<c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#REF!</v></c><c r="H1" t="d"><v>2024-01-31</v></c>
		<c r="I1"><f>SUM(B1:C1)</f></c><c r="J1"><f>B1</f><v/></c><c r="K1" t="str"><f>""</f><v></v></c><c r="L1"><v>1.1398889E7</v></c><c r="M1"><f>SUM(B1)</f><v>0.0</v></c><c r="N1"><f>SUM(B1)</f><v>0</v></c><c r="O1"><v>0.0</v></c></row></sheetData></worksheet>`,
		`<sst `+readtest.SheetNS+`><si><r><t>总</t></r><r><rPr/><t> 计</t></r><rPh sb="0" eb="1"><t>zong</t></rPh></si></sst>`)
	want(t, mustRead(t, content), `
		# 表
		1: 总 计 | =11398889 | =24252.311082 |  甲  | 乙 | TRUE | error #REF! | 2024-01-31 | formula =SUM(B1:C1) | formula =B1 |  | =11398889 | formula =SUM(B1) | =0 | =0.0`)
}

func TestMissingAddressesFollowFromPosition(t *testing.T) {
	want(t, mustRead(t, cellsOf(t, `<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`)), `
		# 表
		1: =1 | =2
		2: 
		3:  | =3 | =4
		4: =5`)
}

func TestRowsAndCellsMayBeOutOfOrder(t *testing.T) {
	want(t, mustRead(t, cellsOf(t, `<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>5</v></c></row>`)), `
		# 表
		1: =1
		2: =3 | =4 | =5`)
}

func TestPrefixesCommentsAndCDATADoNotMatter(t *testing.T) {
	content := workbookOf(t, "\ufeff"+`<?xml version="1.0"?><!-- a > b --><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:o="urn:other">
		<x:sheetData><x:row r="1"><!-- <x:c/> --><x:c r='A1' t='inlineStr'><x:is><x:t><![CDATA[a<b]]>&amp;&#x4e00;</x:t></x:is></x:c>
		<o:c r="B1"><o:v>9</o:v></o:c><x:c r="C1"><?pi x?><x:v>1<!-- 2 -->3</x:v></x:c></x:row></x:sheetData></x:worksheet>`, noStrings)
	want(t, mustRead(t, content), `
		# 表
		1: a<b&一 |  | =13`)
}

func TestPartsInUTF16AreRead(t *testing.T) {
	xml := `<?xml version="1.0" encoding="UTF-16"?><worksheet ` + readtest.SheetNS + `><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>规章</t></is></c></row></sheetData></worksheet>`
	encoded := []byte{0xFF, 0xFE}
	for _, r := range xml {
		encoded = append(encoded, byte(r), byte(r>>8))
	}
	want(t, mustRead(t, workbookOf(t, string(encoded), noStrings)), `
		# 表
		1: 规章`)
}

func TestMergesAreSpreadAndClippedToTheFilledCells(t *testing.T) {
	content := workbookOf(t, `<worksheet `+readtest.SheetNS+`><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row>
		<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row></sheetData>
		<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="A1:C1"/><mergeCell ref="AAA1:XFD1048576"/></mergeCells></worksheet>`, noStrings)
	sheets := mustRead(t, content)
	want(t, sheets, `
		# 表
		1: 标题 | [标题] | [标题]
		2: =1 | =2
		3: [=1] | =3`)
	if c := sheets[0].At(2, 0); c.OriginRow != 1 || c.OriginCol != 0 {
		t.Errorf("A3 leads to %d, %d, want the place of A2", c.OriginRow, c.OriginCol)
	}
}

func TestAMergeOverTheWholeSheetTakesLittleMemory(t *testing.T) {
	content := workbookOf(t, `<worksheet `+readtest.SheetNS+`><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="B900"><v>2</v></c></row></sheetData>
		<mergeCells><mergeCell ref="A1:XFD899"/></mergeCells></worksheet>`, noStrings)
	s := mustRead(t, content)[0]
	if n := len(s.Rows[0].Cells); n != keptSpan {
		t.Errorf("the first row has %d cells, want %d", n, keptSpan)
	}
}

func TestHiddenSheetsRowsAndColumnsAreMarked(t *testing.T) {
	content := readtest.Zip(t,
		readtest.Part{Name: "xl/workbook.xml", Body: `<workbook ` + readtest.SheetNS + ` ` + readtest.RelNS + `><sheets><sheet name="乙" r:id="b"/><sheet name="图" r:id="c"/><sheet name="甲 &amp; 丙" state="veryHidden" r:id="a"/></sheets></workbook>`},
		readtest.Part{Name: "xl/_rels/workbook.xml.rels", Body: readtest.RelationshipsStart +
			`<Relationship Id="a" Type="` + readtest.RelationshipType + `worksheet" Target="a.xml"/><Relationship Id="b" Type="` + readtest.RelationshipType + `worksheet" Target="../xl/b.xml"/>` +
			`<Relationship Id="c" Type="` + readtest.RelationshipType + `chartsheet" Target="c.xml"/></Relationships>`},
		readtest.Part{Name: "xl/a.xml", Body: `<worksheet ` + readtest.SheetNS + `><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`},
		readtest.Part{Name: "xl/b.xml", Body: `<worksheet ` + readtest.SheetNS + `><cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row hidden="true" r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>`},
	)
	sheets := mustRead(t, content)
	want(t, sheets, `
		# 乙
		1: =1 | =1
		h2: =2
		# 甲 & 丙 (hidden)
		1: =1`)
	if s := sheets[0]; s.IsColumnHidden(0) || !s.IsColumnHidden(1) || s.IsColumnHidden(2) {
		t.Errorf("hidden columns are %v, want B alone", s.HiddenColumns)
	}
}

func TestInvalidContentOfAWorkbookIsReportedWithItsAddress(t *testing.T) {
	rows := func(s string) string {
		return `<worksheet ` + readtest.SheetNS + `><sheetData>` + s + `</sheetData></worksheet>`
	}
	merges := func(s string) string {
		return `<worksheet ` + readtest.SheetNS + `><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row></sheetData><mergeCells>` + s + `</mergeCells></worksheet>`
	}
	for name, test := range map[string]struct {
		worksheet string
		kind      ErrorKind
		reason    Reason
		cell      string
	}{
		"a text that does not exist": {rows(`<row r="2"><c r="B2" t="s"><v>7</v></c></row>`), Damaged, ReasonStringIndex, "B2"},
		"a negative text number":     {rows(`<row r="2"><c r="B2" t="s"><v>-1</v></c></row>`), Damaged, ReasonStringIndex, "B2"},
		"the same cell twice":        {rows(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`), Damaged, ReasonCellTwice, "A1"},
		"a cell in another row":      {rows(`<row r="1"><c r="A2"><v>1</v></c></row>`), Damaged, ReasonAddress, "A2"},
		"a column beyond XFD":        {rows(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), Damaged, ReasonAddress, "XFE1"},
		"a row beyond the last":      {rows(`<row r="1048577"><c><v>1</v></c></row>`), Damaged, ReasonAddress, ""},
		"merges that overlap":        {merges(`<mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/>`), Damaged, ReasonMergeOverlap, "B1"},
		"merges from one cell":       {merges(`<mergeCell ref="A1:B1"/><mergeCell ref="A1:C1"/>`), Damaged, ReasonMergeOverlap, "A1"},
		"a merge without an address": {merges(`<mergeCell ref="A1:"/>`), Damaged, ReasonAddress, "A1:"},
		"a document type definition": {`<!DOCTYPE x [<!ENTITY e "v">]>` + rows(``), Damaged, ReasonDTD, ""},
		"an unknown entity":          {rows(`<row r="1"><c r="A1" t="str"><v>&e;</v></c></row>`), Damaged, ReasonMalformed, "A1"},
		"a tag closed by another":    {rows(`<row r="1"><c r="A1"><v>1</c></v></row>`), Damaged, ReasonMalformed, "A1"},
		"a missing end":              {`<worksheet ` + readtest.SheetNS + `><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`, Truncated, ReasonNone, ""},
		"two tables of cells":        {rows(`</sheetData><sheetData>`), Damaged, ReasonMalformed, ""},
		"a foreign root":             {`<worksheet><sheetData/></worksheet>`, Damaged, ReasonMalformed, ""},
		"deep nesting":               {rows(strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300)), TooLarge, ReasonDepth, ""},
		"too many cells":             {rows(wideRows(600)), TooLarge, ReasonCells, "XFD512"},
	} {
		t.Run(name, func(t *testing.T) {
			got := failure(t, workbookOf(t, test.worksheet, noStrings))
			if got.Kind != test.kind || got.Reason != test.reason || got.Cell != test.cell || got.Sheet != "表" {
				t.Errorf("got kind %d reason %d sheet %q cell %q: %v", got.Kind, got.Reason, got.Sheet, got.Cell, got)
			}
		})
	}
}

// wideRows writes rows that have only their last possible cell.
func wideRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+1, i+1)
	}
	return b.String()
}

func TestStyledEmptyCellsTakeNoMemory(t *testing.T) {
	var rows strings.Builder
	for i := 1; i <= 2000; i++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><v>1</v></c><c r="XFD%d" s="3"/></row>`, i, i, i)
	}
	s := mustRead(t, cellsOf(t, rows.String()))[0]
	if len(s.Rows) != 2000 || len(s.Rows[1999].Cells) != 1 {
		t.Errorf("%d rows, the last of %d cells", len(s.Rows), len(s.Rows[len(s.Rows)-1].Cells))
	}
}

func TestCharactersThatXMLCannotHoldAreUnescaped(t *testing.T) {
	want(t, mustRead(t, cellsOf(t, `<row r="1"><c r="A1" t="str"><v>a_x000A_b_x005F_x000A_c_xZZZZ_&#13;</v></c></row>`)), `
		# 表
		1: a⏎b_x000A_c_xZZZZ_`+"\r")
}

func TestADamagedWorkbookNeverYieldsWrongCells(t *testing.T) {
	holdsWhenDamaged(t, formLike(t))
}

func TestTwoPartsWithOneNameAreRefused(t *testing.T) {
	got := failure(t, readtest.Zip(t, readtest.Part{Name: "xl/workbook.xml", Body: "<a/>"}, readtest.Part{Name: "XL\\Workbook.xml", Body: "<a/>"}))
	if got.Reason != ReasonTwoParts {
		t.Errorf("got %v", got)
	}
}

func TestTooManyPartsAreRefused(t *testing.T) {
	parts := make([]readtest.Part, maxZipEntries+1)
	for i := range parts {
		parts[i].Name = fmt.Sprint(i)
	}
	parts[0].Name = "xl/workbook.xml"
	if got := failure(t, readtest.Zip(t, parts...)); got.Kind != TooLarge || got.Reason != ReasonParts {
		t.Errorf("got %v", got)
	}
}
