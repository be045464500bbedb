//go:build unix

package main

import (
	"syscall"
	"time"
)

// processorTime is the time that the process has used on all processors; unlike wall
// clock time it does not depend on the other load of the machine.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
