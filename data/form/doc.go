// Package form holds the statutory form of the annual report on government
// information disclosure (政府信息公开工作年度报告) as data: its editions,
// tables, items and columns, and what follows from them for a single report.
//
// The literals in edition2019.go, edition2021.go and rows.go are the only
// place where the form is written down. Everything else derives from them:
//
//   - label matching in the importer (MatchItem, MatchColumn),
//   - the columns and dimension tables of the DuckDB store (Catalogue),
//   - the identities a report must fulfil (Edition.Identities),
//   - the filter tree, table headings and metric definitions on screen,
//   - the report view, the blank form and the filled form as a workbook,
//   - what may be compared across editions (Comparable).
//
// To add an edition: write one file with its literal, list it in Editions,
// run the tests with -update and read the new outline. The store adds the new
// columns when it next opens a database.
//
// This package imports nothing but the standard library and knows neither
// files, databases nor screens.
package form
