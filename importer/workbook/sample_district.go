package workbook

import (
	"math/rand/v2"

	"nianbao/data/form"
)

// The synthetic district: invented towns with invented figures in which all
// identities hold, until plantMistakes breaks a few of them.
const (
	districtRegion    = "示例市示例区"
	districtFirstYear = 2019
	districtLastYear  = 2024
	districtRemark    = "（合成示例数据，非真实报告）"
)

// town is an invented town: its size determines the number of requests, its penalties the
// enforcement figures; both grow by a factor each year.
type town struct {
	name, agency string
	requests     float64
	penalties    float64
	growth       float64
}

func districtTowns() []town {
	return []town{
		{"青禾镇", "青禾镇人民政府", 34, 860, 1.09},
		{"石桥镇", "石桥镇人民政府", 18, 420, 1.04},
		{"柳溪镇", "柳溪镇人民政府", 9, 150, 1.12},
		{"东篱镇", "东篱镇人民政府", 26, 510, 0.97},
		{"云岭乡", "云岭乡人民政府", 5, 40, 1.02},
		{"白沙乡", "白沙乡人民政府", 7, 65, 1.06},
		{"望湖街道", "望湖街道办事处", 61, 1900, 1.15},
		{"南浦街道", "南浦街道办事处", 47, 1240, 1.03},
	}
}

// districtReports returns the reports of all towns, year by year.
func districtReports() []form.Report {
	var reports []form.Report
	for i, t := range districtTowns() {
		random := rand.New(rand.NewPCG(2019, uint64(i)))
		carried := map[string]int64{}
		rulesInForce := int64(3 + i)
		for year := districtFirstYear; year <= districtLastYear; year++ {
			d := sketch{form.EditionOf(year), map[form.Key]int64{}, random}
			carried = d.applications(t, carried)
			d.review(t)
			rulesInForce = d.disclosure(t, rulesInForce)
			r := d.report(t, year)
			plantMistakes(&r)
			reports = append(reports, r)
			t.requests *= t.growth
			t.penalties *= t.growth
		}
	}
	return reports
}

// sketch is a report of the synthetic district under construction.
type sketch struct {
	edition *form.Edition
	values  map[form.Key]int64
	random  *rand.Rand
}

// around returns a random whole number within a third of the mean.
func (d *sketch) around(mean float64) int64 {
	return int64(mean*(0.67+0.66*d.random.Float64()) + 0.5)
}

// applications fills in section 三 and returns the requests carried forward by column.
func (d *sketch) applications(t town, carriedOver map[string]int64) map[string]int64 {
	table := d.edition.Table(form.ApplicationsTable)
	shares := map[string]float64{"natural-person": 0.78, "business": 0.14, "legal-service": 0.05, "other-org": 0.02}
	carriedForward := map[string]int64{}
	for _, c := range table.Columns {
		if c.IsTotal {
			continue
		}
		received := d.around(t.requests * shares[c.ID])
		load := received + carriedOver[c.ID]
		forward := int64(float64(load) * 0.15 * d.random.Float64())
		carriedForward[c.ID] = forward
		d.add(table, "received", c.ID, received)
		d.add(table, "carried-over", c.ID, carriedOver[c.ID])
		d.add(table, "carried-forward", c.ID, forward)
		d.outcomes(table, c.ID, load-forward)
	}
	return carriedForward
}

// outcomes spreads the handled requests of a column over the outcome rows.
func (d *sketch) outcomes(table *form.Table, column string, handled int64) {
	weights := map[string]float64{"granted": 46, "granted-in-part": 16, "unavailable-not-held": 14, "unavailable-to-create": 4,
		"refused-third-party": 3, "refused-internal": 3, "refused-deliberative": 4, "refused-case-file": 3, "refused-inquiry": 2,
		"not-processed-petition": 4, "not-processed-repeat": 2, form.OtherItem: 3, "other-not-corrected": 2, "other-other": 1}
	var rows []string
	var sum float64
	for _, it := range table.Leaves() {
		if it.Heading != "" && !it.IsTotal {
			rows = append(rows, it.ID)
			sum += weights[it.ID]
		}
	}
	for range handled {
		pick := d.random.Float64() * sum
		for _, row := range rows {
			if pick -= weights[row]; pick < 0 {
				d.add(table, row, column, 1)
				break
			}
		}
	}
	d.add(table, "outcome-total", column, handled)
}

