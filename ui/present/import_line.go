package present

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

// ImportLine is a line of an import with what is needed to ask the user again.
type ImportLine struct {
	data.Line
	Given     string // the path as the user gave it, "" in the history
	Questions []importer.Question
	Said      form.Correction  // body and year as the file itself gives them
	Recalled  *form.Correction // the user's earlier answer that was applied
	Password  bool             // the file needs one
	Skipped   int              // files of a folder that cannot be reports
	Changed   int              // figures that differ from the report that was replaced
	Before    string           // its file
	Modified  time.Time        // when a candidate's file was changed last, zero if unknown
}

// lineDetail is what ImportLine has beyond a data.Line, as it is stored.
type lineDetail struct {
	Questions []importer.Question `json:",omitempty"`
	Said      *form.Correction    `json:",omitempty"`
	Recalled  *form.Correction    `json:",omitempty"`
	Password  bool                `json:",omitempty"`
	Skipped   int                 `json:",omitempty"`
	Changed   int                 `json:",omitempty"`
	Before    string              `json:",omitempty"`
	Modified  *time.Time          `json:",omitempty"`
}

// NewImportLine describes the outcome of a result; s is the store's outcome, if the
// report was saved.
func NewImportLine(r importer.Result, s data.Saved) ImportLine {
	l := ImportLine{Given: r.File, Questions: r.Questions, Said: r.Said, Recalled: r.Recalled, Skipped: r.Skipped, Changed: s.Changed, Before: s.Before, Password: importer.NeedsPassword(r.Err)}
	l.File, l.Sheet, l.Figures, l.Verdict = r.File, r.Sheet, r.Figures, s.Verdict
	l.ReportID, l.Findings, l.Errors = s.ReportID, s.Findings, s.Errors
	if s.Body.Unit != "" && r.Report != nil {
		r.Report.Region, r.Report.Unit = s.Body.Region, s.Body.Unit
	}
	if r.Report != nil {
		l.Body, l.Year = data.Body{Region: r.Report.Region, Unit: r.Report.Unit}, r.Report.Year
		if r.Report.File != "" {
			l.File = r.Report.File // the store has the absolute path
		}
	}
	if whole, err := filepath.Abs(l.File); err == nil && l.File != importer.PasteName { // so that it is found from any working directory
		l.File = whole
	}
	if r.Saved || r.Answerable() {
		l.Hash = r.Hash
	}
	var unsettled *importer.UnsettledError
	switch {
	case errors.As(r.Err, &unsettled):
		l.Verdict = data.Asked
	case r.Err != nil:
		l.Verdict = data.Failed
	}
	l.Chinese, l.English = lineWords(r, s, words.Chinese), lineWords(r, s, words.English)
	detail := lineDetail{Questions: r.Questions, Recalled: r.Recalled, Password: l.Password, Skipped: r.Skipped, Changed: s.Changed, Before: s.Before}
	if l.IsRival() {
		if about, err := os.Stat(l.File); err == nil {
			l.Modified = about.ModTime()
			detail.Modified = &l.Modified
		}
	}
	if r.Said != (form.Correction{}) {
		detail.Said = &r.Said
	}
	text, err := json.Marshal(detail)
	if err != nil {
		text = nil // cannot happen: there are only texts and numbers
	}
	l.Detail = string(text)
	return l
}

// StoredImportLine is a line of the history.
func StoredImportLine(stored data.Line) (ImportLine, error) {
	l := ImportLine{Line: stored}
	var detail lineDetail
	if stored.Detail == "" {
		return l, nil
	}
	err := json.Unmarshal([]byte(stored.Detail), &detail)
	l.Questions, l.Recalled, l.Password = detail.Questions, detail.Recalled, detail.Password
	l.Skipped, l.Changed, l.Before = detail.Skipped, detail.Changed, detail.Before
	if detail.Modified != nil {
		l.Modified = *detail.Modified
	}
	if detail.Said != nil {
		l.Said = *detail.Said
	}
	return l, err
}

