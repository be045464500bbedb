package read

import (
	"nianbao/importer/read/readtest"
	"testing"
)

const odfNS = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"`

func odsOf(t testing.TB, tables string) []byte {
	t.Helper()
	return readtest.Zip(t, readtest.Part{Name: "mimetype", Body: "application/vnd.oasis.opendocument.spreadsheet"},
		readtest.Part{Name: "content.xml", Body: `<office:document-content ` + odfNS + `><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`})
}

const odsTables = `<table:table table:name="表" table:style-name="ta1"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
	<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>项<text:s text:c="2"/>目</text:p><text:p>二<text:span>行</text:span></text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="11398889"><text:p>11,398,889</text:p></table:table-cell></table:table-row></table:table-header-rows>
	<table:table-row table:visibility="filter"><table:covered-table-cell table:number-columns-repeated="2"><text:p>下</text:p></table:covered-table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>是</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
	<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.50"><text:p>1.5</text:p></table:table-cell><table:table-cell table:formula="of:=A1"/><table:table-cell office:value-type="string" calcext:value-type="error" office:string-value=""><text:p>#REF!</text:p></table:table-cell></table:table-row>
	<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
	<table:table table:name="藏" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell></table:table-row></table:table>`

func TestAnOpenDocumentSpreadsheetIsRead(t *testing.T) {
	sheets := mustRead(t, odsOf(t, odsTables))
	want(t, sheets, `
		# 表
		1: 项  目⏎二行 | [项  目⏎二行] | =11398889
		h2: [项  目⏎二行] | [项  目⏎二行] | TRUE
		3: =1.50 | =1.50 | formula =of:=A1 | error #REF!
		4: =1.50 | =1.50 | formula =of:=A1 | error #REF!
		# 藏 (hidden)
		1: a`)
	if !sheets[0].IsColumnHidden(2) || sheets[0].IsColumnHidden(1) {
		t.Errorf("hidden columns are %v, want C", sheets[0].HiddenColumns)
	}
}

func TestRepeatedCellsTakeLittleMemory(t *testing.T) {
	content := odsOf(t, `<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>`)
	if got := failure(t, content); got.Kind != TooLarge {
		t.Errorf("got %v", got)
	}
}

func TestALockedOpenDocumentAsksForItsPassword(t *testing.T) {
	content := readtest.Zip(t, readtest.Part{Name: "content.xml", Body: "\x00\x01"}, readtest.Part{Name: "META-INF/manifest.xml", Body: `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`})
	if got := failure(t, content); got.Kind != Encrypted {
		t.Errorf("got %v", got)
	}
}

func TestADamagedOpenDocumentNeverYieldsWrongCells(t *testing.T) {
	holdsWhenDamaged(t, odsOf(t, odsTables))
}

func FuzzOpenDocument(f *testing.F) {
	f.Add(odsTables)
	f.Fuzz(func(t *testing.T, tables string) {
		if sheets, err := Sheets("fuzz", odsOf(t, tables), Options{}); err == nil && len(sheets) == 0 {
			t.Fatal("no sheet and no error")
		}
	})
}

const oldXML = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Worksheet ss:Name="表"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="Number">24252.311082000001</Data></Cell></Row>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2"><ss:Data ss:Type="String"><html:B>13</html:B><html:Sup>1</html:Sup></ss:Data><Comment><Data>注</Data></Comment></Cell><Cell ss:Formula="=R1C1"/><Cell ss:Formula="=1"><Data ss:Type="Number">2</Data></Cell></Row>
</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`

func TestXMLSpreadsheet2003IsRead(t *testing.T) {
	want(t, mustRead(t, []byte(oldXML)), `
		# 表 (hidden)
		1: 标题 | [标题] | =24252.311082
		2: 
		h3:  | 13（1） | formula =R1C1 | =2`)
	for n := 600; n < len(oldXML)-1; n += 7 {
		if got := failure(t, []byte(oldXML[:n])); got.Kind != Truncated {
			t.Fatalf("cut at %d: %v", n, got)
		}
	}
}

func FuzzOldXML(f *testing.F) {
	f.Add([]byte(oldXML))
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, err := readOldXML(&input{content: content}); err != nil && !hasWords(err) {
			t.Fatal(err)
		}
	})
}
