package ui

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/chart"
	"nianbao/ui/font"
	"nianbao/ui/palette"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/uitest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func pingtan() data.Body { return data.Body{Unit: "平潭综合实验区"} }

// TestEveryChartOfPublishedFiguresIsAsTheGoldenFilesSay draws all kinds of what 平潭 published
// across both editions, of 瀛海镇 alone, of 宿迁's large numbers, and of filters that let nothing
// through.
func TestEveryChartOfPublishedFiguresIsAsTheGoldenFilesSay(t *testing.T) {
	s := openSampleShell(t)
	importPublished(t, s, "suqian_2023.json")
	for name, q := range map[string]data.Query{
		"pingtan": {Units: []data.Body{pingtan()}},
		"yinghai": {Units: []data.Body{yinghai()}},
		"suqian":  {Units: []data.Body{{Unit: "宿迁市"}}},
		"empty":   {FromYear: 1990, ToYear: 1991},
	} {
		models := map[present.ChartName]chart.Model{}
		for _, kind := range present.ChartNames() {
			p, err := present.NewPicture(t.Context(), s.store, present.ChartRequest{Kind: kind, Query: q})
			if err != nil {
				t.Fatalf("%s of %s: %v", kind, name, err)
			}
			models[kind] = p.Model
			var svg bytes.Buffer
			if err := present.WritePicture(&svg, p.Outgoing(p.Model), present.SVG, s.say); err != nil {
				t.Fatalf("%s of %s: %v", kind, name, err)
			}
			compareGolden(t, filepath.Join("testdata", "charts", name, string(kind)+".svg"), svg.Bytes())
		}
		text, err := json.MarshalIndent(models, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		compareGolden(t, filepath.Join("testdata", "charts", name, "models.json"), append(text, '\n'))
	}
}

// importPublished imports a report that was published, from a workbook with its figures.
func importPublished(t *testing.T, s *shell, name string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "importer", "testdata", "published", name))
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Agency, Edition string
		Year            int
		Figures         map[string]map[string]map[string]string
	}
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	r := form.Report{Agency: p.Agency, Year: p.Year, Edition: p.Edition}
	for table, items := range p.Figures {
		for item, columns := range items {
			for column, raw := range columns {
				f := form.Figure{Key: form.Key{Table: table, Item: item, Column: column}, Raw: raw, Status: form.StatusNumber}
				if f.Value, err = form.ParseNumber(strings.TrimSpace(raw)); err != nil {
					f.Status = form.StatusText
				}
				r.Figures = append(r.Figures, f)
			}
		}
	}
	var book bytes.Buffer
	if err := workbook.WriteForm(&book, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), fmt.Sprintf("%s%d年.xlsx", p.Agency, p.Year))
	uitest.Write(t, path, book.Bytes())
	before := s.stock.reports
	s.importPaths(job{paths: []string{path}})
	if s.stock.reports != before+1 {
		t.Fatalf("%s did not become a report", path)
	}
}

func compareGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		uitest.Write(t, path, got)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs from the chart; look at it and run with -update if the new one is right", path)
	}
}

func TestNoLineCrossesASeamForAnItemThatIsNotComparable(t *testing.T) {
	s := openSampleShell(t)
	fonts := testFonts(t)
	broken := 0
	for _, view := range []data.View{data.Everything, data.Measures} {
		q := data.Query{View: view}
		for _, column := range q.Columns() {
			p, err := present.NewPicture(t.Context(), s.store, present.ChartRequest{Kind: present.TrendChart, Item: column.ID, Query: data.Query{Units: []data.Body{pingtan()}}})
			if err != nil {
				t.Fatal(err)
			}
			trend := p.Model.(chart.Trend)
			comparable := present.SameMeaning(column, "2019", "2021")
			if len(trend.Seams) != 1 || trend.Seams[0].Broken == comparable {
				t.Fatalf("%s has the seams %+v", column.ID, trend.Seams)
			}
			if comparable {
				continue
			}
			broken++
			if crossing := crossings(trend, fonts); crossing > 0 {
				t.Errorf("%s: %d lines cross the seam", column.ID, crossing)
			}
			for _, c := range present.ChartSheet(trend, s.say).Table.Columns {
				if !strings.HasSuffix(c.Name, "–2020") && !strings.HasSuffix(c.Name, "2021–") {
					t.Errorf("%s: the workbook's series %q runs across the seam", column.ID, c.Name)
				}
			}
		}
	}
	if broken < 10 {
		t.Fatalf("only %d items are not comparable", broken)
	}
}

// crossings counts lines of series that run from one side of the seam to the other.
func crossings(t chart.Trend, fonts *chart.Fonts) int {
	for i := range t.Series { // a form has figures on one side of a broken seam only: put some on the other
		for k := range t.Series[i].Values {
			t.Series[i].Values[k] = chart.Known(float64(10 + k))
		}
	}
	list := t.Draw(chart.Frame{Width: 900, Height: 500, Palette: palette.Light(), Measure: fonts.Measure})
	seam, count := 0.0, 0
	for _, item := range list.Items {
		if l, ok := item.(chart.Line); ok && l.Dash > 0 && l.X1 == l.X2 {
			seam = l.X1
		}
	}
	for _, item := range list.Items {
		if l, ok := item.(chart.Line); ok && l.Width >= 1.5 && min(l.X1, l.X2) < seam && max(l.X1, l.X2) > seam {
			count++
		}
	}
	return count
}

