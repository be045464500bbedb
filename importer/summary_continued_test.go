package importer

import (
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func TestNoRowOfASheetWithoutHeadingsIsLost(t *testing.T) {
	first := func(rows ...[]string) read.Sheet {
		s := sheetOfTexts(append([][]string{{"青石县2023年政府信息公开工作年度报告汇总表"}, {"单位", "行政许可", "行政处罚"}, {"石桥镇", "11", "12"}, {"古渡镇", "21", "22"}}, rows...))
		s.Name = "第1页"
		return s
	}
	second := func(rows ...[]string) read.Sheet {
		s := sheetOfTexts(rows)
		s.Name = "第2页"
		return s
	}
	for name, c := range map[string]struct {
		sheets      []read.Sheet
		want, named string
	}{
		"a sheet that carries on": {[]read.Sheet{first(), second([]string{"柳溪乡", "41", "42"}, []string{"东关街道", "51", "52"}, []string{"合计", "124", "128"})},
			"石桥镇12 古渡镇22 柳溪乡42 东关街道52", ""},
		"with a column more": {[]read.Sheet{first(), second([]string{"柳溪乡", "41", "42", "9"}, []string{"东关街道", "51", "52", "9"})},
			"石桥镇12 古渡镇22", "第2页：这些行上方没有表头，未录入：柳溪乡、东关街道"},
		"after two tables": {[]read.Sheet{first([]string{"单位", "行政处罚", "行政许可"}, []string{"城南乡", "32", "31"}), second([]string{"柳溪乡", "41", "42"})},
			"石桥镇12 古渡镇22 城南乡32", "第2页：这些行上方没有表头，未录入：柳溪乡"},
		"below the table's last note": {[]read.Sheet{first([]string{"填表人：李四"}, []string{"柳溪乡", "41", "42"}, []string{"柳溪、石桥两镇", "1", "2"})},
			"石桥镇12 古渡镇22", "第1页：这些行上方没有表头，未录入：柳溪乡、柳溪、石桥两镇"},
	} {
		var got []string
		words := ""
		for _, r := range understandSheets("a.xlsx", c.sheets) {
			for _, f := range r.Report.Figures {
				if f.Item == "penalty" && r.Err == nil {
					got = append(got, r.Report.Unit+f.Value.String())
				}
			}
			for i := range r.Questions {
				words += r.Questions[i].Explain("zh")
			}
		}
		if strings.Join(got, " ") != c.want || !strings.Contains(words, c.named) || strings.Contains(words, "≠") {
			t.Errorf("%s: %v, %s", name, got, words)
		}
	}
}

func TestAFigureThatTheEditionOfItsYearLacksIsNamed(t *testing.T) {
	results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts([][]string{{"青石县历年政府信息公开年报汇总"}, {"单位", "年份", "行政许可", "行政处罚", "收费"}, {"石桥镇", "2020", "1", "2", "3"}, {"石桥镇", "2021", "4", "5", "6"}})})
	if len(results) != 2 || results[0].Report.Edition != "2019" || results[0].Report.Index()[form.Key{Table: "fees", Item: "fee", Column: "amount"}] != nil || !isNamed(results, squeeze("收费（该年度的报告样式没有这一项）")) {
		t.Errorf("%+v", results)
	}
	if results[1].Report.Edition != "2021" || len(results[1].Report.Figures) != 3 {
		t.Errorf("%+v", results[1].Report)
	}
}
