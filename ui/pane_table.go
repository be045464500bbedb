package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// tablePane shows the chosen figures, usually one report in each row.
type tablePane struct {
	shell *shell
	box   fyne.CanvasObject
	grid  *grid.Grid
	empty fyne.CanvasObject
	lane  *task.Lane // the table and its pages
	sums  *task.Lane // for a long selection

	options *tableOptions

	query data.Query
	table *data.Table
	pages *grid.Pages[present.TableRow]
	sheet present.TableSheet

	wanted   []int // pages to fetch, the most recently viewed last
	fetching int   // pages under way

	exportNext bool // export the table as soon as it has been read
	finder     *finder
}

const (
	pageSize  = 100
	pagesKept = 100
)

func newTablePane(s *shell) *tablePane {
	p := &tablePane{shell: s, lane: task.NewLane(s.tasks), sums: task.NewLane(s.tasks)}
	p.grid = grid.New(present.Marks(s.say))
	p.grid.OnSort = p.sort
	p.grid.OnSelect = p.selected
	p.grid.OnCopy = p.copy
	p.grid.OnOpen = p.open
	p.grid.OnContext, p.grid.OnHeading, p.grid.OnMove = p.menu, p.headingMenu, p.move
	p.grid.OnKey = s.typedKey
	p.empty = p.emptyState()
	p.empty.Hide()
	p.options = newTableOptions(s)
	p.finder = newFinder(p)
	p.box = control.NewDock(container.New(layout.NewCustomPaddedVBoxLayout(0), p.options.box, p.finder.box), legend(s.say), nil, nil, container.NewStack(control.NewBackground(look.Surface), p.grid, p.empty))
	return p
}

func (p *tablePane) emptyState() fyne.CanvasObject {
	s := p.shell
	clear := control.NewButton(s.say.Say(words.ClearFilters), func() { s.state.change(present.ClearFilters) })
	return container.NewStack(control.NewBackground(look.Surface), container.NewCenter(container.NewVBox(
		control.NewText(s.say.Say(words.NoRows), control.TextStyle{Size: theme.SizeNameSubHeadingText, Color: look.Muted, Fixed: true}),
		control.NewGap(6), container.NewCenter(clear))))
}

// Content is the content of the pane.
func (p *tablePane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the control for which the keys are most useful.
func (p *tablePane) Focus() { p.shell.window.Canvas().Focus(p.grid) }

// Load asks for the first rows and, once they are shown, for what takes longer: the
// totals, and the counts of the filters. Requests for an older choice are cancelled.
func (p *tablePane) Load() {
	q := p.shell.state.choice.Query
	p.wanted, p.fetching = nil, 0 // results under way will be dropped
	p.shell.facetLane.Drop()
	task.Ask(p.lane, func(ctx context.Context) (*data.Table, error) {
		return p.shell.store.First(ctx, q, pageSize)
	}, func(t *data.Table, err error) {
		if err != nil {
			p.shell.showError(err)
		} else {
			p.show(q, t)
			p.loadTotals()
		}
		p.shell.reloadFacets()
	})
}

// loadTotals reads the sums of the columns over all rows.
func (p *tablePane) loadTotals() {
	if !p.query.HasTotal() {
		return
	}
	q := p.query
	task.AskMore(p.lane, func(ctx context.Context) (t data.Table, err error) {
		if _, t.Total, err = p.shell.store.Totals(ctx, q); err == nil {
			t.Extent, err = p.shell.store.Extent(ctx, q)
		}
		return t, err
	}, func(summed data.Table, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		p.table.Total, p.table.Extent = summed.Total, summed.Extent
		p.grid.SetWidths(nil) // a total may be wider than the numbers above it
		p.note()
	})
}

func (p *tablePane) note() {
	t := p.table
	p.shell.trace.note("table", "view", p.query.View, "rows", t.Count, "columns", len(t.Columns), "total", p.sheet.TotalText())
}

func (p *tablePane) show(q data.Query, t *data.Table) {
	p.query, p.table = q, t
	if p.exportNext {
		p.exportNext = false
		defer p.export()
	}
	p.sheet = present.NewTableSheet(t, len(p.shell.inventory.regions) > 1, p.shell.say)
	p.pages = grid.NewPages[present.TableRow](pageSize, pagesKept, p.want)
	p.pages.Put(0, p.sheet.Rows(t.Rows))
	shown := grid.Data{Columns: p.sheet.Headings, Rows: t.Count, Frozen: p.sheet.Frozen(), Cell: p.cell}
	if q.HasTotal() {
		shown.Total = p.sheet.Total
	}
	p.grid.SetData(shown)
	p.options.show()
	p.options.showColumns(p.columnTicks())
	p.grid.SetSort(gridOrder(q.Sort))
	if t.Count == 0 {
		p.empty.Show()
	} else {
		p.empty.Hide()
	}
	p.showStatus("")
	p.shell.trace.note("rows", "view", q.View, "rows", t.Count)
	if !q.HasTotal() {
		p.note()
	}
}

func (p *tablePane) cell(row, col int) tabular.Cell {
	r, ok := p.pages.Row(row)
	if !ok {
		return tabular.Cell{Kind: tabular.Loading}
	}
	return r.Cells[col]
}

// sort sorts by a heading: ascending, descending, and back to none; numbers begin with descending.
func (p *tablePane) sort(col int, add bool) {
	if !p.sheet.Sortable(col) {
		return
	}
	column := p.sheet.IDs[col]
	p.shell.state.change(func(c *present.Choice) {
		c.Query.Sort = queryOrder(grid.NextOrder(gridOrder(c.Query.Sort), column, add, p.sheet.Headings[col].Numeric))
	})
}

// gridOrder converts the order of a query to that of the grid.
func gridOrder(order []data.SortKey) []grid.Sort {
	var levels []grid.Sort
	for _, k := range order {
		levels = append(levels, grid.Sort(k))
	}
	return levels
}

// queryOrder converts the order of the grid to that of a query.
func queryOrder(levels []grid.Sort) []data.SortKey {
	var order []data.SortKey
	for _, s := range levels {
		order = append(order, data.SortKey(s))
	}
	return order
}
