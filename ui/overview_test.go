package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/data"
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

func TestSameUnitsAreMentionedOnlyIfSomeAreMissing(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{Regions: []string{"示例市示例区"}}, 2022)
	if p.same.Text() != "" || len(p.missing.Options()) != 0 {
		t.Errorf("it says %q and %v", p.same.Text(), p.missing.Options())
	}
}

func TestClickingARemarkShowsItsFiguresInTheTable(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{}, 2024)
	s.openTable(p.remarks[0].Target)
	if got := s.shownCell(t, "enforcement/penalty/decisions").Text; s.state.pane != TablePane || got == "" {
		t.Errorf("the remark leads to pane %d with %q", s.state.pane, got)
	}
}

func TestClickingBrokenIdentitiesShowsTheFindings(t *testing.T) {
	s := openSampleShell(t)
	s.openFaults(2022)
	if f := s.panes[FindingsPane].(*findingsPane); s.state.pane != FindingsPane || len(f.shown) == 0 {
		t.Errorf("pane %d shows %d findings", s.state.pane, len(f.shown))
	}
}

func TestTheOverviewWithoutReportsIsEmpty(t *testing.T) {
	s := openSampleShell(t)
	p := overviewOf(t, s, data.Query{FromYear: 1990, ToYear: 1991}, 0)
	if p.shown.Year != 0 || len(p.remarks) != 0 || p.Summary() != "" {
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

func TestTheOverviewFollowsTheTheme(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(OverviewPane)
	s.setAppearance(look.Dark)
	p := s.panes[OverviewPane].(*overviewPane)
	if len(p.drawn) != 8 || len(p.pictures) != overviewCharts || len(p.remarkBox.Objects) < 3 {
		t.Errorf("%d cards, %d charts, %d lines after a change of theme", len(p.drawn), len(p.pictures), len(p.remarkBox.Objects))
	}
	if _, ok := p.remarkBox.Objects[1].(*control.Line); !ok {
		t.Error("what is unusual cannot be clicked")
	}
}

func TestOnlyTheMostImportantRemarksAreListed(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(OverviewPane)
	p := s.panes[OverviewPane].(*overviewPane)
	p.show(overviewResult{overview: p.shown, cards: p.drawn, remarks: make([]present.Remark, mostRemarks+7)})
	if got := len(p.remarkBox.Objects); got != 1+mostRemarks+1 { // heading, remarks, and the number of those left out
		t.Errorf("%d lines", got)
	}
	if rest, ok := p.remarkBox.Objects[1+mostRemarks].(*control.Text); !ok || !strings.Contains(rest.Text(), " 7 ") {
		t.Errorf("what is left out is not said: %+v", p.remarkBox.Objects[1+mostRemarks])
	}
}

func TestReportsWithBrokenSumsComeFirst(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(OverviewPane)
	p := s.panes[OverviewPane].(*overviewPane)
	p.show(overviewResult{overview: p.shown, cards: p.drawn, remarks: []present.Remark{{Fault: true, Sentence: "2 份报告"}, {Sentence: "少了"}}})
	if p.alarm.Hidden || len(p.alarm.Objects) != 1 || p.alarm.Objects[0].(*control.Line).Text() != "2 份报告" || len(p.remarkBox.Objects) != 2 {
		t.Errorf("above: %+v, below %d lines", p.alarm.Objects, len(p.remarkBox.Objects))
	}
	p.show(overviewResult{overview: p.shown, cards: p.drawn})
	if !p.alarm.Hidden {
		t.Error("an alarm without a fault")
	}
}
