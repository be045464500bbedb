package cli

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// export holds the flags of the export command.
type export struct {
	to        string
	table     tableChoice
	chart     chartChoice
	saved     string // name of a saved view
	encoding  string // of a .csv
	partition bool
	report    string // unit whose report is written as the official form
	blank     string // edition whose blank form is written
	giveBack  string // unit whose return copy is written
	returns   string // folder for the return copies of all reports with errors
	findings  bool
	rollUp    bool
	brief     bool
	coverage  bool // which units have reported
	year      int  // 0: none was given
}

func (c *Command) exportCommand() *cobra.Command {
	var e export
	var flags *pflag.FlagSet
	command := c.command(words.CommandExport, words.AboutExport, func([]string) error {
		if err := c.checkExport(&e); err != nil {
			return err
		}
		if err := c.checkUnused(&e, flags); err != nil {
			return err
		}
		if e.blank != "" {
			return c.writeBlank(&e)
		}
		return c.withStore(func(store *data.Store) error { return c.export(store, &e) })
	})
	command.Long = c.say(words.MoreExport)
	flags = command.Flags()
	c.text(flags, &e.to, "to", words.FlagTo)
	c.tableFlags(flags, &e.table)
	c.text(flags, &e.saved, "saved", words.FlagSaved)
	e.encoding = present.Encodings()[0]
	c.one(flags, &e.encoding, choice{"encoding", words.FlagEncoding, present.Encodings()})
	flags.BoolVar(&e.partition, "partition", false, c.say(words.FlagPartition))
	c.yearFlag(flags, &e.year)
	c.chartFlags(flags, &e.chart)
	c.text(flags, &e.report, "report", words.FlagReport)
	c.one(flags, &e.blank, choice{"blank", words.FlagBlank, editionIDs()})
	c.text(flags, &e.giveBack, "return", words.FlagReturn)
	c.text(flags, &e.returns, "returns", words.FlagReturns)
	flags.BoolVar(&e.findings, "findings", false, c.say(words.FlagFindings))
	flags.BoolVar(&e.rollUp, "roll-up", false, c.say(words.FlagRollUp))
	flags.BoolVar(&e.brief, "brief", false, c.say(words.FlagBrief))
	flags.BoolVar(&e.coverage, "coverage", false, c.say(words.FlagCoverage))
	return command
}

// isSingle reports whether one report is written.
func (e *export) isSingle() bool { return e.report != "" || e.giveBack != "" }

// checkExport finds mistakes in the flags that can be seen without the database.
func (c *Command) checkExport(e *export) error {
	kinds := []struct {
		flag  string
		given bool
	}{{"chart", e.chart.name != ""}, {"report", e.report != ""}, {"blank", e.blank != ""}, {"return", e.giveBack != ""}, {"returns", e.returns != ""}, {"findings", e.findings}, {"roll-up", e.rollUp}, {"brief", e.brief}, {"coverage", e.coverage}, {"partition", e.partition}}
	first := ""
	for _, kind := range kinds {
		switch {
		case kind.given && first != "":
			return c.wrong(words.UsageExclude, first, kind.flag)
		case kind.given:
			first = kind.flag
		}
	}
	if e.returns != "" {
		return nil
	}
	if e.to == "" {
		return c.wrong(words.UsageNoTo)
	}
	if e.isSingle() && e.year == 0 {
		return c.wrong(words.UsageNeedsYear)
	}
	if err := c.checkFormat(e); err != nil {
		return err
	}
	return c.checkChart(&e.chart)
}

// checkFormat makes sure that what is to be written has the format of the file.
func (c *Command) checkFormat(e *export) error {
	what, formats := words.UsageTable, present.TableFormats()
	switch {
	case e.chart.name != "":
		what, formats = words.UsageChart, nil
		for _, format := range present.ChartFormats() {
			formats = append(formats, "."+string(format))
		}
	case e.coverage, e.findings:
		what, formats = words.UsageCoverage, []string{".xlsx", ".csv"}
		if e.findings {
			what = words.UsageFindings
		}
	case e.report != "" || e.blank != "":
		what, formats = words.UsageReport, present.ReportFormats()
	case e.brief:
		what, formats = words.UsageBrief, []string{".docx"}
	case e.giveBack != "" || e.rollUp:
		what, formats = words.UsageForm, []string{".xlsx"}
	case e.partition:
		what, formats = words.UsageFolder, []string{".parquet", c.say(words.UsageFolderName)}
	}
	format := e.extension()
	if slices.Contains(formats, format) || e.partition && format == "" {
		return nil
	}
	return c.wrong(words.UsageFormats, c.say(what), c.listed(formats), format)
}

// export writes what the flags ask for, and says so if a file was replaced.
func (c *Command) export(store *data.Store, e *export) error {
	if e.returns != "" {
		return c.writeReturns(store, e)
	}
	if err := c.checkTarget(store, e); err != nil {
		return err
	}
	write := c.writeTable
	switch {
	case e.isSingle():
		write = c.writeSingle
	case e.chart.name != "":
		write = c.writeChart
	case e.rollUp:
		write = c.writeRollUp
	case e.brief:
		write = c.writeBrief
	case e.coverage:
		write = c.writeCoverage
	case e.findings:
		write = c.writeFindings
	}
	return c.report(e, func() error { return write(store, e) })
}

// report writes a file and prints that it did, and whether it replaced another one.
func (c *Command) report(e *export, write func() error) error {
	_, missing := os.Stat(e.to)
	if err := write(); err != nil {
		return err
	}
	if missing != nil {
		c.tell(words.OutputWritten, e.to)
	} else {
		c.tell(words.OutputReplaced, e.to)
	}
	return nil
}

// checkTarget makes sure that the file to write is neither the database nor the
// file of a report, and that no folder or device has its name.
func (c *Command) checkTarget(store *data.Store, e *export) error {
	if e.partition { // the store writes into an empty folder only
		return nil
	}
	const most = 1 << 20
	files, err := store.SQL(c.Ctx, `SELECT DISTINCT file FROM reports`, data.Limits{Rows: most})
	if err != nil {
		return err
	}
	inputs := []string{store.Path(), store.Path() + ".wal"}
	for _, row := range files.Rows {
		if strings.EqualFold(filepath.Base(row[0].String), filepath.Base(e.to)) {
			inputs = append(inputs, row[0].String)
		}
	}
	err = present.CheckTarget(e.to, inputs...)
	if err == nil && strings.EqualFold(filepath.Ext(e.to), ".csv") {
		err = present.CheckTarget(present.RevisionsPath(e.to, c.Language), inputs...)
	}
	if err == nil || errors.Is(err, present.ErrNoSuchPlace) {
		return err
	}
	return usageError(c.explain(err))
}
