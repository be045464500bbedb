package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

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

// correction returns the user's answer about a report, or nil.
func (u *interpreter) correction(file, sheet string) *Correction {
	for i := range u.answers {
		if c := &u.answers[i]; c.File == file && (c.Sheet == "" || c.Sheet == sheet) {
			return c
		}
	}
	return nil
}
