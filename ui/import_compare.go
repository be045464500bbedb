package ui

import (
	"context"
	"strings"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/present"
	"nianbao/ui/task"
)

// compares reports whether there are several candidates or versions to show for a line.
func (l line) compares() bool {
	return l.record.IsRival() && !l.answered() || l.verdict == data.Replaced && l.record.Before != ""
}

// showComparison compares the candidates to which a line belongs, or its report with the one it
// replaced.
func (p *importPane) showComparison(l line) {
	s := p.shell
	if p.compared.isSame(l) && p.compared.record.Number == l.record.Number && p.compared.record.Import == l.record.Import {
		return
	}
	p.compared = l
	p.compare.Wait()
	lines := s.rivalsOf(l)
	p.compare.OnTake = func(i int) { s.takeCandidates([]line{lines[i]}, without(lines, i)) }
	if l.record.Empties() { // the first candidate is in the database
		p.compare.OnTake = func(i int) {
			if i == 0 {
				s.leaveOut([]line{l})
			} else {
				s.takeCandidates([]line{l}, nil)
			}
		}
	}
	task.Ask(p.compareLane, func(ctx context.Context) (*present.Comparison, error) {
		if l.verdict == data.Replaced {
			return present.CompareVersions(ctx, s.store, &l.record, s.say)
		}
		content := func(record *present.ImportLine) ([]byte, error) {
			return s.contentOf(line{record: *record, file: record.File})()
		}
		if l.record.Empties() {
			return present.CompareWithStored(ctx, s.store, &recordsOf([]line{l})[0], content, s.say)
		}
		return present.CompareRivals(ctx, recordsOf(lines), content, s.say)
	}, func(c *present.Comparison, err error) {
		switch {
		case err != nil:
			p.compare.Fail(present.Explain(err, s.say).Text)
		case c == nil:
			p.compare.Fail("")
		default:
			p.compare.Show(c)
			s.trace.note("comparison", "candidates", len(c.Candidates), "figures", len(c.Rows))
			s.tracePlaces()
		}
	})
}

func without(lines []line, i int) []line {
	return append(append([]line(nil), lines[:i]...), lines[i+1:]...)
}

func recordsOf(lines []line) (records []present.ImportLine) {
	for _, l := range lines {
		l.record.File = l.file
		records = append(records, l.record)
	}
	return records
}

// rivalsOf returns the candidates for the body and year of a line, including the line itself.
func (s *shell) rivalsOf(l line) (lines []line) {
	for _, other := range s.imports.lines {
		if other.record.IsRival() && !other.record.Empties() && !other.answered() && other.unit == l.unit && other.year == l.year && (strings.HasSuffix(other.region, l.region) || strings.HasSuffix(l.region, other.region)) {
			lines = append(lines, other)
		}
	}
	return lines
}

// takeCandidates imports the reports that the user chose, and settles the others.
func (s *shell) takeCandidates(chosen, others []line) {
	j := s.again(chosen)
	for _, l := range others {
		if l.failed() {
			j.leftOut = append(j.leftOut, l)
		}
	}
	for _, l := range chosen {
		c := importer.Correction{File: l.file, Sheet: l.sheet, Region: l.region, Unit: l.unit, Year: l.year}
		if said := l.record.Said; said.Found != "" && strings.HasSuffix(l.region+l.unit, said.Found) && said.FoundYear == l.year {
			continue // the file itself names them
		}
		for i := range j.kept {
			if j.kept[i].Path == l.file {
				j.kept[i].Answers = append(j.kept[i].Answers, c)
			}
		}
	}
	j.wanted = func(r *importer.Result) bool {
		for _, l := range chosen {
			isOfFile := line{file: r.File}.isOfPlace(line{file: l.file})
			isSame := r.Sheet == l.sheet && r.Said.Found == l.record.Said.Found && r.Said.FoundYear == l.record.Said.FoundYear
			if isOfFile && (isSame || r.Report == nil) {
				return true
			}
		}
		return false
	}
	s.importPaths(j)
}

// likeliestCandidates returns, for the sets of candidates to which lines belong, the one that
// names or dates suggest in each set, and the others of these sets.
func (s *shell) likeliestCandidates(lines []line) (chosen, others []line) {
	seen := map[int]bool{}
	for _, l := range lines {
		if !l.record.IsRival() || l.record.Empties() || !l.open() || seen[l.at] {
			continue
		}
		rivals := s.rivalsOf(l)
		for _, r := range rivals {
			seen[r.at] = true
		}
		if at, _ := present.LikeliestRival(recordsOf(rivals), s.say); at >= 0 {
			chosen = append(chosen, rivals[at])
			others = append(others, without(rivals, at)...)
		}
	}
	return chosen, others
}
