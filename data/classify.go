package data

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"nianbao/data/form"
)

// rival is the first of several reports of a body and year in one import.
type rival struct{ file, sheet string }

// rivalry identifies a report that was one of several between which the user had to
// choose.
type rivalry struct {
	reportKey
	hash, sheet string
}

func rivalryOf(e *storedReport) rivalry {
	return rivalry{reportKeyOf(&e.report), e.report.Hash, e.report.Sheet}
}

// noteRivals records the reports between which the user has to choose, so that the import
// does not ask again about those that are not chosen.
func (imp *Import) noteRivals(e *storedReport, first *sourceReport) {
	imp.pending.rivals = append(imp.pending.rivals, rivalryOf(e))
	if first != nil {
		imp.pending.rivals = append(imp.pending.rivals, rivalry{reportKeyOf(&e.report), first.hash, first.sheet})
	}
}

// classify compares a report with the stored ones of its body and year, and says what saving it
// does.
func (imp *Import) classify(ctx context.Context, e *storedReport) (saved Saved, isNew bool, err error) {
	if first, has := imp.rivals[reportKeyOf(&e.report)]; has && e.report.Kind.Rank() == 0 {
		imp.noteRivals(e, nil)
		return Saved{}, false, &form.RivalError{File: first.file, Sheet: first.sheet, Region: e.report.Region, Unit: e.report.Unit}
	}
	current, exists := imp.saved.inForce[reportKeyOf(&e.report)]
	saved = Saved{Verdict: Imported, ReportID: current.id}
	saved.count(e.findings)
	if !exists {
		saved.ReportID = imp.saved.nextReport
		return saved, true, nil
	}
	if imp.saved.declined[rivalryOf(e)] && !e.report.Named && e.digest != current.digest {
		saved.Verdict, saved.Superseded = Unchanged, true
		return saved, false, nil
	}
	isKnown := slices.ContainsFunc(current.others, func(o otherSource) bool { return o.digest == e.digest })
	if isKnown || e.digest == current.digest && (e.textDigest == "" || e.textDigest == current.textDigest) {
		saved.Verdict = Unchanged
		return saved, false, nil
	}
	if e.digest != current.digest && imp.saved.revisions[e.revision()] {
		saved.Verdict, saved.Superseded = Unchanged, true
		return saved, false, nil
	}
	return imp.classifySource(ctx, e, current)
}

func (s *Saved) count(findings []form.Finding) {
	s.Findings = len(findings)
	for _, f := range findings {
		if f.Severity == form.SeverityError {
			s.Errors++
		}
	}
}

// classifySource is classify for a report that is one of several sources of its body and year.
func (imp *Import) classifySource(ctx context.Context, e *storedReport, current known) (saved Saved, isNew bool, err error) {
	ids := []int64{current.id}
	for _, o := range current.others {
		ids = append(ids, o.id)
	}
	if slices.Max(ids) >= imp.firstUnwritten() {
		imp.flush(ctx)
	}
	chain, err := readSources(ctx, imp.store.db, ids)
	if err != nil {
		return Saved{}, false, err
	}
	own := sourceOf(e, imp.saved.nextReport)
	c := arrange(append(chain, own))
	for i := range chain {
		s := &chain[i]
		if differ := own.differing(s); (own.kind == form.FormSource || differ.common > 0) && s.id >= imp.first && s.kind.Rank() == own.kind.Rank() && differ.values+differ.weighty > 0 {
			imp.rivals[reportKeyOf(&e.report)] = rival{s.file, s.sheet}
			imp.noteRivals(e, s)
			return Saved{}, false, &form.RivalError{ReportID: s.id, File: s.file, Sheet: s.sheet, Region: e.report.Region, Unit: e.report.Unit, Differ: differ.values + differ.weighty}
		}
	}
	saved = Saved{Verdict: Added, ReportID: c.inForce}
	saved.count(e.findings)
	if at := slices.IndexFunc(chain, func(s sourceReport) bool { return slices.Contains(c.replaced, s.id) }); at >= 0 {
		saved.Verdict, saved.Before = Replaced, chain[at].file
		differ := own.differing(&chain[at])
		saved.Changed, saved.Lost = differ.all(), differ.lost
		if table := imp.store.columns.emptied(&own, &chain[at]); table != "" {
			switch answer, err := imp.answerTo(ctx, e); {
			case err != nil:
				return Saved{}, false, err
			case answer == LeftOut:
				return Saved{Verdict: Unchanged, ReportID: current.id, Superseded: true}, false, nil
			case answer != Asked || !e.report.Named:
				return Saved{}, false, &form.RivalError{File: chain[at].file, Sheet: chain[at].sheet, Region: e.report.Region, Unit: e.report.Unit, Emptied: table}
			}
		}
		saved.Pending = imp.unconfirmed(e)
	}
	for i := range c.sources {
		if c.sources[i].id == own.id {
			saved.Adds, saved.Confirms, saved.Contradicts = c.counts[i].adds, c.counts[i].confirms, c.counts[i].contradicts
		}
	}
	if len(c.sources) == 1 && len(chain) == 1 { // a later version of the only source
		e.previous = current.id
		return saved, true, nil
	}
	e.isOneOfSeveral = true
	for _, s := range c.sources {
		e.sources = append(e.sources, s.id)
	}
	if saved.Verdict == Added {
		saved.Findings = saved.Contradicts
		saved.Errors = 0
	}
	return saved, true, nil
}

