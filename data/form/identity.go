package form

// Identity is an equation between figures of one report: the sum of Left equals
// the sum of Right. In most identities Left is a total and Right its parts. In
// the balance both sides have several figures, and Total is the total among
// them.
type Identity struct {
	Rule  RuleID // RuleBalance, RuleOutcomeSum, RuleRowSum or RuleReviewSum
	Key   Key    // the figure that a finding points to
	Left  []Key
	Right []Key
	Total Key // if this figure is blank, the identity cannot be judged
}

// Identities returns the identities of the edition. oneRow is for reports that
// print （六）其他处理 as one row.
func (e *Edition) Identities(oneRow bool) []Identity {
	var all []Identity
	for i := range e.Tables {
		t := &e.Tables[i]
		rows := printedRows(t, oneRow)
		if t.BalanceRule != "" {
			all = append(all, balances(t)...)
		}
		if t.ItemTotalRule != "" {
			all = append(all, itemTotals(t, rows)...)
		}
		if t.TotalRule != "" {
			all = append(all, rowTotals(t, rows)...)
		}
	}
	return all
}

// printedRows returns the rows that a report prints. With oneRow, the group
// （六）其他处理 is one row instead of its leaves.
func printedRows(t *Table, oneRow bool) []Item {
	var rows []Item
	for _, it := range t.Items {
		switch {
		case oneRow && it.Group == OtherItem:
		case it.IsGroup && !(oneRow && it.ID == OtherItem):
		default:
			rows = append(rows, it)
		}
	}
	return rows
}

func balances(t *Table) []Identity {
	var all []Identity
	for _, c := range t.Columns {
		id := Identity{Rule: t.BalanceRule}
		for _, it := range t.Items {
			k := Key{t.ID, it.ID, c.ID}
			switch it.Side {
			case LeftSide:
				id.Left = append(id.Left, k)
			case RightSide:
				id.Right = append(id.Right, k)
			}
			if it.IsTotal {
				id.Key, id.Total = k, k
			}
		}
		all = append(all, id)
	}
	return all
}

func itemTotals(t *Table, rows []Item) []Identity {
	var all []Identity
	for _, total := range rows {
		if !total.IsTotal {
			continue
		}
		for _, c := range t.Columns {
			k := Key{t.ID, total.ID, c.ID}
			id := Identity{Rule: t.ItemTotalRule, Key: k, Total: k, Left: []Key{k}}
			for _, part := range rows {
				if part.Heading == total.Heading && !part.IsTotal {
					id.Right = append(id.Right, Key{t.ID, part.ID, c.ID})
				}
			}
			all = append(all, id)
		}
	}
	return all
}

func rowTotals(t *Table, rows []Item) []Identity {
	total := t.TotalColumn()
	var all []Identity
	for _, it := range rows {
		k := Key{t.ID, it.ID, total.ID}
		id := Identity{Rule: t.TotalRule, Key: k, Total: k, Left: []Key{k}}
		for _, c := range t.Columns {
			if !c.IsTotal {
				id.Right = append(id.Right, Key{t.ID, it.ID, c.ID})
			}
		}
		all = append(all, id)
	}
	return all
}

// Verdict is the outcome of judging an identity against a report.
type Verdict string

// The verdicts of an identity.
const (
	Pass           Verdict = "pass"
	PassWithBlanks Verdict = "pass with blanks" // holds if blank parts count as 0
	Fail           Verdict = "fail"             // does not hold, and every part is a number
	Doubtful       Verdict = "doubtful"         // does not hold, and a part is blank, na or text
	NotJudged      Verdict = "cannot be judged" // the total is blank
)

// Judgement is an identity judged against one report.
type Judgement struct {
	Identity
	Verdict     Verdict
	LeftValue   Number // sum of the left side, blanks counted as 0
	RightValue  Number
	HasNoNumber bool // none of the figures is a number
}

// Difference returns LeftValue minus RightValue.
func (j Judgement) Difference() Number { return j.LeftValue - j.RightValue }

// Judge judges the identity against the figures of a report.
func (id Identity) Judge(figures map[Key]*Figure) Judgement {
	j := Judgement{Identity: id, HasNoNumber: true}
	gaps := false
	side := func(keys []Key) (sum Number) {
		for _, k := range keys {
			if f := figures[k]; f != nil && f.Status.HasValue() {
				sum += f.Value
				j.HasNoNumber = false
			} else {
				gaps = true
			}
		}
		return sum
	}
	j.LeftValue, j.RightValue = side(id.Left), side(id.Right)
	total := figures[id.Total]
	switch holds := j.LeftValue == j.RightValue; {
	case total == nil || !total.Status.HasValue():
		j.Verdict = NotJudged
	case holds && gaps:
		j.Verdict = PassWithBlanks
	case holds:
		j.Verdict = Pass
	case gaps:
		j.Verdict = Doubtful
	default:
		j.Verdict = Fail
	}
	return j
}

// OneRowOther reports whether the report prints （六）其他处理 as one row.
func (r *Report) OneRowOther() bool {
	e := EditionByID(r.Edition)
	if e == nil {
		return false
	}
	if e.oneRowOther() {
		return true
	}
	for _, f := range r.Figures {
		if f.Table == ApplicationsTable && f.Item == OtherItem {
			return true
		}
	}
	return false
}

// oneRowOther reports whether the edition itself prints （六） as one row.
func (e *Edition) oneRowOther() bool {
	t := e.Table(ApplicationsTable)
	return t != nil && t.Item(OtherItem) != nil && !t.Item(OtherItem).IsGroup
}

// Judge judges all identities of the report's edition.
func (r *Report) Judge() []Judgement {
	e := EditionByID(r.Edition)
	if e == nil {
		return nil
	}
	index := r.Index()
	var all []Judgement
	for _, id := range e.Identities(r.OneRowOther()) {
		all = append(all, id.Judge(index))
	}
	return all
}