func testFonts(t *testing.T) *chart.Fonts {
	t.Helper()
	fonts, err := chart.NewFonts(font.Regular, font.Bold)
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func TestAComparableSeamIsCrossedByALine(t *testing.T) {
	s := openSampleShell(t)
	p, err := present.NewPicture(t.Context(), s.store, present.ChartRequest{Kind: present.TrendChart, Item: present.ReceivedItem, Query: data.Query{Units: []data.Body{pingtan()}}})
	if err != nil {
		t.Fatal(err)
	}
	if n := crossings(p.Model.(chart.Trend), testFonts(t)); n != 1 {
		t.Errorf("%d lines cross the seam, want 1", n)
	}
}

func TestAChartOfOneYearTakesTheLatestUnlessToldOtherwise(t *testing.T) {
	s := openSampleShell(t)
	for wanted, want := range map[int]int{0: 2024, 2021: 2021, 2030: 2024, 1990: 2019} {
		p, err := present.NewPicture(t.Context(), s.store, present.ChartRequest{Kind: present.RankingChart, Year: wanted})
		if err != nil || p.Year != want {
			t.Errorf("asked for %d the chart is of %d, want %d (%v)", wanted, p.Year, want, err)
		}
	}
}

func TestWhatIsNoNumberIsNeverDrawnAsZero(t *testing.T) {
	s := openSampleShell(t)
	p, err := present.NewPicture(t.Context(), s.store, present.ChartRequest{Kind: present.EnforcementChart, Year: 2024})
	if err != nil {
		t.Fatal(err)
	}
	bars := p.Model.(chart.Bars)
	said := map[string]chart.Value{}
	for _, series := range bars.Series {
		for i, c := range bars.Categories {
			said[c.Name+" "+series.Name] = series.Values[i]
		}
	}
	for what, want := range map[string]string{"东篱镇 行政许可": "“约80”", "云岭乡 行政强制": "不适用"} {
		if v := said[what]; v.Known || v.Text != want {
			t.Errorf("%s is %+v, want %s", what, v, want)
		}
	}
}

func TestAMarkLeadsToItsReportAndFigure(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Chart.Kind, c.Item = present.HeatChart, "metric/penalty" })
	s.state.open(ChartPane)
	s.chartPane().drill(chart.Hit{Key: present.BodyID(yinghai()), Index: 4})
	if r := s.reading; s.state.pane != ReportPane || r.name != (present.ReportName{Body: yinghai(), Year: 2023}) || r.cell != present.Penalties {
		t.Fatalf("pane %d shows %+v", s.state.pane, r)
	}
}

func TestABarOfARegionLeadsToItsReportsInTheTable(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) {
		c.Chart.Kind, c.Chart.Split, c.Year = present.OutcomesChart, present.ByRegion, 2023
	})
	s.state.open(ChartPane)
	s.chartPane().drill(chart.Hit{Category: present.BodyID(data.Body{Region: "北京市大兴区"})})
	if q := s.state.choice.Query; s.state.pane != TablePane || s.gridRows() != 1 || q.View != data.Outcomes || q.FromYear != 2023 {
		t.Fatalf("pane %d shows %d rows of %+v", s.state.pane, s.gridRows(), q)
	}
}

func TestSwitchingASeriesOffTakesItOutOfChartAndWords(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Chart = present.ChartLook{Kind: present.OutcomesChart, Twin: true} })
	s.state.open(ChartPane)
	p := s.chartPane()
	series := p.picture.Model.(chart.Stack).Series
	p.toggle(series[0].ID())
	if got := len(p.drawn().Twin().Columns); got != len(series)-1 {
		t.Errorf("the words have %d columns, want %d", got, len(series)-1)
	}
	if got := len(p.twin.grid.Data().Columns); got != len(series) { // the years, and the others
		t.Errorf("the table has %d columns, want %d", got, len(series))
	}
	p.toggle(series[0].ID())
	if got := len(p.drawn().Twin().Columns); got != len(series) {
		t.Errorf("the series does not come back: %d columns", got)
	}
}

func TestALateAnswerToAnOlderChoiceIsDropped(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(ChartPane)
	var waiting []func()
	p := s.chartPane()
	p.lane = task.NewLane(task.Runner{Start: func(work func()) { waiting = append(waiting, work) }, Show: func(done func()) { done() }})
	s.state.change(func(c *present.Choice) { c.Chart.Kind = present.FunnelChart })
	s.state.change(func(c *present.Choice) { c.Chart.Kind = present.RankingChart })
	for _, i := range []int{1, 0} { // the older answer comes last
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
			s.state.change(func(c *present.Choice) { c.Chart = present.ChartLook{Kind: kind, Twin: true} })
			p := s.chartPane()
			if p.request.Kind != kind || p.picture.Model == nil || len(p.twin.grid.Data().Columns) < 2 {
				t.Errorf("%s in %s is not shown", kind, s.say.Name())
			}
			if p.twin.sentence.Text == "" {
				t.Errorf("%s in %s says nothing", kind, s.say.Name())
			}
		}
		s.speak(s.otherLanguage())
	}
}
