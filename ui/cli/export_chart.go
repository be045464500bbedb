package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// chartChoice holds the flags of a chart: which kind, and how it shows the figures.
type chartChoice struct {
	name      string
	item      string
	by        string
	counts    bool
	ownScales bool
}

func (c *Command) chartFlags(flags *pflag.FlagSet, chart *chartChoice) {
	c.one(flags, &chart.name, choice{"chart", words.FlagChart, texts(present.ChartNames())})
	c.text(flags, &chart.item, "item", words.FlagItem)
	c.one(flags, &chart.by, choice{"by", words.FlagBy, texts(present.ChartSplits())})
	flags.BoolVar(&chart.counts, "counts", false, c.say(words.FlagCounts))
	flags.BoolVar(&chart.ownScales, "own-scales", false, c.say(words.FlagOwnScales))
}

// isOfOneYear reports whether this kind of chart draws a single year, even if reports of
// several years are chosen.
func (chart *chartChoice) isOfOneYear() bool {
	kind, _ := present.ChartKindByName(present.ChartName(chart.name))
	split := present.ChartSplit(chart.by)
	if split == "" && len(kind.Splits) > 0 {
		split = kind.Splits[0]
	}
	return kind.OneYear && split != present.ByYear
}

// checkChart makes sure that the kind of chart can draw the item and the split.
func (c *Command) checkChart(chart *chartChoice) error {
	if chart.item != "" {
		if err := c.known("item", []string{chart.item}, present.MeasureIDs()); err != nil {
			return err
		}
	}
	kind, ok := present.ChartKindByName(present.ChartName(chart.name))
	if !ok {
		return nil
	}
	if chart.item != "" && kind.Fits == nil {
		return c.wrong(words.UsageOwnItems, chart.name)
	}
	if column, ok := data.ColumnByID(chart.item); ok && kind.Fits != nil && !kind.Fits(column) {
		return c.wrong(words.UsageUnsuitable, chart.item, chart.name)
	}
	if chart.by != "" && len(kind.Splits) > 0 && !slices.Contains(kind.Splits, present.ChartSplit(chart.by)) {
		return c.wrong(words.UsageNotBy, chart.name, chart.by, c.listed(texts(kind.Splits)))
	}
	return nil
}

// writeChart writes a chart of the chosen reports.
func (c *Command) writeChart(store *data.Store, e *export) error {
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	request := present.ChartRequest{Kind: present.ChartName(e.chart.name), Query: q, Item: e.chart.item, Split: present.ChartSplit(e.chart.by),
		Year: e.year, Counts: e.chart.counts, OwnScales: e.chart.ownScales, Language: c.Language}
	format := strings.TrimPrefix(e.extension(), ".")
	file := present.ChartFile{Request: request, Format: present.ChartFormat(format)}
	return present.WriteFile(e.to, func(w io.Writer) error { return present.WriteChart(c.Ctx, store, file, w) })
}
