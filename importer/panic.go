package importer

import (
	"fmt"
	"runtime"
)

// PanicError says that the program itself failed on a file, and where.
type PanicError struct {
	Value   any // of the panic
	callers []uintptr
}

// newPanicError is called by the deferred function that recovered the value.
func newPanicError(value any) *PanicError {
	callers := make([]uintptr, 64)
	return &PanicError{Value: value, callers: callers[:runtime.Callers(3, callers)]}
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Callers returns the stack at the panic, for the log.
func (e *PanicError) Callers() []uintptr { return e.callers }
