package ui

import (
	"context"
	"errors"
	"slices"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/present"
)

// readInto reads files and folders into a running import, records each line in the history and
// returns them. The error says why it ended early, if it did.
func (in *intake) readInto(ctx context.Context, imp *data.Import, j job, remembered []form.Correction) ([]line, error) {
	tell := in.throttled()
	var lines []line // in their order; only ever added to
	var at []int     // by number of the result: its place in lines, -1 if it is not shown
	var last data.Saved
	err := readAll(ctx, j, importer.Options{
		Save: func(ctx context.Context, r form.Report) (err error) {
			last, err = imp.Save(ctx, r)
			if errors.Is(err, data.ErrDiskFull) { // every further report would fail too
				err = errors.Join(importer.ErrStop, err)
			}
			return err
		},
		Tell: func(r importer.Result) {
			l := newLine(r, last)
			last = data.Saved{}
			if l.pasted = j.pasted; !j.concerns(l) {
				at = append(at, -1)
				return
			}
			l.record.Line = imp.Record(ctx, l.record.Line)
			at = append(at, len(lines))
			lines = append(lines, l)
		},
		TakeBack: imp.Withdraw,
		Doubted:  imp.Doubted,
		Retell: func(number int, r importer.Result) {
			if at[number] < 0 {
				return
			}
			lines = slices.Clone(lines) // the window may be reading the others
			was := &lines[at[number]]
			l := newLine(r, data.Saved{})
			l.pasted, l.record.Line = was.pasted, imp.Correct(was.record.Number, l.record.Line)
			*was = l
		},
		Progress: func(done, total int, current string) {
			tell(progress{done: done, total: total, current: current, saved: lines})
		},
		Panicked:    func(err *importer.PanicError) { in.note(err) },
		Keep:        imp.Keep,
		Stored:      imp.Stored,
		Wanted:      j.wanted,
		Corrections: j.corrections,
		Password:    j.password,
		Remembered:  remembered,
	})
	return lines, err
}

// concerns reports whether to show a line. If a file is read again because of an answer, its
// other reports are shown only if they changed.
func (j *job) concerns(l line) bool {
	return j.answers == nil || l.verdict == data.Imported || l.verdict == data.Replaced || slices.ContainsFunc(j.answers, l.isOfPlace)
}

func readAll(ctx context.Context, j job, options importer.Options) (err error) {
	switch {
	case j.pasted != "":
		_, err = importer.ReadPaste(ctx, j.pasted, options)
	case j.kept != nil:
		_, err = importer.RunOriginals(ctx, j.kept, options)
	default:
		_, err = importer.Run(ctx, j.paths, options)
	}
	return err
}

// settleAnswers remembers the user's answers for the next files of the same sources, notes which lines
// are answered, and withdraws the reports that the lines were saved as before.
func settleAnswers(ctx context.Context, imp *data.Import, j job, lines []line) (err error) {
	var corrections []form.Correction
	for _, was := range j.answers {
		var now []line
		for _, l := range lines {
			if l.isOfPlace(was) {
				now = append(now, l)
			}
		}
		moved := j.moves(was, now)
		if len(now) > 0 && was.record.Import != 0 && (j.rule == nil || moved || was.failed()) {
			imp.Answers(was.record.Import, was.record.Number)
		}
		for _, l := range now {
			if len(j.corrections) > 0 && l.verdict != "" {
				c := l.record.Said
				c.Region, c.Unit, c.Year = l.region, l.unit, l.year
				corrections = append(corrections, c)
			}
		}
		if moved && (was.verdict == data.Imported || was.verdict == data.Replaced) {
			err = errors.Join(err, imp.Withdraw(ctx, was.reportID))
		}
	}
	if j.rule != nil {
		corrections = append(corrections, *j.rule)
	}
	return errors.Join(err, imp.Remember(ctx, corrections))
}

// moves reports whether the report of a line has been saved under another body or year; now are
// the new lines of the same file and sheet. An answer may also raise another question, which is
// then on the new line.
func (j *job) moves(was line, now []line) bool {
	stays := slices.ContainsFunc(now, func(l line) bool { return l.verdict != "" && l.reportID == was.reportID })
	return slices.ContainsFunc(now, func(l line) bool {
		if j.rule != nil { // a sheet may have several reports, and each has kept its name but for the region
			return !stays && l.verdict != "" && l.unit == was.unit && l.year == was.year
		}
		return l.verdict != "" && l.reportID != was.reportID
	})
}

// leaveOut records that the user dismissed the report of a line, and returns the line that
// replaces it.
func leaveOut(ctx context.Context, imp *data.Import, was line) line {
	if was.record.Import != 0 {
		imp.Answers(was.record.Import, was.record.Number)
	}
	l := was
	l.err, l.log = nil, ""
	l.record.LeaveOut()
	l.record.Line = imp.Record(ctx, l.record.Line)
	return l
}

// newLine is the line of a result; saved is the outcome of saving its report.
func newLine(r importer.Result, saved data.Saved) line {
	l := lineOf(present.NewImportLine(r, saved))
	l.file, l.err, l.verdict = r.File, r.Err, saved.Verdict
	return l
}

// lineOf is a line of the history.
func lineOf(record present.ImportLine) line {
	l := line{record: record, file: record.File, sheet: record.Sheet, unit: record.Body.Unit, region: record.Body.Region, year: record.Year,
		figures: record.Figures, findings: record.Findings, errors: record.Errors, reportID: record.ReportID}
	if record.Verdict != data.Failed && record.Verdict != data.Asked && record.Verdict != data.LeftOut {
		l.verdict = record.Verdict
	}
	return l
}

// markUnsaved turns lines whose reports could not be written after all into failed ones, and
// returns the other errors.
func markUnsaved(lines []line, err error) error {
	var rest []error
	for _, e := range parts(err) {
		var unsaved *data.SaveError
		if !errors.As(e, &unsaved) {
			rest = append(rest, e)
			continue
		}
		for i := range lines {
			l := &lines[i]
			if l.file == unsaved.File && l.sheet == unsaved.Sheet && l.unit == unsaved.Unit && l.year == unsaved.Year {
				l.verdict, l.err = "", unsaved
			}
		}
	}
	return errors.Join(rest...)
}

// parts are the errors that were joined into one.
func parts(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	if err == nil {
		return nil
	}
	return []error{err}
}
