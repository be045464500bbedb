package data

import "nianbao/data/form"

// sums are the sums that a measure is made of: the figure itself or, for a metric,
// what form.Metric.Sums says. Column.terms writes them in SQL and recipe adds them up
// in Go.
func (c Column) sums() [][]form.SignedKey {
	if c.Role == FigureColumn {
		return [][]form.SignedKey{{{Key: c.Key}}}
	}
	return c.Metric.Sums()
}

// terms is the SQL of a measure of one report: one expression for a number, two for
// a rate. An expression is NULL if one of its figures has no number.
func (c Column) terms(name func(form.Key) string) []string {
	var list []string
	for _, sum := range c.sums() {
		list = append(list, signedSum(sum, name))
	}
	return list
}

func signedSum(terms []form.SignedKey, name func(form.Key) string) string {
	sum := ""
	for i, term := range terms {
		switch {
		case term.Minus:
			sum += ` - `
		case i > 0:
			sum += ` + `
		}
		sum += name(term.Key)
	}
	if len(terms) == 1 && !terms[0].Minus {
		return sum
	}
	return `(` + sum + `)`
}

// bothKnown restricts the parts of a rate to reports that have both of them.
// This must not be written with FILTER, which is thirty times slower.
func bothKnown(list []string) []string {
	if len(list) < 2 {
		return list
	}
	return []string{`CASE WHEN ` + list[1] + ` IS NOT NULL THEN ` + list[0] + ` END`, `CASE WHEN ` + list[0] + ` IS NOT NULL THEN ` + list[1] + ` END`}
}
