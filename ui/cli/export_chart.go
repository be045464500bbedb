package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/data"
	"nianbao/ui/present"
)

// chartFlags say which chart is written, and how it looks at the figures.
type chartFlags struct {
	name   string
	item   string
	by     string
	counts bool
	own    bool
}

func (f *chartFlags) flags(flags *flag.FlagSet) {
	flags.StringVar(&f.name, "chart", "", "chart to write: "+chartNames())
	flags.StringVar(&f.item, "item", "", "what the chart draws: a column by id, such as metric/disclosure-rate")
	flags.StringVar(&f.by, "by", "", "what its lines or bars stand for: units, regions, years or all")
	flags.BoolVar(&f.counts, "counts", false, "parts of a whole as numbers instead of shares")
	flags.BoolVar(&f.own, "own-scales", false, "small multiples each on its own scale")
}

func chartNames() string {
	var names []string
	for _, k := range present.ChartNames() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// check finds what is wrong with the names; format is the ending of the file.
func (f *chartFlags) check(format string) error {
	if !slices.Contains(present.ChartNames(), present.ChartName(f.name)) {
		return fmt.Errorf("no chart %q: it is one of %s", f.name, chartNames())
	}
	if !slices.Contains(present.ChartFormats(), present.ChartFormat(strings.TrimPrefix(format, "."))) {
		return fmt.Errorf("a chart is written as .png, .svg, .pdf, .xlsx or .txt, not %q", format)
	}
	if _, known := data.ColumnByID(f.item); f.item != "" && !known {
		return fmt.Errorf("no item %q", f.item)
	}
	if !slices.Contains([]present.ChartSplit{"", present.ByUnit, present.ByRegion, present.ByYear, present.Together}, present.ChartSplit(f.by)) {
		return fmt.Errorf("no chart by %q", f.by)
	}
	return nil
}

// writeChart writes a chart of the reports that the call chooses.
func (c Command) writeChart(store *data.Store, e export) error {
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	request := present.ChartRequest{Kind: present.ChartName(e.chart.name), Query: q, Item: e.chart.item, Split: present.ChartSplit(e.chart.by),
		Year: e.year, Counts: e.chart.counts, Own: e.chart.own}
	request.Language = c.Language
	file := present.ChartFile{Request: request, Format: present.ChartFormat(strings.TrimPrefix(strings.ToLower(filepath.Ext(e.to)), "."))}
	return present.WriteFile(e.to, func(w io.Writer) error { return present.WriteChart(c.Ctx, store, file, w) })
}
