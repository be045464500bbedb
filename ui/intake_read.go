package ui

import (
	"context"
	"errors"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

// readInto reads files and folders into a running import and returns the outcome of each report.
// The error says why it ended early, if it did.
func (in *intake) readInto(ctx context.Context, imp *data.Import, j job, remembered []form.Correction) ([]line, error) {
	tell := in.throttled()
	var kept []line // the results that were saved, in their order; only ever added to
	options := importer.Options{
		Save: func(ctx context.Context, r form.Report) error {
			saved, err := imp.Save(ctx, r)
			switch {
			case err == nil:
				kept = append(kept, savedLine(r, saved))
			case errors.Is(err, data.ErrDiskFull): // so it would be for each report that follows
				err = errors.Join(importer.ErrStop, err)
			}
			return err
		},
		Progress: func(done, total int, current string) {
			tell(progress{done: done, total: total, current: current, saved: kept})
		},
		Panicked:    func(err *importer.PanicError) { in.note(err) },
		Keep:        imp.Keep,
		Corrections: j.corrections,
		Password:    j.password,
		Remembered:  remembered,
	}
	results, err := readAll(ctx, j, options)
	lines := make([]line, 0, len(results))
	for _, r := range results {
		l := newLine(r)
		l.pasted = j.pasted
		if r.Saved {
			was := kept[0]
			l.verdict, l.findings, l.errors, l.superseded = was.verdict, was.findings, was.errors, was.superseded
			l.reportID = was.reportID
			kept = kept[1:]
		}
		lines = append(lines, l)
	}
	return lines, err
}

func readAll(ctx context.Context, j job, options importer.Options) ([]importer.Result, error) {
	if j.pasted != "" {
		return importer.ReadPaste(ctx, j.pasted, options)
	}
	return importer.Run(ctx, j.paths, options)
}

// settleAnswer remembers the user's answer for the next file of the same source, and withdraws the
// report that the line was saved as before.
func settleAnswer(ctx context.Context, imp *data.Import, was *line, lines []line) error {
	var said []form.Correction
	saved := false
	for _, l := range lines {
		if l.verdict == "" {
			continue
		}
		c := l.said
		c.Region, c.Unit, c.Year = l.region, l.unit, l.year
		said, saved = append(said, c), saved || l.reportID != was.reportID
	}
	err := imp.Remember(ctx, said)
	if saved && (was.verdict == data.Imported || was.verdict == data.Replaced) {
		err = errors.Join(err, imp.Withdraw(ctx, was.reportID))
	}
	return err
}

func newLine(r importer.Result) line {
	l := line{file: r.File, sheet: r.Sheet, figures: r.Figures, questions: r.Questions, skipped: r.Skipped, err: r.Err, said: r.Said, recalled: r.Recalled}
	if r.Report != nil {
		l.unit, l.region, l.year = r.Report.Unit, r.Report.Region, r.Report.Year
	}
	return l
}

// savedLine is what is known of a report while the import still runs.
func savedLine(r form.Report, saved data.Saved) line {
	return line{
		verdict: saved.Verdict, reportID: saved.ReportID, findings: saved.Findings, errors: saved.Errors, superseded: saved.Superseded,
		file: r.File, sheet: r.Sheet, unit: r.Unit, region: r.Region, year: r.Year, figures: len(r.Figures),
	}
}

// asked lists the importer's questions about a saved report; for one that was not saved they are its error.
func (l line) asked(say words.Language) []string {
	var list []string
	for _, q := range l.questions {
		if l.err == nil {
			list = append(list, q.Explain(say))
		}
	}
	return list
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
