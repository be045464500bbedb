package importer

import (
	"strings"
	"testing"

	"nianbao/importer/read"
)

// figuresTaken lists the figures taken from a sheet, and the words about what was not.
func figuresTaken(sheets ...read.Sheet) (figures, words string) {
	var all []string
	for _, r := range understandSheets("a.xlsx", sheets) {
		for i := range r.Questions {
			words += r.Questions[i].Explain("zh") + "\n"
		}
		if r.Report == nil {
			words += r.Err.Error()
			continue
		}
		for _, f := range r.Report.Figures {
			all = append(all, r.Report.Unit+yearText(r.Report.Year)+f.Item+f.Value.String())
		}
	}
	return strings.Join(all, " "), words
}

func yearText(year int) string { return []string{"", "上年", "今年"}[max(0, year-2021)] }

func TestOneOddHeadingCostsNoOtherColumn(t *testing.T) {
	title := []string{"青石县2023年政府信息公开工作年度报告汇总表"}
	for name, c := range map[string]struct {
		rows  [][]string
		want  string
		words string
	}{
		"four rows of headings": {[][]string{title, {"单位", "依申请公开", "", "", "", "行政复议", ""}, {"", "新收", "办理结果", "", "", "维持", "纠正"}, {"", "", "予以公开", "不予公开", "", "", ""}, {"", "", "", "国家秘密", "行政查询", "", ""},
			{"石桥镇", "10", "12", "13", "14", "15", "16"}, {"古渡镇", "20", "22", "23", "24", "25", "26"}},
			"石桥镇今年received10 石桥镇今年granted12 石桥镇今年refused-state-secret13 石桥镇今年refused-inquiry14 石桥镇今年reconsideration15 石桥镇今年reconsideration16 古渡镇今年received20 古渡镇今年granted22 古渡镇今年refused-state-secret23 古渡镇今年refused-inquiry24 古渡镇今年reconsideration25 古渡镇今年reconsideration26", ""},
		"an item that the form lacks": {[][]string{title, {"单位", "依申请公开", "", "", ""}, {"", "新收", "无法提供", "", "结转下年"}, {"", "", "不掌握", "其他", ""}, {"石桥镇", "10", "15", "16", "17"}, {"古渡镇", "20", "25", "26", "27"}},
			"石桥镇今年received10 石桥镇今年unavailable-not-held15 石桥镇今年carried-forward17 古渡镇今年received20 古渡镇今年unavailable-not-held25 古渡镇今年carried-forward27", "无法提供 · 其他"},
		"litigation of no kind": {[][]string{title, {"单位", "行政复议", "行政诉讼", "行政复议维持", "行政诉讼维持"}, {"石桥镇", "5", "7", "2", "3"}, {"古渡镇", "6", "8", "3", "4"}},
			"石桥镇今年reconsideration2 古渡镇今年reconsideration3", "行政复议、行政诉讼、行政诉讼维持"},
		"a kind of applicant alone": {[][]string{title, {"单位", "行政许可", "自然人"}, {"石桥镇", "11", "712"}, {"古渡镇", "21", "722"}},
			"石桥镇今年licence11 古渡镇今年licence21", "自然人"},
		"a year of publication": {[][]string{title, {"单位", "行政许可（2024年公布）"}, {"石桥镇", "1"}, {"古渡镇", "3"}},
			"石桥镇今年licence1 古渡镇今年licence3", ""},
		"last year under two names": {[][]string{title, {"单位", "行政许可", "", "行政处罚", ""}, {"", "本年", "上年", "2023", "2022"}, {"石桥镇", "11", "9", "12", "10"}, {"古渡镇", "21", "22", "23", "24"}},
			"石桥镇今年licence11 石桥镇今年penalty12 石桥镇上年licence9 石桥镇上年penalty10 古渡镇今年licence21 古渡镇今年penalty23 古渡镇上年licence22 古渡镇上年penalty24", ""},
		"a unit behind a slash": {[][]string{title, {"单位", "行政许可/件", "依申请公开新收件数"}, {"石桥镇", "11", "5"}},
			"石桥镇今年licence11 石桥镇今年received5", ""},
		"one figure twice": {[][]string{title, {"单位", "新收", "行政许可", "收到申请", "行政处罚", "处罚数"}, {"石桥镇", "11", "5", "11", "7", "8"}},
			"石桥镇今年received11 石桥镇今年licence5", "处罚数、行政处罚"},
		"two tables side by side": {[][]string{title, {"单位", "行政许可", "行政处罚", "单位", "行政许可", "行政处罚"}, {"石桥镇", "11", "12", "县林业局", "51", "52"}, {"古渡镇", "21", "22", "县教育局", "61", "62"}, {"柳溪乡", "31", "32", "", "", ""}, {"合计", "63", "66", "", "112", "114"}},
			"石桥镇今年licence11 石桥镇今年penalty12 古渡镇今年licence21 古渡镇今年penalty22 柳溪乡今年licence31 柳溪乡今年penalty32 林业局今年licence51 林业局今年penalty52 教育局今年licence61 教育局今年penalty62", ""},
		"words of the form in brackets": {[][]string{title, {"单位", "行政许可（本年处理决定数量）", "不予公开（国家秘密）"}, {"石桥镇", "11", "5"}},
			"石桥镇今年licence11 石桥镇今年refused-state-secret5", ""},
		"years in other digits": {[][]string{{"青石县政府信息公开年报数据明细"}, {"年份", "单位", "事项", "件数"}, {"二〇二三年", "石桥镇", "行政许可", "11"}, {"二〇二三年", "石桥镇", "行政处罚", "12"}, {"二〇二二年", "石桥镇", "行政许可", "9"}, {"23年度", "古渡镇", "行政许可", "21"}},
			"石桥镇今年licence11 石桥镇今年penalty12 石桥镇上年licence9 古渡镇今年licence21", ""},
	} {
		got, words := figuresTaken(sheetOfTexts(c.rows))
		if got != c.want || !strings.Contains(words, c.words) || c.words == "" && words != "" {
			t.Errorf("%s:\n%s\n%s\nwant\n%s", name, got, words, c.want)
		}
	}
}

func TestSheetsOfYearsWithTwoDigitsAreOfThoseYears(t *testing.T) {
	one := sheetOfTexts([][]string{{"青石县政府信息公开年报汇总表"}, {"单位", "行政许可"}, {"石桥镇", "1"}})
	other := sheetOfTexts([][]string{{"青石县政府信息公开年报汇总表"}, {"单位", "行政许可"}, {"石桥镇", "3"}})
	one.Name, other.Name = "22年", "23年"
	if got, words := figuresTaken(one, other); got != "石桥镇上年licence1 石桥镇今年licence3" || words != "" {
		t.Errorf("%s\n%s", got, words)
	}
	one.Name, other.Name = "甲", "乙"
	if _, words := figuresTaken(one, other); strings.Contains(words, "出现两次") {
		t.Errorf("of unknown years: %s", words)
	}
}
