package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// figureKeys are the printed figures of the query's view. Metrics are no
// figures: under Measures there are all.
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

// figures is FROM and WHERE of the single figures.
func (s *Store) figures(q Query) (string, []any, error) {
	keys := q.figureKeys()
	if len(keys) == 0 {
		return ` FROM (SELECT * FROM store.wide WHERE false)`, nil, nil
	}
	var names, places, others []string
	for _, k := range keys {
		name, _ := s.columns.name(k)
		place := fmt.Sprint(s.columns.position[k])
		names, places = append(names, name), append(places, place)
		if form.IsGroup(k) {
			others = append(others, place)
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
		strings.Join(places, `, `) + `]) AS position` + reports.from() + `)` + where.text(), append(reports.args, where.args...), nil
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
	source, args, err := s.figures(q)
	if err != nil {
		return 0, err
	}
	err = s.db.QueryRowContext(ctx, `SELECT count(*)`+source, args...).Scan(&count)
	return count, engineError(err)
}

func (s *Store) figureRows(ctx context.Context, q Query, page Page) ([]Row, error) {
	source, args, err := s.figures(q)
	if err != nil || len(q.figureKeys()) == 0 {
		return nil, err
	}
	order, err := figureOrder(q.Sort)
	if err != nil {
		return nil, err
	}
	var list []Row
	var places []int
	statement := fmt.Sprintf(`SELECT report_id, region, unit, year, edition, findings, value, position, substr(statuses, position + 1, 1)%s ORDER BY %s LIMIT %d OFFSET %d`,
		source, order, page.Limit, page.Offset)
	err = eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		row := Row{Cells: make([]Cell, 1), Reports: 1, Bodies: 1}
		var value sql.NullInt64
		var position int
		var letter string
		err := rows.Scan(&row.ReportID, &row.Body.Region, &row.Body.Unit, &row.Year, &row.Edition, &row.Findings, &value, &position, &letter)
		measure := figureColumn(s.columns.keys[position], true)
		row.Measure, row.Cells[0] = &measure, Cell{Status: statusAt(letter, 0), Value: form.Number(value.Int64)}
		list, places = append(list, row), append(places, position)
		return err
	}, args...)
	if err != nil {
		return nil, err
	}
	return list, s.addPlaces(ctx, list, places)
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
		if key.Descending {
			term += ` DESC`
		}
		terms = append(terms, term+` NULLS LAST`)
	}
	return strings.Join(append(terms, `region, unit, year, report_id, position`), `, `), nil
}

// addPlaces fetches raw text and place of a page of figures.
func (s *Store) addPlaces(ctx context.Context, page []Row, positions []int) error {
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
	return eachRow(ctx, s.db, `SELECT f.report_id, f.position, f.raw, coalesce(f.sheet, r.sheet), f.cell
		FROM store.figures f JOIN store.reports r USING (report_id) WHERE f.report_id IN `+idList(reports), func(list *sql.Rows) error {
		var f figure
		var raw string
		var place form.Source
		err := list.Scan(&f.report, &f.position, &raw, &place.Sheet, &place.Cell)
		if row := rows[f]; row != nil {
			row.Place, row.Cells[0].Raw = place, raw
		}
		return err
	})
}
