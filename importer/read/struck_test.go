package read

import (
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/data/form"
	"nianbao/importer/read/readtest"
)

// stroke is a part of a cell's text.
type stroke struct {
	text string
	out  bool // struck out
}

// rest returns a text without the struck-out strokes, and raw with all of them.
func rest(strokes []stroke, word string) (rest, raw string) {
	left := ""
	for _, s := range strokes {
		if s.out {
			left += s.text
		} else {
			rest += s.text
		}
	}
	if IsBlank(left) {
		return rest, rest
	}
	return rest, rest + "〔" + word + "：" + left + "〕"
}

// each joins the strokes as XML elements.
func each(strokes []stroke, out, stands string) string {
	all := ""
	for _, s := range strokes {
		element := stands
		if s.out {
			element = out
		}
		all += strings.Replace(element, "*", html.EscapeString(s.text), 1)
	}
	return all
}

// strikers writes a file whose first cell holds the strokes, in every way that a
// format has for it.
func strikers(t *testing.T) map[string]func([]stroke) []byte {
	all := map[string]func([]stroke) []byte{}
	addSpreadsheetStrikers(t, all)
	addOldWorkbookStrikers(all)
	docx := func(name, out, stands, styles string) {
		all["docx "+name] = func(s []stroke) []byte {
			return docxWith(t, `<w:tbl><w:tr><w:tc><w:p>`+each(s, out, stands)+`</w:p></w:tc><w:tc>`+readtest.Paragraph("x")+`</w:tc></w:tr></w:tbl>`, styles)
		}
	}
	const stands = `<w:r><w:t>*</w:t></w:r>`
	for _, p := range []string{"strike", "dstrike", "vanish"} {
		docx(p, `<w:r><w:rPr><w:`+p+`/></w:rPr><w:t>*</w:t></w:r>`, stands, "")
		docx(p+" off", `<w:r><w:rPr><w:`+p+` w:val="true"/></w:rPr><w:t>*</w:t></w:r>`, `<w:r><w:rPr><w:`+p+` w:val="0"/></w:rPr><w:t>*</w:t></w:r>`, "")
		docx(p+" style", `<w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>*</w:t></w:r>`, stands, `<w:style w:type="character" w:styleId="a"><w:rPr><w:`+p+`/></w:rPr></w:style><w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>`)
		docx(p+" of the usual paragraph", `<w:r><w:t>*</w:t></w:r>`, `<w:r><w:rPr><w:`+p+` w:val="off"/></w:rPr><w:t>*</w:t></w:r>`, `<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr><w:`+p+`/></w:rPr></w:style>`)
		docx(p+" twice", `<w:r><w:t>*</w:t></w:r>`, `<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>*</w:t></w:r>`, `<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr><w:`+p+`/></w:rPr></w:style><w:style w:type="character" w:styleId="a"><w:rPr><w:`+p+`/></w:rPr></w:style>`)
	}
	docx("deleted", `<w:del w:id="1"><w:r><w:delText>*</w:delText></w:r></w:del>`, `<w:ins w:id="2">`+stands+`</w:ins>`, "")
	docx("moved away", `<w:moveFrom w:id="1"><w:r><w:t>*</w:t></w:r></w:moveFrom>`, stands, "")
	page := func(name, out, stands, head string) {
		all["html "+name] = func(s []stroke) []byte {
			return []byte(`<html><head>` + head + `</head><body><table><tr><td>` + each(s, out, stands) + `</td><td>x</td></tr></table></body></html>`)
		}
	}
	for _, tag := range []string{"s", "S", "strike", "del"} {
		page(tag, "<"+tag+">*</"+tag+">", "*", "")
		page(tag+" in b", "<b><"+tag+" class=x>*</"+tag+"></b>", "<b>*</b>", "")
	}
	for _, style := range []string{"text-decoration:line-through", "color:red; TEXT-DECORATION: underline line-through red", "text-decoration-line:line-through", "visibility:hidden", "display : none", "font-size:0", "font-size:0px", "font-size:.0em", "opacity:0", "mso-hide:all;display:none"} {
		for _, tag := range []string{"span", "font", "b", "u", "a"} {
			page(tag+" "+style, `<`+tag+` style="`+style+`">*</`+tag+`>`, `<`+tag+` style="font-size:10pt">*</`+tag+`>`, "")
		}
		page("class "+style, `<font class="x font5">*</font>`, `<font class="font6">*</font>`, "<style><!-- /* a{} */ @page {size:1in} td.xl1, .font5 {color:red;"+style+";} .font6{color:red} @media print {font{"+style+"}}--></style>")
		page("class within "+style, `<span class="x y">*</span>`, `<span class="x">*</span>`, "<style>body table .x.y {"+style+"} p .x{"+style+"}</style>")
	}
	page("a shown part of a hidden one", `*`, `<span style="visibility:visible">*</span>`, "<style>td {visibility:hidden}</style>")
	return all
}

