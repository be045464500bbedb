package data

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/data/form"
)

// someReports are invented reports of six bodies in three regions, with some years
// missing, and the published ones.
func someReports(t testing.TB) []form.Report {
	var reports []form.Report
	for i, body := range []int{0, 1, 2, 40, 41, 80} {
		for year := range 6 {
			if (body+year)%5 != 3 || i == 0 {
				reports = append(reports, synthetic(body*10+year))
			}
		}
	}
	for _, name := range realNames() {
		reports = append(reports, realReport(t, name))
	}
	return reports
}

func TestSumsOverReportsAgreeWithPlainAddition(t *testing.T) {
	s, reports := openSome(t), someReports(t)
	p := newPlain(reports)
	some := []string{"received", "disclosure-rate", "other-rate", "reconsideration-correction", "litigation-correction", "licence", "penalty", "coercion"} // one of each kind of sum
	for _, view := range []View{Enforcement, Measures, Everything} {
		for _, grain := range []Grain{UnitRows, RegionRows, RegionYearRows, YearRows, ReportRows} {
			for _, axis := range Axes() {
				if view != Everything {
					checkGrain(t, s, reports, p, Query{View: view, Rows: grain, Across: axis, Items: some})
					checkGrain(t, s, reports, p, Query{View: view, Rows: grain, Across: axis, Items: some, Compare: true})
				}
			}
			checkGrain(t, s, reports, p, Query{View: view, Rows: grain, Compare: true, FromYear: 2021, ToYear: 2021})
			if view != Everything || grain == UnitRows {
				checkGrain(t, s, reports, p, Query{View: view, Rows: grain, Compare: true, FromYear: 2020, ToYear: 2022, Across: YearAxis})
			}
		}
	}
}

