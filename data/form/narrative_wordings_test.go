package form

import (
	"strings"
	"testing"
)

// told returns a report whose figures the wordings below state.
func told(year int) *Report {
	r := filled("2021")
	r.Year, r.Unit, r.Region, r.Agency = year, "柳河镇", "东平县", "东平县柳河镇人民政府"
	for k, n := range map[Key]int64{
		{ApplicationsTable, "received", "natural-person"}: 30, {ApplicationsTable, "received", "business"}: 6, {ApplicationsTable, "received", TotalColumnID}: 36,
		{ApplicationsTable, "carried-over", "natural-person"}: 3, {ApplicationsTable, "carried-over", TotalColumnID}: 3,
		{ApplicationsTable, "granted", TotalColumnID}: 17, {ApplicationsTable, "granted-in-part", TotalColumnID}: 5,
		{ApplicationsTable, "refused-internal", TotalColumnID}: 4, {ApplicationsTable, "refused-third-party", TotalColumnID}: 2,
		{ApplicationsTable, "unavailable-not-held", TotalColumnID}: 6, {ApplicationsTable, "not-processed-repeat", TotalColumnID}: 1,
		{ApplicationsTable, "other-not-corrected", TotalColumnID}: 2,
		{ApplicationsTable, "outcome-total", TotalColumnID}:       37, {ApplicationsTable, "carried-forward", TotalColumnID}: 2,
		{ReviewTable, "reconsideration", "upheld"}: 2, {ReviewTable, "reconsideration", "corrected"}: 1, {ReviewTable, "reconsideration", TotalColumnID}: 3,
		{ReviewTable, "litigation-direct", "upheld"}: 1, {ReviewTable, "litigation-direct", TotalColumnID}: 1,
		{"licensing", "licence", "decisions"}: 1550, {"enforcement", "penalty", "decisions"}: 119, {"enforcement", "coercion", "decisions"}: 8,
		{"rules", "normative-document", "issued"}: 4, {"rules", "normative-document", "repealed"}: 2, {"rules", "normative-document", "in-force"}: 15,
	} {
		set(r, k, n)
	}
	r.Figure(Key{"fees", "fee", "amount"}).Value, _ = ParseNumber("730.2809")
	return r
}

// narrativeFindings returns the findings about the numbers in one text.
func narrativeFindings(r *Report, text string) []Finding {
	r.Narrative = []Passage{{"一", text}}
	var list []Finding
	for _, f := range Check(r) {
		if f.Rule == RuleNarrative {
			list = append(list, f)
		}
	}
	return list
}

