package present

import (
	"testing"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

func TestTheLatestFileIsProposedIfNamesDoNotDecide(t *testing.T) {
	noon := time.Date(2024, 1, 8, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		files []string
		dates []time.Time
		want  int
	}{
		{"by its name", []string{"a初稿.xlsx", "a定稿.xlsx"}, []time.Time{noon.Add(time.Hour), noon}, 1},
		{"by its date", []string{"a.xlsx", "b.xlsx"}, []time.Time{noon.Add(time.Hour), noon}, 0},
		{"copied together", []string{"a.xlsx", "b.xlsx"}, []time.Time{noon, noon.Add(time.Second)}, -1},
		{"one without a date", []string{"a.xlsx", "b.xlsx"}, []time.Time{noon, {}}, -1},
	} {
		var lines []ImportLine
		for i, file := range c.files {
			lines = append(lines, ImportLine{Line: data.Line{File: "/x/" + file}, Modified: c.dates[i]})
		}
		if at, reason := LikeliestRival(lines, words.Chinese); at != c.want || (reason == "") != (at < 0) {
			t.Errorf("%s: %d, %q", c.name, at, reason)
		}
	}
}

func TestAProposalAnswersAllQuestionsOfALine(t *testing.T) {
	ask := func(kind importer.QuestionKind, found ...string) importer.Question {
		return importer.Question{Kind: kind, Blocking: true, Found: found}
	}
	for _, c := range []struct {
		name      string
		unit      string
		questions []importer.Question
		want      string
	}{
		{"the likeliest body", "", []importer.Question{ask(importer.AskUnit, "石桥镇", "梅林镇")}, "石桥镇"},
		{"body and year", "", []importer.Question{ask(importer.AskUnit, "石桥镇"), ask(importer.AskYear, "2019-2023", "2022")}, "石桥镇 2022"},
		{"namesakes", "城关镇", []importer.Question{ask(importer.AskUnit, "甲县城关镇", "乙县城关镇")}, ""},
		{"nothing found", "", []importer.Question{ask(importer.AskUnit)}, ""},
		{"a table besides", "", []importer.Question{ask(importer.AskUnit, "石桥镇"), ask(importer.AskLayout)}, ""},
	} {
		l := ImportLine{Line: data.Line{Body: data.Body{Unit: c.unit}}, Questions: c.questions}
		if p, ok := l.Proposal(); p.String() != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v", c.name, p.String(), ok)
		}
	}
}

func TestAComparisonListsOnlyFiguresThatDiffer(t *testing.T) {
	figure := func(item string, status form.Status, value int64) form.Figure {
		return form.Figure{Key: form.Key{Table: "enforcement", Item: item, Column: "decisions"}, Status: status, Value: form.Count(value)}
	}
	c := Comparison{Candidates: []Candidate{
		{report: form.Report{Edition: "2021", Figures: []form.Figure{figure("penalty", form.StatusNumber, 3), figure("coercion", form.StatusBlank, 0)}}},
		{report: form.Report{Edition: "2021", Figures: []form.Figure{figure("penalty", form.StatusNumber, 3)}}},
		{report: form.Report{Edition: "2021", Figures: []form.Figure{figure("penalty", form.StatusNumber, 3), figure("coercion", form.StatusNumber, 0)}}},
	}}
	c.compare(words.Chinese)
	if len(c.Rows) != 1 || c.Rows[0].Figures[0].Status != form.StatusBlank || c.Rows[0].Figures[1] != nil || !c.Rows[0].Figures[2].Status.HasValue() {
		t.Errorf("a blank and a zero: %+v", c.Rows)
	}
	if c.Candidates[0].Numbers != 1 || c.Candidates[2].Numbers != 2 {
		t.Errorf("numbers: %+v", c.Candidates)
	}
}
