package data

import (
	"slices"

	"nianbao/data/form"
)

// isPlausible reports whether a whole can contain its parts: if many of its figures are
// smaller than the sum of the direct parts, it does not, unless one part that was forgotten
// or has changed since explains the difference.
func (w *wholeReport) isPlausible(values map[int64]denseFigures) bool {
	whole, smaller, judged := values[w.id], 0, 0
	sums := make([]form.Number, len(whole.values))
	for i := range sums {
		sums[i], _ = w.sum(values, i)
		if n, ok := whole.number(i); ok && sums[i] > 0 {
			judged++
			if n < sums[i] {
				smaller++
			}
		}
	}
	const mostSmaller = 4 // one in mostSmaller figures may be smaller
	return smaller*mostSmaller <= judged || w.repeatsSums(values, sums) || w.differsByOnePart(values, sums)
}

// differsByOnePart reports whether nearly all figures of a whole differ from the sum of the
// direct parts by no more than one part has. Those in which one part has more than a
// third of the sum say nothing: an office's own report can be as far from it.
func (w *wholeReport) differsByOnePart(values map[int64]denseFigures, sums []form.Number) bool {
	const fewest, telling = 10, 5
	whole, close, judged := values[w.id], 0, 0
	for i, sum := range sums {
		n, ok := whole.number(i)
		if !ok || sum < form.Count(telling) {
			continue
		}
		largest := w.largest(values, i)
		if 3*largest > sum {
			continue
		}
		judged++
		if max(n-sum, sum-n) <= largest {
			close++
		}
	}
	return judged >= fewest && 5*close >= 4*judged
}

// largest is the largest number of the direct parts in a figure.
func (w *wholeReport) largest(values map[int64]denseFigures, position int) (most form.Number) {
	for _, c := range w.parts {
		if n, ok := values[c.part].number(position); ok && c.direct {
			most = max(most, n)
		}
	}
	return most
}

// repeatsSums reports whether at least half of the figures of a whole equal the sum of the
// direct parts, of all of them or of all but one.
func (w *wholeReport) repeatsSums(values map[int64]denseFigures, sums []form.Number) bool {
	const telling = 5 // smaller sums are equal by chance
	whole := values[w.id]
	repeats := func(number func(position int) form.Number) bool {
		equal, judged := 0, 0
		for i, sum := range sums {
			n, ok := whole.number(i)
			if sum -= number(i); !ok || sum < form.Count(telling) {
				continue
			}
			judged++
			if n == sum {
				equal++
			}
		}
		return equal >= telling && 2*equal >= judged
	}
	if repeats(func(int) form.Number { return 0 }) {
		return true
	}
	const fewest = 3 // all of two parts but one is a copy of the other
	if w.directParts() < fewest {
		return false
	}
	return slices.ContainsFunc(w.parts, func(c containment) bool {
		return c.direct && repeats(func(position int) form.Number {
			n, _ := values[c.part].number(position)
			return n
		})
	})
}

func (w *wholeReport) directParts() (n int) {
	for _, c := range w.parts {
		if c.direct {
			n++
		}
	}
	return n
}
