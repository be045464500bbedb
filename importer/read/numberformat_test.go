package read

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read/readtest"
)

func TestFormatsThatOnlyGroupRoundOrColourDoNotChangeTheNumber(t *testing.T) {
	for _, code := range []string{
		"", "General", "G/通用格式", "@", "0", "0.00", "#,##0", "#,##0.00", "#,##0_);(#,##0)", "#,##0_);[Red](#,##0)", "[红色]-0;0", `_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `,
		`_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `, `[$¥-804]#,##0.00`, `[$-804]#,##0`, `"¥"#,##0;"¥"-#,##0`, "0.00E+00", "##0.0E+0", "# ?/?", "# ??/??", "0_ ", "00000", `0" "`, "0;-0;;@", `0;-0;"—"`,
		`[=0]"/";General`, "#!,####", `#"万"####`, `#\ ###`, `0\-0`, "0.0;[Blue]-0.0", `[DBNum1][$-804]General`, "0!.", `"人民币"#,##0.00`, `+0;-0;0`,
	} {
		if f := parseNumberFormat(code); f != nil {
			t.Errorf("%q: %+v", code, f)
		}
	}
}

// formatted is a format, a stored number, and the expected result in the three columns: a
// number in the unit of the column, "?" for a question.
type formatted struct {
	code, stored, raw, money, yuan, count string
}

func formattedNumbers() []formatted {
	return []formatted{
		{"0!.0,", "251000", "25.1万", "25.1", "?", "?"},
		{`0\.0,`, "251000", "25.1万", "25.1", "?", "?"},
		{`0"."0,`, "1234567.89", "123.456789万", "123.456789", "?", "?"},
		{"#!.0,", "251000", "25.1万", "25.1", "?", "?"},
		{"#,##0!.0,", "-251000", "-25.1万", "-25.1", "?", "?"},
		{"0!.0000", "251000", "25.1万", "25.1", "?", "?"},
		{"0!.####", "251000", "25.1万", "25.1", "?", "?"},
		{`0!.0,"万"`, "251000", "25.1万", "25.1", "251000", "?"},
		{`0!.0000"万元"`, "251000", "25.1万元", "25.1", "251000", "?"},
		{`[红色]0!.0,"（万元）"`, "251000", "25.1（万元）", "25.1", "251000", "?"},
		{"0.0,", "251000", "251千", "?", "?", "?"},
		{"#,##0,", "251000", "251千", "?", "?", "?"},
		{"#,##0,.00", "251000", "251千", "?", "?", "?"},
		{`#,##0.0,"千元"`, "251000", "251千元", "25.1", "251000", "?"},
		{`0.00,,"百万元"`, "251000", "0.251百万元", "25.1", "251000", "?"},
		{"0.00,,", "251000", "0.251百万", "?", "?", "?"},
		{`0!.00,,"亿元"`, "251000000", "2.51亿元", "25100", "251000000", "?"},
		{`0"元"`, "251000", "251000元", "25.1", "251000", "?"},
		{"0元", "251000", "251000元", "25.1", "251000", "?"},
		{`#,##0.00 "元"`, "251000.5", "251000.5元", "25.10005", "251000.5", "?"},
		{`General"元整"`, "251000", "251000元整", "25.1", "251000", "?"},
		{`0.0"万元"`, "25.1", "25.1万元", "25.1", "251000", "?"},
		{`G/通用格式"万"`, "12", "12万", "12", "120000", "?"},
		{`0"千元"`, "251", "251千元", "25.1", "251000", "?"},
		{`[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"`, "251000", "25.1万元", "25.1", "251000", "?"},
		{`[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"`, "900", "900元", "0.09", "900", "?"},
		{`0!.0,"元"`, "251000", "25.1元", "?", "?", "?"},
		{`0,"万元"`, "251000", "251万元", "?", "?", "?"},
		{`0"件"`, "12", "12件", "?", "?", "12"},
		{`#,##0"（件）"`, "11398889", "11398889（件）", "11398889", "11398889", "11398889"},
		{`0" 人次"`, "12", "12人次", "?", "?", "12"},
		{"0%", "0.12", "12%", "?", "?", "?"},
		{"0.00%", "12", "1200%", "?", "?", "?"},
		{`0"%"`, "12", "12%", "?", "?", "?"},
		{`0"‰"`, "12", "12‰", "?", "?", "?"},
		{`0"万件"`, "12", "12万件", "?", "?", "?"},
		{`"约"0`, "12", "约12", "?", "?", "?"},
		{`"第"0"号"`, "12", "第12号", "?", "?", "?"},
		{`0"年"`, "2023", "2023年", "?", "?", "?"},
		{`0"元";-0"元";0`, "0", "0", "0", "0", "0"},
		{`0"元";-0"元";"—"`, "0", "0", "0", "0", "0"},
	}
}

