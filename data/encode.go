package data

import (
	"bytes"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"nianbao/data/form"
)

// storedReport is a report with what the tables need beyond form.Report.
type storedReport struct {
	report         form.Report
	positions      []int // of the report's figures in the columns
	id             int64
	body           int
	importID       int64
	importedAt     time.Time
	previous       int64   // report it supersedes, 0 if none
	own            int     // number of figures in its own file
	isOneOfSeveral bool    // the body and year has, or had, other sources in effect
	sources        []int64 // ids of all sources in effect, this one included, by rank
	conflicts      []form.Conflict
	digest         string
	textDigest     string
	findings       []form.Finding
	phrases        []phrase
	// supersededAt is zero for a report in force. Only a rebuild sets it, and withdrawn.
	supersededAt time.Time
	withdrawn    bool
}

// newEntry returns the report ready to be stored, with its text made valid, or an
// ErrInvalidReport that says why it cannot be.
func (s *Store) newEntry(r form.Report) (*storedReport, error) {
	switch {
	case strings.TrimSpace(r.Unit) == "":
		return nil, fmt.Errorf("%w: it names no body", ErrInvalidReport)
	case r.Year < 1949 || r.Year > 9999:
		return nil, fmt.Errorf("%w: year %d", ErrInvalidReport, r.Year)
	case form.EditionByID(r.Edition) == nil:
		return nil, fmt.Errorf("%w: unknown edition %q", ErrInvalidReport, r.Edition)
	}
	for _, text := range []*string{&r.Unit, &r.Region, &r.Agency, &r.Title, &r.File, &r.Sheet, &r.Hash} {
		*text = strings.ToValidUTF8(*text, "\uFFFD")
	}
	if r.Kind == "" {
		r.Kind = form.FormSource
	}
	e := &storedReport{report: r, own: len(r.Figures)}
	e.makeValid()
	if err := e.findPositions(s.columns); err != nil {
		return nil, err
	}
	e.digest, e.textDigest, e.findings = e.contentDigest(len(s.columns.keys)), textDigest(&e.report), s.check(e)
	e.phrases = phrases(&e.report)
	return e, nil
}

// check returns the findings of a report by itself and of its sources.
func (s *Store) check(e *storedReport) []form.Finding {
	found := s.checker.Check(&e.report)
	for i := range e.conflicts {
		found = append(found, e.conflicts[i].Finding(e.report.Edition))
	}
	return found
}

// makeValid replaces invalid UTF-8 in a copy of the figures.
func (e *storedReport) makeValid() {
	isValid := func(f form.Figure) bool {
		return utf8.ValidString(f.Raw) && utf8.ValidString(f.Source.Sheet) && utf8.ValidString(f.Source.Cell)
	}
	if !slices.ContainsFunc(e.report.Figures, func(f form.Figure) bool { return !isValid(f) }) {
		return
	}
	e.report.Figures = slices.Clone(e.report.Figures)
	for i := range e.report.Figures {
		f := &e.report.Figures[i]
		for _, text := range []*string{&f.Raw, &f.Source.Sheet, &f.Source.Cell} {
			*text = strings.ToValidUTF8(*text, "\uFFFD")
		}
	}
}

// findPositions finds the position of each figure in the columns.
func (e *storedReport) findPositions(c *columns) error {
	seen := make([]bool, len(c.keys))
	e.positions = make([]int, len(e.report.Figures))
	for i := range e.report.Figures {
		f := &e.report.Figures[i]
		position, isKnown := c.position[f.Key]
		if !isKnown || seen[position] || statusLetter(f.Status) == statusMissing {
			return fmt.Errorf("%w: figure %s (%s) at %s", ErrInvalidReport, f.Key, f.Status, f.Source.Cell)
		}
		seen[position], e.positions[i] = true, position
	}
	return nil
}

// contentDigest is equal for two reports of a body and year with the same content:
// edition, figures with statuses and values, and the text of cells without a number. The
// place and spelling of a number do not count.
func (e *storedReport) contentDigest(width int) string {
	order := make([]*form.Figure, width)
	for i, position := range e.positions {
		order[position] = &e.report.Figures[i]
	}
	text := append(make([]byte, 0, 2048), e.report.Edition...)
	for position, f := range order {
		if f == nil {
			continue
		}
		text = binary.AppendUvarint(text, uint64(position))
		text = append(text, statusLetter(f.Status))
		text = binary.AppendVarint(text, int64(f.Value))
		if f.Status == form.StatusText {
			text = strconv.AppendQuote(text, f.Raw)
		}
	}
	h := sha256.Sum256(text)
	return short(h[:])
}

