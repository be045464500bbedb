package present

import (
	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// Charts returns the three charts of the overview: applications over the years, their outcomes,
// and a comparison of the units.
func (o *Overview) Charts(say words.Language) []ChartRequest {
	base := ChartRequest{Query: o.Query, Year: o.Year, Brief: true, Language: say}
	base.Query.ToYear = o.Year
	trend, outcomes, third := base, base, base
	trend.Kind, trend.Item, trend.Split = TrendChart, ReceivedItem, o.linesOf()
	outcomes.Kind, outcomes.Split = OutcomesChart, ByYear
	switch {
	case len(o.ever) == 1:
		third.Kind, third.Split = EnforcementChart, ByYear
	case o.judged() >= leastPeers:
		third.Kind, third.Item = RankingChart, DisclosureItem
	default:
		third.Kind, third.Item = HeatChart, ReceivedItem
	}
	return []ChartRequest{trend, outcomes, third}
}

// linesOf decides what a line stands for: a unit if there are not too many to distinguish, else
// a region, else the sum of all.
func (o *Overview) linesOf() ChartSplit {
	regions := map[string]bool{}
	for _, u := range o.ever {
		regions[u.Region] = true
	}
	switch {
	case len(o.ever) <= trendLines:
		return ByUnit
	case len(regions) > 1 && len(regions) <= trendLines:
		return ByRegion
	}
	return Together
}

// judged counts the units that have enough cases to be ranked by disclosure rate.
func (o *Overview) judged() int {
	column, _ := data.ColumnByID(DisclosureItem)
	n := 0
	for _, row := range o.Now.Rows {
		if f := fractionOf(o.Now.cell(row, column.ID)); f.Whole >= chart.SmallSample {
			n++
		}
	}
	return n
}