func (f formatted) check(t *testing.T, how string, c Cell) {
	t.Helper()
	if c.Kind != NumberCell || c.Raw() != f.raw {
		t.Errorf("%s, %q: %q of kind %d as %q, want %q", how, f.code, c.Text, c.Kind, c.Raw(), f.raw)
	}
	for i, want := range []string{f.money, f.yuan, f.count} {
		col := []*form.Column{&feeColumn, &yuanColumn, &countColumn}[i]
		got := ValueOf(c, col, "")
		if want == "?" {
			if !got.Doubt || got.Status.HasValue() {
				t.Errorf("%s, %q of %s in %s: %+v, want a question", how, f.code, f.stored, col.Unit, got)
			}
			continue
		}
		n, err := form.ParseNumber(want)
		status := form.StatusNoted
		if f.raw == f.stored {
			status = form.StatusNumber
		}
		if err != nil || got.Doubt || got.Status != status || got.Value != n {
			t.Errorf("%s, %q of %s in %s: %+v, want %s", how, f.code, f.stored, col.Unit, got, want)
		}
	}
}

func TestANumberIsReadInTheUnitOfItsFormat(t *testing.T) {
	for _, f := range formattedNumbers() {
		f.check(t, "parsed", Cell{Kind: NumberCell, Text: f.stored, Look: parseNumberFormat(f.code).look(f.stored)})
	}
}

func TestAScaledNumberUnderAHeadingInAnotherUnitIsAskedAbout(t *testing.T) {
	c := Cell{Kind: NumberCell, Text: "251000", Look: parseNumberFormat("0!.0,").look("251000")}
	for _, test := range []struct {
		heading string
		col     *form.Column
		want    string
	}{
		{"万元", &feeColumn, "25.1"}, {"万元", &yuanColumn, "251000"}, {"元", &feeColumn, "?"}, {"千元", &feeColumn, "?"}, {"亿元", &yuanColumn, "?"},
	} {
		got := ValueOf(c, test.col, test.heading)
		if n, err := form.ParseNumber(test.want); got.Doubt != (test.want == "?") || err == nil && (got.Value != n || got.Status != form.StatusNoted) {
			t.Errorf("under %s in %s: %+v, want %s", test.heading, test.col.Unit, got, test.want)
		}
	}
}

func TestNumberFormatsAreReadFromEveryFileFormat(t *testing.T) {
	for _, f := range formattedNumbers() {
		code := html.EscapeString(f.code)
		styles := `<numFmts><numFmt numFmtId="164" formatCode="` + code + `"/></numFmts><fonts><font/></fonts><cellXfs><xf/><xf numFmtId="164" fontId="0"/></cellXfs>`
		book := styledWorkbook(t, `<worksheet `+readtest.SheetNS+`><sheetData><row r="1"><c r="A1" s="1"><v>`+f.stored+`</v></c></row></sheetData></worksheet>`, noStrings, styles)
		f.check(t, "xlsx", mustRead(t, book)[0].At(0, 0))

		n, err := strconv.ParseFloat(f.stored, 64)
		if err != nil {
			t.Fatal(err)
		}
		b := newBook()
		b.record(biffFormat, u16(170), u16(len([]rune(f.code))), byte(1), wide(f.code))
		b.record(biffXF, u16(0), u16(170), make([]byte, 16))
		f.check(t, "xls", mustRead(t, b.sheets(biffVersion8, []string{"表"}, []byte{0}, []func(*biffBook){func(s *biffBook) {
			s.record(biffNumber, u16(0), u16(0), u16(0), n)
		}}))[0].At(0, 0))

		old := oldXMLOf(`<Style ss:ID="s1"><NumberFormat ss:Format="`+code+`"/></Style>`, `<Cell ss:StyleID="s1"><Data ss:Type="Number">`+f.stored+`</Data></Cell>`)
		f.check(t, "xml", mustRead(t, []byte(old))[0].At(0, 0))

		if shown, ok := f.asShown(); ok {
			f.raw = Tidy(f.raw)
			f.check(t, "html", mustRead(t, []byte(`<table><tr><td x:num="`+f.stored+`">`+shown+`</td></tr></table>`))[0].At(0, 0))
		}
	}
}

