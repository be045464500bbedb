// Package cli is the command line of nianbao. It parses the arguments,
// runs the command on the database and returns the exit code. Every command and
// flag is described once, where it is defined, by a text of package words; the help
// is made of these texts. The names that a flag accepts come from the form and the
// store, and the error about a wrong one suggests the closest. The window is opened
// by a function that the caller passes in, so that nothing here needs a display.
package cli
