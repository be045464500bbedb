package importer

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/read/readtest"
	"nianbao/importer/workbook"
)

// formInWord is a report in the official form for Word: a paragraph for each heading, a
// table for each section, cells that span columns and continue over rows, headings broken
// into paragraphs, and full-width spaces before the figures.
func formInWord(t *testing.T, r *form.Report) []byte {
	t.Helper()
	var b strings.Builder
	paragraph := func(text string) {
		b.WriteString(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`)
	}
	paragraph(workbook.FormTitle(r))
	paragraph("一、总体情况")
	paragraph("本年度的工作情况如下。")
	for heading, c := range canvasOf(r).namedSections() {
		paragraph(heading)
		s := c.shift(-3, 0).sheet()
		table := docxFromGrid(s)
		for whole, broken := range map[string]string{"商业企业": "商业|企业", "科研机构": "科研|机构", "本年处理决定数量": "本年处理决定|数量"} {
			table = strings.ReplaceAll(table, `<w:t>`+whole+`</w:t>`, `<w:t>`+strings.Replace(broken, "|", `</w:t></w:r></w:p><w:p><w:pPr><w:widowControl/></w:pPr><w:r><w:t>`, 1)+`</w:t>`)
		}
		b.WriteString(table)
		paragraph("")
	}
	paragraph("六、其他需要报告的事项")
	paragraph("无其他需要报告的事项。")
	return readtest.Docx(t, b.String())
}

func TestTheFilledWordFormIsReadCompletely(t *testing.T) {
	for _, want := range realReports(t) {
		content := formInWord(t, &want)
		sheets, err := read.Sheets("a.docx", content, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := mustBe(t, &want, understandSheets("a.docx", sheets))
		if n := len(got.Figures); want.Edition == "2021" && !want.OneRowOther() && n != 200 {
			t.Errorf("%s %d: %d figures", want.Unit, want.Year, n)
		}
		if len(got.Narrative) == 0 || got.Narrative[len(got.Narrative)-1].Section != "六" {
			t.Errorf("%s %d: narrative %+v", want.Unit, want.Year, got.Narrative)
		}
	}
}

// Each figure has a different value, so that none can be mistaken for another.
func TestEachFigureOfTheWordFormHasItsAddress(t *testing.T) {
	for _, e := range form.Editions() {
		want := form.Report{Agency: "北京市大兴区瀛海镇人民政府", Region: "北京市大兴区", Unit: "瀛海镇", Year: e.FirstYear, Edition: e.ID}
		for i, k := range e.Keys() {
			want.Figures = append(want.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(1001 + i)), Raw: form.Count(int64(1001 + i)).String()})
		}
		sheets, err := read.Sheets("a.docx", formInWord(t, &want), read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		mustBe(t, &want, understandSheets("a.docx", sheets))
	}
}

// docxFromGrid writes a sheet as a Word table, merges included, with the
// properties that Word itself puts around everything.
func docxFromGrid(s read.Sheet) string {
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="3"/></w:tblPr><w:tblGrid><w:gridCol w:w="2435"/></w:tblGrid>`)
	width := 0
	for _, r := range s.Rows {
		width = max(width, len(r.Cells))
	}
	for i := range s.Rows {
		b.WriteString(`<w:tr><w:trPr><w:trHeight w:val="340"/></w:trPr>`)
		for j := 0; j < width; {
			span := 1
			for j+span < width && sameMerge(&s, i, j, j+span) {
				span++
			}
			properties := fmt.Sprintf(`<w:tcW w:w="100"/><w:gridSpan w:val="%d"/>`, span)
			text := s.At(i, j).Text
			switch c := s.At(i, j); {
			case c.Covered && int(c.OriginRow) < i:
				properties += `<w:vMerge w:val="continue"/>`
				text = ""
			case s.At(i+1, j).Covered && int(s.At(i+1, j).OriginRow) == i:
				properties += `<w:vMerge w:val="restart"/>`
			}
			b.WriteString(readtest.Cell(properties, strings.NewReplacer("&", "&amp;", "<", "&lt;", "\n", `</w:t><w:br/><w:t>`).Replace(text)))
			j += span
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

// sameMerge reports whether two columns of a row belong to one merge.
func sameMerge(s *read.Sheet, i, j, k int) bool {
	origin := func(j int) (int32, uint16) {
		if c := s.At(i, j); c.Covered {
			return c.OriginRow, c.OriginCol
		}
		return int32(i), uint16(j)
	}
	r1, c1 := origin(j)
	r2, c2 := origin(k)
	return r1 == r2 && c1 == c2
}

func TestTheWordFormHasTheCellsAndMergesOfTheWorkbook(t *testing.T) {
	original := sheetsOf(t, sampleForm(t))[0]
	got := sheetsOf(t, readtest.Docx(t, docxFromGrid(original)))[0]
	if len(got.Rows) != len(original.Rows) {
		t.Fatalf("%d rows, want %d", len(got.Rows), len(original.Rows))
	}
	for i := range original.Rows {
		for j := range got.Rows[i].Cells {
			a, b := original.At(i, j), got.At(i, j)
			if a.Text != b.Text || a.Covered != b.Covered || a.OriginRow != b.OriginRow || a.OriginCol != b.OriginCol {
				t.Errorf("row %d column %d: %+v in the workbook, %+v in Word", i, j, a, b)
			}
		}
	}
}
