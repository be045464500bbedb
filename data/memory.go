package data

import (
	"sync/atomic"
	"time"
)

// memoryBound is how much the process may grow while a user's statement runs. DuckDB's
// own limit covers neither strings nor results.
const memoryBound = 1500 << 20

// memoryWatch stops a statement that makes the process grow too much.
type memoryWatch struct {
	done chan struct{}
	over atomic.Bool
}

// watchMemory calls stop once the process has grown by memoryBound. It does nothing on
// systems that do not report the size of a process.
func watchMemory(stop func()) *memoryWatch {
	w := &memoryWatch{done: make(chan struct{})}
	before, ok := residentBytes()
	if !ok {
		return w
	}
	go func() {
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-w.done:
				return
			case <-tick.C:
				if now, ok := residentBytes(); ok && now > before+memoryBound {
					w.over.Store(true)
					stop()
					return
				}
			}
		}
	}()
	return w
}

func (w *memoryWatch) exceeded() bool { return w.over.Load() }

func (w *memoryWatch) end() { close(w.done) }
