package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/grid"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
)

func shownIDs(s *shell) string { return strings.Join(s.tablePane().sheet.IDs, " ") }

func TestColumnsCanBeMovedHiddenAndRestored(t *testing.T) {
	s := openSampleShell(t)
	p := s.tablePane()
	before := shownIDs(s)
	received := p.sheet.Front
	p.grid.OnMove(received, received+2)
	if got := p.sheet.IDs[received+1]; got != "applications/received/total" || s.state.choice.Query.Order == nil {
		t.Fatalf("behind the next column stands %s", got)
	}
	p.hide(received)
	if strings.Contains(shownIDs(s), "carried-over") || p.options.columns.Text() != "列 7/8" {
		t.Errorf("shown are %s, said is %q", shownIDs(s), p.options.columns.Text())
	}
	if texts := chipTexts(s); !slices.Equal(texts, []string{"隐藏 1 列", "列顺序已调整"}) {
		t.Errorf("the chips say %q", texts)
	}
	p.pickColumn("applications/carried-over/total")
	if got := p.sheet.IDs[received]; got != "applications/carried-over/total" {
		t.Errorf("the hidden column comes back behind %s", got)
	}
	p.move(received, received+2)
	if shownIDs(s) != before || s.state.choice.Query.Order != nil {
		t.Errorf("moved back, the columns are %s", shownIDs(s))
	}
	s.state.undo()
	s.state.undo()
	if p.sheet.IDs[received] != "applications/received/total" || strings.Contains(shownIDs(s), "carried-over") {
		t.Errorf("undone, the columns are %s", shownIDs(s))
	}
}

func chipTexts(s *shell) []string {
	var texts []string
	for _, c := range s.chips.chips {
		texts = append(texts, c.Text())
	}
	return texts
}

func TestNameColumnsStayInFrontAndAreNeverAllHidden(t *testing.T) {
	s := openSampleShell(t)
	p := s.tablePane()
	p.move(0, len(p.sheet.IDs))
	if p.sheet.IDs[p.sheet.Front-1] != data.UnitColumn {
		t.Errorf("the unit is moved among the numbers: %s", shownIDs(s))
	}
	p.move(len(p.sheet.IDs)-1, 0)
	if p.sheet.IDs[p.sheet.Front] != "applications/carried-forward/total" {
		t.Errorf("a number is moved among the names: %s", shownIDs(s))
	}
	for p.sheet.Front > 1 {
		p.hide(0)
	}
	p.pickColumn(p.sheet.IDs[0])
	if p.sheet.Front != 1 || p.sheet.Total(0).Text != "合计" {
		t.Errorf("what is left in front is %s", shownIDs(s))
	}
}

// chooseItem runs a menu item of a column.
func chooseItem(t *testing.T, items []*fyne.MenuItem, label string) {
	t.Helper()
	for _, item := range items {
		if item.Label == label && !item.Disabled {
			item.Action()
			return
		}
	}
	t.Fatalf("no menu line %q", label)
}

func TestTheColumnMenuSortsHidesAndOpensCharts(t *testing.T) {
	s := openSampleShell(t)
	p := s.tablePane()
	col := p.sheet.Front + 2
	chooseItem(t, p.columnItems(0, col), "降序")
	if got := s.state.choice.Query.Sort; len(got) != 1 || !got[0].Descending {
		t.Errorf("the order is %+v", got)
	}
	chooseItem(t, p.columnItems(0, col), "隐藏此列")
	if strings.Contains(shownIDs(s), "outcome-total") {
		t.Error("the column is still shown")
	}
	body := mustRow(t, p, 0).Row.Body
	chooseItem(t, p.columnItems(0, p.sheet.Front), "在图表中显示")
	if s.state.pane != ChartPane || s.state.choice.Item != "applications/received/total" || !slices.Equal(s.state.choice.Query.Units, []data.Body{body}) {
		t.Errorf("drawn is %q of %v", s.state.choice.Item, s.state.choice.Query.Units)
	}
}

func mustRow(t *testing.T, p *tablePane, row int) present.TableRow {
	t.Helper()
	r, ok := p.pages.Row(row)
	if !ok {
		t.Fatalf("row %d is not there", row)
	}
	return r
}

func TestFilteringByACellKeepsTheRowsWithItsValue(t *testing.T) {
	s := openSampleShell(t)
	for _, q := range []data.Query{{View: data.Applications}, {View: data.Measures, Items: []string{"disclosure-rate", "penalty"}, Compare: true}, {Items: []string{"other-other", "procurement"}}, {Rows: data.FigureRows}, {View: data.Unavailable, Rows: data.RegionYearRows}} {
		s.state.change(func(c *present.Choice) { c.Query = q })
		p := s.tablePane()
		for col := range p.sheet.IDs {
			label, edit, ok := p.narrowing(3, col)
			if !ok {
				continue
			}
			want := mustRow(t, p, 3).Cells[col]
			s.state.change(edit)
			if n := s.gridRows(); n == 0 || s.shownMessage != "" {
				t.Fatalf("%+v: only “%s” leaves %d rows, said %q", q, label, n, s.shownMessage)
			}
			for row := range min(s.gridRows(), pageSize) {
				if got := mustRow(t, p, row).Cells[col]; got.Text != want.Text || got.Kind != want.Kind {
					if l, isLead := p.sheet.Dimension(col); isLead && l.ID != data.FindingsColumn || !isLead && p.splits(col) && want.Kind == tabular.Number {
						if strings.SplitN(got.Text, "（", 2)[0] == strings.SplitN(want.Text, "（", 2)[0] {
							continue // the same rate from other numbers
						}
					}
					t.Fatalf("%+v: only “%s” keeps %+v", q, label, got)
				}
			}
			s.state.undo()
		}
	}
}

