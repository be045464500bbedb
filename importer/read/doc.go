// Package read turns the bytes of a file, of any format that reports are handed
// in as, into sheets: cells with their merges and an address each, and what one
// cell says as a value. It does not know what a sheet means: that is the
// importer's work.
//
// A file is untrusted. Every reader is bounded in cells, text and bytes, and
// returns either all that a file holds or a ReadError that says what is wrong
// with it and where.
package read
