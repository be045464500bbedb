package data

import (
	"strings"

	"nianbao/data/form"
)

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
// a rate. An expression is NULL if none of its figures has a number.
func (c Column) terms(name func(form.Key) string) []string {
	var list []string
	for _, sum := range c.sums() {
		list = append(list, signedSum(sum, name))
	}
	return list
}

// known is SQL that is NULL exactly if terms is, and faster to compute.
func (c Column) known(name func(form.Key) string) []string {
	var list []string
	for _, sum := range c.sums() {
		list = append(list, anyOf(sum, name))
	}
	return list
}

// anyOf is SQL that is NULL if all terms are.
func anyOf(terms []form.SignedKey, name func(form.Key) string) string {
	if len(terms) == 1 {
		return name(terms[0].Key)
	}
	var names []string
	for _, term := range terms {
		names = append(names, name(term.Key))
	}
	return `coalesce(` + strings.Join(names, `, `) + `)`
}

func signedSum(terms []form.SignedKey, name func(form.Key) string) string {
	signed := func(i int, plus, minus string) string {
		if terms[i].Minus {
			return minus + name(terms[i].Key)
		}
		return plus + name(terms[i].Key)
	}
	switch len(terms) {
	case 1:
		return signed(0, ``, `-`)
	case 2: // twice as fast as the general case
		a, b := signed(0, ``, `-`), signed(1, ``, `-`)
		return `coalesce(` + a + signed(1, ` + `, ` - `) + `, ` + a + `, ` + b + `)`
	}
	sum := ""
	for _, term := range terms {
		sign := ` + `
		if term.Minus {
			sign = ` - `
		}
		sum += sign + `coalesce(` + name(term.Key) + `, 0)`
	}
	return `CASE WHEN ` + anyOf(terms, name) + ` IS NOT NULL THEN 0` + sum + ` END`
}

// bothKnown restricts the parts of a rate to reports that have both of them.
// This must not be written with FILTER, which is thirty times slower.
func bothKnown(list, known []string) []string {
	if len(list) < 2 {
		return list
	}
	return []string{`CASE WHEN ` + known[1] + ` IS NOT NULL THEN ` + list[0] + ` END`, `CASE WHEN ` + known[0] + ` IS NOT NULL THEN ` + list[1] + ` END`}
}
