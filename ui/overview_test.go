package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/chart/view"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
)

// overviewOf shows the overview of a query and year.
func overviewOf(t *testing.T, s *shell, q data.Query, year int) *overviewPane {
	t.Helper()
	s.state.change(func(c *present.Choice) { c.Query, c.Year = q, year })
	s.state.open(OverviewPane)
	return s.panes[OverviewPane].(*overviewPane)
}

func (p *overviewPane) card(t *testing.T, name string) present.Card {
	t.Helper()
	for _, c := range p.drawn {
		if c.Drawn.Name == name {
			return c
		}
	}
	t.Fatalf("no card %s", name)
	return present.Card{}
}

// textsOf are all texts that a chart draws.
func textsOf(view *view.View) string {
	var b strings.Builder
	for _, item := range view.List().Items {
		if text, ok := item.(chart.Text); ok {
			b.WriteString(text.Text + "\n")
		}
	}
	return b.String()
}

func TestTheOverviewShowsTheMeasuresOfTheSampleTown(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{Units: []data.Body{yinghai()}}, 0)
	if p.shown.Year != 2023 || p.title.Text() != "瀛海镇 · 2023 年" {
		t.Fatalf("the overview is of %s", p.title.Text())
	}
	for i, want := range [][]string{{"新收申请", "16"}, {"办结率", "87.5%", "（14/16） 64.0–96.5%"}, {"公开率", "85.7%", "（12/14） 60.1–96.0%"}, {"结转", "2"},
		{"行政处罚", "2,390"}, {"行政许可", "0"}, {"行政强制", "0"}, {"复议诉讼", "0"}} {
		p.cards[i].Resize(fyne.NewSize(300, 100))
		for _, text := range want {
			if got := textsOf(p.cards[i]); !strings.Contains(got, text) {
				t.Errorf("the card %s lacks %q:\n%s", want[0], text, got)
			}
		}
	}
}

func TestAChangeComparesTheSameUnits(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{}, 2024)
	c := p.card(t, "新收申请").Drawn
	if c.Value.Number != 328 || c.Before.Number != 301 || c.SameUnits != 8 {
		t.Errorf("received %v after %v in %d units, want 328 after 301 in 8: 瀛海镇 has no report of 2024", c.Value.Number, c.Before.Number, c.SameUnits)
	}
	if c.Reported != 8 || c.Expected != 10 || len(c.Missing) != 2 {
		t.Errorf("%d of %d reported, missing %v", c.Reported, c.Expected, c.Missing)
	}
	licences := p.card(t, "行政许可")
	reasons := map[string]string{}
	for _, l := range licences.Lacking {
		reasons[l.Body.Unit] = l.Reason
	}
	if licences.Drawn.Reported != 7 || reasons["东篱镇"] != "“约80”" || reasons["瀛海镇"] != "没有该年报告" {
		t.Errorf("licences of %d units, the others: %v", licences.Drawn.Reported, reasons)
	}
}

func TestTheWholeIsComparedWhereTheSameUnitsReported(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{Regions: []string{"示例市示例区"}}, 2022)
	if c := p.card(t, "新收申请").Drawn; c.SameUnits != 0 || c.Value.Number != 247 || c.Before.Number != 209 {
		t.Errorf("received %v after %v, in %d units of %d", c.Value.Number, c.Before.Number, c.SameUnits, c.Expected)
	}
	if p.same.Text() != "" || len(p.missing.Options()) != 0 {
		t.Errorf("it says %q and %v", p.same.Text(), p.missing.Options())
	}
}

func TestTheFirstYearHasNothingToCompareWith(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{}, 2019)
	if c := p.card(t, "公开率").Drawn; c.Before.Known || c.Before.Text != "上年没有报告" {
		t.Errorf("the year before is %+v", c.Before)
	}
}

func TestWhatIsUnusualIsSaidWithItsFigures(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{}, 2024)
	if len(p.remarks) != 2 {
		t.Fatalf("%d remarks: %+v", len(p.remarks), p.remarks)
	}
	jump := p.remarks[0]
	if !strings.HasPrefix(jump.Sentence, "南浦街道行政处罚 12,273 件，上年 1,436 件，是上年的 8.5 倍。") || !strings.Contains(jump.Sentence, "核对原文") {
		t.Errorf("the jump is told as %q", jump.Sentence)
	}
	if jump.Figures[0] != [2]string{"2024 年", "12,273 件"} || !strings.Contains(jump.Rule, "不少于 30 件") {
		t.Errorf("it stands on %v by the rule %q", jump.Figures, jump.Rule)
	}
	if want := "瀛海镇 2023 年有报告，还没有 2024 年的报告。"; p.remarks[1].Sentence != want {
		t.Errorf("the absence is told as %q", p.remarks[1].Sentence)
	}
	s.openTable(jump.Target)
	if got := s.shownCell(t, "enforcement/penalty/decisions").Text; s.state.pane != TablePane || got == "" {
		t.Errorf("the remark leads to pane %d with %q", s.state.pane, got)
	}
}

