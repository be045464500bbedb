package importer

import (
	"sort"
	"strconv"

	"nianbao/data/form"
)

// gather reads the forms and summary tables of one file together, because a body's
// figures may be spread over several of them.
func (u *interpreter) gather(src source, pages []*page, shared []clue) []Result {
	results := u.forms(src, pages, shared)
	index := map[string]int{}
	for i := range results {
		index[results[i].reportKey()] = i
	}
	for _, p := range pages {
		for _, s := range p.found.summaries {
			u.summary(src, p, s, func(r Result) {
				if at, ok := index[r.reportKey()]; ok && r.Report != nil && results[at].Report != nil {
					results[at].merge(&r)
					return
				}
				index[r.reportKey()] = len(results)
				results = append(results, r)
			})
		}
	}
	return results
}

func (r *Result) reportKey() string {
	if r.Report == nil {
		return r.File + "\x00" + r.Sheet
	}
	return r.Report.Region + "\x00" + r.Report.Unit + "\x00" + strconv.Itoa(r.Report.Year)
}

// merge adds the figures of another table for the same body and year. If both have a figure
// with different values, neither is taken until the user has decided.
func (r *Result) merge(other *Result) {
	have := r.Report.Index()
	var more []form.Figure
	for i := range other.Report.Figures {
		f := &other.Report.Figures[i]
		existing := have[f.Key]
		switch {
		case existing == nil:
			more = append(more, *f)
		case existing.Status != f.Status || existing.Value != f.Value:
			r.Questions = append(r.Questions, Question{Kind: AskTwice, Blocking: true, Key: f.Key,
				Found: []string{existing.Source.Sheet + " " + existing.Source.Cell, f.Source.Sheet + " " + f.Source.Cell}, Source: f.Source})
			r.refuseIfOpen()
			return
		}
	}
	r.Report.Figures = append(r.Report.Figures, more...)
	sortByForm(r.Report.Figures, form.EditionByID(r.Report.Edition))
	r.Report.Remarks = append(r.Report.Remarks, other.Report.Remarks...)
	r.Questions = append(r.Questions, other.Questions...)
	r.Figures = len(r.Report.Figures)
	r.Err = nil
	r.refuseIfOpen()
}

// sortByForm puts figures into the order of an edition.
func sortByForm(figures []form.Figure, e *form.Edition) {
	order := map[form.Key]int{}
	for _, t := range e.Tables {
		for _, it := range t.Items {
			for _, c := range t.Columns {
				order[form.Key{Table: t.ID, Item: it.ID, Column: c.ID}] = len(order)
			}
		}
	}
	sort.SliceStable(figures, func(i, j int) bool { return order[figures[i].Key] < order[figures[j].Key] })
}
