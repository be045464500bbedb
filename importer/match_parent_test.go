package importer

import (
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/read/readtest"
)

// proceedings are the ways in which people write the three headings of section 四.
var proceedings = map[string]string{
	"reconsideration":   "行政复议 行政复议（件） 行政复议情况 政府信息公开行政复议 行政复议（政府信息公开） 行政复议（信息公开类） 行政复议（案件） 四、行政复议 信息公开行政复议案件",
	"litigation-direct": "未经复议直接起诉 行政诉讼（未经复议直接起诉） 行政诉讼(未经复议) 行政诉讼—未经复议直接起诉 行政诉讼：未经复议直接起诉 行政诉讼（直接起诉） 直接起诉（行政诉讼） 未经复议直接起诉的行政诉讼 行政诉讼【未经复议直接起诉】 行政诉讼（件）（未经复议直接起诉） 行政诉讼（1.未经复议直接起诉） 诉讼（未经复议直接起诉） 直接诉讼 未经复议直接提起行政诉讼 行政诉讼（未经复议直接起诉，件） 政府信息公开行政诉讼（未经复议直接起诉） 行政诉讼（未经行政复议直接起诉） 未经复议直接起诉（件）",
	"litigation-after":  "复议后起诉 行政诉讼（复议后起诉） 行政诉讼（经复议后起诉） 行政诉讼-复议后起诉 行政诉讼：复议后起诉 复议后起诉（行政诉讼） 复议后起诉的行政诉讼 行政诉讼〔复议后起诉〕 行政诉讼（复议后起诉）（件） 行政诉讼（2.复议后起诉） 诉讼（复议后起诉） 复议后诉讼 经复议后提起行政诉讼 行政诉讼（复议后起诉，件） 行政诉讼（经复议） 经行政复议后起诉",
}

// spelledReview is a summary of section 四 with the n-th spelling of each heading.
func spelledReview(n int, head func(item, column string) []string) summaryLayout {
	return summaryLayout{name: "section four", keys: func(e *form.Edition) []form.Key { return e.Table(form.ReviewTable).Keys() },
		head: func(_ *form.Table, it *form.Item, c *form.Column) []string {
			spellings := strings.Fields(proceedings[it.ID])
			return head(spellings[n%len(spellings)], c.Label)
		}}
}

func TestTheHeadingsOverResultsAreReadHoweverTheyAreWritten(t *testing.T) {
	heads := map[string]func(item, column string) []string{
		"above": func(item, column string) []string { return []string{item, column} },
		"under a title": func(item, column string) []string {
			return []string{"四、行政复议、行政诉讼情况", item, column}
		},
		"in one cell":  func(item, column string) []string { return []string{item + "-" + column} },
		"without dash": func(item, column string) []string { return []string{item + column} },
	}
	e := form.EditionByID("2021")
	reports := district("2021", 4, 2021)
	for n := range 18 {
		for how, head := range heads {
			l := spelledReview(n, head)
			for merging, change := range map[string]func(*canvas) *canvas{
				"merged":     func(c *canvas) *canvas { return c },
				"first only": func(c *canvas) *canvas { return c.unmerge(false) },
				"repeated":   func(c *canvas) *canvas { return c.unmerge(true) },
			} {
				c := change(summaryOf(&l, e, reports, false))
				c.cells = append(c.cells, patch{right: 8, text: "北京市大兴区2021年政府信息公开工作情况汇总表"})
				results := understand("a.xlsx", c)
				if len(results) != len(reports) {
					t.Errorf("%d, %s, %s: %v: %d results: %v", n, how, merging, l.head(nil, &form.Item{ID: "litigation-direct"}, &form.Column{Label: "结果维持"}), len(results), results[0].Err)
					continue
				}
				for i := range reports {
					want := shownIn(reports[i], l.keys(e))
					want.Edition = results[i].Report.Edition
					mustBe(t, &want, results[i:i+1])
				}
			}
		}
	}
}