func checkGrain(t *testing.T, s *Store, reports []form.Report, p plain, q Query) {
	t.Helper()
	table, err := s.Table(t.Context(), q, Page{Limit: 10_000})
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	name := fmt.Sprintf("%s by %s across %s compare %v %d–%d", q.View, q.Rows, q.Across, q.Compare, q.FromYear, q.ToYear)
	groups := plainGroups(reports, q)
	if len(table.Rows) != len(groups) || table.Count != len(groups) || len(table.Total) != len(table.Columns) {
		t.Fatalf("%s: %d rows, counted %d, want %d", name, len(table.Rows), table.Count, len(groups))
	}
	for _, row := range table.Rows {
		group, known := groups[groupKey{row.Body, row.Year}]
		if !known {
			t.Fatalf("%s: a row of %v %d", name, row.Body, row.Year)
		}
		if row.Reports != len(group) {
			t.Errorf("%s: %v %d sums up %d reports, want %d", name, row.Body, row.Year, row.Reports, len(group))
		}
		for i, c := range table.Columns {
			if got, want := cellWords(row.Cells[i]), cellWords(p.cell(group, c, q, row.Year)); got != want {
				t.Errorf("%s: %v %d %s is %s, want %s", name, row.Body, row.Year, c.ID, got, want)
			}
		}
	}
}

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
func (p plain) cell(group []*form.Report, c Column, q Query, year int) Cell {
	now := group
	if c.Slice.Year != 0 {
		year = c.Slice.Year
		now = ofYear(group, year)
	}
	if year == 0 {
		year = q.ToYear
	}
	var was []*form.Report
	for r := range p {
		if r.Year == year-1 && keyOf(r, q.Rows).body == keyOf(group[0], q.Rows).body {
			was = append(was, r)
		}
	}
	a, b := p.sum(now, c), p.sum(was, c)
	if e, f := form.EditionOf(year), form.EditionOf(year-1); e != nil && f != nil && !comparable(&c, e.ID, f.ID) {
		b = Cell{Status: form.StatusBlank}
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
		ok = ok || known
		if term.Minus {
			v = -v
		}
		sum += v
	}
	return sum, ok
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

func TestItemsAsRowsHoldTheSameSums(t *testing.T) {
	s, reports := openSome(t), someReports(t)
	for _, view := range Views() {
		for _, axis := range Axes() {
			q := Query{View: view, Rows: ItemRows, Across: axis, Compare: axis == YearAxis}
			table := answer(t, s, q)
			rows, err := s.Rows(t.Context(), q, Page{Limit: 1000})
			if err != nil || len(rows) != table.Count || table.Total != nil || len(rows) != len(q.measures()) {
				t.Fatalf("%s across %s: %d rows of %d, %v", view, axis, len(rows), table.Count, err)
			}
			for _, row := range rows {
				checkItem(t, newPlain(reports), table, row)
			}
		}
	}
}

func checkItem(t *testing.T, p plain, table *Table, row Row) {
	t.Helper()
	var all []*form.Report
	for r := range p {
		all = append(all, r)
	}
	for i, c := range table.Columns {
		part, ok := row.Measure.sliced(c.Slice)
		if !ok || !suits(c.Compare, part) {
			if row.Cells[i].Status != Missing {
				t.Errorf("%s %s: %+v", row.Measure.ID, c.ID, row.Cells[i])
			}
			continue
		}
		want := p.cell(all, part.compared(c.Compare), Query{Rows: ItemRows}, 0)
		if got, want := cellWords(row.Cells[i]), cellWords(want); got != want {
			t.Errorf("%s %s is %s, want %s", row.Measure.ID, c.ID, got, want)
		}
	}
}

func TestSingleFiguresAreThoseOfTheReports(t *testing.T) {
	s, reports := openSome(t), someReports(t)
	rows, err := s.Rows(t.Context(), Query{Rows: FigureRows, Kinds: allKinds()}, Page{Limit: 100_000})
	if err != nil {
		t.Fatal(err)
	}
	printed := map[string]form.Figure{}
	for _, r := range reports {
		for _, f := range r.Figures {
			printed[fmt.Sprint(r.Region, r.Unit, r.Year, f.Key)] = f
		}
	}
	for _, row := range rows {
		name := fmt.Sprint(row.Body.Region, row.Body.Unit, row.Year, row.Measure.Key)
		f, known := printed[name]
		if !known || f.Status != row.Cells[0].Status || f.Value != row.Cells[0].Value || f.Raw != row.Cells[0].Raw || f.Source != row.Place {
			t.Fatalf("%s: %+v %v, want %+v", name, row.Cells[0], row.Place, f)
		}
		delete(printed, name)
	}
	if len(printed) > 0 {
		t.Errorf("%d figures are not there", len(printed))
	}
	if table := answer(t, s, Query{Rows: FigureRows, Kinds: allKinds()}); table.Count != len(rows) {
		t.Errorf("counted %d of %d", table.Count, len(rows))
	}
}

func TestAComparisonSaysWhyItIsEmpty(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022, penalty, "0"), town(t, "甲镇", 2023, penalty, "7"), town(t, "甲镇", 2024, penalty, "14"), town(t, "甲镇", 2025, penalty, "14"),
		town(t, "甲镇", 2026, penalty, ""), town(t, "甲镇", 2027, penalty, "3"), town(t, "甲镇", 2028, penalty, "30"))
	q := Query{View: Enforcement, Items: []string{"penalty"}, Compare: true}
	want := `2022: 0 | missing no-prior | missing no-prior | missing no-prior
2023: 7 | 0 | 7 | na base-zero
2024: 14 | 7 | 7 | na small-base
2025: 14 | 14 | 0 unvaried | 0 unvaried
2026: blank | 14 | blank | blank
2027: 3 | blank prior-blank | blank prior-blank | blank prior-blank
2028: 30 | 3 | 27 | na small-base
`
	if got := comparisonsOf(answer(t, s, q)); got != want {
		t.Errorf("got\n%s", got)
	}
	q.Rows = UnitRows
	q.Across = YearAxis
	if got := cellText(answer(t, s, q).Rows[0].Cells[11]); got != "na small-base" { // 2024: 同比
		t.Errorf("across the years: %s", got)
	}
}

func comparisonsOf(table *Table) string {
	var b strings.Builder
	for _, row := range table.Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, cellText(c))
		}
		fmt.Fprintf(&b, "%d: %s\n", row.Year, strings.Join(cells, " | "))
	}
	return b.String()
}

func cellText(c Cell) string {
	text := string(c.Status)
	if c.Status.HasValue() {
		text = c.Value.String()
	}
	return strings.TrimSpace(text + " " + string(c.Note))
}