func TestWrongNumbersAreFoundInAllWordings(t *testing.T) {
	for _, c := range []struct{ text, right, wrong string }{
		{"2023年，我镇共收到依申请公开@件，同比增长20%，均在法定期限内答复。", "36", "35"},
		{"全年受理公民、法人和其他组织提出的政府信息公开申请@件，其中网上申请20件，信函申请16件，较上年增加4件。", "36", "63"},
		{"本年度新收政府信息公开申请 @ 件（其中自然人30件，商业企业6件），上年结转3件。", "36", "38"},
		{"本年度新收政府信息公开申请36件，加上上年度结转@件，已办结37件。", "3", "5"},
		{"收到政府信息公开申请36件，其中网络提交21件、现场提交15件，较上年减少2件，全年办结@件，结转下年2件。", "37", "33"},
		{"全年收到政府信息公开申请36件。办结37件，其中予以公开@件、部分公开5件，不予公开6件。", "17", "18"},
		{"依申请公开方面，办结37件：予以公开17件，部分公开@件。", "5", "7"},
		{"在答复的依申请公开事项中，不予公开@件，无法提供6件。", "6", "5"},
		{"在答复的依申请公开事项中，不予公开6件，无法提供@件，不予处理1件。", "六", "九"},
		{"办结依申请公开申请37件，其中，作出不予处理决定@件、其他处理2件。", "1", "4"},
		{"办结依申请公开申请37件，其他处理@件。", "２", "７"},
		{"依申请公开按期答复，尚有@件结转下一年度继续办理。", "2", "3"},
		{"收到依申请公开申请三十六件，结转至2024年办理@件。", "两", "零"},
		{"共收到@件政府信息公开申请，全部在规定期限内办理。", "36", "26"},
		{"规范办理依申请公开，收到申请36件，其中自然人提出@件，法人或其他组织6件。", "30", "31"},
		{"规范办理依申请公开，收到申请36件，其中公民30件，法人和其他组织申请@件。", "6", "7"},
		{"因政府信息公开被申请行政复议@件，维持2件，纠正1件。", "3", "4"},
		{"因政府信息公开被申请行政复议3件，结果维持@件，结果纠正1件，被提起行政诉讼1件。", "2", "3"},
		{"政府信息公开行政复议3件，其中纠正@件；行政诉讼1件。", "1", "2"},
		{"政府信息公开行政复议案件3件，行政诉讼案件@件，均已审结。", "1", "6"},
		{"全年作出行政许可决定@件，行政处罚119件，行政强制8件。", "1,550", "1,505"},
		{"全年作出行政许可1550件、行政处罚@件、行政强制8件，与上年基本持平。", "119", "191"},
		{"本年度实施行政强制措施@件，较上年减少2件。", "8", "9"},
		{"全年行政事业性收费@万元，同比下降3.1%。", "730.28", "703.28"},
		{"行政事业性收费总额为@元。", "7302809", "7302890"},
		{"本年度制发行政规范性文件@件，废止2件，现行有效15件。", "4", "5"},
		{"制定规范性文件4件，废止规范性文件@件。", "2", "0"},
		{"制发规范性文件4件，废止2件，现行有效@件。", "15", "17"},
		{"今年以来共受理依申请公开@件，全部按时答复。", "36", "37"},
		{"2023年度，本机关收到信息公开申请@件，已全部办结。", "36", "30"},
		{"2023年，处理政府信息公开申请@件。", "37", "41"},
		{"依申请公开渠道畅通，收到的@件申请中，公民通过信函提出的占八成，均依法办理。", "36", "63"},
		{"依申请公开工作。全年收到@件，办理答复37件。", "36", "46"},
		{"依申请公开工作。全年收到36件，办理答复@件。", "37", "47"},
		{"依申请公开受理量为@件，比上年增长12.5%。", "36", "38"},
		{"依申请公开工作进一步规范。2022年结转@件，2023年新收36件。", "3", "4"},
		{"依申请公开工作进一步规范，另有@件结转至2024年办理。", "2", "1"},
		{"对依申请公开事项，同意公开@件、不同意公开6件。", "17", "16"},
		{"对依申请公开事项逐件审核，@件予以公开，5件部分公开。", "17", "16"},
		{"因政府信息公开发生行政复议3件，其中维持原行政行为@件。", "2", "3"},
		{"办理行政许可事项@件，行政处罚决定119件。", "1550", "1555"},
		{"全年收取行政事业性收费@万元。", "730", "750"},
		{"行政规范性文件：本年制发@件、废止2件。", "4", "3"},
	} {
		if got := narrativeFindings(told(2023), strings.Replace(c.text, "@", c.right, 1)); len(got) != 0 {
			t.Errorf("%s with %s: %+v", c.text, c.right, got)
		}
		if got := narrativeFindings(told(2023), strings.Replace(c.text, "@", c.wrong, 1)); len(got) != 1 {
			t.Errorf("%s with %s: %d findings %+v", c.text, c.wrong, len(got), got)
		}
	}
}

func TestStatementsThatNothingWasReceivedAreChecked(t *testing.T) {
	for text, want := range map[string]int{
		"2023年，我镇未收到政府信息公开申请。":        1,
		"本年度没有收到公民、法人和其他组织的政府信息公开申请。": 1,
		"未发生因政府信息公开引发的行政复议、行政诉讼案件。":   2,
		"2023年收到依申请公开0件。":             1,
		"2023年收到依申请公开零件。":             1,
		"政府信息公开申请数量为0。":               1,
		"未收到网上依申请公开方面的投诉。":            0,
		"未收到因依申请公开引起的举报。":             0,
		"依申请公开工作中未收取行政事业性收费。":         0,
		"政府信息公开申请均在期限内答复，无逾期，未收到重复投诉": 0,
	} {
		if got := narrativeFindings(told(2023), text); len(got) != want {
			t.Errorf("%s: %d findings %+v, want %d", text, len(got), got, want)
		}
	}
}

