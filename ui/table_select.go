package ui

import (
	"context"
	"math"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/grid"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// selected describes the selected cells in the status bar.
func (p *tablePane) selected(r grid.Range) {
	p.sums.Drop()
	if r.Cells() <= 1 {
		p.showStatus(p.describe(r.Row0, r.Col0))
		return
	}
	sheet, sum := p.sheet, selectionSum{}
	p.showStatus(p.shell.say.Say(words.SelectionCells, present.Count(r.Cells())))
	p.eachPart(r, func(part grid.Range, rows []data.Row) { sum.add(&sheet, part, rows) },
		func() { p.showStatus(sum.text(r.Cells(), p.shell.say)) })
}

// copy puts the selected cells on the clipboard as text that pastes into a spreadsheet.
func (p *tablePane) copy(r grid.Range, withHeadings bool) {
	if r.Cells() > present.MostCells {
		p.showStatus(p.shell.say.Say(words.CopyTooMuch))
		return
	}
	sheet, say := p.sheet, p.shell.say
	var text strings.Builder
	p.eachPart(r, func(part grid.Range, rows []data.Row) {
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(tsvOf(&sheet, part, rows, withHeadings && part.Row0 == r.Row0))
	}, func() {
		p.shell.app.Clipboard().SetContent(text.String())
		p.showStatus(say.Say(words.Copied, present.Count(r.Cells())))
		p.shell.trace.note("copied", "cells", r.Cells())
	})
}

// tsvOf writes the rows of a range as the grid would.
func tsvOf(s *present.TableSheet, r grid.Range, rows []data.Row, withHeadings bool) string {
	shown := s.Rows(rows)
	writer := grid.New(present.Marks(s.Say))
	return writer.TSVOf(grid.Data{Columns: s.Headings, Rows: s.Table.Count, Cell: func(row, col int) tabular.Cell {
		if row < r.Row0 || row-r.Row0 >= len(shown) {
			return tabular.Cell{}
		}
		return shown[row-r.Row0].Cells[col]
	}}, r, withHeadings)
}

// eachPart passes on the rows of a range in parts. If they must be fetched, this happens
// off the UI goroutine. It calls done on the UI goroutine.
func (p *tablePane) eachPart(r grid.Range, use func(grid.Range, []data.Row), done func()) {
	p.sums.Drop()
	if rows, ok := p.rowsAtHand(r); ok {
		use(r, rows)
		done()
		return
	}
	q, store := p.query, p.shell.store
	task.Ask(p.sums, func(ctx context.Context) (struct{}, error) {
		for from := r.Row0; from <= r.Row1; from += present.ExportPage {
			part := grid.Range{Row0: from, Col0: r.Col0, Row1: min(r.Row1, from+present.ExportPage-1), Col1: r.Col1}
			rows, err := store.Rows(ctx, q, data.Page{Offset: from, Limit: part.Row1 - from + 1})
			if err != nil {
				return struct{}{}, err
			}
			use(part, rows)
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		done()
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
		rows = append(rows, row.Row)
	}
	return rows, true
}

// selectionSum is the sum of the numbers in a selection. Rates are not added up, nor are
// numbers with different units, or a stock over years. A blank is not a number.
type selectionSum struct {
	sum     form.Number
	numbers int
	mixed   bool
	unit    string
	year    int // of a stock, which is not added over years
}

// add adds the numbers of rows in some columns.
func (t *selectionSum) add(s *present.TableSheet, r grid.Range, rows []data.Row) {
	for col := r.Col0; col <= r.Col1; col++ {
		i, ok := s.Figure(col)
		if !ok {
			continue
		}
		column := s.Table.Columns[i]
		t.mixed = t.mixed || t.unit != "" && t.unit != column.Unit || column.Unit == "%" || column.Unit == "百分点" || column.Role == data.SliceColumn
		t.unit = column.Unit
		for _, row := range rows {
			c := row.Cells[i]
			if !c.Status.HasValue() {
				continue
			}
			t.numbers++
			if column.IsStock() {
				year := max(column.Slice.Year, row.Year)
				t.mixed = t.mixed || t.year != 0 && t.year != year
				t.year = year
			}
			t.mixed = t.mixed || t.sum > 0 && c.Value > math.MaxInt64-t.sum || t.sum < 0 && c.Value < math.MinInt64-t.sum
			t.sum += c.Value
		}
	}
}

// text says how many cells are selected, and the count, sum and mean of their numbers.
func (t *selectionSum) text(cells int, say words.Language) string {
	if t.mixed || t.numbers == 0 {
		return say.Say(words.SelectionCount, present.Count(cells), present.Count(t.numbers))
	}
	mean := t.sum.Float() / float64(t.numbers)
	return say.Say(words.SelectionInfo, present.Count(cells), present.Count(t.numbers), t.sum.Grouped(), chart.Comma(mean, 2))
}

func (p *tablePane) showStatus(selection string) {
	if p.shell.state.pane == TablePane {
		p.shell.status.showSelection(selection)
	}
}

// Summary says how many reports the table has.
func (p *tablePane) Summary() string {
	if p.table == nil {
		return ""
	}
	if p.query.Rows != data.ReportRows {
		return p.shell.say.Say(words.CountOfRows, present.Count(p.table.Count))
	}
	return p.shell.say.Say(words.RowCount, present.Count(p.table.Count))
}

// describe names the column of a cell in full, and explains a mark instead of a number.
func (p *tablePane) describe(row, col int) string {
	r, ok := p.pages.Row(row)
	i, isFigure := p.sheet.Figure(col)
	if !ok || !isFigure {
		return ""
	}
	text := p.shell.say.Say(p.table.Columns[i].Label)
	if reason, ok := present.NoteReason(r.Row.Cells[i].Note); ok {
		text += " — " + p.shell.say.Say(reason)
	}
	return text
}

// selectAll selects the whole table.
func (p *tablePane) selectAll() {
	p.grid.SelectAll()
	p.shell.window.Canvas().Focus(p.grid)
}
