package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"strings"

	"nianbao/data/form"
)

// metricPart is a column of store.metrics: what a report adds to the sum of a metric. A
// rate has two, numerator and denominator, and a report adds to either only if it has
// both.
//
// The table follows from store.wide and the form. Sums of metrics are read from it
// because computing the parts costs more than adding them up: without it, regions by
// metrics take 12 ms instead of 8 over 30,000 reports.
type metricPart struct {
	name   string
	sql    string // over store.wide
	recipe partialRecipe
}

// metricParts lists the parts of the form's metrics.
func (s *Store) metricParts() []metricPart {
	var list []metricPart
	for _, m := range form.Metrics() {
		c := metricColumn(m)
		for i, sql := range bothKnown(c.terms(s.columns.field)) {
			part := metricPart{name: strings.ReplaceAll(m.ID, "-", "_"), sql: sql, recipe: partialRecipe{s.recipes([]Column{c})[0], i > 0}}
			if m.IsRate() {
				part.name += [2]string{"__part", "__whole"}[i]
			}
			list = append(list, part)
		}
	}
	return list
}

const metricDimensions = `report_id, body_id, region, year, edition, findings`

// defineMetrics names the columns of the table and returns the query that fills it.
func (s *Store) defineMetrics() (definition string) {
	s.metrics, s.metricOf = s.metricParts(), map[string]string{}
	definition = `SELECT ` + metricDimensions
	for _, part := range s.metrics {
		s.metricOf[part.sql] = part.name
		definition += `, ` + part.sql + ` AS ` + part.name
	}
	return definition + ` FROM store.wide`
}

// syncMetrics creates the table if the file has none, or has one for other metrics.
func (s *Store) syncMetrics(ctx context.Context, conn *sql.Conn) error {
	definition := s.defineMetrics()
	var made string
	err := conn.QueryRowContext(ctx, `SELECT coalesce(max(comment), '') FROM duckdb_tables()
		WHERE database_name = 'nianbao' AND schema_name = 'store' AND table_name = 'metrics'`).Scan(&made)
	if err != nil || made == definition {
		return err
	}
	return inTransaction(ctx, conn, func() error {
		if _, err := conn.ExecContext(ctx, `CREATE OR REPLACE TABLE store.metrics AS `+definition); err != nil {
			return err
		}
		_, err := conn.ExecContext(ctx, `COMMENT ON TABLE store.metrics IS `+quote(definition))
		return err
	})
}

func (s *Store) metricRow(e *storedReport, f denseFigures) []driver.Value {
	r := &e.report
	row := append(make([]driver.Value, 0, len(s.metrics)+6), e.id, int32(e.body), r.Region, int32(r.Year), r.Edition, int32(len(e.findings)))
	for i := range s.metrics {
		if part := s.metrics[i].recipe.sum(f); part.known {
			row = append(row, part.n)
		} else {
			row = append(row, nil)
		}
	}
	return row
}
