package data

import (
	"fmt"
	"strings"

	"nianbao/data/form"
)

// clauses are the parts of a statement over the wide table that a query
// becomes. What a user typed is only ever a parameter.
type clauses struct {
	where []string
	args  []any
}

func (q Query) filter() clauses {
	var c clauses
	if q.FromYear != 0 {
		c.and(`year >= ?`, q.FromYear)
	}
	if q.ToYear != 0 {
		c.and(`year <= ?`, q.ToYear)
	}
	if len(q.Units) > 0 {
		var names []any
		for _, b := range q.Units {
			names = append(names, b.Region, b.Unit)
		}
		c.and(`body_id IN (SELECT body_id FROM store.bodies WHERE `+strings.TrimSuffix(strings.Repeat(`region = ? AND unit = ? OR `, len(q.Units)), ` OR `)+`)`, names...)
	}
	c.in(`region`, q.Regions)
	c.in(`edition`, q.Editions)
	if q.WithFindings {
		c.and(`report_id IN (SELECT report_id FROM store.findings)`)
	}
	return c
}

func (c *clauses) and(condition string, args ...any) {
	c.where = append(c.where, condition)
	c.args = append(c.args, args...)
}

func (c *clauses) in(column string, values []string) {
	if len(values) == 0 {
		return
	}
	var args []any
	for _, v := range values {
		args = append(args, v)
	}
	c.and(column+` IN (`+strings.TrimSuffix(strings.Repeat(`?,`, len(values)), `,`)+`)`, args...)
}

// from is FROM and WHERE.
func (c clauses) from() string {
	if len(c.where) == 0 {
		return ` FROM store.wide`
	}
	return ` FROM store.wide WHERE ` + strings.Join(c.where, ` AND `)
}

// orderBy ends with what identifies a row, so that pages never overlap.
func (q Query) orderBy(c *columns) (string, error) {
	var terms []string
	for _, key := range q.Sort {
		expression, err := c.sortExpression(key.Column)
		if err != nil {
			return "", err
		}
		if key.Descending {
			expression += ` DESC`
		}
		terms = append(terms, expression+` NULLS LAST`)
	}
	return ` ORDER BY ` + strings.Join(append(terms, `region, unit, year, report_id`), `, `), nil
}

func (c *columns) sortExpression(id string) (string, error) {
	switch id {
	case UnitColumn, RegionColumn, YearColumn, EditionColumn, FindingsColumn:
		return id, nil
	}
	column, ok := ColumnByID(id)
	if !ok {
		return "", fmt.Errorf("%w: %s", ErrUnknownColumn, id)
	}
	if column.Role == FigureColumn {
		name, _ := c.name(column.Key)
		return name, nil
	}
	numerator, denominator := c.metric(column.Metric)
	if denominator == "" {
		return numerator, nil
	}
	return `CAST(` + numerator + ` AS DOUBLE) / nullif(` + denominator + `, 0)`, nil
}

// metric returns the SQL of a metric's numerator and denominator, "" for a
// count's. Parts without a number are left out; without any part the sum is
// NULL.
func (c *columns) metric(m form.Metric) (numerator, denominator string) {
	numerator = c.signedSum(m.Numerator)
	if m.IsRate() {
		denominator = c.signedSum(m.Denominator)
	}
	return numerator, denominator
}

func (c *columns) signedSum(terms []form.SignedKey) string {
	var names []string
	sum := ""
	for _, term := range terms {
		name, _ := c.name(term.Key)
		if len(terms) == 1 && !term.Minus {
			return name
		}
		names = append(names, name)
		sign := ` + `
		if term.Minus {
			sign = ` - `
		}
		sum += sign + `coalesce(` + name + `, 0)`
	}
	return `CASE WHEN coalesce(` + strings.Join(names, `, `) + `) IS NOT NULL THEN 0` + sum + ` END`
}
