package importer

import (
	"sort"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// report joins a draft's tables into a report and identifies it.
func (b *draft) report(clues []clue, said corrections) (form.Report, identification, []Question) {
	r := form.Report{File: said.file, Sheet: b.sheets[0].Name, Narrative: b.passages, Remarks: b.remarks}
	questions := append([]Question(nil), b.questions...)
	index := b.numbers.newIndex()
	vague := vagueFigures{}
	for _, f := range b.fragments {
		r.Remarks = append(r.Remarks, f.remarks...)
		questions = append(questions, f.questions...)
		for i := range f.figures {
			figure := &f.figures[i]
			if first := index[figure.number]; first != nil {
				questions = append(questions, checkDuplicate(&r, first, &figure.Figure)...)
				continue
			}
			index[figure.number] = &figure.Figure
			if figure.vague != read.Clear {
				vague[figure.Key] = figure.vague
			}
		}
	}
	r.Title = b.title()
	said.title = r.Title
	id := said.identify(append(append([]clue(nil), b.clues...), clues...))
	r.Presumed = id.presumed
	r.Unit, r.Region, r.Agency, r.Year, r.Evidence = id.body.unit, id.body.region, id.body.agency, id.year, id.evidence
	questions = append(questions, id.questions...)
	b.numbers.dropOtherRow(&r, index)
	own := b.numbers.editionOf(index, r.Year)
	e := own.edition
	r.Edition = e.ID
	r.Evidence = append(r.Evidence, form.Evidence{Field: fieldEdition, Value: e.ID, Place: placeTables, Detail: e.Authority, Confidence: trustTitle, Chosen: true})
	if of := form.EditionOf(r.Year); r.Year != 0 && of != e {
		r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleEditionYear, Text: e.Authority})
	}
	b.numbers.takeFigures(&r, own, index)
	questions = append(questions, vague.decide(&r)...)
	r.Kind = form.KindOf(&r)
	if r.Kind == form.FormSource {
		remarkGaps(&r, own, index)
	}
	questions = append(questions, b.hidden(&r)...)
	questions = append(questions, unseen(&r)...)
	for _, q := range id.questions {
		if !q.Blocking {
			r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleEvidence, Text: q.Explain("zh")})
		}
	}
	return r, id, questions
}

// checkDuplicate compares a figure that was found twice: equal figures count once; of
// different ones neither is taken.
func checkDuplicate(r *form.Report, first, second *form.Figure) []Question {
	if first.Status == second.Status && first.Value == second.Value && (first.Status != form.StatusText || first.Raw == second.Raw) {
		return nil
	}
	q := Question{Kind: AskFigure, Key: first.Key, Found: []string{first.Raw, second.Raw}, Source: second.Source}
	r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleAmbiguous, Key: first.Key, Text: first.Raw + " / " + second.Raw, Source: second.Source})
	first.Status = "" // takeFigures leaves it out
	return []Question{q}
}

// dropOtherRow drops the row （六）其他处理 if its items are there, because it is then
// the heading of a group.
func (p *keyNumbers) dropOtherRow(r *form.Report, index figureIndex) {
	leaves := false
	for n := range index {
		leaves = leaves || index[n] != nil && p.underOther[n]
	}
	if !leaves {
		return
	}
	for n, f := range index {
		if f != nil && f.Table == form.ApplicationsTable && f.Item == form.OtherItem {
			if f.Status.HasValue() {
				r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleUnknownLabel, Key: f.Key, Text: f.Raw, Source: f.Source})
			}
			index[n] = nil
		}
	}
}

// editionOf returns the edition that prints most of the figures. If several print equally
// many, the year decides: the latest edition in force by then, or the first edition if
// none was. If the year is unknown, it is the latest edition.
func (p *keyNumbers) editionOf(index figureIndex, year int) *editionNumbers {
	best, fewest := -1, 0
	for i := len(p.editions) - 1; i >= 0; i-- {
		e, misses := &p.editions[i], 0
		for n := range index {
			if index[n] != nil && !e.has[n] {
				misses++
			}
		}
		isTooLate := best >= 0 && year != 0 && p.editions[best].edition.FirstYear > year
		if best < 0 || misses < fewest || misses == fewest && isTooLate {
			best, fewest = i, misses
		}
	}
	return &p.editions[best]
}

// takeFigures puts the figures of the edition into form order. Others, and doubtful ones,
// are left out with a remark.
func (p *keyNumbers) takeFigures(r *form.Report, e *editionNumbers, index figureIndex) {
	r.Figures = make([]form.Figure, 0, len(e.order))
	for _, n := range e.order {
		if f := index[n]; f != nil && f.Status != "" {
			r.Figures = append(r.Figures, *f)
		}
	}
	var strange []*form.Figure
	for n, f := range index {
		if f != nil && f.Status != "" && !e.orders[n] {
			strange = append(strange, f)
		}
	}
	sort.Slice(strange, func(i, j int) bool { return strange[i].Key.String() < strange[j].Key.String() })
	for _, f := range strange {
		r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleEditionYear, Key: f.Key, Text: f.Raw, Source: f.Source})
	}
}