func TestShortcutsForStylesAgreeWithParsingThem(t *testing.T) {
	shared := Options{Scratch: &Scratch{}}
	codes := []string{"General", "#,##0", "yyyy-mm-dd", "0.00_ ", `_ "¥"* #,##0.00_ `}
	for _, f := range formattedNumbers() {
		codes = append(codes, f.code, "#,##0.00") // followed by a plain one
	}
	for _, code := range codes {
		for _, font := range []string{`<font/>`, `<font><strike/></font>`, `<font><strike val="0"/></font>`} {
			for _, id := range []int{164, 9, 14, 4} {
				styles := fmt.Sprintf(`<numFmts><numFmt numFmtId="164" formatCode="%s"/></numFmts><fonts>%s</fonts><cellXfs count="1"><xf numFmtId="%d" fontId="0"/></cellXfs>`, html.EscapeString(code), font, id)
				content := styledWorkbook(t, `<worksheet `+readtest.SheetNS+`><sheetData><row r="1"><c r="A1"><v>45293</v></c></row></sheetData></worksheet>`, noStrings, styles)
				// An attribute in single quotes is not recognised by the fast check.
				slow := styledWorkbook(t, `<worksheet `+readtest.SheetNS+`><sheetData><row r="1"><c r="A1"><v>45293</v></c></row></sheetData></worksheet>`, noStrings, styles+`<x formatCode='strike'/>`)
				expected := dump(mustRead(t, slow))
				for range 2 {
					sheets, err := Sheets("a.xlsx", content, shared)
					if err != nil || dump(sheets) != expected {
						t.Errorf("%s, %s, %d: %v\n%s\nwant\n%s", code, font, id, err, dump(sheets), expected)
					}
				}
			}
		}
	}
}

// asShown returns what a spreadsheet program displays. ok is false if a page cannot show
// it in its text.
func (f formatted) asShown() (shown string, ok bool) {
	shown = strings.TrimRight(strings.TrimRight(f.raw, "千万百亿"), " ")
	if strings.Contains(f.code, "万") || strings.Contains(f.code, "亿") {
		shown = f.raw
	}
	return shown, f.raw != f.stored && !strings.Contains(f.code, `!.0,"元"`) && !strings.HasPrefix(f.code, `"`) && !strings.Contains(f.code, `0,"万元"`) && !strings.Contains(f.code, ",,")
}