func TestNumbersThatCountSomethingElseAreIgnored(t *testing.T) {
	for _, text := range []string{
		"全区共收到政府信息公开申请99件，办结95件，其中予以公开80件。",
		"全县各单位认真办理，收到依申请公开99件。其中街道收到18件。",
		"收到依申请公开36件，其中街道12件、村居24件。",
		"石桥镇收到政府信息公开申请5件，河口镇收到政府信息公开申请7件。",
		"收到政府信息公开申请36件次。", "收到政府信息公开申请36（件次）。", "收到咨询99条。", "主动公开信息2390条，其中行政处罚190条。",
		"2022年收到政府信息公开申请12件，办结11件；2023年收到政府信息公开申请36件。",
		"去年，收到政府信息公开申请12件。", "与2022年相比，收到政府信息公开申请增加24件。",
		"较上年多收到政府信息公开申请24件。", "自2019年以来，累计收到政府信息公开申请199件。",
		"上半年收到政府信息公开申请20件。", "1至6月共收到政府信息公开申请20件。", "第一季度收到政府信息公开申请9件。",
		"约收到政府信息公开申请100余件。", "收到政府信息公开申请近40件。",
		"通过网站收到政府信息公开申请20件，其中予以公开9件。", "收到政府信息公开申请36件，其中网上20件，予以公开9件。",
		"办理人大建议12件、政协提案8件，均已办结20件。", "受理12345热线工单300件，办结298件。",
		"依申请公开36件。受理信访事项12件，不予处理3件。",
		"公开行政许可信息99件，公示行政处罚决定40件。", "行政处罚立案130件。", "公开行政许可事项36项。",
		"办理行政复议案件36件，维持30件，纠正6件。", "以县政府名义制发规范性文件9件。", "清理规范性文件50件。",
		"予以公开、部分公开分别为17件、5件。", "行政许可、行政处罚、行政强制共1677件。",
		"延期答复依申请公开2件，未办结2件。", "依申请公开平均每件办理12天，其中3件当场答复。",
		"截至2024年1月，收到政府信息公开申请40件。",
		"收到政府信息公开申请39件，其中受理36件。", "2023年1月1日至12月31日，收到政府信息公开申请36件。",
		"全年撤回依申请公开2件，补正依申请公开5件。",
		"部分公开的依申请公开事项占比13%。", "收到依申请公开36件，同比增加20件，增长125%。",
	} {
		if got := narrativeFindings(told(2023), text); len(got) != 0 {
			t.Errorf("%s: %d findings %+v", text, len(got), got)
		}
	}
}

func TestASentenceMayContinueOnTheNextLine(t *testing.T) {
	if got := narrativeFindings(told(2023), "（二）依申请公开\n2023年收到政府信息公开申\n请 35\n件，其中\n网上收到申请20件。\n上年结转3件。"); len(got) != 1 || got[0].Left != Count(35) {
		t.Errorf("%+v", got)
	}
}

func TestChineseNumeralsAreRead(t *testing.T) {
	for text, want := range map[string]int64{"零": 0, "十": 10, "十二": 12, "三十六": 36, "一百零五": 105, "一千二百": 1200, "两万三千": 23000, "二〇三": 203} {
		if got, ok := parseStated(text); !ok || got.value != Count(want) {
			t.Errorf("%s: %s, want %d", text, got.value, want)
		}
	}
	for _, text := range []string{"", "件", "一点五", "1.2.3"} {
		if got, ok := parseStated(text); ok {
			t.Errorf("%q: %s", text, got.value)
		}
	}
}