// textDigest is a digest of the narrative, "" if there is none.
func textDigest(r *form.Report) string {
	if len(r.Narrative) == 0 {
		return ""
	}
	h := sha256.New()
	for _, p := range r.Narrative {
		fmt.Fprintf(h, "%q %q\n", p.Section, p.Text)
	}
	return short(h.Sum(nil))
}

func short(sum []byte) string { return hex.EncodeToString(sum[:16]) }

func (e *storedReport) reportRow() []driver.Value {
	r := &e.report
	var previous driver.Value
	if e.previous != 0 {
		previous = e.previous
	}
	return []driver.Value{e.id, int32(e.body), r.Unit, r.Region, r.Agency, int32(r.Year), r.Edition, r.Title, r.File, r.Sheet,
		r.Hash, e.digest, e.textDigest, e.importID, e.importedAt, previous, int32(e.own)}
}

// wideRow is the report's row of store.wide: its identifying columns, the statuses, then
// a value or nil for each figure column.
func (e *storedReport) wideRow(f denseFigures) []driver.Value {
	r := &e.report
	errors := 0
	for _, f := range e.findings {
		if f.Severity == form.SeverityError {
			errors++
		}
	}
	row := append(make([]driver.Value, 0, len(f.values)+10), e.id, int32(e.body), r.Unit, r.Region, int32(r.Year), r.Edition,
		r.OneRowOther(), int32(len(e.findings)), int32(errors), string(f.letters))
	for i := range f.values {
		if n, ok := f.number(i); ok {
			row = append(row, int64(n))
		} else {
			row = append(row, nil)
		}
	}
	return row
}

// dense returns the figures of the report by position. A group without a row of its own
// is the sum of its leaves, and blank if all of them are.
func (e *storedReport) dense(c *columns) denseFigures {
	all := denseFigures{bytes.Repeat([]byte{statusMissing}, len(c.keys)), make([]form.Number, len(c.keys))}
	for i, position := range e.positions {
		f := &e.report.Figures[i]
		all.letters[position], all.values[position] = statusLetter(f.Status), f.Value
	}
	for group, members := range c.members {
		if all.letters[group] != statusMissing {
			continue
		}
		for _, leaf := range members {
			switch all.letters[leaf] {
			case statusMissing:
			case statusNumber, statusNoted:
				all.letters[group] = statusNumber
				all.values[group] += all.values[leaf]
			default:
				if all.letters[group] == statusMissing {
					all.letters[group] = statusBlank
				}
			}
		}
	}
	return all
}

// cellRow fills row with a figure's row of store.cells; hasPrint says that the figure
// needs a row of store.prints too.
func (e *storedReport) cellRow(i int, row []driver.Value) (hasPrint bool) {
	f := &e.report.Figures[i]
	cell := cellNumber(f.Source.Cell)
	row[1], row[2], row[3], row[4], row[5] = int16(e.positions[i]), int16(i), uint8(statusLetter(f.Status)), nil, cell
	if f.Status.HasValue() {
		row[4] = int64(f.Value)
	}
	return cell == noCell || f.Source.Sheet != e.report.Sheet || !isPlain(f)
}

// printRow is a figure's row of store.prints, which holds what does not follow from its
// row of store.cells.
func (e *storedReport) printRow(i int) []driver.Value {
	f := &e.report.Figures[i]
	row := []driver.Value{e.id, int16(i), nil, nil, nil}
	if !isPlain(f) {
		row[2] = f.Raw
	}
	if f.Source.Sheet != e.report.Sheet {
		row[3] = f.Source.Sheet
	}
	if cellNumber(f.Source.Cell) == noCell {
		row[4] = f.Source.Cell
	}
	return row
}

func (e *storedReport) documentRow() ([]driver.Value, error) {
	row := []driver.Value{e.id}
	for _, part := range []any{e.report.Narrative, e.report.Evidence, e.report.Remarks} {
		text, err := json.Marshal(part)
		if err != nil {
			return nil, err
		}
		row = append(row, string(text))
	}
	return append(row, string(e.report.Kind)), nil
}

func findingRow(report int64, ordinal int, f form.Finding, across bool) ([]driver.Value, error) {
	detail, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	var left, right, verdict driver.Value
	if f.HasValues {
		left, right = int64(f.Left), int64(f.Right)
	}
	if f.Verdict != "" {
		verdict = string(f.Verdict)
	}
	return []driver.Value{report, int32(ordinal), across, string(f.Rule), string(f.Severity), f.Key.Table, f.Key.Item, f.Key.Column,
		verdict, left, right, strings.ToValidUTF8(f.Message(form.Chinese), "\uFFFD"), string(detail)}, nil
}
