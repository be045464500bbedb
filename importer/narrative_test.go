package importer

import (
	"strconv"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// documentOf turns a report into a document as readers return it: paragraphs, and the
// rows of its tables between them.
func documentOf(r *form.Report) read.Sheet {
	s := read.Sheet{Name: "正文"}
	line := func(text string) {
		s.Rows = append(s.Rows, read.Row{Cells: []read.Cell{{Text: text}}, Number: len(s.Rows) + 1, Paragraph: true})
	}
	line(r.Agency)
	line(strconv.Itoa(r.Year) + "年政府信息公开工作年度报告")
	line("一、总体情况")
	line("（一）主动公开情况。" + strconv.Itoa(r.Year) + "年，本机关主动公开信息若干条。")
	line("（二）与" + strconv.Itoa(r.Year-1) + "年报告相比，收到申请有所增加。")
	table := 0
	for _, part := range canvasOf(r).sections() {
		table++
		for i, cells := range part.sheet().Rows {
			if i < 2 {
				continue // the title
			}
			if i == 2 {
				line(cells.Cells[0].Text)
				continue
			}
			for j := range cells.Cells {
				if c := &cells.Cells[j]; c.Covered {
					c.OriginRow += int32(len(s.Rows) - i)
				}
			}
			cells.Table, cells.Number = table, i-2
			s.Rows = append(s.Rows, cells)
		}
	}
	line("五、存在的主要问题及改进情况")
	line("一是人手不足。")
	line("二是培训不够。")
	line("六、其他需要报告的事项")
	line("本年度未收取信息处理费。")
	return s
}

func TestTheTextOfADocumentIsKeptBySection(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		got := mustBe(t, r, understandSheets("a.docx", []read.Sheet{documentOf(r)}))
		if len(got.Narrative) != 3 {
			t.Fatalf("%d passages: %v", len(got.Narrative), got.Narrative)
		}
		for i, want := range []string{"一", "五", "六"} {
			if got.Narrative[i].Section != want {
				t.Errorf("passage %d is section %s, want %s", i, got.Narrative[i].Section, want)
			}
		}
		if got.Narrative[1].Text != "一是人手不足。\n二是培训不够。" {
			t.Errorf("section 五: %q", got.Narrative[1].Text)
		}
	})
}
