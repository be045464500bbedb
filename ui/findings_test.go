package ui

import (
	"slices"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
)

// bodyNamed finds a body of the sample by its unit.
func bodyNamed(t *testing.T, s *shell, unit string) data.Body {
	t.Helper()
	for _, u := range s.inventory.units {
		if u.Unit == unit {
			return u.Body
		}
	}
	t.Fatalf("no reports of %s", unit)
	return data.Body{}
}

func openFindings(t *testing.T) (*shell, *findingsPane) {
	t.Helper()
	s := openSampleShell(t)
	s.state.open(FindingsPane)
	return s, s.findingsPane()
}

func TestTheListShowsOnlyProblemsByDefault(t *testing.T) {
	s, p := openFindings(t)
	for _, f := range p.shown {
		if f.Severity == form.SeverityHint {
			t.Errorf("%s %d %s is a hint", f.Body.Unit, f.Year, f.Rule)
		}
	}
	problems, units := len(p.shown), len(headings(p))
	p.only.OnChanged(false)
	if len(p.shown) <= problems || len(p.shown) != len(p.all) {
		t.Errorf("%d problems, then %d of %d findings", problems, len(p.shown), len(p.all))
	}
	if got := len(headings(p)); got != len(s.inventory.units) || got <= units {
		t.Errorf("%d units with problems, then %d of %d", units, got, len(s.inventory.units))
	}
}

func headings(p *findingsPane) []findingRow {
	var list []findingRow
	for _, r := range p.rows {
		if r.finding < 0 {
			list = append(list, r)
		}
	}
	return list
}

func TestEachUnitHasAHeadingWithItsCounts(t *testing.T) {
	_, p := openFindings(t)
	total := 0
	for i, r := range p.rows {
		if r.finding >= 0 {
			continue
		}
		total += r.counts.all
		for j := i + 1; j <= i+r.counts.all; j++ {
			if p.rows[j].finding < 0 || p.shown[p.rows[j].finding].Body != r.unit {
				t.Errorf("row %d does not belong under %s", j, r.unit.Unit)
			}
		}
	}
	if total != len(p.shown) || total == 0 {
		t.Errorf("the headings count %d findings of %d", total, len(p.shown))
	}
}

func TestAUnitCanBeCollapsedAndExpanded(t *testing.T) {
	_, p := openFindings(t)
	before, first := len(p.rows), p.rows[0]
	p.open(0)
	if len(p.rows) != before-first.counts.all {
		t.Errorf("%d rows of %d are left after folding %d up", len(p.rows), before, first.counts.all)
	}
	p.open(0)
	if len(p.rows) != before {
		t.Errorf("%d rows after unfolding, %d before", len(p.rows), before)
	}
}

func TestFindingsCanBeFilteredBySeverityRuleAndYear(t *testing.T) {
	_, p := openFindings(t)
	p.severities.OnTap(1)
	errors := len(p.shown)
	for _, f := range p.shown {
		if f.Severity != form.SeverityError {
			t.Errorf("%s %d %s is of severity %s", f.Body.Unit, f.Year, f.Rule, f.Severity)
		}
	}
	p.rules.OnPick("outcome-sum")
	sums := len(p.shown)
	if sums == 0 || sums >= errors {
		t.Errorf("%d errors, outcome sums among them %d", errors, sums)
	}
	p.years.OnPick("2020")
	if len(p.shown) == 0 || len(p.shown) >= sums || slices.ContainsFunc(p.shown, func(f data.Found) bool { return f.Year != 2020 }) {
		t.Errorf("%d outcome sums, of 2020 %d", sums, len(p.shown))
	}
	if title := p.about.title.Text(); !strings.Contains(title, "平潭综合实验区 2020 年度") {
		t.Errorf("the first is told as %q", title)
	}
	for _, want := range []string{"≠", "建议（并列", "规则："} {
		if !strings.Contains(p.about.detail.Text(), want) {
			t.Errorf("the text lacks %q: %q", want, p.about.detail.Text())
		}
	}
}

func TestHintsAreShownOnDemand(t *testing.T) {
	_, p := openFindings(t)
	p.severities.OnTap(3)
	if len(p.shown) == 0 {
		t.Fatal("no hints")
	}
	if p.shown[0].Severity != form.SeverityHint {
		t.Errorf("the first is %s", p.shown[0].Severity)
	}
}

func TestNextFindingVisitsEachFindingOnceAndStopsAtTheEnd(t *testing.T) {
	s, p := openFindings(t)
	p.closed[p.shown[0].Body] = true // findings of collapsed units are visited too
	p.list()
	p.selectRow(0)
	seen := map[int]bool{}
	for range p.shown {
		s.walkFindings(false)
		if seen[p.selected()] {
			t.Fatalf("finding %d is visited twice", p.selected())
		}
		seen[p.selected()] = true
	}
	last := p.selected()
	s.walkFindings(false)
	if len(seen) != len(p.shown) || p.selected() != last || s.status.middle.Text() != "已到最后一条" {
		t.Errorf("%d of %d visited, then %d after %d: %q", len(seen), len(p.shown), p.selected(), last, s.status.middle.Text())
	}
	s.walkFindings(true)
	if p.selected() != last-1 {
		t.Errorf("back from %d leads to %d", last, p.selected())
	}
}

func TestADecisionIsKeptWhenTheReportIsImportedAgain(t *testing.T) {
	s := openShell(t)
	folder := writeSamples(t, "平潭")
	drop(s, folder)
	s.state.open(FindingsPane)
	p := s.findingsPane()
	p.selectRow(p.firstFinding())
	f := p.shown[p.selected()]
	p.about.verdict.note.SetText("已电话核实")
	p.about.verdict.choice.OnTap(2)
	if got := p.shown[p.selected()]; got.Decision != data.Ignored || got.Note != "已电话核实" {
		t.Fatalf("the list shows %q, %q", got.Decision, got.Note)
	}
	s.undoOrRedoImport(s.imports.importID, true)
	answerQuestion(t, s, true)
	drop(s, folder)
	s.state.open(FindingsPane)
	p = s.findingsPane()
	if slices.ContainsFunc(p.shown, func(have data.Found) bool { return sameFinding(have, f) }) {
		t.Error("what was set aside is among the problems again")
	}
	p.only.OnChanged(false)
	at := slices.IndexFunc(p.shown, func(have data.Found) bool { return sameFinding(have, f) })
	if at < 0 || p.shown[at].Decision != data.Ignored || p.shown[at].Note != "已电话核实" {
		t.Errorf("after importing again the finding is at %d: %+v", at, p.shown[max(at, 0)])
	}
}
