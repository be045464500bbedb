package ui

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

// sqlView is an answer in the order that the user sorted it into.
type sqlView struct {
	answer *data.Answer
	rows   []int // of the answer
}

// newSQLView sorts an answer; what is NULL comes last, as in the table.
func newSQLView(a *data.Answer, order []data.SortKey) sqlView {
	v := sqlView{answer: a, rows: make([]int, len(a.Rows))}
	for i := range v.rows {
		v.rows[i] = i
	}
	for _, key := range slices.Backward(order) {
		col := slices.IndexFunc(a.Columns, func(c data.AnswerColumn) bool { return c.Name == key.Column })
		if col >= 0 {
			v.sortBy(col, key.Descending)
		}
	}
	return v
}

func (v *sqlView) sortBy(col int, descending bool) {
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

func (v *sqlView) cell(row, col int) tabular.Cell {
	value := v.answer.Rows[v.rows[row]][col]
	switch {
	case !value.Valid:
		return tabular.Cell{Kind: tabular.Blank}
	case v.answer.Columns[col].IsNumeric:
		return tabular.Cell{Kind: tabular.Number, Text: value.String}
	}
	return tabular.Cell{Text: strings.Join(strings.Fields(value.String), " ")}
}

// showAnswer fills the grid.
func (p *sqlPane) showAnswer() {
	session := &p.shell.sql
	isSaid := p.running || p.failed
	if session.answer == nil && isSaid {
		return
	}
	if session.answer == nil {
		p.say(p.shell.say.Say(words.SQLBounds, number(sqlRows), sqlSeconds), look.Muted)
		return
	}
	say, took := p.shell.say, number(int(session.took.Milliseconds()))
	p.view = newSQLView(session.answer, session.order)
	shown := grid.Data{Rows: len(p.view.rows), Cell: p.view.cell}
	for _, c := range session.answer.Columns {
		shown.Columns = append(shown.Columns, tabular.Column{ID: c.Name, Title: c.Name, Numeric: c.IsNumeric})
	}
	p.grid.SetData(shown)
	p.grid.SetSort(gridOrder(session.order))
	if isSaid {
		return
	}
	text := say.Say(words.SQLAnswered, number(len(session.answer.Rows)), number(len(session.answer.Columns)), took)
	if session.answer.IsCut {
		text = say.Say(words.SQLCut, number(len(session.answer.Rows)), took)
	}
	p.say(text, look.Muted)
}

// sort orders the rows that were answered.
func (p *sqlPane) sort(col int, add bool) {
	session := &p.shell.sql
	column := session.answer.Columns[col]
	session.order = nextOrder(session.order, column.Name, add, column.IsNumeric)
	p.showAnswer()
}

// selected says what the numbers selected amount to; NULL is none of them.
func (p *sqlPane) selected(r grid.Range) {
	sum, count, exact := form.Number(0), 0, true
	for col := r.Col0; col <= r.Col1 && r.Cells() <= selectionLimit; col++ {
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
	say := p.shell.say
	switch {
	case r.Cells() <= 1:
		p.shell.status.showSelection("")
	case !exact || count == 0:
		p.shell.status.showSelection(say.Say(words.SelectionCount, number(r.Cells()), number(count)))
	default:
		p.shell.status.showSelection(say.Say(words.SelectionInfo, number(r.Cells()), number(count), sum.Grouped(), chart.Comma(sum.Float()/float64(count), 2)))
	}
}

// document is the answer as it leaves the program: sorted as on the screen, with the statement in
// the notes.
func (v sqlView) document(asked string, say words.Language) workbook.Table {
	t := workbook.Table{Title: say.Say(words.SQLFileName), Rows: v.exported(), NoteTab: say.Say(words.NotesTab),
		Notes: []workbook.TableNote{{Name: say.Say(words.SQLStatement), Text: asked}, {Name: say.Say(words.NotesMade), Text: time.Now().Format("2006-01-02 15:04")}}}
	for _, c := range v.answer.Columns {
		t.Columns = append(t.Columns, workbook.TableColumn{Title: c.Name, Numeric: c.IsNumeric})
	}
	return t
}

func (v sqlView) exported() iter.Seq2[[]workbook.TableCell, error] {
	return func(yield func([]workbook.TableCell, error) bool) {
		for _, row := range v.rows {
			cells := make([]workbook.TableCell, len(v.answer.Columns))
			for col, value := range v.answer.Rows[row] {
				switch number, err := strconv.ParseFloat(value.String, 64); {
				case !value.Valid:
				case v.answer.Columns[col].IsNumeric && err == nil:
					cells[col] = workbook.TableCell{Kind: workbook.FloatCell, Share: number, Text: value.String}
				default:
					cells[col] = present.ExportText(value.String)
				}
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
}

// copyAll puts the whole answer on the clipboard, with headings.
func (p *sqlPane) copyAll() {
	s := p.shell
	text, err := documentText(p.view.document(s.sql.asked, s.say))
	if err != nil {
		s.fail(err)
		return
	}
	s.app.Clipboard().SetContent(text)
	s.status.showSelection(s.say.Say(words.Copied, number(len(p.view.rows)*len(p.view.answer.Columns))))
}

// export offers the answer as a file.
func (p *sqlPane) export() {
	s := p.shell
	if s.sql.answer == nil {
		return
	}
	view, asked, say := p.view, s.sql.asked, s.say
	document := func() workbook.Table { return view.document(asked, say) }
	rows, columns := len(view.rows), len(view.answer.Columns)
	s.showExport(leaving{
		name: say.Say(words.SQLFileName), rows: rows, cells: rows * columns,
		about: [][2]string{{say.Say(words.SQLStatement), strings.Join(strings.Fields(asked), " ")}, {say.Say(words.ExportExtent), say.Say(words.ExportSize, number(rows), number(columns))}},
		write: func(ctx context.Context, to destination, progress func(done, total int)) (int, error) {
			t := document()
			t.Rows = present.Counted(t.Rows, rows, progress)
			return rows, present.WriteDocument(ctx, t, to.path, to.encoding)
		},
		text: func(context.Context) (string, error) { return documentText(document()) },
	})
}