func TestABrokenIdentityIsSaidFirstAndLeadsToTheFindings(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{}, 2022)
	if len(p.remarks) == 0 || !p.remarks[0].Fault || !strings.Contains(p.remarks[0].Sentence, "石桥镇") {
		t.Fatalf("the remarks are %+v", p.remarks)
	}
	s.openFaults(2022)
	if f := s.panes[FindingsPane].(*findingsPane); s.state.pane != FindingsPane || len(f.shown) == 0 {
		t.Errorf("pane %d shows %d findings", s.state.pane, len(f.shown))
	}
}

func TestNothingIsSaidOfFewCases(t *testing.T) {
	w := present.Watcher{Overview: &present.Overview{Year: 2024}, Names: present.NewChartNames(nil, form.Chinese)}
	m := present.MeasureOf(present.ReceivedItem, form.Chinese)
	for _, c := range []struct {
		was, now float64
		said     bool
	}{{9, 29, false}, {5, 300, false}, {10, 19, false}, {20, 39, false}, {20, 60, true}, {60, 20, true}, {1000, 1900, false}, {0, 500, false}} {
		if _, said := w.Jump(m, present.Target{}, yinghai(), c.was, c.now); said != c.said {
			t.Errorf("from %v to %v: said is %v", c.was, c.now, said)
		}
	}
	pool := chart.Fraction{Part: 500, Whole: 1000}
	for _, c := range []struct {
		f    chart.Fraction
		said bool
	}{{chart.Fraction{Part: 40, Whole: 60}, false}, {chart.Fraction{Part: 58, Whole: 60}, true}, {chart.Fraction{Part: 3, Whole: 60}, true}} {
		if _, said := w.Outlier(present.MeasureOf(present.DisclosureItem, form.Chinese), present.Target{}, yinghai(), c.f, pool); said != c.said {
			t.Errorf("%v of %v: said is %v", c.f.Part, c.f.Whole, said)
		}
	}
}

func TestTheOverviewOfNothingIsEmpty(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{FromYear: 1990, ToYear: 1991}, 0)
	if p.shown.Year != 0 || len(p.remarks) != 0 || p.summary() != "" {
		t.Errorf("it shows %d with %d remarks", p.shown.Year, len(p.remarks))
	}
}

func TestTheYearOfTheOverviewCanBeChosen(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{}, 0)
	p.year.OnPick("2021")
	if p.shown.Year != 2021 || !strings.Contains(p.title.Text(), "2021") {
		t.Errorf("the overview is of %d: %q", p.shown.Year, p.title.Text())
	}
	p.enlarge(1)
	if c := s.chartPane(); s.state.pane != ChartPane || c.request.Kind != present.OutcomesChart {
		t.Errorf("enlarging opens pane %d with %s", s.state.pane, c.request.Kind)
	}
}

func TestTheOverviewFollowsTheme(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(OverviewPane)
	s.appear(look.Dark)
	p := s.panes[OverviewPane].(*overviewPane)
	if len(p.drawn) != 8 || len(p.pictures) != overviewCharts || len(p.said.Objects) < 3 {
		t.Errorf("%d cards, %d charts, %d lines after a change of theme", len(p.drawn), len(p.pictures), len(p.said.Objects))
	}
	if _, ok := p.said.Objects[1].(*control.Line); !ok {
		t.Error("what is unusual cannot be clicked")
	}
}

func TestTheOverviewOfChosenUnitsExpectsThoseAlone(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{Units: []data.Body{yinghai()}}, 2023)
	if c := p.card(t, "新收申请").Drawn; c.Expected != 1 || c.Reported != 1 {
		t.Errorf("%d of %d units reported, want 1 of 1", c.Reported, c.Expected)
	}
}

func TestOnlyTheHeaviestRemarksAreListed(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(OverviewPane)
	p := s.panes[OverviewPane].(*overviewPane)
	p.show(overviewAnswer{overview: p.shown, cards: p.drawn, remarks: make([]present.Remark, mostRemarks+7)})
	if got := len(p.said.Objects); got != 1+mostRemarks+1 { // heading, remarks, how many are left out
		t.Errorf("%d lines", got)
	}
	if rest, ok := p.said.Objects[1+mostRemarks].(*control.Text); !ok || !strings.Contains(rest.Text(), " 7 ") {
		t.Errorf("what is left out is not said: %+v", p.said.Objects[1+mostRemarks])
	}
}
