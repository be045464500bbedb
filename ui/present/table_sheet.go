package present

import (
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// TableSheet turns a table of the store into headings and cells, for the grid and for exports. The
// first columns name the row; some that name it may come after its numbers.
type TableSheet struct {
	Say      words.Language
	Table    *data.Table
	front    []Dimension // before the numbers
	behind   []Dimension // after the numbers
	Headings []tabular.Column
	IDs      []string
	Front    int // how many columns come before the numbers
}

// NewTableSheet lays out a table; regions says whether its rows need a column for the region.
func NewTableSheet(t *data.Table, regions bool, say words.Language) TableSheet {
	s := TableSheet{Say: say, Table: t}
	s.front, s.behind = ShownDimensions(t.Query, regions, say)
	for _, l := range s.front {
		s.add(l.ID, tabular.Column{Title: say.Say(l.Title), Numeric: l.numeric})
	}
	s.Front = len(s.IDs)
	for i, c := range t.Columns {
		column := tabular.Column{Title: say.Say(c.Title), Group: s.group(i), Unit: UnitName(c.Unit, say), Numeric: true, Tip: say.Say(c.Label)}
		if column.Unit == column.Title {
			column.Unit = ""
		}
		s.add(c.ID, column)
	}
	for _, l := range s.behind {
		s.add(l.ID, tabular.Column{Title: say.Say(l.Title), Numeric: l.numeric})
	}
	return s
}

// Figure is the index of a column in the store's table; ok is false for a column that names the
// row.
func (s *TableSheet) Figure(col int) (i int, ok bool) {
	i = col - s.Front
	return i, i >= 0 && i < len(s.Table.Columns)
}

// Dimension returns the column that names the row; false if the column holds numbers.
func (s *TableSheet) Dimension(col int) (Dimension, bool) {
	if col >= 0 && col < s.Front {
		return s.front[col], true
	}
	if i := col - s.Front - len(s.Table.Columns); i >= 0 && i < len(s.behind) {
		return s.behind[i], true
	}
	return Dimension{}, false
}

// Sortable reports whether the store can sort by a column.
func (s *TableSheet) Sortable(col int) bool {
	l, isLead := s.Dimension(col)
	return !isLead || !l.unsorted
}

// Frozen is how many columns do not scroll: those that tell rows apart at a glance.
func (s *TableSheet) Frozen() int {
	switch s.Table.Query.Rows {
	case data.ReportRows, data.RegionYearRows, data.FigureRows:
		return min(2, s.Front)
	}
	return min(1, s.Front)
}

// group is the merged heading above a column; "" if a single column would only repeat its title.
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

// Rows are rows with their cells.
func (s *TableSheet) Rows(rows []data.Row) []TableRow {
	list := make([]TableRow, len(rows))
	for i, r := range rows {
		list[i] = TableRow{r, s.Cells(r)}
	}
	return list
}

// Cells are the cells of a row, in the order of the headings.
func (s *TableSheet) Cells(r data.Row) []tabular.Cell {
	cells := make([]tabular.Cell, 0, len(s.IDs))
	for _, l := range s.front {
		cells = append(cells, l.cell(r))
	}
	for i, c := range r.Cells {
		cells = append(cells, figureCell(c, s.Table.Columns[i], s.Say))
	}
	for _, l := range s.behind {
		cells = append(cells, l.cell(r))
	}
	return cells
}

// Total is the cell of the total row in a column, of Kind Loading until the totals are known.
func (s *TableSheet) Total(col int) tabular.Cell {
	if col == 0 && s.Front > 0 {
		return tabular.Cell{Text: s.totalName()}
	}
	i, ok := s.Figure(col)
	switch {
	case !ok:
		d, _ := s.Dimension(col)
		return tabular.Cell{Text: s.extent(d), Tone: tabular.Quiet}
	case s.Table.Total == nil:
		return tabular.Cell{Kind: tabular.Loading}
	}
	return figureCell(s.sum(i), s.Table.Columns[i], s.Say)
}

// extent is the number of bodies or reports in the total, for a column that names rows.
func (s *TableSheet) extent(d Dimension) string {
	e := s.Table.Extent
	switch {
	case e.Reports == 0:
		return ""
	case d.ID == reportsColumn:
		return strconv.Itoa(e.Reports)
	case d.ID == bodiesColumn:
		return strconv.Itoa(e.Bodies)
	case d.ID == data.RegionColumn:
		return s.Say.Say(words.TotalBodies, e.Bodies)
	}
	return ""
}

// sum is the total of a column as a cell.
func (s *TableSheet) sum(i int) data.Cell {
	t := s.Table.Total[i]
	if t.TooLarge {
		return data.Cell{Status: form.StatusText, Note: data.TooLargeSum}
	}
	return t.Cell
}

// TotalText is the total of the first column of numbers, for the trace.
func (s *TableSheet) TotalText() string {
	if _, ok := s.Figure(s.Front); !ok || s.Table.Total == nil {
		return ""
	}
	return s.Total(s.Front).Text
}

// UnitName is a unit of measure; only Chinese has words for units of counts.
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

// totalName names the total row, which in a comparison counts only bodies with both years.
func (s *TableSheet) totalName() string {
	if q := s.Table.Query; q.Compare && q.CanCompare() {
		return s.Say.Say(words.TotalCompared)
	}
	return s.Say.Say(words.TotalRow)
}
