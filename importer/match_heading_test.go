package importer

import (
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// names are the ways in which people write an item of a summary, with the figure that it
// means.
var names = map[string]form.Key{}

func init() {
	total := func(item string) form.Key {
		return form.Key{Table: form.ApplicationsTable, Item: item, Column: form.TotalColumnID}
	}
	decisions := func(table, item string) form.Key { return form.Key{Table: table, Item: item, Column: "decisions"} }
	for key, spellings := range map[form.Key]string{
		total("received"):                    "本年新收申请数 新收申请 收到申请数 申请总数 申请件数 新收数 收到政府信息公开申请数量 本年新收政府信息公开申请件数 新收依申请公开申请数",
		total("carried-over"):                "上年结转申请数 上年结转数 上年度结转申请件数 上年结转",
		total("outcome-total"):               "办结数 答复数 办结件数 办理总数 本年办结申请数 已办结数",
		total("carried-forward"):             "结转下年度办理 结转下年数 结转下一年度申请数 结转下年度继续办理件数",
		total("granted"):                     "予以公开数 予以公开件数 予以公开申请数",
		total("refused-state-secret"):        "国家秘密 属于国家秘密数",
		total("refused-internal"):            "内部事务 内部事务信息数",
		total("refused-deliberative"):        "过程性信息 过程性信息件数",
		total("refused-case-file"):           "执法案卷 行政执法案卷数",
		total("refused-inquiry"):             "行政查询 行政查询事项数",
		total("unavailable-not-held"):        "不掌握 不掌握信息",
		total("other-unpaid"):                "未缴费 逾期未缴费数",
		decisions("licensing", "licence"):    "行政许可数 许可数 行政许可决定数 行政许可件数 行政许可处理决定数量 作出行政许可决定数",
		decisions("enforcement", "penalty"):  "行政处罚数 处罚数 行政处罚决定 行政处罚决定数 行政处罚案件数 处罚决定数 处罚 行政处罚总数",
		decisions("enforcement", "coercion"): "行政强制数 强制数 行政强制决定数 行政强制",
		{Table: form.ReviewTable, Item: "reconsideration", Column: form.TotalColumnID}: "复议数 复议件数 行政复议案件数 行政复议数",
		{Table: "fees", Item: "fee", Column: "amount"}:                                 "收费金额 行政事业性收费金额 收费总额",
		{Table: "rules", Item: "normative-document", Column: "issued"}:                 "规范性文件制发数 规范性文件制发件数 行政规范性文件本年制发件数",
	} {
		for _, name := range strings.Fields(spellings) {
			names[name] = key
		}
	}
}

var (
	sameNotes      = []string{"", "（件）", "(件)", "（单位：件）", "[件]", "（宗）", "（本年）", "（全年）", "（1—12月）", "（2023年）", "（2023年度）", "（件，本年度）", "（截至12月31日）"}
	differentNotes = []string{"（上年）", "（去年同期）", "（同比）", "（增减）", "（占比）", "（%）", "（排名）", "（上半年）", "（历年累计）", "（立案）", "（罚款金额，元）", "（人次）", "（办件时限）", "（率）", "（件，上年）", "率", "（件）率", "增长率", "（一季度）", "（平均）", "（简易程序）", "（不服处罚）", "（镇级）", "立案数", "金额（万元）"}
	paddings       = []string{"", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\t", "\u00ad", "\n"}
)

// summaryUnder reads a summary of two towns with a heading beside a plain one.
func summaryUnder(heading string, isFirst bool) []Result {
	row := func(a, b, c string) []string {
		if isFirst {
			return []string{a, c, b}
		}
		return []string{a, b, c}
	}
	plain := "逾期未补正"
	return understandSheets("a.xlsx", []read.Sheet{sheetOfTexts([][]string{
		{"临江区2023年政府信息公开年报汇总表"}, row("单位", plain, heading), row("石桥镇", "3", "17"), row("青山镇", "5", "2023"),
	})})
}

func readOf(results []Result, k form.Key) (values []string) {
	for _, r := range results {
		if r.Report == nil {
			continue
		}
		for _, f := range r.Report.Figures {
			if f.Key == k && f.Status.HasValue() {
				values = append(values, f.Value.String())
			}
		}
	}
	return values
}

func TestAHeadingIsUnderstoodAsAWholeOrReported(t *testing.T) {
	for name, key := range names {
		if key.Table == "fees" {
			continue // money has its own units, see below
		}
		for i, note := range sameNotes {
			heading := paddings[i%len(paddings)] + name + paddings[(i+1)%len(paddings)] + note + paddings[(i+2)%len(paddings)]
			results := summaryUnder(heading, i%2 == 0)
			if got := readOf(results, key); len(got) != 2 || got[0] != "17" || got[1] != "2023" {
				t.Errorf("%q is read as %v", heading, got)
			}
		}
		for i, note := range differentNotes {
			heading := name + paddings[i%len(paddings)] + note
			results := summaryUnder(heading, i%2 == 0)
			for _, r := range results {
				if r.Report == nil {
					continue
				}
				for _, f := range r.Report.Figures {
					if f.Status.HasValue() && (f.Value == form.Count(17) || f.Value == form.Count(2023)) {
						t.Errorf("%q is read as %s", heading, f.Key)
					}
				}
			}
			if !isNamed(results, squeeze(heading)) {
				t.Errorf("%q is neither read nor named", heading)
			}
		}
	}
}

func isNamed(results []Result, heading string) bool {
	for _, r := range results {
		for _, q := range r.Questions {
			for _, found := range q.Found {
				if squeeze(found) == heading {
					return true
				}
			}
		}
	}
	return false
}

func TestAmountsAreReadInTheUnitOfTheirHeading(t *testing.T) {
	key := form.Key{Table: "fees", Item: "fee", Column: "amount"}
	for heading, want := range map[string]string{"收费金额（万元）": "17", "收费金额（元）": "0.0017", "行政事业性收费（万元）": "17", "收费（万元）": "17", "收费总额（单位：万元）": "17", "收费（金额，万元）": "17"} {
		if got := readOf(summaryUnder(heading, false), key); len(got) != 2 || got[0] != want {
			t.Errorf("%s is read as %v, want %s", heading, got, want)
		}
	}
}
