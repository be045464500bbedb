package ui

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// menu offers the actions for a cell and for the selection.
func (p *tablePane) menu(row, col int, at fyne.Position) {
	s := p.shell
	item := func(word words.Word, action func()) *fyne.MenuItem { return fyne.NewMenuItem(s.say.Say(word), action) }
	open := item(words.OpenReport, func() { p.open(row, col) })
	if r, ok := p.pages.Row(row); ok && r.Row.ReportID == 0 {
		open.Label = s.say.Say(words.OpenRows)
	}
	items := []*fyne.MenuItem{open}
	if label, edit, ok := p.narrowing(row, col); ok {
		items = append(items, fyne.NewMenuItem(s.say.Say(words.OnlyThis, label), func() { s.state.change(edit) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		item(words.Copy, func() { p.grid.Copy(false) }),
		item(words.CopyHeadings, func() { p.grid.Copy(true) }),
		item(words.SelectAll, p.selectAll), fyne.NewMenuItemSeparator())
	items = append(items, p.columnItems(row, col)...)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), s.window.Canvas(), at)
}

// headingMenu offers the actions for a column.
func (p *tablePane) headingMenu(col int, at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", p.columnItems(-1, col)...), p.shell.window.Canvas(), at)
}

// columnItems sort by a column, move or hide it, or draw it as a chart, for the body of a row or,
// if row is -1, for all.
func (p *tablePane) columnItems(row, col int) []*fyne.MenuItem {
	s := p.shell
	item := func(word words.Word, can bool, action func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(s.say.Say(word), action)
		m.Disabled = !can
		return m
	}
	sortable, last := p.sheet.Sortable(col), len(p.sheet.IDs)-1
	_, drawn := p.drawing(row, col)
	q := s.state.choice.Query
	return []*fyne.MenuItem{
		item(words.SortUp, sortable, func() { p.order(col, false) }),
		item(words.SortDown, sortable, func() { p.order(col, true) }),
		item(words.SortNone, len(q.Sort) > 0, func() { s.state.change(func(c *present.Choice) { c.Query.Sort = nil }) }),
		item(words.ConditionThis, slices.Contains(s.conditionColumns(), p.sheet.IDs[col]), func() { s.askCondition(p.sheet.IDs[col]) }),
		fyne.NewMenuItemSeparator(),
		item(words.MoveLeft, col > 0, func() { p.move(col, col-1) }),
		item(words.MoveRight, col < last, func() { p.move(col, col+2) }),
		item(words.HideColumn, p.canHide(col), func() { p.hide(col) }),
		item(words.ColumnsAll, len(q.Hidden) > 0 || len(q.Order) > 0, func() { s.state.change(showAll) }),
		fyne.NewMenuItemSeparator(),
		item(words.ShowOnChart, drawn, func() { p.draw(row, col) }),
	}
}

// order sorts by one column alone.
func (p *tablePane) order(col int, descending bool) {
	id := p.sheet.IDs[col]
	p.shell.state.change(func(c *present.Choice) { c.Query.Sort = []data.SortKey{{Column: id, Descending: descending}} })
}

// drawing is the id by which charts name the measure of a cell.
func (p *tablePane) drawing(row, col int) (item string, ok bool) {
	i, isFigure := p.sheet.Figure(col)
	if !isFigure {
		return "", false
	}
	c := p.table.Columns[i]
	if c.Role != data.SliceColumn {
		return c.Measure, true
	}
	if r, there := p.pages.Row(max(row, 0)); row >= 0 && there && r.Row.Measure != nil {
		return r.Row.Measure.Measure, true
	}
	return "", false
}

// draw draws a column as a chart, for the body or region of a row.
func (p *tablePane) draw(row, col int) {
	item, ok := p.drawing(row, col)
	if !ok {
		return
	}
	var at data.Row
	if r, there := p.pages.Row(max(row, 0)); row >= 0 && there {
		at = r.Row
	}
	p.shell.state.change(func(c *present.Choice) {
		c.Item = item
		chooseRow(c, at)
	})
	p.shell.state.open(ChartPane)
}

// chooseRow narrows the choice to the body or region of a row.
func chooseRow(c *present.Choice, r data.Row) {
	switch {
	case r.Body.Unit != "":
		c.Query.Units = []data.Body{r.Body}
	case r.Body.Region != "":
		c.Query.Regions = []string{r.Body.Region}
	}
}

// open opens the report of a row, with the source of the figure in a column. If a row
// sums up reports, it shows those reports as rows.
func (p *tablePane) open(row, col int) {
	r, ok := p.pages.Row(row)
	if !ok {
		return
	}
	if r.Row.ReportID == 0 {
		p.openRows(r.Row)
		return
	}
	cell := form.Key{}
	if i, ok := p.sheet.Figure(col); ok && p.table.Columns[i].Role == data.FigureColumn {
		cell = p.table.Columns[i].Key
	} else if r.Row.Measure != nil {
		cell = r.Row.Measure.Key
	}
	p.shell.openReport(present.ReportName{Body: r.Row.Body, Year: r.Row.Year}, nil, cell)
}

// openRows shows the reports that a row sums up.
func (p *tablePane) openRows(r data.Row) {
	p.shell.state.change(func(c *present.Choice) {
		chooseRow(c, r)
		if r.Year != 0 {
			c.Query.FromYear, c.Query.ToYear = r.Year, r.Year
		}
		if r.Measure != nil {
			c.Query.Items = []string{itemOf(r.Measure)}
		}
		present.SetGrain(c, data.ReportRows)
	})
}

// itemOf is the id by which a query chooses a measure.
func itemOf(c *data.Column) string {
	if c.Role == data.MetricColumn {
		return c.Metric.ID
	}
	return c.Key.Item
}

// narrowing keeps the rows with the value of a cell: it returns the text of the menu
// item, and how it changes the choice.
func (p *tablePane) narrowing(row, col int) (label string, edit func(*present.Choice), ok bool) {
	r, there := p.pages.Row(row)
	if !there {
		return "", nil, false
	}
	if i, isFigure := p.sheet.Figure(col); isFigure {
		return p.figureNarrowing(r, i)
	}
	l, _ := p.sheet.Dimension(col)
	label = l.Text(r.Row)
	at := r.Row
	switch l.ID {
	case data.UnitColumn:
		edit = func(c *present.Choice) { c.Query.Units = []data.Body{at.Body} }
	case data.RegionColumn:
		edit = func(c *present.Choice) { c.Query.Regions, c.Query.Units = []string{at.Body.Region}, nil }
	case data.YearColumn:
		edit = func(c *present.Choice) { c.Query.FromYear, c.Query.ToYear = at.Year, at.Year }
	case data.ItemColumn:
		edit = func(c *present.Choice) { c.Query.Items = []string{itemOf(at.Measure)} }
	case data.StatusColumn:
		edit = func(c *present.Choice) { c.Query.Statuses = []form.Status{at.Cells[0].Status} }
	case data.FindingsColumn:
		label = p.shell.say.Say(l.Title) + " = " + label
		edit = conditioned(data.Condition{Column: l.ID, Is: data.Equal, Value: form.Count(int64(at.Findings))})
	}
	return label, edit, edit != nil
}

// figureNarrowing keeps the rows that show the same number, or that are blank as well.
func (p *tablePane) figureNarrowing(r present.TableRow, i int) (string, func(*present.Choice), bool) {
	column, cell := p.table.Columns[i], r.Row.Cells[i]
	if p.query.Rows == data.ItemRows || cell.Note != "" && cell.Note != data.Unvaried {
		return "", nil, false
	}
	shown := r.Cells[p.sheet.Front+i]
	label := present.FullColumnName(&column, p.shell.say) + " = " + present.FileText(shown, p.shell.say)
	condition := data.Condition{Column: column.ID}
	switch value := cell.Value; {
	case cell.Rate != nil:
		share, _ := cell.Rate.Share()
		condition.Is, condition.Value, condition.Upper = roundedTo(share * 100)
	case cell.Status.HasValue() && (column.Compare == data.Percent || column.Compare == data.Points):
		condition.Is, condition.Value, condition.Upper = roundedTo(value.Float())
	case cell.Status.HasValue():
		condition.Is, condition.Value = data.Equal, value
	case cell.Status == form.StatusNA:
		condition.Is = data.IsNA
	case cell.Status == form.StatusText:
		condition.Is = data.IsText
	case cell.Status == data.Missing:
		condition.Is = data.IsAbsent
	default:
		condition.Is = data.IsBlank
	}
	return label, conditioned(condition), true
}

// roundedTo is the range of the numbers that are equal once rounded to one decimal.
func roundedTo(number float64) (data.Operator, form.Number, form.Number) {
	shown := math.Round(number*10) / 10
	return data.Between, form.Number(math.Round((shown - 0.05) * 1e6)), form.Number(math.Round((shown + 0.05) * 1e6))
}

// conditioned adds a condition, which replaces an earlier one on the same column.
func conditioned(condition data.Condition) func(*present.Choice) {
	return func(c *present.Choice) {
		var rest []data.Condition
		for _, other := range c.Query.Conditions {
			if other.Column != condition.Column {
				rest = append(rest, other)
			}
		}
		c.Query.Conditions = append(rest, condition)
	}
}