func addSpreadsheetStrikers(t *testing.T, all map[string]func([]stroke) []byte) {
	const sheet = `<worksheet ` + readtest.SheetNS + `><sheetData><row r="1">%s<c r="B1" t="str"><v>x</v></c></row></sheetData></worksheet>`
	const fonts = `<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0" numFmtId="0"/><xf fontId="1" numFmtId="0"/><xf fontId="2" numFmtId="0"/></cellXfs>`
	runs := func(out, stands, style string) {
		for _, on := range []string{"<strike/>", `<strike val="1"/>`} {
			name := fmt.Sprintf("in style %s with %s", style, on)
			all["xlsx inline "+name] = func(s []stroke) []byte {
				return styledWorkbook(t, fmt.Sprintf(sheet, `<c r="A1" s="`+style+`" t="inlineStr"><is>`+each(s, strings.Replace(out, "<strike/>", on, 1), stands)+`</is></c>`), noStrings, fonts)
			}
			all["xlsx shared "+name] = func(s []stroke) []byte {
				return styledWorkbook(t, fmt.Sprintf(sheet, `<c r="A1" s="`+style+`" t="s"><v>1</v></c>`), `<sst `+readtest.SheetNS+`><si><t>x</t></si><si>`+each(s, strings.Replace(out, "<strike/>", on, 1), stands)+`</si></sst>`, fonts)
			}
		}
	}
	const struck, own, plain = `<r><rPr><b/><strike/></rPr><t>*</t></r>`, `<r><rPr><color rgb="FFFF0000"/></rPr><t>*</t></r>`, `<r><t>*</t></r>`
	runs(struck, own, "0")
	runs(struck, plain, "0")
	runs(struck, plain, "2")
	runs(struck, own, "1")
	runs(plain, own, "1")
	all["xml"] = func(s []stroke) []byte {
		return []byte(oldXMLOf("", `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">`+each(s, `<B><S>*</S></B>`, `<Font html:Color="#FF0000">*</Font>`)+`</ss:Data></Cell>`))
	}
	ods := func(name, styles, out, stands string) {
		all["ods "+name] = func(s []stroke) []byte {
			return styledODS(t, styles, styles, `<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>`+each(s, out, stands)+`</text:p></table:table-cell>`)
		}
	}
	const line = `<style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/>`
	const none = `<style:text-properties style:text-line-through-style="none"/>`
	const span = `<text:span text:style-name="T1">*</text:span>`
	ods("span", `<style:style style:name="T1" style:family="text">`+line+`</style:style>`, span, `*`)
	ods("span of a named style", `<style:style style:name="T0" style:family="text">`+line+`</style:style><style:style style:name="T1" style:family="text" style:parent-style-name="T0"/>`, span, `*`)
	ods("hidden span", `<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>`, span, `*`)
	ods("cell style", `<style:default-style style:family="table-cell">`+line+`</style:default-style><style:style style:name="T1" style:family="text">`+none+`</style:style>`, `*`, span)
}

