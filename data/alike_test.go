package data

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/data/form"
)

const alike = `SELECT coalesce(string_agg(unit || year || ' ' || severity || ' ' || table_id || ' ' || message, '; ' ORDER BY year, unit, table_id), '') FROM findings WHERE rule = 'look-alike'`

// busy is a report with enough figures to be recognised.
func busy(t *testing.T, unit string, year int, penalties string) form.Report {
	return town(t, unit, year, "applications/received/natural-person", "131", "applications/received/business", "17", "applications/granted/natural-person", "88",
		"applications/granted/business", "12", "applications/granted-in-part/natural-person", "23", "applications/unavailable-not-held/natural-person", "9",
		"applications/refused-inquiry/natural-person", "6", "applications/carried-forward/natural-person", "5",
		"enforcement/penalty/decisions", penalties)
}

func TestCopiedTablesAreFound(t *testing.T) {
	s := openStore(t)
	save(t, s, busy(t, "甲镇", 2022, "2390"), busy(t, "乙镇", 2022, "2390"), busy(t, "丙镇", 2022, "77"), busy(t, "甲镇", 2023, "2390"),
		town(t, "丁镇", 2022), town(t, "戊镇", 2022), town(t, "丁镇", 2023)) // too few requests to be more than a coincidence
	want := "丙镇2022 warning applications 申请：该表所有数字与北京市大兴区甲镇 2022年报告完全相同; " +
		"乙镇2022 warning applications 申请：全部数字表与北京市大兴区甲镇 2022年报告完全相同; " +
		"甲镇2022 warning applications 申请：全部数字表与北京市大兴区乙镇 2022年报告完全相同; " +
		"甲镇2023 warning applications 申请：全部数字表与本单位2022年报告完全相同"
	if got := one(t, s, alike); got != want {
		t.Errorf("got %s", got)
	}
}

// narrative makes a text of official phrases, which all texts have, and phrases of
// its own.
func narrative(official int, own ...string) []form.Passage {
	var b strings.Builder
	for i := range official {
		fmt.Fprintf(&b, "坚持以人民为中心的发展思想第%s条，", strings.Repeat("甲乙丙丁"[:3*(i%4+1)], i/4+1))
	}
	return []form.Passage{{Section: "一", Text: b.String() + strings.Join(own, "。")}}
}

// own are sentences that no other seed has.
func own(seed string) []string {
	var list []string
	for i := range 12 {
		list = append(list, fmt.Sprintf("在%s组织开展了%s专题培训活动%s场", strings.Repeat(seed, i+1), strings.Repeat("政务", i+1), strings.Repeat(seed, 3)))
	}
	return list
}

func TestCopiedTextsAreFoundButOfficialPhrasesAreNot(t *testing.T) {
	s := openStore(t)
	var all []form.Report
	add := func(unit string, year int, text []form.Passage) {
		r := town(t, unit, year)
		r.Narrative = text
		all = append(all, r)
	}
	for _, seed := range []string{"天", "地", "玄", "黄", "宇", "宙", "洪", "荒", "日", "月"} {
		add(seed+"镇", 2022, narrative(20, own(seed)...))
	}
	copied := own("天")
	copied[3] = "天镇的这一句改写了因此不同" // with its own name and a changed sentence
	add("辰镇", 2022, narrative(20, copied...))
	add("天镇", 2023, narrative(20, own("天")...))
	add("地镇", 2023, narrative(20, own("星")...))
	save(t, s, all...)
	got := one(t, s, `SELECT string_agg(unit || year || severity, ' ' ORDER BY year, unit) FROM findings WHERE rule = 'look-alike'`)
	if got != "天镇2022warning 辰镇2022warning 天镇2023hint" {
		t.Errorf("got %s: %s", got, one(t, s, alike))
	}
	save(t, s, town(t, "新镇", 2022)) // an import without texts leaves the findings alone
	if again := one(t, s, `SELECT string_agg(unit || year || severity, ' ' ORDER BY year, unit) FROM findings WHERE rule = 'look-alike'`); again != got {
		t.Errorf("after another import: %s", again)
	}
	if _, err := s.Undo(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, alike); got != "" {
		t.Errorf("after the undo: %s", got)
	}
}

func TestAddedAndRemovedTextsAreComparedWithTheOthers(t *testing.T) {
	s := openStore(t)
	text := func(unit string, year int, seed string) form.Report {
		r := town(t, unit, year)
		r.Narrative = narrative(20, own(seed)...)
		return r
	}
	list := func() string {
		return one(t, s, `SELECT coalesce(string_agg(unit || year || severity, ' ' ORDER BY year, unit), '') FROM findings WHERE rule = 'look-alike'`)
	}
	var first []form.Report
	for _, seed := range []string{"天", "地", "玄", "黄", "宇", "宙", "洪", "荒"} {
		first = append(first, text(seed+"镇", 2022, seed))
	}
	for _, step := range []struct {
		bring []form.Report
		want  string
	}{
		{first, ""},
		{[]form.Report{text("辰镇", 2022, "天")}, "天镇2022warning 辰镇2022warning"},
		{[]form.Report{text("地镇", 2023, "地")}, "天镇2022warning 辰镇2022warning 地镇2023hint"},
		{[]form.Report{text("宿镇", 2023, "地")}, "天镇2022warning 辰镇2022warning 地镇2023warning 宿镇2023warning"},
		{[]form.Report{text("辰镇", 2022, "辰")}, "地镇2023warning 宿镇2023warning"},
		{[]form.Report{text("宿镇", 2023, "宿"), text("列镇", 2022, "黄")}, "列镇2022warning 黄镇2022warning 地镇2023hint"},
	} {
		save(t, s, step.bring...)
		if got := list(); got != step.want {
			t.Errorf("after %s came: %s, want %s", step.bring[0].Unit, got, step.want)
		}
	}
	before := list()
	if err := s.Recheck(t.Context(), nil); err != nil || list() != before {
		t.Errorf("when all are compared: %s, %v", list(), err)
	}
}
