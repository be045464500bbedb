// Package data is the store of annual reports: one DuckDB file that keeps every
// figure with its status and origin, and answers the queries of the window and of
// the command line.
//
// A report comes in as a form.Report (Store.Begin, Import.Save) and goes out as
// rows of a table (Store.Table), a trend (Store.Trend), a roll-up (Store.RollUp),
// findings (Store.Findings), the report itself (Store.Report) or the result of a
// user's own SQL (Store.SQL). One value, Query, holds everything that a user has
// chosen.
//
// # Promises
//
// Every value, count or money, is a whole number of millionths of its unit, exactly
// as in form.Number, and NULL if the cell has no number. No figure is rounded, and
// sums stay integers. A blank is never a zero: a sum leaves it out and says how
// many reports it counted. The views for users, in the schema main, give the same
// values as DECIMAL(18,6).
//
// An import writes in transactions of at most 450 reports and verifies each of them. A report
// that is replaced is kept as a revision, and an import can be undone. One writer at a time
// keeps reports unique and verifies this before each commit. The writer does not block readers.
//
// User input reaches SQL only as arguments. A user's own SQL can read, and nothing
// else.
//
// # Tables
//
// docs/architecture-store.md describes the tables of the schema store, which the
// numbered files in migrations create, the two caches in memory, and how a Query is
// answered from them.
//
// This package knows neither screens nor file formats. It is the only one that
// imports the DuckDB driver.
package data
