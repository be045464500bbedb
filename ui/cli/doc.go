// Package cli is the command line of nianbao: it parses a call, does its job on
// the database, and returns the exit code. The window is opened by a function
// that it is given, so that nothing here needs a display.
package cli
