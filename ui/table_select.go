package ui

import (
	"context"
	"math"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/grid"
	"nianbao/ui/words"
)

// selectionLimit is how many cells of a selection are summed up or copied.
const selectionLimit = 2_000_000

// selected says what the selected cells amount to.
func (p *tablePane) selected(r grid.Range) {
	p.sums.drop()
	switch cells := r.Cells(); {
	case cells <= 1:
		p.showStatus(p.describe(r.Row0, r.Col0))
		return
	case cells > selectionLimit:
		p.showStatus(p.shell.say.Say(words.SelectionCells, number(cells)))
		return
	}
	p.withRows(r, func(rows []data.Row) { p.showStatus(p.sumUp(r, rows)) })
}

// copy puts the selected cells on the clipboard as text that pastes into a spreadsheet.
func (p *tablePane) copy(r grid.Range, withHeadings bool) {
	if r.Cells() > selectionLimit {
		p.showStatus(p.shell.say.Say(words.CopyTooMuch))
		return
	}
	p.withRows(r, func(rows []data.Row) {
		p.shell.app.Clipboard().SetContent(p.tsv(r, rows, withHeadings))
		p.showStatus(p.shell.say.Say(words.Copied, number(r.Cells())))
	})
}

// tsv lets a grid of the fetched rows write them.
func (p *tablePane) tsv(r grid.Range, rows []data.Row, withHeadings bool) string {
	shown := p.sheet.rows(rows)
	writer := grid.New(marks(p.shell.say))
	d := p.grid.Data()
	writer.SetData(grid.Data{Columns: d.Columns, Rows: d.Rows, Cell: func(row, col int) grid.Cell {
		if row < r.Row0 || row-r.Row0 >= len(shown) {
			return grid.Cell{}
		}
		return shown[row-r.Row0].cells[col]
	}})
	return writer.TSV(r, withHeadings)
}

// withRows hands over the rows of a range: at once if they are there, else when the store has
// answered.
func (p *tablePane) withRows(r grid.Range, use func([]data.Row)) {
	p.sums.drop()
	if rows, ok := p.rowsAtHand(r); ok {
		use(rows)
		return
	}
	q := p.query
	ask(p.sums, func(ctx context.Context) ([]data.Row, error) {
		return p.shell.store.Rows(ctx, q, data.Page{Offset: r.Row0, Limit: r.Row1 - r.Row0 + 1})
	}, func(rows []data.Row, err error) {
		if err != nil {
			p.shell.fail(err)
			return
		}
		use(rows)
	})
}

func (p *tablePane) rowsAtHand(r grid.Range) ([]data.Row, bool) {
	var rows []data.Row
	if r.Row1-r.Row0 > pageSize {
		return nil, false
	}
	for i := r.Row0; i <= r.Row1; i++ {
		row, ok := p.pages.Row(i)
		if !ok {
			return nil, false
		}
		rows = append(rows, row.row)
	}
	return rows, true
}

// sumUp says count, sum and mean of the numbers in a range. Rates are not added up, nor are
// numbers of different units.
func (p *tablePane) sumUp(r grid.Range, rows []data.Row) string {
	say := p.shell.say
	sum, numbers, mixed := form.Number(0), 0, false
	unit := ""
	for col := r.Col0; col <= r.Col1; col++ {
		i, ok := p.sheet.figure(col)
		if !ok {
			continue
		}
		column := p.table.Columns[i]
		mixed = mixed || unit != "" && unit != column.Unit || column.Unit == "%" || column.Unit == "百分点" || column.Role == data.SliceColumn
		unit = column.Unit
		for _, row := range rows {
			c := row.Cells[i]
			if !c.Status.HasValue() {
				continue
			}
			numbers++
			mixed = mixed || sum > 0 && c.Value > math.MaxInt64-sum || sum < 0 && c.Value < math.MinInt64-sum
			sum += c.Value
		}
	}
	cells := number(r.Cells())
	count := number(numbers)
	if mixed || numbers == 0 {
		return say.Say(words.SelectionCount, cells, count)
	}
	mean := sum.Float() / float64(numbers)
	return say.Say(words.SelectionInfo, cells, count, sum.Grouped(), chart.Comma(mean, 2))
}

func (p *tablePane) showStatus(selection string) {
	if p.shell.state.pane == TablePane {
		p.shell.status.showSelection(selection)
	}
}

// summary says how many reports the table has.
func (p *tablePane) summary() string {
	if p.table == nil {
		return ""
	}
	if p.query.Rows != data.ReportRows {
		return p.shell.say.Say(words.CountOfRows, number(p.table.Count))
	}
	return p.shell.say.Say(words.RowCount, number(p.table.Count))
}

// describe names the column of a cell in full, and explains what stands in the place of a number.
func (p *tablePane) describe(row, col int) string {
	r, ok := p.pages.Row(row)
	i, isFigure := p.sheet.figure(col)
	if !ok || !isFigure {
		return ""
	}
	text := sayWords(p.shell.say, p.table.Columns[i].Label)
	if reason, ok := noteReason(r.row.Cells[i].Note); ok {
		text += " — " + p.shell.say.Say(reason)
	}
	return text
}

// copyFocused copies what is selected, for the menu.
func (p *tablePane) copyFocused(withHeadings bool) {
	if r, ok := p.grid.Selection(); ok {
		p.copy(r, withHeadings)
	}
}

// selectAll selects the whole table.
func (p *tablePane) selectAll() {
	p.grid.Select(grid.Range{Row1: p.grid.Data().Rows - 1, Col1: len(p.grid.Data().Columns) - 1})
	p.shell.window.Canvas().Focus(p.grid)
}
