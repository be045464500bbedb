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
	var at []int     // by number of the result: its place in lines, -1 if it is not told
	var last data.Saved
	err := readAll(ctx, j, importer.Options{
		Save: func(ctx context.Context, r form.Report) (err error) {
			last, err = imp.Save(ctx, r)
			if errors.Is(err, data.ErrDiskFull) { // so it would be for each report that follows
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
			l.told.Line = imp.Record(ctx, l.told.Line)
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
			l.pasted, l.told.Line = was.pasted, imp.Correct(was.told.Number, l.told.Line)
			*was = l
		},
		Progress: func(done, total int, current string) {
			tell(progress{done: done, total: total, current: current, saved: lines})
		},
		Panicked:    func(err *importer.PanicError) { in.note(err) },
		Keep:        imp.Keep,
		Wanted:      j.wanted,
		Corrections: j.corrections,
		Password:    j.password,
		Remembered:  remembered,
	})
	return lines, err
}

// concerns reports whether a line is news to the user: of a file that was read again for an answer,
// the other reports are only if they changed.
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
	var said []form.Correction
	for _, was := range j.answers {
		var now []line
		for _, l := range lines {
			if l.isOfPlace(was) {
				now = append(now, l)
			}
		}
		moved := j.moves(was, now)
		if len(now) > 0 && was.told.Import != 0 && (j.rule == nil || moved || was.failed()) {
			imp.Answers(was.told.Import, was.told.Number)
		}
		for _, l := range now {
			if len(j.corrections) > 0 && l.verdict != "" {
				c := l.told.Said
				c.Region, c.Unit, c.Year = l.region, l.unit, l.year
				said = append(said, c)
			}
		}
		if moved && (was.verdict == data.Imported || was.verdict == data.Replaced) {
			err = errors.Join(err, imp.Withdraw(ctx, was.reportID))
		}
	}
	if j.rule != nil {
		said = append(said, *j.rule)
	}
	return errors.Join(err, imp.Remember(ctx, said))
}

// moves reports whether the report of a line was saved under another body or year; now are the lines that
// the same place has given. An answer may also lead to another question, which is asked on the new line.
func (j *job) moves(was line, now []line) bool {
	stays := slices.ContainsFunc(now, func(l line) bool { return l.verdict != "" && l.reportID == was.reportID })
	return slices.ContainsFunc(now, func(l line) bool {
		if j.rule != nil { // a sheet may have several reports, and each has kept its name but for the region
			return !stays && l.verdict != "" && l.unit == was.unit && l.year == was.year
		}
		return l.verdict != "" && l.reportID != was.reportID
	})
}

// leaveOut records that the user does not want what a line asks about, and returns the line that
// stands in its place.
func leaveOut(ctx context.Context, imp *data.Import, was line) line {
	if was.told.Import != 0 {
		imp.Answers(was.told.Import, was.told.Number)
	}
	l := was
	l.err, l.log = nil, ""
	l.told.LeaveOut()
	l.told.Line = imp.Record(ctx, l.told.Line)
	return l
}

// newLine is what came of a result; saved is what the store made of its report.
func newLine(r importer.Result, saved data.Saved) line {
	l := lineOf(present.NewImportLine(r, saved))
	l.file, l.err, l.verdict = r.File, r.Err, saved.Verdict
	return l
}

// lineOf is a line of the history.
func lineOf(told present.ImportLine) line {
	l := line{told: told, file: told.File, sheet: told.Sheet, unit: told.Body.Unit, region: told.Body.Region, year: told.Year,
		figures: told.Figures, findings: told.Findings, errors: told.Errors, reportID: told.ReportID}
	if told.Verdict != data.Failed && told.Verdict != data.Asked && told.Verdict != data.LeftOut {
		l.verdict = told.Verdict
	}
	return l
}

// markUnsaved turns reports that could not be written after all into failed lines, and returns
// what else went wrong.
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
