// Package present turns data of the store into what the window and the command
// line both show or write: charts, tables as documents, the figures of the
// overview, roll-ups, return copies, the words of filters and of errors.
//
// It knows the store and the words of both languages, and draws nothing: Fyne
// is not among its imports.
package present
