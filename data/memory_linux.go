package data

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// BoundProcess keeps this process from growing by more than memoryBound: a single
// SQL function can fill gigabytes between two checks of a memoryWatch. It is meant
// for a process that runs one statement at a time; release ends the bound.
func BoundProcess() (release func()) {
	release = func() {}
	now, ok := pagesOf(dataField) // the limit counts what is mapped, not only what is resident
	var limit syscall.Rlimit
	if !ok || syscall.Getrlimit(rlimitData, &limit) != nil {
		return release
	}
	bound := limit
	bound.Cur = uint64(now + memoryBound)
	if bound.Cur < limit.Cur && syscall.Setrlimit(rlimitData, &bound) == nil { // else the memoryWatch remains
		release = func() { _ = syscall.Setrlimit(rlimitData, &limit) }
	}
	return release
}

// rlimitData is RLIMIT_DATA: private writable memory.
const rlimitData = 2

// residentBytes is how much memory the process holds.
func residentBytes() (int64, bool) { return pagesOf(residentField) }

// Fields of /proc/self/statm.
const (
	residentField = 1
	dataField     = 5
)

// pagesOf is the size in bytes that a field of /proc/self/statm gives in pages.
func pagesOf(field int) (int64, bool) {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, false
	}
	fields := bytes.Fields(text)
	if len(fields) <= field {
		return 0, false
	}
	pages, err := strconv.ParseInt(string(fields[field]), 10, 64)
	return pages * int64(os.Getpagesize()), err == nil
}
