package importer

import (
	"errors"
	"strconv"
	"strings"

	"nianbao/data/form"
)

// Result is the outcome for one report in a file, or for a file without reports.
type Result struct {
	File  string
	Sheet string // first sheet of the report, "" if the file failed as a whole
	// Report is the report as read; nil if there is none. After saving it no longer has
	// figures and text, because a summary table can contain a hundred thousand reports.
	Report    *form.Report
	Figures   int // number of figures read
	Saved     bool
	Questions []Question
	Said      form.Correction  // body and year according to the file, and where it gives them
	Recalled  *form.Correction // the user's earlier answer that was applied, nil if none
	Answered  bool             // the user said in this run which of several bodies it belongs to
	// Err says why nothing was saved: a *ReadError, ErrNoForm, an *UnsettledError, or the
	// error of the save function.
	Err error
	// Skipped counts the files of a folder or an archive, which the result names, that
	// cannot be reports. Others are the first of them, as paths below it.
	Skipped int
	Others  []string
	Hash    string // SHA-256 of the file in hex, "" if it was not read

	content      []byte // of the file
	presumedUnit bool   // an answer about another file decided which of several bodies it belongs to
	unread       string // a text with a number in a table without figures
	packed       bool   // the file is in an archive
}

// Answerable reports whether nothing was saved, and the user can change that by
// an answer: a body, a year, a password, or a choice between several forms.
func (r *Result) Answerable() bool {
	if r.Err == nil {
		return false
	}
	for _, q := range r.Questions {
		if q.Blocking && (q.Kind == AskUnit || q.Kind == AskYear || q.Kind == AskVersion) {
			return true
		}
	}
	return NeedsPassword(r.Err)
}

// ErrNoForm is matched by errors of files without any table of the form.
var ErrNoForm = errors.New("no table of the form found")

// NoFormError says that a file was read but has no table of the form, or is another
// statistic.
type NoFormError struct {
	File   string
	Sheets []string // that were searched
	// Statistic is the kind of its tables, if that is known.
	Statistic Statistic
	Title     string // the title that shows this; "" if there is none
}

// Error returns the English explanation.
func (e *NoFormError) Error() string { return e.Explain(form.English) }

// Is makes it match ErrNoForm.
func (e *NoFormError) Is(target error) bool { return target == ErrNoForm }

// UnsettledError says that a report was read but not saved, because a question has to be
// answered first.
type UnsettledError struct {
	File, Sheet string
	Questions   []Question
}

// Error returns the English explanation.
func (e *UnsettledError) Error() string { return e.Explain(form.English) }

func (e *NoFormError) Explain(lang form.Language) string {
	if e.Title != "" {
		return lang.Say(form.Both("“%s”是%s，不是年度报告，没有录入；请导入全年的报告", "“%s” is %s, not the annual report; nothing was read from it: import the report for the whole year"), e.Title, lang.Say(e.Statistic.name()))
	}
	if e.Statistic != NoStatistic {
		return lang.Say(form.Both("这是%s，不是年度报告的样式，没有录入；请导入政府信息公开工作年度报告", "this is %s, not the form of the annual report; nothing was read from it"), lang.Say(e.Statistic.name()))
	}
	sheets := strings.Join(e.Sheets, lang.Say(form.Both("、", ", ")))
	if runes := []rune(sheets); len(runes) > 60 {
		sheets = string(runes[:60]) + "…"
	}
	if sheets != "" {
		sheets = lang.Say(form.Both("（查看了：%s）", " (looked at: %s)"), sheets)
	}
	return lang.Say(form.Both("没有找到年度报告的表格%s；请确认是年度报告，且表格不是图片", "no table of the annual report form was found%s; check that it is the annual report and that its tables are not pictures"), sheets)
}

func (e *UnsettledError) Explain(lang form.Language) string {
	var all []string
	for i := range e.Questions {
		if e.Questions[i].Blocking {
			all = append(all, e.Questions[i].Explain(lang))
		}
	}
	text := strings.Join(all, lang.Say(form.Both("；", "; ")))
	if e.Sheet != "" {
		text = lang.Say(form.Both("工作表“%s”：%s", "sheet “%s”: %s"), e.Sheet, text)
	}
	return text
}

// doubt asks which body the report belongs to, because that was only presumed.
func (r *Result) doubt() {
	kind, found := AskUnit, r.Report.Unit
	if r.Said.Found != "" && !r.presumedUnit {
		kind, found = AskYear, strconv.Itoa(r.Report.Year)
	}
	if r.presumedUnit {
		found = r.Report.Region + found
	}
	r.Questions = append(r.Questions, Question{Kind: kind, Blocking: true, Found: []string{found}})
	r.refuseIfOpen()
}
