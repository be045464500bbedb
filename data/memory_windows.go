package data

import (
	"syscall"
	"unsafe"
)

// memoryCounters is PROCESS_MEMORY_COUNTERS of the Windows API.
type memoryCounters struct {
	size, faults               uint32
	peakWorkingSet, workingSet uintptr
	rest                       [6]uintptr
}

var processMemory = syscall.NewLazyDLL("kernel32.dll").NewProc("K32GetProcessMemoryInfo")

// residentBytes is how much memory the process holds.
func residentBytes() (int64, bool) {
	process, err := syscall.GetCurrentProcess()
	if err != nil || processMemory.Find() != nil {
		return 0, false
	}
	var c memoryCounters
	c.size = uint32(unsafe.Sizeof(c))
	ok, _, _ := processMemory.Call(uintptr(process), uintptr(unsafe.Pointer(&c)), uintptr(c.size))
	return int64(c.workingSet), ok != 0
}

// BoundProcess does nothing on this system, where only a memoryWatch bounds a statement.
func BoundProcess() (release func()) { return func() {} }
