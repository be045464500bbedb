package importer

import (
	"context"
	"sync"
)

// largeFiles prevents files that need much memory from being read at the same time: such a file
// waits until all files before it have been read. The first unfinished file never waits, so
// there is no deadlock.
type largeFiles struct {
	mu    sync.Mutex
	over  map[int]bool  // finished jobs from next on
	next  int           // first unfinished job
	moved chan struct{} // closed when next moves
}

func newLargeFiles() *largeFiles {
	return &largeFiles{over: map[int]bool{}, moved: make(chan struct{})}
}

// wait returns once all jobs before this one have been read, or with the
// context's error.
func (t *largeFiles) wait(ctx context.Context, job int) error {
	for {
		t.mu.Lock()
		next, moved := t.next, t.moved
		t.mu.Unlock()
		if next >= job {
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// finish records that a job has been read.
func (t *largeFiles) finish(job int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.over[job] = true
	for t.over[t.next] {
		delete(t.over, t.next)
		t.next++
	}
	close(t.moved)
	t.moved = make(chan struct{})
}