// difference counts the figures in which a source differs from another: both have numbers,
// or only one has. lost counts those for which only the other has a number, and weighty those
// for which only one has a number and it is not 0. common counts those for which both have one.
type difference struct{ values, presence, lost, weighty, common int }

func (d difference) all() int { return d.values + d.presence }

func (s *sourceReport) differing(other *sourceReport) (d difference) {
	count := func(own, theirs sourceFigure) {
		has, had := own.hasValue(), theirs.hasValue()
		if has && had {
			d.common++
		}
		switch {
		case has && had && own.value != theirs.value:
			d.values++
		case has != had:
			d.presence++
			if had {
				d.lost++
			}
			if own.value != 0 || theirs.value != 0 {
				d.weighty++
			}
		}
	}
	for position, f := range s.figures {
		count(f, other.figures[position])
	}
	for position, o := range other.figures {
		if _, ok := s.figures[position]; !ok {
			count(sourceFigure{}, o)
		}
	}
	return d
}

// answerTo returns the verdict on a report in the last import that asked about it: Asked if
// the question was not answered, LeftOut if the user did not want it, "" if it is new. A sheet
// can have reports of several bodies and years, so the line must name the same ones.
// Importing its file alone, after it was asked about, is an answer too.
func (imp *Import) answerTo(ctx context.Context, e *storedReport) (answer Verdict, err error) {
	err = eachRow(ctx, imp.store.db, `SELECT verdict FROM store.lines WHERE hash = ? AND sheet = ? AND region = ? AND unit = ? AND year = ? AND verdict IN ('asked', 'left-out')
		ORDER BY import_id DESC, number DESC LIMIT 1`, func(rows *sql.Rows) error {
		return rows.Scan(&answer)
	}, e.report.Hash, e.report.Sheet, e.report.Region, e.report.Unit, e.report.Year)
	return answer, err
}

// emptied returns the first table that has numbers in the replaced source, one of them not 0,
// and none in the source that replaces it; "" if there is none. A blank never replaces
// numbers unasked, and a table left blank as a whole is rarely meant.
func (c *columns) emptied(s, replaced *sourceReport) string {
	hasNumber, lost := map[string]bool{}, map[string]bool{}
	for position, f := range s.figures {
		if f.hasValue() {
			hasNumber[c.keys[position].Table] = true
		}
	}
	for position, f := range replaced.figures {
		if table := c.keys[position].Table; f.hasValue() && f.value != 0 && !hasNumber[table] {
			lost[table] = true
		}
	}
	if len(lost) == 0 {
		return ""
	}
	return slices.Min(slices.Collect(maps.Keys(lost)))
}