func TestOpeningASumRowShowsItsReports(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query.Rows = data.UnitRows })
	p := s.tablePane()
	unit := mustRow(t, p, 1).Row
	p.grid.OnOpen(1, p.sheet.Front)
	if q := s.state.choice.Query; q.Rows != data.ReportRows || s.gridRows() != unit.Reports || q.Units[0] != unit.Body {
		t.Errorf("%+v has %d rows, want %d", q, s.gridRows(), unit.Reports)
	}
}

func TestFindSearchesAllRowsAndInitials(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query = data.Query{Rows: data.FigureRows, View: data.Everything} })
	s.findText()
	p := s.tablePane()
	find := func(text string, forward bool) (string, bool) {
		p.finder.entry.SetText(text)
		p.finder.find(forward)
		at, _ := p.grid.Selection()
		p.cell(at.Row0, at.Col0) // fetches its page
		return p.cell(at.Row0, at.Col0).Text, p.finder.box.Visible()
	}
	if got, shown := find("yhz", true); got != "瀛海镇" || !shown {
		t.Errorf("yhz finds %q", got)
	}
	first, _ := p.grid.Selection()
	if got, _ := find("2390", true); got != "2,390" {
		t.Errorf("2390 finds %q", got)
	}
	find("yhz", false)
	if at, _ := p.grid.Selection(); at.Row0 < first.Row0 || p.cell(at.Row0, at.Col0).Text != "瀛海镇" {
		t.Errorf("back from there stands %+v", at)
	}
	at, _ := p.grid.Selection()
	find("没有这样的字", true)
	if again, _ := p.grid.Selection(); again != at || !strings.Contains(p.finder.message.Text(), "没有找到") {
		t.Errorf("what is not there is found at %+v, said %q", again, p.finder.message.Text())
	}
	p.grid.Select(grid.Range{Row0: s.gridRows() - 1, Row1: s.gridRows() - 1})
	if got, _ := find("yhz", true); got != "瀛海镇" || !strings.Contains(p.finder.message.Text(), "从头") {
		t.Errorf("from the end on yhz finds %q, said %q", got, p.finder.message.Text())
	}
	p.finder.close()
	if p.finder.box.Visible() {
		t.Error("the line stays")
	}
}

func TestALongSelectionIsSummedInParts(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query = data.Query{Rows: data.FigureRows, View: data.Everything} })
	p := s.tablePane()
	rows, err := s.store.Rows(context.Background(), p.query, data.Page{Limit: 100_000})
	if err != nil {
		t.Fatal(err)
	}
	numbers := 0
	for _, r := range rows {
		if r.Cells[0].Status.HasValue() {
			numbers++
		}
	}
	p.grid.Select(grid.Range{Col0: p.sheet.Front, Row1: s.gridRows() - 1, Col1: p.sheet.Front})
	if want := "数值 " + present.Count(numbers) + " 个"; numbers == len(rows) || !strings.HasSuffix(s.status.middle.Text(), want) {
		t.Errorf("%d of %d cells are numbers, said is %q", numbers, len(rows), s.status.middle.Text())
	}
	p.copy(grid.Range{Row1: s.gridRows() - 1}, true)
	if got := strings.Count(s.app.Clipboard().Content(), "\n"); got != len(rows) {
		t.Errorf("%d lines copied, want %d", got, len(rows))
	}
}

func TestOnlyVisiblePagesAreFetched(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query = data.Query{Rows: data.FigureRows, View: data.Everything} })
	p := s.tablePane()
	p.fetching = pagesAtOnce // no further page may be fetched
	for page := range 12 {
		p.cell(page*pageSize, 0)
	}
	middle := 5*pageSize + pageSize/2
	p.grid.Select(grid.Range{Row0: middle, Row1: middle})
	p.fetching = 0
	p.fetchNext()
	p.fetching = pagesAtOnce // so that asking for a page fetches nothing
	for page := 1; page < 12; page++ {
		if _, ok := p.pages.Row(page * pageSize); ok != (page >= 4 && page <= 6) {
			t.Errorf("page %d is there: %v", page, ok)
		}
	}
}

func TestSortingByAHiddenColumnHasAChip(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) {
		c.Query.Sort = []data.SortKey{{Column: "applications/received/total", Descending: true}, {Column: data.YearColumn}}
	})
	if texts := chipTexts(s); len(texts) != 0 {
		t.Errorf("the arrows stand in the headings, the chips say %q as well", texts)
	}
	s.state.change(func(c *present.Choice) { c.Query.Hidden = []string{"applications/received/total", data.YearColumn} })
	if texts := chipTexts(s); !slices.Equal(texts, []string{"隐藏 2 列", "按申请·本年新收排序 ↓", "按年度排序 ↑"}) {
		t.Errorf("the chips say %q", texts)
	}
	test.Tap(s.chips.chips[1])
	if sort := s.state.choice.Query.Sort; len(sort) != 1 || sort[0].Column != data.YearColumn {
		t.Errorf("without the chip the rows are ordered by %v", sort)
	}
}
