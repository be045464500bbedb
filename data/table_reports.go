package data

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"
)

// reportPage is a page of a table whose rows are reports.
type reportPage struct {
	directory *bodyDirectory
	keys      []bodyYear // in order
	ids       []int64    // of all reports to read, if known
	found     map[bodyYear]compactReport
}

// readReports reads the reports of a page and, for a comparison, those of the year
// before.
func (s *Store) readReports(ctx context.Context, q Query, columns []Column, page Page) ([]Row, error) {
	p, err := s.reportPage(ctx, q, page, compares(columns))
	if err != nil {
		return nil, err
	}
	rows := p.rows()
	return rows, s.fill(p, rows, columns)
}

// reportPage reads the reports of a page, without making cells from their figures.
func (s *Store) reportPage(ctx context.Context, q Query, page Page, compares bool) (*reportPage, error) {
	directory, err := s.directory(ctx)
	if err != nil {
		return nil, err
	}
	p := &reportPage{directory: directory, found: map[bodyYear]compactReport{}}
	if err := s.findReports(ctx, q, page, compares, p); err != nil {
		return nil, err
	}
	return p, s.completeReports(ctx, p, compares)
}

// rows returns the rows without cells. A report whose import was undone between the two
// queries is left out.
func (p *reportPage) rows() []Row {
	p.keys = slices.DeleteFunc(p.keys, func(k bodyYear) bool { return p.found[k].id == 0 })
	rows := make([]Row, len(p.keys))
	for i, key := range p.keys {
		report := p.found[key]
		rows[i] = Row{ReportID: report.id, Body: p.directory.bodies[key.body], Year: key.year, Edition: report.edition, Findings: report.findings, Reports: 1, Bodies: 1}
	}
	return rows
}

// completeReports reads the figures that are still missing.
func (s *Store) completeReports(ctx context.Context, p *reportPage, compares bool) error {
	if len(p.ids) > 0 {
		return s.joinReports(ctx, p, `(SELECT unnest(`+listOf(p.ids)+`) AS report_id) USING (report_id)`)
	}
	wanted := map[bodyYear]bool{}
	var lacking []int64
	first, last := int64(math.MaxInt64), int64(0)
	want := func(key bodyYear) {
		if _, known := p.found[key]; !known && !wanted[key] {
			wanted[key] = true
			lacking = append(lacking, p.directory.key(key))
			first, last = min(first, key.body), max(last, key.body)
		}
	}
	for _, key := range p.keys {
		want(key)
		if compares {
			want(key.before())
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	// The bounds let DuckDB skip most of the table if the bodies are neighbours.
	return s.joinReports(ctx, p, fmt.Sprintf(`(SELECT unnest(%s) AS year_key) ON year_key = %s WHERE body_id BETWEEN %d AND %d`,
		listOf(lacking), p.directory.yearKey(`year`), first, last))
}

func (s *Store) joinReports(ctx context.Context, p *reportPage, join string) error {
	return eachRow(ctx, s.db, `SELECT `+compactNames+` FROM store.compact JOIN `+join, func(rows *sql.Rows) error {
		key, report, err := scanCompact(rows)
		p.found[key] = report
		return err
	})
}

// findReports finds the reports of a page, in order.
func (s *Store) findReports(ctx context.Context, q Query, page Page, compares bool, p *reportPage) error {
	c, err := s.changed(q)
	if err != nil {
		return err
	}
	if c != nil {
		return s.findChanged(ctx, q, page, p, c)
	}
	return s.keys(ctx, q, page, `report_id, body_id, year`, func(rows *sql.Rows) error {
		var id int64
		var key bodyYear
		err := rows.Scan(&id, &key.body, &key.year)
		p.keys = append(p.keys, key)
		if !compares {
			p.ids = append(p.ids, id)
		}
		return err
	})
}

func compares(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.Compare != ThisYear })
}

// fill makes the cells of reports from their figures and from those of the year before.
func (s *Store) fill(p *reportPage, rows []Row, columns []Column) error {
	now, index := thisYear(columns)
	compares := compares(columns)
	recipes := s.recipes(now)
	f := newDenseFigures(width(recipes))
	cells := make([]Cell, len(rows)*len(columns))
	plain, was := make([]Cell, len(now)), make([]Cell, len(now))
	for i, key := range p.keys {
		row := &rows[i]
		row.Cells, cells = cells[:len(columns):len(columns)], cells[len(columns):]
		report := p.found[key]
		if err := f.expand(report.figures); err != nil {
			return fmt.Errorf("report %d: %w", row.ReportID, err)
		}
		if !compares {
			plain = row.Cells
		}
		for j := range recipes {
			plain[j] = recipes[j].cell(f)
		}
		if !compares {
			continue
		}
		last, known := p.found[key.before()]
		if err := f.expand(last.figures); err != nil {
			return fmt.Errorf("report %d: %w", last.id, err)
		}
		for j := range recipes {
			was[j] = recipes[j].cell(f)
			if !known {
				was[j] = Cell{Status: Missing}
			}
		}
		facts := &rowFacts{isReport: true, edition: row.Edition, before: last.edition, year: row.Year}
		for j := range columns {
			row.Cells[j] = comparedCell(&columns[j], facts, plain[index[j]], was[index[j]])
		}
	}
	return nil
}

func (k bodyYear) before() bodyYear { return bodyYear{k.body, k.year - 1} }

// thisYear returns the distinct columns without comparison, and for each column of
// the table the index of its own.
func thisYear(columns []Column) (plain []Column, index []int) {
	indexOf := map[string]int{}
	for _, c := range columns {
		id, _, _ := strings.Cut(c.ID, "@")
		i, known := indexOf[id]
		if !known {
			i = len(plain)
			indexOf[id] = i
			c.Compare = ThisYear
			plain = append(plain, c)
		}
		index = append(index, i)
	}
	return plain, index
}
