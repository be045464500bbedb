package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ErrNoYear says that a table cannot be divided by year, because its rows do not each
// belong to one year.
var ErrNoYear = errors.New("the rows are not of one year each")

// ErrExists says that there is already a file or folder where one is to be written.
var ErrExists = errors.New("there is something already")

// WriteParquet writes all rows of a table, without the total, as a Parquet file; or,
// divided, as a folder with one file for each year: year=2023/data_0.parquet.
//
// Numbers are exact decimals and NULL where there is none; a rate is a DOUBLE between 0
// and 1 with its numerator and denominator beside it. Columns have the names of
// parquetName. It returns ErrNoYear, and ErrExists if a folder cannot be written because
// there is something other than an empty folder at path; a file is replaced. After any
// failure, what was at path is still there.
func (s *Store) WriteParquet(ctx context.Context, q Query, path string, divided bool) error {
	if divided && !q.HasYear() {
		return fmt.Errorf("write %s: %w", path, ErrNoYear)
	}
	if divided {
		if err := checkFree(path); err != nil {
			return fmt.Errorf("write %s: %w", path, err)
		}
	}
	q, err := s.bounded(ctx, q)
	if err == nil {
		err = s.writeParquet(ctx, q, path, divided)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, duckdbError(err))
	}
	return nil
}

