package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"nianbao/data/form"
)

// RollUp (汇总) is the sum of the reports of one year, in the form of a report. It
// satisfies every identity that all of these reports satisfy, so it can be checked like a
// report.
type RollUp struct {
	// Report has the sums in form order. A figure without a number in any report is
	// blank; one with a number in only some of them is their sum. Unit is empty; Region
	// is the region of all bodies, if they are in the same one.
	Report       form.Report
	Counted      map[form.Key]int // for each figure, the number of reports in which it is a number
	Bodies       []Body           // bodies whose reports are added
	Reports      []form.Report    // their reports, in the same order, once ReadReports has read them
	NoReport     []Body           // bodies that are expected to report and have no report of this year
	OtherEdition []Body           // bodies whose reports follow another edition and are not added
	Parents      []Body           // bodies whose reports contain those of others; not added, since they count those already
	Whole        *form.Report     // the region's own report of the year, nil if there is none
	ids          []int64          // of the reports of Bodies
}

// RollUp adds up the reports of the bodies that a query chooses, for the last year of its
// range. A place chosen alone, whose report contains others, stands for the bodies below
// it. It returns ErrUnknownReport if there are no reports.
func (s *Store) RollUp(ctx context.Context, q Query) (*RollUp, error) {
	r, err := s.rollUp(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("roll up %d: %w", q.ToYear, err)
	}
	return r, nil
}

func (s *Store) rollUp(ctx context.Context, q Query) (*RollUp, error) {
	r := &RollUp{Report: form.Report{Year: q.ToYear}, Counted: map[form.Key]int{}}
	q.FromYear = q.ToYear
	q, _, err := s.Reports(q)
	if err != nil {
		return nil, err
	}
	if q.Units, err = s.belowPlace(ctx, q); err != nil {
		return nil, err
	}
	all := q
	all.FromYear, all.ToYear = 0, 0
	expected, err := s.ExpectedUnits(ctx, all)
	if err != nil {
		return nil, err
	}
	if err := s.divide(ctx, r, q, expected); err != nil {
		return nil, err
	}
	if err := s.readWhole(ctx, r); err != nil {
		return nil, err
	}
	return r, s.addUp(ctx, r)
}

// mostBodies is the largest number of bodies in a roll-up: more than the country has.
const mostBodies = 1_000_000

// belowPlace returns the bodies below the only unit that a query chooses, if its report of
// the year contains theirs; else the query's own units. Bodies below that have not
// reported are among them.
func (s *Store) belowPlace(ctx context.Context, q Query) ([]Body, error) {
	if len(q.Units) != 1 {
		return q.Units, nil
	}
	place, below := q.Units[0], []Body{}
	err := eachRow(ctx, s.db, `SELECT p.region, p.unit FROM store.contains c JOIN store.wide w ON w.report_id = c.report_id
		JOIN store.wide p ON p.report_id = c.part_id WHERE c.direct AND w.region = ? AND w.unit = ? AND w.year = ? ORDER BY p.region, p.unit`, func(rows *sql.Rows) error {
		var b Body
		err := rows.Scan(&b.Region, &b.Unit)
		below = append(below, b)
		return err
	}, place.Region, place.Unit, q.ToYear)
	if err != nil || len(below) == 0 {
		return q.Units, err
	}
	register, err := s.Register(ctx)
	if err != nil {
		return nil, err
	}
	id := 0
	for _, b := range register {
		if b.Body == place {
			id = b.ID
		}
	}
	for _, b := range register {
		if b.Body != place && (b.Parent == id || b.Parent == 0 && b.path() == place.String()) && !slices.Contains(below, b.Body) {
			below = append(below, b.Body)
		}
	}
	return below, nil
}