func TestTheHeadingsOverResultsAreReadInAllFormats(t *testing.T) {
	e := form.EditionByID("2021")
	reports := district("2021", 3, 2021)
	for n := range 3 {
		l := spelledReview(n+1, func(item, column string) []string { return []string{item, column} })
		c := summaryOf(&l, e, reports, false)
		title := readtest.Block{Text: "北京市大兴区" + strconv.Itoa(e.FirstYear) + "年政府信息公开工作情况汇总表"}
		documents := documentsOf(t, []readtest.Block{title, tableOfGrid(c.shift(-2, 0).sheet())})
		for name, content := range documents {
			sheets, err := read.Sheets("a", content, read.Options{})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			results := understandSheets("a", sheets)
			if len(results) != len(reports) {
				t.Fatalf("%s: %d results, want %d: %v", name, len(results), len(reports), results[0].Err)
			}
			for i := range reports {
				want := shownIn(reports[i], l.keys(e))
				want.Edition = results[i].Report.Edition
				mustBe(t, &want, results[i:i+1])
			}
		}
	}
}

// What stands in brackets may be the column, the item or the group of a figure, and then
// it is read as such; of two items that exclude each other nothing is read.
func TestALabelInBracketsIsReadIfItFits(t *testing.T) {
	total := func(item, column string) form.Key {
		return form.Key{Table: form.ApplicationsTable, Item: item, Column: column}
	}
	for heading, key := range map[string]form.Key{
		"予以公开（自然人）":      total("granted", "natural-person"),
		"自然人（予以公开）":      total("granted", "natural-person"),
		"不予公开（国家秘密）":     total("refused-state-secret", form.TotalColumnID),
		"新收申请（商业企业，件）":   total("received", "business"),
		"行政复议（维持）":       {Table: form.ReviewTable, Item: "reconsideration", Column: "upheld"},
		"行政诉讼（未经复议直接起诉）": {Table: form.ReviewTable, Item: "litigation-direct", Column: form.TotalColumnID},
	} {
		if got := readOf(summaryUnder(heading, false), key); len(got) != 2 || got[0] != "17" {
			t.Errorf("%s is read as %v", heading, got)
		}
	}
	for _, heading := range []string{"行政处罚（行政强制）", "予以公开（部分公开）", "行政许可（其他）", "行政处罚（自然人）", "予以公开（自然人，上年）", "行政诉讼（未经复议直接起诉，上年）"} {
		results := summaryUnder(heading, false)
		for _, r := range results {
			if r.Report != nil && hasSeventeen(r.Report) {
				t.Errorf("%s is read", heading)
			}
		}
		if !isNamed(results, squeeze(heading)) {
			t.Errorf("%s is not named", heading)
		}
	}
}

// 行政诉讼 is not divided as the form divides it, so its results are no figures of the form;
// the columns beside it are.
func TestResultsUnderAnUnknownHeadingCostTheirNeighboursNothing(t *testing.T) {
	results := understandSheets("a.csv", []read.Sheet{sheetOfTexts([][]string{
		{"青石县2023年政府信息公开情况汇总表"},
		{"单位", "行政复议情况", "", "", "行政诉讼", "", "", "新收申请（按申请人类型）", "", "行政许可"},
		{"", "维持", "纠正", "总计", "维持", "纠正", "总计", "自然人", "总计", ""},
		{"石桥镇", "1", "2", "3", "6", "7", "13", "20", "21", "8"},
	})})
	if len(results) != 1 || results[0].Report == nil || results[0].Figures != 6 {
		t.Fatalf("%+v", results)
	}
	if !isNamed(results, "行政诉讼·维持") {
		t.Errorf("%v", explained(results[0].Questions))
	}
}

func hasSeventeen(r *form.Report) bool {
	for _, f := range r.Figures {
		if f.Raw == "17" {
			return true
		}
	}
	return false
}
