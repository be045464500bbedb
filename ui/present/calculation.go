package present

import "nianbao/data/form"

// Side returns one side of the calculation: its numbered terms, and how many zeros are left out.
func (a Calculation) Side(right bool) (terms []NumberedTerm, zeros int) {
	for _, t := range a.Terms {
		switch {
		case t.Right != right:
		case t.Number == 0:
			zeros++
		default:
			terms = append(terms, t)
		}
	}
	return terms, zeros
}

// Calculation is a finding or an identity whose terms are numbered as they are marked in the
// report.
type Calculation struct {
	form.Finding
	Terms   []NumberedTerm
	Repairs []form.Repair
}

// NumberedTerm is a term of the arithmetic with its number: ① for the first.
type NumberedTerm struct {
	form.Term
	Number int // 0 for none
}

// Calculation numbers the terms of a finding in reading order. If there are many terms, those that
// are 0 have no number.
func (d *ReportDetails) Calculation(f form.Finding) Calculation {
	const few = 8
	a := Calculation{Finding: f, Repairs: form.RepairsFor(f, d.repairs)}
	n := 0
	for _, t := range f.Terms {
		term := NumberedTerm{Term: t}
		if len(f.Terms) <= few || t.Value != 0 || t.Blank || t.Key == f.Key {
			n++
			term.Number = n
		}
		a.Terms = append(a.Terms, term)
	}
	return a
}
