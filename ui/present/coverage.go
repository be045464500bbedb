package present

import (
	"context"
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// CoverageRequest chooses the units and the year.
type CoverageRequest struct {
	Query    data.Query // only its units, regions and kinds matter
	Year     int        // 0: the latest
	Language words.Language
}

// Coverage lists which units of the register have reported for a year.
type Coverage struct {
	Year     int
	Years    []int // years that have reports
	Missing  []data.RegisteredBody
	Reported []data.RegisteredBody // expected or not
	names    map[int]string        // full names, by id
}

// ReadCoverage reads which units have reported.
func ReadCoverage(ctx context.Context, store *data.Store, request CoverageRequest) (*Coverage, error) {
	list, err := store.Coverage(ctx, request.Query)
	if err != nil {
		return nil, err
	}
	c := &Coverage{Year: request.Year, names: map[int]string{}}
	all, err := store.Register(ctx)
	if err != nil {
		return nil, err
	}
	for _, b := range all {
		c.names[b.ID] = b.Body.String()
	}
	for _, b := range list {
		c.Years = append(c.Years, b.Years...)
	}
	slices.Sort(c.Years)
	c.Years = slices.Compact(c.Years)
	if n := len(c.Years); c.Year == 0 && n > 0 {
		c.Year = c.Years[n-1]
	}
	for _, b := range list {
		switch {
		case slices.Contains(b.Years, c.Year):
			c.Reported = append(c.Reported, b)
		case b.Expected:
			c.Missing = append(c.Missing, b)
		}
	}
	return c, nil
}

// Document is the coverage as a table, the missing units first.
func (c *Coverage) Document(say words.Language) workbook.Table {
	expected := len(c.Missing) + len(c.Reported)
	t := workbook.Table{Title: say.Say(words.CoverageTitle, c.Year, expected, len(c.Reported), len(c.Missing)), Sheet: say.Say(words.CoverageSheet), Frozen: 2, Columns: []workbook.TableColumn{
		{Title: say.Say(words.CoverageState), Width: 8}, {Title: say.Say(words.ColumnUnit), Width: 20}, {Title: say.Say(words.ColumnRegion), Width: 24},
		{Title: say.Say(words.UnitsParent), Width: 24}, {Title: say.Say(words.UnitsKind), Width: 8}, {Title: say.Say(words.UnitsExpected), Width: 8},
	}}
	for _, year := range c.Years {
		t.Columns = append(t.Columns, workbook.TableColumn{Title: strconv.Itoa(year)})
	}
	t.Columns = append(t.Columns, workbook.TableColumn{Title: say.Say(words.CoverageLast), Width: 10})
	var rows [][]workbook.TableCell
	for _, group := range []struct {
		units []data.RegisteredBody
		state form.Words
	}{{c.Missing, words.CoverageMissing}, {c.Reported, words.CoverageReported}} {
		for _, b := range group.units {
			rows = append(rows, c.row(b, say.Say(group.state), say))
		}
	}
	t.Rows = allRows(rows)
	return t
}

func (c *Coverage) row(b data.RegisteredBody, state string, say words.Language) []workbook.TableCell {
	row := []workbook.TableCell{TextCell(state), TextCell(b.Unit), TextCell(b.Region), TextCell(c.names[b.Parent]), TextCell(KindText(b, say)), TextCell(YesNo(b.Expected, say))}
	for _, year := range c.Years {
		cell := workbook.TableCell{}
		if slices.Contains(b.Years, year) {
			cell = TextCell(say.Say(words.CoverageReported))
		}
		row = append(row, cell)
	}
	return append(row, TextCell(LastReport(b, say)))
}

// LastReport says for which year a body reported last.
func LastReport(b data.RegisteredBody, say words.Language) string {
	if n := len(b.Years); n > 0 {
		return strconv.Itoa(b.Years[n-1])
	}
	return say.Say(words.CoverageNever)
}

// KindText is the kind of a body: the user's own word, else the kind that its name suggests.
func KindText(b data.RegisteredBody, say words.Language) string {
	if b.Kind != "" {
		return b.Kind
	}
	return say.Say(data.KindName(b.Unit))
}

// YesNo is 是 or 否.
func YesNo(is bool, say words.Language) string {
	if is {
		return say.Say(words.UnitsYes)
	}
	return say.Say(words.UnitsNo)
}

// WriteCoverage writes which units have reported as a workbook or a text file, depending
// on the extension of the path.
func WriteCoverage(ctx context.Context, store *data.Store, request CoverageRequest, path string, as workbook.TextEncoding) error {
	c, err := ReadCoverage(ctx, store, request)
	if err != nil {
		return err
	}
	return WriteDocument(ctx, c.Document(request.Language), path, as)
}
