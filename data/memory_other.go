//go:build !linux && !windows

package data

func residentBytes() (int64, bool) { return 0, false }

// BoundProcess does nothing on this system, where only a memoryWatch bounds a statement.
func BoundProcess() (release func()) { return func() {} }
