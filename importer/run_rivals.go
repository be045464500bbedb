package importer

import (
	"errors"
	"path/filepath"
	"strings"

	"nianbao/data/form"
)

// choose asks which of several reports of a body and year counts, and takes back the
// first, which was saved before the others were known.
func (r *runner) choose(result *Result, rival *form.RivalError) error {
	if rival.Unit != "" {
		named := *result.Report
		named.Region, named.Unit = rival.Region, rival.Unit
		result.Report = &named
	}
	found := []string{filepath.Base(rival.File), filepath.Base(result.File)}
	if rival.Emptied != "" { // the other stays in force
		result.ask(Question{Kind: AskVersion, Blocking: true, Found: found, Key: form.Key{Table: rival.Emptied}, Source: form.Source{Sheet: result.Sheet}})
		return nil
	}
	first := -1
	for i := range r.results {
		earlier := &r.results[i]
		if earlier.Report == nil || earlier.Report.File != rival.File || earlier.Sheet != rival.Sheet && rival.Sheet != "" || !sameReport(earlier.Report, result.Report) {
			continue
		}
		first = i
	}
	if first >= 0 {
		for _, q := range r.results[first].Questions {
			if q.Kind == AskVersion {
				found = append(append([]string(nil), q.Found...), filepath.Base(result.File))
			}
		}
	}
	q := Question{Kind: AskVersion, Blocking: true, Found: found, Source: form.Source{Sheet: result.Sheet}}
	result.ask(q)
	if first < 0 {
		return nil
	}
	if rival.ReportID != 0 && r.opt.TakeBack != nil {
		if err := r.opt.TakeBack(r.ctx, rival.ReportID); err != nil {
			return err
		}
	}
	for i := range r.results { // the earlier questions get the new alternative too
		earlier := &r.results[i]
		if i == first || earlier.asks(AskVersion) && earlier.Report != nil && sameReport(earlier.Report, result.Report) {
			earlier.Saved = false
			earlier.ask(q)
			if r.opt.Retell != nil {
				r.opt.Retell(i, *earlier)
			}
		}
	}
	return nil
}

func sameReport(a, b *form.Report) bool {
	return a.Unit == b.Unit && a.Year == b.Year && (a.Region == b.Region || strings.HasSuffix(a.Region, b.Region) || strings.HasSuffix(b.Region, a.Region))
}

// ask adds a blocking question, replacing an earlier one of its kind.
func (r *Result) ask(q Question) {
	kept := r.Questions[:0:0]
	for _, old := range r.Questions {
		if old.Kind != q.Kind {
			kept = append(kept, old)
		}
	}
	r.Questions = append(kept, q)
	r.Err = &UnsettledError{File: r.File, Sheet: r.Sheet, Questions: r.Questions}
}

func (r *Result) asks(kind QuestionKind) bool {
	for _, q := range r.Questions {
		if q.Kind == kind {
			return true
		}
	}
	return false
}

// answers looks among the user's answers, old and new, for the one that says which of several
// bodies a report belongs to. It reports whether there is one.
func (r *runner) answers(result *Result, err error) bool {
	var which *form.WhichBodyError
	if !errors.As(err, &which) {
		return false
	}
	report := result.Report
	said := form.Correction{File: absolute(result.File), Sheet: result.Sheet, Title: report.Title, Found: report.Region + report.Unit, FoundYear: report.Year}
	meant := r.meant(which, &said, result)
	if meant == "" {
		return false
	}
	report.Settled = which.IsNew
	if region, ok := strings.CutSuffix(meant, which.Unit); ok {
		report.Region, report.Unit = region, which.Unit
	} else { // it has been renamed since
		b := bodyOf(meant)
		report.Region, report.Unit = b.region, b.unit
	}
	result.Said = said
	return true
}

