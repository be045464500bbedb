package sql

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/chart"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// view is an answer with its rows in the order that the user chose.
type view struct {
	answer *data.SQLResult
	rows   []int // of the answer
}

// newView sorts an answer; NULL comes last, as in the table.
func newView(a *data.SQLResult, order []grid.Sort) view {
	v := view{answer: a, rows: make([]int, len(a.Rows))}
	for i := range v.rows {
		v.rows[i] = i
	}
	for _, key := range slices.Backward(order) {
		col := slices.IndexFunc(a.Columns, func(c data.SQLColumn) bool { return c.Name == key.Column })
		if col >= 0 {
			v.sortBy(col, key.Descending)
		}
	}
	return v
}

func (v view) sortBy(col int, descending bool) {
	numbers := make([]float64, len(v.answer.Rows))
	if v.answer.Columns[col].IsNumeric {
		for i, row := range v.answer.Rows {
			numbers[i], _ = strconv.ParseFloat(row[col].String, 64)
		}
	}
	slices.SortStableFunc(v.rows, func(a, b int) int {
		x, y := v.answer.Rows[a][col], v.answer.Rows[b][col]
		if x.Valid != y.Valid {
			if x.Valid {
				return -1
			}
			return 1
		}
		order := cmp.Or(cmp.Compare(numbers[a], numbers[b]), cmp.Compare(x.String, y.String))
		if descending {
			return -order
		}
		return order
	})
}

func (v view) cell(row, col int) tabular.Cell {
	value := v.answer.Rows[v.rows[row]][col]
	switch {
	case !value.Valid:
		return tabular.Cell{Kind: tabular.Blank}
	case v.answer.Columns[col].IsNumeric:
		return tabular.Cell{Kind: tabular.Number, Text: value.String}
	}
	return tabular.Cell{Text: strings.Join(strings.Fields(value.String), " ")}
}

// showAnswer fills the grid and, unless another message is shown, shows the number of
// rows.
func (p *Pane) showAnswer() {
	last, say := &p.session.last, p.window.Language
	keepsMessage := p.running || p.failed
	if last.answer == nil {
		if !keepsMessage {
			p.say(say.Say(words.SQLBounds, present.Count(mostRows), mostSeconds), look.Muted)
		}
		return
	}
	p.view = newView(last.answer, last.order)
	shown := grid.Data{Rows: len(p.view.rows), Cell: p.view.cell}
	for _, c := range last.answer.Columns {
		shown.Columns = append(shown.Columns, tabular.Column{ID: c.Name, Title: c.Name, Numeric: c.IsNumeric})
	}
	p.grid.SetData(shown)
	p.grid.SetSort(last.order)
	if keepsMessage {
		return
	}
	took := present.Count(int(last.took.Milliseconds()))
	text := say.Say(words.SQLAnswered, present.Count(len(last.answer.Rows)), present.Count(len(last.answer.Columns)), took)
	if last.answer.IsCut {
		text = say.Say(words.SQLCut, present.Count(len(last.answer.Rows)), took)
	}
	p.say(text, look.Muted)
}

// sort orders the rows by a column.
func (p *Pane) sort(col int, add bool) {
	last := &p.session.last
	column := last.answer.Columns[col]
	last.order = grid.NextOrder(last.order, column.Name, add, column.IsNumeric)
	p.showAnswer()
}

// selected shows in the status bar how many numbers are selected, with their sum and
// mean.
func (p *Pane) selected(r grid.Range) {
	sum, count, exact := form.Number(0), 0, true
	for col := r.Col0; col <= r.Col1 && r.Cells() <= present.MostCells; col++ {
		for row := r.Row0; row <= r.Row1; row++ {
			c := p.view.cell(row, col)
			if c.Kind != tabular.Number {
				continue
			}
			n, err := form.ParseNumber(c.Text)
			exact = exact && err == nil && n < form.MaxNumber/10 && n > -form.MaxNumber/10
			sum += n
			count++
		}
	}
	say := p.window.Language
	switch {
	case r.Cells() <= 1:
		p.window.Select("")
	case !exact || count == 0:
		p.window.Select(say.Say(words.SelectionCount, present.Count(r.Cells()), present.Count(count)))
	default:
		p.window.Select(say.Say(words.SelectionInfo, present.Count(r.Cells()), present.Count(count), sum.Grouped(), chart.Comma(sum.Float()/float64(count), 2)))
	}
}

// document is the answer as a table for a file: sorted as on the screen, with the
// statement in the notes.
func (v view) document(statement string, say words.Language) workbook.Table {
	t := workbook.Table{Title: say.Say(words.SQLFileName), Rows: v.exported(), NoteTab: say.Say(words.NotesTab),
		Notes: []workbook.TableNote{{Name: say.Say(words.SQLStatement), Text: statement}, {Name: say.Say(words.NotesMade), Text: time.Now().Format("2006-01-02 15:04")}}}
	for _, c := range v.answer.Columns {
		t.Columns = append(t.Columns, workbook.TableColumn{Title: c.Name, Numeric: c.IsNumeric})
	}
	return t
}

func (v view) exported() iter.Seq2[[]workbook.TableCell, error] {
	return func(yield func([]workbook.TableCell, error) bool) {
		for _, row := range v.rows {
			cells := make([]workbook.TableCell, len(v.answer.Columns))
			for col, value := range v.answer.Rows[row] {
				switch number, err := strconv.ParseFloat(value.String, 64); {
				case !value.Valid:
				case v.answer.Columns[col].IsNumeric && err == nil:
					cells[col] = workbook.TableCell{Kind: workbook.FloatCell, Share: number, Text: value.String}
				default:
					cells[col] = present.TextCell(value.String)
				}
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
}

// copyAll puts all rows on the clipboard, with headings.
func (p *Pane) copyAll() {
	text, err := present.DocumentText(p.view.document(p.session.last.statement, p.window.Language))
	if err != nil {
		p.window.Fail(err)
		return
	}
	p.window.Copy(text)
	p.window.Select(p.window.Language.Say(words.Copied, present.Count(len(p.view.rows)*len(p.view.answer.Columns))))
}

// Export offers the rows as a file.
func (p *Pane) Export() {
	last, view, say := p.session.last, p.view, p.window.Language
	if last.answer == nil {
		return
	}
	document := func() workbook.Table { return view.document(last.statement, say) }
	rows, columns := len(view.rows), len(view.answer.Columns)
	p.window.Export(present.Export{
		Name: say.Say(words.SQLFileName), Rows: rows, Cells: rows * columns,
		About: [][2]string{
			{say.Say(words.SQLStatement), strings.Join(strings.Fields(last.statement), " ")},
			{say.Say(words.ExportExtent), say.Say(words.ExportSize, present.Count(rows), present.Count(columns))},
		},
		Write: func(ctx context.Context, to present.Destination, progress func(done, total int)) (int, error) {
			t := document()
			t.Rows = present.CountingRows(t.Rows, rows, progress)
			return rows, present.WriteDocument(ctx, t, to.Path, to.Encoding)
		},
		Text: func(context.Context) (string, error) { return present.DocumentText(document()) },
	})
}
