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

// lead is a column that names the row: what it says and how it is ordered by.
type lead struct {
	ID       string
	Title    words.Word
	numeric  bool
	unsorted bool // the store does not order by it
	quiet    bool
	behind   bool // stands behind the numbers
	Text     func(data.Row) string
}

// leads are the columns that name a row of a grain.
func leads(grain data.Grain, regions bool, say words.Language) []lead {
	region := []lead{regionLead()}
	if !regions {
		region = nil
	}
	bodies := lead{ID: "bodies", Title: words.ColumnBodies, numeric: true, unsorted: true, Text: func(r data.Row) string { return strconv.Itoa(r.Bodies) }}
	reports := lead{ID: "reports", Title: words.ColumnReports, numeric: true, unsorted: true, Text: func(r data.Row) string { return strconv.Itoa(r.Reports) }}
	switch grain {
	case data.UnitRows:
		return append(append([]lead{unitLead()}, region...), reports)
	case data.RegionRows:
		return []lead{namedRegionLead(say), bodies, reports}
	case data.RegionYearRows:
		return []lead{namedRegionLead(say), yearLead(), reports}
	case data.YearRows:
		return []lead{yearLead(), reports}
	case data.ItemRows:
		return itemLeads(say)
	case data.FigureRows:
		return append(append([]lead{unitLead(), yearLead()}, region...), append(itemLeads(say), figureEnds(say)...)...)
	}
	return append(append([]lead{unitLead(), yearLead()}, region...), findingsLead())
}

// ShownLeads are the columns of a query that name a row, in front of its numbers and behind them,
// without those that are hidden and in the order chosen. One stays whatever is hidden.
func ShownLeads(q data.Query, regions bool, say words.Language) (front, behind []lead) {
	all := leads(q.Rows, regions, say)
	shown := slices.DeleteFunc(slices.Clone(all), func(l lead) bool { return slices.Contains(q.Hidden, l.ID) })
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
	place := func(l lead) int {
		if i := slices.Index(q.Order, l.ID); i >= 0 {
			return i
		}
		return len(q.Order)
	}
	for _, list := range [][]lead{front, behind} {
		slices.SortStableFunc(list, func(a, b lead) int { return place(a) - place(b) })
	}
	return front, behind
}

func unitLead() lead {
	return lead{ID: data.UnitColumn, Title: words.ColumnUnit, Text: func(r data.Row) string { return r.Body.Unit }}
}

func regionLead() lead {
	return lead{ID: data.RegionColumn, Title: words.ColumnRegion, quiet: true, Text: func(r data.Row) string { return r.Body.Region }}
}

// namedRegionLead is the region where it is all that names the row.
func namedRegionLead(say words.Language) lead {
	return lead{ID: data.RegionColumn, Title: words.ColumnRegion, Text: func(r data.Row) string { return RegionName(r.Body.Region, say) }}
}

func yearLead() lead {
	return lead{ID: data.YearColumn, Title: words.ColumnYear, numeric: true, Text: func(r data.Row) string { return strconv.Itoa(r.Year) }}
}

func findingsLead() lead {
	return lead{ID: data.FindingsColumn, Title: words.ColumnFindings, numeric: true, Text: func(r data.Row) string { return strconv.Itoa(r.Findings) }}
}

func itemLeads(say words.Language) []lead {
	return []lead{
		{ID: data.ItemColumn, Title: words.ColumnItem, Text: func(r data.Row) string { return HeadedName(r.Measure, say) }},
		{ID: "measured", Title: words.ColumnMeasured, unsorted: true, quiet: true, Text: func(r data.Row) string { return UnitName(r.Measure.Unit, say) }},
	}
}

// figureEnds say of a single figure how the report prints it, and where.
func figureEnds(say words.Language) []lead {
	return []lead{
		{ID: data.StatusColumn, Title: words.ColumnStatus, quiet: true, behind: true, Text: func(r data.Row) string { return say.Say(statusWord(r.Cells[0].Status)) }},
		{ID: "raw", Title: words.ColumnRaw, unsorted: true, quiet: true, behind: true, Text: func(r data.Row) string { return r.Cells[0].Raw }},
		{ID: "place", Title: words.ColumnPlace, unsorted: true, quiet: true, behind: true, Text: func(r data.Row) string { return placeText(r.Place) }},
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

// HeadedName is a measure's name under its heading: 不予公开·属于国家秘密.
func HeadedName(c *data.Column, say words.Language) string {
	heading, title := say.Say(c.Heading), say.Say(c.Title)
	if heading == "" || heading == title {
		return title
	}
	return heading + "·" + title
}

// cell is what the grid shows. A report without findings is to be told at a glance.
func (l lead) cell(r data.Row) tabular.Cell {
	cell := tabular.Cell{Text: l.Text(r)}
	switch {
	case l.ID == data.FindingsColumn && r.Findings > 0:
		cell.Tone = tabular.Doubtful
	case l.quiet || l.ID == data.FindingsColumn:
		cell.Tone = tabular.Quiet
	}
	return cell
}

// exported is what a file holds: a count is a number there, and a year one without a comma.
func (l lead) exported(r data.Row) workbook.TableCell {
	text := l.Text(r)
	n, err := strconv.Atoi(text)
	switch {
	case !l.numeric || err != nil:
		return ExportText(text)
	case l.ID == data.YearColumn:
		return workbook.TableCell{Kind: workbook.NameCell, Number: form.Count(int64(n))}
	}
	return workbook.TableCell{Kind: workbook.NumberCell, Number: form.Count(int64(n))}
}

func ExportText(text string) workbook.TableCell {
	if text == "" {
		return workbook.TableCell{}
	}
	return workbook.TableCell{Kind: workbook.TextCell, Text: text}
}