func addOldWorkbookStrikers(all map[string]func([]stroke) []byte) {
	// Fonts 0 to 3 and 5, 6: there is no number 4. Number 6 strikes out.
	fonts := func(b *biffBook) {
		for i := range 6 {
			b.record(biffFont, u16(200), u16(8*(i/5)), u32(0), u16(0), u16(0))
		}
		b.record(biffXF, u16(0), u16(0), make([]byte, 16))
		b.record(biffXF, u16(6), u16(0), make([]byte, 16))
	}
	letters := func(strokes []stroke, number func(stroke) u16, first bool) (text string, runs []u16) {
		for i, s := range strokes {
			if i > 0 || first {
				runs = append(runs, u16(len(utf16.Encode([]rune(text)))), number(s))
			}
			text += s.text
		}
		return text, runs
	}
	struck := func(s stroke) u16 {
		if s.out {
			return 6
		}
		return 5
	}
	add := func(name string, style u16, first bool) {
		all["xls shared, "+name] = func(strokes []stroke) []byte {
			text, runs := letters(strokes, struck, first)
			b := newBook()
			fonts(b)
			b.record(biffSST, u32(1), u32(1), u16(len(utf16.Encode([]rune(text)))), byte(9), u16(len(runs)/2), wide(text), runs)
			return b.sheets(biffVersion8, []string{"表"}, []byte{0}, []func(*biffBook){func(s *biffBook) {
				s.record(biffLabelSST, u16(0), u16(0), style, u32(0))
			}})
		}
		all["xls label, "+name] = func(strokes []stroke) []byte {
			text, runs := letters(strokes, struck, first)
			b := newBook()
			fonts(b)
			return b.sheets(biffVersion8, []string{"表"}, []byte{0}, []func(*biffBook){func(s *biffBook) {
				s.record(biffRString, u16(0), u16(0), style, u16(len(utf16.Encode([]rune(text)))), byte(1), wide(text), u16(len(runs)/2), runs)
			}})
		}
	}
	add("all runs with a font", 0, true)
	add("in a style that strikes out", 1, true)
}

// docxWith packs a document with styles.
func docxWith(t testing.TB, body, styles string) []byte {
	t.Helper()
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	return readtest.Zip(t,
		readtest.Part{Name: "word/document.xml", Body: `<w:document ` + ns + `><w:body>` + body + `</w:body></w:document>`},
		readtest.Part{Name: "word/_rels/document.xml.rels", Body: readtest.RelationshipsStart + `<Relationship Id="rId1" Type="` + readtest.RelationshipType + `styles" Target="styles.xml"/></Relationships>`},
		readtest.Part{Name: "word/styles.xml", Body: `<w:styles ` + ns + `>` + styles + `</w:styles>`})
}

