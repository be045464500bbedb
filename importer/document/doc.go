// Package document writes Word documents (.docx): the statutory form, and texts with
// headings, tables, pictures and footnotes. Its callers supply the words; it knows neither
// the store nor the window.
package document