func TestNothingIsComparedAcrossASeamThatDiffers(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "pingtan_2019"), realReport(t, "pingtan_2020"), realReport(t, "pingtan_2021"), realReport(t, "pingtan_2022"))
	for _, q := range []Query{{}, {Rows: YearRows}, {Rows: UnitRows, Across: YearAxis}} {
		q.Compare = true
		table := answer(t, s, q)
		for _, row := range table.Rows {
			for i, c := range table.Columns {
				if year := max(row.Year, c.Slice.Year); c.Compare != ThisYear && year == 2021 && len(seamYears(&c)) > 0 && row.Cells[i].Note != NotComparable {
					t.Errorf("%s %d: %+v", c.ID, year, row.Cells[i])
				}
				if c.Compare == Prior && row.Cells[i].Status.HasValue() && max(row.Year, c.Slice.Year) == 2021 && len(seamYears(&c)) > 0 {
					t.Errorf("%s shows last year's %+v", c.ID, row.Cells[i])
				}
			}
		}
	}
}

func TestColumnsOfComparisonSort(t *testing.T) {
	s := openSome(t)
	for _, view := range []View{Enforcement, Measures} {
		for _, q := range []Query{{View: view, Compare: true}, {View: view, Rows: RegionRows, Across: YearAxis, Compare: true, FromYear: 2022, ToYear: 2023}, {View: view, Rows: ItemRows, Across: YearAxis, Compare: true}} {
			table := answer(t, s, q)
			for i, c := range table.Columns {
				if q.Rows == RegionRows && i%3 != 0 {
					continue // a third of the combinations still covers each year and each kind of column
				}
				sorted := table.Query
				if i > 0 {
					sorted = narrowed(sorted, c)
				}
				sorted.Sort = []SortKey{{Column: c.ID, Descending: true}}
				rows, err := s.Rows(t.Context(), sorted, Page{Limit: 1000})
				if err != nil || len(rows) != table.Count {
					t.Fatalf("%s: %d rows, %v", c.ID, len(rows), err)
				}
				at := slices.IndexFunc(sorted.Columns(), func(have Column) bool { return have.ID == c.ID })
				if !slices.IsSortedFunc(rows, func(a, b Row) int { return compareCells(a.Cells[at], b.Cells[at], true) }) {
					t.Errorf("%s is not in order", c.ID)
				}
			}
		}
	}
}

func TestConditionsKeepTheRowsThatFulfilThem(t *testing.T) {
	s := openSome(t)
	for _, q := range []Query{{View: Applications, Compare: true}, {View: Measures, Compare: true}, {View: Measures, Rows: UnitRows}, {View: Refusals, Rows: RegionRows, Across: YearAxis}, {View: Outcomes, Rows: ItemRows, Across: YearAxis}} {
		table, err := s.Table(t.Context(), q, Page{Limit: 1000})
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range table.Columns {
			for _, test := range Tests() {
				if (i+len(test))%4 != 0 {
					continue // each test is tried on some columns, and each column with some tests
				}
				condition := Condition{Column: c.ID, Is: test, Value: form.Count(12), Upper: form.Count(40)}
				chosen := q
				if i > 0 {
					chosen = narrowed(q, c)
				}
				chosen.Conditions = []Condition{condition}
				rows, err := s.Rows(t.Context(), chosen, Page{Limit: 1000})
				if err != nil {
					t.Fatal(err)
				}
				got := len(rows)
				if i == 0 {
					got = answer(t, s, chosen).Count
				}
				want := 0
				for _, row := range table.Rows {
					if condition.holds(row.Cells[i]) {
						want++
					}
				}
				loose := c.Compare != ThisYear || q.Rows != ReportRows // SQL does not tell why a sum is empty
				if got != want && (test.HasOperand() || !loose) {
					t.Errorf("%s %s %s: %d rows, want %d", q.Rows, c.ID, test, got, want)
				}
			}
		}
	}
	_, err := s.Rows(t.Context(), Query{Conditions: []Condition{{Column: "x", Is: Above}}}, Page{})
	if !errors.Is(err, ErrUnknownColumn) {
		t.Errorf("got %v", err)
	}
	_, err = s.Rows(t.Context(), Query{Conditions: []Condition{{Column: penalty, Is: "1=1 OR"}}}, Page{})
	if !errors.Is(err, ErrUnknownTest) {
		t.Errorf("got %v", err)
	}
}
