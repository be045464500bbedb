package data

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"strings"

	"nianbao/data/form"
)

// Page is the part of a table's rows that is wanted.
type Page struct {
	Offset int
	Limit  int // 0: 200
}

// Table is the answer to a query.
type Table struct {
	Columns []Column
	Rows    []Row // of the page asked for
	Count   int   // rows of all pages
	Total   []TotalCell
}

// Row is one report in a table.
type Row struct {
	ReportID int64
	Body     Body
	Year     int
	Edition  string
	Findings int
	Cells    []Cell // by Table.Columns
}

// Cell is one figure or metric of a row.
type Cell struct {
	Status form.Status // Missing where the report does not print the figure
	Value  form.Number // where Status.HasValue
	Raw    string      // where Status is text or noted
	Rate   *Rate       // of a metric that is a rate, nil where a part has no number
}

// Rate is a share with the sums it comes from. A cell whose denominator is 0
// has the status na.
type Rate struct{ Numerator, Denominator form.Number }

// Share is the rate as a fraction, 0.5 for 50%; ok is false where the
// denominator is 0.
func (r Rate) Share() (share float64, ok bool) {
	if r.Denominator == 0 {
		return 0, false
	}
	return float64(r.Numerator) / float64(r.Denominator), true
}

// TotalCell sums a column over all rows of the table.
type TotalCell struct {
	Cell
	Counted  int  // rows that hold a number; the others are not counted as 0
	TooLarge bool // the sum is beyond what a Number holds
}

// Table answers a query with a page of rows, the number of all rows, and
// totals over all of them.
func (s *Store) Table(ctx context.Context, q Query, page Page) (*Table, error) {
	t := &Table{Columns: q.Columns()}
	if err := s.total(ctx, q, t); err != nil {
		return nil, fmt.Errorf("sum up the table: %w", err)
	}
	rows, err := s.Rows(ctx, q, page)
	t.Rows = rows
	return t, err
}

// Rows returns a page of the rows of Table.
func (s *Store) Rows(ctx context.Context, q Query, page Page) ([]Row, error) {
	columns := q.Columns()
	order, err := q.orderBy(s.columns)
	if err != nil {
		return nil, err
	}
	if page.Limit <= 0 {
		page.Limit = 200
	}
	selected, read := s.selectCells(columns)
	where := q.filter()
	statement := fmt.Sprintf(`SELECT report_id, region, unit, year, edition, findings, statuses%s%s%s LIMIT %d OFFSET %d`,
		selected, where.from(), order, page.Limit, page.Offset)
	var list []Row
	err = eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		row, err := read(rows)
		list = append(list, row)
		return err
	}, where.args...)
	if err == nil {
		err = s.addRaw(ctx, list, columns)
	}
	if err != nil {
		return nil, fmt.Errorf("read the table: %w", err)
	}
	return list, nil
}

// selectCells returns the list of expressions for the columns, with a leading
// comma, and the reader of a row that has them behind its dimensions.
func (s *Store) selectCells(columns []Column) (string, func(*sql.Rows) (Row, error)) {
	var list strings.Builder
	for _, expression := range s.expressions(columns) {
		list.WriteString(`, ` + expression)
	}
	values := make([]sql.NullInt64, strings.Count(list.String(), `, `)+2*len(columns))
	read := func(rows *sql.Rows) (Row, error) {
		row := Row{Cells: make([]Cell, len(columns))}
		var statuses string
		targets := []any{&row.ReportID, &row.Body.Region, &row.Body.Unit, &row.Year, &row.Edition, &row.Findings, &statuses}
		n := 0
		for _, c := range columns {
			for range width(c) {
				targets = append(targets, &values[n])
				n++
			}
		}
		if err := rows.Scan(targets...); err != nil {
			return row, err
		}
		n = 0
		for i, c := range columns {
			row.Cells[i] = s.cell(c, values[n:n+width(c)], statuses)
			n += width(c)
		}
		return row, nil
	}
	return list.String(), read
}

// width is the number of expressions of a column.
func width(c Column) int {
	if c.Role == MetricColumn && c.Metric.IsRate() {
		return 2
	}
	return 1
}

// expressions are the SQL of the columns: one a figure or count, two a rate.
func (s *Store) expressions(columns []Column) []string {
	var list []string
	for _, c := range columns {
		if c.Role == FigureColumn {
			name, _ := s.columns.name(c.Key)
			list = append(list, name)
			continue
		}
		numerator, denominator := s.columns.metric(c.Metric)
		list = append(list, numerator)
		if denominator != "" {
			list = append(list, denominator)
		}
	}
	return list
}

