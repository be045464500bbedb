// Package view shows a chart in the window: it paints the display list of
// package chart, and handles the pointer, the wheel and the keys.
package view
