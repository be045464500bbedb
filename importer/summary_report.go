package importer

import (
	"sort"
	"strconv"
	"strings"

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

// cluesAround returns the clues in the titles and notes around a summary table. If there
// are several tables below each other, each has the titles directly above it, if any.
func (p *page) cluesAround(s *summary) []clue {
	floor := 0
	for _, other := range p.found.summaries {
		if other.below <= s.above {
			floor = max(floor, other.below)
		}
	}
	var near, all []clue
	for i := range p.texts {
		n := &p.texts[i]
		if n.row > s.above && n.row < s.below {
			continue
		}
		all = append(all, n.clues()...)
		if len(p.found.summaries) > 1 && n.row >= floor && n.row <= s.above {
			near = append(near, n.clues()...)
		}
	}
	for i := range near {
		if near[i].year != 0 {
			return near
		}
	}
	return all
}

// prepare finds what applies to the whole table.
func (r *summaryRun) prepare(said corrections) {
	id := said.identify(r.placeClues())
	r.id, r.place, r.year = id, id.body, id.year
	if r.unit >= 0 && r.place.unit == "" {
		r.place = said.place
	}
	seen := map[int]bool{}
	for i := range r.fields {
		f := &r.fields[i]
		if f.year == r.year && r.summary.year < 0 {
			f.year = 0 // 行政处罚（2023年） under a title of 2023 says nothing new
		}
		if !seen[f.year] {
			seen[f.year] = true
			r.years = append(r.years, f.year)
		}
	}
	sort.Ints(r.years)
	r.takeListed()
	r.findSums()
	for i := range r.rows {
		row := &r.rows[i]
		if r.unit < 0 {
			row.body = r.place
		} else {
			row.body.region = r.regionOf(row)
			row.body = row.body.named()
		}
		for _, y := range r.years {
			r.occurrences[r.reportKeyOf(row, y)]++
		}
	}
}

// placeClues returns the clues without those for bodies that cannot contain the rows' bodies,
// since a sheet may be named after one of the rows. If none is left, it returns all.
func (r *summaryRun) placeClues() []clue {
	var kept []clue
	places := 0
	for _, c := range r.clues {
		isPlace := c.body.level != noLevel && c.body.level < townLevel
		if isPlace {
			places++
		}
		if isPlace || c.body.unit == "" {
			kept = append(kept, c)
		}
	}
	if r.unit < 0 || places == 0 {
		return r.clues
	}
	return kept
}

// regionOf completes the region of a row's body by the region column and the place of the
// table.
func (r *summaryRun) regionOf(row *summaryRow) string {
	region := row.body.region
	if r.region >= 0 {
		if own := squeeze(r.locator.view.at(row.row, r.region).Text); own != "" && !strings.Contains(region, own) {
			region = own + region
		}
	}
	if r.place.level == noLevel || r.place.unit == row.body.unit {
		return region
	}
	above := aboveOf(r.place.region+r.place.unit, region)
	if row.body.level != noLevel && row.body.level <= r.place.level && region == "" {
		return region
	}
	switch {
	case region == "", strings.HasPrefix(above, region) && strings.HasSuffix(above, region):
		return above
	case strings.HasPrefix(region, r.place.unit):
		return r.place.region + region
	case strings.Contains(region, r.place.unit):
		return region
	}
	return above + region
}

// aboveOf returns the part of a place's name that can be above a region: for 青石县 it is 云州市 of
// 云州市临江区, because 青石县 is not in 临江区.
func aboveOf(place, region string) string {
	parts := splitPlace(region).parts
	if len(parts) == 0 || isZone([]rune(parts[0])) {
		return place
	}
	rank, above := splitPlace(parts[0]).last, ""
	for _, part := range splitPlace(place).parts {
		if splitPlace(part).last >= rank && part != parts[0] {
			return above
		}
		above += part
	}
	return place
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
