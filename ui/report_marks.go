package ui

import (
	"nianbao/data/form"
	"nianbao/ui/page"
	"nianbao/ui/words"
)

// argument is a finding or an identity with the numbers its terms carry on the page.
type argument struct {
	form.Finding
	terms   []numbered
	repairs []form.Repair
}

// numbered is a term of the arithmetic with its number: ① for the first.
type numbered struct {
	form.Term
	number int // 0 for none
}

// argue numbers the terms of a finding in the order they are read. Where there are many, zeros
// among them carry no number.
func (d *dossier) argue(f form.Finding) argument {
	const few = 8
	a := argument{Finding: f, repairs: form.RepairsFor(f, d.repairs)}
	n := 0
	for _, t := range f.Terms {
		term := numbered{Term: t}
		if len(f.Terms) <= few || t.Value != 0 || t.Blank || t.Key == f.Key {
			n++
			term.number = n
		}
		a.terms = append(a.terms, term)
	}
	return a
}

// marksOf says which figures the page outlines for an argument, numbered as its terms, and which
// ones a repair would change.
func marksOf(d *dossier, a argument, say words.Language) map[form.Key]page.Mark {
	marks := map[form.Key]page.Mark{}
	for _, k := range d.report.Concerned(a.Finding) {
		marks[k] = page.Mark{Outlined: true}
	}
	for _, t := range a.terms {
		m := page.Mark{Outlined: true, Number: t.number, OnBelow: t.Before, Light: t.number == 0}
		if have, ok := marks[t.Key]; ok && have.Number > 0 { // stands there in both years
			m = have
			m.OnBelow = true
		}
		marks[t.Key] = m
	}
	for i, r := range form.Likeliest(a.repairs) {
		for _, c := range r.Changes {
			m := marks[c.Key]
			if m.Wrong {
				continue
			}
			m.Outlined, m.Light, m.Wrong = true, false, true
			m.Proposed = say.Say(words.ReportProposed, c.To.Grouped())
			if r.Tied {
				m.Proposed = say.Say(words.ReportProposedTied, form.Letter(i, say), c.To.Grouped())
			}
			marks[c.Key] = m
		}
	}
	return marks
}