// LeaveOut marks the report of the line as dismissed by the user. Its questions are kept, so
// that they can still be answered.
func (l *ImportLine) LeaveOut() {
	l.Verdict, l.ReportID, l.AnsweredBy, l.Findings, l.Errors = data.LeftOut, 0, 0, 0, 0
	for _, text := range []struct {
		of  *string
		say words.Language
	}{{&l.Chinese, words.Chinese}, {&l.English, words.English}} {
		*text.of = text.say.Say(words.LineLeftOut) + text.say.Say(words.SentenceBreak) + *text.of
	}
}

// Words says why a line failed, or what is uncertain about it, in one line.
func (l *ImportLine) Words(say words.Language) string {
	text := l.Chinese
	if say == words.English {
		text = l.English
	}
	if l.Verdict == data.Failed && l.ReportID != 0 { // it was read, but its batch could not be written
		text = say.Say(words.ErrorNotSaved, l.File)
	}
	return text
}

// Asks reports whether the body or the year of the report is uncertain.
func (l *ImportLine) Asks() bool {
	for _, q := range l.Questions {
		if q.Kind == importer.AskUnit || q.Kind == importer.AskYear {
			return true
		}
	}
	return false
}

// IsRival reports whether it is one of several different forms of a body and year.
func (l *ImportLine) IsRival() bool {
	return slices.ContainsFunc(l.Questions, func(q importer.Question) bool { return q.Kind == importer.AskVersion })
}

// Empties reports whether the line's report leaves a table blank that has numbers in the report
// it would replace.
func (l *ImportLine) Empties() bool {
	return slices.ContainsFunc(l.Questions, func(q importer.Question) bool { return q.Kind == importer.AskVersion && q.Key.Table != "" })
}

// lineWords are the words of a result: why it failed, which questions are open,
// which earlier answer was used, and which corrections wait to be confirmed.
func lineWords(r importer.Result, s data.Saved, say words.Language) string {
	var parts []string
	if r.Err != nil {
		parts = append(parts, Explain(r.Err, say).Text)
	}
	if r.Skipped > 0 {
		named := strings.Join(r.Others, say.Say(words.ListComma))
		if r.Skipped > len(r.Others) {
			named += say.Say(words.AndMore)
		}
		parts = append(parts, say.Say(words.LineSkipped, r.Skipped, named))
	}
	for i := range r.Questions {
		if r.Err == nil || !r.Questions[i].Blocking {
			parts = append(parts, r.Questions[i].Explain(say))
		}
	}
	if recalled := importer.ExplainRecall(r.Recalled, say); recalled != "" {
		parts = append(parts, recalled)
	}
	if s.Superseded {
		parts = append(parts, say.Say(words.LineSuperseded))
	}
	switch s.Verdict {
	case data.Replaced:
		parts = append(parts, say.Say(words.LineReplaced, filepath.Base(s.Before), s.Changed))
		if s.Lost > 0 {
			parts = append(parts, say.Say(words.LineLost, s.Lost))
		}
	case data.Added:
		parts = append(parts, say.Say(words.LineAdded, s.Adds, s.Confirms, s.Contradicts))
	}
	if len(s.Pending) > 0 {
		parts = append(parts, say.Say(words.LinePending, len(s.Pending), pendingWords(s.Pending, say)))
	}
	return strings.Join(parts, say.Say(words.SentenceBreak))
}

// pendingWords names the first few corrections that wait to be confirmed, with both
// values.
func pendingWords(list []data.PendingAmendment, say words.Language) string {
	const most = 3
	var parts []string
	for i, p := range list {
		if i == most {
			parts = append(parts, "…")
			break
		}
		later := say.Say(words.MarkMissing)
		if p.Later != nil {
			later = StatusText(p.Later.Status, p.Later.Value, p.Later.Raw, say)
		}
		parts = append(parts, say.Say(words.PendingOne, FigurePlace(p.Edition, p.Key, say), StatusText(p.Status, p.Value, "", say), later))
	}
	return strings.Join(parts, say.Say(words.SentenceBreak))
}
