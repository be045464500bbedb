// Package read turns a file into sheets, whose cells have an address and know
// the merge that covers them, and reads a single cell as a value. It knows
// every format in which reports are handed in. It does not know what a sheet
// means: that is the work of package importer.
//
// Files are untrusted. Every reader is bounded in cells, text and bytes, and
// returns either everything in the file or a ReadError that says what is wrong
// and where.
package read
