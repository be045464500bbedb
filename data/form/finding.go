package form

import "strings"

// Finding is one thing in a report that deserves a look.
type Finding struct {
	Rule     RuleID
	Severity Severity
	Edition  string  // id of the edition the report follows: whose labels name the places
	Key      Key     // parts are empty where a whole row, column or table is meant
	Verdict  Verdict // of the identity, "" where the rule is none
	Left     Number  // what stands there; meaningful where HasValues
	Right    Number  // what should
	// HasValues says that Left, Right and their difference are numbers.
	HasValues bool
	Terms     []Term // the arithmetic, in the order it is read
	Text      string // the raw text concerned, if any
	Source    Source
	Against   Against // the other report, where two were compared
}

// Against is the other report of a comparison. A zero Year means there was
// none, an empty Unit that it is of the same body.
type Against struct {
	Region, Unit string
	Year         int
	Of           int  // reporting year of the report the finding is about
	Percent      int  // of a look-alike: how much of the report is the same
	Whole        bool // of a look-alike: all tables are the same, not one alone
}

// Term is one figure in the arithmetic of a finding.
type Term struct {
	Key    Key
	Right  bool // stands on the right side
	Before bool // of last year's report
	Minus  bool // taken off instead of added
	Value  Number
	Blank  bool // no number: counted as 0
}

// Difference is left minus right.
func (f Finding) Difference() Number { return f.Left - f.Right }

// checkIdentities turns broken identities into findings. What passes with
// blanks or cannot be judged is told once a row or column by checkBlanks.
func (s sheet) checkIdentities() []Finding {
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

func (s sheet) terms(slots []int, keys []Key, right bool) []Term {
	terms := make([]Term, len(keys))
	for i, k := range keys {
		terms[i] = Term{Key: k, Right: right, Blank: true}
		if f := s.at[slots[i]]; f != nil && f.Status.HasValue() {
			terms[i].Value, terms[i].Blank = f.Value, false
		}
	}
	return terms
}

// checkBlanks gives one hint for each column that is blank all the way down,
// then one for each row with other blanks. A blank total means its identity
// cannot be judged.
func (s sheet) checkBlanks(t tableLayout) []Finding {
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
	if told == len(t.Columns) { // an empty table: its columns have said it
		return findings
	}
	return append(findings, s.blankRows(t, isTold)...)
}

func (s sheet) blankRows(t tableLayout, told []bool) []Finding {
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

// present are the rows of which the report has at least one cell.
func (s sheet) present(t tableLayout) []int {
	rows := make([]int, 0, len(t.Items))
	for i := range t.Items {
		if s.isPresent(t, i) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (s sheet) isPresent(t tableLayout, item int) bool {
	for c := range t.Columns {
		if s.at[t.slot(item, c)] != nil {
			return true
		}
	}
	return false
}

func (s sheet) columnIsBlank(t tableLayout, rows []int, column int) bool {
	for _, i := range rows {
		if f := s.at[t.slot(i, column)]; f == nil || f.Status != StatusBlank {
			return false
		}
	}
	return true
}

// checkCells looks at each cell by itself: text, fractions, signs, units.
func (s sheet) checkCells(figures []Figure) []Finding {
	var findings []Finding
	for i := range figures {
		f := &figures[i]
		if f.Status == StatusBlank || f.Status == StatusNA || f.Status == StatusNumber && f.Value >= 0 && f.Value.IsWhole() {
			continue // nothing to say in any column
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

// printedUnit is the unit of money written in a cell: 万元, 元 or "".
func printedUnit(raw string) string {
	switch s := strip(fold(raw)); {
	case strings.Contains(s, "万元"), strings.HasSuffix(s, "万"):
		return "万元"
	case strings.Contains(s, "元"):
		return "元"
	}
	return ""
}

// checkTable tells a table without any figure, or each missing row of one
// that is there.
func (s sheet) checkTable(t tableLayout) []Finding {
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

func (s sheet) groupIsPresent(t tableLayout, group string) bool {
	for i := range t.Items {
		if group != "" && t.Items[i].ID == group {
			return s.isPresent(t, i)
		}
	}
	return false
}

// remarked are the reader's remarks that no finding covers yet.
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
