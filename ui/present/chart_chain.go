package present

import (
	"context"
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// The two rows that carry applications from year to year.
var (
	carriedOver    = form.Key{Table: form.ApplicationsTable, Item: "carried-over", Column: form.TotalColumnID}
	carriedForward = form.Key{Table: form.ApplicationsTable, Item: "carried-forward", Column: form.TotalColumnID}
)

// chainPicture shows for each unit what it carries forward from year to year.
func chainPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	q := r.Query
	q.View, q.Items = data.Applications, []string{carriedOver.Item, carriedForward.Item}
	n, err := readNumbers(ctx, store, q)
	if err != nil {
		return Picture{}, err
	}
	say := r.Language
	c := chart.Chain{Title: say.Say(words.KindChain), Unit: UnitName("件", say), Head: headOf(ByUnit, say), Years: rowYears(n.Rows), Words: ChartWords(say)}
	c.Subtitle = yearSpan(c.Years)
	names, at := NewBodyNames(distinct(rowBodies(n.Rows)), say), map[data.Body]int{}
	for _, row := range n.Rows {
		k, known := at[row.Body]
		if !known {
			k = len(c.Rows)
			at[row.Body] = k
			c.Rows = append(c.Rows, chart.ChainRow{Key: BodyID(row.Body), Name: names.Name(row.Body), In: make([]chart.Value, len(c.Years)), Out: make([]chart.Value, len(c.Years))})
		}
		i := row.Year - c.Years[0]
		c.Rows[k].In[i] = n.value(row, carriedOver, say)
		c.Rows[k].Out[i] = n.value(row, carriedForward, say)
	}
	return Picture{Model: c, DrillDown: func(h chart.Hit) (Target, bool) {
		p := targetOf(h.Key, ParseYear(h.Category))
		p.View = data.Applications
		return p, p.known()
	}}, nil
}

// value is a figure of a row.
func (n numbers) value(row data.Row, k form.Key, say words.Language) chart.Value {
	i, ok := n.place[k.String()]
	if !ok {
		return chart.Value{Text: say.Say(words.ChartNotAsked)}
	}
	return cellValue(row.Cells[i], n.Columns[i], say)
}

// rowYears are the years of the rows and all years between.
func rowYears(rows []data.Row) []int {
	if len(rows) == 0 {
		return nil
	}
	first, last := rows[0].Year, rows[0].Year
	for _, row := range rows {
		first, last = min(first, row.Year), max(last, row.Year)
	}
	var years []int
	for year := first; year <= last; year++ {
		years = append(years, year)
	}
	return years
}

// distinct drops each body that equals the one before it.
func distinct(bodies []data.Body) []data.Body {
	seen := map[data.Body]bool{}
	var list []data.Body
	for _, b := range bodies {
		if !seen[b] {
			seen[b] = true
			list = append(list, b)
		}
	}
	return list
}

// changePicture is a waterfall from the total of the year before to that of the year, with a
// step for each unit.
func changePicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	column, ok := data.ColumnByID(r.Item)
	if !ok {
		return Picture{}, data.ErrUnknownColumn
	}
	if r.Year == 0 {
		return Picture{Model: chart.Waterfall{Title: ColumnName(column, r.Language), Words: ChartWords(r.Language)}}, nil
	}
	now, err := readNumbers(ctx, store, ofItem(splitQuery(r), column))
	if err != nil {
		return Picture{}, err
	}
	before := r
	before.Year--
	was, err := readNumbers(ctx, store, ofItem(splitQuery(before), column))
	if err != nil {
		return Picture{}, err
	}
	say := r.Language
	style, unit := styleOf(column, say)
	w := chart.Waterfall{
		Title: ColumnName(column, say), Unit: unit, Style: style, Head: headOf(r.Split, say),
		Before: strconv.Itoa(r.Year - 1), After: strconv.Itoa(r.Year), Words: ChartWords(say),
	}
	w.Subtitle = w.Before + " → " + w.After
	for _, s := range seamsOf([]int{r.Year - 1, r.Year}, []data.Column{column}) {
		w.Note = say.Say(seamWord(s), s.After)
		if !s.Comparable {
			w.Missing = w.Note
			return Picture{Model: w}, nil // the difference would mean nothing
		}
	}
	w.Entries = movers(now, was, column, say)
	switch {
	case len(was.Rows) == 0:
		w.Missing = say.Say(words.ChartNoYearBefore, r.Year-1, r.Year)
	case !w.HasTotals():
		w.Missing = say.Say(words.ChartNoTotal, r.Year-1, r.Year)
	}
	return Picture{Model: w, DrillDown: atUnit(0, column)}, nil
}

// movers are the units that have a number in either year, with both numbers.
func movers(now, was numbers, column data.Column, say words.Language) []chart.Mover {
	all := append(rowBodies(now.Rows), rowBodies(was.Rows)...)
	names, at := NewBodyNames(distinct(all), say), map[data.Body]int{}
	var list []chart.Mover
	for _, b := range distinct(all) {
		at[b] = len(list)
		absent := chart.Value{Text: say.Say(words.ChartNoReport)}
		list = append(list, chart.Mover{Key: BodyID(b), Name: names.Name(b), From: absent, To: absent})
	}
	for _, row := range now.Rows {
		list[at[row.Body]].To = cellValue(now.cell(row, column.ID), column, say)
	}
	for _, row := range was.Rows {
		list[at[row.Body]].From = cellValue(was.cell(row, column.ID), column, say)
	}
	return list
}
