// Package read turns a file in any format in which reports are handed in into
// sheets, whose cells have an address and know the merge that covers them, and
// reads a single cell as a value. It does not know what a sheet means: that is
// the work of package importer.
//
// A file is untrusted. Every reader is bounded in cells, text and bytes, and
// returns either all that a file holds or a ReadError that says what is wrong
// with it and where.
package read
