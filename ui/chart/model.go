package chart

// Value is one number of a series. The zero Value is a number that is not there: it is drawn
// as a gap, never as 0.
type Value struct {
	Number float64
	Known  bool
	Text   string // how the number is said, e.g. “85.7%（12/14）”; "" formats Number
	Note   string // what else the pointer learns: the change, the source, why it is missing
}

// Known returns the value of a number.
func Known(number float64) Value { return Value{Number: number, Known: true} }

// Series is one line, bar group or row of a chart. Values stand in the order of the categories
// (for a trend: the years), one each.
type Series struct {
	Key    string // identity, for hover and colour; Name if ""
	Name   string
	Values []Value
}

// ID is the series' identity within its chart.
func (s Series) ID() string {
	if s.Key != "" {
		return s.Key
	}
	return s.Name
}

// Seam marks a change of definition between two categories.
type Seam struct {
	After  int    // the year it follows
	Label  string // printed at the seam
	Note   string // learnt by the pointer
	Broken bool   // values on both sides are not comparable: no line crosses
}

// Words are the few sentences a chart says itself, in the user's language.
type Words struct {
	Empty     string // nothing to draw
	EmptyHint string // what to do about it
	More      string // fmt with %d: series left out of the legend
	Absent    string // a year without report
}
