package data

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// BoundProcess keeps this process from growing by more than memoryBound: a single
// SQL function can fill gigabytes between two checks of a memoryWatch. It is meant
// for a process that runs one statement and ends.
func BoundProcess() {
	now, ok := residentBytes()
	if !ok {
		return
	}
	var limit syscall.Rlimit
	if syscall.Getrlimit(rlimitData, &limit) != nil {
		return
	}
	if bound := uint64(now + memoryBound); bound < limit.Cur {
		limit.Cur = bound
		_ = syscall.Setrlimit(rlimitData, &limit) // if it fails, the memoryWatch remains
	}
}

// rlimitData is RLIMIT_DATA: private writable memory.
const rlimitData = 2

// residentBytes is how much memory the process holds.
func residentBytes() (int64, bool) {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, false
	}
	fields := bytes.Fields(text)
	if len(fields) < 2 {
		return 0, false
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	return pages * int64(os.Getpagesize()), err == nil
}