// meant returns the candidate that the user named, "" if none or several fit.
func (r *runner) meant(which *form.WhichBodyError, said *form.Correction, result *Result) string {
	for i := range r.opt.Corrections {
		if c := &r.opt.Corrections[i]; c.File == result.File && (c.Sheet == "" || c.Sheet == result.Sheet) {
			if name := candidate(which, c.Region+c.Unit); name != "" {
				result.Answered = true
				return name
			}
		}
	}
	if name := candidate(which, r.opt.Unit); name != "" {
		result.Answered = true
		return name
	}
	for i := range r.opt.Remembered {
		c := &r.opt.Remembered[i]
		if c.Found != said.Found || filepath.Dir(c.File) != filepath.Dir(said.File) {
			continue
		}
		if name := candidate(which, c.Region+c.Unit); name != "" {
			result.Recalled = c
			if yearless(filepath.Base(c.File)) != yearless(filepath.Base(said.File)) { // the answer was about another file
				result.Report.Presumed, result.presumedUnit = true, true
			}
			return name
		}
	}
	return ""
}

// candidate returns the only candidate that a name means, with or without the places above it.
func candidate(which *form.WhichBodyError, name string) (found string) {
	name = squeeze(name)
	if name == "" || name == which.Unit && !which.IsNew {
		return ""
	}
	for _, c := range which.Candidates {
		switch {
		case c == name:
			return c
		case strings.HasSuffix(c, name) && found != "":
			return ""
		case strings.HasSuffix(c, name):
			found = c
		}
	}
	return found
}

// askAgain takes back the reports that became doubtful, and asks about them.
func (r *runner) askAgain() error {
	if r.opt.Doubted == nil || r.opt.TakeBack == nil {
		return nil
	}
	for _, d := range r.opt.Doubted() {
		if err := r.opt.TakeBack(r.ctx, d.ReportID); err != nil {
			return err
		}
		for i := range r.results {
			earlier := &r.results[i]
			if !earlier.Saved || earlier.Report == nil || earlier.Report.File != d.File || earlier.Report.Sheet != d.Sheet || earlier.Report.Year != d.Year ||
				earlier.Report.Unit != d.Unit && earlier.Report.Unit != d.Given {
				continue
			}
			again := *earlier.Report
			again.Region, again.Unit = d.Region, d.Unit
			earlier.Saved, earlier.Report = false, &again
			earlier.ask(Question{Kind: AskUnit, Blocking: true, Found: d.Candidates, Source: form.Source{Sheet: earlier.Sheet}})
			if r.opt.Retell != nil {
				r.opt.Retell(i, *earlier)
			}
			break
		}
	}
	return nil
}

// settleDoubt turns a doubt of the store into a question. It reports whether the error
// was such a doubt.
func (r *runner) settleDoubt(result *Result, err error) (bool, error) {
	var rival *form.RivalError
	var which *form.WhichBodyError
	switch {
	case errors.Is(err, form.ErrPresumed):
		result.doubt()
	case errors.As(err, &which):
		result.ask(Question{Kind: AskUnit, Blocking: true, Found: which.Candidates, Source: form.Source{Sheet: result.Sheet}})
	case errors.As(err, &rival):
		if err := r.choose(result, rival); err != nil {
			return true, err
		}
	default:
		return false, nil
	}
	r.keep(result)
	return true, nil
}

// finality lists the words by which people mark versions of a file, the last version first.
var finality = [][]string{{"定稿", "终稿", "最终", "正式", "盖章"}, {"修改", "修订", "更正", "改"}, {""}, {"初稿", "草稿", "征求意见", "送审"}}

// LikeliestVersion returns which of several versions of a file seems to be the last, judging by
// their names, and the word that shows it; at is -1 if the names do not decide.
func LikeliestVersion(names []string) (at int, word string) {
	rank := func(name string) (int, string) {
		for class, words := range finality {
			for _, w := range words {
				if w != "" && strings.Contains(name, w) || w == "" && !isVersionName(name) {
					return class, w
				}
			}
		}
		return len(finality), ""
	}
	at = -1
	best := len(finality)
	for i, name := range names {
		switch class, w := rank(name); {
		case class < best:
			at, word, best = i, w, class
		case class == best:
			at = -1
		}
	}
	if at < 0 {
		word = ""
	}
	return at, word
}

func isVersionName(name string) bool {
	for _, words := range finality {
		for _, w := range words {
			if w != "" && strings.Contains(name, w) {
				return true
			}
		}
	}
	return false
}
