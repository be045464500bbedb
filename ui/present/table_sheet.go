package present

import (
	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// TableSheet turns an answer of the store into headings and cells, those of the grid and of what
// is exported alike. The first columns name the row; some may stand behind its numbers.
type TableSheet struct {
	Say      words.Language
	Table    *data.Table
	leads    []lead // in front
	ends     []lead // behind
	Headings []tabular.Column
	IDs      []string
	Leading  int // how many columns stand in front of the numbers
}

func NewTableSheet(t *data.Table, regions bool, say words.Language) TableSheet {
	s := TableSheet{Say: say, Table: t}
	s.leads, s.ends = ShownLeads(t.Query, regions, say)
	for _, l := range s.leads {
		s.add(l.ID, tabular.Column{Title: say.Say(l.Title), Numeric: l.numeric})
	}
	s.Leading = len(s.IDs)
	for i, c := range t.Columns {
		column := tabular.Column{Title: say.Say(c.Title), Group: s.group(i), Unit: UnitName(c.Unit, say), Numeric: true}
		if column.Unit == column.Title {
			column.Unit = ""
		}
		s.add(c.ID, column)
	}
	for _, l := range s.ends {
		s.add(l.ID, tabular.Column{Title: say.Say(l.Title), Numeric: l.numeric})
	}
	return s
}

// Figure is the place of a column among those of the store's answer; ok is false for one that
// names the row.
func (s *TableSheet) Figure(col int) (i int, ok bool) {
	i = col - s.Leading
	return i, i >= 0 && i < len(s.Table.Columns)
}

// Lead is a column that names the row.
func (s *TableSheet) Lead(col int) (lead, bool) {
	if col >= 0 && col < s.Leading {
		return s.leads[col], true
	}
	if i := col - s.Leading - len(s.Table.Columns); i >= 0 && i < len(s.ends) {
		return s.ends[i], true
	}
	return lead{}, false
}

// Sortable tells whether the store orders by a column.
func (s *TableSheet) Sortable(col int) bool {
	l, isLead := s.Lead(col)
	return !isLead || !l.unsorted
}

// Frozen is how many columns stay in sight: those that tell rows apart at a glance.
func (s *TableSheet) Frozen() int {
	switch s.Table.Query.Rows {
	case data.ReportRows, data.RegionYearRows, data.FigureRows:
		return min(2, s.Leading)
	}
	return min(1, s.Leading)
}

// group is the merged heading of a column, "" where it would repeat the title of a column that
// stands alone.
func (s *TableSheet) group(i int) string {
	c := s.Table.Columns[i]
	alone := (i == 0 || s.Table.Columns[i-1].Heading != c.Heading) && (i+1 == len(s.Table.Columns) || s.Table.Columns[i+1].Heading != c.Heading)
	if alone && c.Title.Chinese == c.Heading.Chinese {
		return ""
	}
	return s.Say.Say(c.Heading)
}

func (s *TableSheet) add(id string, c tabular.Column) {
	c.ID = id
	s.IDs = append(s.IDs, id)
	s.Headings = append(s.Headings, c)
}

func (s *TableSheet) Rows(rows []data.Row) []TableRow {
	list := make([]TableRow, len(rows))
	for i, r := range rows {
		list[i] = TableRow{r, s.Cells(r)}
	}
	return list
}

func (s *TableSheet) Cells(r data.Row) []tabular.Cell {
	cells := make([]tabular.Cell, 0, len(s.IDs))
	for _, l := range s.leads {
		cells = append(cells, l.cell(r))
	}
	for i, c := range r.Cells {
		cells = append(cells, figureCell(c, s.Table.Columns[i], s.Say))
	}
	for _, l := range s.ends {
		cells = append(cells, l.cell(r))
	}
	return cells
}

func (s *TableSheet) Total(col int) tabular.Cell {
	if col == 0 && s.Leading > 0 {
		return tabular.Cell{Text: s.Say.Say(words.TotalRow)}
	}
	i, ok := s.Figure(col)
	switch {
	case !ok:
		return tabular.Cell{}
	case s.Table.Total == nil:
		return tabular.Cell{Kind: tabular.Loading}
	}
	return figureCell(s.sum(i), s.Table.Columns[i], s.Say)
}

// sum is the total of a column as a cell.
func (s *TableSheet) sum(i int) data.Cell {
	t := s.Table.Total[i]
	if t.TooLarge {
		return data.Cell{Status: form.StatusText, Note: data.TooLargeSum}
	}
	return t.Cell
}

// TotalText is the total of the first figure, for the trace.
func (s *TableSheet) TotalText() string {
	if _, ok := s.Figure(s.Leading); !ok || s.Table.Total == nil {
		return ""
	}
	return s.Total(s.Leading).Text
}

// UnitName is a unit of measure; only Chinese has words for those of counts.
func UnitName(unit string, say words.Language) string {
	if say != words.English {
		return unit
	}
	switch unit {
	case "元":
		return "yuan"
	case "万元":
		return "10,000 yuan"
	case "%":
		return unit
	case "百分点":
		return "points"
	}
	return ""
}

// TableRow is a row with its cells as the grid draws them.
type TableRow struct {
	Row   data.Row
	Cells []tabular.Cell
}
