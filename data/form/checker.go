package form

// Checker checks reports. What follows from the form alone (which identities
// there are, where each figure stands) is worked out once, when it is made,
// so that a report costs microseconds. It is safe for several goroutines.
type Checker struct {
	layouts map[string]*layout // by edition
	claims  []claim
}

// NewChecker returns a checker of reports of all editions.
func NewChecker() *Checker {
	c := &Checker{layouts: map[string]*layout{}, claims: claims()}
	for _, e := range Editions() {
		c.layouts[e.ID] = newLayout(e)
	}
	return c
}

// Check returns the findings of one report, in form order: what follows from
// the form and needs no other report.
func Check(r *Report) []Finding { return NewChecker().Check(r) }

// Check returns the findings of one report, in form order.
func (c *Checker) Check(r *Report) []Finding {
	l := c.layouts[r.Edition]
	if l == nil {
		return nil
	}
	s := l.spread(r)
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
	findings = append(findings, s.checkNarrative(r.Narrative, c.claims)...)
	findings = append(findings, remarked(r, findings)...)
	for i := range findings {
		findings[i].Edition = r.Edition
	}
	return findings
}

// Broken returns the identities that do not hold in the report, judged as
// Report.Judge does it: those that fail and those that are doubtful.
func (c *Checker) Broken(r *Report) []Judgement {
	l := c.layouts[r.Edition]
	if l == nil {
		return nil
	}
	var list []Judgement
	for _, b := range l.spread(r).broken() {
		list = append(list, b.Judgement)
	}
	return list
}

// layout gives each figure of an edition a slot: items by columns, table after
// table, groups included.
type layout struct {
	edition   *Edition
	tables    []tableLayout
	slots     map[Key]int
	equations map[bool][]equation // by whether （六） is printed as one row
	otherRow  []int               // slots of that one row
}

// tableLayout is a table whose first figure has the slot base.
type tableLayout struct {
	*Table
	base   int
	leaves []int // items that are printed, by index
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

// sheet is a report's figures by slot, nil where it prints none.
type sheet struct {
	*layout
	at []*Figure
}

func (l *layout) spread(r *Report) sheet {
	s := sheet{l, make([]*Figure, len(l.slots))}
	for i := range r.Figures {
		if slot, ok := l.slots[r.Figures[i].Key]; ok {
			s.at[slot] = &r.Figures[i]
		}
	}
	return s
}

// get returns the figure at the address, or nil.
func (s sheet) get(k Key) *Figure {
	slot, ok := s.slots[k]
	if !ok {
		return nil
	}
	return s.at[slot]
}

// oneRowOther reports whether the report prints （六）其他处理 as one row.
func (s sheet) oneRowOther() bool {
	for _, slot := range s.otherRow {
		if s.at[slot] != nil {
			return true
		}
	}
	return s.edition.oneRowOther()
}

// sum adds the numbers at the slots; gaps says that one holds none.
func (s sheet) sum(slots []int) (sum Number, gaps bool) {
	for _, slot := range slots {
		if f := s.at[slot]; f != nil && f.Status.HasValue() {
			sum += f.Value
		} else {
			gaps = true
		}
	}
	return sum, gaps
}

// brokenEquation is an equation that does not hold.
type brokenEquation struct {
	Judgement
	left, right []int // slots
}

func (s sheet) broken() []brokenEquation {
	var list []brokenEquation
	equations := s.equations[s.oneRowOther()]
	for i := range equations {
		e := &equations[i]
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
