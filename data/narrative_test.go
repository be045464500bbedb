package data

import (
	"testing"

	"nianbao/data/form"
)

func TestTheNarrativeViewHasTheTextOfEachSection(t *testing.T) {
	s := openStore(t)
	told, silent, later := town(t, "甲镇", 2023), town(t, "乙镇", 2023), town(t, "甲镇", 2023, penalty, "7")
	told.Narrative = []form.Passage{{Section: "一", Text: "本年主动公开 5 条"}, {Section: "五", Text: "主要问题是人手不足"}}
	later.Narrative = []form.Passage{{Section: "五", Text: "问题已经改进"}}
	save(t, s, told, silent)
	if got := one(t, s, `SELECT n.unit, n.year, n.section, n.text FROM narrative n JOIN reports r ON r.report_id = n.report_id WHERE contains(n.text, '人手')`); got != "甲镇·2023·五·主要问题是人手不足" {
		t.Errorf("the search finds %q", got)
	}
	if got := one(t, s, `SELECT count(*) FROM narrative`); got != "2" {
		t.Errorf("the view has %s passages, want 2", got)
	}
	save(t, s, later)
	if got := one(t, s, `SELECT string_agg(text, '') FROM narrative`); got != "问题已经改进" {
		t.Errorf("after a revision the view says %q", got)
	}
}
