package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/uitest"
)

// penaltiesOfPingtan shows the penalties of 平潭, with last year beside them.
func penaltiesOfPingtan(t *testing.T) (*shell, *tablePane) {
	t.Helper()
	s := openSampleShell(t)
	var body data.Body
	for _, u := range s.sidebar.facets.Units {
		if strings.Contains(u.String(), "平潭") {
			body = u.Body
		}
	}
	s.state.change(func(c *present.Choice) {
		c.Query.View, c.Query.Units, c.Query.Items = data.Applications, []data.Body{body}, []string{"received"}
	})
	if s.gridRows() != 4 {
		t.Fatalf("平潭 has %d reports", s.gridRows())
	}
	s.tablePane().options.compare.OnTap(0)
	return s, s.tablePane()
}

func titles(p *tablePane) string {
	var list []string
	for _, c := range p.grid.Data().Columns {
		list = append(list, c.Title)
	}
	return strings.Join(list, " ")
}

func TestLastYearAndTheChangeAreShownBesideEachFigure(t *testing.T) {
	s, p := penaltiesOfPingtan(t)
	if got := titles(p); !strings.HasSuffix(got, "本年 上年 增减 同比") {
		t.Fatalf("the columns are %s", got)
	}
	for row := range 4 {
		this, prior, change := p.cell(row, p.sheet.Front), p.cell(row, p.sheet.Front+1), p.cell(row, p.sheet.Front+2)
		r, _ := p.pages.Row(row)
		if r.Row.Year == 2019 {
			if prior.Text != "上年无报告" || !strings.Contains(p.describe(row, p.sheet.Front+1), "没有上一年度的报告") {
				t.Errorf("2019: last year is %+v, explained as %q", prior, p.describe(row, p.sheet.Front+1))
			}
			continue
		}
		before := r.Row.Cells[0].Value - r.Row.Cells[1].Value
		if r.Row.Cells[2].Value != before || this.Text == "" || change.Kind != tabular.Number {
			t.Errorf("%d: %s after %s is a change of %s", r.Row.Year, this.Text, prior.Text, change.Text)
		}
		if rises := change.Tone == tabular.Rising; rises != (before > 0) || rises != strings.HasPrefix(change.Text, "+") {
			t.Errorf("%d: the change is shown as %+v", r.Row.Year, change)
		}
	}
	p.grid.OnSort(p.sheet.Front+2, false)
	for row := range 2 {
		a, _ := p.pages.Row(row)
		b, _ := p.pages.Row(row + 1)
		if a.Row.Cells[2].Value < b.Row.Cells[2].Value {
			t.Errorf("ordered by the change, row %d has less than the next", row)
		}
	}
	s.state.undo()
	s.state.undo()
	if s.state.choice.Query.Compare || strings.Contains(titles(p), "上年") {
		t.Error("undo does not take the comparison back")
	}
	s.state.redo()
	if !strings.Contains(titles(p), "上年") {
		t.Error("redo does not bring the comparison back")
	}
}

func TestEveryGrainAndAxisFillsTheTable(t *testing.T) {
	s := openSampleShell(t)
	for _, view := range []data.View{data.Outcomes, data.Measures} {
		s.state.change(func(c *present.Choice) { c.Query = data.Query{View: view} })
		for _, g := range data.Grains() {
			for _, a := range data.Axes() {
				if !present.FitsAxis(g, a) {
					continue
				}
				s.state.change(func(c *present.Choice) {
					present.SetGrain(c, g)
					present.SetAxis(c, a)
				})
				p := s.tablePane()
				if s.shownMessage != "" || p.query.Rows != g || p.query.Across != a || s.gridRows() == 0 {
					t.Fatalf("%s by %q across %q: %d rows, said %q", view, g, a, s.gridRows(), s.shownMessage)
				}
				for col := range p.sheet.IDs {
					p.cell(0, col)
				}
				for _, col := range []int{0, p.sheet.Front - 1, p.sheet.Front} { // two that name the row, then the first number
					if view == data.Outcomes && col < len(p.sheet.IDs) {
						p.grid.OnSort(col, false)
					}
				}
				if s.shownMessage != "" {
					t.Fatalf("%s by %q across %q cannot be ordered: %s", view, g, a, s.shownMessage)
				}
			}
		}
	}
}

func TestChoosingAGrainAddsAChipThatRestoresTheDefault(t *testing.T) {
	s := openSampleShell(t)
	s.tablePane().options.rows.OnPick(string(data.RegionRows))
	if len(s.chips.chips) != 1 || s.chips.chips[0].Text() != "每行一个：地区" {
		t.Fatalf("%d chips", len(s.chips.chips))
	}
	if s.gridRows() == 0 || s.gridRows() >= uitest.SampleReports {
		t.Errorf("%d rows by region", s.gridRows())
	}
	test.Tap(s.chips.chips[0])
	if s.gridRows() != uitest.SampleReports {
		t.Errorf("%d rows by unit and year", s.gridRows())
	}
}
