package data

import (
	"fmt"
	"testing"

	"nianbao/data/form"
)

func TestSearchTextFindsLinesWithAllWordsInTheChosenReports(t *testing.T) {
	s := openStore(t)
	first, second, later := town(t, "甲镇", 2023), town(t, "乙镇", 2023), town(t, "甲镇", 2022)
	first.Narrative = []form.Passage{{Section: "一", Text: "本年公开信息。\n　推进 Open Data 平台建设，人手不足。"}, {Section: "五", Text: "一是人手不足。\n二是培训较少。"}}
	second.Narrative = []form.Passage{{Section: "五", Text: "培训不够。"}}
	later.Narrative = []form.Passage{{Section: "五", Text: "人手仍然不足。"}}
	save(t, s, first, second, later)
	for _, c := range []struct {
		text string
		q    Query
		want string
	}{
		{"人手", Query{}, "[甲镇 2023 一 人手] [甲镇 2023 五 人手] [甲镇 2022 五 人手] "},
		{"人手", Query{FromYear: 2023}, "[甲镇 2023 一 人手] [甲镇 2023 五 人手] "},
		{"培训", Query{Units: []Body{{second.Region, "乙镇"}}}, "[乙镇 2023 五 培训] "},
		{"open DATA", Query{}, "[甲镇 2023 一 Open] "},
		{"人手 培训", Query{}, "[甲镇 2023 五 人手] "},
		{"100%_", Query{}, ""},
		{"  ", Query{}, ""},
	} {
		found, err := s.SearchText(t.Context(), c.q, c.text, 10)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, h := range found.Hits {
			got += fmt.Sprintf("[%s %d %s %s] ", h.Body.Unit, h.Year, h.Section, h.Line[h.From:h.To])
		}
		if got != c.want || found.IsCut {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
	if found, err := s.SearchText(t.Context(), Query{}, "人手", 2); err != nil || len(found.Hits) != 2 || !found.IsCut {
		t.Errorf("the first two: %+v, %v", found, err)
	}
}
