package importer

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"nianbao/data/form"
)

// Options are the settings of a run.
type Options struct {
	// Save stores a report. It is called from one goroutine, in input order; nil
	// reads without saving. An error fails the report; ErrStop ends the run.
	Save func(context.Context, form.Report) error
	// Progress is called before each file, for each file in an archive, and once at
	// the end; it may be nil.
	Progress func(done, total int, current string)
	// Keep receives the content of each file that a report was saved from, or that an
	// answer of the user can make readable (see Result.Answerable), once, with its name
	// and its SHA-256 in hex; it may be nil. It is called like Save and must not change
	// the content.
	Keep func(name, hash string, content []byte)
	// Tell receives each result, in order, once its report is saved or has failed;
	// it may be nil. It is called like Save.
	Tell func(Result)
	// TakeBack takes back a report that was saved in this run, because the user has to
	// choose between it and others; Retell receives its result again, with its number in
	// the order of Tell. Both may be nil and are called like Save.
	TakeBack func(ctx context.Context, reportID int64) error
	Retell   func(number int, r Result)
	// Doubted returns the reports saved in this run that became doubtful with the last
	// one: they are taken back and asked about. It may be nil.
	Doubted func() []form.Doubt
	// Stored returns the body and year of the only report stored from a sheet of a file with a
	// hash, so that a file about which the user answered before is not asked about again; ok is
	// false if there is none, or several. It may be nil and is called like Save.
	Stored func(hash, sheet string) (region, unit string, year int, ok bool)
	// Wanted chooses the results to save and to Tell if a file has others that must not be
	// touched; nil chooses all.
	Wanted func(*Result) bool
	// Panicked is called with the error of a file on which the program itself failed,
	// from any goroutine; it may be nil.
	Panicked    func(*PanicError)
	Password    string            // tried on protected files
	Unit        string            // of reports that do not name a body, or not for certain
	Year        int               // of reports that do not name a body, or not reliably
	Corrections []Correction      // the user's answers about the files of this run
	Remembered  []form.Correction // corrections of earlier imports, latest first
}

// ErrStop, returned or wrapped by a save function, ends the run: the reports saved so far
// stay, and no further file is read.
var ErrStop = errors.New("the import was stopped")

// Run reads files, and folders and archives recursively, and saves the reports in them.
// Results keep the order of the input, files of a folder by name; a file gives one result
// for each report, or one with Err. When the context ends, Run stops soon and returns the
// results so far with the context's error.
func Run(ctx context.Context, paths []string, opt Options) ([]Result, error) {
	return newRunner(ctx, opt, collect(paths)).run()
}

// RunOriginals reads the stored contents of files, which may no longer exist, as Run and
// ReadPaste read them.
func RunOriginals(ctx context.Context, files []Original, opt Options) ([]Result, error) {
	jobs := make([]job, len(files))
	for i := range files {
		jobs[i] = job{name: files[i].Path, original: &files[i]}
	}
	return newRunner(ctx, opt, jobs).run()
}

// PasteName is used as the file name of pasted text.
const PasteName = "剪贴板"

// ReadPaste reads cells copied from a spreadsheet, a document or a web page, as
// tab-separated text or HTML, and saves their reports as Run does. Corrections
// for it have PasteName as their file.
func ReadPaste(ctx context.Context, text string, opt Options) ([]Result, error) {
	return newRunner(ctx, opt, []job{{name: PasteName, pasted: text}}).run()
}

// newRunner returns a runner that saves reports and collects the results.
func newRunner(ctx context.Context, opt Options, jobs []job) *runner {
	r := &runner{ctx: ctx, opt: opt, jobs: jobs}
	r.take = func(at int, result *Result) error {
		if opt.Wanted != nil && !opt.Wanted(result) {
			return nil
		}
		if j := &r.jobs[at]; result.Report != nil {
			result.Report.Named = j.named && !result.packed || j.original != nil || j.pasted != ""
		}
		stopped := r.save(result)
		result.content = nil
		if opt.Tell != nil {
			opt.Tell(*result)
		}
		r.results = append(r.results, *result)
		return stopped
	}
	return r
}

