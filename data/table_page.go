package data

import (
	"context"
	"database/sql"
	"strings"
)

// mostAtOnce is up to how many rows are named one by one.
const mostAtOnce = 2000

// read reads a page of the rows. Where there may be many rows, it finds the
// page by the few columns that order and conditions need, and reads the figures
// of its reports only.
func (s *Store) read(ctx context.Context, q Query, columns []Column, page Page) ([]Row, error) {
	switch {
	case page.Limit > mostAtOnce:
		return s.readOrdered(ctx, s.newReading(q, columns), page)
	case q.Rows == ReportRows:
		return s.readReports(ctx, &reading{relation: s.newRelation(q), columns: columns}, page)
	}
	return s.readGroups(ctx, s.newReading(q, columns), page)
}

func (s *Store) readOrdered(ctx context.Context, r *reading, page Page) ([]Row, error) {
	if _, err := s.placed(ctx); err != nil {
		return nil, err
	}
	r.relation.counts = true
	statement, args, err := r.statement(page)
	if err != nil {
		return nil, err
	}
	var list []Row
	err = eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		row, err := r.row(rows)
		list = append(list, row)
		return err
	}, args...)
	return list, err
}

// keys asks for names of the rows of a page in order.
func (s *Store) keys(ctx context.Context, r *reading, page Page, names string, take func(*sql.Rows) error) error {
	statement, args, err := s.keyReading(r).statement(page)
	if err != nil {
		return err
	}
	return eachRow(ctx, s.db, strings.Replace(statement, rowColumns, names, 1), take, args...)
}

// keyReading reads what order and conditions need.
func (s *Store) keyReading(r *reading) *reading {
	order := s.newReading(r.relation.query, nil)
	order.relation.only, order.relation.byMetrics = r.relation.only, s.byMetrics(r.relation.query)
	return order
}

// among is the condition of being one of the numbers. A semi-join with them is
// three times faster than a list in the condition.
func among(column string, ids []int64) string {
	return column + ` IN (SELECT unnest(` + listOf(ids) + `))`
}
