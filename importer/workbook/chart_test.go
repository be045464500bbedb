package workbook

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// openChart writes a chart and opens the workbook again.
func openChart(t *testing.T, s ChartSheet) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	if err := WriteChart(&out, s); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rateSheet(d ChartDrawing) ChartSheet {
	return ChartSheet{Title: "公开率", Draws: d, Colors: []string{"1F66AD"}, TextTab: "文字", Texts: [][]string{{"单位", "2022", "2023"}, {"瀛海镇", "没有该年报告", "85.7%（12/14）"}},
		Table: ChartTable{Head: "单位", Columns: []ChartColumn{{Name: "2022", Percent: true}, {Name: "2023", Percent: true}}, Rows: []ChartRow{
			{"瀛海镇", []ChartCell{{Text: "没有该年报告"}, {Number: 12.0 / 14, Known: true, Text: "85.7%（12/14）"}}},
			{"甲镇", []ChartCell{{Number: 0, Known: true}, {Number: 0.5, Known: true}}}}}}
}

func TestAChartIsWrittenAsANativeOneWithItsNumbers(t *testing.T) {
	for _, d := range []ChartDrawing{Lines, Bars, StackedBars, ShareBars, Dots, Shades, SmallLines} {
		f := openChart(t, rateSheet(d))
		charts := 0
		f.Pkg.Range(func(name, _ any) bool {
			if strings.HasPrefix(name.(string), "xl/charts/chart") {
				charts++
			}
			return true
		})
		want := 1
		if d == SmallLines {
			want = 2 // a row each
		}
		if charts != want {
			t.Errorf("drawing %d has %d charts, want %d", d, charts, want)
		}
	}
}

func TestCellsWithoutANumberAreEmptyAndZeroIsZero(t *testing.T) {
	f := openChart(t, rateSheet(Lines))
	for cell, want := range map[string]string{"B7": "", "C7": "85.7%（12/14）", "B8": "0.0%"} {
		if got, err := f.GetCellValue("公开率", cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q (%v)", cell, got, want, err)
		}
	}
	if raw, _ := f.GetCellValue("公开率", "C7", excelize.Options{RawCellValue: true}); !strings.HasPrefix(raw, "0.857142857") {
		t.Errorf("the cell of a rate holds %q", raw)
	}
	if got, _ := f.GetCellValue("文字", "B2"); got != "没有该年报告" {
		t.Errorf("in words the empty cell says %q", got)
	}
}

func TestBlanksAreGapsInTheNativeChart(t *testing.T) {
	f := openChart(t, rateSheet(Lines))
	content, _ := f.Pkg.Load("xl/charts/chart1.xml")
	xml := string(content.([]byte))
	if !strings.Contains(xml, `<c:dispBlanksAs val="gap"`) && !strings.Contains(xml, `dispBlanksAs val="gap"`) {
		t.Error("blank cells are not drawn as gaps")
	}
	if !strings.Contains(xml, "公开率") || !strings.Contains(xml, "$C$7:$C$8") {
		t.Error("the chart does not refer to its numbers")
	}
}

func TestTheBaseOfAStepIsNotPainted(t *testing.T) {
	s := ChartSheet{Title: "新收", Draws: Steps, Table: ChartTable{Head: "单位", Columns: []ChartColumn{{Name: "2022"}}, Rows: []ChartRow{{"甲", []ChartCell{{Number: 1, Known: true}}}}},
		Steps: ChartTable{Columns: []ChartColumn{{Name: "起点"}, {Name: "合计"}, {Name: "增加"}, {Name: "减少"}, {Name: "一年"}}, Rows: []ChartRow{{"2022", make([]ChartCell, 5)}}}}
	f := openChart(t, s)
	content, _ := f.Pkg.Load("xl/charts/chart1.xml")
	if !strings.Contains(string(content.([]byte)), "noFill") {
		t.Error("the ground of the steps is painted")
	}
}

func TestAnInvalidSheetTitleIsReplaced(t *testing.T) {
	s := rateSheet(Lines)
	s.Title = "公开率/2023 [全部]"
	f := openChart(t, s)
	if got := f.GetSheetList(); len(got) != 2 || strings.ContainsAny(got[0], "/[]") {
		t.Errorf("the sheets are %q", got)
	}
}

func TestChartsHaveValuesButNoPropertiesOfUnusedAxes(t *testing.T) {
	for _, d := range []ChartDrawing{Lines, Bars, StackedBars, Dots, SmallLines} {
		f := openChart(t, rateSheet(d))
		content, _ := f.Pkg.Load("xl/charts/chart1.xml")
		part := string(content.([]byte))
		for _, axis := range strings.SplitAfter(part, "</valAx>") {
			if _, axis, ok := strings.Cut(axis, "<valAx>"); ok && (strings.Contains(axis, "<auto ") || strings.Contains(axis, "<lblAlgn ")) {
				t.Errorf("drawing %d: a value axis has properties of a category axis", d)
			}
		}
		if refs, caches := strings.Count(part, "Ref><f>"), strings.Count(part, "<ptCount "); refs == 0 || refs != caches {
			t.Errorf("drawing %d: %d references, %d with values", d, refs, caches)
		}
		if !strings.Contains(part, "<v>0.857142857") || strings.Contains(part, "<xVal><strRef>") {
			t.Errorf("drawing %d: %s", d, part)
		}
	}
}
