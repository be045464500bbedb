package form

import "strings"

// Finding is one thing in a report that deserves a look.
type Finding struct {
	Rule     string
	Severity Severity
	Key      Key     // parts are empty where a whole row, column or table is meant
	Verdict  Verdict // of the identity, "" where the rule is none
	Left     Number  // what stands there; meaningful where HasValues
	Right    Number  // what should
	// HasValues says that Left, Right and their difference are numbers.
	HasValues bool
	Terms     []Term // the arithmetic, in the order it is read
	Text      string // the raw text concerned, if any
	Source    Source
}

// Term is one figure in the arithmetic of a finding.
type Term struct {
	Key   Key
	Right bool // stands on the right side
	Value Number
	Blank bool // no number: counted as 0
}

// Difference is left minus right.
func (f Finding) Difference() Number { return f.Left - f.Right }

// Check returns the findings of one report, in form order: what follows from
// the form and needs no other report.
func Check(r *Report) []Finding {
	e := EditionByID(r.Edition)
	if e == nil {
		return nil
	}
	index := r.Index()
	findings := judgeIdentities(r, index)
	findings = append(findings, checkBlanks(e, index)...)
	findings = append(findings, checkCells(e, r.Figures)...)
	findings = append(findings, checkTables(e, index)...)
	if of := EditionOf(r.Year); of != nil && of.ID != r.Edition {
		findings = append(findings, Finding{Rule: "edition-year", Severity: SeverityWarning, Text: e.Authority})
	}
	findings = append(findings, checkNarrative(r)...)
	return append(findings, remarked(r, findings)...)
}

// judgeIdentities turns broken identities into findings. What passes with
// blanks or cannot be judged is told once a row or column by checkBlanks.
func judgeIdentities(r *Report, index map[Key]*Figure) []Finding {
	var findings []Finding
	for _, j := range r.Judge() {
		severity := SeverityError
		switch j.Verdict {
		case Fail:
		case Doubtful:
			severity = SeverityWarning
		default:
			continue
		}
		findings = append(findings, Finding{Rule: j.Rule, Severity: severity, Key: j.Key, Verdict: j.Verdict,
			Left: j.LeftValue, Right: j.RightValue, HasValues: true, Terms: j.terms(index), Source: sourceOf(index[j.Key])})
	}
	return findings
}

func (id Identity) terms(index map[Key]*Figure) []Term {
	var terms []Term
	for side, keys := range [][]Key{id.Left, id.Right} {
		for _, k := range keys {
			f := index[k]
			if f == nil || !f.Status.HasValue() {
				terms = append(terms, Term{Key: k, Right: side == 1, Blank: true})
				continue
			}
			terms = append(terms, Term{Key: k, Right: side == 1, Value: f.Value})
		}
	}
	return terms
}

// checkBlanks gives one hint for each column that is blank all the way down,
// then one for each row with other blanks. A blank total means its identity
// cannot be judged.
func checkBlanks(e *Edition, index map[Key]*Figure) []Finding {
	var findings []Finding
	for i := range e.Tables {
		t := &e.Tables[i]
		columns := map[string]bool{}
		if rows := presentRows(t, index); len(rows) > 1 {
			for _, c := range t.Columns {
				if !columnIsBlank(t, rows, c.ID, index) {
					continue
				}
				columns[c.ID] = true
				findings = append(findings, blankHint(Key{t.ID, "", c.ID}, c.IsTotal, index[Key{t.ID, rows[0].ID, c.ID}]))
			}
		}
		if len(columns) == len(t.Columns) { // an empty table: its columns have said it
			continue
		}
		findings = append(findings, blankRows(t, columns, index)...)
	}
	return findings
}

func blankRows(t *Table, told map[string]bool, index map[Key]*Figure) []Finding {
	var findings []Finding
	for _, it := range presentRows(t, index) {
		var first *Figure
		totalBlank := it.IsTotal
		for _, c := range t.Columns {
			f := index[Key{t.ID, it.ID, c.ID}]
			if f == nil || f.Status != StatusBlank || told[c.ID] {
				continue
			}
			if first == nil {
				first = f
			}
			totalBlank = totalBlank || c.IsTotal
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
	return Finding{Rule: "blank", Severity: SeverityHint, Key: k, Verdict: verdict, Source: sourceOf(at)}
}

// presentRows are the printed rows of which the report has at least one cell.
func presentRows(t *Table, index map[Key]*Figure) []Item {
	var rows []Item
	for _, it := range t.Items {
		for _, c := range t.Columns {
			if index[Key{t.ID, it.ID, c.ID}] != nil {
				rows = append(rows, it)
				break
			}
		}
	}
	return rows
}

func columnIsBlank(t *Table, rows []Item, column string, index map[Key]*Figure) bool {
	for _, it := range rows {
		if f := index[Key{t.ID, it.ID, column}]; f == nil || f.Status != StatusBlank {
			return false
		}
	}
	return true
}

// checkCells looks at each cell by itself: text, fractions, signs, units.
func checkCells(e *Edition, figures []Figure) []Finding {
	var findings []Finding
	for i := range figures {
		f := &figures[i]
		t := e.Table(f.Table)
		if t == nil || t.Column(f.Column) == nil {
			continue
		}
		c := t.Column(f.Column)
		finding := Finding{Key: f.Key, Severity: SeverityWarning, Text: f.Raw, Source: f.Source}
		switch {
		case f.Status == StatusText:
			finding.Rule = "not-a-number"
		case f.Status.HasValue() && (!c.Money && !f.Value.IsWhole() || !c.Signed && f.Value < 0):
			finding.Rule, finding.Severity = "not-a-number", SeverityError
		case f.Status == StatusNoted && c.Money && printedUnit(f.Raw) != c.Unit && printedUnit(f.Raw) != "":
			finding.Rule = "unit-of-money"
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

// checkTables tells each table without any figure, and each missing row of a
// table that is there.
func checkTables(e *Edition, index map[Key]*Figure) []Finding {
	var findings []Finding
	for i := range e.Tables {
		t := &e.Tables[i]
		rows := presentRows(t, index)
		if len(rows) == 0 {
			findings = append(findings, Finding{Rule: "missing-table", Severity: SeverityWarning, Key: Key{Table: t.ID}})
			continue
		}
		present := map[string]bool{}
		for _, it := range rows {
			present[it.ID] = true
		}
		for _, it := range t.Leaves() {
			if !present[it.ID] && (it.Group == "" || !present[it.Group]) {
				findings = append(findings, Finding{Rule: "missing-table", Severity: SeverityWarning, Key: Key{Table: t.ID, Item: it.ID}})
			}
		}
	}
	return findings
}

// remarked are the reader's remarks that no finding covers yet.
func remarked(r *Report, found []Finding) []Finding {
	type place struct {
		rule string
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
		if m.Rule == "unknown-label" {
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
