package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// interpreter turns sheets into reports. Each worker has its own.
type interpreter struct {
	words   *vocabulary
	opt     *Options
	answers []Correction // of the user about the file being read
	large   func() error // waits until a file may take much memory
	ended   func() error // the reason why the run is over, nil while it goes on
	memory  []remembered
	scratch read.Scratch
	// recovers turns a panic into a failed result. In tests the panic ends the test.
	recovers bool
}

func newInterpreter(opt *Options) *interpreter {
	return &interpreter{words: newVocabulary(), opt: opt, answers: opt.Corrections, ended: func() error { return nil }, memory: rememberAll(opt.Remembered), recovers: !testing.Testing()}
}

// file reads the file at path and emits its results in order, under its name.
func (u *interpreter) file(path, name string, emit func(Result)) {
	u.guarded(name, emit, func() (opened, error) {
		content, err := u.content(path)
		if err != nil {
			return opened{}, err
		}
		return u.open(name, content)
	})
}

// paste reads a pasted text and emits its results in order.
func (u *interpreter) paste(text string, emit func(Result)) {
	u.guarded(PasteName, emit, func() (opened, error) { return openPaste(text) })
}

// guarded reads and understands a file. Any failure becomes a failed result, even a
// panic: a file on which the program fails must not stop the others. This is the only
// place in the program that recovers from panics.
func (u *interpreter) guarded(path string, emit func(Result), open func() (opened, error)) {
	defer func() {
		if !u.recovers {
			return
		}
		if p := recover(); p != nil {
			err := newPanicError(p)
			if u.opt.Panicked != nil {
				u.opt.Panicked(err)
			}
			emit(Result{File: path, Err: &read.ReadError{Kind: read.OurFault, Err: err}})
		}
	}()
	file, err := open()
	if read.IsArchive(err) {
		file.packed = err
		u.unpack(path, file, emit)
		return
	}
	hash, content := "", file.content
	if content != nil {
		sum := sha256.Sum256(content)
		hash = hex.EncodeToString(sum[:])
	}
	if err != nil {
		emit(Result{File: path, Err: err, Hash: hash, content: content})
		return
	}
	src := source{path: path, hash: hash}
	if path != PasteName {
		src.clues = fileClues(path)
	}
	u.sheets(src, file.sheets, func(r Result) {
		r.content, r.Hash = content, hash
		emit(r)
	})
}

// source is the file that sheets come from and the clues in its name.
type source struct {
	path, hash string
	clues      []clue
}

// sheets emits a result for each report in the sheets, or one that says that there is
// none.
func (u *interpreter) sheets(src source, sheets []read.Sheet, emit func(Result)) {
	var pages []*page
	found := false
	for i := range sheets {
		if read.IsReturnList(&sheets[i]) || read.IsRollUpList(&sheets[i]) {
			continue
		}
		for _, p := range pagesOf(&sheets[i], u.words) {
			pages = append(pages, p)
			found = found || len(p.found.fragments)+len(p.found.summaries) > 0
		}
	}
	pages, example := withoutExample(pages)
	if title := periodTitle(pages); title != "" {
		emit(Result{File: src.path, Err: &NoFormError{File: src.path, Statistic: PeriodStatistic, Title: title}})
		return
	}
	if what := statisticOf(pages); !found || what != NoStatistic {
		emit(Result{File: src.path, Err: &NoFormError{File: src.path, Sheets: sheetNames(sheets), Statistic: what}})
		return
	}
	if p := onlySummary(pages); p != nil { // emitted row by row, since there is nothing to merge it with
		u.summary(src, p, p.found.summaries[0], emit)
		return
	}
	for i, r := range u.gather(src, pages, workbookClues(pages)) {
		if i == 0 && example != "" {
			r.Questions = append(r.Questions, Question{Kind: AskExample, Found: []string{example}})
		}
		emit(r)
	}
}

// onlySummary returns the page of a summary if that is the only table of a file.
func onlySummary(pages []*page) *page {
	var only *page
	for _, p := range pages {
		switch {
		case len(p.found.fragments) > 0 || len(p.found.summaries) > 1 || only != nil && len(p.found.summaries) > 0:
			return nil
		case len(p.found.summaries) == 1:
			only = p
		}
	}
	return only
}

func sheetNames(sheets []read.Sheet) []string {
	var names []string
	for i := range sheets {
		names = append(names, sheets[i].Name)
	}
	return names
}

// workbookClues returns the clues in titles on sheets without tables, such as a cover.
func workbookClues(pages []*page) []clue {
	var clues []clue
	for _, p := range pages {
		if len(p.found.fragments)+len(p.found.summaries) > 0 {
			continue
		}
		for i := range p.texts {
			for _, c := range p.texts[i].clues() {
				if c.place == placeTitle {
					c.place, c.trust = placeWorkbook, min(c.trust, trustWorkbook)
					clues = append(clues, c)
				}
			}
		}
	}
	return clues
}

