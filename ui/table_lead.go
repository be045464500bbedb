package ui

import (
	"strconv"

	"nianbao/data"
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
		return append(append([]lead{unitLead(), yearLead()}, region...), append(itemLeads(say), placeLead())...)
	}
	return append(append([]lead{unitLead(), yearLead()}, region...), findingsLead())
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

// findingsLead leaves a report without findings empty: there it means none.
func findingsLead() lead {
	return lead{id: data.FindingsColumn, title: words.ColumnFindings, numeric: true, text: func(r data.Row) string {
		if r.Findings == 0 {
			return ""
		}
		return strconv.Itoa(r.Findings)
	}}
}

func itemLeads(say words.Language) []lead {
	return []lead{
		{id: data.ItemColumn, title: words.ColumnItem, text: func(r data.Row) string { return headedName(r.Measure, say) }},
		{id: "measured", title: words.ColumnMeasured, unsorted: true, quiet: true, text: func(r data.Row) string { return unitName(r.Measure.Unit, say) }},
	}
}

func placeLead() lead {
	return lead{id: "place", title: words.ColumnPlace, unsorted: true, quiet: true, text: func(r data.Row) string { return r.Place.Cell }}
}

// headedName is a measure's name under its heading: 不予公开·属于国家秘密.
func headedName(c *data.Column, say words.Language) string {
	heading, title := sayWords(say, c.Heading), sayWords(say, c.Title)
	if heading == "" || heading == title {
		return title
	}
	return heading + "·" + title
}

func (l lead) cell(r data.Row) grid.Cell {
	cell := grid.Cell{Text: l.text(r)}
	switch {
	case l.id == data.FindingsColumn && cell.Text != "":
		cell.Tone = grid.Doubtful
	case l.quiet:
		cell.Tone = grid.Quiet
	}
	return cell
}
