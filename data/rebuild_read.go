package data

import (
	"context"
	"database/sql/driver"

	"nianbao/data/form"
)

// readFiles reads all files and writes the reports that are recorded for them. If a file
// does not yield all of them, it is read again with the recorded body and year in place
// of its own.
func (r *rebuild) readFiles(ctx context.Context) error {
	r.done, r.whys = map[int64]bool{}, map[int]error{}
	all := make([]int, len(r.files))
	for i := range all {
		all[i] = i
	}
	if err := r.read(ctx, all, r.opts.Progress); err != nil {
		return err
	}
	var again []int
	for i := range r.files {
		if !r.isWhole(i) {
			r.files[i].Insist = true
			again = append(again, i)
		}
	}
	if len(again) > 0 {
		if err := r.read(ctx, again, nil); err != nil {
			return err
		}
	}
	for i := range r.recorded {
		p := &r.recorded[i]
		if p.taken {
			continue
		}
		err := r.whys[i]
		if err == nil {
			err = ErrNotInFile
		}
		r.result.Missing = append(r.result.Missing, Unread{Body: Body{p.report.Region, p.report.Unit}, Year: p.report.Year, File: p.report.File, Sheet: p.report.Sheet, InForce: p.superseded.IsZero() && !p.withdrawn, Err: err})
	}
	return r.flush(ctx)
}

// isWhole reports whether all reports of a file have been taken.
func (r *rebuild) isWhole(file int) bool {
	for _, i := range r.reportsOf[file] {
		if !r.recorded[i].taken {
			return false
		}
	}
	return true
}

// read reads some of the files.
func (r *rebuild) read(ctx context.Context, numbers []int, progress func(done, total int)) error {
	files := make([]StoredFile, len(numbers))
	for i, n := range numbers {
		files[i] = r.files[n]
	}
	current := 0
	var strays []*form.Report // of the current file, when it is read for the second time
	end := func() error {
		err := r.takeStrays(ctx, numbers[current], strays)
		strays = nil
		return err
	}
	err := r.opts.Read(ctx, files, func(n int, report *form.Report, failure error) error {
		if n != current {
			if err := end(); err != nil {
				return err
			}
			current = n
		}
		if progress != nil {
			progress(n, len(files))
		}
		if failure != nil {
			r.noteFailure(numbers[n], report, failure)
			return nil
		}
		if i := r.recordOf(numbers[n], report); i >= 0 {
			report.Region, report.Unit = r.recorded[i].report.Region, r.recorded[i].report.Unit
			return r.take(ctx, i, report)
		}
		if files[n].Insist && !r.known[reportKeyOf(report)] && len(strays) < mostStrays {
			strays = append(strays, report)
		}
		return nil
	})
	if err == nil && len(files) > 0 {
		err = end()
	}
	if err == nil && progress != nil {
		progress(len(files), len(files))
	}
	return err
}

// recordOf returns the index of the recorded report of a file with the body and year of a
// report, or -1. The body may have another or a longer name since.
func (r *rebuild) recordOf(file int, report *form.Report) int {
	found, several := -1, false
	for _, i := range r.reportsOf[file] {
		p := &r.recorded[i]
		if p.taken || p.report.Sheet != report.Sheet || p.report.Year != report.Year {
			continue
		}
		if reportKeyOf(&p.report) == reportKeyOf(report) {
			return i
		}
		if r.goesBy(p.body, Body{report.Region, report.Unit}) {
			found, several = i, found >= 0
		}
	}
	if several {
		return -1
	}
	return found
}

// goesBy reports whether a name can mean a body.
func (r *rebuild) goesBy(body int, b Body) bool {
	for _, name := range r.names[body] {
		if name.Unit == b.Unit && fits(name.Region, b.Region) {
			return true
		}
	}
	return false
}

// noteFailure records why the reports of a file, or of a sheet, cannot be read.
func (r *rebuild) noteFailure(file int, report *form.Report, failure error) {
	for _, i := range r.reportsOf[file] {
		if report == nil || report.Sheet == r.recorded[i].report.Sheet {
			r.whys[i] = failure
		}
	}
}

// mostStrays bounds the memory for reports of which there is no record.
const mostStrays = 1000

// takeStrays takes reports whose body or year is now read differently, if there is no
// doubt which recorded report each one is. They keep the recorded body and year, since
// the user has seen and accepted those.
func (r *rebuild) takeStrays(ctx context.Context, file int, strays []*form.Report) error {
	for _, same := range []func(a, b *form.Report) bool{
		func(a, b *form.Report) bool { return a.Sheet == b.Sheet && a.Unit == b.Unit && a.Year == b.Year },
		func(a, b *form.Report) bool { return a.Sheet == b.Sheet },
	} {
		for s, report := range strays {
			match, matches, rivals := 0, 0, 0
			for _, i := range r.reportsOf[file] {
				if p := &r.recorded[i]; !p.taken && report != nil && same(&p.report, report) {
					match, matches = i, matches+1
				}
			}
			for _, other := range strays {
				if report != nil && other != nil && same(report, other) {
					rivals++
				}
			}
			if matches != 1 || rivals != 1 {
				continue
			}
			was := &r.recorded[match].report
			report.Unit, report.Region, report.Agency, report.Year = was.Unit, was.Region, was.Agency, was.Year
			strays[s] = nil
			if err := r.take(ctx, match, report); err != nil {
				return err
			}
		}
	}
	return nil
}

// take writes a report that was read again, replacing the recorded one.
func (r *rebuild) take(ctx context.Context, number int, report *form.Report) error {
	p := &r.recorded[number]
	report.File, report.Hash = p.report.File, p.report.Hash
	for i := range p.report.Evidence {
		if p.report.Evidence[i].Field == "unit" && p.report.Evidence[i].Place == "user" {
			report.Agency = p.report.Agency
		}
	}
	e, err := r.store.newEntry(*report)
	if err != nil {
		r.whys[number] = err
		return nil
	}
	p.taken = true
	e.id, e.body, e.importID, e.importedAt, e.previous, e.supersededAt, e.withdrawn = p.id, p.body, p.importID, p.importedAt, p.previous, p.superseded, p.withdrawn
	r.done[p.id] = true
	r.pending.entries = append(r.pending.entries, e)
	r.pending.rows += max(len(report.Figures), len(e.phrases), len(e.findings))
	if r.pending.isFull() {
		return r.flush(ctx)
	}
	return nil
}

// flush writes the pending reports.
func (r *rebuild) flush(ctx context.Context) error {
	entries := r.pending.entries
	if len(entries) == 0 {
		return nil
	}
	r.pending = batch{}
	var inForce []*storedReport
	err := writeLinked(ctx, r.conn, func() error {
		err := appendRows(r.conn, func(add func(table string, row []driver.Value, err error) error) error {
			for _, e := range entries {
				if e.withdrawn {
					if err := add("withdrawn", e.reportRow(), nil); err != nil {
						return err
					}
					if err := e.appendContent(add); err != nil {
						return err
					}
					continue
				}
				if e.supersededAt.IsZero() {
					inForce = append(inForce, e)
					if err := r.store.appendEntry(e, add); err != nil {
						return err
					}
					continue
				}
				if err := add("revisions", append(e.reportRow(), e.supersededAt), nil); err != nil {
					return err
				}
				if err := e.appendContent(add); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || len(inForce) == 0 {
			return err
		}
		return verifyUnique(ctx, r.conn, inForce)
	})
	if err == nil {
		r.store.order.written.Add(1)
	}
	return err
}
