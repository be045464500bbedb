package importer

import (
	"context"
	"path/filepath"
	"strings"

	"nianbao/data/form"
)

// Original is the stored content of a file that was imported before.
type Original struct {
	Path    string // where it was imported from; PasteName for a pasted text
	Content func() ([]byte, error)
	Answers []Correction // of the user about its reports, in addition to Options.Corrections; their File does not matter
}

// RereadOptions are the settings of Reread.
type RereadOptions struct {
	Password string // tried on protected files
	// Progress is called before each original and once at the end; it may be nil.
	Progress func(done, total int)
	// Take receives each result with the number of its original, in the order of the
	// originals, from one goroutine. An error ends the run.
	Take func(original int, result *Result) error
}

// Reread reads stored originals as Run reads files, and saves nothing. Of earlier answers
// only those about the original itself apply. No result is kept after it was taken.
func Reread(ctx context.Context, originals []Original, opt RereadOptions) error {
	r := runner{ctx: ctx, opt: Options{Password: opt.Password}}
	if opt.Progress != nil {
		r.opt.Progress = func(done, total int, _ string) { opt.Progress(done, total) }
	}
	r.take = func(at int, result *Result) error {
		result.content = nil
		return opt.Take(at, result)
	}
	for i := range originals {
		r.jobs = append(r.jobs, job{name: originals[i].Path, original: &originals[i]})
	}
	_, err := r.run()
	return err
}

// original reads a stored file and emits its results in order.
func (u *interpreter) original(o *Original, emit func(Result)) {
	name := nativePath(o.Path)
	u.answers = append([]Correction(nil), u.opt.Corrections...)
	for _, a := range o.Answers {
		a.File = name
		u.answers = append(u.answers, a)
	}
	u.guarded(name, emit, func() (opened, error) {
		content, err := o.Content()
		if err != nil {
			return opened{}, err
		}
		if o.Path == PasteName {
			return openPaste(string(content))
		}
		return u.open(name, content)
	})
}

// nativePath converts a path that another system may have written, so that its file and
// folder names are recognised on this one.
func nativePath(path string) string {
	isWindows := len(path) > 2 && path[1] == ':' && path[2] == '\\' || strings.HasPrefix(path, `\\`)
	if isWindows && filepath.Separator != '\\' {
		return strings.ReplaceAll(path, `\`, "/")
	}
	return path
}

// AnswersIn extracts the user's answers from the evidence of saved reports, one for each
// sheet.
func AnswersIn(reports []form.Report) []Correction {
	var answers []Correction
	seen := map[string]bool{}
	for i := range reports {
		r := &reports[i]
		a := Correction{Sheet: r.Sheet}
		for _, e := range r.Evidence {
			switch {
			case e.Place != placeUser || !e.Chosen:
			case e.Field == fieldUnit:
				a.Unit = e.Value
			case e.Field == fieldRegion:
				a.Region = e.Value
			case e.Field == fieldYear:
				a.Year = r.Year
			}
		}
		if (a.Unit != "" || a.Year != 0) && !seen[r.Sheet] {
			seen[r.Sheet] = true
			answers = append(answers, a)
		}
	}
	return answers
}

// AnswersFor returns answers that lead to the body and year under which reports are
// saved. For a sheet with several reports they have only what these have in common.
func AnswersFor(reports []form.Report) []Correction {
	var answers []Correction
	at := map[string]int{}
	for i := range reports {
		r := &reports[i]
		n, ok := at[r.Sheet]
		if !ok {
			at[r.Sheet] = len(answers)
			answers = append(answers, Correction{Sheet: r.Sheet, Unit: r.Unit, Region: r.Region, Year: r.Year})
			continue
		}
		a := &answers[n]
		if a.Unit != r.Unit || a.Region != r.Region {
			a.Unit, a.Region = "", ""
		}
		if a.Year != r.Year {
			a.Year = 0
		}
	}
	return answers
}
