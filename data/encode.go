package data

import (
	"cmp"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"nianbao/data/form"
)

// entry is a report on its way into the tables.
type entry struct {
	report     form.Report
	id         int64
	body       int
	importID   int64
	importedAt time.Time
	previous   int64 // report it supersedes, 0 if none
	digest     string
	textDigest string
	findings   []form.Finding
}

// checked returns the report with its text made valid, or why it cannot be
// stored: ErrInvalidReport.
func checked(r form.Report, c *columns) (form.Report, error) {
	switch {
	case strings.TrimSpace(r.Unit) == "":
		return r, fmt.Errorf("%w: it names no body", ErrInvalidReport)
	case r.Year < 1949 || r.Year > 9999:
		return r, fmt.Errorf("%w: year %d", ErrInvalidReport, r.Year)
	case form.EditionByID(r.Edition) == nil:
		return r, fmt.Errorf("%w: unknown edition %q", ErrInvalidReport, r.Edition)
	}
	for _, text := range []*string{&r.Unit, &r.Region, &r.Agency, &r.Title, &r.File, &r.Sheet, &r.Hash} {
		*text = strings.ToValidUTF8(*text, "\uFFFD")
	}
	seen := make(map[form.Key]bool, len(r.Figures))
	r.Figures = slices.Clone(r.Figures)
	for i := range r.Figures {
		f := &r.Figures[i]
		if _, known := c.position[f.Key]; !known || seen[f.Key] || statusLetter(f.Status) == statusMissing {
			return r, fmt.Errorf("%w: figure %s (%s) at %s", ErrInvalidReport, f.Key, f.Status, f.Source.Cell)
		}
		seen[f.Key] = true
		for _, text := range []*string{&f.Raw, &f.Source.Sheet, &f.Source.Cell} {
			*text = strings.ToValidUTF8(*text, "\uFFFD")
		}
	}
	return r, nil
}

// digest sums up what makes two reports of a body and year the same: edition,
// figures with their statuses and values, and the text where a cell holds no
// number. Place and spelling of a number do not count.
func digest(r *form.Report) string {
	figures := slices.Clone(r.Figures)
	slices.SortFunc(figures, func(a, b form.Figure) int { return cmp.Compare(a.Key.String(), b.Key.String()) })
	h := sha256.New()
	fmt.Fprintf(h, "%s\n", r.Edition)
	for _, f := range figures {
		raw := ""
		if f.Status == form.StatusText {
			raw = f.Raw
		}
		fmt.Fprintf(h, "%s %s %d %q\n", f.Key, f.Status, f.Value, raw)
	}
	return short(h.Sum(nil))
}

// textDigest sums up the narrative, "" where there is none.
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

func (e *entry) reportRow() []driver.Value {
	r := &e.report
	var previous driver.Value
	if e.previous != 0 {
		previous = e.previous
	}
	return []driver.Value{e.id, int32(e.body), r.Unit, r.Region, r.Agency, int32(r.Year), r.Edition, r.Title, r.File, r.Sheet,
		r.Hash, e.digest, e.textDigest, e.importID, e.importedAt, previous, int32(len(r.Figures))}
}

// wideRow has the dimensions, the statuses, then a value a column or nil.
func (e *entry) wideRow(c *columns) []driver.Value {
	r := &e.report
	index := r.Index()
	errors := 0
	for _, f := range e.findings {
		if f.Severity == form.SeverityError {
			errors++
		}
	}
	statuses := make([]byte, len(c.keys))
	row := append(make([]driver.Value, 0, len(c.keys)+10), e.id, int32(e.body), r.Unit, r.Region, int32(r.Year), r.Edition,
		r.OneRowOther(), int32(len(e.findings)), int32(errors), "")
	for i, k := range c.keys {
		value, letter := wideValue(r, index, k)
		statuses[i] = letter
		if letter == statusNumber || letter == statusNoted {
			row = append(row, int64(value))
		} else {
			row = append(row, nil)
		}
	}
	row[9] = string(statuses)
	return row
}

// wideValue is a figure's value and status letter; for a group without a line
// of its own, the sum of its leaves.
func wideValue(r *form.Report, index map[form.Key]*form.Figure, k form.Key) (form.Number, byte) {
	if f := index[k]; f != nil {
		return f.Value, statusLetter(f.Status)
	}
	if !form.IsGroup(k) {
		return 0, statusMissing
	}
	if sum, ok := r.Sum(k.Table, k.Item, k.Column); ok {
		return sum, statusNumber
	}
	for _, leaf := range form.EditionByID(r.Edition).Table(k.Table).Members(k.Item) {
		if index[form.Key{Table: k.Table, Item: leaf.ID, Column: k.Column}] != nil {
			return 0, statusBlank
		}
	}
	return 0, statusMissing
}

func (e *entry) figureRow(i int, c *columns) []driver.Value {
	f := &e.report.Figures[i]
	var value driver.Value
	if f.Status.HasValue() {
		value = int64(f.Value)
	}
	return []driver.Value{e.id, int32(c.position[f.Key]), int32(i), string(f.Status), value, f.Raw, f.Source.Sheet, f.Source.Cell}
}

func (e *entry) documentRow() ([]driver.Value, error) {
	row := []driver.Value{e.id}
	for _, part := range []any{e.report.Narrative, e.report.Evidence, e.report.Remarks} {
		text, err := json.Marshal(part)
		if err != nil {
			return nil, err
		}
		row = append(row, string(text))
	}
	return row, nil
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
	return []driver.Value{report, int32(ordinal), across, f.Rule, string(f.Severity), f.Key.Table, f.Key.Item, f.Key.Column,
		verdict, left, right, strings.ToValidUTF8(f.Message(form.Chinese), "\uFFFD"), string(detail)}, nil
}
