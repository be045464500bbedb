//go:build !linux && !windows

package data

func residentBytes() (int64, bool) { return 0, false }

// BoundProcess does nothing here: a memoryWatch alone bounds a statement.
func BoundProcess() {}
