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
// An import writes in transactions of at most 450 reports and verifies each of
// them. A report that is replaced stays as a revision, and an import can be undone.
// There is no index and no key: one writer at a time keeps reports unique and
// verifies this before each commit. The writer does not block readers.
//
// User input reaches SQL only as arguments. A user's own SQL can read, and nothing
// else.
//
// # Tables
//
// The schema store of the file has these tables; the numbered files in
// migrations create them.
//
//   - reports: one row for each report in force, the latest revision of a body
//     and year. revisions: the reports they superseded. bodies: region and unit.
//   - wide: one row for each report in force, with a BIGINT column for each figure
//     of form.Catalogue, groups of section 三 already summed. What filters, sorts
//     or sums up reports reads it. columns: the names and positions of its columns.
//   - compact: the figures of each report in force in one BLOB. What shows
//     reports reads it.
//   - metrics: what each report in force adds to each metric, computed from wide.
//     Sums of metrics read it.
//   - cells: one row for each figure of every report, revisions included, in whole
//     numbers; prints: the text, sheet and address of a figure that do not follow
//     from its row in cells. The view figures joins them, for few reports at a time.
//   - documents: the texts and remarks of a report; phrases: hashes of the parts
//     of its text, for finding look-alikes.
//   - findings: what the checks found in a report or by comparing reports; checked:
//     the version of the rules they were made with.
//   - steps: what the user did, for undo and redo; amendments, relabels and decided:
//     corrections of figures, new names of reports, decisions on findings.
//   - sources and taken: the sources of a report in force that has several, and the
//     figures that come from further ones; contains: reports that contain others.
//   - edits: what the user said of bodies; the views held, register, names and known
//     show what holds of it. rivals: reports between which an import asked the user to
//     choose.
//   - imports and batches: which import brought which reports; withdrawn: reports
//     without effect; lines and answers: what each import said, and what was answered.
//   - due: what a transaction left to be done, such as comparing reports. links:
//     the transactions that wrote, each with a token of the one before it.
//   - corrections, saved_views: whose reports the user said files hold; the views saved
//     under a name.
//   - kept_originals: the files of the reports, in a backup only.
//   - generated: the SQL that created the views of schema main.
//
// Two more tables are caches in memory: body_order and changes.
//
// This package knows neither screens nor file formats. It is the only one that
// imports the DuckDB driver.
package data