// divide reads the year's reports and sorts their bodies into Bodies, OtherEdition and
// Parents; expected bodies without a report are in NoReport.
func (s *Store) divide(ctx context.Context, r *RollUp, q Query, expected []UnitFacet) error {
	q.View = Measures
	rows, err := s.Rows(ctx, q, Page{Limit: mostBodies})
	if err != nil {
		return err
	}
	apart, err := s.WithoutWholes(ctx, q)
	if err != nil {
		return err
	}
	parts, err := s.Rows(ctx, apart, Page{Limit: mostBodies})
	if err != nil {
		return err
	}
	if len(parts) == 0 {
		return ErrUnknownReport
	}
	r.Report.Edition = mostUsedEdition(r.Report.Year, parts)
	isPart := map[int64]bool{}
	for _, row := range parts {
		isPart[row.ReportID] = true
	}
	places, reported := map[string]bool{}, map[Body]bool{}
	for _, row := range rows {
		reported[row.Body], places[row.Body.path()] = true, true
		switch {
		case !isPart[row.ReportID]:
			r.Parents = append(r.Parents, row.Body)
		case row.Edition != r.Report.Edition:
			r.OtherEdition = append(r.OtherEdition, row.Body)
		default:
			r.ids = append(r.ids, row.ReportID)
			r.Bodies = append(r.Bodies, row.Body)
		}
	}
	for _, u := range expected {
		if !reported[u.Body] && !places[u.Body.String()] {
			r.NoReport = append(r.NoReport, u.Body)
		}
	}
	r.Report.Region = commonPlace(r.Bodies)
	return nil
}

// mostUsedEdition is the edition of most reports, that of the year if there is a tie.
func mostUsedEdition(year int, rows []Row) string {
	editions, most := map[string]int{}, ""
	for _, row := range rows {
		editions[row.Edition]++
	}
	if e := form.EditionOf(year); e != nil {
		most = e.ID
	}
	for _, e := range form.Editions() {
		if editions[e.ID] > editions[most] {
			most = e.ID
		}
	}
	return most
}

// commonPlace is the place in which all bodies lie, "" if they are in several. The body
// that has the place's own name is its own office.
func commonPlace(bodies []Body) string {
	for _, place := range []string{bodies[0].path(), bodies[0].String()} {
		if !slices.ContainsFunc(bodies, func(b Body) bool { return b.path() != place && b.String() != place }) {
			return place
		}
	}
	return ""
}

// addUp fills in the sums.
func (s *Store) addUp(ctx context.Context, r *RollUp) error {
	edition := form.EditionByID(r.Report.Edition)
	if edition == nil {
		return fmt.Errorf("no edition %q", r.Report.Edition)
	}
	q := Query{View: Everything, Kinds: allKinds(), FromYear: r.Report.Year, ToYear: r.Report.Year, Units: r.Bodies, Editions: []string{edition.ID}}
	q, err := s.bounded(ctx, q)
	if err != nil {
		return err
	}
	_, totals, err := s.totals(ctx, q)
	if err != nil {
		return err
	}
	sums := map[form.Key]form.Figure{}
	for i, c := range q.Columns() {
		f := form.Figure{Key: c.Key, Status: form.StatusBlank}
		if t := totals[i]; t.Counted > 0 && t.TooLarge {
			f.Status = form.StatusText // too large for a Number
		} else if t.Counted > 0 {
			f.Status, f.Value = form.StatusNumber, t.Value
		}
		sums[c.Key], r.Counted[c.Key] = f, totals[i].Counted
	}
	oneRow, err := s.printsOneRow(ctx, r.ids)
	if err != nil {
		return err
	}
	for _, section := range edition.Layout(oneRow) {
		for _, p := range section.Cells {
			if f, known := sums[p.Key]; known && p.Kind == form.FigureCell {
				r.Report.Figures = append(r.Report.Figures, f)
			}
		}
	}
	return nil
}

// printsOneRow reports whether one of the reports has a number for （六）其他处理 as one row.
// Then the sums have that row too, because their parts would leave it out.
func (s *Store) printsOneRow(ctx context.Context, ids []int64) (bool, error) {
	var positions []int64
	for position, k := range s.columns.keys {
		if k.Table == form.ApplicationsTable && k.Item == form.OtherItem {
			positions = append(positions, int64(position))
		}
	}
	var found bool
	err := s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM store.figures WHERE position IN `+idList(positions)+` AND status IN ('number', 'noted') AND report_id IN `+idList(ids)+`)`).Scan(&found)
	return found, duckdbError(err)
}
