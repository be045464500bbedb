// Package present makes of the store's answers what the window and the command
// line both show or write: charts, the table as a document, the facts of the
// overview, roll-ups, return copies, the words of filters and of errors.
//
// It knows the store and the words of both languages, and draws nothing: Fyne
// is not among its imports.
package present
