package importer

import (
	"sort"
	"strings"

	"nianbao/data/form"
)

// report joins a bundle's tables to a report and identifies it.
func (b *bundle) report(clues []clue, said answers) (form.Report, identity, []Question) {
	r := form.Report{File: said.file, Sheet: b.sheets[0].name, Narrative: b.passages, Remarks: b.remarks}
	questions := append([]Question(nil), b.questions...)
	index := map[form.Key]*form.Figure{}
	for _, f := range b.fragments {
		r.Remarks = append(r.Remarks, f.remarks...)
		questions = append(questions, f.questions...)
		for i := range f.figures {
			if twin := index[f.figures[i].Key]; twin != nil {
				questions = append(questions, settleTwins(&r, twin, &f.figures[i])...)
				continue
			}
			figure := f.figures[i]
			index[figure.Key] = &figure
		}
	}
	r.Title = b.title()
	said.title = r.Title
	id := said.identify(append(append([]clue(nil), b.clues...), clues...))
	r.Presumed = id.presumed
	r.Unit, r.Region, r.Agency, r.Year, r.Evidence = id.body.unit, id.body.region, id.body.agency, id.year, id.evidence
	questions = append(questions, id.questions...)
	settleOther(&r, index)
	e := editionOf(index, r.Year)
	r.Edition = e.ID
	r.Evidence = append(r.Evidence, form.Evidence{Field: fieldEdition, Value: e.ID, Place: placeTables, Detail: e.Authority, Confidence: trustTitle, Chosen: true})
	if of := form.EditionOf(r.Year); r.Year != 0 && of != e {
		r.Remarks = append(r.Remarks, form.Remark{Rule: ruleEditionYear, Text: e.Authority})
	}
	takeFigures(&r, e, index)
	remarkGaps(&r, e)
	questions = append(questions, b.hidden(&r)...)
	for _, q := range id.questions {
		if !q.Blocking {
			r.Remarks = append(r.Remarks, form.Remark{Rule: ruleIdentity, Text: q.Explain("zh")})
		}
	}
	return r, id, questions
}

// settleTwins compares a figure that was found twice: equal ones count once,
// of others neither is taken.
func settleTwins(r *form.Report, first, second *form.Figure) []Question {
	if first.Status == second.Status && first.Value == second.Value && (first.Status != form.StatusText || first.Raw == second.Raw) {
		return nil
	}
	q := Question{Kind: AskFigure, Key: first.Key, Found: []string{first.Raw, second.Raw}, Source: second.Source}
	r.Remarks = append(r.Remarks, form.Remark{Rule: ruleAmbiguous, Key: first.Key, Text: first.Raw + " / " + second.Raw, Source: second.Source})
	first.Status = "" // takeFigures leaves it out
	return []Question{q}
}

// settleOther drops the row （六）其他处理 where its leaves are there: it is then
// the heading of a group.
func settleOther(r *form.Report, index map[form.Key]*form.Figure) {
	leaves := false
	for k := range index {
		_, it, _, ok := form.Describe(k)
		leaves = leaves || ok && k.Table == form.ApplicationsTable && it.Group == form.OtherItem
	}
	if !leaves {
		return
	}
	for k, f := range index {
		if k.Table == form.ApplicationsTable && k.Item == form.OtherItem {
			if f.Status.HasValue() {
				r.Remarks = append(r.Remarks, form.Remark{Rule: ruleUnknownLabel, Key: k, Text: f.Raw, Source: f.Source})
			}
			delete(index, k)
		}
	}
}

// editionOf returns the edition that has most of the figures; where all have
// them, the one of the year; where that is unknown, the latest.
func editionOf(index map[form.Key]*form.Figure, year int) *form.Edition {
	editions := form.Editions()
	best, fewest := editions[len(editions)-1], -1
	for i := len(editions) - 1; i >= 0; i-- {
		misses := 0
		for k := range index {
			if !editions[i].Has(k) {
				misses++
			}
		}
		if fewest < 0 || misses < fewest || misses == fewest && form.EditionOf(year) == editions[i] {
			best, fewest = editions[i], misses
		}
	}
	return best
}

