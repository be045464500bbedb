package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"
)

// Line is what an import reports about one report, or about a file without any. All lines
// are kept, failures and questions included, in the transaction that saves the reports
// read along with them.
type Line struct {
	Import   int64
	Number   int // in the import, from 0
	Verdict  Verdict
	File     string
	Sheet    string
	Body     Body
	Year     int   // 0 if unknown
	ReportID int64 // 0 if no report was saved
	Figures  int
	Findings int
	Errors   int
	Hash     string // of the original, "" if it is not kept
	Chinese  string // the words
	English  string
	Detail   string // what the caller needs to ask again, in its own format
	// AnsweredBy is the import that brought the answer, 0 if there is none.
	AnsweredBy int64
}

// Verdicts on reports that were not saved, besides those of Import.Save.
const (
	Asked   Verdict = "asked"    // the user has to answer something first
	Failed  Verdict = "failed"   // it cannot be read or saved
	LeftOut Verdict = "left-out" // the user did not want it
)

// batchLines is the largest number of lines in a transaction.
const batchLines = 10_000

// answered names a line that an import answers.
type answered struct {
	of     int64
	number int
}

// Record stores the line of a report, and returns it with its number. It must follow the
// report's Save.
func (imp *Import) Record(ctx context.Context, l Line) Line {
	if imp.done {
		return l
	}
	if len(imp.pending.lines) >= batchLines {
		imp.handOver(ctx)
	}
	l.Import, l.Number = imp.id, imp.lines
	imp.lines++
	imp.pending.lines = append(imp.pending.lines, l)
	return l
}

// Correct replaces the line with that number.
func (imp *Import) Correct(number int, l Line) Line {
	l.Import, l.Number = imp.id, number
	for _, list := range [][]Line{imp.pending.lines, imp.pending.corrected} {
		for i := range list {
			if list[i].Number == number {
				list[i] = l
				return l
			}
		}
	}
	imp.pending.corrected = append(imp.pending.corrected, l)
	return l
}

// Answers records that the import answers a line of an earlier one.
func (imp *Import) Answers(of int64, number int) {
	if !imp.done {
		imp.pending.answers = append(imp.pending.answers, answered{of, number})
	}
}

func (l *Line) row() []driver.Value {
	for _, text := range []*string{&l.File, &l.Sheet, &l.Body.Region, &l.Body.Unit, &l.Chinese, &l.English, &l.Detail} {
		*text = strings.ToValidUTF8(*text, "\uFFFD")
	}
	var report driver.Value
	if l.ReportID != 0 {
		report = l.ReportID
	}
	return []driver.Value{l.Import, int32(l.Number), string(l.Verdict), l.File, l.Sheet, l.Body.Region, l.Body.Unit, int32(l.Year), report,
		int32(l.Figures), int32(l.Findings), int32(l.Errors), l.Hash, l.Chinese, l.English, l.Detail}
}

// correctLines replaces lines that were written in earlier batches.
func correctLines(ctx context.Context, conn *sql.Conn, lines []Line) error {
	if len(lines) == 0 {
		return nil
	}
	for i := range lines {
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.lines WHERE import_id = ? AND number = ?`, lines[i].Import, lines[i].Number); err != nil {
			return err
		}
	}
	return appendRows(conn, func(add func(string, []driver.Value, error) error) error {
		for i := range lines {
			if err := add("lines", lines[i].row(), nil); err != nil {
				return err
			}
		}
		return nil
	})
}

// lineRows selects the lines with the import that answered each, unless that is undone, and
// whether each waits for an answer. A failed line does if its original is kept, because the
// file needs a password.
const lineRows = `SELECT l.*, a.by_import, report_id IS NULL AND a.by_import IS NULL AND (verdict = 'asked' OR verdict = 'failed' AND hash <> '') AS open
	FROM store.lines l LEFT JOIN (
		SELECT of_import, of_number, max(import_id) AS by_import FROM store.answers
		WHERE import_id NOT IN (SELECT import_id FROM store.steps WHERE undone_at IS NOT NULL AND import_id IS NOT NULL) GROUP BY ALL) a
	ON a.of_import = l.import_id AND a.of_number = l.number`

// Lines returns the lines of an import in order.
func (s *Store) Lines(ctx context.Context, importID int64) ([]Line, error) {
	var list []Line
	err := eachRow(ctx, s.db, `SELECT import_id, number, verdict, file, sheet, region, unit, year, coalesce(report_id, 0), figures, findings, errors,
		hash, chinese, english, detail, coalesce(by_import, 0) FROM (`+lineRows+`) WHERE import_id = ? ORDER BY number`, func(rows *sql.Rows) error {
		var l Line
		err := rows.Scan(&l.Import, &l.Number, &l.Verdict, &l.File, &l.Sheet, &l.Body.Region, &l.Body.Unit, &l.Year, &l.ReportID, &l.Figures, &l.Findings, &l.Errors,
			&l.Hash, &l.Chinese, &l.English, &l.Detail, &l.AnsweredBy)
		list = append(list, l)
		return err
	}, importID)
	if err != nil {
		return nil, fmt.Errorf("list the lines of import %d: %w", importID, err)
	}
	return list, nil
}

// OpenLines returns the lines that still wait for the user, the latest import first: those that
// ask something, and files whose original is kept because an answer can make them readable. A
// line is settled by an answer, by leaving the report out, by undoing its import, and by a
// later import that could read the same file: its own lines say what is still asked. Pasted
// texts have no file.
func (s *Store) OpenLines(ctx context.Context) ([]Line, error) {
	var list []Line
	err := eachRow(ctx, s.db, `WITH undone AS (SELECT import_id FROM store.steps WHERE undone_at IS NOT NULL AND import_id IS NOT NULL),
		waiting AS (SELECT * FROM (`+lineRows+`) WHERE open AND import_id NOT IN (FROM undone)),
		later AS (SELECT file, sheet, max(import_id) AS import_id FROM store.lines WHERE (contains(file, '/') OR contains(file, '\')) AND (verdict <> 'failed' OR hash <> '')
			AND file IN (SELECT file FROM waiting) AND import_id NOT IN (FROM undone) GROUP BY ALL)
		SELECT import_id, number, verdict, file, sheet, region, unit, year, figures, findings, errors, hash, chinese, english, detail
		FROM waiting o WHERE NOT EXISTS (FROM later n WHERE n.file = o.file AND n.import_id > o.import_id AND (n.sheet = o.sheet OR n.sheet = '' OR o.sheet = ''))
		ORDER BY import_id DESC, number`, func(rows *sql.Rows) error {
		var l Line
		err := rows.Scan(&l.Import, &l.Number, &l.Verdict, &l.File, &l.Sheet, &l.Body.Region, &l.Body.Unit, &l.Year, &l.Figures, &l.Findings, &l.Errors,
			&l.Hash, &l.Chinese, &l.English, &l.Detail)
		list = append(list, l)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the lines that wait for an answer: %w", err)
	}
	return list, nil
}