func (s *Store) cell(c Column, values []sql.NullInt64, statuses string) Cell {
	if c.Role == FigureColumn {
		return Cell{Status: statusAt(statuses, s.columns.position[c.Key]), Value: form.Number(values[0].Int64)}
	}
	if len(values) == 2 {
		return rateCell(values[0], values[1])
	}
	if !values[0].Valid {
		return Cell{Status: form.StatusBlank}
	}
	return Cell{Status: form.StatusNumber, Value: form.Number(values[0].Int64)}
}

func rateCell(numerator, denominator sql.NullInt64) Cell {
	if !numerator.Valid || !denominator.Valid {
		return Cell{Status: form.StatusBlank}
	}
	cell := Cell{Status: form.StatusNumber, Rate: &Rate{form.Number(numerator.Int64), form.Number(denominator.Int64)}}
	if denominator.Int64 == 0 {
		cell.Status = form.StatusNA
	}
	return cell
}

// addRaw fetches the raw text of the page's cells that hold text or a note.
// Most pages have none, and then the long table is not read at all.
func (s *Store) addRaw(ctx context.Context, page []Row, columns []Column) error {
	type place struct {
		report   int64
		position int
	}
	cells := map[place]*Cell{}
	var reports []int64
	for i := range page {
		for j := range page[i].Cells {
			if c := &page[i].Cells[j]; columns[j].Role == FigureColumn && (c.Status == form.StatusText || c.Status == form.StatusNoted) {
				cells[place{page[i].ReportID, s.columns.position[columns[j].Key]}] = c
				reports = append(reports, page[i].ReportID)
			}
		}
	}
	if len(reports) == 0 {
		return nil
	}
	return eachRow(ctx, s.db, `SELECT report_id, position, raw FROM store.figures WHERE status IN ('text', 'noted') AND report_id IN `+idList(reports), func(rows *sql.Rows) error {
		var p place
		var raw string
		err := rows.Scan(&p.report, &p.position, &raw)
		if c := cells[p]; c != nil {
			c.Raw = raw
		}
		return err
	})
}

// total counts the rows and sums the columns. A rate is the rate of the sums,
// over the rows that have both of its parts.
func (s *Store) total(ctx context.Context, q Query, t *Table) error {
	var list []string
	for _, c := range t.Columns {
		list = append(list, sums(s.expressions([]Column{c}))...)
	}
	where := q.filter()
	values := make([]any, len(list))
	targets := []any{&t.Count}
	for i := range values {
		targets = append(targets, &values[i])
	}
	err := s.db.QueryRowContext(ctx, strings.Join(append([]string{`SELECT count(*)`}, list...), `, `)+where.from(), where.args...).Scan(targets...)
	if err != nil {
		return engineError(err)
	}
	for _, c := range t.Columns {
		n := width(c)
		t.Total = append(t.Total, totalCell(values[:n], values[n]))
		values = values[n+1:]
	}
	return nil
}

// sums are the SQL of a column's sums, then of the number of rows in them. A
// rate's numerator counts only where its denominator does, and the reverse.
// This must not be written with FILTER, which is thirty times slower.
func sums(expressions []string) []string {
	if len(expressions) == 1 {
		return []string{`sum(` + expressions[0] + `)`, `count(` + expressions[0] + `)`}
	}
	n, d := expressions[0], expressions[1]
	return []string{
		`sum(CASE WHEN ` + d + ` IS NOT NULL THEN ` + n + ` END)`,
		`sum(CASE WHEN ` + n + ` IS NOT NULL THEN ` + d + ` END)`,
		`count(` + n + ` + ` + d + `)`,
	}
}

// totalCell makes a cell of one sum, or of a rate's two.
func totalCell(sums []any, counted any) TotalCell {
	cell := TotalCell{}
	if n, ok := counted.(int64); ok {
		cell.Counted = int(n)
	}
	numbers := make([]sql.NullInt64, len(sums))
	for i, sum := range sums {
		if whole, ok := sum.(*big.Int); ok && whole != nil {
			cell.TooLarge = cell.TooLarge || !whole.IsInt64()
			numbers[i] = sql.NullInt64{Int64: whole.Int64(), Valid: true}
		}
	}
	switch {
	case cell.TooLarge:
		cell.Status = form.StatusText
	case len(sums) == 2:
		cell.Cell = rateCell(numbers[0], numbers[1])
	case numbers[0].Valid:
		cell.Cell = Cell{Status: form.StatusNumber, Value: form.Number(numbers[0].Int64)}
	default:
		cell.Status = form.StatusBlank
	}
	return cell
}
