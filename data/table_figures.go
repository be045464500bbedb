package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// figureKeys are the printed figures of the query's view. Metrics are not figures, so in
// the view Measures these are all figures.
func (q Query) figureKeys() []form.Key {
	if q.View == Measures {
		q.View, q.Items = Everything, nil
	}
	var keys []form.Key
	for _, k := range q.keys() {
		if !form.IsGroup(k) || k.Item == form.OtherItem {
			keys = append(keys, k)
		}
	}
	return keys
}

// singleFigures is FROM and WHERE of the single figures.
func (s *Store) singleFigures(q Query) (string, []any, error) {
	keys := q.figureKeys()
	if len(keys) == 0 {
		return ` FROM (SELECT * FROM store.wide WHERE false)`, nil, nil
	}
	var names, positions, others []string
	for _, k := range keys {
		name, _ := s.columns.name(k)
		position := fmt.Sprint(s.columns.position[k])
		names, positions = append(names, name), append(positions, position)
		if form.IsGroup(k) {
			others = append(others, position)
		}
	}
	var where clauses
	where.and(`substr(statuses, position + 1, 1) NOT IN ('.', '')`)
	if len(others) > 0 {
		where.and(`(one_row OR position NOT IN (` + strings.Join(others, `, `) + `))`)
	}
	if len(q.Statuses) > 0 {
		var letters []string
		for _, status := range q.Statuses {
			letters = append(letters, string(statusLetter(status)))
		}
		where.in(`substr(statuses, position + 1, 1)`, letters)
	}
	for _, c := range q.Conditions {
		if err := where.figure(c); err != nil {
			return "", nil, err
		}
	}
	reports := q.filter()
	return ` FROM (SELECT report_id, region, unit, year, edition, findings, one_row, statuses, unnest([` + strings.Join(names, `, `) + `]) AS value, unnest([` +
		strings.Join(positions, `, `) + `]) AS position` + reports.from() + `)` + where.text(), append(reports.args, where.args...), nil
}

// figure adds a condition on single figures.
func (c *clauses) figure(condition Condition) error {
	column, scale := condition.Column, 1.0
	switch column {
	case YearColumn, FindingsColumn:
		scale = 1e6
	case valueColumn:
	default:
		return fmt.Errorf("%w: %s", ErrUnknownColumn, column)
	}
	letter, isState := stateLetters[condition.Is]
	switch {
	case condition.Is.HasOperand():
		text, args := condition.sql(column, scale)
		c.and(text, args...)
	case condition.Is == HasValue:
		c.and(column + ` IS NOT NULL`)
	case isState:
		c.and(`substr(statuses, position + 1, 1) = ?`, string(letter))
	default:
		return fmt.Errorf("%w: %q", ErrUnknownTest, condition.Is)
	}
	return nil
}

func (s *Store) figureCount(ctx context.Context, q Query) (count int, err error) {
	source, args, err := s.singleFigures(q)
	if err != nil {
		return 0, err
	}
	err = s.db.QueryRowContext(ctx, `SELECT count(*)`+source, args...).Scan(&count)
	return count, duckdbError(err)
}

// farFigures is the largest offset for which takeFigures is used, since it reads all
// reports before the page.
const farFigures = 100_000

func (s *Store) figureRows(ctx context.Context, q Query, page Page) ([]Row, error) {
	if len(q.figureKeys()) == 0 {
		return nil, nil
	}
	read := s.selectFigures
	if len(q.Sort)+len(q.Conditions)+len(q.Statuses) == 0 && page.Limit <= mostAtOnce && page.Offset <= farFigures {
		read = s.takeFigures
	}
	list, positions, err := read(ctx, q, page)
	if err != nil {
		return nil, err
	}
	return list, s.addSources(ctx, list, positions)
}

// figureRow is the row of a figure, without source and text.
func (s *Store) figureRow(report Row, letter byte, value form.Number, position int) Row {
	measure := figureColumn(s.columns.keys[position], true)
	report.Reports, report.Bodies, report.Measure = 1, 1, &measure
	report.Cells = []Cell{{Status: statusOf(letter), Value: value}}
	return report
}

