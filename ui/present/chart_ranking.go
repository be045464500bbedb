package present

import (
	"context"
	"strconv"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// entries holds the units or regions of one year with their numbers in one column.
type entries struct {
	column data.Column
	list   []chart.Entry
}

func readEntries(ctx context.Context, store *data.Store, r ChartRequest) (entries, error) {
	column, ok := data.ColumnByID(r.Item)
	if !ok {
		return entries{}, data.ErrUnknownColumn
	}
	n, err := readNumbers(ctx, store, ofItem(splitQuery(r), column))
	if err != nil {
		return entries{}, err
	}
	b, err := splitRows(ctx, store, n, r)
	if err != nil {
		return entries{}, err
	}
	e := entries{column: column}
	for i, row := range b.rows {
		cell := n.cell(row, column.ID)
		entry := chart.Entry{Key: b.categories[i].Key, Name: b.categories[i].Name, Note: b.categories[i].Note, Fraction: fractionOf(cell), Count: cellValue(cell, column, r.Language)}
		if column.IsRate() && entry.Whole > 0 {
			entry.Count = chart.Value{}
		}
		e.list = append(e.list, entry)
	}
	return e, nil
}

// rankingPicture lists units by a rate with its interval, or by a number.
func rankingPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	e, err := readEntries(ctx, store, r)
	if err != nil {
		return Picture{}, err
	}
	style, unit := styleOf(e.column, r.Language)
	return Picture{DrillDown: atUnit(r.Year, e.column), Model: chart.Ranking{
		Title: ColumnName(e.column, r.Language), Subtitle: e.subtitle(r), Unit: unit, Style: style,
		Head: headOf(r.Split, r.Language), Counts: !e.column.IsRate(), Entries: e.list, Words: ChartWords(r.Language),
	}}, nil
}

// funnelPicture draws a rate against its number of cases.
func funnelPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	e, err := readEntries(ctx, store, r)
	if err != nil {
		return Picture{}, err
	}
	return Picture{DrillDown: atUnit(r.Year, e.column), Model: chart.Funnel{
		Title: ColumnName(e.column, r.Language), Subtitle: e.subtitle(r), Volume: r.Language.Say(words.ChartVolume),
		Head: headOf(r.Split, r.Language), Points: e.list, Words: ChartWords(r.Language),
	}}, nil
}

// subtitle says year, number of units and definition.
func (e entries) subtitle(r ChartRequest) string {
	if len(e.list) == 0 {
		return ""
	}
	text := r.Language.Say(countWord(r.Split), strconv.Itoa(r.Year), len(e.list))
	if !r.Brief {
		text += definedAs(e.column, r.Language)
	}
	return text
}
