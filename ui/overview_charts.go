package ui

import (
	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// charts are the three that matter most: the course of applications, what became of them, and
// how the units compare.
func (o *overview) charts(say words.Language) []ChartRequest {
	base := ChartRequest{Query: o.query, Year: o.year, Brief: true, Language: say}
	base.Query.ToYear = o.year
	trend, outcomes, third := base, base, base
	trend.Kind, trend.Item, trend.Split = TrendChart, receivedItem, o.linesOf()
	outcomes.Kind, outcomes.Split = OutcomesChart, ByYear
	switch {
	case len(o.units) == 1:
		third.Kind, third.Split = EnforcementChart, ByYear
	case o.judged() >= leastPeers:
		third.Kind, third.Item = RankingChart, disclosureItem
	default:
		third.Kind, third.Item = HeatChart, receivedItem
	}
	return []ChartRequest{trend, outcomes, third}
}

// linesOf settles what the lines stand for: the units while they can be told apart, else the
// regions, else all together.
func (o *overview) linesOf() ChartSplit {
	regions := map[string]bool{}
	for _, u := range o.units {
		regions[u.Region] = true
	}
	switch {
	case len(o.units) <= trendLines:
		return ByUnit
	case len(regions) > 1 && len(regions) <= trendLines:
		return ByRegion
	}
	return Together
}

// judged counts the units with enough cases for a rank by disclosure rate.
func (o *overview) judged() int {
	column, _ := data.ColumnByID(disclosureItem)
	n := 0
	for _, row := range o.now.rows {
		if f := fractionOf(o.now.cell(row, column.ID)); f.Whole >= chart.SmallSample {
			n++
		}
	}
	return n
}
