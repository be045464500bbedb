package ui

import (
	"testing"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/present"
	"nianbao/ui/task"
)

func TestClickingAMarkOpensItsReportAtTheFigure(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Chart.Kind, c.Item = present.HeatChart, "metric/penalty" })
	s.state.open(ChartPane)
	s.chartPane().drillDown(chart.Hit{Key: present.BodyID(yinghai()), Index: 4})
	if r := s.report; s.state.pane != ReportPane || r.name != (present.ReportName{Body: yinghai(), Year: 2023}) || r.cell != present.Penalties {
		t.Fatalf("pane %d shows %+v", s.state.pane, r)
	}
}

func TestClickingTheBarOfARegionShowsItsReportsInTheTable(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) {
		c.Chart.Kind, c.Chart.Split, c.Year = present.OutcomesChart, present.ByRegion, 2023
	})
	s.state.open(ChartPane)
	s.chartPane().drillDown(chart.Hit{Category: present.BodyID(data.Body{Region: "北京市大兴区"})})
	if q := s.state.choice.Query; s.state.pane != TablePane || s.gridRows() != 1 || q.View != data.Outcomes || q.FromYear != 2023 {
		t.Fatalf("pane %d shows %d rows of %+v", s.state.pane, s.gridRows(), q)
	}
}

func TestHidingASeriesRemovesItFromChartAndText(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) {
		c.Chart = present.ChartLook{Kind: present.OutcomesChart, ShowText: true}
	})
	s.state.open(ChartPane)
	p := s.chartPane()
	series := p.picture.Model.(chart.Stack).Series
	p.toggle(series[0].ID())
	if got := len(p.drawn().TextEquivalent().Columns); got != len(series)-1 {
		t.Errorf("the words have %d columns, want %d", got, len(series)-1)
	}
	if got := len(p.equivalent.grid.Data().Columns); got != len(series) { // one column for the years, and one for each series
		t.Errorf("the table has %d columns, want %d", got, len(series))
	}
	p.toggle(series[0].ID())
	if got := len(p.drawn().TextEquivalent().Columns); got != len(series) {
		t.Errorf("the series does not come back: %d columns", got)
	}
}

func TestALateResultOfAnEarlierChoiceIsDropped(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(ChartPane)
	var waiting []func()
	p := s.chartPane()
	p.lane = task.NewLane(task.Runner{Start: func(work func()) { waiting = append(waiting, work) }, Show: func(done func()) { done() }})
	s.state.change(func(c *present.Choice) { c.Chart.Kind = present.FunnelChart })
	s.state.change(func(c *present.Choice) { c.Chart.Kind = present.RankingChart })
	for _, i := range []int{1, 0} { // the older result comes last
		waiting[i]()
	}
	if p.request.Kind != present.RankingChart {
		t.Errorf("%s is shown, want the ranking that was asked for last", p.request.Kind)
	}
}

func TestEveryKindIsShownInThePaneInBothLanguages(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(ChartPane)
	for range 2 {
		for _, kind := range present.ChartNames() {
			s.state.change(func(c *present.Choice) { c.Chart = present.ChartLook{Kind: kind, ShowText: true} })
			p := s.chartPane()
			if p.request.Kind != kind || p.picture.Model == nil || len(p.equivalent.grid.Data().Columns) < 2 {
				t.Errorf("%s in %s is not shown", kind, s.say.Name())
			}
			if p.equivalent.sentence.Text == "" {
				t.Errorf("%s in %s says nothing", kind, s.say.Name())
			}
		}
		s.setLanguage(s.otherLanguage())
	}
}
