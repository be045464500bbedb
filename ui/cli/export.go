package cli

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/data"
)

// export is what the export command is asked for.
type export struct {
	to        string
	view      string
	rows      string
	across    string
	years     yearRange
	units     list
	regions   list
	unitKinds list
	kinds     list
	items     list
	sort      list
	hide      list
	first     list // columns that come first
	editions  list
	statuses  list
	where     list // conditions on columns
	compare   bool
	findings  bool
	saved     string
	encoding  string
	partition bool
	report    string // unit whose report is written as the official form
	giveBack  string // unit whose return copy is written
	rollUp    bool   // the sum of reports of a year is written as the official form
	year      int
	chart     chartFlags
}

// list is a flag whose values are separated by commas.
type list []string

// String returns the values as they were given.
func (l *list) String() string { return strings.Join(*l, ",") }

// Set adds values.
func (l *list) Set(text string) error {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' || r == '、' }) {
		*l = append(*l, strings.TrimSpace(part))
	}
	return nil
}

// yearRange is a flag: 2023, 2019-2024, 2021- or -2020.
type yearRange struct{ from, to int }

// String returns the range as it is given.
func (y *yearRange) String() string { return fmt.Sprintf("%d-%d", y.from, y.to) }

// Set reads the range.
func (y *yearRange) Set(text string) error {
	from, to, isRange := strings.Cut(text, "-")
	if !isRange {
		to = from
	}
	for _, end := range []struct {
		text string
		into *int
	}{{from, &y.from}, {to, &y.to}} {
		if end.text == "" {
			continue
		}
		n, err := strconv.Atoi(end.text)
		if err != nil || n < 1900 || n > 9999 {
			return fmt.Errorf("%q is no year", end.text)
		}
		*end.into = n
	}
	return nil
}

func (e *export) flags(flags *flag.FlagSet) {
	flags.StringVar(&e.to, "to", "", "file to write: .xlsx, .csv or .parquet")
	flags.StringVar(&e.view, "view", "", "applications, outcomes, refusals, unavailable, enforcement, disputes or measures")
	flags.StringVar(&e.rows, "rows", "", "units, regions, region-years, years, items or figures")
	flags.StringVar(&e.across, "across", "", "years or kinds")
	flags.Var(&e.years, "years", "2023 or 2019-2024")
	flags.Var(&e.units, "units", "units by name")
	flags.Var(&e.regions, "regions", "regions by name")
	flags.Var(&e.unitKinds, "unit-kinds", "own, town, township, subdistrict, department, zone, other")
	flags.Var(&e.kinds, "kind", "applicant kinds")
	flags.Var(&e.items, "items", "items or metrics by id")
	flags.Var(&e.sort, "sort", "columns by id, -id for descending")
	flags.Var(&e.hide, "hide", "columns by id that are left out")
	flags.Var(&e.first, "first", "columns by id that come first")
	flags.Var(&e.editions, "editions", "2019, 2021")
	flags.Var(&e.statuses, "statuses", "only reports with such a figure: number, blank, na, text, noted")
	flags.Var(&e.where, "where", "conditions on columns: applications/received/total>=10, enforcement/penalty/decisions=blank")
	flags.BoolVar(&e.compare, "compare", false, "last year and the change beside each number")
	flags.BoolVar(&e.findings, "with-findings", false, "only reports with findings")
	flags.StringVar(&e.saved, "saved", "", "a saved view by name")
	flags.StringVar(&e.encoding, "encoding", "utf-8", "of .csv: utf-8 or gb18030")
	flags.BoolVar(&e.partition, "partition", false, ".parquet as a folder, one file a year")
	flags.StringVar(&e.report, "report", "", "unit whose report is written as the official form")
	flags.StringVar(&e.giveBack, "return", "", "unit whose return copy is written")
	flags.BoolVar(&e.rollUp, "roll-up", false, "the sum of the reports of a year as the official form")
	flags.IntVar(&e.year, "year", 0, "reporting year of that report, of the roll-up, or of a chart of one year")
	e.chart.flags(flags)
}

func (c Command) export(args []string) error {
	var e export
	rest, err := c.parse("export", args, e.flags)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("%w: export takes no argument %q", errUsage, rest[0])
	}
	if err := e.check(); err != nil {
		return fmt.Errorf("%w: export: %v", errUsage, err)
	}
	return c.withStore(func(store *data.Store) error {
		write := c.writeExport
		if e.chart.name != "" {
			write = c.writeChart
		}
		replaced := exists(e.to)
		err := write(store, e)
		if err == nil {
			c.written(e.to, replaced)
		}
		return err
	})
}

// check finds what is wrong with the call itself.
func (e *export) check() error {
	format := strings.ToLower(filepath.Ext(e.to))
	single := e.report != "" || e.giveBack != ""
	switch {
	case e.to == "":
		return errors.New("--to names the file")
	case e.report != "" && e.giveBack != "":
		return errors.New("--report and --return exclude each other")
	case e.chart.name != "":
		return e.chart.check(format)
	case single && e.year == 0:
		return errors.New("--report and --return need --year")
	case e.rollUp && single:
		return errors.New("--roll-up excludes --report and --return")
	case (single || e.rollUp) && format != ".xlsx":
		return errors.New("a report or a roll-up is written as .xlsx")
	case e.partition && format != ".parquet" && format != "":
		return errors.New("--partition is for .parquet")
	case format != ".xlsx" && format != ".csv" && format != ".parquet" && !e.partition:
		return fmt.Errorf("%q is none of .xlsx, .csv, .parquet", format)
	case !slices.Contains([]string{"utf-8", "utf8", "gb18030"}, strings.ToLower(e.encoding)):
		return fmt.Errorf("%q is none of utf-8, gb18030", e.encoding)
	}
	return e.known()
}
