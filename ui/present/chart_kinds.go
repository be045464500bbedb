package present

import (
	"context"
	"slices"

	"nianbao/data"
	"nianbao/ui/words"
)

// ChartKind says how one kind of chart is offered and built.
type ChartKind struct {
	ID      ChartName
	Name    words.Word
	item    string       // the column it draws by default; "" if it always draws the same columns
	Splits  []ChartSplit // the first is the default
	OneYear bool         // shows one year, unless it is split by years
	Variant *ChartVariant
	Fits    func(data.Column) bool // reports whether it can draw a column; nil if it always draws the same columns
	build   func(context.Context, *data.Store, ChartRequest) (Picture, error)
}

// ChartVariant is a choice between the usual way of drawing a kind of chart and another.
type ChartVariant struct {
	Usual, Other words.Word
	IsOther      func(ChartLook) bool // whether the other way is chosen
	Choose       func(look *ChartLook, other bool)
}

func sharesOrCounts() *ChartVariant {
	return &ChartVariant{
		Usual: words.WayShare, Other: words.WayCounts,
		IsOther: func(l ChartLook) bool { return l.Counts }, Choose: func(l *ChartLook, other bool) { l.Counts = other },
	}
}

func oneScaleOrOwn() *ChartVariant {
	return &ChartVariant{
		Usual: words.WaySameScale, Other: words.WayOwnScale,
		IsOther: func(l ChartLook) bool { return l.OwnScales }, Choose: func(l *ChartLook, other bool) { l.OwnScales = other },
	}
}

// HasCounts reports whether the kind can draw numbers instead of shares.
func (k ChartKind) HasCounts() bool {
	return k.Variant != nil && k.Variant.IsOther(ChartLook{Counts: true})
}

// HasOwnScales reports whether the kind can give each of its charts a scale of its own.
func (k ChartKind) HasOwnScales() bool {
	return k.Variant != nil && k.Variant.IsOther(ChartLook{OwnScales: true})
}

// split is the default split.
func (k ChartKind) split() ChartSplit {
	if len(k.Splits) == 0 {
		return ByUnit
	}
	return k.Splits[0]
}

// The columns that charts draw by default.
const (
	ReceivedItem   = "metric/received"
	DisclosureItem = "metric/disclosure-rate"
)

// ChartKinds lists the kinds in the order they are offered.
func ChartKinds() []ChartKind {
	lines := []ChartSplit{ByUnit, ByRegion}
	bars := []ChartSplit{ByUnit, ByRegion, ByYear}
	reasons := []ChartSplit{ByYear, ByUnit, ByRegion}
	return []ChartKind{
		{ID: TrendChart, Name: words.KindTrend, item: ReceivedItem, Splits: []ChartSplit{ByUnit, ByRegion, Together}, Fits: anyColumn, build: trendPicture},
		{ID: OutcomesChart, Name: words.KindOutcomes, Splits: reasons, OneYear: true, Variant: sharesOrCounts(), build: outcomesPicture},
		{ID: RefusalsChart, Name: words.KindRefusals, Splits: reasons, OneYear: true, Variant: sharesOrCounts(), build: reasonsPicture("refused")},
		{ID: UnavailableChart, Name: words.KindUnavailable, Splits: reasons, OneYear: true, Variant: sharesOrCounts(), build: reasonsPicture("unavailable")},
		{ID: NotProcessedChart, Name: words.KindNotProcessed, Splits: reasons, OneYear: true, Variant: sharesOrCounts(), build: reasonsPicture("not-processed")},
		{ID: EnforcementChart, Name: words.KindEnforcement, Splits: bars, OneYear: true, build: enforcementPicture},
		{ID: HeatChart, Name: words.KindHeat, item: ReceivedItem, Splits: lines, Fits: anyColumn, build: heatPicture},
		{ID: RankingChart, Name: words.KindRanking, item: DisclosureItem, Splits: lines, OneYear: true, Fits: anyColumn, build: rankingPicture},
		{ID: FunnelChart, Name: words.KindFunnel, item: DisclosureItem, Splits: lines, OneYear: true, Fits: data.Column.IsRate, build: funnelPicture},
		{ID: MultiplesChart, Name: words.KindMultiples, item: ReceivedItem, Splits: lines, Variant: oneScaleOrOwn(), Fits: anyColumn, build: multiplesPicture},
		{ID: ChainChart, Name: words.KindChain, build: chainPicture},
		{ID: ChangeChart, Name: words.KindChange, item: ReceivedItem, Splits: lines, OneYear: true, Fits: isAmount, build: changePicture},
	}
}

func anyColumn(data.Column) bool { return true }

func isAmount(c data.Column) bool { return !c.IsRate() }

// ChartKindByName finds a kind of chart; ok is false for an unknown name.
func ChartKindByName(id ChartName) (ChartKind, bool) {
	kinds := ChartKinds()
	i := slices.IndexFunc(kinds, func(k ChartKind) bool { return k.ID == id })
	if i < 0 {
		return ChartKind{}, false
	}
	return kinds[i], true
}

// ChartNames lists the names of all charts.
func ChartNames() []ChartName {
	var list []ChartName
	for _, k := range ChartKinds() {
		list = append(list, k.ID)
	}
	return list
}
