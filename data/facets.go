package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// Facets are the values that the filter lists offer, each with the number of reports that
// it would show. A list ignores the query's choice in that list, and respects all other
// choices.
type Facets struct {
	Years     []YearFacet
	Regions   []Facet
	Units     []UnitFacet
	Editions  []Facet
	UnitKinds []KindFacet   // in the order of UnitKinds, including kinds without reports
	Statuses  []StatusFacet // reports with a figure of that status among those the query shows
	Findings  FindingsFacet
	Items     []ItemFacet // the view's items and groups in form order, or its metrics
	Kinds     []Facet     // applicant kinds in form order: reports with an application of that kind
}

// Facet is one value of a list.
type Facet struct {
	Value   string
	Reports int
}

// YearFacet is one reporting year.
type YearFacet struct {
	Year, Reports int
}

// UnitFacet is one body with the years for which it has reports.
type UnitFacet struct {
	Body
	Reports             int
	FirstYear, LastYear int
}

// KindFacet is one kind of bodies.
type KindFacet struct {
	Kind    UnitKind
	Reports int
}

// StatusFacet is one status of figures.
type StatusFacet struct {
	Status  form.Status
	Reports int
}

// FindingsFacet counts the reports with findings and those without.
type FindingsFacet struct{ With, Without int }

// ItemFacet is an item of the tree. Choosing it changes columns, not rows. Its count is
// that of the reports with a number other than 0 in it.
type ItemFacet struct {
	ID      string // of the item, or of the metric
	Group   string // id of the group it belongs to, "" if none
	Name    form.Words
	Reports int
}

// ChosenUnits returns those of Units that the query names, or all if it names none.
func (f *Facets) ChosenUnits(q Query) []UnitFacet {
	if len(q.Units) == 0 {
		return f.Units
	}
	chosen := map[Body]bool{}
	for _, b := range q.Units {
		chosen[b] = true
	}
	return slices.DeleteFunc(slices.Clone(f.Units), func(u UnitFacet) bool { return !chosen[u.Body] })
}

// FacetList is one of the lists of Facets, or several that one pass fills.
type FacetList int

// The lists.
const (
	YearList FacetList = iota
	RegionList
	EditionList
	UnitList
	UnitKindList
	FindingsList
	ItemList   // with the applicant kinds
	StatusList // of figures
)

// FacetLists returns all lists.
func FacetLists() []FacetList {
	return []FacetList{YearList, RegionList, EditionList, UnitList, UnitKindList, FindingsList, ItemList, StatusList}
}

// Facets returns the values of the filter lists for a query: of all lists, or of the
// given ones, since each costs as much as a page of rows.
func (s *Store) Facets(ctx context.Context, q Query, only ...FacetList) (*Facets, error) {
	q, err := s.conditioned(q)
	if err != nil {
		return nil, fmt.Errorf("list the filters' values: %w", err)
	}
	f := &Facets{}
	if len(only) == 0 {
		only = FacetLists()
	}
	failed := make(chan error, len(only))
	for _, list := range only { // each fills its own list
		go func() { failed <- s.facets(list)(ctx, q, f) }()
	}
	for range only {
		if e := <-failed; err == nil {
			err = e
		}
	}
	if err != nil {
		return nil, fmt.Errorf("list the filters' values: %w", err)
	}
	return f, nil
}

func (s *Store) facets(list FacetList) func(context.Context, Query, *Facets) error {
	switch list {
	case YearList:
		return s.yearFacets
	case RegionList:
		return s.regionFacets
	case EditionList:
		return s.editionFacets
	case UnitList:
		return s.unitFacets
	case UnitKindList:
		return s.unitKindFacets
	case FindingsList:
		return s.findingsFacet
	case StatusList:
		return s.statusFacets
	}
	return s.itemFacets
}

func (s *Store) yearFacets(ctx context.Context, q Query, f *Facets) error {
	q.FromYear, q.ToYear = 0, 0
	where := s.filter(q)
	return eachRow(ctx, s.db, `SELECT year, count(*)`+where.from()+` GROUP BY 1 ORDER BY 1`, func(rows *sql.Rows) error {
		var y YearFacet
		err := rows.Scan(&y.Year, &y.Reports)
		f.Years = append(f.Years, y)
		return err
	}, where.args...)
}

func (s *Store) regionFacets(ctx context.Context, q Query, f *Facets) error {
	q.Regions = nil
	return s.list(ctx, q, `region`, &f.Regions)
}

func (s *Store) editionFacets(ctx context.Context, q Query, f *Facets) error {
	q.Editions = nil
	return s.list(ctx, q, `edition`, &f.Editions)
}

func (s *Store) list(ctx context.Context, q Query, column string, list *[]Facet) error {
	where := s.filter(q)
	return eachRow(ctx, s.db, `SELECT `+column+`, count(*)`+where.from()+` GROUP BY 1 ORDER BY 1`, func(rows *sql.Rows) error {
		var f Facet
		err := rows.Scan(&f.Value, &f.Reports)
		*list = append(*list, f)
		return err
	}, where.args...)
}

