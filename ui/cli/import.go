package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

func (c *Command) importCommand() *cobra.Command {
	var options importer.Options
	command := c.command(words.CommandImport, words.AboutImport, func(paths []string) error { return c.importFiles(paths, options) })
	command.Long = c.say(words.MoreImport)
	command.Args = func(_ *cobra.Command, paths []string) error {
		if len(paths) == 0 {
			return c.wrong(words.UsagePaths)
		}
		return nil
	}
	c.text(command.Flags(), &options.Password, "password", words.FlagPassword)
	c.text(command.Flags(), &options.Unit, "unit", words.FlagOpenUnit)
	c.year(command.Flags(), &options.Year, "year", words.FlagOpenYear)
	return command
}

func (c *Command) importFiles(paths []string, options importer.Options) error {
	return c.opened(data.Options{}, func(store *data.Store) error {
		remembered, err := store.Corrections(c.Ctx)
		if err != nil {
			return err
		}
		imp, err := store.Begin(c.Ctx, data.ImportOptions{Label: strings.Join(paths, " "), Rechecked: c.rechecked})
		if err != nil {
			return err
		}
		files := 0
		progress := func(_, total int, _ string) { files = total }
		options.Remembered, options.Progress = remembered, progress
		options.Panicked = func(err *importer.PanicError) { c.Log.Note(c.doing, err) }
		run, running := c.read(imp, paths, options)
		finishing := imp.Finish(c.Ctx)
		counts := c.lines(run, lost(finishing))
		if errors.Is(running, data.ErrDiskFull) || errors.Is(finishing, data.ErrDiskFull) {
			c.diskFull(run, finishing, files)
			running = errReported
		}
		all := counts[data.Imported] + counts[data.Replaced] + counts[data.Added] + counts[data.Unchanged] + counts[data.Asked] + counts[data.Failed]
		c.tell(words.OutputImport, all, counts[data.Imported], counts[data.Replaced], counts[data.Added], counts[data.Unchanged], counts[data.Asked], counts[data.Failed])
		switch {
		case running != nil:
			return running
		case finishing != nil && len(lost(finishing)) == 0:
			return finishing
		case counts[data.Failed]+counts[data.Asked]+run.pending > 0:
			return errReported
		}
		return nil
	})
}

// importRun is the outcome of an import, in input order.
type importRun struct {
	lines   []present.ImportLine
	errors  []error // of the lines, nil for a line without one
	pending int     // corrections of earlier files that wait to be confirmed
}

// read imports the paths and records each line in the history.
func (c *Command) read(imp *data.Import, paths []string, options importer.Options) (run importRun, err error) {
	var last data.Saved
	var answers []form.Correction // which of several bodies a report belongs to
	options.Keep, options.Stored = imp.Keep, imp.Stored
	options.Save = func(ctx context.Context, r form.Report) (err error) {
		last, err = imp.Save(ctx, r)
		if errors.Is(err, data.ErrDiskFull) { // every further report would fail too
			err = errors.Join(importer.ErrStop, err)
		}
		return err
	}
	options.TakeBack, options.Doubted = imp.Withdraw, imp.Doubted
	options.Retell = func(number int, r importer.Result) {
		l := present.NewImportLine(r, data.Saved{})
		imp.Correct(number, l.Line)
		run.lines[number], run.errors[number] = l, r.Err
	}
	options.Tell = func(r importer.Result) {
		l := present.NewImportLine(r, last)
		imp.Record(c.Ctx, l.Line)
		if r.Answered && r.Saved {
			said := r.Said
			said.Region, said.Unit, said.Year = l.Body.Region, l.Body.Unit, l.Year
			answers = append(answers, said)
		}
		run.lines, run.errors, run.pending = append(run.lines, l), append(run.errors, r.Err), run.pending+len(last.Pending)
		last = data.Saved{}
	}
	_, err = importer.Run(c.Ctx, paths, options)
	return run, errors.Join(err, imp.Remember(c.Ctx, answers))
}

// place names the report that an error of the store is about.
type place struct {
	file, sheet, unit string
	year              int
}

// lost lists the reports that could not be written after all.
func lost(err error) map[place]error {
	found := map[place]error{}
	var walk func(error)
	walk = func(err error) {
		if one, ok := err.(*data.SaveError); ok {
			found[place{one.File, one.Sheet, one.Unit, one.Year}] = one
			return
		}
		if several, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range several.Unwrap() {
				walk(e)
			}
		} else if inner := errors.Unwrap(err); inner != nil {
			walk(inner)
		}
	}
	walk(err)
	return found
}
