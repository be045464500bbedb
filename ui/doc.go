// Package ui is the window: it shows what the store answers and passes on what the user chooses.
//
// One value, Choice, holds all that the user has chosen; panes change it through the window's
// state and never through each other, and what the store answers comes back to them through
// show methods. A change cancels the question under way; late answers are dropped. No question
// to the store and no file runs on the UI goroutine: tasks.go is the only file with a go
// statement and with fyne.Do.
//
// The package knows the store and the importer and must not know SQL or file formats. Wording
// stands in ui/words, dumb widgets in ui/control, ui/grid and ui/chart.
package ui
