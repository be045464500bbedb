package ui

import (
	"nianbao/data/form"
	"nianbao/ui/page"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// marksOf says which figures the page outlines for a calculation, numbered like its terms, and
// which ones a repair would change.
func marksOf(d *present.ReportDetails, a present.Calculation, say words.Language) map[form.Key]page.Mark {
	marks := map[form.Key]page.Mark{}
	for _, k := range d.Report.Concerned(a.Finding) {
		marks[k] = page.Mark{Outlined: true}
	}
	for _, t := range a.Terms {
		m := page.Mark{Outlined: true, Number: t.Number, OnBelow: t.Before, Light: t.Number == 0}
		if have, ok := marks[t.Key]; ok && have.Number > 0 { // a term in both years
			m = have
			m.OnBelow = true
		}
		marks[t.Key] = m
	}
	for i, r := range form.Likeliest(a.Repairs) {
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
