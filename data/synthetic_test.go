package data

import (
	"fmt"
	"math/rand/v2"

	"nianbao/data/form"
)

// synthetic makes made-up reports for benchmarks: bodies of made-up regions
// with ten years each, small counts that mostly add up, some blanks and a
// broken sum now and then. The same number gives the same report.
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
	for i, k := range e.Keys() {
		f := form.Figure{Key: k, Status: form.StatusNumber, Value: values[k], Raw: values[k].String(), Source: form.Source{Sheet: "年报", Cell: fmt.Sprintf("H%d", i+3)}}
		if f.Value == 0 && r.IntN(50) == 0 {
			f.Status, f.Raw = form.StatusBlank, ""
		}
		report.Figures = append(report.Figures, f)
	}
	return report
}

// syntheticValues fills the parts and adds up the totals.
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
	identities := e.Identities(e.Has(form.Key{Table: form.ApplicationsTable, Item: form.OtherItem, Column: form.TotalColumnID}) && e.ID == "2019")
	for _, rule := range []string{"outcome-sum", "balance", "row-sum", "review-sum"} {
		for _, id := range identities {
			if id.Rule == rule {
				balance(values, id)
			}
		}
	}
	if r.IntN(20) == 0 {
		values[form.Key{Table: form.ApplicationsTable, Item: "outcome-total", Column: form.TotalColumnID}] += form.Count(1)
	}
	return values
}

// balance sets the one figure that makes the identity hold.
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
