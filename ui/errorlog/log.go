// Package errorlog keeps unforeseen errors in a file, and turns them into reports that a
// user can pass on.
//
// The file belongs to the user and has the errors in full. A report has none of the
// user's data: no figures, no names, no content of files, and only the extension of a
// path. The package knows nothing of what the program does.
package errorlog

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// mostBytes bounds the file: a larger one is renamed to a name with the ending
// “.1”, which replaces the one before.
const mostBytes = 1 << 20

// Log is the file with the errors. Its methods may be called from several
// goroutines; those of the nil Log write nothing.
type Log struct {
	path  string
	about func() string // versions of the program and its parts
	mutex sync.Mutex
	noted map[traced]bool
}

// traced is an error that has the stack of the place where it arose.
type traced interface{ Callers() []uintptr }

// New returns the log at a path. Nothing is created before there is something to
// write. about returns a line with the versions of the program.
func New(path string, about func() string) *Log {
	return &Log{path: path, about: sync.OnceValue(about), noted: map[traced]bool{}}
}

// Note writes an error with its chain of causes and the stack, and returns the path of
// the log, "" if it cannot be written. doing describes what the program was doing,
// without any of the user's data. An error with its own stack is written once, however
// often it is noted.
func (l *Log) Note(doing string, err error) (path string) {
	if l == nil {
		return ""
	}
	e := entry{time: time.Now(), about: l.about(), doing: doing, err: err, stack: stackOf(err)}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	origin := originOf(err)
	if origin != nil && l.noted[origin] {
		return l.path
	}
	file, opening := l.open()
	if opening != nil {
		return ""
	}
	_, writing := file.WriteString(e.full() + "\n")
	if closing := file.Close(); writing != nil || closing != nil {
		return ""
	}
	if origin != nil {
		l.noted[origin] = true
	}
	return l.path
}

// Report returns a report about an error that a user can pass on.
func (l *Log) Report(doing string, err error) string {
	e := entry{time: time.Now(), doing: doing, err: err, stack: stackOf(err)}
	if l != nil {
		e.about = l.about()
	}
	return e.harmless()
}

// CatchCrashes also writes the stacks of a crash, which ends the program, to the log. If
// there is no place for the log, they go to standard error only.
func (l *Log) CatchCrashes() {
	if l == nil {
		return
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	file, err := l.open()
	if err != nil {
		return
	}
	defer file.Close() // the runtime keeps a duplicate
	_ = debug.SetCrashOutput(file, debug.CrashOptions{})
}

// open opens the file to append to it, and starts a new one if it is large.
func (l *Log) open() (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o755); err != nil {
		return nil, err
	}
	if info, err := os.Stat(l.path); err == nil && info.Size() > mostBytes {
		_ = os.Rename(l.path, l.path+".1") // fails while another process has it open, and succeeds later
	}
	return os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
}

// stackOf returns the functions that were called, the innermost first, with file and
// line: those that an error brings with it, else those that called Note or Report.
func stackOf(err error) string {
	callers := make([]uintptr, 64)
	callers = callers[:runtime.Callers(2, callers)]
	if origin := originOf(err); origin != nil {
		callers = origin.Callers()
	}
	frames := runtime.CallersFrames(callers)
	var b strings.Builder
	for {
		frame, more := frames.Next()
		fmt.Fprintf(&b, "  %s %s:%d\n", frame.Function, filepath.Base(frame.File), frame.Line)
		if !more {
			return b.String()
		}
	}
}

// originOf returns the cause that brings its own stack, nil if there is none.
func originOf(err error) traced {
	for _, e := range chain(err) {
		if origin, ok := e.(traced); ok {
			return origin
		}
	}
	return nil
}
