package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// reportPage is a page of a table whose rows are reports.
type reportPage struct {
	rows  []Row
	keys  []reportKey // by rows
	prior []int64     // reports of the year before, where they are known
	found map[reportKey]compactReport
}

func (p *reportPage) add(row Row, key reportKey) {
	row.Reports, row.Bodies, row.Year = 1, 1, key.year
	p.rows, p.keys = append(p.rows, row), append(p.keys, key)
}

// readReports reads the reports of a page and, for a comparison, those of the
// year before beside them.
func (s *Store) readReports(ctx context.Context, r *reading, page Page) ([]Row, error) {
	p := &reportPage{found: map[reportKey]compactReport{}}
	find := s.findReports
	if r.isCompact() {
		find = s.takeReports
	}
	if err := find(ctx, r, page, p); err != nil || len(p.rows) == 0 {
		return nil, err
	}
	if err := s.completeReports(ctx, p, compares(r.columns)); err != nil {
		return nil, err
	}
	p.dropReplaced()
	if err := s.nameReports(ctx, p); err != nil {
		return nil, err
	}
	return p.rows, s.fill(p, r.columns)
}

// dropReplaced leaves out reports that were replaced or taken back between two
// questions: the next answer has what is there instead.
func (p *reportPage) dropReplaced() {
	kept := 0
	for i, key := range p.keys {
		if _, there := p.found[key]; there {
			p.rows[kept], p.keys[kept] = p.rows[i], key
			kept++
		}
	}
	p.rows, p.keys = p.rows[:kept], p.keys[:kept]
}

// namedReports reads the reports of a page from store.compact.
func (s *Store) namedReports(ctx context.Context, r *reading, page Page, p *reportPage) error {
	if _, err := s.placed(ctx); err != nil {
		return err
	}
	if err := s.takeReports(ctx, r, page, p); err != nil {
		return err
	}
	return s.nameReports(ctx, p)
}

func (s *Store) nameReports(ctx context.Context, p *reportPage) error {
	bodies := make([]int64, len(p.keys))
	for i, key := range p.keys {
		bodies[i] = key.body
	}
	names, err := s.bodyNames(ctx, bodies)
	for i := range names {
		p.rows[i].Body = names[i]
	}
	return err
}

// completeReports reads the figures that are still lacking.
func (s *Store) completeReports(ctx context.Context, p *reportPage, compares bool) error {
	if len(p.found) == 0 {
		ids := slices.Clone(p.prior)
		for i := range p.rows {
			ids = append(ids, p.rows[i].ReportID)
		}
		if err := s.compactReports(ctx, `(SELECT unnest(`+listOf(ids)+`) AS report_id) USING (report_id)`, p.found); err != nil {
			return err
		}
	}
	if !compares {
		return nil
	}
	var bodies []int64
	var years []int
	for _, key := range p.keys {
		if _, known := p.found[key.before()]; !known {
			bodies, years = append(bodies, key.body), append(years, key.year-1)
		}
	}
	if len(bodies) == 0 {
		return nil
	}
	return s.compactReports(ctx, `(SELECT unnest(`+listOf(bodies)+`) AS body_id, unnest(`+listOf(years)+`) AS year) USING (body_id, year)`, p.found)
}

// findReports finds the reports of a page, in order.
func (s *Store) findReports(ctx context.Context, r *reading, page Page, p *reportPage) error {
	placed, err := s.placed(ctx)
	if err != nil {
		return err
	}
	if q := r.relation.query; len(placed.bodies) > fewBodies && len(q.Sort) > 0 && q.Sort[0].compares() {
		if whole, err := s.findCompared(ctx, r, page, p); whole || err != nil {
			return err
		}
		p.rows, p.keys, p.prior = nil, nil, nil
	}
	return s.keys(ctx, r, page, reportNames, func(rows *sql.Rows) error { return p.scan(rows) })
}

// fewBodies is up to how many bodies it does not pay to join their reports twice.
const fewBodies = 500

const reportNames = `report_id, body_id, year, edition, findings`

func (p *reportPage) scan(rows *sql.Rows, more ...any) error {
	var row Row
	var key reportKey
	err := rows.Scan(append([]any{&row.ReportID, &key.body, &key.year, &row.Edition, &row.Findings}, more...)...)
	p.add(row, key)
	return err
}