// writeParquet lets DuckDB write into the exchange directory, the only one where it may
// open files, and moves the result to path.
func (s *Store) writeParquet(ctx context.Context, q Query, path string, divided bool) error {
	if err := os.MkdirAll(exchangePath(s.scratch), 0o755); err != nil {
		return err
	}
	defer os.Remove(exchangePath(s.scratch)) // fails while another file passes through it
	dir, err := os.MkdirTemp(exchangePath(s.scratch), exportFolder)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	statement, args, err := s.parquet(ctx, q)
	if err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE handed_over AS `+statement, args...); err != nil {
		return err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), `DROP TABLE IF EXISTS temp.handed_over`)
	part, options := filepath.Join(dir, "table.parquet"), `FORMAT parquet, COMPRESSION zstd`
	if divided {
		options += `, PARTITION_BY (year)`
	}
	if _, err := conn.ExecContext(ctx, `COPY temp.handed_over TO `+quote(part)+` (`+options+`)`); err != nil {
		return err
	}
	return copyAtomically(part, path)
}

// parquet is the SQL of a table's rows with the columns' names and types.
func (s *Store) parquet(ctx context.Context, q Query) (string, []any, error) {
	switch q.Rows {
	case FigureRows:
		return s.parquetFigures(q)
	case ItemRows:
		return s.parquetItems(ctx, q)
	}
	if _, err := s.directory(ctx); err != nil {
		return "", nil, err
	}
	columns := q.Columns()
	r := s.newColumnQuery(q, columns)
	r.relation.countsBodies = q.Rows == RegionRows
	var list []string
	for i, c := range columns {
		list = append(list, parquetFields(c, r.of[i], q.Rows == ReportRows)...)
	}
	source, order, args, err := r.relation.ordered()
	if err != nil {
		return "", nil, err
	}
	return `SELECT ` + strings.Join(append(dimensionFields(q.Rows), list...), `, `) + source + ` ORDER BY ` + order, args, nil
}

// dimensionFields are the columns that name a row.
func dimensionFields(g Grain) []string {
	switch g {
	case UnitRows:
		return []string{`region`, `unit`, `reports`}
	case RegionRows:
		return []string{`region`, `bodies`, `reports`}
	case RegionYearRows:
		return []string{`region`, `year`, `reports`}
	case YearRows:
		return []string{`year`, `reports`}
	}
	return []string{`region`, `unit`, `year`, `edition`, `findings`}
}

// parquetName is a column's name in a Parquet file: lower case letters, digits and _, as
// in the wide views; with the year or kind first and the comparison last.
func parquetName(c Column) string {
	name := strings.NewReplacer("/", "__", "-", "_").Replace(c.Measure)
	if id := c.Slice.id(); id != "" {
		name = "in_" + strings.ReplaceAll(id, "-", "_") + "__" + name
	}
	if c.Compare != ThisYear {
		name += "__" + string(c.Compare)
	}
	return name
}

// parquetFields is the SQL of a column over the relation's rows.
func parquetFields(c Column, of []int, isReport bool) []string {
	part := func(i int) string { return fmt.Sprintf(`c%d`, of[i]) }
	name := parquetName(c)
	digits := 38
	if isReport {
		digits = 18
	}
	exact := func(value string) string {
		return fmt.Sprintf(`CAST(CAST(%s AS DECIMAL(%d,0)) * CAST(0.000001 AS DECIMAL(6,6)) AS DECIMAL(%d,6))`, value, digits-6*b2i(!isReport), digits)
	}
	switch {
	case c.Compare == Points:
		return []string{`100 * (` + ratio(part(0), part(1)) + ` - ` + ratio(part(2), part(3)) + `) AS ` + name}
	case c.IsRate():
		return []string{ratio(part(0), part(1)) + ` AS ` + name, exact(part(0)) + ` AS ` + name + `__numerator`, exact(part(1)) + ` AS ` + name + `__denominator`}
	case c.Compare == Change:
		return []string{exact(part(0)+` - `+part(1)) + ` AS ` + name}
	case c.Compare == Percent:
		return []string{fmt.Sprintf(`CASE WHEN %s > 0 AND %s >= %d THEN 100 * %s END AS %s`, part(1), part(1), smallestBase(&c), ratio(`(`+part(0)+` - `+part(1)+`)`, part(1)), name)}
	}
	return []string{exact(part(0)) + ` AS ` + name}
}

func (s *Store) parquetFigures(q Query) (string, []any, error) {
	source, args, err := s.singleFigures(q)
	if err != nil {
		return "", nil, err
	}
	order, err := figureOrder(q.Sort)
	return `SELECT region, unit, year, edition, table_id, item_id, column_id, ` + decimal(`value`) + ` AS value,
		CASE substr(statuses, position + 1, 1) WHEN 'n' THEN 'number' WHEN 'b' THEN 'blank' WHEN '/' THEN 'na' WHEN 't' THEN 'text' ELSE 'noted' END AS status
		FROM (SELECT *` + source + `) JOIN store.columns USING (position) ORDER BY ` + order, args, err
}

// parquetItems writes the rows of a table of items, which are few, as literals.
func (s *Store) parquetItems(ctx context.Context, q Query) (string, []any, error) {
	rows, err := s.allItems(ctx, q)
	if err != nil {
		return "", nil, err
	}
	columns := q.Columns()
	names := `measure, name, unit`
	for _, c := range columns {
		name := "in_" + strings.ReplaceAll(c.ID, "-", "_")
		if c.Slice == (Slice{}) {
			name = strings.ReplaceAll(c.ID, "-", "_")
		}
		names += `, ` + strings.ReplaceAll(name, "@", "__")
	}
	types := `''::VARCHAR, ''::VARCHAR, ''::VARCHAR` + strings.Repeat(`, CAST(NULL AS DOUBLE)`, len(columns))
	lines := []string{`(` + types + `)`}
	for _, row := range rows {
		line := []string{quote(row.Measure.ID), quote(row.Measure.name().Chinese), quote(row.Measure.Unit)}
		for _, c := range row.Cells {
			line = append(line, itemLiteral(c))
		}
		lines = append(lines, `(`+strings.Join(line, `, `)+`)`)
	}
	return `SELECT * FROM (VALUES ` + strings.Join(lines, `, `) + `) AS t(` + names + `) WHERE measure <> ''`, nil, nil
}

// itemLiteral is the SQL literal of a number, or of a rate as a share.
func itemLiteral(c Cell) string {
	if !c.Status.HasValue() {
		return `NULL`
	}
	if c.Rate != nil {
		share, _ := c.Rate.Share()
		return fmt.Sprintf(`CAST(%.17g AS DOUBLE)`, share)
	}
	return fmt.Sprintf(`CAST(%s AS DOUBLE)`, c.Value)
}
