package importer

import (
	"fmt"
	"strings"
	"testing"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"`

// docxOf packs a document with this body.
func docxOf(t testing.TB, body string) []byte {
	t.Helper()
	return zipOf(t,
		part{"_rels/.rels", relsHead + `<Relationship Id="rId1" Type="` + relType + `officeDocument" Target="word/document.xml"/></Relationships>`},
		part{"word/document.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + wordNS + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`})
}

func wp(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func wc(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + wp(text) + `</w:tc>`
}

func TestADocumentReadsAsParagraphsAndTables(t *testing.T) {
	want(t, mustRead(t, docxOf(t, wp("一、总体情况")+wp(" ")+
		`<w:tbl><w:tr>`+wc(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, "项目")+wc(`<w:gridSpan w:val="2"/>`, "申请人")+`</w:tr>
		<w:tr>`+wc(`<w:gridSpan w:val="2"/><w:vMerge/>`, "")+wc("", "自然人")+wc("", "总计")+`</w:tr>
		<w:tr><w:trPr><w:gridBefore w:val="1"/><w:hidden/></w:trPr>`+wc("", "新收")+wc("", "13")+wc("", "")+`</w:tr>
		<w:tr><w:trPr><w:del w:id="1"/></w:trPr>`+wc("", "删")+`</w:tr></w:tbl>`+wp("二、"))), `
		# 
		p1: 一、总体情况
		t1.1: 项目 | [项目] | 申请人 | [申请人]
		t1.2: [项目] | [项目] | 自然人 | 总计
		ht1.3:  | 新收 | 13 | 
		p2: 二、`)
}

func TestOnlyTextThatIsShownCounts(t *testing.T) {
	run := func(s string) string { return `<w:r>` + s + `</w:r>` }
	want(t, mustRead(t, docxOf(t, `<w:p>`+
		run(`<w:t xml:space="preserve">受理 </w:t><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/>`)+
		`<w:del>`+run(`<w:delText>15</w:delText>`)+`</w:del><w:ins>`+run(`<w:t>16</w:t>`)+`</w:ins>`+
		run(`<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t>`)+
		run(`<w:rPr><w:vanish/></w:rPr><w:t>隐</w:t>`)+run(`<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>件</w:t>`)+
		run(`<w:fldChar w:fldCharType="begin"/>`)+run(`<w:instrText>SUM(ABOVE)</w:instrText>`)+run(`<w:fldChar w:fldCharType="separate"/>`)+run(`<w:t>7</w:t>`)+
		`<w:hyperlink>`+run(`<w:t>链</w:t>`)+`</w:hyperlink>`+
		run(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+wp("框")+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice>`+
			`<mc:Fallback><w:pict><v:textbox><w:txbxContent>`+wp("框")+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`)+
		`</w:p><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>`+wp("控件")+`</w:sdtContent></w:sdt>`)), `
		# 
		p1: 受理 `+"\t"+`⏎-16（2）件7链
		p2: 框
		p3: 控件`)
}

func TestATableWithinATableIsReadOnItsOwn(t *testing.T) {
	inner := `<w:tbl><w:tr>` + wc("", "规章") + wc("", "1") + `</w:tr></w:tbl>`
	want(t, mustRead(t, docxOf(t, `<w:tbl><w:tr>`+wc("", "甲")+wc("", "乙")+`</w:tr><w:tr><w:tc>`+wp("前")+inner+wp("后")+`</w:tc></w:tr></w:tbl>`)), `
		# 
		t1.1: 甲 | 乙
		p1: 前
		t2.1: 规章 | 1
		p2: 后`)
}

func TestTablesNestedTooDeeplyAreRefused(t *testing.T) {
	n := maxTableDepth + 1
	body := strings.Repeat(`<w:tbl><w:tr><w:tc>`, n) + wp("x") + strings.Repeat(`</w:tc></w:tr></w:tbl>`, n)
	if got := failure(t, docxOf(t, body)); got.Kind != TooLarge || got.Reason != ReasonDepth {
		t.Errorf("got %v", got)
	}
}

// docxFromGrid writes a sheet as a Word table, merges included, with the
// properties that Word itself puts around everything.
func docxFromGrid(s sheet) string {
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="3"/></w:tblPr><w:tblGrid><w:gridCol w:w="2435"/></w:tblGrid>`)
	width := 0
	for _, r := range s.rows {
		width = max(width, len(r.cells))
	}
	for i := range s.rows {
		b.WriteString(`<w:tr><w:trPr><w:trHeight w:val="340"/></w:trPr>`)
		for j := 0; j < width; {
			span := 1
			for j+span < width && sameMerge(&s, i, j, j+span) {
				span++
			}
			properties := fmt.Sprintf(`<w:tcW w:w="100"/><w:gridSpan w:val="%d"/>`, span)
			text := s.at(i, j).text
			switch c := s.at(i, j); {
			case c.cover && int(c.originRow) < i:
				properties += `<w:vMerge w:val="continue"/>`
				text = ""
			case s.at(i+1, j).cover && int(s.at(i+1, j).originRow) == i:
				properties += `<w:vMerge w:val="restart"/>`
			}
			b.WriteString(wc(properties, strings.NewReplacer("&", "&amp;", "<", "&lt;", "\n", `</w:t><w:br/><w:t>`).Replace(text)))
			j += span
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

// sameMerge tells whether two places of a row belong to one merge.
func sameMerge(s *sheet, i, j, k int) bool {
	origin := func(j int) (int32, int32) {
		if c := s.at(i, j); c.cover {
			return c.originRow, c.originCol
		}
		return int32(i), int32(j)
	}
	r1, c1 := origin(j)
	r2, c2 := origin(k)
	return r1 == r2 && c1 == c2
}

func TestTheFormInWordHasTheCellsAndMergesOfTheWorkbook(t *testing.T) {
	original := mustRead(t, sampleForm(t))[0]
	got := mustRead(t, docxOf(t, docxFromGrid(original)))[0]
	if len(got.rows) != len(original.rows) {
		t.Fatalf("%d rows, want %d", len(got.rows), len(original.rows))
	}
	for i := range original.rows {
		for j := range got.rows[i].cells {
			a, b := original.at(i, j), got.at(i, j)
			if a.text != b.text || a.cover != b.cover || a.originRow != b.originRow || a.originCol != b.originCol {
				t.Errorf("row %d column %d: %+v in the workbook, %+v in Word", i, j, a, b)
			}
		}
	}
}

func TestADamagedDocumentNeverGivesOtherCells(t *testing.T) {
	holdsWhenDamaged(t, docxOf(t, docxFromGrid(mustRead(t, sampleForm(t))[0])))
}

func FuzzDocument(f *testing.F) {
	f.Add(wp("甲") + `<w:tbl><w:tr>` + wc(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, "a") + `</w:tr><w:tr>` + wc(`<w:gridSpan w:val="2"/><w:vMerge/>`, "") + wc(`<w:hMerge/>`, "b") + `</w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		sheets, err := readSheets("fuzz", docxOf(t, body), readOptions{})
		if err == nil && len(sheets) != 1 {
			t.Fatalf("%d sheets", len(sheets))
		}
	})
}