// styledWorkbook packs a worksheet with styles.
func styledWorkbook(t testing.TB, worksheet, sharedStrings, styles string) []byte {
	t.Helper()
	return readtest.Zip(t,
		readtest.Part{Name: "xl/workbook.xml", Body: `<workbook ` + readtest.SheetNS + ` ` + readtest.RelNS + `><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		readtest.Part{Name: "xl/_rels/workbook.xml.rels", Body: readtest.RelationshipsStart +
			`<Relationship Id="rId1" Type="` + readtest.RelationshipType + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + readtest.RelationshipType + `sharedStrings" Target="sharedStrings.xml"/>` +
			`<Relationship Id="rId3" Type="` + readtest.RelationshipType + `styles" Target="styles.xml"/></Relationships>`},
		readtest.Part{Name: "xl/worksheets/sheet1.xml", Body: worksheet},
		readtest.Part{Name: "xl/sharedStrings.xml", Body: sharedStrings},
		readtest.Part{Name: "xl/styles.xml", Body: `<styleSheet ` + readtest.SheetNS + `>` + styles + `</styleSheet>`})
}

// oldXMLOf writes XML Spreadsheet 2003 with a row of cells.
func oldXMLOf(styles, cells string) string {
	return `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>` +
		styles + `</Styles><Worksheet ss:Name="表"><Table><Row>` + cells + `</Row></Table></Worksheet></Workbook>`
}

// styledODS packs a spreadsheet with a row of cells.
func styledODS(t testing.TB, named, automatic, cells string) []byte {
	t.Helper()
	const ns = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" `
	return readtest.Zip(t,
		readtest.Part{Name: "styles.xml", Body: `<office:document-styles` + ns + `><office:styles>` + named + `</office:styles></office:document-styles>`},
		readtest.Part{Name: "content.xml", Body: `<office:document-content` + ns + `><office:automatic-styles>` + automatic + `</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表"><table:table-row>` + cells + `</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`})
}

func TestStruckOutTextIsIgnored(t *testing.T) {
	var texts [][]stroke
	for _, n := range []string{"0", "7", "14", "2390", "11398889", "1,234", "25.1", "12件", "　16　"} {
		texts = append(texts, []stroke{{n, false}}, []stroke{{n, true}}, []stroke{{"12", true}, {n, false}}, []stroke{{n, false}, {"12", true}}, []stroke{{n, false}, {" ", true}},
			[]stroke{{"7", true}, {n, false}, {"9", true}}, []stroke{{"12", true}, {"13", true}, {n, false}})
		if IsDigit(n[0]) {
			texts = append(texts, []stroke{{n[:1], false}, {"5", true}, {n[1:], false}})
		}
	}
	column := form.Column{Unit: "件"}
	for name, write := range strikers(t) {
		word := "划去"
		for _, hidden := range []string{"vanish", "visibility", "display", "font-size:0", "font-size:.0", "opacity", "hidden one"} {
			if strings.Contains(name, hidden) {
				word = "隐藏"
			}
		}
		for _, strokes := range texts {
			text, raw := rest(strokes, word)
			sheets, err := Sheets(name, write(strokes), Options{})
			if text == "" && isEmpty(err) {
				continue // all of it is struck out
			}
			if err != nil {
				t.Errorf("%s, %v: %v", name, strokes, err)
				continue
			}
			c := sheets[0].At(0, 0)
			squeezed := func(s string) string { return strings.Join(strings.Fields(Tidy(s)), "") }
			if squeezed(c.Text) != squeezed(text) || squeezed(c.Raw()) != squeezed(raw) {
				t.Errorf("%s, %v: %q of %q, want %q of %q", name, strokes, c.Text, c.Raw(), text, raw)
				continue
			}
			got, plain := ValueOf(c, &column, ""), ValueOf(Cell{Text: text}, &column, "")
			if plain.Status == form.StatusNumber && text != raw {
				plain.Status = form.StatusNoted
			}
			if got.Status != plain.Status || got.Value != plain.Value {
				t.Errorf("%s, %v: %+v, want %+v", name, strokes, got, plain)
			}
			if again := ValueOf(Cell{Text: c.Raw()}, &column, ""); got.Status.HasValue() && (again.Value != got.Value || again.Status != got.Status) {
				t.Errorf("%q reads as %+v, want %+v", c.Raw(), again, got)
			}
		}
	}
}

func TestACellStruckOutByItsStyleIsBlank(t *testing.T) {
	biff := func(cell func(*biffBook)) []byte {
		b := newBook()
		b.record(biffFont, u16(200), u16(8), u32(0), u16(0), u16(0))
		b.record(biffXF, u16(0), u16(0), make([]byte, 16))
		b.record(biffSST, u32(1), u32(1), u16(1), byte(0), []byte("5"))
		return b.sheets(biffVersion8, []string{"表"}, []byte{0}, []func(*biffBook){cell})
	}
	const fonts = `<fonts><font><strike/></font></fonts><cellXfs><xf fontId="0" numFmtId="0"/></cellXfs>`
	const line = `<style:text-properties style:text-line-through-type="double"/>`
	for name, content := range map[string][]byte{
		"xlsx":                 styledWorkbook(t, `<worksheet `+readtest.SheetNS+`><sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData></worksheet>`, noStrings, fonts),
		"xls":                  biff(func(s *biffBook) { s.record(biffRK, u16(0), u16(0), u16(0), u32(5<<2|2)) }),
		"xls text":             biff(func(s *biffBook) { s.record(biffLabelSST, u16(0), u16(0), u16(0), u32(0)) }),
		"xls text in the cell": biff(func(s *biffBook) { s.record(biffLabel, u16(0), u16(0), u16(0), u16(1), byte(0), []byte("5")) }),
		"xml":                  []byte(oldXMLOf(`<Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="s2" ss:Parent="s1"><NumberFormat/></Style>`, `<Cell ss:StyleID="s2"><Data ss:Type="Number">5</Data></Cell>`)),
		"xml usual style":      []byte(oldXMLOf(`<Style ss:ID="Default"><Font ss:StrikeThrough="1"/></Style>`, `<Cell><Data ss:Type="Number">5</Data></Cell>`)),
		"ods":                  styledODS(t, "", `<style:style style:name="ce1" style:family="table-cell">`+line+`</style:style>`, `<table:table-cell table:style-name="ce1" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>`),
		"ods named":            styledODS(t, `<style:style style:name="old" style:family="table-cell">`+line+`</style:style>`, `<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="old"/>`, `<table:table-cell table:style-name="ce1" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>`),
		"html":                 []byte(`<table><tr style="text-decoration:line-through"><td x:num="5">5</td><td>x</td></tr></table><p>x`),
		"docx":                 docxWith(t, `<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>`+readtest.Paragraph("5")+`</w:tc><w:tc>`+readtest.Paragraph("x")+`</w:tc></w:tr></w:tbl>`, ""),
	} {
		sheets, err := Sheets(name, content, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		c := sheets[0].At(0, 0)
		if v := ValueOf(c, &form.Column{Unit: "件"}, ""); name != "html" && (c.Text != "" || c.Kind != TextCell || v.Status != form.StatusBlank || c.Raw() != "〔划去：5〕") {
			t.Errorf("%s: %q of %q, %+v", name, c.Text, c.Raw(), v)
		}
	}
}

func TestStyleSheetsOfAWebArchiveAreApplied(t *testing.T) {
	message := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td><font class=\"font5\">12</font>14<td>x</table></html>\r\n" +
		"--b\r\nContent-Type: text/css\r\n\r\n.font5 {text-decoration:line-through}\r\n--b--\r\n"
	want(t, mustRead(t, []byte(message)), `
		# 
		t1.1: 14 (14〔划去：12〕) | x`)
}

func TestAnExcel95RichTextCellIsReadInItsCodePage(t *testing.T) {
	b := &biffBook{}
	b.record(biffBOF, u16(biffVersion5), u16(5))
	b.record(biffCodePage, u16(936))
	b.record(biffFont, u16(200), u16(0), u32(0), u16(0), u16(0))
	b.record(biffFont, u16(200), u16(8), u32(0), u16(0), u16(0))
	at := b.Len() + 4 + 7 + 1 + 4
	b.record(biffSheet, u32(at), byte(0), byte(0), byte(1), []byte("a"))
	b.record(biffEOF)
	b.record(biffBOF, u16(biffVersion5), u16(biffWorksheet))
	b.record(biffRString, u16(0), u16(0), u16(0), u16(5), []byte("\xb9\xb212\x34"), byte(3), []byte{0, 0, 2, 1, 3, 0})
	b.record(biffEOF)
	want(t, mustRead(t, b.Bytes()), `
		# a
		1: 共24 (共24〔划去：1〕)`)
}
