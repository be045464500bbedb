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

// columnQuery is a relation with the columns that are read from it.
type columnQuery struct {
	relation *relation
	columns  []Column
	of       [][]int // for each column, its parts
}

func (s *Store) newColumnQuery(q Query, columns []Column) *columnQuery {
	r := &columnQuery{relation: s.newRelation(q), columns: columns, of: make([][]int, len(columns))}
	for i, c := range columns {
		r.of[i] = r.relation.indexed(c)
	}
	return r
}

// ordered returns FROM and WHERE, and ORDER BY. The order ends with what identifies a
// row, so that pages never overlap.
func (r *relation) ordered() (source, order string, args []any, err error) {
	var terms []string
	for _, key := range r.query.Sort {
		expression, _, err := r.sortable(key.Column)
		if err != nil {
			return "", "", nil, err
		}
		terms = append(terms, key.term(expression))
	}
	switch r.query.Rows {
	case ReportRows, UnitRows:
		r.joinsOrder = true
		terms = append(terms, `rank`, `year`)
	default:
		terms = append(terms, `region`, `year`)
	}
	source, args, err = r.chosen()
	return source, strings.Join(terms, `, `), args, err
}

// chosen is FROM and WHERE for the rows of the relation that fulfil the conditions.
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
	if r.joinsOrder {
		names := `region, unit`
		if r.query.Rows == ReportRows {
			names = `ending`
		}
		source += ` JOIN (SELECT body, rank, ` + names + ` FROM memory.main.body_order) ON body = body_id`
		if r.query.Rows == ReportRows {
			having.in(`ending`, endingsOf(r.query.UnitKinds))
		}
	}
	return ` FROM ` + source + having.text(), append(r.args, having.args...), err
}

// addRaw reads the raw text of the page's cells that have text or a note. Most pages have
// none, and then the long table is not read at all.
func (s *Store) addRaw(ctx context.Context, page []Row, columns []Column) error {
	type figure struct {
		report   int64
		position int
	}
	cells := map[figure]*Cell{}
	var reports []int64
	for i := range page {
		for j := range page[i].Cells {
			c := &page[i].Cells[j]
			if columns[j].Role == FigureColumn && columns[j].Compare == ThisYear && (c.Status == form.StatusText || c.Status == form.StatusNoted) {
				cells[figure{page[i].ReportID, s.columns.position[columns[j].Key]}] = c
				reports = append(reports, page[i].ReportID)
			}
		}
	}
	if len(reports) == 0 {
		return nil
	}
	return eachRow(ctx, s.db, `SELECT report_id, position, raw FROM store.figures WHERE status IN ('text', 'noted') AND report_id IN `+idList(reports), func(rows *sql.Rows) error {
		var p figure
		var raw string
		err := rows.Scan(&p.report, &p.position, &raw)
		if c := cells[p]; c != nil {
			c.Raw = raw
		}
		return err
	})
}
