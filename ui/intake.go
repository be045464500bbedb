package ui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// intake imports files into the store, one import at a time, and reports its progress.
type intake struct {
	store *data.Store
	tasks task.Runner

	onProgress func() // called at most once in each pace
	pace       time.Duration
	onDone     func()
	note       func(error) (log string) // writes an unforeseen error to the log; any goroutine may call it

	running   bool
	ended     bool // an import has ended, and its outcome is shown
	cancelled bool
	cancel    context.CancelFunc
	progress  progress
	lines     []line // of the import that ended last
	importID  int64  // 0 if it changed nothing
	sample    bool
	checking  bool             // no import, but a check with new rules
	past      *data.ImportInfo // the import of the history whose lines are shown, nil for the one that ended last
	waiting   bool             // the lines shown are those of all imports that wait for the user
	err       error            // what ended it early, or could not be written
}

// progress is how far an import is.
type progress struct {
	done, total int
	current     string // path of the file being read
	checking    bool   // existing reports are being rechecked; done and total count those
	saved       []line // so far
}

func (p progress) share() float64 { return float64(p.done) / float64(max(p.total, 1)) }

// line is the outcome of one report, or of a file without one.
type line struct {
	verdict                   data.Verdict // "" if nothing was saved
	file, sheet, unit, region string
	year                      int
	figures, findings, errors int
	reportID                  int64              // of the report in force, 0 if nothing was saved
	record                    present.ImportLine // the line as the history has it
	pasted                    string             // the text, if it was pasted
	at                        int                // in the list of all lines
	err                       error              // of the import that ended last; the history has only words
	log                       string             // path of the log with an unforeseen error
}

// failed reports whether nothing was saved.
func (l line) failed() bool {
	return l.err != nil || l.record.Verdict == data.Failed || l.record.Verdict == data.Asked
}

// open reports whether the line waits for an answer of the user.
func (l line) open() bool {
	return !l.answered() && (l.record.Group().IsAsked() || l.failed() && l.needsPassword())
}

// answered reports whether a later import answered the line's question.
func (l line) answered() bool { return l.record.AnsweredBy != 0 }

// problem reports whether the line needs attention.
func (l line) problem() bool { return l.failed() || l.errors > 0 || len(l.record.Questions) > 0 }

// failure is a verdict of the window, in addition to those of the store.
const failure data.Verdict = "failed"

func newIntake(store *data.Store, t task.Runner) *intake {
	return &intake{store: store, tasks: t, onProgress: func() {}, onDone: func() {}, note: func(error) string { return "" }, pace: 200 * time.Millisecond}
}

// job is what is to be imported.
type job struct {
	paths       []string
	options     data.ImportOptions
	corrections []importer.Correction       // the user's answers to questions
	prepare     func() ([]string, error)    // creates the files; nil if paths are given
	recheck     bool                        // no files: check the reports again with today's rules
	pasted      string                      // a text to read instead of paths
	password    string                      // of protected files
	answers     []line                      // the lines that the corrections are for; the others stay listed
	kept        []importer.Original         // files to read from their originals instead of paths
	leftOut     []line                      // lines to be dismissed
	wanted      func(*importer.Result) bool // which reports of the files to save, nil for all
	rule        *form.Correction            // for a folder, from now on
}

// start begins an import. The one before must have ended.
func (in *intake) start(j job) {
	ctx, cancel := context.WithCancel(context.Background())
	before, undo := in.lines, in.importID
	in.running, in.ended, in.cancelled, in.cancel = true, false, false, cancel
	in.progress, in.lines, in.importID, in.err, in.sample = progress{}, nil, 0, nil, j.options.Sample
	in.checking, in.past, in.waiting = j.recheck, nil, false
	in.onProgress()
	in.tasks.Start(func() {
		lines, id, err := in.run(ctx, j)
		in.tasks.Show(func() {
			if j.answers != nil {
				lines = replaceLines(before, slices.Concat(j.answers, j.leftOut), lines)
				if id == 0 {
					id = undo
				}
			}
			in.finish(lines, id, err)
		})
	})
}

