package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"nianbao/data/form"
)

// denseFigures holds the status letters and values of a report by position, with an
// entry for every position, as in store.wide.
type denseFigures struct {
	letters []byte
	values  []form.Number
}

func newDenseFigures(width int) denseFigures {
	return denseFigures{make([]byte, width), make([]form.Number, width)}
}

// number is the value at a position; ok is false if there is none.
func (f denseFigures) number(position int) (n form.Number, ok bool) {
	letter := f.letters[position]
	return f.values[position], letter == statusNumber || letter == statusNoted
}

// In store.compact figures are runs: a byte with the kind in its upper three bits
// and the length less one in the lower five, then a varint for each value if the
// kind has values. Missing figures after the last run are not written.
const (
	missingRun = iota
	zeroRun
	wholeRun // numbers without a fraction
	exactRun // numbers in millionths
	blankRun
	naRun
	textRun
	notedRun // in millionths
)

const longestRun = 32

var errNotCompact = errors.New("the figures of a report are damaged")

func runOf(letter byte, value form.Number) byte {
	switch letter {
	case statusNumber:
		switch {
		case value == 0:
			return zeroRun
		case value%form.Count(1) == 0:
			return wholeRun
		}
		return exactRun
	case statusBlank:
		return blankRun
	case statusNA:
		return naRun
	case statusText:
		return textRun
	case statusNoted:
		return notedRun
	}
	return missingRun
}

func letterOf(run byte) byte {
	return [...]byte{statusMissing, statusNumber, statusNumber, statusNumber, statusBlank, statusNA, statusText, statusNoted}[run]
}

// compact writes the figures as runs.
func (f denseFigures) compact() []byte {
	var text []byte
	last := len(f.letters)
	for last > 0 && runOf(f.letters[last-1], f.values[last-1]) == missingRun {
		last--
	}
	for from := 0; from < last; {
		kind, to := runOf(f.letters[from], f.values[from]), from+1
		for to < last && to-from < longestRun && runOf(f.letters[to], f.values[to]) == kind {
			to++
		}
		text = append(text, kind<<5|byte(to-from-1))
		for ; from < to; from++ {
			switch kind {
			case wholeRun:
				text = binary.AppendVarint(text, int64(f.values[from]/form.Count(1)))
			case exactRun, notedRun:
				text = binary.AppendVarint(text, int64(f.values[from]))
			}
		}
	}
	return text
}

// expand reads the runs into f, up to its length. Positions after the last run, which a
// newer form has added, are missing.
func (f denseFigures) expand(text []byte) error {
	at := 0
	for len(text) > 0 && at < len(f.letters) {
		kind, length := text[0]>>5, int(text[0]&(longestRun-1))+1
		text = text[1:]
		end := min(at+length, len(f.letters))
		letters, values := f.letters[at:end], f.values[at:end]
		at = end
		letter := letterOf(kind)
		for i := range letters {
			letters[i] = letter
		}
		switch kind {
		case wholeRun:
			for i := range values {
				value, n := varint(text)
				if n <= 0 || value > mostWhole || value < -mostWhole {
					return errNotCompact
				}
				values[i], text = form.Count(value), text[n:]
			}
		case exactRun, notedRun:
			for i := range values {
				value, n := varint(text)
				if n <= 0 {
					return errNotCompact
				}
				values[i], text = form.Number(value), text[n:]
			}
		default:
			clear(values)
		}
	}
	for i := range f.letters[at:] {
		f.letters[at+i] = statusMissing
	}
	clear(f.values[at:])
	return nil
}

// mostWhole is the largest whole number that fits into a Number.
var mostWhole = math.MaxInt64 / int64(form.Count(1))

// varint is binary.Varint, but faster for the small numbers that most figures are.
func varint(text []byte) (value int64, n int) {
	if len(text) > 0 && text[0] < 0x80 {
		return int64(text[0]>>1) ^ -int64(text[0]&1), 1
	}
	return binary.Varint(text)
}

func (e *storedReport) compactRow(f denseFigures, oneRow bool) []driver.Value {
	return []driver.Value{e.id, int32(e.body), int32(e.report.Year), e.report.Edition, int32(len(e.findings)), oneRow, f.compact()}
}

// bodyYear identifies a report in force by the id of its body; reportKey does so by the
// body's name.
type bodyYear struct {
	body int64
	year int
}

// compactReport is a row of store.compact.
type compactReport struct {
	id       int64
	edition  string
	findings int
	oneRow   bool
	figures  []byte
}

const compactNames = `report_id, body_id, year, edition, findings, one_row, figures`

func scanCompact(rows *sql.Rows) (k bodyYear, c compactReport, err error) {
	err = rows.Scan(&c.id, &k.body, &k.year, &c.edition, &c.findings, &c.oneRow, &c.figures)
	return k, c, err
}

// listOf writes numbers as an SQL list value.
func listOf[T ~int | ~int64](numbers []T) string {
	return `[` + strings.Trim(idList(numbers), `()`) + `]`
}

// syncCompact adds the rows of store.compact that a file from an earlier version lacks.
func (s *Store) syncCompact(ctx context.Context, conn *sql.Conn) error {
	for {
		lacking, err := column[int64](ctx, conn, fmt.Sprintf(`SELECT report_id FROM store.wide WHERE (SELECT count(*) FROM store.wide) <> (SELECT count(*) FROM store.compact)
			AND report_id NOT IN (SELECT report_id FROM store.compact) LIMIT %d`, 10*batchSize))
		if err != nil || len(lacking) == 0 {
			return err
		}
		err = inTransaction(ctx, conn, func() error {
			return appendRows(conn, func(add func(string, []driver.Value, error) error) error { return s.makeCompact(ctx, lacking, add) })
		})
		if err != nil {
			return err
		}
	}
}

// makeCompact adds rows for reports, computed from those of store.wide.
func (s *Store) makeCompact(ctx context.Context, reports []int64, add func(string, []driver.Value, error) error) error {
	f := newDenseFigures(len(s.columns.names))
	var id, body int64
	var year, findings int
	var edition, statuses string
	var oneRow bool
	values := make([]sql.NullInt64, len(s.columns.names))
	targets := []any{&id, &body, &year, &edition, &findings, &oneRow, &statuses}
	for i := range values {
		targets = append(targets, &values[i])
	}
	return eachRow(ctx, s.db, `SELECT report_id, body_id, year, edition, findings, one_row, statuses, `+strings.Join(s.columns.names, `, `)+` FROM store.wide WHERE `+among(`report_id`, reports), func(rows *sql.Rows) error {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		for i := range values {
			f.letters[i], f.values[i] = statusMissing, form.Number(values[i].Int64)
			if i < len(statuses) {
				f.letters[i] = statuses[i]
			}
		}
		e := storedReport{id: id, body: int(body), findings: make([]form.Finding, findings)}
		e.report.Year, e.report.Edition = year, edition
		return add("compact", e.compactRow(f, oneRow), nil)
	})
}