// findCompared finds the reports of a page that is ordered by a comparison
// first among those that have a report of the year before: without it they come
// last, and nearly always the page is whole before. To join the others too
// takes twice the time.
func (s *Store) findCompared(ctx context.Context, r *reading, page Page, p *reportPage) (whole bool, err error) {
	q := r.relation.query
	placed, err := s.placed(ctx)
	if err != nil {
		return false, err
	}
	order := s.keyReading(r)
	order.relation.onlyCompared = placed.beyond
	by, _, err := order.relation.sortable(q.Sort[0].Column)
	if err != nil {
		return false, err
	}
	statement, args, err := order.statement(page)
	if err != nil {
		return false, err
	}
	whole = true
	err = eachRow(ctx, s.db, strings.Replace(statement, rowColumns, reportNames+`, prior_report, `+by+` IS NOT NULL`, 1), func(rows *sql.Rows) error {
		var prior int64
		var known bool
		err := p.scan(rows, &prior, &known)
		p.prior = append(p.prior, prior)
		whole = whole && known
		return err
	}, args...)
	return whole && len(p.rows) == page.Limit, err
}

// isCompact tells whether store.compact has all that the choice and the order
// of the rows need.
func (r *reading) isCompact() bool {
	return r.choosesCompact() && !slices.ContainsFunc(r.relation.query.Sort, func(key SortKey) bool {
		return key.Column != YearColumn && key.Column != EditionColumn && key.Column != FindingsColumn
	})
}

// choosesCompact tells whether store.compact has all that the choice of the
// reports needs.
func (r *reading) choosesCompact() bool {
	q := r.relation.query
	return len(q.Statuses)+len(q.also.where)+len(r.relation.only.where) == 0 && (q.Rows != ReportRows || len(q.Conditions) == 0)
}

// takeReports reads the reports of a page, in order, with their figures.
func (s *Store) takeReports(ctx context.Context, r *reading, page Page, p *reportPage) error {
	q := r.relation.query
	var order []string
	for _, key := range q.Sort {
		order = append(order, key.term(key.Column))
	}
	where := r.compactFilter()
	where.in(`ending`, endingsOf(q.UnitKinds))
	statement := fmt.Sprintf(`SELECT `+reportNames+`, one_row, figures FROM store.compact JOIN memory.main.places ON placed = body_id%s
		ORDER BY %s LIMIT %d OFFSET %d`, where.text(), strings.Join(append(order, `place`, `year`, `report_id`), `, `), page.Limit, page.Offset)
	return eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		var c compactReport
		err := p.scan(rows, &c.oneRow, &c.figures)
		last := len(p.rows) - 1
		c.id, c.edition = p.rows[last].ReportID, p.rows[last].Edition
		p.found[p.keys[last]] = c
		return err
	}, where.args...)
}

// compactFilter is the choice of reports over store.compact, but for the kinds
// of units: these are known where the places are.
func (r *reading) compactFilter() clauses {
	q := r.relation.query
	regions := q.Regions
	q.Regions, q.UnitKinds = nil, nil
	where := q.filter()
	where.ofRegions(regions)
	return where
}

// bodyNames names bodies.
func (s *Store) bodyNames(ctx context.Context, ids []int64) ([]Body, error) {
	placed, err := s.placed(ctx)
	if err != nil {
		return nil, err
	}
	names := make([]Body, len(ids))
	for i, id := range ids {
		names[i] = placed.bodies[id]
	}
	return names, nil
}

func compares(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.Compare != ThisYear })
}

// fill makes the cells of reports of their figures and those of the year before.
func (s *Store) fill(p *reportPage, columns []Column) error {
	now, index := thisYear(columns)
	compares := compares(columns)
	recipes := s.recipes(now)
	f := newFigures(width(recipes))
	cells := make([]Cell, len(p.rows)*len(columns))
	was := make([]Cell, len(now))
	for i, key := range p.keys {
		row := &p.rows[i]
		row.Cells, cells = cells[:len(columns):len(columns)], cells[len(columns):]
		report := p.found[key]
		if err := f.expand(report.figures); err != nil {
			return fmt.Errorf("report %d: %w", row.ReportID, err)
		}
		plain := row.Cells[:len(now)]
		for j := range recipes {
			plain[j] = recipes[j].cell(f)
		}
		if !compares {
			continue
		}
		plain = slices.Clone(plain)
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
			row.Cells[j] = beside(&columns[j], facts, plain[index[j]], was[index[j]])
		}
	}
	return nil
}

func (k reportKey) before() reportKey { return reportKey{k.body, k.year - 1} }

// thisYear are the columns without comparison that a table's columns are made
// of, and for each of the table's which of them it is made of.
func thisYear(columns []Column) (plain []Column, index []int) {
	place := map[string]int{}
	for _, c := range columns {
		id, _, _ := strings.Cut(c.ID, "@")
		i, known := place[id]
		if !known {
			i = len(plain)
			place[id] = i
			c.Compare = ThisYear
			plain = append(plain, c)
		}
		index = append(index, i)
	}
	return plain, index
}
