package data

import (
	"slices"

	"nianbao/data/form"
)

// Columns returns the columns after those that name a row. If the columns are years
// and the range is open, use Table.Columns: only the store knows the years.
func (q Query) Columns() []Column {
	var list []Column
	switch {
	case q.Rows == FigureRows:
		list = []Column{{ID: valueColumn, Role: SliceColumn, Title: form.Both("数值", "Value"), Label: form.Both("数值", "Value")}}
	case q.Rows == ItemRows:
		list = q.itemColumns()
	default:
		list = q.measureColumns(q.slices())
	}
	return q.arrange(list)
}

// measureColumns are the slices of each measure, with their comparisons.
func (q Query) measureColumns(parts []Slice) []Column {
	var list []Column
	for _, measure := range q.measures() {
		for _, part := range parts {
			c, ok := measure.sliced(part)
			if !ok {
				continue
			}
			if !q.compares() {
				list = append(list, c)
				continue
			}
			for _, compare := range append([]Comparison{ThisYear}, comparisons(c)...) {
				list = append(list, c.compared(compare))
			}
		}
	}
	return list
}

// measures are the figures and metrics of the query's view, in form order.
func (q Query) measures() []Column {
	if q.View != Measures {
		keys := q.keys()
		list := make([]Column, len(keys))
		for i, k := range keys {
			list[i] = figureColumn(k, severalOf(keys, k))
		}
		return list
	}
	var list []Column
	for _, m := range form.Metrics() {
		if len(q.Items) == 0 || slices.Contains(q.Items, m.ID) {
			list = append(list, metricColumn(m))
		}
	}
	return list
}

// severalOf reports whether an item has more than one column among the keys.
func severalOf(keys []form.Key, k form.Key) bool {
	for _, other := range keys {
		if other.Table == k.Table && other.Item == k.Item && other.Column != k.Column {
			return true
		}
	}
	return false
}

// slices are the parts in which each measure is shown.
func (q Query) slices() []Slice {
	switch {
	case q.byYear():
		var years []Slice
		for year := q.FromYear; year != 0 && year <= q.ToYear; year++ {
			years = append(years, Slice{Year: year})
		}
		return years
	case q.Across == KindAxis && (q.View == Measures || q.Rows == ItemRows):
		var kinds []Slice
		for _, kind := range allKinds() {
			if len(q.Kinds) == 0 || slices.Contains(q.Kinds, kind) {
				kinds = append(kinds, Slice{Kind: kind})
			}
		}
		return kinds
	}
	return []Slice{{}}
}

// sliced is the column of a part of the measure; ok is false if the measure has no such
// part.
func (c Column) sliced(s Slice) (Column, bool) {
	if s == (Slice{}) {
		return c, true
	}
	if s.Kind != "" {
		var ok bool
		if c, ok = c.ofKind(s.Kind); !ok {
			return c, false
		}
	}
	c.Heading, c.Title, c.Slice = c.name(), s.title(), s
	c.Label = form.Both(c.Label.Chinese+" · "+c.Title.Chinese, c.Label.English+" · "+c.Title.English)
	c.ID = s.id() + ":" + c.Measure
	return c, true
}

// ofKind replaces the total by an applicant kind in all terms of a measure; ok is false
// if the measure also has other terms.
func (c Column) ofKind(kind string) (Column, bool) {
	if kind == form.TotalColumnID {
		return c, true
	}
	ok := true
	ofKind := func(k form.Key) form.Key {
		ok = ok && k.Table == form.ApplicationsTable && k.Column == form.TotalColumnID
		k.Column = kind
		return k
	}
	allOfKind := func(terms []form.SignedKey) []form.SignedKey {
		list := slices.Clone(terms)
		for i := range list {
			list[i].Key = ofKind(list[i].Key)
		}
		return list
	}
	if c.Role == FigureColumn {
		c.Key = ofKind(c.Key)
	} else {
		c.Metric.Numerator, c.Metric.Denominator = allOfKind(c.Metric.Numerator), allOfKind(c.Metric.Denominator)
	}
	return c, ok && slices.Contains(allKinds(), kind)
}

// comparisons are those that make sense for a measure.
func comparisons(c Column) []Comparison {
	if c.IsRate() {
		return []Comparison{Prior, Points}
	}
	return []Comparison{Prior, Change, Percent}
}

// compared is the column of a comparison of the measure.
func (c Column) compared(compare Comparison) Column {
	title := compareTitle(compare)
	if c.Slice == (Slice{}) {
		c.Heading = c.name()
	} else {
		c.Heading = form.Both(c.Heading.Chinese+" "+c.Title.Chinese, c.Heading.English+" "+c.Title.English)
	}
	c.Title, c.Compare = title, compare
	if compare == ThisYear {
		return c
	}
	c.Label = form.Both(c.Label.Chinese+" · "+title.Chinese, c.Label.English+" · "+title.English)
	c.ID += "@" + string(compare)
	switch compare {
	case Percent:
		c.Unit, c.Money = "%", false
	case Points:
		c.Unit = "百分点"
	}
	return c
}

func compareTitle(compare Comparison) form.Words {
	switch compare {
	case Prior:
		return form.Both("上年", "Year before")
	case Change:
		return form.Both("增减", "Change")
	case Percent:
		return form.Both("同比", "Change in %")
	case Points:
		return form.Both("百分点", "Points")
	}
	return form.Both("本年", "This year")
}

// itemColumns are the slices side by side, for rows that are measures.
func (q Query) itemColumns() []Column {
	rates, counts := false, false
	for _, m := range q.measures() {
		rates, counts = rates || m.IsRate(), counts || !m.IsRate()
	}
	var list []Column
	for _, s := range q.slices() {
		c := Column{ID: valueColumn, Role: SliceColumn, Slice: s, Title: s.title(), Label: s.title()}
		if s != (Slice{}) {
			c.ID = s.id()
		}
		list = append(list, c)
		if !q.compares() {
			continue
		}
		for _, compare := range []Comparison{Prior, Change, Percent, Points} {
			if compare == Points && rates || compare != Points && counts || compare == Prior {
				list = append(list, c.compared(compare))
			}
		}
	}
	return list
}

// arrange leaves out the hidden columns and puts the chosen ones first.
func (q Query) arrange(list []Column) []Column {
	if len(q.Hidden) > 0 {
		list = slices.DeleteFunc(list, func(c Column) bool { return slices.Contains(q.Hidden, c.ID) })
	}
	if len(q.Order) == 0 {
		return list
	}
	indexOf := func(c Column) int {
		if i := slices.Index(q.Order, c.ID); i >= 0 {
			return i
		}
		return len(q.Order)
	}
	slices.SortStableFunc(list, func(a, b Column) int { return indexOf(a) - indexOf(b) })
	return list
}
