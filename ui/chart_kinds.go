package ui

import (
	"context"
	"slices"

	"nianbao/data"
	"nianbao/ui/words"
)

// chartKind is how one kind of chart is offered and built.
type chartKind struct {
	id      ChartKind
	name    words.Word
	item    string       // what it draws unless told otherwise; "" draws several items of its own
	splits  []ChartSplit // the first is the usual one
	oneYear bool         // shows one year, unless it is split by years
	counts  bool         // draws shares, and numbers on request
	own     bool         // panels may have their own scales
	fits    func(data.Column) bool
	build   func(context.Context, *data.Store, ChartRequest) (picture, error)
}

// split is the usual one.
func (k chartKind) split() ChartSplit {
	if len(k.splits) == 0 {
		return ByUnit
	}
	return k.splits[0]
}

const (
	receivedItem   = "metric/received"
	disclosureItem = "metric/disclosure-rate"
)

// chartKinds lists the kinds in the order they are offered.
func chartKinds() []chartKind {
	lines := []ChartSplit{ByUnit, ByRegion}
	bars := []ChartSplit{ByUnit, ByRegion, ByYear}
	reasons := []ChartSplit{ByYear, ByUnit, ByRegion}
	return []chartKind{
		{id: TrendChart, name: words.KindTrend, item: receivedItem, splits: []ChartSplit{ByUnit, ByRegion, Together}, fits: anyColumn, build: trendPicture},
		{id: OutcomesChart, name: words.KindOutcomes, splits: reasons, oneYear: true, counts: true, build: outcomesPicture},
		{id: RefusalsChart, name: words.KindRefusals, splits: reasons, oneYear: true, counts: true, build: reasonsPicture("refused")},
		{id: UnavailableChart, name: words.KindUnavailable, splits: reasons, oneYear: true, counts: true, build: reasonsPicture("unavailable")},
		{id: NotProcessedChart, name: words.KindNotProcessed, splits: reasons, oneYear: true, counts: true, build: reasonsPicture("not-processed")},
		{id: EnforcementChart, name: words.KindEnforcement, splits: bars, oneYear: true, build: enforcementPicture},
		{id: HeatChart, name: words.KindHeat, item: receivedItem, splits: lines, fits: anyColumn, build: heatPicture},
		{id: RankingChart, name: words.KindRanking, item: disclosureItem, splits: lines, oneYear: true, fits: anyColumn, build: rankingPicture},
		{id: FunnelChart, name: words.KindFunnel, item: disclosureItem, splits: lines, oneYear: true, fits: data.Column.IsRate, build: funnelPicture},
		{id: MultiplesChart, name: words.KindMultiples, item: receivedItem, splits: lines, own: true, fits: anyColumn, build: multiplesPicture},
		{id: ChainChart, name: words.KindChain, build: chainPicture},
		{id: ChangeChart, name: words.KindChange, item: receivedItem, splits: lines, oneYear: true, fits: isAmount, build: changePicture},
	}
}

func anyColumn(data.Column) bool { return true }

func isAmount(c data.Column) bool { return !c.IsRate() }

func kindOf(id ChartKind) (chartKind, bool) {
	kinds := chartKinds()
	i := slices.IndexFunc(kinds, func(k chartKind) bool { return k.id == id })
	if i < 0 {
		return chartKind{}, false
	}
	return kinds[i], true
}

// ChartKinds lists the names of all charts.
func ChartKinds() []ChartKind {
	var list []ChartKind
	for _, k := range chartKinds() {
		list = append(list, k.id)
	}
	return list
}
