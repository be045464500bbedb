// Package ui is the window: it shows what the store returns and passes on what the user
// chooses.
//
// One value, Choice, holds everything that the user has chosen. Panes change it through
// the window's state and never through each other; results of the store come back to them
// through their show methods. A change cancels the request under way, and late results
// are dropped. No query and no file access runs on the UI goroutine: only package ui/task
// has a go statement and calls fyne.Do.
//
// The package knows the store and the importer and must not know SQL or file formats.
// What it shows is prepared in ui/present, its wording is in ui/words, and widgets that
// know nothing of reports are in ui/control, ui/grid, ui/page and ui/chart/view.
package ui
