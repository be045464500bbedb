package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// checkUnused refuses flags that have no effect on what is written: nobody would
// notice that one is ignored.
func (c *Command) checkUnused(e *export, flags *pflag.FlagSet) (err error) {
	flags.Visit(func(f *pflag.Flag) {
		if err == nil && !e.uses(f.Name) {
			err = c.wrong(words.UsageUnused, f.Name, c.outputName(e))
		}
	})
	return err
}

// uses reports whether a flag of the export command changes what is written.
func (e *export) uses(flag string) bool {
	kind, _ := present.ChartKindByName(present.ChartName(e.chart.name))
	isTable := e.chart.name == "" && !e.isSingle() && !e.rollUp && !e.brief && !e.coverage && !e.findings && e.returns == ""
	byFigures := !e.isSingle() && !e.coverage && (len(e.table.statuses) > 0 || e.saved != "")
	if e.blank != "" {
		return flag == "blank" || flag == "to" || flag == "help"
	}
	switch flag {
	case "db", "help", "year", "chart", "report", "return", "returns", "findings", "roll-up", "brief", "coverage":
		return true
	case "to":
		return e.returns == ""
	case "units", "regions", "unit-kinds":
		return !e.isSingle()
	case "saved", "years", "editions", "statuses", "where":
		return !e.isSingle() && !e.coverage
	case "with-findings":
		return !e.isSingle() && !e.coverage && !e.findings && e.returns == ""
	case "rows", "across", "compare", "hide", "first", "sort", "partition":
		return isTable
	case "items", "kind": // they choose the figures that --statuses looks at
		return isTable || byFigures
	case "view":
		return isTable || byFigures || !e.isSingle() && !e.coverage && len(e.table.where) > 0
	case "encoding":
		return (isTable || e.coverage || e.findings) && e.extension() == ".csv"
	case "item":
		return kind.Fits != nil
	case "by":
		return len(kind.Splits) > 0
	case "counts":
		return kind.HasCounts() && e.extension() != ".txt" // the text of a chart has both
	case "own-scales":
		return kind.HasOwnScales() && e.extension() != ".txt" // which has no scales
	}
	return false
}

func (e *export) extension() string { return strings.ToLower(filepath.Ext(e.to)) }

// outputName names the kind of output.
func (c *Command) outputName(e *export) string {
	switch {
	case e.chart.name != "":
		return c.say(words.UsageOfChart, e.chart.name, e.extension())
	case e.report != "":
		return c.say(words.UsageOfReport)
	case e.giveBack != "":
		return c.say(words.UsageOfReturn)
	case e.blank != "":
		return c.say(words.UsageOfBlank)
	case e.rollUp:
		return c.say(words.UsageOfRollUp)
	case e.brief:
		return c.say(words.UsageBrief)
	case e.coverage:
		return c.say(words.UsageCoverage)
	case e.findings:
		return c.say(words.UsageFindings)
	case e.returns != "":
		return c.say(words.UsageOfReturns)
	}
	return c.say(words.UsageOfTable, e.extension())
}

// checkShape refuses flags that do not change the columns of the table, such as --across
// years if each row belongs to one year.
func (c *Command) checkShape(store *data.Store, q data.Query, t *tableChoice) error {
	kinds := present.KindIDs()
	for _, flag := range []struct {
		given         bool
		with, without func(*data.Query)
		unused        words.Word
	}{
		{t.compare, func(q *data.Query) { q.Compare = true }, func(q *data.Query) { q.Compare = false }, words.UsageCompare},
		{t.across == string(data.YearAxis), func(q *data.Query) { q.Across = data.YearAxis }, func(q *data.Query) { q.Across = "" }, words.UsageAcrossYears},
		{t.across == string(data.KindAxis), func(q *data.Query) { q.Across = data.KindAxis }, func(q *data.Query) { q.Across = "" }, words.UsageAcrossKinds},
		{len(t.kinds) > 0, kindOf(kinds[0]), kindOf(kinds[1]), words.UsageKinds},
	} {
		if !flag.given {
			continue
		}
		with, without := q, q
		flag.with(&with)
		flag.without(&without)
		a, err := present.NamesOfColumns(c.Ctx, store, with)
		if err != nil {
			return err
		}
		b, err := present.NamesOfColumns(c.Ctx, store, without)
		if err != nil {
			return err
		}
		if slices.Equal(a.Shown, b.Shown) {
			return c.wrong(flag.unused)
		}
	}
	return nil
}

// kindOf returns a change that chooses an applicant kind. In a table of single figures a
// kind chooses rows and not columns, so the change also makes units the rows.
func kindOf(kind string) func(*data.Query) {
	return func(q *data.Query) {
		q.Kinds = []string{kind}
		if q.Rows == data.FigureRows {
			q.Rows = data.UnitRows
		}
	}
}

// checkParquet refuses flags about columns that every Parquet file has in their place.
func (c *Command) checkParquet(store *data.Store, q data.Query, t *tableChoice) error {
	if len(t.hide)+len(t.first) == 0 {
		return nil
	}
	names, err := present.NamesOfColumns(c.Ctx, store, q)
	if err != nil {
		return err
	}
	fixed := func(name string) bool { return q.Rows == data.FigureRows || !slices.Contains(names.Figures, name) }
	if i := slices.IndexFunc(t.hide, fixed); i >= 0 {
		return c.wrong(words.UsageParquet, "hide", t.hide[i])
	}
	if i := slices.IndexFunc(t.first, fixed); i >= 0 {
		return c.wrong(words.UsageParquet, "first", t.first[i])
	}
	return nil
}
