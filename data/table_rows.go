package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// Rows returns a page of the rows of Table.
func (s *Store) Rows(ctx context.Context, q Query, page Page) ([]Row, error) {
	if page.Limit <= 0 {
		page.Limit = 100
	}
	q, err := s.bounded(ctx, q)
	if err != nil {
		return nil, err
	}
	var list []Row
	switch q.Rows {
	case ItemRows:
		list, err = s.itemRows(ctx, q, page)
	case FigureRows:
		list, err = s.figureRows(ctx, q, page)
	default:
		list, err = s.rows(ctx, q, page)
	}
	if err != nil {
		return nil, fmt.Errorf("read the table: %w", err)
	}
	return list, nil
}

func (s *Store) rows(ctx context.Context, q Query, page Page) ([]Row, error) {
	columns := q.Columns()
	list, err := s.read(ctx, q, columns, page)
	if err == nil && q.Rows == ReportRows {
		err = s.addRaw(ctx, list, columns)
	}
	return list, err
}

// reading reads the rows of a relation as rows of a table.
type reading struct {
	relation *relation
	columns  []Column
	of       [][]int // by column: its parts
	shown    int     // parts that cells need; those behind are for order and conditions
}

func (s *Store) newReading(q Query, columns []Column) *reading {
	r := &reading{relation: s.newRelation(q), columns: columns, of: make([][]int, len(columns))}
	for i, c := range columns {
		for _, name := range r.relation.named(c) {
			var part int
			fmt.Sscanf(name, "c%d", &part)
			r.of[i] = append(r.of[i], part)
		}
	}
	r.shown = len(r.relation.parts)
	return r
}

// statement selects a page. The order ends with what identifies a row, so that
// pages never overlap.
func (r *reading) statement(page Page) (string, []any, error) {
	var terms []string
	for _, key := range r.relation.query.Sort {
		expression, _, err := r.relation.sortable(key.Column)
		if err != nil {
			return "", nil, err
		}
		terms = append(terms, key.term(expression))
	}
	names := `region, unit`
	if q := r.relation.query; q.Rows == ReportRows || q.Rows == UnitRows {
		names, r.relation.placed = `place`, true // the same order
	}
	source, args, err := r.relation.chosen()
	if err != nil {
		return "", nil, err
	}
	order := strings.Join(append(terms, names+`, year, report_id`), `, `)
	return fmt.Sprintf(`SELECT %s%s%s ORDER BY %s LIMIT %d OFFSET %d`,
		rowColumns, partNames(r.shown), source, order, page.Limit, page.Offset), args, nil
}

// rowColumns name a row.
const rowColumns = `report_id, body_id, region, unit, year, edition, findings, before, reports, bodies, years, statuses`

// partNames are those of the first parts of a relation.
func partNames(n int) string {
	text := ""
	for i := range n {
		text += fmt.Sprintf(`, c%d`, i)
	}
	return text
}

// chosen is FROM and WHERE: the relation's rows that fulfil the conditions.
func (r *relation) chosen() (string, []any, error) {
	var having clauses
	for _, c := range r.query.Conditions {
		text, args, err := r.condition(c)
		if err != nil {
			return "", nil, err
		}
		having.and(`(`+text+`)`, args...)
	}
	source, err := r.from()
	if r.placed {
		source += ` JOIN memory.main.places ON placed = body_id`
		if r.query.Rows == ReportRows {
			having.in(`ending`, endingsOf(r.query.UnitKinds))
		}
	}
	return ` FROM ` + source + having.text(), append(r.args, having.args...), err
}

// row reads a row.
func (r *reading) row(rows *sql.Rows) (Row, error) {
	row := Row{Cells: make([]Cell, len(r.columns))}
	values := make([]sum, r.shown)
	facts := rowFacts{query: r.relation.query}
	var before sql.NullString
	var years sql.NullInt64
	var body int64
	targets := []any{&row.ReportID, &body, &row.Body.Region, &row.Body.Unit, &row.Year, &row.Edition, &row.Findings, &before, &row.Reports, &row.Bodies, &years, &facts.statuses}
	for i := range values {
		targets = append(targets, &values[i])
	}
	if err := rows.Scan(targets...); err != nil {
		return row, err
	}
	facts.take(&row, before.String, years.Int64)
	var parts [4]sum
	for i := range r.columns {
		p := parts[:0]
		for _, part := range r.of[i] {
			p = append(p, values[part])
		}
		row.Cells[i] = r.relation.store.compose(&r.columns[i], p, &facts)
	}
	return row, nil
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
			c := &page[i].Cells[j]
			if columns[j].Role == FigureColumn && columns[j].Compare == ThisYear && (c.Status == form.StatusText || c.Status == form.StatusNoted) {
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
