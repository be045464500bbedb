package data

import (
	"fmt"
	"math/rand/v2"

	"nianbao/data/form"
)

// synthetic makes reports for benchmarks: bodies of invented regions with ten years
// each, small counts that mostly add up, some blanks and an occasional broken sum.
// The same number always gives the same report.
func synthetic(n int) form.Report {
	const years = 10
	body, year := n/years, 2019+n%years
	r := rand.New(rand.NewPCG(uint64(body), uint64(year)))
	e := form.EditionOf(year)
	report := form.Report{
		Unit: fmt.Sprintf("示例%d镇", body%40), Region: fmt.Sprintf("示例省示例市%d区", body/40),
		Year: year, Edition: e.ID, File: fmt.Sprintf("示例/%d/%d.xlsx", body, year), Sheet: "年报", Hash: fmt.Sprintf("%064d", n),
	}
	report.Agency = report.Region + report.Unit + "人民政府"
	report.Title = report.Agency + fmt.Sprintf("%d年政府信息公开工作年度报告", year)
	values := syntheticValues(r, e)
	chainYears(values, body, year)
	addUp(r, e, values)
	for i, k := range e.Keys() {
		f := form.Figure{Key: k, Status: form.StatusNumber, Value: values[k], Raw: values[k].String(), Source: form.Source{Sheet: "年报", Cell: fmt.Sprintf("H%d", i+3)}}
		if f.Value == 0 && r.IntN(50) == 0 {
			f.Status, f.Raw = form.StatusBlank, ""
		}
		report.Figures = append(report.Figures, f)
	}
	return report
}

// syntheticValues returns the values of the parts.
func syntheticValues(r *rand.Rand, e *form.Edition) map[form.Key]form.Number {
	values := map[form.Key]form.Number{}
	for _, k := range e.Keys() {
		_, it, c, _ := form.Describe(k)
		switch {
		case it.IsTotal || c.IsTotal:
		case c.Money:
			values[k] = form.Number(r.Int64N(1e12))
		case k.Table != form.ApplicationsTable && k.Table != form.ReviewTable:
			values[k] = form.Count(r.Int64N(3000))
		case r.IntN(4) == 0:
			values[k] = form.Count(r.Int64N(20))
		}
	}
	return values
}

// chainYears makes the report follow from that of the year before, and varies the
// counts of enforcement.
func chainYears(values map[form.Key]form.Number, body, year int) {
	carried := func(column string, year int) form.Number {
		return form.Count(max(0, rand.New(rand.NewPCG(uint64(body), uint64(year))).Int64N(12)-int64(len(column))))
	}
	for _, c := range form.EditionOf(year).Table(form.ApplicationsTable).Columns {
		if !c.IsTotal {
			at := func(item string) form.Key { return form.Key{Table: form.ApplicationsTable, Item: item, Column: c.ID} }
			values[at("carried-over")], values[at("carried-forward")] = carried(c.ID, year), carried(c.ID, year+1)
			values[at("granted")] += values[at("carried-over")]
		}
	}
	usual := int64(40 + body*37%3000)
	for k := range values {
		switch {
		case k.Table == "rules" && k.Column == "in-force":
			values[k] = form.Count(int64(100 + body%50 + 3*(year-2019)))
		case k.Table == "rules" && k.Column == "issued":
			values[k] = form.Count(5)
		case k.Table == "rules" && k.Column == "repealed":
			values[k] = form.Count(2)
		case k.Column == "decisions":
			values[k] = form.Count(usual + usual*int64((body+year)%5)/10)
		}
	}
}

// addUp fills in the totals; occasionally one is wrong.
func addUp(r *rand.Rand, e *form.Edition, values map[form.Key]form.Number) {
	identities := e.Identities(e.Has(form.Key{Table: form.ApplicationsTable, Item: form.OtherItem, Column: form.TotalColumnID}) && e.ID == "2019")
	for _, rule := range []form.RuleID{"outcome-sum", "balance", "row-sum", "review-sum"} {
		for _, id := range identities {
			if id.Rule == rule {
				balance(values, id)
			}
		}
	}
	if r.IntN(20) == 0 {
		values[form.Key{Table: form.ApplicationsTable, Item: "outcome-total", Column: form.TotalColumnID}] += form.Count(1)
	}
}

// balance sets the one figure that makes the balance hold.
func balance(values map[form.Key]form.Number, id form.Identity) {
	var sum form.Number
	for _, k := range id.Right {
		sum += values[k]
	}
	if id.Rule != "balance" {
		values[id.Left[0]] = sum
		return
	}
	values[id.Left[0]] = sum - values[id.Left[1]]
	if values[id.Left[0]] < 0 {
		values[id.Left[0]], values[id.Left[1]] = 0, sum
	}
}
