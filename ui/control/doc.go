// Package control holds the window's own small widgets: segmented choices, chips, a searchable
// list with ticks, plain text in the theme's colours.
//
// They show values and call back, and keep no state except that of pointer and focus. They know
// the theme and nothing of reports.
package control
