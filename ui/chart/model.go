package chart

import "maps"

// Value is one number of a series. The zero Value is a missing number: it is drawn as a gap, never
// as 0.
type Value struct {
	Number float64
	Known  bool
	Text   string // how the number is written, e.g. “85.7%（12/14）”; "" formats Number
	Note   string // for the tooltip: the change, the source, the reason why it is missing
	// Apart says that it does not compare with the value before, as a sum of other units: a
	// line between them is dashed.
	Apart bool
}

// KnownValue returns the Value of a number.
func KnownValue(number float64) Value { return Value{Number: number, Known: true} }

// Series is one line, bar group or row of a chart. It has one value for each category (in a trend,
// each year), in their order.
type Series struct {
	Key    string // identifies the series for hover and colour; Name if ""
	Name   string
	Values []Value
}

// ID identifies the series within its chart.
func (s Series) ID() string {
	if s.Key != "" {
		return s.Key
	}
	return s.Name
}

// value is the value at an index; beyond the end it is missing.
func (s Series) value(i int) Value {
	if i < 0 || i >= len(s.Values) {
		return Value{}
	}
	return s.Values[i]
}

// Category is something that values of a series belong to: a unit, a year.
type Category struct {
	Key  string // passed on by a click; Name if ""
	Name string
	Note string // for the tooltip
}

// ID identifies the category within its chart.
func (c Category) ID() string {
	if c.Key != "" {
		return c.Key
	}
	return c.Name
}

// Seam marks a change of definition between two categories.
type Seam struct {
	After  int    // the year it follows
	Label  string // printed at the seam
	Note   string // for the tooltip
	Broken bool   // values on both sides are not comparable: no line crosses
}

// Hidden is the set of series, by ID, that the reader has switched off in the legend.
type Hidden map[string]bool

// Toggled returns a copy of the set with one series switched.
func (h Hidden) Toggled(id string) Hidden {
	out := Hidden{}
	maps.Copy(out, h)
	if out[id] {
		delete(out, id)
	} else {
		out[id] = true
	}
	return out
}
