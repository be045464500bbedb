package read

import (
	"reflect"
	"strings"
	"testing"

	"nianbao/importer/read/readtest"
)

// smallDocument has everything that tables in reports have: merges to the right and down,
// blank cells, and rows of different layout.
var smallDocument = []readtest.Block{
	{Text: "石桥镇2023年政府信息公开工作年度报告"}, {Text: ""}, {Text: "一、总体情况  如下"},
	{Rows: []readtest.TableRow{
		{{Text: "项目", Columns: 2, Rows: 2}, {Text: "申请人\n情况", Columns: 3}},
		{{Columns: 2, Above: true}, {Text: "自然人", Columns: 1}, {Text: "商业 & 企业", Columns: 1}, {Text: "总计", Columns: 1}},
		{{Text: "三、", Columns: 1, Rows: 2}, {Text: "（一）", Columns: 1}, {Text: "13", Columns: 1}, {Columns: 1}, {Text: "<13>", Columns: 1}},
		{{Columns: 1, Above: true}, {Text: "（二）", Columns: 1}, {Text: "0", Columns: 3}},
	}},
	{Text: "二、"},
	{Rows: []readtest.TableRow{{{Text: "a", Columns: 1}}}},
}

func TestADocumentIsReadTheSameInAllFormats(t *testing.T) {
	whole := mustRead(t, readtest.DocxOf(t, smallDocument))
	want(t, whole, `
		# 
		p1: 石桥镇2023年政府信息公开工作年度报告
		p2: 一、总体情况  如下
		t1.1: 项目 | [项目] | 申请人⏎情况 | [申请人⏎情况] | [申请人⏎情况]
		t1.2: [项目] | [项目] | 自然人 | 商业 & 企业 | 总计
		t1.3: 三、 | （一） | 13 |  | <13>
		t1.4: [三、] | （二） | 0 | [0] | [0]
		p3: 二、
		t2.1: a`)
	for name, content := range map[string][]byte{
		"Word 2003 XML": readtest.WordXMLOf(smallDocument), "flat docx": readtest.FlatDocxOf(smallDocument),
		"odt": readtest.ODT(t, "", readtest.ODTBody(smallDocument)), "fodt": readtest.FODT(readtest.ODTBody(smallDocument)),
	} {
		if got := mustRead(t, content); !reflect.DeepEqual(got, whole) {
			t.Errorf("%s gives\n%s", name, dump(got))
		}
	}
}

func TestDeletedTextInWordXMLIsIgnored(t *testing.T) {
	mark := func(kind, content string) string {
		return `<aml:annotation aml:id="0" w:type="Word.` + kind + `"><aml:content>` + content + `</aml:content></aml:annotation>`
	}
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	want(t, mustRead(t, readtest.WordXML(`<w:p>`+run("受理")+mark("Deletion", `<w:r><w:delText>15</w:delText></w:r>`)+mark("Insertion", run("16"))+mark("Comment", `<w:p>`+run("批注")+`</w:p>`)+`<w:hlink>`+run("件")+`</w:hlink></w:p>`+
		mark("Insertion", readtest.Paragraph("新段"))+
		`<w:tbl><w:tr>`+readtest.Cell(``, "甲")+`</w:tr><w:tr><w:trPr>`+mark("Deletion", "")+`</w:trPr>`+readtest.Cell("", "删")+`</w:tr></w:tbl>`)), `
		# 
		p1: 受理16件
		p2: 新段
		t1.1: 甲`)
}

func TestAnOpenDocumentTextIsReadAsPrinted(t *testing.T) {
	want(t, mustRead(t, readtest.ODT(t, "", `<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes>
		<text:section><text:h>一、
			总体 </text:h></text:section><text:list><text:list-item><text:p>受理<text:s text:c="2"/><text:span>16</text:span><text:tab/><text:a>件</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note><office:annotation><text:p>批</text:p></office:annotation><text:date>2024年</text:date></text:p></text:list-item></text:list>
		<text:p>图<draw:frame><draw:text-box><table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>框</text:p><text:p>内</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table></draw:text-box></draw:frame></text:p>
		<draw:custom-shape><text:p>形</text:p></draw:custom-shape>`)), `
		# 
		p1: 一、 总体
		p2: 受理  16	件2024年
		p3: 图
		t1.1: 框⏎内 | 框⏎内
		t1.2:  | 1
		t1.3:  | 1
		p4: 形`)
	old := readtest.Zip(t, readtest.Part{Name: "content.xml", Body: `<office:document-content ` + odfNS + `><office:body><office:text><text:p>旧</text:p></office:text></office:body></office:document-content>`},
		readtest.Part{Name: "META-INF/manifest.xml", Body: `<?xml version="1.0"?><!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`})
	want(t, mustRead(t, old), "# \np1: 旧")
	if got := failure(t, readtest.ODT(t, "", "")); got.Kind != Empty {
		t.Errorf("an empty text is %v", got)
	}
	deep := ""
	for range maxTableDepth + 1 {
		deep = `<table:table><table:table-row><table:table-cell>` + deep + `</table:table-cell></table:table-row></table:table>`
	}
	if got := failure(t, readtest.ODT(t, "", deep)); got.Reason != ReasonDepth {
		t.Errorf("nested tables are %v", got)
	}
}

