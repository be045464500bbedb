package importer

import (
	"runtime/debug"
	"sync"
)

// The memory of an import. Reading produces much garbage and keeps little, so the
// collector may let the heap grow to five times what is kept, which makes an import about
// 1.5 times as fast, within a limit.
const (
	importGrowth = 400 // percent
	importMemory = 768 << 20
)

// heap is the setting of this process's garbage collector. It is global because the
// collector is: if several imports run at once, the first changes the setting and the
// last restores it.
var heap struct {
	mu     sync.Mutex
	runs   int
	growth int
	limit  int64
}

// tuneHeap tunes the collector for an import and returns a function that
// restores it.
func tuneHeap() (restore func()) {
	heap.mu.Lock()
	defer heap.mu.Unlock()
	if heap.runs++; heap.runs == 1 {
		heap.growth = debug.SetGCPercent(importGrowth)
		heap.limit = debug.SetMemoryLimit(-1)
		debug.SetMemoryLimit(min(heap.limit, importMemory))
	}
	return func() {
		heap.mu.Lock()
		defer heap.mu.Unlock()
		if heap.runs--; heap.runs == 0 {
			debug.SetGCPercent(heap.growth)
			debug.SetMemoryLimit(heap.limit)
		}
	}
}
