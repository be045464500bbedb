package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

func (c *Command) importCommand() *cobra.Command {
	password := ""
	command := c.command(words.CommandImport, words.AboutImport, func(paths []string) error { return c.importFiles(paths, password) })
	command.Long = c.say(words.MoreImport)
	command.Args = func(_ *cobra.Command, paths []string) error {
		if len(paths) == 0 {
			return c.wrong(words.UsagePaths)
		}
		return nil
	}
	c.text(command.Flags(), &password, "password", words.FlagPassword)
	return command
}

func (c *Command) importFiles(paths []string, password string) error {
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
		results, saved, running := c.read(imp, paths, importer.Options{Password: password, Remembered: remembered, Progress: progress, Panicked: func(err *importer.PanicError) { c.Log.Note(c.doing, err) }})
		finishing := imp.Finish(c.Ctx)
		counts := c.lines(results, saved, lost(finishing))
		if errors.Is(running, data.ErrDiskFull) || errors.Is(finishing, data.ErrDiskFull) {
			c.diskFull(results, finishing, files)
			running = errTold
		}
		all := counts[data.Imported] + counts[data.Replaced] + counts[data.Unchanged] + counts[failed]
		c.tell(words.ToldImport, all, counts[data.Imported], counts[data.Replaced], counts[data.Unchanged], counts[failed])
		switch {
		case running != nil:
			return running
		case finishing != nil && len(lost(finishing)) == 0:
			return finishing
		case counts[failed] > 0:
			return errTold
		}
		return nil
	})
}

// failed is the verdict, beside those of the store, on what was not stored.
const failed = data.Verdict("failed")

// read imports the paths and returns the results and, in the same order, what the
// store made of those that were saved.
func (c *Command) read(imp *data.Import, paths []string, options importer.Options) ([]importer.Result, []data.Saved, error) {
	var saved []data.Saved
	options.Keep = imp.Keep
	options.Save = func(ctx context.Context, r form.Report) error {
		s, err := imp.Save(ctx, r)
		switch {
		case err == nil:
			saved = append(saved, s)
		case errors.Is(err, data.ErrDiskFull): // each report that follows would fail too
			err = errors.Join(importer.ErrStop, err)
		}
		return err
	}
	results, err := importer.Run(c.Ctx, paths, options)
	return results, saved, err
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