// add adds to a figure and to its row's total.
func (d *sketch) add(table *form.Table, item, column string, n int64) {
	d.values[form.Key{Table: table.ID, Item: item, Column: column}] += n
	d.values[form.Key{Table: table.ID, Item: item, Column: table.TotalColumn().ID}] += n
}

func (d *sketch) review(t town) {
	table := d.edition.Table(form.ReviewTable)
	for _, it := range table.Items {
		for _, c := range []string{"upheld", "corrected", "pending"} {
			if d.random.Float64() < t.requests/150 {
				d.add(table, it.ID, c, 1+d.random.Int64N(2))
			}
		}
	}
}

// disclosure fills in section 二 and returns the number of documents in force.
func (d *sketch) disclosure(t town, inForce int64) int64 {
	put := func(table, item, column string, n int64) {
		if k := (form.Key{Table: table, Item: item, Column: column}); d.edition.Has(k) {
			d.values[k] = n
		}
	}
	issued, repealed := d.random.Int64N(4), min(d.random.Int64N(2), inForce)
	put("rules", "normative-document", "issued", issued)
	put("rules", "normative-document", "repealed", repealed)
	put("rules", "normative-document", "in-force", inForce+issued-repealed)
	put("rules", "normative-document", "made", issued)
	put("rules", "normative-document", "released", issued)
	put("rules", "normative-document", "public-total", inForce+issued)
	put("licensing", "licence", "decisions", d.around(t.penalties/6))
	put("enforcement", "penalty", "decisions", d.around(t.penalties))
	put("enforcement", "coercion", "decisions", d.around(t.penalties/40))
	put("procurement", "procurement", "projects", d.random.Int64N(9))
	put("procurement", "procurement", "amount", d.around(t.requests)*12_500)
	return inForce + issued - repealed
}

// report turns the sketch into a report; all other figures are 0.
func (d *sketch) report(t town, year int) form.Report {
	r := form.Report{Unit: t.name, Region: districtRegion, Agency: districtRegion + t.agency, Year: year, Edition: d.edition.ID}
	r.Title = FormTitle(&r) + districtRemark
	for _, k := range d.edition.Keys() {
		v := form.Count(d.values[k])
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: v, Raw: v.String()})
	}
	return r
}

// mistake is an error planted in one report of the synthetic district.
type mistake struct {
	unit  string
	year  int
	apply func(*form.Report)
}

// plantMistakes introduces errors for the checks to find.
func plantMistakes(r *form.Report) {
	total := func(item string) form.Key {
		return form.Key{Table: form.ApplicationsTable, Item: item, Column: form.TotalColumnID}
	}
	for _, m := range []mistake{
		{"石桥镇", 2022, func(r *form.Report) { shift(r, total("outcome-total"), -1) }},
		{"望湖街道", 2023, func(r *form.Report) { shift(r, total("received"), 9) }},
		{"白沙乡", 2021, func(r *form.Report) {
			shift(r, form.Key{Table: form.ApplicationsTable, Item: "carried-over", Column: "natural-person"}, 2)
		}},
		{"柳溪镇", 2023, func(r *form.Report) { blankRow(r, "other-other") }},
		{"云岭乡", 2024, func(r *form.Report) {
			write(r, form.Key{Table: "enforcement", Item: "coercion", Column: "decisions"}, "/", form.StatusNA)
		}},
		{"东篱镇", 2024, func(r *form.Report) {
			write(r, form.Key{Table: "licensing", Item: "licence", Column: "decisions"}, "约80", form.StatusText)
		}},
		{"南浦街道", 2024, func(r *form.Report) {
			shift(r, form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}, 11_000)
		}},
	} {
		if m.unit == r.Unit && m.year == r.Year {
			m.apply(r)
		}
	}
}

func shift(r *form.Report, k form.Key, by int64) {
	f := r.Figure(k)
	f.Value += form.Count(by)
	f.Raw = f.Value.String()
}

func write(r *form.Report, k form.Key, raw string, status form.Status) {
	f := r.Figure(k)
	f.Raw, f.Status, f.Value = raw, status, 0
}

func blankRow(r *form.Report, item string) {
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Table == form.ApplicationsTable && f.Item == item {
			write(r, f.Key, "", form.StatusBlank)
		}
	}
}
