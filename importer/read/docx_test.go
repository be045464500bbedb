package read

import (
	"nianbao/importer/read/readtest"
	"strings"
	"testing"
)

func TestADocumentIsReadAsParagraphsAndTables(t *testing.T) {
	want(t, mustRead(t, readtest.Docx(t, readtest.Paragraph("一、总体情况")+readtest.Paragraph(" ")+
		`<w:tbl><w:tr>`+readtest.Cell(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, "项目")+readtest.Cell(`<w:gridSpan w:val="2"/>`, "申请人")+`</w:tr>
		<w:tr>`+readtest.Cell(`<w:gridSpan w:val="2"/><w:vMerge/>`, "")+readtest.Cell("", "自然人")+readtest.Cell("", "总计")+`</w:tr>
		<w:tr><w:trPr><w:gridBefore w:val="1"/><w:hidden/></w:trPr>`+readtest.Cell("", "新收")+readtest.Cell("", "13")+readtest.Cell("", "")+`</w:tr>
		<w:tr><w:trPr><w:del w:id="1"/></w:trPr>`+readtest.Cell("", "删")+`</w:tr></w:tbl>`+readtest.Paragraph("二、"))), `
		# 
		p1: 一、总体情况
		t1.1: 项目 | [项目] | 申请人 | [申请人]
		t1.2: [项目] | [项目] | 自然人 | 总计
		ht1.3:  | 新收 | 13 | 
		p2: 二、`)
}

func TestOnlyVisibleTextIsRead(t *testing.T) {
	run := func(s string) string { return `<w:r>` + s + `</w:r>` }
	want(t, mustRead(t, readtest.Docx(t, `<w:p>`+
		run(`<w:t xml:space="preserve">受理 </w:t><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/>`)+
		`<w:del>`+run(`<w:delText>15</w:delText>`)+`</w:del><w:ins>`+run(`<w:t>16</w:t>`)+`</w:ins>`+
		run(`<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t>`)+
		run(`<w:rPr><w:vanish/></w:rPr><w:t>隐</w:t>`)+run(`<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>件</w:t>`)+
		run(`<w:fldChar w:fldCharType="begin"/>`)+run(`<w:instrText>SUM(ABOVE)</w:instrText>`)+run(`<w:fldChar w:fldCharType="separate"/>`)+run(`<w:t>7</w:t>`)+
		`<w:hyperlink>`+run(`<w:t>链</w:t>`)+`</w:hyperlink>`+
		run(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+readtest.Paragraph("框")+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice>`+
			`<mc:Fallback><w:pict><v:textbox><w:txbxContent>`+readtest.Paragraph("框")+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`)+
		`</w:p><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>`+readtest.Paragraph("控件")+`</w:sdtContent></w:sdt>`)), `
		# 
		p1: 受理 `+"\t"+`⏎-16（2）件7链
		p2: 框
		p3: 控件`)
}

func TestANestedTableIsReadSeparately(t *testing.T) {
	inner := `<w:tbl><w:tr>` + readtest.Cell("", "规章") + readtest.Cell("", "1") + `</w:tr></w:tbl>`
	want(t, mustRead(t, readtest.Docx(t, `<w:tbl><w:tr>`+readtest.Cell("", "甲")+readtest.Cell("", "乙")+`</w:tr><w:tr><w:tc>`+readtest.Paragraph("前")+inner+readtest.Paragraph("后")+`</w:tc></w:tr></w:tbl>`)), `
		# 
		t1.1: 甲 | 乙
		p1: 前
		t2.1: 规章 | 1
		p2: 后`)
}

func TestTablesNestedTooDeeplyAreRefused(t *testing.T) {
	n := maxTableDepth + 1
	body := strings.Repeat(`<w:tbl><w:tr><w:tc>`, n) + readtest.Paragraph("x") + strings.Repeat(`</w:tc></w:tr></w:tbl>`, n)
	if got := failure(t, readtest.Docx(t, body)); got.Kind != TooLarge || got.Reason != ReasonDepth {
		t.Errorf("got %v", got)
	}
}

func TestADamagedDocumentNeverYieldsWrongCells(t *testing.T) {
	holdsWhenDamaged(t, kept(t, "lo_form.docx"))
}

func FuzzDocument(f *testing.F) {
	f.Add(readtest.Paragraph("甲") + `<w:tbl><w:tr>` + readtest.Cell(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, "a") + `</w:tr><w:tr>` + readtest.Cell(`<w:gridSpan w:val="2"/><w:vMerge/>`, "") + readtest.Cell(`<w:hMerge/>`, "b") + `</w:tr></w:tbl>`)
	f.Add(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:r><w:rPr><w:dstrike w:val="0"/><w:vanish/></w:rPr><w:t>1</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		sheets, err := Sheets("fuzz", readtest.Docx(t, body), Options{})
		if err == nil && len(sheets) != 1 {
			t.Fatalf("%d sheets", len(sheets))
		}
	})
}
