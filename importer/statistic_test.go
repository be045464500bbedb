package importer

import (
	"errors"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func TestOtherStatisticsAreReportedAsSuch(t *testing.T) {
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
		"cases of review": {[][]string{
			{"麻阳县2023年行政复议案件统计表"}, {"单位", "收到案件数", "受理数", "不予受理", "维持", "撤销", "变更", "驳回"}, {"石桥镇", "5", "7", "1", "2", "3", "0", "1"},
		}, CasesStatistic},
		"the revision of documents": {[][]string{
			{"麻阳县2023年行政规范性文件清理情况统计表"}, {"单位", "清理总数", "保留", "修改", "废止", "宣布失效"}, {"石桥镇", "30", "20", "5", "3", "2"},
		}, RevisionStatistic},
		"a list of documents": {[][]string{
			{"石桥镇2023年主动公开文件清单"}, {"序号", "文件名", "类别", "日期"}, {"1", "关于印发防汛预案的通知", "行政许可", "2023-01-05"}, {"2", "处罚决定书", "行政处罚", "20230208"}, {"3", "目录", "行政许可", "2023.3.8"},
		}, RecordList},
		"a list of documents without title": {[][]string{
			{"序号", "文件名称", "内容分类", "文号", "公开日期", "页数"}, {"1", "防汛预案", "规范性文件", "石政发〔2023〕1号", "20230105", "3"}, {"2", "处罚决定书", "行政处罚", "石政发〔2023〕2号", "20230208", "5"},
		}, RecordList},
		"a list of applications": {[][]string{
			{"石桥镇2023年依申请公开台账"}, {"序号", "申请人", "申请内容", "收到日期", "办理结果", "答复日期"}, {"1", "王某", "征地批文", "2023-01-05", "予以公开", "2023-01-20"}, {"2", "李某", "拆迁补偿", "2023-02-05", "属于国家秘密", "2023-02-20"},
		}, RecordList},
		"a list of cases": {[][]string{
			{"石桥镇2023年行政处罚案件一览表"}, {"序号", "当事人", "案由", "类别", "决定书文号", "罚款（元）"}, {"1", "王某", "占道", "行政处罚", "石罚〔2023〕1号", "200"}, {"2", "李某", "占道", "行政处罚", "石罚〔2023〕2号", "500"},
		}, RecordList},
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

func TestATableForPartOfAYearIsReportedAndNotRead(t *testing.T) {
	for _, title := range []string{
		"临江区2023年第一季度行政执法情况统计表", "麻阳县2023年1-6月政府信息公开情况统计表", "麻阳县2023年上半年政府信息公开工作情况", "麻阳县政府信息公开季报表（2023年三季度）",
		"麻阳县2023年1—9月政府信息公开情况汇总", "麻阳县2023年6月份行政执法统计表", "截至2023年9月政府信息公开情况表", "2023年下半年政府信息公开情况统计表",
	} {
		for _, rows := range [][][]string{
			{{title}, {"单位", "行政许可", "行政处罚"}, {"石桥镇", "5", "7"}, {"古渡镇", "6", "8"}},
			{{title}, {"指标", "数量"}, {"行政许可", "5"}, {"行政处罚", "7"}},
		} {
			results := understandSheets("石桥镇.xlsx", []read.Sheet{sheetOfTexts(rows)})
			var err *NoFormError
			if len(results) != 1 || !errors.As(results[0].Err, &err) || err.Statistic != PeriodStatistic || !strings.Contains(err.Explain(form.Chinese), title) {
				t.Errorf("%s: %+v", title, results)
			}
		}
	}
}

func TestATableForAWholeYearIsNotTakenForAQuarter(t *testing.T) {
	for _, rows := range [][][]string{
		{{"麻阳县2023年1-12月政府信息公开情况汇总表"}, {"填报时间：2024年1月"}},
		{{"麻阳县2023年度政府信息公开情况汇总表"}, {"（填报时间：2024年第一季度）"}},
		{{"麻阳县2023年政府信息公开情况汇总表"}, {"统计时间：2023年1月1日至12月31日"}},
		{{"麻阳县政府信息公开情况汇总表（截至2023年12月）"}, {""}},
	} {
		results := understandSheets("2023年.xlsx", []read.Sheet{sheetOfTexts(append(rows, []string{"单位", "行政许可", "行政处罚"}, []string{"石桥镇", "5", "7"}, []string{"古渡镇", "6", "8"}))})
		if len(results) != 2 || results[0].Err != nil {
			t.Errorf("%v: %+v", rows, results)
		}
	}
}

func TestTextsWithNumbersAreNotCalledEmpty(t *testing.T) {
	results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts([][]string{
		{"石桥镇2023年政府信息公开情况汇总表"}, {"单位", "行政许可", "行政处罚"}, {"石桥镇", "许可3件其中企业2件", "警告5起罚款2起"},
	})})
	var err *EmptyFormError
	if len(results) != 1 || !errors.As(results[0].Err, &err) || !strings.Contains(err.Explain(form.Chinese), "许可3件其中企业2件") {
		t.Errorf("%+v", results)
	}
}

func TestSubdivisionsThatTheFormLacksAreReportedBesideTheirSum(t *testing.T) {
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

func TestTitlesOfThisReportAreNeverTakenForOtherWork(t *testing.T) {
	for _, title := range []string{"青石县信访局2023年政府信息公开工作年度报告", "石桥镇便民热线服务中心2023年信息公开年报", "2023年政务服务中心政府信息公开情况统计表", "青石县2023年行政执法情况汇总表", "青石县政府督查室2023年度政府信息公开年报"} {
		if isForeign(title) {
			t.Error(title)
		}
	}
}