func TestNumberFormatsAreReadFromOpenDocument(t *testing.T) {
	styleOf := func(format string) string {
		return format + `<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>`
	}
	for _, test := range []struct {
		format string
		formatted
	}{
		{`<number:number-style style:name="N1"><number:number number:min-integer-digits="1" number:display-factor="1000"><number:embedded-text number:position="1">.</number:embedded-text></number:number></number:number-style>`, formatted{"0!.0,", "251000", "25.1万", "25.1", "?", "?"}},
		{`<number:number-style style:name="N1"><number:number number:min-integer-digits="5"><number:embedded-text number:position="4">.</number:embedded-text></number:number><number:text>万元</number:text></number:number-style>`, formatted{"0!.0000", "251000", "25.1万元", "25.1", "251000", "?"}},
		{`<number:number-style style:name="N1"><number:number number:decimal-places="2" number:grouping="true"/><number:text> 元</number:text></number:number-style>`, formatted{"元", "251000", "251000元", "25.1", "251000", "?"}},
		{`<number:currency-style style:name="N1"><number:currency-symbol>￥</number:currency-symbol><number:number number:decimal-places="2"/></number:currency-style>`, formatted{"￥", "25.1", "25.1", "25.1", "25.1", "25.1"}},
		{`<number:percentage-style style:name="N1"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>`, formatted{"%", "0.12", "12%", "?", "?", "?"}},
		{`<number:number-style style:name="N1"><number:number/><number:text>%</number:text></number:number-style>`, formatted{"%", "12", "12%", "?", "?", "?"}},
		{`<number:number-style style:name="P0"><number:number number:display-factor="10000" number:decimal-places="1"/><number:text>万元</number:text></number:number-style><number:number-style style:name="N1"><number:number/><number:text>元</number:text><style:map style:condition="value()&gt;=10000" style:apply-style-name="P0"/></number:number-style>`, formatted{"map", "251000", "25.1万元", "25.1", "251000", "?"}},
		{`<number:number-style style:name="P0"><number:number number:display-factor="10000"/><number:text>万元</number:text></number:number-style><number:number-style style:name="N1"><number:number/><number:text>元</number:text><style:map style:condition="value()&gt;=10000" style:apply-style-name="P0"/></number:number-style>`, formatted{"map", "900", "900元", "0.09", "900", "?"}},
		{`<number:number-style style:name="N1"><number:number number:decimal-places="2" number:grouping="true"/></number:number-style>`, formatted{"#,##0.00", "11398889", "11398889", "11398889", "11398889", "11398889"}},
	} {
		cells := `<table:table-cell table:style-name="ce1" office:value-type="float" office:value="` + test.stored + `"><text:p>x</text:p></table:table-cell>`
		for how, content := range map[string][]byte{"named": styledODS(t, styleOf(test.format), "", cells), "automatic": styledODS(t, "", styleOf(test.format), cells)} {
			test.check(t, how, mustRead(t, content)[0].At(0, 0))
		}
	}
}

func TestCellsInheritTheStyleOfTheirRowOrColumn(t *testing.T) {
	const styles = `<Style ss:ID="s1"><NumberFormat ss:Format="0&quot;元&quot;"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style>`
	number := `<Cell><Data ss:Type="Number">5</Data></Cell>`
	old := `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>` + styles +
		`</Styles><Worksheet ss:Name="表"><Table><Column/><Column ss:StyleID="s1" ss:Span="1"/><Row>` + strings.Repeat(number, 4) + `</Row><Row ss:StyleID="s2">` + number + number + `</Row></Table></Worksheet></Workbook>`
	want(t, mustRead(t, []byte(old)), `
		# 表
		1: =5 | =5 (5元) | =5 (5元) | =5
		2: =5 (500%) | =5 (500%)`)
}

func TestShiftingTheDecimalPointIsExact(t *testing.T) {
	for _, n := range readtest.Numbers() {
		text := strconv.FormatInt(n.Whole, 10)
		if n.Decimals != "" {
			text += "." + n.Decimals
		}
		if n.Negative {
			text = "-" + text
		}
		for places := -4; places <= 8; places++ {
			moved, err := strconv.ParseFloat(shifted(text, places), 64)
			if err != nil || math.Abs(moved*math.Pow10(places)-float64(n.Millionths())/1e6) > 1e-6 {
				t.Errorf("%s by %d: %s", text, places, shifted(text, places))
			}
			if back := shifted(shifted(text, places), -places); !sameNumber(back, text) {
				t.Errorf("%s by %d and back: %s", text, places, back)
			}
		}
	}
}

func sameNumber(a, b string) bool {
	x, err1 := form.ParseNumber(a)
	y, err2 := form.ParseNumber(b)
	return err1 == nil && err2 == nil && x == y
}

func FuzzNumberFormat(f *testing.F) {
	for _, n := range formattedNumbers() {
		f.Add(n.code, n.stored)
	}
	f.Fuzz(func(t *testing.T, code, stored string) {
		format := parseNumberFormat(code)
		c := Cell{Kind: NumberCell, Text: stored, Look: format.look(stored)}
		for _, col := range []*form.Column{&feeColumn, &yuanColumn, &countColumn} {
			v := ValueOf(c, col, "")
			if v.Doubt && v.Status.HasValue() {
				t.Fatal(fmt.Sprint(v))
			}
		}
		if c.Look != nil && strings.Trim(c.Look.prefix+c.Look.suffix, " ") == "" {
			t.Fatalf("%q shows nothing beside the number", code)
		}
		_ = c.Raw()
	})
}
