package form

import "strings"

// Finding is a problem, or a possible one, in a report.
type Finding struct {
	Rule     RuleID
	Severity Severity
	Edition  string  // id of the report's edition, whose labels Message uses
	Key      Key     // with empty parts if it is about a whole row, column or table
	Verdict  Verdict // of the identity; "" if the rule is not an identity
	Left     Number  // the value found, if HasValues
	Right    Number  // the value expected, if HasValues
	// HasValues reports whether Left and Right are set.
	HasValues bool
	Terms     []Term // the arithmetic, from left to right
	Text      string // the text as printed, if the finding quotes one
	Source    Source
	Against   Against // the other report, if two were compared
}

// Against identifies the other report of a comparison. Its Year is 0 if there was
// no comparison; its Unit is empty if it belongs to the same body.
type Against struct {
	Region, Unit string
	Year         int
	Of           int  // reporting year of the report with the finding
	Percent      int  // for RuleLookAlike: the share of the report that is repeated
	Whole        bool // for RuleLookAlike: all tables are repeated, not only one
}

// Term is one figure in the arithmetic of a finding.
type Term struct {
	Key    Key
	Right  bool // on the right side of the equation
	Before bool // taken from last year's report
	Minus  bool // subtracted
	Value  Number
	Blank  bool // the cell has no number and counts as 0
}

// Difference returns Left minus Right.
func (f Finding) Difference() Number { return f.Left - f.Right }

// checkIdentities turns broken identities into findings. Identities that hold
// with blanks or cannot be judged are left to checkBlanks, which reports them
// once for a row or column.
func (s figureSlots) checkIdentities() []Finding {
	var findings []Finding
	for _, b := range s.broken() {
		f := Finding{Rule: b.Rule, Severity: SeverityError, Key: b.Key, Verdict: b.Verdict, Left: b.LeftValue, Right: b.RightValue, HasValues: true,
			Terms: append(s.terms(b.left, b.Left, false), s.terms(b.right, b.Right, true)...), Source: sourceOf(s.get(b.Key))}
		if b.Verdict == Doubtful {
			f.Severity = SeverityWarning
		}
		findings = append(findings, f)
	}
	return findings
}

func (s figureSlots) terms(slots []int, keys []Key, right bool) []Term {
	terms := make([]Term, len(keys))
	for i, k := range keys {
		terms[i] = Term{Key: k, Right: right, Blank: true}
		if f := s.at[slots[i]]; f != nil && f.Status.HasValue() {
			terms[i].Value, terms[i].Blank = f.Value, false
		}
	}
	return terms
}

// checkBlanks returns one hint for each column that is entirely blank, then one
// for each row with further blanks. If a total is blank, the hint says that its
// identity cannot be judged.
func (s figureSlots) checkBlanks(t tableLayout) []Finding {
	var findings []Finding
	told := 0
	isTold := make([]bool, len(t.Columns))
	if rows := s.present(t); len(rows) > 1 {
		for c, column := range t.Columns {
			if s.columnIsBlank(t, rows, c) {
				isTold[c] = true
				told++
				findings = append(findings, blankHint(Key{t.ID, "", column.ID}, column.IsTotal, s.at[t.slot(rows[0], c)]))
			}
		}
	}
	if told == len(t.Columns) { // an empty table: the hints for its columns suffice
		return findings
	}
	return append(findings, s.blankRows(t, isTold)...)
}

func (s figureSlots) blankRows(t tableLayout, told []bool) []Finding {
	var findings []Finding
	for i, it := range t.Items {
		var first *Figure
		totalBlank := it.IsTotal
		for c, column := range t.Columns {
			f := s.at[t.slot(i, c)]
			if f == nil || f.Status != StatusBlank || told[c] {
				continue
			}
			if first == nil {
				first = f
			}
			totalBlank = totalBlank || column.IsTotal
		}
		if first != nil {
			findings = append(findings, blankHint(Key{t.ID, it.ID, ""}, totalBlank && t.TotalRule != "", first))
		}
	}
	return findings
}

func blankHint(k Key, total bool, at *Figure) Finding {
	verdict := PassWithBlanks
	if total {
		verdict = NotJudged
	}
	return Finding{Rule: RuleBlank, Severity: SeverityHint, Key: k, Verdict: verdict, Source: sourceOf(at)}
}

