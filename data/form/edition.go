package form

// Edition is one version of the statutory form.
type Edition struct {
	ID        string // the year of the document, such as "2021"
	Authority string // the document that prescribes the form
	FirstYear int    // first reporting year
	LastYear  int    // last reporting year, 0 while in force; it follows from the next edition, so literals leave it out
	Tables    []Table
}

// Table is one table of the form: items by columns.
type Table struct {
	ID      string
	Section int    // the section of the report that it belongs to: 2, 3 or 4
	Label   string // heading as printed
	Short   string // heading if space is short
	English string
	Across  bool // items are side by side above one row of figures (section 四)
	Items   []Item
	Columns []Column
	// TotalRule is the rule by which the total column equals the sum of the others,
	// ItemTotalRule the one by which a total row equals the sum of the rows above
	// it. They are empty if the table has no such total.
	TotalRule     RuleID
	ItemTotalRule RuleID
	// BalanceRule is the rule by which the items on both Sides balance, "" if none.
	BalanceRule RuleID
}

// Item is a row of a table, or a group of rows.
type Item struct {
	ID      string
	Label   string // as printed, ordinal included
	Short   string // without ordinal and remark, for tables and charts
	English string
	Heading string // label of the heading above the item's group, as printed
	Group   string // id of the group the item belongs to, "" if none
	IsGroup bool   // a heading above its leaves, without figures of its own
	IsTotal bool   // the sum of all leaves under the same Heading
	Side    Side   // the item's side of the balance
	Stock   bool   // its numbers are those at the end of a year, which are never added over years
	Aliases []string

	HeadingAliases []string // other words for Heading
}

// Side is a side of the balance 一 + 二 = 三（七） + 四.
type Side int

// The sides of the balance.
const (
	NoSide Side = iota
	LeftSide
	RightSide
)

// Column is one column of a table.
type Column struct {
	ID      string
	Label   string // as printed
	Short   string
	English string
	Heading string // label above the column and its neighbours, as printed
	Unit    string // 件, 项, 个, 元 or 万元
	Money   bool   // an amount of money; any other column holds counts
	Signed  bool   // a change, which may be negative
	Stock   bool   // a number at the end of a year, which is never added over years
	IsTotal bool   // the sum of the other columns
	Aliases []string
}

// Name returns the short name of the table.
func (t *Table) Name() Words { return Words{t.Short, t.English} }

// Name returns the short name of the item.
func (it *Item) Name() Words { return Words{it.Short, it.English} }

// Name returns the short name of the column.
func (c *Column) Name() Words { return Words{c.Short, c.English} }

// Key addresses one figure of the form.
type Key struct {
	Table, Item, Column string
}

// String returns the address as table/item/column.
func (k Key) String() string { return k.Table + "/" + k.Item + "/" + k.Column }

// Table returns the edition's table with that id, or nil.
func (e *Edition) Table(id string) *Table {
	for i := range e.Tables {
		if e.Tables[i].ID == id {
			return &e.Tables[i]
		}
	}
	return nil
}

// Keys returns the addresses of the printed figures in form order.
func (e *Edition) Keys() []Key {
	var keys []Key
	for i := range e.Tables {
		keys = append(keys, e.Tables[i].Keys()...)
	}
	return keys
}

// Has reports whether the edition prints the figure. Every edition accepts
// （六）其他处理 as one row.
func (e *Edition) Has(k Key) bool {
	t := e.Table(k.Table)
	return t != nil && t.Item(k.Item) != nil && t.Column(k.Column) != nil &&
		(!t.Item(k.Item).IsGroup || k.Item == OtherItem)
}

// Keys returns the addresses of the table's printed figures in form order.
func (t *Table) Keys() []Key {
	var keys []Key
	for _, it := range t.Leaves() {
		for _, c := range t.Columns {
			keys = append(keys, Key{t.ID, it.ID, c.ID})
		}
	}
	return keys
}

// Leaves returns the items that are printed as rows of figures.
func (t *Table) Leaves() []Item {
	var leaves []Item
	for _, it := range t.Items {
		if !it.IsGroup {
			leaves = append(leaves, it)
		}
	}
	return leaves
}

// Item returns the table's item with that id, or nil.
func (t *Table) Item(id string) *Item {
	for i := range t.Items {
		if t.Items[i].ID == id {
			return &t.Items[i]
		}
	}
	return nil
}

// Column returns the table's column with that id, or nil.
func (t *Table) Column(id string) *Column {
	for i := range t.Columns {
		if t.Columns[i].ID == id {
			return &t.Columns[i]
		}
	}
	return nil
}

// TotalColumn returns the table's total column, or nil.
func (t *Table) TotalColumn() *Column {
	for i := range t.Columns {
		if t.Columns[i].IsTotal {
			return &t.Columns[i]
		}
	}
	return nil
}

// Members returns the leaves of a group in form order.
func (t *Table) Members(group string) []Item {
	var members []Item
	for _, it := range t.Items {
		if it.Group == group {
			members = append(members, it)
		}
	}
	return members
}
