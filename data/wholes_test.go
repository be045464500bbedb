package data

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"nianbao/data/form"
)

// randomTown is a report in which every figure is a random number.
func randomTown(t *testing.T, random *rand.Rand, unit string, year int) form.Report {
	r := town(t, unit, year)
	r.Region, r.Hash = "某市某区", fmt.Sprint(unit, year, random.Uint64())
	for i := range r.Figures {
		f := &r.Figures[i]
		f.Status, f.Value = form.StatusNumber, form.Count(random.Int64N(100))
		f.Raw = f.Value.String()
	}
	return r
}

func TestADistrictThatForgotOrMiscopiedATownStillContainsTheOthers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name string
		want string
		own  func(towns []form.Report) form.Report
	}{
		{"sum of all", "whole", func(towns []form.Report) form.Report { return addedUp("某市", "某区", towns...) }},
		{"without one town", "whole", func(towns []form.Report) form.Report { return addedUp("某市", "某区", towns[1:]...) }},
		{"with other figures of one town", "whole", func(towns []form.Report) form.Report {
			return addedUp("某市", "某区", append([]form.Report{randomTown(t, random, "甲镇", 2023)}, towns[1:]...)...)
		}},
		{"its office's own report", "own", func([]form.Report) form.Report {
			office := randomTown(t, random, "某区", 2023)
			office.Region = "某市"
			return office
		}},
	} {
		var towns []form.Report
		for _, unit := range []string{"甲镇", "乙镇", "丙镇", "丁镇", "戊镇"} {
			towns = append(towns, randomTown(t, random, unit, 2023))
		}
		s := openStore(t)
		save(t, s, append([]form.Report{c.own(towns)}, towns...)...)
		if got := one(t, s, `SELECT scope FROM reports WHERE unit = '某区'`); got != c.want {
			t.Errorf("%s: scope %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAReportOfAnOfficeIsNeverComparedWithOneOfAllItsBodies(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var all, before, now []form.Report
	for _, unit := range []string{"甲镇", "乙镇", "丙镇", "丁镇"} {
		before = append(before, randomTown(t, random, unit, 2022))
		now = append(now, randomTown(t, random, unit, 2023))
	}
	office := randomTown(t, random, "某区", 2023)
	office.Region = "某市"
	whole := addedUp("某市", "某区", before...)
	whole.Year = 2022
	all = append(append(append(all, before...), now...), whole, office)
	s := openStore(t)
	save(t, s, all...)
	if got := one(t, s, `SELECT count(*) FROM findings WHERE unit = '某区' AND rule IN ('carry-over', 'in-force', 'jump')`); got != "0" {
		t.Errorf("%s findings compare the two", got)
	}
	licence := form.Key{Table: "licensing", Item: "licence", Column: "decisions"}
	sum := func(reports []form.Report) (n form.Number) {
		for i := range reports {
			n += reports[i].Figure(licence).Value
		}
		return n
	}
	for _, rows := range []Grain{ReportRows, UnitRows, RegionRows, YearRows} {
		table := answer(t, s, Query{View: Enforcement, Rows: rows, FromYear: 2023, ToYear: 2023, Compare: true})
		for i, c := range table.Columns {
			if c.Key != licence || c.Compare != Prior && c.Compare != ThisYear {
				continue
			}
			want := map[Comparison]form.Number{ThisYear: sum(now), Prior: sum(before)}[c.Compare]
			if got := table.Total[i].Value; got != want {
				t.Errorf("%s rows: %s of the total is %v, want %v", rows, c.Compare, got, want)
			}
		}
	}
}
