package present

import (
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// Dimension is a column that names the row: its content and its order.
type Dimension struct {
	ID       string
	Title    words.Word
	numeric  bool
	unsorted bool // the store cannot sort by it
	quiet    bool
	behind   bool // comes after the numbers
	Text     func(data.Row) string
}

// The columns that count what a row adds up.
const (
	bodiesColumn  = "bodies"
	reportsColumn = "reports"
)

// dimensions are the columns that name a row of a given grain.
func dimensions(grain data.Grain, regions bool, say words.Language) []Dimension {
	region := []Dimension{regionDimension()}
	if !regions {
		region = nil
	}
	bodies := Dimension{ID: bodiesColumn, Title: words.ColumnBodies, numeric: true, unsorted: true, Text: func(r data.Row) string { return strconv.Itoa(r.Bodies) }}
	reports := Dimension{ID: reportsColumn, Title: words.ColumnReports, numeric: true, unsorted: true, Text: func(r data.Row) string { return strconv.Itoa(r.Reports) }}
	switch grain {
	case data.UnitRows:
		return append(append([]Dimension{unitDimension()}, region...), reports)
	case data.RegionRows:
		return []Dimension{namedRegionDimension(say), bodies, reports}
	case data.RegionYearRows:
		return []Dimension{namedRegionDimension(say), yearDimension(), reports}
	case data.YearRows:
		return []Dimension{yearDimension(), reports}
	case data.ItemRows:
		return itemDimensions(say)
	case data.FigureRows:
		return append(append([]Dimension{unitDimension(), yearDimension()}, region...), append(itemDimensions(say), figureDimensions(say)...)...)
	}
	return append(append([]Dimension{unitDimension(), yearDimension()}, region...), findingsDimension())
}

// ShownDimensions are the columns of a query that name a row, those before and those after its
// numbers, without hidden ones and in the chosen order. If all are hidden, one is shown anyway.
func ShownDimensions(q data.Query, regions bool, say words.Language) (front, behind []Dimension) {
	all := dimensions(q.Rows, regions, say)
	shown := slices.DeleteFunc(slices.Clone(all), func(l Dimension) bool { return slices.Contains(q.Hidden, l.ID) })
	for _, l := range shown {
		if l.behind {
			behind = append(behind, l)
		} else {
			front = append(front, l)
		}
	}
	if len(front) == 0 {
		front = all[:1]
	}
	place := func(l Dimension) int {
		if i := slices.Index(q.Order, l.ID); i >= 0 {
			return i
		}
		return len(q.Order)
	}
	for _, list := range [][]Dimension{front, behind} {
		slices.SortStableFunc(list, func(a, b Dimension) int { return place(a) - place(b) })
	}
	return front, behind
}

func unitDimension() Dimension {
	return Dimension{ID: data.UnitColumn, Title: words.ColumnUnit, Text: func(r data.Row) string { return r.Body.Unit }}
}

func regionDimension() Dimension {
	return Dimension{ID: data.RegionColumn, Title: words.ColumnRegion, quiet: true, Text: func(r data.Row) string { return r.Body.Region }}
}

// namedRegionDimension is the region column if nothing else names the row.
func namedRegionDimension(say words.Language) Dimension {
	return Dimension{ID: data.RegionColumn, Title: words.ColumnRegion, Text: func(r data.Row) string { return RegionName(r.Body.Region, say) }}
}

func yearDimension() Dimension {
	return Dimension{ID: data.YearColumn, Title: words.ColumnYear, numeric: true, Text: func(r data.Row) string { return strconv.Itoa(r.Year) }}
}

func findingsDimension() Dimension {
	return Dimension{ID: data.FindingsColumn, Title: words.ColumnFindings, numeric: true, Text: func(r data.Row) string { return strconv.Itoa(r.Findings) }}
}

func itemDimensions(say words.Language) []Dimension {
	return []Dimension{
		{ID: data.ItemColumn, Title: words.ColumnItem, Text: func(r data.Row) string { return FullColumnName(r.Measure, say) }},
		{ID: "measured", Title: words.ColumnMeasured, unsorted: true, quiet: true, Text: func(r data.Row) string { return UnitName(r.Measure.Unit, say) }},
	}
}

// figureDimensions are the columns that say what a single figure is and where the report
// prints it.
func figureDimensions(say words.Language) []Dimension {
	return []Dimension{
		{ID: data.StatusColumn, Title: words.ColumnStatus, quiet: true, behind: true, Text: func(r data.Row) string { return say.Say(statusWord(r.Cells[0].Status)) }},
		{ID: "raw", Title: words.ColumnRaw, unsorted: true, quiet: true, behind: true, Text: func(r data.Row) string { return r.Cells[0].Raw }},
		{ID: "place", Title: words.ColumnPlace, unsorted: true, quiet: true, behind: true, Text: func(r data.Row) string { return placeText(r.Source) }},
	}
}

func statusWord(s form.Status) words.Word {
	switch s {
	case form.StatusBlank:
		return words.ExportStatusBlank
	case form.StatusNA:
		return words.ExportStatusNA
	case form.StatusText:
		return words.ExportStatusText
	case form.StatusNoted:
		return words.ExportStatusNoted
	}
	return words.ExportStatusNumber
}

func placeText(p form.Source) string {
	if p.Sheet == "" || p.Cell == "" {
		return p.Sheet + p.Cell
	}
	return p.Sheet + "!" + p.Cell
}

// FullColumnName is a measure's name with its heading: 不予公开·属于国家秘密.
func FullColumnName(c *data.Column, say words.Language) string {
	heading, title := say.Say(c.Heading), say.Say(c.Title)
	if heading == "" || heading == title {
		return title
	}
	return heading + "·" + title
}

// cell is the cell of the grid. A report without findings looks different from one with findings.
func (l Dimension) cell(r data.Row) tabular.Cell {
	cell := tabular.Cell{Text: l.Text(r)}
	switch {
	case l.ID == data.FindingsColumn && r.Findings > 0:
		cell.Tone = tabular.Doubtful
	case l.quiet || l.ID == data.FindingsColumn:
		cell.Tone = tabular.Quiet
	}
	return cell
}

// fileCell is the cell of a file: counts are numbers there, and years have no comma.
func (l Dimension) fileCell(r data.Row) workbook.TableCell {
	text := l.Text(r)
	n, err := strconv.Atoi(text)
	switch {
	case !l.numeric || err != nil:
		return TextCell(text)
	case l.ID == data.YearColumn:
		return workbook.TableCell{Kind: workbook.NameCell, Number: form.Count(int64(n))}
	}
	return workbook.TableCell{Kind: workbook.NumberCell, Number: form.Count(int64(n))}
}

// TextCell is a text cell of a file; for "" it is an empty one.
func TextCell(text string) workbook.TableCell {
	if text == "" {
		return workbook.TableCell{}
	}
	return workbook.TableCell{Kind: workbook.TextCell, Text: text}
}