// workers is how many files are read at the same time. Saving is done by one
// goroutine, so more workers would only wait for it.
const workers = 2

// chunk is how many results a worker may be ahead of the saver in one file.
const chunk = 64

type runner struct {
	ctx     context.Context
	opt     Options
	jobs    []job
	results []Result
	take    func(job int, result *Result) error // in input order; an error ends the run
	kept    string                              // hash of the content that was kept last
	large   *largeFiles
}

// stream carries the results of one job.
type stream struct {
	job     int
	results chan Result
}

func (r *runner) run() ([]Result, error) {
	defer tuneHeap()()
	r.large = newLargeFiles()
	ctx, stop := context.WithCancel(r.ctx)
	next := make(chan stream)             // to the workers
	ordered := make(chan stream, workers) // to the saver
	var wait sync.WaitGroup
	for range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			u := newInterpreter(&r.opt)
			for s := range next {
				r.read(ctx, u, s)
			}
		}()
	}
	go func() {
		defer close(next)
		defer close(ordered)
		for i := range r.jobs {
			s := stream{job: i, results: make(chan Result, chunk)}
			for _, to := range []chan stream{ordered, next} {
				select {
				case to <- s:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	err := r.saveAll(ordered)
	stop()
	wait.Wait()
	return r.results, err
}

// read sends the results of one job and closes its stream.
func (r *runner) read(ctx context.Context, u *interpreter, s stream) {
	defer close(s.results)
	defer r.large.finish(s.job)
	u.large = func() error { return r.large.wait(ctx, s.job) }
	u.ended = ctx.Err
	j := &r.jobs[s.job]
	emit := func(result Result) {
		select {
		case s.results <- result:
		case <-ctx.Done():
		}
	}
	u.answers = r.opt.Corrections
	switch {
	case j.done != nil:
		emit(*j.done)
	case j.original != nil:
		u.original(j.original, emit)
	case j.pasted != "":
		u.paste(j.pasted, emit)
	default:
		u.file(j.path, j.name, emit)
	}
}

// saveAll takes the streams in input order and saves their reports.
func (r *runner) saveAll(ordered <-chan stream) error {
	for s := range ordered {
		r.progress(s.job, r.jobs[s.job].name)
		for open := true; open; {
			var result Result
			select {
			case <-r.ctx.Done():
			case result, open = <-s.results:
			}
			if err := r.ctx.Err(); err != nil { // even if a result was ready too
				return err
			}
			if open {
				if result.packed {
					r.progress(s.job, result.File)
				}
				if err := r.take(s.job, &result); err != nil {
					return err
				}
			}
		}
	}
	if err := r.ctx.Err(); err != nil {
		return err
	}
	r.progress(len(r.jobs), "")
	return nil
}

func (r *runner) progress(done int, current string) {
	if r.opt.Progress != nil {
		r.opt.Progress(done, len(r.jobs), current)
	}
}

// save saves a report. It returns an error only if the run is to end.
func (r *runner) save(result *Result) error {
	r.recall(result)
	if result.Answerable() {
		r.keep(result)
	}
	if result.Err != nil || result.Report == nil || r.opt.Save == nil {
		return nil
	}
	if whole, err := filepath.Abs(result.Report.File); err == nil && result.Report.File != PasteName { // so that it is found from any working directory
		result.Report.File = whole
	}
	err := r.opt.Save(r.ctx, *result.Report)
	if r.answers(result, err) {
		err = r.opt.Save(r.ctx, *result.Report)
	}
	if doubted, err := r.settleDoubt(result, err); doubted {
		return err
	}
	if err != nil {
		result.Err = fmt.Errorf("save %s: %w", result.File, err)
		if errors.Is(err, ErrStop) {
			return err
		}
		return nil
	}
	result.Saved = true
	r.keep(result)
	kept := *result.Report
	kept.Figures, kept.Narrative = nil, nil
	result.Report = &kept
	return r.askAgain()
}

// keep passes on the content of a result's file, unless the previous result has the same
// file.
func (r *runner) keep(result *Result) {
	if r.opt.Keep != nil && result.Hash != "" && result.Hash != r.kept {
		r.opt.Keep(result.File, result.Hash, result.content)
		r.kept = result.Hash
	}
}
