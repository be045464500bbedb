package importer

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// lines is a sheet of cells given as text, apart by bars; digits are numbers.
func lines(name string, rows ...string) read.Sheet {
	s := read.Sheet{Name: name}
	for i, text := range rows {
		r := read.Row{Number: i + 1}
		for _, t := range strings.Split(text, "|") {
			c := read.Cell{Text: t}
			if t != "" && strings.Trim(t, "0123456789") == "" {
				c.Kind = read.NumberCell
			}
			r.Cells = append(r.Cells, c)
		}
		s.Rows = append(s.Rows, r)
	}
	return s
}

// taken lists the reports as “瀛海镇2023:1 2 3”, and the kinds of the questions.
func taken(results []Result) (reports string, asked map[QuestionKind]bool) {
	asked = map[QuestionKind]bool{}
	var all []string
	for _, r := range results {
		for _, q := range r.Questions {
			asked[q.Kind] = true
		}
		if r.Err != nil {
			continue
		}
		text := fmt.Sprint(r.Report.Unit, r.Report.Year, ":")
		for i := range r.Report.Figures {
			text += " " + r.Report.Figures[i].Value.String()
		}
		all = append(all, text)
	}
	return strings.Join(all, "; "), asked
}

const (
	districtTitle = "大兴区2023年政府信息公开工作年度报告汇总表"
	districtHead  = "单位|本年新收政府信息公开申请数量|上年结转政府信息公开申请数量|予以公开"
)

func TestRowsThatAreNotUnitsNeverBecomeReports(t *testing.T) {
	two := "瀛海镇2023: 1 2 3; 旧宫镇2023: 4 5 6"
	for name, asks := range map[string]QuestionKind{
		"合计": 0, "全区": 0, "全区合计": 0, "总数": 0, "大兴区": 0, "共计": 0,
		"一、镇街": 0, "各部门": 0,
		"平均": AskRow, "同比增长": AskRow, "占比": AskRow, "上年同期": AskRow, "排名": AskRow,
	} {
		figures := "|5|7|9"
		if asks == AskRow {
			figures = "|4|3.5|2"
		}
		got, asked := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", districtTitle, districtHead, "瀛海镇|1|2|3", "旧宫镇|4|5|6", name+figures)}))
		if got != two || asks != 0 && !asked[asks] {
			t.Errorf("%s: %s, asked %v", name, got, asked)
		}
	}
	got, _ := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", districtTitle, districtHead, "瀛海镇|1|2|3", "旧宫镇|4|5|6", "大兴区|5|7|8")}))
	if got != two+"; 大兴区2023: 5 7 8" {
		t.Errorf("the district's own report is lost: %s", got)
	}
}

func TestRowsOfASummaryMayCoverTheYearBeforeOrPartOfAYear(t *testing.T) {
	head := strings.Replace(districtHead, "单位", "单位|时期", 1)
	got, _ := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", districtTitle, head, "瀛海镇|本年|1|2|3", "|上年|4|5|6", "|增减|7|8|9")}))
	if got != "瀛海镇2023: 1 2 3; 瀛海镇2022: 4 5 6" {
		t.Error(got)
	}
	got, asked := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", districtTitle, head, "瀛海镇|一季度|1|2|3", "|二季度|4|5|6")}))
	if got != "" || !asked[AskYear] {
		t.Errorf("quarters: %s, asked %v", got, asked)
	}
}

func TestSummariesBelowEachOtherHaveTheirOwnYears(t *testing.T) {
	got, _ := taken(understandSheets("a.xlsx", []read.Sheet{lines("1",
		"大兴区2022年汇总表", districtHead, "瀛海镇|1|2|3", "", "大兴区2023年汇总表", districtHead, "瀛海镇|4|5|6", "旧宫镇|7|8|9")}))
	if got != "瀛海镇2022: 1 2 3; 瀛海镇2023: 4 5 6; 旧宫镇2023: 7 8 9" {
		t.Error(got)
	}
}

func TestSummariesSideBySideAreReadSeparately(t *testing.T) {
	got, _ := taken(understandSheets("a.xlsx", []read.Sheet{lines("1",
		"大兴区2022年汇总表||||| 大兴区2023年汇总表", districtHead+"||"+districtHead, "瀛海镇|1|2|3||瀛海镇|4|5|6", "旧宫镇|7|8|9||旧宫镇|10|11|12")}))
	if got != "瀛海镇2022: 1 2 3; 旧宫镇2022: 7 8 9; 瀛海镇2023: 4 5 6; 旧宫镇2023: 10 11 12" {
		t.Error(got)
	}
}

func TestBodiesMayBeColumns(t *testing.T) {
	for _, last := range []string{"", "合计|5", "全区|5"} {
		name, sum, _ := strings.Cut(last, "|")
		rows := []string{"大兴区2023年各镇申请情况汇总表", "项目|瀛海镇|旧宫镇|" + name, "一、本年新收政府信息公开申请数量|1|4|" + sum, "二、上年结转政府信息公开申请数量|1|4|" + sum, "（一）予以公开|1|4|" + sum}
		if got, _ := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", rows...)})); got != "瀛海镇2023: 1 1 1; 旧宫镇2023: 4 4 4" {
			t.Errorf("with %q: %s", name, got)
		}
	}
}

