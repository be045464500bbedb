package data

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"nianbao/data/form"
)

// plain adds up reports without the store. It maps each report to its figures by address.
type plain map[*form.Report]map[form.Key]*form.Figure

func newPlain(reports []form.Report) plain {
	p := plain{}
	for i := range reports {
		p[&reports[i]] = reports[i].Index()
	}
	return p
}

type groupKey struct {
	body Body
	year int
}

func keyOf(r *form.Report, grain Grain) groupKey {
	body, region := Body{r.Region, r.Unit}, Body{Region: r.Region}
	switch grain {
	case UnitRows:
		return groupKey{body, 0}
	case RegionRows:
		return groupKey{region, 0}
	case RegionYearRows:
		return groupKey{region, r.Year}
	case YearRows:
		return groupKey{Body{}, r.Year}
	case ItemRows:
		return groupKey{}
	}
	return groupKey{body, r.Year}
}

func plainGroups(reports []form.Report, q Query) map[groupKey][]*form.Report {
	groups := map[groupKey][]*form.Report{}
	for i := range reports {
		r := &reports[i]
		if q.FromYear != 0 && r.Year < q.FromYear || q.ToYear != 0 && r.Year > q.ToYear {
			continue
		}
		k := keyOf(r, q.Rows)
		groups[k] = append(groups[k], r)
	}
	return groups
}

// cell computes a cell by adding up figures of the reports themselves. The cell has a
// number or nothing.
func (p plain) cell(group []*form.Report, c Column, q Query) Cell {
	now := group
	if c.Slice.Year != 0 {
		now = ofYear(group, c.Slice.Year)
	}
	a, b := p.sum(now, c), Cell{Status: form.StatusBlank}
	if q.compares() || c.Compare != ThisYear {
		if both, last := p.paired(now, c, q.Rows == ReportRows); len(both) > 0 {
			a, b = p.sum(both, c), p.sum(last, c)
		}
	} else if c.Slice.Year == 0 {
		a = p.sumOfRuns(now, c)
	}
	switch {
	case c.Compare == ThisYear:
		return a
	case c.Compare == Prior:
		return b
	case !a.Status.HasValue() || !b.Status.HasValue():
		return Cell{Status: form.StatusBlank}
	case c.Compare == Points:
		x, _ := a.Rate.Share()
		y, _ := b.Rate.Share()
		return Cell{Status: form.StatusNumber, Value: form.Number(math.Round((x - y) * 1e8))}
	case c.Compare == Change:
		return Cell{Status: form.StatusNumber, Value: a.Value - b.Value}
	case b.Value <= 0, b.Value < form.Count(10) && !strings.HasSuffix(c.Measure, "/amount"):
		return Cell{Status: form.StatusNA}
	}
	return Cell{Status: form.StatusNumber, Value: form.Number(math.Round((a.Value - b.Value).Float() / b.Value.Float() * 1e8))}
}

// paired returns the reports of bodies that have a number in both years, and those of the
// year before. A single report need not have one.
func (p plain) paired(group []*form.Report, c Column, isReport bool) (now, last []*form.Report) {
	has := func(r *form.Report) bool {
		cell := p.sum([]*form.Report{r}, c)
		return cell.Status.HasValue() || cell.Rate != nil
	}
	for _, r := range group {
		for before := range p {
			if before.Region == r.Region && before.Unit == r.Unit && before.Year == r.Year-1 && comparable(&c, before.Edition, r.Edition) && (isReport || has(r) && has(before)) {
				now, last = append(now, r), append(last, before)
			}
		}
	}
	return now, last
}

// sumOfRuns is the sum over reports of several years. Of requests carried over it counts
// those of the first report of each run of consecutive years, of those carried forward
// those of the last.
func (p plain) sumOfRuns(group []*form.Report, c Column) Cell {
	has := map[groupKey]bool{}
	for _, r := range group {
		has[keyOf(r, ReportRows)] = true
	}
	var shown []*form.Report
	q := plain{}
	for _, r := range group {
		own := *r
		figures := maps.Clone(p[r])
		for k, f := range figures {
			year := map[string]int{"carried-over": r.Year - 1, "carried-forward": r.Year + 1}[k.Item]
			if year != 0 && c.IsRate() && has[groupKey{Body{r.Region, r.Unit}, year}] {
				none := *f
				none.Status, none.Value = form.StatusNumber, 0
				figures[k] = &none
			}
		}
		q[&own] = figures
		shown = append(shown, &own)
	}
	return q.sum(shown, c)
}

func ofYear(group []*form.Report, year int) []*form.Report {
	return slices.DeleteFunc(slices.Clone(group), func(r *form.Report) bool { return r.Year != year })
}

// sum adds up one measure over reports; for a rate, over those that have both parts.
func (p plain) sum(group []*form.Report, c Column) Cell {
	var n, d form.Number
	counted, year := 0, 0
	for _, r := range group {
		if c.Role == FigureColumn {
			if v, ok := p.valueOf(r, c.Key); ok {
				if c.IsStock() && year != 0 && year != r.Year {
					return Cell{Status: form.StatusNA} // stocks are not added over years
				}
				n, counted, year = n+v, counted+1, r.Year
			}
			continue
		}
		top, hasTop := p.termsOf(r, c.Metric.Numerator)
		bottom, hasBottom := p.termsOf(r, c.Metric.Denominator)
		if hasTop && (hasBottom || !c.Metric.IsRate()) {
			n, d, counted = n+top, d+bottom, counted+1
		}
	}
	cell := Cell{Status: form.StatusNumber, Value: n}
	if c.IsRate() {
		cell = Cell{Status: form.StatusNumber, Rate: &Rate{n, d}}
		if d == 0 {
			cell.Status = form.StatusNA
		}
	}
	if counted == 0 {
		return Cell{Status: form.StatusBlank}
	}
	return cell
}

func (p plain) termsOf(r *form.Report, terms []form.SignedKey) (sum form.Number, ok bool) {
	for _, term := range terms {
		v, known := p.valueOf(r, term.Key)
		if !known {
			return 0, false
		}
		if term.Minus {
			v = -v
		}
		sum += v
	}
	return sum, true
}

// valueOf is a figure of a report; a group without a row of its own is the sum of the
// leaves that have a number.
func (p plain) valueOf(r *form.Report, k form.Key) (sum form.Number, ok bool) {
	if f := p[r][k]; f != nil && f.Status.HasValue() {
		return f.Value, true
	}
	if t := form.EditionByID(r.Edition).Table(k.Table); t != nil {
		for _, leaf := range t.Members(k.Item) {
			if f := p[r][form.Key{Table: k.Table, Item: leaf.ID, Column: k.Column}]; f != nil && f.Status.HasValue() {
				sum, ok = sum+f.Value, true
			}
		}
	}
	return sum, ok
}

// cellWords writes the number of a cell; all cells without a number look the same.
func cellWords(c Cell) string {
	switch {
	case c.Rate != nil:
		return fmt.Sprint(*c.Rate)
	case c.Status.HasValue():
		return fmt.Sprint(math.Round(c.Value.Float() * 1e4))
	}
	return "none"
}
