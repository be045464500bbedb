package importer

import (
	"strconv"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// summaryRun turns the rows of one summary table into results.
type summaryRun struct {
	*summary
	u           *interpreter
	src         source
	sheetName   string
	place       body // contains the rows' regions
	year        int  // of the table as a whole, 0 if none
	id          identification
	clues       []clue
	years       []int // of the headings, or 0 alone
	editions    map[int]*form.Edition
	occurrences map[string]int // how often a unit and year occur
	open        segment        // since the last sum
	segments    []segment      // before it
	emit        func(Result)
	pending     *Result // held back, so that questions about the table have a result to go with
}

// summary emits a result for each unit and year of a summary table.
func (u *interpreter) summary(src source, p *page, s *summary, emit func(Result)) {
	if len(s.rows) == 0 {
		emit(Result{File: src.path, Sheet: p.sheet.Name, Err: &NoUnitsError{Sheet: p.sheet.Name}})
		return
	}
	r := summaryRun{summary: s, u: u, src: src, sheetName: p.sheet.Name, emit: emit, editions: map[int]*form.Edition{}, occurrences: map[string]int{}}
	r.clues = p.cluesAround(s)
	r.clues = append(append(r.clues, cluesIn(p.sheet.Name, placeSheet, trustSheet)...), src.clues...)
	r.open.sums = make([]form.Number, len(s.fields))
	r.prepare(u.correctionsFor(src.path, p.sheet.Name, titleOf(r.clues)))
	r.run()
}

func (r *summaryRun) yearOf(row *summaryRow, heading int) int {
	switch {
	case heading == priorYear:
		if year := r.yearOf(row, 0); year != 0 {
			return year - 1
		}
		return 0
	case heading != 0:
		return heading
	case row.isPart:
		return 0
	case row.year != 0:
		return row.year
	case r.summary.year >= 0:
		return 0 // the row's year is unreadable, and need not be the table's
	case row.isLastYear && r.year != 0:
		return r.year - 1
	}
	return r.year
}

func (r *summaryRun) reportKeyOf(row *summaryRow, heading int) string {
	return row.body.region + "\x00" + row.body.unit + "\x00" + strconv.Itoa(r.yearOf(row, heading))
}

func (r *summaryRun) run() {
	next := 0
	for _, row := range r.rows {
		for ; next < len(r.sums) && r.sums[next].row < row.row; next++ {
			r.closeSegment()
		}
		for _, y := range r.years {
			r.put(r.report(&row, y))
		}
		r.open.units++
	}
	for ; next <= len(r.sums); next++ {
		r.closeSegment()
	}
	r.checkSums()
	if len(r.unknown) > 0 {
		r.ask(Question{Kind: AskColumn, Found: r.unknown, Source: form.Source{Sheet: r.sheetName}})
	}
	if len(r.notUnits) > 0 {
		r.ask(Question{Kind: AskRow, Found: r.notUnits, Source: form.Source{Sheet: r.sheetName}})
	}
	if len(r.empty) > 0 {
		r.ask(Question{Kind: AskEmpty, Found: r.empty, Source: form.Source{Sheet: r.sheetName}})
	}
	r.put(nil)
}

// put emits the result held back and holds back the next one.
func (r *summaryRun) put(next *Result) {
	if r.pending != nil {
		r.emit(*r.pending)
	}
	r.pending = next
}

func (r *summaryRun) ask(q Question) {
	if r.pending != nil {
		r.pending.Questions = append(r.pending.Questions, q)
	}
}

// report reads one row as the report of a unit and year.
func (r *summaryRun) report(row *summaryRow, heading int) *Result {
	year := r.yearOf(row, heading)
	report := &form.Report{Unit: row.body.unit, Region: row.body.region, Agency: row.body.agency, Year: year,
		File: r.src.path, Sheet: r.sheetName, Hash: r.src.hash, Kind: form.SummarySource}
	result := &Result{File: r.src.path, Sheet: r.sheetName, Report: report, Said: r.id.said, Recalled: r.id.recalled}
	report.Presumed = r.id.presumed && (r.unit < 0 || row.year == 0 && heading == 0)
	vague := r.read(row, heading, result)
	report.Edition = r.editionFor(heading, year).ID
	result.Questions = append(result.Questions, vague.decide(report)...)
	report.Evidence = []form.Evidence{
		{Field: fieldUnit, Value: row.body.unit, Place: placeTables, Detail: row.body.agency, Confidence: trustCell, Chosen: true},
		{Field: fieldYear, Value: strconv.Itoa(year), Place: placeTables, Confidence: trustCell, Chosen: true},
		{Field: fieldEdition, Value: report.Edition, Place: placeTables, Confidence: trustFolder, Chosen: true},
	}
	if r.isPivoted && r.unit < 0 {
		report.Kind = form.KindOf(report)
	}
	result.Figures = len(report.Figures)
	switch at := r.locator.view.source(row.row, max(r.unit, 0)); {
	case len(row.several) > 0 || row.maybeSum || row.isCut:
		result.Questions = append(result.Questions, Question{Kind: AskUnit, Blocking: true, Found: append([]string{row.body.unit}, row.several...)[min(len(row.several), 1):], Source: at})
	case row.body.unit == ownOffice:
		result.Questions = append(result.Questions, Question{Kind: AskUnit, Blocking: true, Found: []string{row.body.agency}, Source: at})
	case row.body.unit == "":
		result.Questions = append(result.Questions, Question{Kind: AskUnit, Blocking: true, Source: at})
	case year == 0:
		result.Questions = append(result.Questions, Question{Kind: AskYear, Blocking: true, Found: r.id.yearsInDoubt(), Source: at})
	case r.occurrences[r.reportKeyOf(row, heading)] > 1:
		result.Questions = append(result.Questions, Question{Kind: AskTwice, Blocking: true, Found: []string{row.body.agency}, Source: at})
	}
	result.refuseIfOpen()
	return result
}

// editionFor returns the edition that has most of the table's columns.
func (r *summaryRun) editionFor(heading, year int) *form.Edition {
	if e := r.editions[heading*10000+year]; e != nil {
		return e
	}
	known := r.u.words.numbers
	index := known.newIndex()
	for _, f := range r.fields {
		if n, ok := known.of[f.key]; ok && f.year == heading && !form.IsGroup(f.key) {
			index[n] = &form.Figure{Key: f.key}
		}
	}
	e := known.editionOf(index, year).edition
	r.editions[heading*10000+year] = e
	return e
}

// read reads the cells of one row. All addresses of a row are substrings of one string,
// because a national summary has six million of them. It returns the vague figures, nil
// if there are none.
func (r *summaryRun) read(row *summaryRow, heading int, result *Result) (vague vagueFigures) {
	v := r.locator.view
	names := make([]byte, 0, 8*len(r.fields))
	ends := make([]int, 0, len(r.fields))
	figures := make([]form.Figure, 0, len(r.fields))
	for i := range r.fields {
		f := &r.fields[i]
		if f.year != heading {
			continue
		}
		c := &r.columns[f.index]
		if v.isAbsent(row.row, c.left) {
			continue
		}
		cell := v.at(row.row, c.left)
		why := noDoubt
		if c.right > c.left || cell.Covered || v.at(row.row+1, c.left).Covered {
			s := r.locator.under(r.locatedTable, row.row, f.index)
			cell, why = s.cell, s.doubt
		}
		value, raw := read.ValueOf(*cell, f.column, f.money), cell.Raw()
		if why != noDoubt || value.Doubt {
			at := v.source(row.row, c.left)
			result.Questions = append(result.Questions, Question{Kind: why.question(), Key: f.key, Found: []string{raw}, Source: at})
			result.Report.Remarks = append(result.Report.Remarks, form.Remark{Rule: form.RuleAmbiguous, Key: f.key, Text: raw, Source: at})
			continue
		}
		if value.Unit != "" && value.Unit != f.column.Unit {
			result.Report.Remarks = append(result.Report.Remarks, form.Remark{Rule: form.RuleUnitOfMoney, Key: f.key, Text: raw + "（" + value.Unit + "）", Source: v.source(row.row, c.left)})
		}
		if value.Status.HasValue() {
			r.open.sums[i] += value.Value
		}
		if why := cell.Vagueness(); why != read.Clear {
			if vague == nil {
				vague = vagueFigures{}
			}
			vague[f.key] = why
		}
		names = v.appendAddress(names, row.row, c.left, f.letters)
		ends = append(ends, len(names))
		figures = append(figures, form.Figure{Key: f.key, Status: value.Status, Value: value.Value, Raw: raw, Source: form.Source{Sheet: r.sheetName}})
	}
	all, from := string(names), 0
	for i := range figures {
		figures[i].Source.Cell = all[from:ends[i]]
		from = ends[i]
	}
	result.Report.Figures = figures
	return vague
}