// takeFigures puts the figures of the edition into form order. Others, and
// those in doubt, are left out with a remark.
func takeFigures(r *form.Report, e *form.Edition, index map[form.Key]*form.Figure) {
	r.Figures = make([]form.Figure, 0, len(index))
	for i := range e.Tables {
		t := &e.Tables[i]
		for k := range t.Items {
			for j := range t.Columns {
				key := form.Key{Table: t.ID, Item: t.Items[k].ID, Column: t.Columns[j].ID}
				if f := index[key]; f != nil {
					delete(index, key)
					if f.Status != "" {
						r.Figures = append(r.Figures, *f)
					}
				}
			}
		}
	}
	var strange []*form.Figure
	for _, f := range index {
		if f.Status != "" {
			strange = append(strange, f)
		}
	}
	sort.Slice(strange, func(i, j int) bool { return strange[i].Key.String() < strange[j].Key.String() })
	for _, f := range strange {
		r.Remarks = append(r.Remarks, form.Remark{Rule: ruleEditionYear, Key: f.Key, Text: f.Raw, Source: f.Source})
	}
}

// remarkGaps notes the figures that a table's row lacks although it has others,
// and the columns that a table lacks altogether. Whole rows and tables that are
// missing follow from the figures.
func remarkGaps(r *form.Report, e *form.Edition) {
	index := r.Index()
	told := map[form.Key]bool{}
	for _, m := range r.Remarks {
		told[m.Key] = true
	}
	for i := range e.Tables {
		t := &e.Tables[i]
		rows := map[string]form.Source{}
		for k, f := range index {
			if k.Table == t.ID {
				rows[k.Item] = f.Source
			}
		}
		for _, c := range t.Columns {
			var lacking []form.Key
			for _, it := range t.Items {
				k := form.Key{Table: t.ID, Item: it.ID, Column: c.ID}
				if _, present := rows[it.ID]; present && index[k] == nil && !told[k] {
					lacking = append(lacking, k)
				}
			}
			if len(lacking) == len(rows) && len(rows) > 1 {
				lacking = []form.Key{{Table: t.ID, Column: c.ID}}
			}
			for _, k := range lacking {
				r.Remarks = append(r.Remarks, form.Remark{Rule: ruleMissingTable, Key: k, Source: form.Source{Sheet: rows[k.Item].Sheet}})
			}
		}
	}
}

// title is the title trusted most.
func (b *bundle) title() string { return titleOf(b.clues) }

func titleOf(clues []clue) string {
	best := -1
	for i := range clues {
		if c := &clues[i]; c.place == placeTitle && (best < 0 || c.trust > clues[best].trust) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return squeeze(clues[best].detail)
}

// hidden asks about figures from hidden sheets and rows: they are read like
// others, but nobody saw them.
func (b *bundle) hidden(r *form.Report) []Question {
	var places []string
	for _, s := range b.sheets {
		if s.hidden {
			places = append(places, s.name)
			continue
		}
		for _, at := range s.hiddenFigures(b) {
			places = append(places, s.name+" "+at)
		}
	}
	if len(places) == 0 {
		return nil
	}
	for _, place := range places {
		r.Remarks = append(r.Remarks, form.Remark{Rule: ruleHidden, Text: place, Source: form.Source{Sheet: r.Sheet}})
	}
	return []Question{{Kind: AskHidden, Found: places, Source: form.Source{Sheet: r.Sheet}}}
}

// hiddenFigures returns the first figure of each hidden row or column that
// gave any.
func (s *sheet) hiddenFigures(b *bundle) []string {
	hidden := map[string]bool{} // parts of addresses: 23 of a row, H of a column
	for i := range s.rows {
		if s.rows[i].hidden {
			hidden[rowOfAddress(s.address(i, 0))] = true
		}
	}
	for j := range s.hiddenCols {
		if s.colHidden(j) {
			hidden[columnName(j)] = true
		}
	}
	if len(hidden) == 0 {
		return nil
	}
	var at []string
	for _, f := range b.fragments {
		for i := range f.figures {
			src := f.figures[i].Source
			row := rowOfAddress(src.Cell)
			column := strings.TrimSuffix(src.Cell, row)
			if src.Sheet == s.name && (hidden[row] || hidden[column]) {
				at = append(at, src.Cell)
				delete(hidden, row)
				delete(hidden, column)
			}
		}
	}
	return at
}

// rowOfAddress returns the digits of H23.
func rowOfAddress(cell string) string {
	for i := range len(cell) {
		if isDigit(cell[i]) {
			return cell[i:]
		}
	}
	return cell
}