func (s *Store) unitFacets(ctx context.Context, q Query, f *Facets) error {
	q.Units = nil
	where := s.filter(q)
	return eachRow(ctx, s.db, `SELECT region, unit, reports, first_year, last_year FROM store.bodies JOIN
		(SELECT body_id, count(*) AS reports, min(year) AS first_year, max(year) AS last_year`+where.from()+` GROUP BY body_id) USING (body_id) ORDER BY 1, 2`,
		func(rows *sql.Rows) error {
			var u UnitFacet
			err := rows.Scan(&u.Region, &u.Unit, &u.Reports, &u.FirstYear, &u.LastYear)
			f.Units = append(f.Units, u)
			return err
		}, where.args...)
}

func (s *Store) unitKindFacets(ctx context.Context, q Query, f *Facets) error {
	q.UnitKinds = nil
	where := s.filter(q)
	reports := map[UnitKind]int{}
	err := eachRow(ctx, s.db, `SELECT `+unitEndingSQL()+`, CAST(sum(reports) AS BIGINT) FROM store.bodies JOIN
		(SELECT body_id, count(*) AS reports`+where.from()+` GROUP BY body_id) USING (body_id) GROUP BY 1`, func(rows *sql.Rows) error {
		var ending string
		var n int
		err := rows.Scan(&ending, &n)
		reports[KindOf(ending)] += n
		return err
	}, where.args...)
	for _, kind := range UnitKinds() {
		f.UnitKinds = append(f.UnitKinds, KindFacet{kind, reports[kind]})
	}
	return err
}

func (s *Store) findingsFacet(ctx context.Context, q Query, f *Facets) error {
	q.WithFindings = false
	where := s.filter(q)
	var all int
	err := s.db.QueryRowContext(ctx, `SELECT count(*), count(CASE WHEN report_id IN (SELECT report_id FROM store.findings) THEN 1 END)`+where.from(), where.args...).
		Scan(&all, &f.Findings.With)
	f.Findings.Without = all - f.Findings.With
	return duckdbError(err)
}

// itemFacets counts the reports with a number in each item and applicant kind.
func (s *Store) itemFacets(ctx context.Context, q Query, f *Facets) error {
	f.Items = q.itemFacets()
	var list []string
	for _, item := range f.Items {
		list = append(list, s.holds(q, item.ID))
	}
	for _, kind := range allKinds() {
		f.Kinds = append(f.Kinds, Facet{Value: kind})
		name, _ := s.columns.name(form.Key{Table: form.ApplicationsTable, Item: "received", Column: kind})
		list = append(list, name+` <> 0`)
	}
	var targets []any
	for i := range f.Items {
		targets = append(targets, &f.Items[i].Reports)
	}
	for i := range f.Kinds {
		targets = append(targets, &f.Kinds[i].Reports)
	}
	return s.countWhere(ctx, s.filter(q), list, targets)
}

func (s *Store) statusFacets(ctx context.Context, q Query, f *Facets) error {
	var list []string
	var targets []any
	for _, status := range form.Statuses() {
		f.Statuses = append(f.Statuses, StatusFacet{Status: status})
		q.Statuses = []form.Status{status}
		list = append(list, s.hasStatus(q))
	}
	for i := range f.Statuses {
		targets = append(targets, &f.Statuses[i].Reports)
	}
	q.Statuses = nil
	return s.countWhere(ctx, s.filter(q), list, targets)
}

// countWhere counts the reports that fulfil each condition.
func (s *Store) countWhere(ctx context.Context, where clauses, conditions []string, targets []any) error {
	if len(conditions) == 0 {
		return nil
	}
	for i, condition := range conditions {
		conditions[i] = `count(CASE WHEN ` + condition + ` THEN 1 END)`
	}
	return duckdbError(s.db.QueryRowContext(ctx, `SELECT `+strings.Join(conditions, `, `)+where.from(), where.args...).Scan(targets...))
}

// itemFacets are the items or metrics that the view has, none of them chosen.
func (q Query) itemFacets() []ItemFacet {
	q.Items, q.Kinds, q.Across = nil, nil, MeasureAxis
	var list []ItemFacet
	for _, c := range q.measures() {
		if c.Role == MetricColumn {
			list = append(list, ItemFacet{ID: c.Metric.ID, Name: c.Title})
			continue
		}
		_, it, _, _ := form.Describe(c.Key)
		if n := len(list); n == 0 || list[n-1].ID != it.ID {
			list = append(list, ItemFacet{ID: it.ID, Group: it.Group, Name: it.Name()})
		}
	}
	return list
}

// holds is the condition that a report has a number other than 0 for an item or
// metric.
func (s *Store) holds(q Query, id string) string {
	q.Items, q.Kinds, q.Across = []string{id}, nil, MeasureAxis
	var any []string
	for _, c := range q.measures() {
		terms := c.terms(s.columns.field)
		any = append(any, `coalesce(`+terms[0]+`, 0) <> 0`)
	}
	return strings.Join(any, ` OR `)
}
