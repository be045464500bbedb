package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
)

func (c Command) importFiles(args []string) error {
	paths, err := c.parse("import", args, func(flags *flag.FlagSet) {
		flags.StringVar(&c.password, "password", "", "of protected workbooks")
	})
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fmt.Errorf("%w: import takes files or folders", errUsage)
	}
	return c.withStore(func(store *data.Store) error {
		remembered, err := store.Corrections(c.Ctx)
		if err != nil {
			return err
		}
		imp, err := store.Begin(c.Ctx, data.ImportOptions{Label: strings.Join(paths, " "), Rechecked: c.rechecked})
		if err != nil {
			return err
		}
		results, saved, running := c.read(imp, paths, remembered)
		finishing := imp.Finish(c.Ctx)
		counts := c.tell(results, saved, lost(finishing))
		fmt.Fprintf(c.Out, c.Language.Say(form.Both("共 %d：导入 %d，更新 %d，未变 %d，失败 %d\n", "%d in all: imported %d, replaced %d, unchanged %d, failed %d\n")),
			counts[data.Imported]+counts[data.Replaced]+counts[data.Unchanged]+counts[failed], counts[data.Imported], counts[data.Replaced], counts[data.Unchanged], counts[failed])
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

// failed stands beside the store's verdicts for what was not taken in.
const failed = data.Verdict("failed")

// read runs the import and returns, for each result that was saved, how.
func (c Command) read(imp *data.Import, paths []string, remembered []form.Correction) ([]importer.Result, []data.Saved, error) {
	var saved []data.Saved
	results, err := importer.Run(c.Ctx, paths, importer.Options{Password: c.password, Remembered: remembered, Keep: imp.Keep, Save: func(ctx context.Context, r form.Report) error {
		s, err := imp.Save(ctx, r)
		if err == nil {
			saved = append(saved, s)
		}
		return err
	}})
	return results, saved, err
}

// place is the report that an error of the store is about.
type place struct {
	file, sheet, unit string
	year              int
}

// lost lists the reports that a batch could not keep after all.
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

// tell writes one line a report, and one for each file without any.
func (c Command) tell(results []importer.Result, saved []data.Saved, lost map[place]error) map[data.Verdict]int {
	counts := map[data.Verdict]int{}
	for i := range results {
		r := &results[i]
		var s data.Saved
		if r.Saved {
			s, saved = saved[0], saved[1:]
		}
		if r.Skipped > 0 {
			fmt.Fprintf(c.ErrOut, c.Language.Say(form.Both("%s：跳过 %d 个不可能是年报的文件\n", "%s: skipped %d files that cannot be reports\n")), r.File, r.Skipped)
			continue
		}
		if r.Saved { // the store knows the file by its whole path
			if err := lost[place{r.Report.File, r.Sheet, r.Report.Unit, r.Report.Year}]; err != nil {
				r.Err = err
			}
		}
		if r.Err != nil {
			s.Verdict = failed
		}
		counts[s.Verdict]++
		fmt.Fprintln(c.Out, c.line(r, s))
	}
	return counts
}

// line is verdict, unit, year, figures, findings and the file with what is to
// be said about it, separated by tabs.
func (c Command) line(r *importer.Result, s data.Saved) string {
	unit, year := "-", "-"
	if r.Report != nil && r.Report.Unit != "" {
		unit = r.Report.Unit
	}
	if r.Report != nil && r.Report.Year != 0 {
		year = fmt.Sprint(r.Report.Year)
	}
	reason := r.File
	if r.Sheet != "" {
		reason += c.Language.Say(form.Both("［", " [")) + r.Sheet + c.Language.Say(form.Both("］", "]"))
	}
	notes := []string{}
	if r.Err != nil {
		notes = append(notes, importer.Explain(r.Err, c.Language))
	}
	for i := range r.Questions {
		if r.Err == nil || !r.Questions[i].Blocking {
			notes = append(notes, r.Questions[i].Explain(c.Language))
		}
	}
	if recalled := importer.ExplainRecall(r.Recalled, c.Language); recalled != "" {
		notes = append(notes, recalled)
	}
	if s.Superseded {
		notes = append(notes, c.Language.Say(form.Both("此文件以前导入过，现有效的是后来的修订", "imported before; a later revision is in force")))
	}
	if len(notes) > 0 {
		reason += c.Language.Say(form.Both("：", ": ")) + strings.Join(notes, c.Language.Say(form.Both("；", "; ")))
	}
	return fmt.Sprintf("%s\t%s\t%s\t%d\t%d\t%s", s.Verdict, unit, year, r.Figures, s.Findings, strings.NewReplacer("\n", " ", "\t", " ").Replace(reason))
}