// selectFigures lets DuckDB choose and order the figures.
func (s *Store) selectFigures(ctx context.Context, q Query, page Page) (list []Row, positions []int, err error) {
	source, args, err := s.singleFigures(q)
	if err != nil {
		return nil, nil, err
	}
	order, err := figureOrder(q.Sort)
	if err != nil {
		return nil, nil, err
	}
	statement := fmt.Sprintf(`SELECT report_id, region, unit, year, edition, findings, value, position, substr(statuses, position + 1, 1)%s ORDER BY %s LIMIT %d OFFSET %d`,
		source, order, page.Limit, page.Offset)
	err = eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		var row Row
		var value sql.NullInt64
		var position int
		var letter string
		if err := rows.Scan(&row.ReportID, &row.Body.Region, &row.Body.Unit, &row.Year, &row.Edition, &row.Findings, &value, &position, &letter); err != nil {
			return err
		}
		list, positions = append(list, s.figureRow(row, letter[0], form.Number(value.Int64), position)), append(positions, position)
		return nil
	}, args...)
	return list, positions, err
}

// takeFigures takes the figures from the reports in order, up to the end of the page.
// Over 400,000 reports, letting DuckDB list and order all figures first takes 1.5 s.
func (s *Store) takeFigures(ctx context.Context, q Query, page Page) (list []Row, positions []int, err error) {
	var shown []int // positions
	for _, k := range q.figureKeys() {
		shown = append(shown, s.columns.position[k])
	}
	slices.Sort(shown)
	q.Rows = ReportRows
	f := newDenseFigures(len(s.columns.keys))
	part := Page{Limit: (page.Offset+page.Limit)/len(shown) + 8}
	for skip := page.Offset; ; part.Offset, part.Limit = part.Offset+part.Limit, 2*part.Limit {
		p, err := s.reportPage(ctx, q, part, false)
		if err != nil {
			return nil, nil, err
		}
		named := p.rows()
		for i, row := range named {
			report := p.found[p.keys[i]]
			if err := f.expand(report.figures); err != nil {
				return nil, nil, fmt.Errorf("report %d: %w", report.id, err)
			}
			for _, position := range shown {
				switch k := s.columns.keys[position]; {
				case f.letters[position] == statusMissing, form.IsGroup(k) && !report.oneRow:
					continue
				case skip > 0:
					skip--
					continue
				}
				list, positions = append(list, s.figureRow(row, f.letters[position], f.values[position], position)), append(positions, position)
				if len(list) == page.Limit {
					return list, positions, nil
				}
			}
		}
		if len(named) < part.Limit {
			return list, positions, nil
		}
	}
}

func figureOrder(keys []SortKey) (string, error) {
	var terms []string
	for _, key := range keys {
		term := key.Column
		switch key.Column {
		case UnitColumn, RegionColumn, YearColumn, EditionColumn, FindingsColumn, valueColumn:
		case ItemColumn:
			term = `position`
		case StatusColumn:
			term = `substr(statuses, position + 1, 1)`
		default:
			return "", fmt.Errorf("%w: %s", ErrUnknownColumn, key.Column)
		}
		terms = append(terms, key.term(term))
	}
	return strings.Join(append(terms, `region, unit, year, report_id, position`), `, `), nil
}

// addSources fetches raw text and source of a page of figures.
func (s *Store) addSources(ctx context.Context, page []Row, positions []int) error {
	type figure struct {
		report   int64
		position int
	}
	rows := map[figure]*Row{}
	var reports []int64
	for i := range page {
		if n := len(reports); n == 0 || reports[n-1] != page[i].ReportID {
			reports = append(reports, page[i].ReportID)
		}
		rows[figure{page[i].ReportID, positions[i]}] = &page[i]
	}
	if len(reports) == 0 {
		return nil
	}
	// Not from the view store.figures: DuckDB takes longer to plan that than to read.
	return eachRow(ctx, s.db, `SELECT c.report_id, c.position, c.status, coalesce(c.value, 0), c.place, p.raw, coalesce(p.sheet, r.sheet), p.cell
		FROM store.cells c JOIN store.reports r USING (report_id) LEFT JOIN store.prints p ON p.report_id = c.report_id AND p.ordinal = c.ordinal
		WHERE c.report_id IN `+idList(reports), func(list *sql.Rows) error {
		var f figure
		var letter byte
		var value form.Number
		var at int64
		var raw, cell sql.NullString
		var source form.Source
		if err := list.Scan(&f.report, &f.position, &letter, &value, &at, &raw, &source.Sheet, &cell); err != nil {
			return err
		}
		row := rows[f]
		if row == nil {
			return nil
		}
		source.Cell, row.Cells[0].Raw = cell.String, raw.String
		if !cell.Valid {
			source.Cell = cellAddress(at)
		}
		if !raw.Valid {
			row.Cells[0].Raw = plainText(statusOf(letter), value)
		}
		row.Source = source
		return nil
	})
}
