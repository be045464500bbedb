// Package data is the store of annual reports: one DuckDB file that keeps every
// figure with its status and origin, and answers the questions of the window
// and of the command line.
//
// A report comes in as a form.Report (Store.Begin, Import.Save) and goes out
// as rows of a table (Store.Table), a trend (Store.Trend), findings
// (Store.Findings), the report itself (Store.Report) or the result of a user's
// own SQL (Store.SQL). One value, Query, holds all that a user has chosen.
//
// How it is kept, in the schema store of the file:
//
//   - reports: one row a report in force, that is the latest revision of a body
//     and year; revisions: the reports it superseded; imports: which import
//     brought what, so that it can be undone.
//   - wide: one row a report in force with a BIGINT column for each figure of
//     form.Catalogue, and the groups of section 三 summed up beforehand. What
//     chooses, orders or adds up many reports reads this table.
//   - compact: the same figures of a report in one piece, which a page of a table
//     reads; metrics: what a report adds to each metric, of which sums are taken.
//   - cells: one row a figure of every report, revisions included, in whole
//     numbers only; prints: what was printed where it does not follow from the
//     cell. The view store.figures puts them together, for one report at a time.
//   - findings: what the checks found, in the report or against others;
//     phrases: the parts of its text, hashed, that such a comparison needs.
//
// Every value, count or money, is a whole number of millionths of its unit,
// exactly the form.Number, and NULL where the cell holds no number. So no
// figure is ever rounded, a fractional count can be shown to be one, and sums
// stay in integers. The views for users, in the schema main, give the same
// values as DECIMAL(18,6).
//
// There is no index and no key: uniqueness is the duty of the one writer and
// is verified before each commit.
//
// This package knows neither screens nor file formats. It is the only one that
// imports the DuckDB driver.
package data