// remarkGaps adds remarks about the figures missing from a row that has others, and about
// the columns missing from a whole table. Missing rows and tables can be seen from the
// figures.
func remarkGaps(r *form.Report, e *editionNumbers, index figureIndex) {
	next := e.order
	for i := range e.edition.Tables {
		t := &e.edition.Tables[i]
		n := len(t.Items) * len(t.Columns)
		g := gaps{report: r, table: t, index: index, numbers: next[:n]}
		g.remark()
		next = next[n:]
	}
}

// gaps finds the figures that are missing from one table.
type gaps struct {
	report  *form.Report
	table   *form.Table
	index   figureIndex
	numbers []int32 // of the table's items and columns, in form order
}

func (g *gaps) figure(item, column int) *form.Figure {
	f := g.index[g.numbers[item*len(g.table.Columns)+column]]
	if f == nil || f.Status == "" {
		return nil
	}
	return f
}

// sheets returns the sheet of each item that has a figure, and the number of these items;
// the sheet is that of the item's last column.
func (g *gaps) sheets() (sheets []string, present []bool, n int) {
	sheets, present = make([]string, len(g.table.Items)), make([]bool, len(g.table.Items))
	for i := range g.table.Items {
		for c := range g.table.Columns {
			if f := g.figure(i, c); f != nil {
				sheets[i], present[i] = f.Source.Sheet, true
			}
		}
		if present[i] {
			n++
		}
	}
	return sheets, present, n
}

func (g *gaps) remark() {
	sheets, present, rows := g.sheets()
	for c := range g.table.Columns {
		column := g.table.Columns[c].ID
		var lacking []int
		for i := range g.table.Items {
			if present[i] && g.figure(i, c) == nil && !g.hasRemark(form.Key{Table: g.table.ID, Item: g.table.Items[i].ID, Column: column}) {
				lacking = append(lacking, i)
			}
		}
		if len(lacking) == rows && rows > 1 {
			g.add(form.Key{Table: g.table.ID, Column: column}, "")
			continue
		}
		for _, i := range lacking {
			g.add(form.Key{Table: g.table.ID, Item: g.table.Items[i].ID, Column: column}, sheets[i])
		}
	}
}

func (g *gaps) add(k form.Key, sheet string) {
	g.report.Remarks = append(g.report.Remarks, form.Remark{Rule: form.RuleMissingTable, Key: k, Source: form.Source{Sheet: sheet}})
}

// hasRemark reports whether there already is a remark about the figure.
func (g *gaps) hasRemark(k form.Key) bool {
	for i := range g.report.Remarks {
		if g.report.Remarks[i].Key == k {
			return true
		}
	}
	return false
}

// title is the title trusted most.
func (b *draft) title() string { return titleOf(b.clues) }

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

// hidden asks about figures from hidden sheets, rows and columns. They are read like
// others, but people have not seen them.
func (b *draft) hidden(r *form.Report) []Question {
	var places []string
	for _, s := range b.sheets {
		if s.Hidden {
			places = append(places, s.Name)
			continue
		}
		for _, at := range hiddenFigures(s, b) {
			places = append(places, s.Name+" "+at)
		}
	}
	if len(places) == 0 {
		return nil
	}
	for _, place := range places {
		r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleHidden, Text: place, Source: form.Source{Sheet: r.Sheet}})
	}
	return []Question{{Kind: AskHidden, Found: places, Source: form.Source{Sheet: r.Sheet}}}
}

// unseen asks about figures that cannot be seen: they were left out.
func unseen(r *form.Report) []Question {
	const most = 12
	var places []string
	for i := range r.Figures {
		f := &r.Figures[i]
		if strings.Contains(f.Raw, read.HiddenMark) {
			if len(places) == most {
				places = append(places, "…")
				break
			}
			places = append(places, strings.TrimSpace(f.Source.Sheet+" "+f.Source.Cell)+" "+f.Raw)
		}
	}
	if places == nil {
		return nil
	}
	return []Question{{Kind: AskUnseen, Found: places, Source: form.Source{Sheet: r.Sheet}}}
}

// hiddenFigures returns the first figure of each hidden row or column that has figures.
func hiddenFigures(s *read.Sheet, b *draft) []string {
	hidden := map[string]bool{} // the row or the column of an address: 23, H
	for i := range s.Rows {
		if s.Rows[i].Hidden {
			hidden[rowOfAddress(s.Address(i, 0))] = true
		}
	}
	for j := range s.HiddenColumns {
		if s.IsColumnHidden(j) {
			hidden[read.ColumnName(j)] = true
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
			if src.Sheet == s.Name && (hidden[row] || hidden[column]) {
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
		if read.IsDigit(cell[i]) {
			return cell[i:]
		}
	}
	return cell
}
