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
	number int
}

// argue numbers the terms of a finding in the order they are read.
func (d *dossier) argue(f form.Finding) argument {
	a := argument{Finding: f, repairs: form.RepairsFor(f, d.repairs)}
	for i, t := range f.Terms {
		a.terms = append(a.terms, numbered{t, i + 1})
	}
	return a
}

// marks says which figures the page outlines for an argument, numbered as its terms, and which
// ones a repair would change.
func (d *dossier) marks(a argument, say words.Language) map[form.Key]page.Mark {
	marks := map[form.Key]page.Mark{}
	for _, k := range d.report.Concerned(a.Finding) {
		marks[k] = page.Mark{Outlined: true}
	}
	for _, t := range a.terms {
		m := page.Mark{Outlined: true, Number: t.number, OnBelow: t.Before, Light: t.Value == 0 && !t.Blank && t.Key != a.Key}
		if have, ok := marks[t.Key]; ok && have.Number > 0 { // stands there in both years
			m = have
			m.OnBelow = true
		}
		marks[t.Key] = m
	}
	for i, r := range a.repairs {
		if i > 0 && !r.Tied {
			break
		}
		for _, c := range r.Changes {
			m := marks[c.Key]
			if m.Wrong {
				continue
			}
			m.Outlined, m.Light, m.Wrong = true, false, true
			m.Proposed = say.Say(words.ReportProposed, c.To.Grouped())
			marks[c.Key] = m
		}
	}
	return marks
}
