package ui

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

// ChartKind names a kind of chart, on the command line too.
type ChartKind string

// The kinds of charts.
const (
	TrendChart        ChartKind = "trend"         // lines over the years
	OutcomesChart     ChartKind = "outcomes"      // outcomes of applications
	RefusalsChart     ChartKind = "refusals"      // reasons of 不予公开
	UnavailableChart  ChartKind = "unavailable"   // reasons of 无法提供
	NotProcessedChart ChartKind = "not-processed" // reasons of 不予处理
	EnforcementChart  ChartKind = "enforcement"   // licences, penalties, coercive measures
	HeatChart         ChartKind = "heat"          // unit × year
	RankingChart      ChartKind = "ranking"       // with intervals
	FunnelChart       ChartKind = "funnel"        // a rate against its cases
	MultiplesChart    ChartKind = "multiples"     // a small chart a unit
	ChainChart        ChartKind = "chain"         // what is carried from year to year
	ChangeChart       ChartKind = "change"        // from one year's total to the next one's
)

// ChartSplit is what the lines or bars of a chart stand for.
type ChartSplit string

// The splits. "" is the one that suits the kind.
const (
	ByUnit   ChartSplit = "units"
	ByRegion ChartSplit = "regions"
	ByYear   ChartSplit = "years"
	Together ChartSplit = "all" // one line for all
)

// ChartRequest is all that a chart depends on. The Query gives its filters; which figures are
// drawn follows from Kind and Item.
type ChartRequest struct {
	Kind     ChartKind
	Query    data.Query
	Item     string // id of the column, "" for the kind's own
	Split    ChartSplit
	Year     int  // of charts of one year; 0 is the latest
	Counts   bool // stacks in numbers instead of shares
	Own      bool // small multiples: each on its own scale
	Brief    bool // for a small place: without definitions and notes
	Language words.Language
}

// InLanguage is the request in the language of a tag: zh or en.
func (r ChartRequest) InLanguage(tag string) ChartRequest {
	r.Language = words.OfTag(tag)
	return r
}

// ErrUnknownChart says that there is no chart of that name.
var ErrUnknownChart = errors.New("no such chart")

// ErrUnsuitableItem says that a chart cannot draw an item: a funnel draws rates, a change of totals
// draws counts.
var ErrUnsuitableItem = errors.New("the chart does not draw this item")

// chartModel is a chart as it is drawn, written to files and said in words.
type chartModel interface {
	Draw(chart.Frame) chart.List
	Twin() chart.Twin
}

// picture is a chart with where its marks lead.
type picture struct {
	model chartModel
	note  string                         // what is left out, said beside the chart
	scope string                         // the filters in words, "" for all reports
	drill func(chart.Hit) (target, bool) // where a click leads
	year  int                            // of a chart of one year
}

// target is what a mark stands for: reports, and where in them.
type target struct {
	bodies  []data.Body
	regions []string
	year    int
	view    data.View
	kinds   []string
	cell    form.Key // the figure that is meant, none of a rate
}

// largest numbers of what one chart takes in.
const (
	chartRows  = 100_000 // rows of a table
	chartLines = 5_000   // units of a chart that scrolls
)

// newPicture asks the store for what a chart needs and builds it.
func newPicture(ctx context.Context, store *data.Store, r ChartRequest) (picture, error) {
	kind, ok := kindOf(r.Kind)
	if !ok {
		return picture{}, fmt.Errorf("%w: %s", ErrUnknownChart, r.Kind)
	}
	scope := scopeOf(r.Query, r.Language)
	applied, err := r.onlyReports(store)
	if err != nil {
		return picture{}, fmt.Errorf("draw the chart %s: %w", r.Kind, err)
	}
	if r.Item == "" {
		r.Item = kind.item
	}
	if column, known := data.ColumnByID(r.Item); kind.fits != nil && (!known || !kind.fits(column)) {
		return picture{}, fmt.Errorf("%w: %s", ErrUnsuitableItem, r.Item)
	}
	if !slices.Contains(kind.splits, r.Split) {
		r.Split = kind.split()
	}
	if kind.oneYear && r.Split != ByYear {
		if r.Year, err = latestYear(ctx, store, r.Query, r.Year); err != nil {
			return picture{}, err
		}
	}
	p, err := kind.build(ctx, store, r)
	p.year, p.scope = r.Year, scope
	if !applied {
		p.note = joinedWith("  ·  ", p.note, r.Language.Say(words.ChartWithoutConditions))
	}
	if err != nil {
		return p, fmt.Errorf("draw the chart %s: %w", r.Kind, err)
	}
	return p, nil
}

// onlyReports leaves of the query which reports it chooses; false where conditions on sums choose
// none, so that the chart shows more than the table.
func (r *ChartRequest) onlyReports(store *data.Store) (applied bool, err error) {
	r.Query, applied, err = store.Reports(r.Query)
	return applied, err
}