func (in *intake) finish(lines []line, id int64, err error) {
	in.cancel()
	in.running, in.ended = false, true
	for i := range lines {
		l := &lines[i]
		l.at = i
		if l.failed() && l.err != nil && l.log == "" && present.Explain(l.err, words.Chinese).Unforeseen {
			l.log = in.note(l.err)
		}
	}
	in.lines, in.importID, in.err = lines, id, err
	in.onDone()
}

// replaceLines replaces answered lines by those of the import that answered them.
func replaceLines(all, answered, by []line) []line {
	var list []line
	for _, l := range all {
		was := slices.ContainsFunc(answered, func(a line) bool { return a.at == l.at && a.isOfPlace(l) })
		if !was {
			list = append(list, l)
			continue
		}
		by = slices.DeleteFunc(slices.Clone(by), func(new line) bool {
			if !new.isOfPlace(l) {
				return false
			}
			if new.verdict == data.Unchanged && new.reportID == l.reportID && l.verdict != "" { // only its region was completed
				region := new.region
				new = l
				new.region, new.record.Body.Region = region, region
			}
			list = append(list, new)
			return true
		})
	}
	return append(list, by...)
}

// isOfPlace reports whether both lines are of the same file and sheet.
func (l line) isOfPlace(other line) bool {
	isOfFile := l.file == other.file || l.record.Hash != "" && l.record.Hash == other.record.Hash && filepath.Base(l.file) == filepath.Base(other.file)
	return isOfFile && (l.sheet == other.sheet || l.sheet == "" || other.sheet == "")
}

// stop cancels the import; saved reports are kept.
func (in *intake) stop() {
	if in.running {
		in.cancelled = true
		in.cancel()
	}
}

// run does the import off the UI goroutine.
func (in *intake) run(ctx context.Context, j job) ([]line, int64, error) {
	tell := in.throttled()
	j.options.Rechecked = func(done, total int) { tell(progress{done: done, total: total, checking: true}) }
	if j.recheck {
		return nil, 0, unlessCancelled(in.store.Recheck(ctx, j.options.Rechecked))
	}
	if j.prepare != nil {
		paths, err := j.prepare()
		if err != nil {
			return nil, 0, err
		}
		j.paths = paths
	}
	remembered, err := in.store.Corrections(ctx)
	if err != nil {
		return nil, 0, err
	}
	if j.rule != nil {
		remembered = slices.DeleteFunc(remembered, func(c form.Correction) bool { return c.IsFolderRule() && c.File == j.rule.File })
		remembered = append([]form.Correction{*j.rule}, remembered...)
	}
	imp, err := in.store.Begin(ctx, j.options)
	if err != nil {
		return nil, 0, unlessCancelled(err)
	}
	lines, err := in.readInto(ctx, imp, j, remembered)
	err = unlessCancelled(err)
	if j.answers != nil {
		err = errors.Join(err, settleAnswers(ctx, imp, j, lines))
	}
	for _, l := range j.leftOut {
		lines = append(lines, leaveOut(ctx, imp, l))
	}
	err = errors.Join(err, markUnsaved(lines, imp.Finish(ctx)))
	changed := int64(0)
	for _, l := range lines {
		if l.verdict == data.Imported || l.verdict == data.Replaced {
			changed = imp.ID()
		}
	}
	return lines, changed, err
}

// unlessCancelled drops the error of a cancel, which the user asked for.
func unlessCancelled(err error) error {
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// throttled returns a function that passes progress on to the UI goroutine, at most once in
// each pace; any goroutine may call it.
func (in *intake) throttled() func(progress) {
	var mutex sync.Mutex
	var last time.Time
	return func(p progress) {
		mutex.Lock()
		soon := time.Since(last) < in.pace
		if !soon {
			last = time.Now()
		}
		mutex.Unlock()
		if soon {
			return
		}
		in.tasks.Show(func() {
			if in.running {
				in.progress, in.lines = p, p.saved
				in.onProgress()
			}
		})
	}
}

// tally counts the lines by verdict; failed ones count as failure.
func (in *intake) tally() map[data.Verdict]int {
	counts := map[data.Verdict]int{}
	for _, l := range in.lines {
		switch {
		case l.answered():
		case l.open():
			counts[data.Asked]++
		case l.failed():
			counts[failure]++
		default:
			counts[l.verdict]++
		}
	}
	return counts
}
