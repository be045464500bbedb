// Package workbook writes reports, tables, charts, roll-ups, return copies and
// the sample as Excel workbooks or CSV. It is given what to write, and knows
// neither the store nor the window.
package workbook