// forms reads the reports in the layout of the form.
func (u *interpreter) forms(src source, pages []*page, shared []clue) []Result {
	clues := append(append([]clue(nil), shared...), src.clues...)
	var results []Result
	for _, b := range merge(pages) {
		r, id, questions := b.report(clues, u.correctionsFor(src.path, b.sheets[0].Name, ""))
		r.Hash = src.hash
		result := Result{File: src.path, Sheet: r.Sheet, Report: &r, Figures: len(r.Figures), Questions: questions, Said: id.said, Recalled: id.recalled}
		if !hasNumber(&r) { // searching every cell takes as long as reading the form
			result.unread = b.textWithNumber()
		}
		results = append(results, result)
	}
	results = dropRepeats(results)
	for i := range results {
		results[i].refuseIfOpen()
	}
	return results
}

// refuseIfOpen prevents a report from being saved if it has a blocking question or no
// figures.
func (r *Result) refuseIfOpen() {
	if r.Figures > 0 && r.Report != nil && !hasNumber(r.Report) {
		r.Err = &EmptyFormError{Sheet: r.Sheet, Text: r.unread}
		return
	}
	blocking := r.Figures == 0
	for _, q := range r.Questions {
		blocking = blocking || q.Blocking
	}
	if !blocking {
		return
	}
	for i := range r.Questions {
		if k := r.Questions[i].Kind; r.Figures == 0 && isLeftOut(k) {
			r.Questions[i].Blocking = true
		}
	}
	r.Err = &UnsettledError{File: r.File, Sheet: r.Sheet, Questions: r.Questions}
}

// isLeftOut reports whether figures were left out because of a question.
func isLeftOut(k QuestionKind) bool {
	return k == AskLayout || k == AskFigure || k == AskMerged || k == AskPrinted || k == AskSpaced
}

// dropRepeats drops a form that occurs a second time with the same figures. If they
// differ, neither is saved.
func dropRepeats(results []Result) []Result {
	var kept []Result
	for _, r := range results {
		first := -1
		for k := range kept {
			if a, b := kept[k].Report, r.Report; a.Unit == b.Unit && a.Region == b.Region && a.Year == b.Year {
				first = k
			}
		}
		switch {
		case first < 0:
			kept = append(kept, r)
		case isPartOf(r.Report, kept[first].Report):
			kept[first].Report.Remarks = append(kept[first].Report.Remarks, form.Remark{Rule: form.RuleAmbiguous, Text: "同一份表出现两次", Source: form.Source{Sheet: r.Sheet}})
		default:
			q := Question{Kind: AskTwice, Blocking: true, Found: []string{placeOf(&kept[first]), placeOf(&r)}, Source: form.Source{Sheet: r.Sheet}}
			kept[first].Questions = append(kept[first].Questions, q)
			r.Questions = append(r.Questions, q)
			kept = append(kept, r)
		}
	}
	return kept
}

func placeOf(r *Result) string {
	if len(r.Report.Figures) == 0 {
		return r.Sheet
	}
	return r.Sheet + " " + r.Report.Figures[0].Source.Cell
}

// isPartOf reports whether each figure of a report occurs in another with the
// same value.
func isPartOf(part, whole *form.Report) bool {
	index := whole.Index()
	for i := range part.Figures {
		f := &part.Figures[i]
		other := index[f.Key]
		if other == nil || other.Status != f.Status || other.Value != f.Value {
			return false
		}
	}
	return true
}

// correction returns the user's answer about a report, or nil.
func (u *interpreter) correction(file, sheet string) *Correction {
	for i := range u.answers {
		if c := &u.answers[i]; c.File == file && (c.Sheet == "" || c.Sheet == sheet) {
			return c
		}
	}
	return nil
}

// withoutExample drops a sheet that shows how to fill in the form, if another sheet has
// as many figures, and returns its name.
func withoutExample(pages []*page) (kept []*page, example string) {
	for i, p := range pages {
		if example != "" || !isExampleName(squeeze(p.sheet.Name)) || !hasAsMany(pages, i) {
			kept = append(kept, p)
			continue
		}
		example = p.sheet.Name
	}
	return kept, example
}

func isExampleName(name string) bool {
	for _, word := range []string{"示例", "样例", "样表", "范例", "例表", "填报说明", "填表说明"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// hasAsMany reports whether another page has at least as many numbers.
func hasAsMany(pages []*page, at int) bool {
	for i, p := range pages {
		if i != at && !isExampleName(squeeze(p.sheet.Name)) && p.numbers() >= pages[at].numbers() && p.numbers() > 0 {
			return true
		}
	}
	return false
}

// numbers counts the figures with a value on a page.
func (p *page) numbers() (n int) {
	for _, f := range p.found.fragments {
		for i := range f.figures {
			if f.figures[i].Status.HasValue() {
				n++
			}
		}
	}
	for _, s := range p.found.summaries {
		n += len(s.fields) * len(s.rows)
	}
	return n
}
