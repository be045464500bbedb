package ui

import (
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

// rowName is a column that names the rows of a table.
type rowName struct {
	id      string
	title   words.Word
	numeric bool
	cell    func(data.Row) importer.TableCell
}

// rowNames are the columns that name a row of the grain, in order.
func rowNames(grain data.Grain, say words.Language) []rowName {
	unit := rowName{data.UnitColumn, words.ColumnUnit, false, func(r data.Row) importer.TableCell { return exportText(r.Body.Unit) }}
	region := rowName{data.RegionColumn, words.ColumnRegion, false, func(r data.Row) importer.TableCell { return exportText(r.Body.Region) }}
	year := rowName{data.YearColumn, words.ColumnYear, true, func(r data.Row) importer.TableCell { return exportText(strconv.Itoa(r.Year)) }}
	findings := rowName{data.FindingsColumn, words.ColumnFindings, true, func(r data.Row) importer.TableCell { return exportCount(r.Findings) }}
	reports := rowName{"", words.ColumnReports, true, func(r data.Row) importer.TableCell { return exportCount(r.Reports) }}
	bodies := rowName{"", words.ColumnBodies, true, func(r data.Row) importer.TableCell { return exportCount(r.Bodies) }}
	item := rowName{data.ItemColumn, words.ColumnItem, false, func(r data.Row) importer.TableCell { return exportText(headedName(r.Measure, say)) }}
	measured := rowName{"", words.ColumnMeasured, false, func(r data.Row) importer.TableCell { return exportText(unitName(r.Measure.Unit, say)) }}
	switch grain {
	case data.UnitRows:
		return []rowName{unit, region, reports}
	case data.RegionRows:
		return []rowName{region, bodies, reports}
	case data.RegionYearRows:
		return []rowName{region, year, bodies}
	case data.YearRows:
		return []rowName{year, bodies}
	case data.ItemRows:
		return []rowName{item, measured}
	case data.FigureRows:
		return []rowName{unit, year, region, item, measured}
	}
	return []rowName{unit, year, region, findings}
}

// rowEnds are the columns that stand behind the number of a single figure.
func rowEnds(grain data.Grain, say words.Language) []rowName {
	if grain != data.FigureRows {
		return nil
	}
	return []rowName{
		{data.StatusColumn, words.ColumnStatus, false, func(r data.Row) importer.TableCell { return exportText(say.Say(statusWord(r.Cells[0].Status))) }},
		{"", words.ColumnRaw, false, func(r data.Row) importer.TableCell { return exportText(r.Cells[0].Raw) }},
		{"", words.ColumnPlace, false, func(r data.Row) importer.TableCell { return exportText(placeText(r.Place)) }},
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

func exportText(text string) importer.TableCell {
	if text == "" {
		return importer.TableCell{}
	}
	return importer.TableCell{Kind: importer.TextCell, Text: text}
}

func exportCount(n int) importer.TableCell {
	return importer.TableCell{Kind: importer.NumberCell, Number: form.Count(int64(n))}
}
