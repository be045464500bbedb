package data

import (
	"nianbao/data/form"
)

// recipe computes a column's cell from a report's figures, as Column.terms does in
// SQL: both follow Column.sums. Tests compare the cells of a table with its totals.
type recipe struct {
	column Column
	terms  [2][]signedTerm // by part
	parts  int             // 1, or 2 for a rate
}

type signedTerm struct {
	position int
	minus    bool
}

func (s *Store) recipes(columns []Column) []recipe {
	list := make([]recipe, len(columns))
	for i, c := range columns {
		sums := c.sums()
		list[i] = recipe{column: c, parts: len(sums)}
		for part, sum := range sums {
			list[i].terms[part] = s.signedTerms(sum)
		}
	}
	return list
}

// width is how many positions the recipes need.
func width(recipes []recipe) int {
	last := -1
	for _, r := range recipes {
		for _, terms := range r.terms {
			for _, term := range terms {
				last = max(last, term.position)
			}
		}
	}
	return last + 1
}

func (s *Store) signedTerms(keys []form.SignedKey) []signedTerm {
	list := make([]signedTerm, len(keys))
	for i, k := range keys {
		list[i] = signedTerm{s.columns.position[k.Key], k.Minus}
	}
	return list
}

// cell computes the column's cell.
func (r *recipe) cell(f denseFigures) Cell {
	if r.column.Role == FigureColumn {
		at := r.terms[0][0].position
		n, _ := f.number(at)
		return Cell{Status: statusOf(f.letters[at]), Value: n}
	}
	numbers, known, fits := r.numbers(f)
	if !fits {
		return Cell{Status: form.StatusText, Note: TooLargeSum}
	}
	return measured(numbers[:r.parts], known[:r.parts])
}

// numbers are the parts of the column; fits says whether both fit into a Number.
func (r *recipe) numbers(f denseFigures) (numbers [2]form.Number, known [2]bool, fits bool) {
	for i := range r.parts {
		if numbers[i], known[i], fits = f.sum(r.terms[i]); !fits {
			break
		}
	}
	return numbers, known, fits
}

// sum adds the terms; ok is false if one has no number, and fits is false if the sum does
// not fit into a Number.
func (f denseFigures) sum(terms []signedTerm) (sum form.Number, ok, fits bool) {
	for _, term := range terms {
		n, known := f.number(term.position)
		if !known {
			return 0, false, true
		}
		if term.minus {
			n = -n
		}
		total := sum + n
		if (n > 0) != (total > sum) && n != 0 {
			return 0, false, false
		}
		sum = total
	}
	return sum, true, true
}
