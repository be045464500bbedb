package data

import (
	"cmp"
	"context"
	"database/sql"
	"path/filepath"
	"slices"

	"nianbao/data/form"
)

// A source is a report as one file gives it. The sources of a body and year that no later
// one replaces form a set: the one with the highest rank is in force, and a figure for
// which it has no number comes from the next one that has.

// sourceReport is a source with its figures by position.
type sourceReport struct {
	id          int64
	kind        form.SourceKind
	file, sheet string
	hash        string
	figures     map[int]sourceFigure
}

type sourceFigure struct {
	letter byte
	value  form.Number
	source form.Source
}

func (f sourceFigure) hasValue() bool { return f.letter == statusNumber || f.letter == statusNoted }

// sourceSet is the sources of one body and year.
type sourceSet struct {
	inForce  int64
	sources  []sourceReport // by rank, the highest first
	replaced []int64
	taken    map[int]int64 // position → id of the lower source that the figure is taken from
	counts   []sourceCounts
}

// sourceCounts counts the figures of a source: those that no other source has, and those
// for which another source has the same number or a different one.
type sourceCounts struct{ adds, confirms, contradicts int }

// arrange ranks the sources of a body and year, which come in the order of their ids.
func arrange(chain []sourceReport) sourceSet {
	var c sourceSet
	for _, s := range chain {
		var kept []sourceReport
		for _, earlier := range c.sources {
			if s.replaces(&earlier) {
				c.replaced = append(c.replaced, earlier.id)
			} else {
				kept = append(kept, earlier)
			}
		}
		c.sources = append(kept, s)
	}
	slices.SortStableFunc(c.sources, func(a, b sourceReport) int {
		return cmp.Or(a.kind.Rank()-b.kind.Rank(), cmp.Compare(b.id, a.id))
	})
	if len(c.sources) > 0 {
		c.inForce = c.sources[0].id
	}
	c.take()
	return c
}

// replaces reports whether a source is a later version of an earlier one: a form replaces
// a form; a part or a summary replaces one of its kind if it has all its numbers.
func (s *sourceReport) replaces(earlier *sourceReport) bool {
	if s.kind.Rank() != earlier.kind.Rank() {
		return false
	}
	if s.kind.Rank() == 0 {
		return true
	}
	for position, f := range earlier.figures {
		if f.hasValue() && !s.figures[position].hasValue() {
			return false
		}
	}
	return true
}

// take finds the source of each figure and counts the agreements and contradictions.
func (c *sourceSet) take() {
	c.taken, c.counts = map[int]int64{}, make([]sourceCounts, len(c.sources))
	positions := map[int]bool{}
	for i := range c.sources {
		for position := range c.sources[i].figures {
			positions[position] = true
		}
	}
	for position := range positions {
		from := c.holder(position)
		if from > 0 {
			c.taken[position] = c.sources[from].id
		}
		for i := range c.sources {
			c.counts[i].count(c.sources, i, position)
		}
	}
}

// count compares a figure of source i with the other sources.
func (n *sourceCounts) count(sources []sourceReport, i, position int) {
	own := sources[i].figures[position]
	if !own.hasValue() {
		return
	}
	same, other := false, false
	for k := range sources {
		if f := sources[k].figures[position]; k != i && f.hasValue() {
			same, other = same || f.value == own.value, other || f.value != own.value
		}
	}
	switch {
	case other:
		n.contradicts++
	case same:
		n.confirms++
	default:
		n.adds++
	}
}

// holder returns the index of the highest source with a number at a position, else of the
// highest with anything there.
func (c *sourceSet) holder(position int) int {
	first := -1
	for i := range c.sources {
		f, ok := c.sources[i].figures[position]
		if ok && f.hasValue() {
			return i
		}
		if ok && first < 0 {
			first = i
		}
	}
	return first
}

// conflicts lists the figures for which a source contradicts the one taken, in the order
// of position and rank.
func (c *sourceSet) conflicts(keys []form.Key) []form.Conflict {
	var list []form.Conflict
	for i := range c.sources {
		for position, f := range c.sources[i].figures {
			from := c.holder(position)
			held := c.sources[from].figures[position]
			if i == from || !f.hasValue() || !held.hasValue() || f.value == held.value {
				continue
			}
			list = append(list, form.Conflict{Key: keys[position], Taken: held.value, Other: f.value, Source: held.source, OtherSource: f.source,
				File: filepath.Base(c.sources[from].file), OtherFile: filepath.Base(c.sources[i].file)})
		}
	}
	order := map[form.Key]int{}
	for i, k := range keys {
		order[k] = i
	}
	slices.SortStableFunc(list, func(a, b form.Conflict) int {
		return cmp.Or(order[a.Key]-order[b.Key], cmp.Compare(a.OtherFile, b.OtherFile), cmp.Compare(a.OtherSource.Cell, b.OtherSource.Cell))
	})
	return list
}

// readSources reads reports as sources, in the order of their ids.
func readSources(ctx context.Context, q querier, ids []int64) ([]sourceReport, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list := idList(ids)
	var all []sourceReport
	at := map[int64]int{}
	const head = `SELECT r.report_id, r.file, r.sheet, r.hash, d.kind FROM store.`
	const tail = ` r JOIN store.documents d USING (report_id) WHERE r.report_id IN `
	err := eachRow(ctx, q, head+`reports`+tail+list+` UNION ALL `+head+`revisions`+tail+list+` UNION ALL `+head+`withdrawn`+tail+list+` ORDER BY 1`, func(rows *sql.Rows) error {
		s := sourceReport{figures: map[int]sourceFigure{}}
		err := rows.Scan(&s.id, &s.file, &s.sheet, &s.hash, &s.kind)
		at[s.id] = len(all)
		all = append(all, s)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, q, `SELECT report_id, position, status, coalesce(value, 0), coalesce(sheet, ''), cell FROM store.printed WHERE report_id IN `+list, func(rows *sql.Rows) error {
		var id int64
		var position int
		var status form.Status
		var f sourceFigure
		err := rows.Scan(&id, &position, &status, &f.value, &f.source.Sheet, &f.source.Cell)
		f.letter = statusLetter(status)
		s := &all[at[id]]
		if f.source.Sheet == "" {
			f.source.Sheet = s.sheet
		}
		s.figures[position] = f
		return err
	})
	return all, err
}

// sourceOf turns a report that is not stored yet into a source.
func sourceOf(e *storedReport, id int64) sourceReport {
	s := sourceReport{id: id, kind: e.report.Kind, file: e.report.File, sheet: e.report.Sheet, figures: map[int]sourceFigure{}}
	for i, position := range e.positions {
		f := &e.report.Figures[i]
		s.figures[position] = sourceFigure{statusLetter(f.Status), f.Value, f.Source}
	}
	return s
}