func TestADamagedOpenDocumentTextNeverYieldsWrongCells(t *testing.T) {
	holdsWhenDamaged(t, readtest.ODT(t, "", readtest.ODTBody(smallDocument)))
}

func TestAFlatSpreadsheetIsRead(t *testing.T) {
	want(t, mustRead(t, []byte(`<?xml version="1.0"?><office:document `+odfNS+` office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="表"><table:table-row><table:table-cell office:value-type="float" office:value="1.5"><text:p>2</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`)), `
		# 表
		1: =1.5`)
}

// FuzzFlatXML reads the flat forms of documents.
func FuzzFlatXML(f *testing.F) {
	f.Add(readtest.WordXMLOf(smallDocument))
	f.Add(readtest.FlatDocxOf(smallDocument))
	f.Add(readtest.FODT(readtest.ODTBody(smallDocument)))
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, read := range []func(*input) ([]Sheet, error){readWordXML, readFlatODF} {
			if sheets, err := read(&input{content: content}); err == nil && len(sheets) == 0 || err != nil && !hasWords(asReadError(err)) {
				t.Fatal(sheets, err)
			}
		}
	})
}

func TestStruckOutTextIsKeptSeparatelyInAllFormats(t *testing.T) {
	var w readtest.Word97Text
	w.Run("15", readtest.Change(sprmCFStrike, 1))
	w.Run("x", readtest.Change(sprmCFVanish, 1))
	w.Paragraph("16", 0x07, readtest.InTable)
	w.Paragraph("", 0x07, append(append([]byte(nil), readtest.RowEnd...), readtest.Row([]int{0, 100}, []uint16{0})...))
	docxRun := func(properties, text string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	docxTable := `<w:tbl><w:tr><w:tc><w:p>` + docxRun(`<w:strike/>`, "1") + docxRun(`<w:rStyle w:val="S"/>`, "5") + docxRun(`<w:vanish w:val="on"/>`, "x") + docxRun("", "16") + `</w:p></w:tc></w:tr></w:tbl>`
	docxStyle := `<w:styles><w:style w:type="character" w:styleId="S"><w:rPr><w:dstrike w:val="on"/></w:rPr></w:style></w:styles>`
	odt := `<table:table><table:table-row><table:table-cell><text:p text:style-name="P"><text:span text:style-name="T">15</text:span><text:span text:style-name="H">x</text:span><text:span text:style-name="N">16</text:span></text:p></table:table-cell></table:table-row></table:table>`
	odtStyles := `<style:style style:name="P" style:family="paragraph"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="T" style:family="text"/><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>` +
		`<style:style style:name="N" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>`
	for name, content := range map[string][]byte{
		"doc": w.File(readtest.Word97Style{}), "rtf": rtfOf(`\trowd\cellx9\pard\intbl{\strike 15}{\v x}16\cell\row`),
		"odt":           readtest.ODT(t, odtStyles, odt),
		"Word 2003 XML": []byte(strings.Replace(string(readtest.WordXML(docxTable)), `<w:styles><w:style w:type="paragraph"><w:name w:val="Normal"/></w:style></w:styles>`, docxStyle, 1)),
		"change":        readtest.WordXML(`<w:tbl><w:tr><w:tc><w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>15</w:delText></w:r></aml:content></aml:annotation>` + docxRun(`<w:vanish/>`, "x") + docxRun("", "16") + `</w:p></w:tc></w:tr></w:tbl>`),
	} {
		c := mustRead(t, content)[0].At(0, 0)
		if raw := c.Raw(); c.Text != "16" || raw != "16〔划去：15；隐藏：x〕" {
			t.Errorf("%s: %q, raw %q", name, c.Text, raw)
		}
	}
}
