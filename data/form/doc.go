// Package form holds the statutory form of the annual report on government information
// disclosure (政府信息公开工作年度报告) as data: its editions, tables, items and columns,
// and what follows from them for a single report.
//
// The form is written down only in the literals of edition*.go and rows.go. Everything
// else derives from them:
//
//   - label matching in the importer (MatchItem, MatchColumn),
//   - the columns and dimension tables of the DuckDB store (Catalogue),
//   - the identities a report must satisfy (Edition.Identities),
//   - the filter tree, table headings and metric definitions on screen,
//   - the report view, the blank form and the filled form as a workbook,
//   - what may be compared across editions (Comparable).
//
// # Adding an edition
//
//  1. Write its literal in a separate file, such as edition2027.go: its id, the
//     document that prescribes it, its first reporting year, and its tables.
//     Items and columns with the same meaning as before keep their ids, whatever
//     their labels are now; those with another meaning get new ids. An item
//     that turns from a row into a group of rows gets a new id too.
//  2. Add it to the list of known editions in catalogue.go. The edition before
//     it is then in force until the year before its first.
//  3. Run the tests of this package with -update and read the differences in
//     testdata: a new outline, and the last year of the edition before. Then
//     correct the years in form_test.go and in importer/edition_test.go.
//  4. If package formtest uses its id or its first year, give the edition of
//     that package later ones.
//
// Nothing else names an edition. The importer reads and writes its labels, the store adds
// its columns when it next opens a database, and comparisons stop at the seam only for
// figures that are not Comparable. Tests prove this with an edition 2027 that does not
// exist: see package formtest.
//
// This package imports nothing but the standard library and knows no files, databases or
// screens.
package form
