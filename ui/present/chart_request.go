package present

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// ChartName names a kind of chart, on the command line too.
type ChartName string

// The kinds of charts.
const (
	TrendChart        ChartName = "trend"         // lines over the years
	OutcomesChart     ChartName = "outcomes"      // outcomes of applications
	RefusalsChart     ChartName = "refusals"      // reasons of 不予公开
	UnavailableChart  ChartName = "unavailable"   // reasons of 无法提供
	NotProcessedChart ChartName = "not-processed" // reasons of 不予处理
	EnforcementChart  ChartName = "enforcement"   // licences, penalties, coercive measures
	HeatChart         ChartName = "heat"          // unit × year
	RankingChart      ChartName = "ranking"       // with intervals
	FunnelChart       ChartName = "funnel"        // a rate against its cases
	MultiplesChart    ChartName = "multiples"     // a small chart for each unit
	ChainChart        ChartName = "chain"         // what is carried from year to year
	ChangeChart       ChartName = "change"        // from one year's total to the next year's
)

// ChartSplit says what each line or bar of a chart stands for.
type ChartSplit string

// The splits. "" is the default of the kind.
const (
	ByUnit   ChartSplit = "units"
	ByRegion ChartSplit = "regions"
	ByYear   ChartSplit = "years"
	Together ChartSplit = "all" // one line for all
)

// ChartSplits lists the splits in the order they are offered.
func ChartSplits() []ChartSplit { return []ChartSplit{ByUnit, ByRegion, ByYear, Together} }

// ChartRequest is everything that a chart depends on. The Query gives the filters; Kind and Item
// decide which figures are drawn.
type ChartRequest struct {
	Kind      ChartName
	Query     data.Query
	Item      string // id of the column, "" for the kind's default
	Split     ChartSplit
	Year      int  // for charts of one year; 0 is the latest
	Counts    bool // stacks show numbers instead of shares
	OwnScales bool // small multiples: each has its own scale
	Brief     bool // for a small space: without definitions and notes
	Language  words.Language
}

// ErrUnknownChart says that there is no chart of that name.
var ErrUnknownChart = errors.New("no such chart")

// ErrUnsuitableItem says that a chart cannot draw an item: a funnel draws rates, a change of totals
// draws counts.
var ErrUnsuitableItem = errors.New("the chart does not draw this item")

// Picture is a chart and the targets of clicks on its marks.
type Picture struct {
	Model     chart.Model
	Note      string                         // what is left out, shown beside the chart
	Scope     string                         // the filters in words, "" for all reports
	DrillDown func(chart.Hit) (Target, bool) // where a click leads
	Year      int                            // for a chart of one year
}

// Target says which reports a mark stands for, and which figure in them.
type Target struct {
	Bodies  []data.Body
	Regions []string
	Year    int
	View    data.View
	Kinds   []string
	Cell    form.Key // the figure; none for a rate
}

// Limits of what one chart reads.
const (
	chartRows  = 100_000 // rows of a table
	chartLines = 5_000   // units of a chart that scrolls
)

// NewPicture reads what a chart needs from the store and builds its model.
func NewPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	kind, ok := ChartKindByName(r.Kind)
	if !ok {
		return Picture{}, fmt.Errorf("%w: %s", ErrUnknownChart, r.Kind)
	}
	scope := Scope(r.Query, r.Language)
	applied, err := r.onlyReports(store)
	if err == nil { // a place is not compared with the units that it contains
		r.Query, err = store.WithoutWholes(ctx, r.Query)
	}
	if err != nil {
		return Picture{}, fmt.Errorf("draw the chart %s: %w", r.Kind, err)
	}
	if r.Item == "" {
		r.Item = kind.item
	}
	if column, known := data.ColumnByID(r.Item); kind.Fits != nil && (!known || !kind.Fits(column)) {
		return Picture{}, fmt.Errorf("%w: %s", ErrUnsuitableItem, r.Item)
	}
	if !slices.Contains(kind.Splits, r.Split) {
		r.Split = kind.split()
	}
	if kind.OneYear && r.Split != ByYear {
		if r.Year, err = LatestYear(ctx, store, r.Query, r.Year); err != nil {
			return Picture{}, err
		}
	}
	p, err := kind.build(ctx, store, r)
	p.Year, p.Scope = r.Year, scope
	if !applied {
		p.Note = joinedWith("  ·  ", p.Note, r.Language.Say(words.ChartWithoutConditions))
	}
	if err != nil {
		return p, fmt.Errorf("draw the chart %s: %w", r.Kind, err)
	}
	return p, nil
}

// onlyReports keeps only the part of the query that chooses reports. applied is false if
// conditions on sums are removed, so that the chart covers more than the table.
func (r *ChartRequest) onlyReports(store *data.Store) (applied bool, err error) {
	r.Query, applied, err = store.Reports(r.Query)
	return applied, err
}
