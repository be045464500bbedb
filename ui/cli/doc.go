// Package cli is the command line of nianbao. It reads a call, does its job on
// the database and returns the exit code. Every command and flag is described
// once, where it is defined, by a text of package words, and the help is made of
// these; names that a flag takes come from the form and the store, and a wrong
// one is answered with the nearest. The window is opened by a function that the
// caller hands in, so that nothing here needs a display.
package cli
