//go:build unix

package main

import (
	"syscall"
	"time"
)

// processorTime is what the process has used of all processors; unlike the
// time on the wall it does not depend on what else the machine does.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
