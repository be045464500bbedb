package ui

import (
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/grid"
	"nianbao/ui/words"
)

// lead is a column that names the row: what it says and how it is ordered by.
type lead struct {
	id       string
	title    words.Word
	numeric  bool
	unsorted bool // the store does not order by it
	quiet    bool
	behind   bool // stands behind the numbers
	text     func(data.Row) string
}

// leads are the columns that name a row of a grain.
func leads(grain data.Grain, regions bool, say words.Language) []lead {
	region := []lead{regionLead()}
	if !regions {
		region = nil
	}
	bodies := lead{id: "bodies", title: words.ColumnBodies, numeric: true, unsorted: true, text: func(r data.Row) string { return strconv.Itoa(r.Bodies) }}
	reports := lead{id: "reports", title: words.ColumnReports, numeric: true, unsorted: true, text: func(r data.Row) string { return strconv.Itoa(r.Reports) }}
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

// shownLeads are the columns of a query that name a row, in front of its numbers and behind them,
// without those that are hidden and in the order chosen. One stays whatever is hidden.
func shownLeads(q data.Query, regions bool, say words.Language) (front, behind []lead) {
	all := leads(q.Rows, regions, say)
	shown := slices.DeleteFunc(slices.Clone(all), func(l lead) bool { return slices.Contains(q.Hidden, l.id) })
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
		if i := slices.Index(q.Order, l.id); i >= 0 {
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
	return lead{id: data.UnitColumn, title: words.ColumnUnit, text: func(r data.Row) string { return r.Body.Unit }}
}

func regionLead() lead {
	return lead{id: data.RegionColumn, title: words.ColumnRegion, quiet: true, text: func(r data.Row) string { return r.Body.Region }}
}

// namedRegionLead is the region where it is all that names the row.
func namedRegionLead(say words.Language) lead {
	return lead{id: data.RegionColumn, title: words.ColumnRegion, text: func(r data.Row) string { return regionName(r.Body.Region, say) }}
}

func yearLead() lead {
	return lead{id: data.YearColumn, title: words.ColumnYear, numeric: true, text: func(r data.Row) string { return strconv.Itoa(r.Year) }}
}

func findingsLead() lead {
	return lead{id: data.FindingsColumn, title: words.ColumnFindings, numeric: true, text: func(r data.Row) string { return strconv.Itoa(r.Findings) }}
}

func itemLeads(say words.Language) []lead {
	return []lead{
		{id: data.ItemColumn, title: words.ColumnItem, text: func(r data.Row) string { return headedName(r.Measure, say) }},
		{id: "measured", title: words.ColumnMeasured, unsorted: true, quiet: true, text: func(r data.Row) string { return unitName(r.Measure.Unit, say) }},
	}
}

// figureEnds say of a single figure how the report prints it, and where.
func figureEnds(say words.Language) []lead {
	return []lead{
		{id: data.StatusColumn, title: words.ColumnStatus, quiet: true, behind: true, text: func(r data.Row) string { return say.Say(statusWord(r.Cells[0].Status)) }},
		{id: "raw", title: words.ColumnRaw, unsorted: true, quiet: true, behind: true, text: func(r data.Row) string { return r.Cells[0].Raw }},
		{id: "place", title: words.ColumnPlace, unsorted: true, quiet: true, behind: true, text: func(r data.Row) string { return placeText(r.Place) }},
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

// headedName is a measure's name under its heading: 不予公开·属于国家秘密.
func headedName(c *data.Column, say words.Language) string {
	heading, title := say.Say(c.Heading), say.Say(c.Title)
	if heading == "" || heading == title {
		return title
	}
	return heading + "·" + title
}

// cell is what the grid shows. A report without findings is to be told at a glance.
func (l lead) cell(r data.Row) grid.Cell {
	cell := grid.Cell{Text: l.text(r)}
	switch {
	case l.id == data.FindingsColumn && r.Findings > 0:
		cell.Tone = grid.Doubtful
	case l.quiet || l.id == data.FindingsColumn:
		cell.Tone = grid.Quiet
	}
	return cell
}

// exported is what a file holds: a count is a number there, and a year one without a comma.
func (l lead) exported(r data.Row) workbook.TableCell {
	text := l.text(r)
	n, err := strconv.Atoi(text)
	switch {
	case !l.numeric || err != nil:
		return exportText(text)
	case l.id == data.YearColumn:
		return workbook.TableCell{Kind: workbook.NameCell, Number: form.Count(int64(n))}
	}
	return workbook.TableCell{Kind: workbook.NumberCell, Number: form.Count(int64(n))}
}

func exportText(text string) workbook.TableCell {
	if text == "" {
		return workbook.TableCell{}
	}
	return workbook.TableCell{Kind: workbook.TextCell, Text: text}
}
