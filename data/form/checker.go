package form

import "slices"

// Checker checks reports. NewChecker computes once what depends only on the
// form, such as the identities and the position of each figure, so that a
// check takes microseconds. A Checker is safe for concurrent use.
type Checker struct {
	layouts map[string]*layout // by edition
	claims  []claimGroup
}

// NewChecker returns a Checker for reports of any edition.
func NewChecker() *Checker {
	c := &Checker{layouts: map[string]*layout{}, claims: claims()}
	for _, e := range Editions() {
		c.layouts[e.ID] = newLayout(e)
	}
	return c
}

// Check returns the findings of one report in form order. It runs the rules that
// need no other report. To check many reports, use a Checker.
func Check(r *Report) []Finding { return NewChecker().Check(r) }

// Check returns the findings of one report, in form order.
func (c *Checker) Check(r *Report) []Finding {
	l := c.layouts[r.Edition]
	if l == nil {
		return nil
	}
	s := l.fill(r)
	findings := s.checkIdentities()
	for _, t := range l.tables {
		findings = append(findings, s.checkBlanks(t)...)
	}
	findings = append(findings, s.checkCells(r.Figures)...)
	for _, t := range l.tables {
		findings = append(findings, s.checkTable(t)...)
	}
	if of := EditionOf(r.Year); of != nil && of.ID != r.Edition {
		findings = append(findings, Finding{Rule: RuleEditionYear, Severity: SeverityWarning, Text: l.edition.Authority})
	}
	findings = append(findings, s.checkNarrative(r, c.claims)...)
	findings = append(findings, remarked(r, findings)...)
	if r.Kind.Rank() != 0 { // it never meant to give all tables
		findings = slices.DeleteFunc(findings, func(f Finding) bool { return f.Rule == RuleMissingTable })
	}
	for i := range findings {
		findings[i].Edition = r.Edition
	}
	return findings
}

// layout gives each figure of an edition a number, its slot: table by table,
// row by row, with the rows of groups.
type layout struct {
	edition   *Edition
	tables    []tableLayout
	slots     map[Key]int
	equations map[bool][]equation // keyed by whether （六） is printed as one row
	otherRow  []int               // the slots of that row
}

// tableLayout is a table and the slot of its first figure, base.
type tableLayout struct {
	*Table
	base   int
	leaves []int // indexes of the items that are printed
}

func (t tableLayout) slot(item, column int) int { return t.base + item*len(t.Columns) + column }

func (t tableLayout) key(item, column int) Key {
	return Key{t.ID, t.Items[item].ID, t.Columns[column].ID}
}

// equation is an identity with the slots of its figures.
type equation struct {
	Identity
	left, right []int
	total       int
}

func newLayout(e *Edition) *layout {
	l := &layout{edition: e, slots: map[Key]int{}}
	for i := range e.Tables {
		t := tableLayout{Table: &e.Tables[i], base: len(l.slots)}
		for item := range t.Items {
			if !t.Items[item].IsGroup {
				t.leaves = append(t.leaves, item)
			}
			for column := range t.Columns {
				k := t.key(item, column)
				l.slots[k] = t.slot(item, column)
				if t.ID == ApplicationsTable && k.Item == OtherItem {
					l.otherRow = append(l.otherRow, l.slots[k])
				}
			}
		}
		l.tables = append(l.tables, t)
	}
	l.equations = map[bool][]equation{true: l.equate(e.Identities(true)), false: l.equate(e.Identities(false))}
	return l
}

func (l *layout) equate(identities []Identity) []equation {
	equations := make([]equation, len(identities))
	for i, id := range identities {
		equations[i] = equation{Identity: id, left: l.slotsOf(id.Left), right: l.slotsOf(id.Right), total: l.slots[id.Total]}
	}
	return equations
}

func (l *layout) slotsOf(keys []Key) []int {
	slots := make([]int, len(keys))
	for i, k := range keys {
		slots[i] = l.slots[k]
	}
	return slots
}

// figureSlots holds the figures of a report by slot; an entry is nil if the
// report does not print the figure.
type figureSlots struct {
	*layout
	at        []*Figure
	isPartial bool // the report covers only a part of the form
}

func (l *layout) fill(r *Report) figureSlots {
	s := figureSlots{layout: l, at: make([]*Figure, len(l.slots)), isPartial: r.Kind.Rank() != 0}
	for i := range r.Figures {
		if slot, ok := l.slots[r.Figures[i].Key]; ok {
			s.at[slot] = &r.Figures[i]
		}
	}
	return s
}

// get returns the figure at the address, or nil.
func (s figureSlots) get(k Key) *Figure {
	slot, ok := s.slots[k]
	if !ok {
		return nil
	}
	return s.at[slot]
}

// oneRowOther reports whether the report prints （六）其他处理 as one row.
func (s figureSlots) oneRowOther() bool {
	for _, slot := range s.otherRow {
		if s.at[slot] != nil {
			return true
		}
	}
	return s.edition.oneRowOther()
}

// sum adds up the numbers in the slots; gaps reports whether any slot has none.
func (s figureSlots) sum(slots []int) (sum Number, gaps bool) {
	for _, slot := range slots {
		if f := s.at[slot]; f != nil && f.Status.HasValue() {
			sum += f.Value
		} else {
			gaps = true
		}
	}
	return sum, gaps
}

// hasAll reports whether the report prints all figures of an equation, even if some are
// blank.
func (s figureSlots) hasAll(e *equation) bool {
	for _, slots := range [][]int{e.left, e.right} {
		for _, slot := range slots {
			if s.at[slot] == nil {
				return false
			}
		}
	}
	return true
}

// brokenEquation is an equation that does not hold.
type brokenEquation struct {
	Judgement
	left, right []int // slots
}

func (s figureSlots) broken() []brokenEquation {
	var list []brokenEquation
	equations := s.equations[s.oneRowOther()]
	for i := range equations {
		e := &equations[i]
		if s.isPartial && !s.hasAll(e) {
			continue
		}
		left, leftGaps := s.sum(e.left)
		right, rightGaps := s.sum(e.right)
		if left == right || s.at[e.total] == nil || !s.at[e.total].Status.HasValue() {
			continue
		}
		b := brokenEquation{Judgement{Identity: e.Identity, Verdict: Fail, LeftValue: left, RightValue: right}, e.left, e.right}
		if leftGaps || rightGaps {
			b.Verdict = Doubtful
		}
		list = append(list, b)
	}
	return list
}
