package ui

import (
	"fmt"
	"os"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
)

// tracer writes a line to a file for each milestone, so that a test of the real window can wait for
// it. The nil tracer writes nothing.
type tracer struct {
	mutex sync.Mutex
	file  *os.File
	last  map[string]string
}

// newTracer appends to the file named in the environment; it is nil if there is none.
func newTracer() *tracer {
	path := os.Getenv("NIANBAO_TRACE")
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		fyne.LogError("trace", err)
		return nil
	}
	return &tracer{file: file, last: map[string]string{}}
}

// note writes a milestone with alternating names and values: “import done imported=53”.
func (t *tracer) note(milestone string, pairs ...any) {
	if t == nil {
		return
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	var b strings.Builder
	b.WriteString(milestone)
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&b, " %v=%v", pairs[i], pairs[i+1])
	}
	fmt.Fprintln(t.file, b.String())
}

// place writes where something can be clicked, on the canvas in pixels, if that has
// changed.
func (t *tracer) place(name string, x, y float32) {
	line := fmt.Sprintf("place %s %.0f %.0f", strings.ReplaceAll(name, " ", "_"), x, y)
	if t.last[name] != line {
		t.last[name] = line
		t.note(line)
	}
}
