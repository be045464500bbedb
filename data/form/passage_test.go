package form

import "testing"

func TestTheParagraphQuotedByAFindingIsMarked(t *testing.T) {
	r := filled("2021")
	r.Narrative = []Passage{{"一", "主动公开情况良好。\n本年度共收到政府信息公开申请 99 件。办结及时\n　　监督保障到位"}}
	var quoted []Finding
	for _, f := range Check(r) {
		if f.Rule == "narrative" {
			quoted = append(quoted, f)
		}
	}
	if len(quoted) != 1 {
		t.Fatalf("%d findings on the text", len(quoted))
	}
	for name, c := range map[string]struct {
		finding Finding
		want    [3]bool
	}{
		"a wrong number":        {quoted[0], [3]bool{false, true, false}},
		"a text that repeats":   {Finding{Rule: "look-alike"}, [3]bool{true, true, true}},
		"tables that repeat":    {Finding{Rule: "look-alike", Key: Key{Table: ApplicationsTable}}, [3]bool{}},
		"a sum that is no text": {Finding{Rule: "row-sum", Text: "主动公开情况良好"}, [3]bool{}},
	} {
		list := r.Narrative[0].Paragraphs(c.finding)
		if len(list) != 3 || list[2].Text != "监督保障到位" {
			t.Fatalf("%s: %+v", name, list)
		}
		for i, p := range list {
			if p.IsQuoted != c.want[i] {
				t.Errorf("%s: %q is quoted: %v", name, p.Text, p.IsQuoted)
			}
		}
	}
}