func TestItemsWithAndWithoutApplicantKindsMayBeMixed(t *testing.T) {
	c := &canvas{name: "1"}
	put := func(top, left, bottom, right int, text string) {
		p := patch{top: top, left: left, bottom: bottom, right: right, text: text}
		if strings.Trim(text, "0123456789") == "" {
			p.kind = read.NumberCell
		}
		c.cells = append(c.cells, p)
	}
	put(0, 0, 0, 4, districtTitle)
	put(1, 0, 2, 0, "单位")
	put(1, 1, 1, 2, "本年新收政府信息公开申请数量")
	put(2, 1, 2, 1, "自然人")
	put(2, 2, 2, 2, "总计")
	put(1, 3, 2, 3, "上年结转政府信息公开申请数量")
	put(1, 4, 2, 4, "予以公开")
	for i, unit := range []string{"瀛海镇", "旧宫镇"} {
		put(3+i, 0, 3+i, 0, unit)
		for j := range 4 {
			put(3+i, 1+j, 3+i, 1+j, fmt.Sprint(4*i+j+1))
		}
	}
	if got, asked := taken(understand("a.xlsx", c)); got != "瀛海镇2023: 1 2 3 4; 旧宫镇2023: 5 6 7 8" {
		t.Errorf("%s, asked %v", got, asked)
	}
}

func TestFormsOfTwoYearsMayBeSideBySide(t *testing.T) {
	for _, want := range realReports(t) {
		last := want
		last.Year--
		last.Figures = append([]form.Figure(nil), want.Figures...)
		for i := range last.Figures {
			if f := &last.Figures[i]; f.Status == form.StatusNumber {
				f.Value += form.Count(7)
				f.Raw = f.Value.String()
			}
		}
		both := canvasOf(&last)
		both.cells = append(both.cells, canvasOf(&want).shift(0, form.LayoutWidth+2).cells...)
		results := understand("a.xlsx", both)
		if len(results) != 2 || results[0].Report == nil || results[1].Report == nil {
			t.Fatalf("%s %d: %d results: %v", want.Unit, want.Year, len(results), results[0].Err)
		}
		last.Edition, want.Edition = results[0].Report.Edition, results[1].Report.Edition // the edition follows from the figures
		mustBe(t, &last, results[:1])
		mustBe(t, &want, results[1:])
	}
}

func TestALineAboveTheTableMayNameTheUnitOfMoney(t *testing.T) {
	rows := []string{"瀛海镇2023年政府信息公开工作年度报告", "第二十条第（八）项|单位：元", "信息内容|本年收费金额", "行政事业性收费|251000"}
	if got, _ := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", rows...)})); got != "瀛海镇2023: 25.1" {
		t.Error(got)
	}
	rows[2] = "信息内容|本年收费金额（单位：万元）"
	if got, _ := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", rows...)})); got != "瀛海镇2023: 251000" {
		t.Errorf("the heading does not win: %s", got)
	}
}

func TestAnExampleBesideTheFormIsIgnored(t *testing.T) {
	rows := []string{"2023年政府信息公开工作年度报告", "信息内容|本年处理决定数量", "行政许可|7"}
	filled := lines("瀛海镇", rows...)
	rows[0], rows[2] = "××镇2023年政府信息公开工作年度报告", "行政许可|8"
	example := lines("示例", rows...)
	got, asked := taken(understandSheets("a.xlsx", []read.Sheet{example, filled}))
	if got != "瀛海镇2023: 7" || !asked[AskExample] {
		t.Errorf("%s, asked %v", got, asked)
	}
	if got, asked = taken(understandSheets("a.xlsx", []read.Sheet{example})); got != "" || !asked[AskUnit] {
		t.Errorf("alone: %s, asked %v", got, asked)
	}
}

func TestNumbersWithoutALabelAreAskedAbout(t *testing.T) {
	rows := []string{"瀛海镇2023年政府信息公开工作年度报告", "|自然人|商业企业|总计", "一、本年新收政府信息公开申请数量|1||3", "二、上年结转政府信息公开申请数量|4|2|6", "（一）予以公开|7|5|9", "||8|"}
	got, asked := taken(understandSheets("a.xlsx", []read.Sheet{lines("1", rows...)}))
	if got != "瀛海镇2023: 1 0 3 4 2 6 7 5 9" || !asked[AskStray] {
		t.Errorf("%s, asked %v", got, asked)
	}
	if got, asked = taken(understandSheets("a.xlsx", []read.Sheet{lines("1", rows[:5]...)})); asked[AskStray] {
		t.Errorf("%s, asked %v", got, asked)
	}
}
