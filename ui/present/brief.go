package present

import (
	"context"
	"errors"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// BriefRule is the rule by which a clause is made.
type BriefRule string

// The rules. The comments say what Clause.Numbers holds.
const (
	RuleReported   BriefRule = "reported"    // expected, reported
	RuleMissing    BriefRule = "missing"     // bodies without a report
	RuleApart      BriefRule = "apart"       // reports of another edition
	RuleLevel      BriefRule = "level"       // sum
	RuleChange     BriefRule = "change"      // sum of the year before, sum; of the same bodies
	RuleNewcomers  BriefRule = "newcomers"   // sum of the bodies that RuleChange leaves out
	RuleRate       BriefRule = "rate"        // numerator, denominator
	RuleRateChange BriefRule = "rate-change" // both of the year before, both of the year; of the same bodies
	RuleTop        BriefRule = "top"         // sum of the first three, sum of all, then each of the three
	RuleBodyChange BriefRule = "body-change" // the year before, the year; of one body
	RuleBroken     BriefRule = "broken"      // identities that fail in the report of one body
)

// Clause is a part of a sentence that says one thing. It can be computed again from its
// rule, metric and bodies.
type Clause struct {
	Rule    BriefRule
	Metric  string      // id, "" if the rule needs none
	Bodies  []data.Body // those it names
	Count   int         // bodies that it counts
	Numbers []form.Number
	Text    string
	Note    string // footnote: definition and source
}

// BriefSection is a section of a briefing.
type BriefSection struct {
	Heading   string
	Sentences [][]Clause
}

// Thresholds of clauses, beside LeastCases, leastBase, leastTimes, deviations and leastPeers
// of the remarks on what is unusual.
const topUnits = 3

// BriefFacts are the data from which a briefing is written.
type BriefFacts struct {
	Year     int
	Now      []form.Report // the reports of the year that are summed
	Before   []form.Report // those of the year before
	Expected int           // bodies that should have reported
	Missing  []data.Body   // those of them that have not
	Apart    int           // reports of another edition, which are not counted
	region   string
}

// BriefRequest says which reports to write about.
type BriefRequest struct {
	Query    data.Query
	Year     int // 0: the latest
	Language words.Language
}

// ErrTooManyForBrief says that a briefing would have to name the sources of too many units.
var ErrTooManyForBrief = errors.New("too many units for one briefing")

// mostBriefUnits is the largest number of units, each with lines in the annex.
const mostBriefUnits = 2000

// readBriefFacts reads the reports of the year and of the year before.
func readBriefFacts(ctx context.Context, store *data.Store, request BriefRequest) (BriefFacts, error) {
	year, err := LatestYear(ctx, store, request.Query, request.Year)
	if err != nil {
		return BriefFacts{}, err
	}
	if year == 0 {
		return BriefFacts{}, data.ErrUnknownReport
	}
	now, err := readBriefYear(ctx, store, request.Query, year)
	if err != nil {
		return BriefFacts{}, err
	}
	f := BriefFacts{Year: year, Now: now.Reports, Expected: len(now.Bodies) + len(now.NoReport) + len(now.OtherEdition), Missing: now.NoReport, Apart: len(now.OtherEdition), region: now.Report.Region}
	before, err := readBriefYear(ctx, store, request.Query, year-1)
	if errors.Is(err, data.ErrUnknownReport) {
		return f, nil
	}
	if err != nil {
		return f, err
	}
	f.Before = before.Reports
	return f, nil
}

func readBriefYear(ctx context.Context, store *data.Store, q data.Query, year int) (*data.RollUp, error) {
	q.FromYear, q.ToYear = year, year
	r, err := store.RollUp(ctx, q)
	if err != nil {
		return nil, err
	}
	if len(r.Bodies) > mostBriefUnits {
		return nil, ErrTooManyForBrief
	}
	return r, store.ReadReports(ctx, r)
}
