// Package present turns data from the store into what the window and the command
// line both show or write: charts, tables, the figures of the overview, roll-ups,
// return copies, and the words for filters and errors.
//
// It knows the store and the words of both languages, and must not know Fyne.
package present
