package importer

import (
	"errors"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func TestAnotherStatisticIsReportedAsSuch(t *testing.T) {
	for name, test := range map[string]struct {
		rows [][]string
		want Statistic
	}{
		"the list of before 2019": {[][]string{
			{"石桥镇2017年度"}, {"指标名称", "计量单位", "年度", "历年累计"},
			{"（一）收到申请数", "件", "5", "22"}, {"（二）申请办结数", "件", "5", "20"}, {"三、行政复议数量", "件", "1", "2"},
		}, DisclosureStatistic},
		"its title": {[][]string{
			{"石桥镇政府信息公开情况统计表"}, {"统计指标", "单位", "2017年"}, {"收到申请数", "件", "5"}, {"行政复议数量", "件", "1"},
		}, DisclosureStatistic},
		"enforcement by kinds of penalties": {[][]string{
			{"临江区2023年度行政处罚实施情况统计表"}, {"单位", "警告", "罚款", "没收违法所得", "合计（宗）", "罚没金额（万元）"}, {"石桥镇", "5", "7", "0", "12", "9.5"},
		}, EnforcementStatistic},
		"petitions": {[][]string{
			{"青石县信访局2023年信访件统计"}, {"单位", "新收", "上年结转", "办结", "结转下年"}, {"石桥镇", "5", "1", "4", "2"},
		}, ForeignStatistic},
		"targets": {[][]string{
			{"青石县2024年政府信息公开工作目标任务分解表"}, {"单位", "行政许可", "行政处罚"}, {"石桥镇", "5", "7"},
		}, ForeignStatistic},
		"published decisions": {[][]string{
			{"青石县2023年“双公示”情况统计"}, {"单位", "行政许可", "行政处罚"}, {"石桥镇", "5", "7"},
		}, ForeignStatistic},
		"services": {[][]string{
			{"2023年全县政务服务办件量"}, {"单位", "行政许可"}, {"石桥镇", "1000"}, {"古渡镇", "900"},
		}, ForeignStatistic},
		"the yearbook of enforcement": {[][]string{
			{"临江区2023年度行政执法统计年报"}, {"单位", "行政许可", "行政处罚"}, {"石桥镇", "5", "7"},
		}, EnforcementStatistic},
	} {
		results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts(test.rows)})
		var err *NoFormError
		if len(results) != 1 || !errors.As(results[0].Err, &err) || err.Statistic != test.want {
			t.Errorf("%s: %+v", name, results)
		}
	}
}

func TestATableForAQuarterIsAskedAboutWithItsTitle(t *testing.T) {
	results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts([][]string{
		{"临江区2023年第一季度行政执法情况统计表"}, {"单位", "行政许可", "行政处罚"}, {"石桥镇", "5", "7"},
	})})
	if len(results) != 1 || len(results[0].Questions) == 0 || !strings.Contains(results[0].Questions[0].Explain(form.Chinese), "第一季度") {
		t.Errorf("%+v", results)
	}
}

func TestKindsOfAFigureThatTheFormDoesNotDivideAreNamedBesideItsSum(t *testing.T) {
	for name, head := range map[string][][]string{
		"repeated": {{"单位", "行政处罚", "行政处罚", "行政处罚"}, {"", "警告", "罚款", "合计"}},
		"blank":    {{"单位", "行政处罚", "", ""}, {"", "警告", "罚款", "合计"}},
	} {
		rows := append([][]string{{"临江区2023年度行政执法情况表"}}, head...)
		results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts(append(rows, []string{"石桥镇", "5", "7", "12"}, []string{"青山镇", "6", "8", "14"}))})
		got := readOf(results, form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"})
		if len(got) != 2 || got[0] != "12" || got[1] != "14" || !isNamed(results, "警告") && !isNamed(results, "行政处罚·警告") {
			t.Errorf("%s: %v %+v", name, got, results)
		}
	}
}

func TestATitleOfThisReportIsNeverOneOfOtherWork(t *testing.T) {
	for _, title := range []string{"青石县信访局2023年政府信息公开工作年度报告", "石桥镇便民热线服务中心2023年信息公开年报", "2023年政务服务中心政府信息公开情况统计表", "青石县2023年行政执法情况汇总表", "青石县政府督查室2023年度政府信息公开年报"} {
		if isForeign(title) {
			t.Error(title)
		}
	}
}
