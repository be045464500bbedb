package read

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/importer/read/readtest"
)

// inked writes a file whose first cell holds a text in a colour on a background, "" for
// none.
func inked(t *testing.T) map[string]func(text, ink, background string) []byte {
	either := func(property, value string) string {
		if value == "" {
			return ""
		}
		return fmt.Sprintf(property, value)
	}
	return map[string]func(text, ink, background string) []byte{
		"xlsx": func(text, ink, background string) []byte {
			f := excelize.NewFile()
			style := excelize.Style{Font: &excelize.Font{Color: ink}}
			if background != "" {
				style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{background}}
			}
			id, err := f.NewStyle(&style)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle("Sheet1", "A1", "A1", id); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStr("Sheet1", "A1", text); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStr("Sheet1", "B1", "x"); err != nil {
				t.Fatal(err)
			}
			b, err := f.WriteToBuffer()
			if err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		},
		"XML Spreadsheet": func(text, ink, background string) []byte {
			return []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="a">` +
				`<Font` + either(` ss:Color="#%s"`, ink) + `/>` + either(`<Interior ss:Color="#%s" ss:Pattern="Solid"/>`, background) +
				`</Style></Styles><Worksheet ss:Name="S"><Table><Row><Cell ss:StyleID="a"><Data ss:Type="String">` + text + `</Data></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`)
		},
		"docx run": func(text, ink, background string) []byte {
			return docxWith(t, `<w:tbl><w:tr><w:tc><w:tcPr>`+either(`<w:shd w:val="clear" w:fill="%s"/>`, background)+`</w:tcPr><w:p><w:r><w:rPr>`+either(`<w:color w:val="%s"/>`, ink)+`</w:rPr><w:t>`+text+`</w:t></w:r></w:p></w:tc><w:tc>`+readtest.Paragraph("x")+`</w:tc></w:tr></w:tbl>`, "")
		},
		"html": func(text, ink, background string) []byte {
			return []byte(`<table><tr><td style="` + either("background-color:#%s", background) + `"><span style="` + either("color:#%s", ink) + `">` + text + `</span></td><td>x</td></tr></table>`)
		},
		"html font": func(text, ink, background string) []byte {
			return []byte(`<table><tr` + either(" bgcolor=#%s", background) + `><td><b><font` + either(" color=#%s", ink) + `>` + text + `</font></b></td><td>x</td></tr></table>`)
		},
		"html class": func(text, ink, background string) []byte {
			return []byte(`<style>td.a {x:y;` + either("color:#%s;", ink) + either("background:#%s", background) + `}</style><table><tr><td class=a>` + text + `</td><td>x</td></tr></table>`)
		},
		"ods": func(text, ink, background string) []byte {
			return readtest.FODS(`<style:style style:name="a" style:family="table-cell"><style:table-cell-properties`+either(` fo:background-color="#%s"`, background)+`/><style:text-properties`+either(` fo:color="#%s"`, ink)+`/></style:style>`,
				`<table:table table:name="S"><table:table-row><table:table-cell table:style-name="a" office:value-type="string"><text:p>`+text+`</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`)
		},
		"odt": func(text, ink, background string) []byte {
			return readtest.ODT(t, `<style:style style:name="c" style:family="table-cell"><style:table-cell-properties`+either(` fo:background-color="#%s"`, background)+`/></style:style><style:style style:name="s" style:family="text"><style:text-properties`+either(` fo:color="#%s"`, ink)+`/></style:style>`,
				`<table:table><table:table-row><table:table-cell table:style-name="c"><text:p><text:span text:style-name="s">`+text+`</text:span></text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>`)
		},
	}
}

func TestFiguresInTheColourOfTheirBackgroundAreHidden(t *testing.T) {
	for name, write := range inked(t) {
		for _, c := range []struct {
			text, ink, background string
			hidden                bool
		}{
			{"12", "", "", false}, {"12", "000000", "", false}, {"12", "FF0000", "", false}, {"12", "FF0000", "FFFF00", false},
			{"12", "FFFFFF", "", true}, {"12", "FEFEFE", "", true}, {"12", "FFFFFF", "FFFFFF", true}, {"12", "FF0000", "FF0000", true}, {"-3.5", "FFFFFF", "", true},
			{"12", "FFFFFF", "1F4E79", false}, {"行政许可", "FFFFFF", "", false}, {"12", "F0F0F0", "", false}, {"12", "000000", "000000", true},
		} {
			sheets, err := Sheets("a", write(c.text, c.ink, c.background), Options{})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			want, raw := c.text, c.text
			if c.hidden {
				want, raw = "", "〔隐藏："+c.text+"〕"
			}
			if got := sheets[0].At(0, 0); got.Text != want || got.Raw() != raw {
				t.Errorf("%s: %+v: got %q, raw %q", name, c, got.Text, got.Raw())
			}
		}
	}
}

func TestThemeAndPaletteColoursAreCompared(t *testing.T) {
	colour := func(attributes string) colour {
		c, err := xlsxColour([]byte(attributes))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	for _, c := range []struct {
		ink, background string
		lost            bool
	}{
		{` theme="0"`, ` rgb="FFFFFFFF"`, true}, {` theme="0"`, ` theme="0" tint="-0.5"`, false}, {` theme="0" tint="-0.5"`, ` theme="0" tint="-0.5"`, true},
		{` theme="1"`, ` theme="0"`, false}, {` indexed="9"`, ` indexed="65"`, true}, {` indexed="10"`, ` rgb="FFFF0000"`, true}, {` theme="4"`, ` theme="4"`, true},
		{` theme="4" tint="0.4"`, ` theme="4" tint="0.6"`, false}, {` auto="1"`, ` theme="0"`, false}, {` indexed="64"`, ` indexed="64"`, false}, {` indexed="40"`, ` indexed="41"`, false},
	} {
		if got := colour(c.ink).isLost(colour(c.background)); got != c.lost {
			t.Errorf("%s on %s: %v", c.ink, c.background, got)
		}
	}
}