// present returns the rows of which the report has at least one cell.
func (s figureSlots) present(t tableLayout) []int {
	rows := make([]int, 0, len(t.Items))
	for i := range t.Items {
		if s.isPresent(t, i) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (s figureSlots) isPresent(t tableLayout, item int) bool {
	for c := range t.Columns {
		if s.at[t.slot(item, c)] != nil {
			return true
		}
	}
	return false
}

func (s figureSlots) columnIsBlank(t tableLayout, rows []int, column int) bool {
	for _, i := range rows {
		if f := s.at[t.slot(i, column)]; f == nil || f.Status != StatusBlank {
			return false
		}
	}
	return true
}

// checkCells checks each cell on its own for text, fractions, signs and units.
func (s figureSlots) checkCells(figures []Figure) []Finding {
	var findings []Finding
	for i := range figures {
		f := &figures[i]
		if f.Status == StatusBlank || f.Status == StatusNA || f.Status == StatusNumber && f.Value >= 0 && f.Value.IsWhole() {
			continue // valid in any column
		}
		t := s.edition.Table(f.Table)
		if t == nil || t.Column(f.Column) == nil {
			continue
		}
		c := t.Column(f.Column)
		finding := Finding{Key: f.Key, Severity: SeverityWarning, Text: f.Raw, Source: f.Source}
		switch {
		case f.Status == StatusText:
			finding.Rule = RuleNotANumber
		case f.Status.HasValue() && (!c.Money && !f.Value.IsWhole() || !c.Signed && f.Value < 0):
			finding.Rule, finding.Severity = RuleNotANumber, SeverityError
		case f.Status == StatusNoted && c.Money && printedUnit(f.Raw) != c.Unit && printedUnit(f.Raw) != "":
			finding.Rule = RuleUnitOfMoney
		default:
			continue
		}
		findings = append(findings, finding)
	}
	return findings
}

// printedUnit returns the unit of money written in a cell: 万元, 元 or "".
func printedUnit(raw string) string {
	switch s := lettersAndDigits(fold(raw)); {
	case strings.Contains(s, "万元"), strings.HasSuffix(s, "万"):
		return "万元"
	case strings.Contains(s, "元"):
		return "元"
	}
	return ""
}

// checkTable returns one finding if the table has no figure at all, otherwise one
// for each missing row.
func (s figureSlots) checkTable(t tableLayout) []Finding {
	var findings []Finding
	for _, i := range t.leaves {
		it := &t.Items[i]
		if !s.isPresent(t, i) && !s.groupIsPresent(t, it.Group) {
			findings = append(findings, Finding{Rule: RuleMissingTable, Severity: SeverityWarning, Key: Key{Table: t.ID, Item: it.ID}})
		}
	}
	if len(findings) > 0 && len(s.present(t)) == 0 {
		return []Finding{{Rule: RuleMissingTable, Severity: SeverityWarning, Key: Key{Table: t.ID}}}
	}
	return findings
}

func (s figureSlots) groupIsPresent(t tableLayout, group string) bool {
	for i := range t.Items {
		if group != "" && t.Items[i].ID == group {
			return s.isPresent(t, i)
		}
	}
	return false
}

// remarked returns a finding for each remark that the findings do not cover yet.
func remarked(r *Report, found []Finding) []Finding {
	if len(r.Remarks) == 0 {
		return nil
	}
	type place struct {
		rule RuleID
		key  Key
	}
	covered := map[place]bool{}
	for _, f := range found {
		covered[place{f.Rule, f.Key}] = true
	}
	var findings []Finding
	for _, m := range r.Remarks {
		if covered[place{m.Rule, m.Key}] {
			continue
		}
		severity := SeverityWarning
		if m.Rule == RuleUnknownLabel {
			severity = SeverityHint
		}
		findings = append(findings, Finding{Rule: m.Rule, Severity: severity, Key: m.Key, Text: m.Text, Source: m.Source})
	}
	return findings
}

func sourceOf(f *Figure) Source {
	if f == nil {
		return Source{}
	}
	return f.Source
}
