// Package workbook writes reports, tables, charts, roll-ups, return copies and
// the sample as Excel workbooks or as text. Its callers supply the data; it knows
// neither the store nor the window.
package workbook
