package data

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
)

// fewRegions is the largest number of regions that are all summed up for a page.
const fewRegions = 200

// groupName names a row that sums up reports.
type groupName struct {
	body   int64
	region string
	year   int
}

// groupSums are the sums of some of a row's reports: of one year if a part needs the
// year, else of all.
type groupSums struct {
	key               groupName // its year is that of the reports
	shift             shift
	edition, last     string // smallest and largest
	findings, reports int
	years             int64 // a bit for each year
	values            []sum // by relation.partials
}

// readGroups reads a page of rows that sum up reports. DuckDB orders and chooses the
// rows. Go distributes the sums over the columns, so that one sum for each year is read
// instead of one for each column.
func (s *Store) readGroups(ctx context.Context, q Query, columns []Column, page Page) ([]Row, error) {
	directory, err := s.directory(ctx)
	if err != nil {
		return nil, err
	}
	order, known, err := s.groupOrder(ctx, q, page, directory)
	if err != nil || known && len(order) == 0 {
		return nil, err
	}
	r := s.newColumnQuery(q, columns)
	if q.Rows == UnitRows || known && len(order) < len(directory.regions) {
		r.relation.among(order)
	}
	var bodies <-chan regionBodies
	if q.Rows == RegionRows {
		bodies = s.regionBodies(ctx, r.relation, directory)
	}
	sums := s.readGroupSums
	if q.Rows == UnitRows && q.byDimensions() && !q.comparing() && !r.relation.hasRuns {
		sums = s.unitSums
	}
	found, err := sums(ctx, r)
	var counted regionBodies
	if bodies != nil {
		if counted = <-bodies; err == nil {
			err = counted.err
		}
	}
	if err != nil {
		return nil, err
	}
	rows := map[groupName]*Row{}
	for key, list := range found {
		if row := r.groupRow(key, list); row != nil {
			rows[key] = row
		}
	}
	if !known {
		order = page.of(rows)
	}
	return orderGroups(order, rows, directory, counted.bodies), nil
}

// groupOrder names the rows of a page in order. known is false if there are so few rows
// that all of them are read; they are then ordered by their names.
func (s *Store) groupOrder(ctx context.Context, q Query, page Page, directory *bodyDirectory) (order []groupName, known bool, err error) {
	few := q.Rows == YearRows || q.Rows == ItemRows || q.Rows != UnitRows && len(directory.regions) <= fewRegions
	switch plain := len(q.Sort)+len(q.Conditions) == 0; {
	case plain && few:
		return nil, false, nil
	case plain && (q.Rows == UnitRows || q.Rows == RegionRows) && q.choosesAll():
		return page.names(directory, q), true, nil
	}
	names := `body_id, region, year`
	if q.Rows == UnitRows {
		names = `body_id, '', year`
	}
	err = s.keys(ctx, q, page, names, func(rows *sql.Rows) error {
		var key groupName
		err := rows.Scan(&key.body, &key.region, &key.year)
		order = append(order, key)
		return err
	})
	return order, true, err
}

// names returns the names of a page of units or regions, if all their reports are chosen.
// Finding them in store.wide would take half as long again as the whole page.
func (p Page) names(directory *bodyDirectory, q Query) []groupName {
	var order []groupName
	chosen := func(region string) bool { return len(q.Regions) == 0 || slices.Contains(q.Regions, region) }
	if q.Rows == RegionRows {
		for _, region := range directory.regions {
			if chosen(region) {
				order = append(order, groupName{region: region})
			}
		}
		return paged(order, p)
	}
	for _, id := range directory.units {
		if chosen(directory.bodies[id].Region) {
			order = append(order, groupName{body: id})
		}
	}
	return paged(order, p)
}

// among restricts the relation to the named rows.
func (r *relation) among(order []groupName) {
	r.query.Sort, r.query.Conditions = nil, nil
	switch r.query.Rows {
	case UnitRows:
		r.query.Units, r.query.Regions, r.query.UnitKinds = nil, nil, nil
		bodies := make([]int64, len(order))
		for i, key := range order {
			bodies[i] = key.body
		}
		r.only.and(among(`body_id`, bodies))
	case RegionRows, RegionYearRows:
		r.query.Regions = nil
		var regions []string
		for _, key := range order {
			if !slices.Contains(regions, key.region) {
				regions = append(regions, key.region)
			}
		}
		r.only.ofRegions(regions)
	}
}

// groupRow distributes the sums over the columns. It returns nil if all of them are of
// the year before.
func (r *columnQuery) groupRow(key groupName, list []groupSums) *Row {
	row := &Row{Body: Body{Region: key.region}, Year: key.year, Cells: make([]Cell, len(r.columns))}
	facts := rowFacts{query: r.relation.query}
	var before string
	var years int64
	for i := range list {
		sum := &list[i]
		years |= sum.years
		if sum.shift != ownYear {
			if r.relation.shifts() && sum.shift == yearAhead {
				before = max(before, sum.last)
			}
			continue
		}
		row.Reports, row.Findings = row.Reports+sum.reports, row.Findings+sum.findings
		if key.year != 0 && sum.edition == sum.last {
			row.Edition = sum.edition
		}
	}
	if row.Reports == 0 {
		return nil
	}
	switch {
	case r.relation.query.Rows == UnitRows:
		row.Bodies = 1
	case key.year != 0: // a body has one report for each year
		row.Bodies = row.Reports
	}
	facts.take(row, before, years)
	var parts [4]sum
	for i := range r.columns {
		p := parts[:0]
		for _, part := range r.of[i] {
			p = append(p, r.relation.parts[part].value(list))
		}
		row.Cells[i] = compose(&r.columns[i], p, &facts)
	}
	return row
}

// value is a part's number in a row.
func (p *part) value(list []groupSums) sum {
	if p.sum == "" {
		return sum{}
	}
	total := p.within(p.scope, list)
	if !total.known && p.unpaired != nil {
		total = p.within(*p.unpaired, list)
	}
	return total
}

// within is the sum of the reports that count.
func (p *part) within(c scope, list []groupSums) (total sum) {
	var year int
	for i := range list {
		of := &list[i]
		value := of.values[p.partial]
		if !value.known || !c.holds(of) {
			continue
		}
		if p.stock && total.known && of.key.year != year {
			return sum{}
		}
		total, year = total.plus(value), of.key.year
	}
	return total
}

// holds reports whether the sums are of reports that count.
func (c scope) holds(sum *groupSums) bool {
	return (c.year == 0 || sum.key.year == c.year) && (c.when == anyShift || sum.shift == c.when) && !slices.Contains(c.not, sum.key.year)
}

// of returns the names of a page of rows, in their own order.
func (p Page) of(rows map[groupName]*Row) []groupName {
	var order []groupName
	for key := range rows {
		order = append(order, key)
	}
	slices.SortFunc(order, func(a, b groupName) int {
		return cmp.Or(strings.Compare(a.region, b.region), cmp.Compare(a.year, b.year))
	})
	return paged(order, p)
}

// orderGroups orders the rows and names them.
func orderGroups(order []groupName, rows map[groupName]*Row, directory *bodyDirectory, bodies map[string]int) []Row {
	var list []Row
	for _, key := range order {
		row := rows[key]
		if row == nil {
			continue // its import was undone between the two queries
		}
		if bodies != nil {
			row.Bodies = bodies[key.region]
		}
		if key.body != 0 {
			row.Body = directory.bodies[key.body]
		}
		list = append(list, *row)
	}
	return list
}
