package ui

import (
	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/grid"
	"nianbao/ui/words"
)

// tableSheet turns an answer of the store into headings and cells, those of the grid and of what
// is exported alike. The first columns name the row; some may stand behind its numbers.
type tableSheet struct {
	say      words.Language
	table    *data.Table
	leads    []lead // in front
	ends     []lead // behind
	headings []grid.Column
	ids      []string
	leading  int // how many columns stand in front of the numbers
}

func newTableSheet(t *data.Table, regions bool, say words.Language) tableSheet {
	s := tableSheet{say: say, table: t}
	s.leads, s.ends = shownLeads(t.Query, regions, say)
	for _, l := range s.leads {
		s.add(l.id, grid.Column{Title: say.Say(l.title), Numeric: l.numeric})
	}
	s.leading = len(s.ids)
	for i, c := range t.Columns {
		column := grid.Column{Title: say.Say(c.Title), Group: s.group(i), Unit: unitName(c.Unit, say), Numeric: true}
		if column.Unit == column.Title {
			column.Unit = ""
		}
		s.add(c.ID, column)
	}
	for _, l := range s.ends {
		s.add(l.id, grid.Column{Title: say.Say(l.title), Numeric: l.numeric})
	}
	return s
}

// figure is the place of a column among those of the store's answer; ok is false for one that
// names the row.
func (s *tableSheet) figure(col int) (i int, ok bool) {
	i = col - s.leading
	return i, i >= 0 && i < len(s.table.Columns)
}

// lead is a column that names the row.
func (s *tableSheet) lead(col int) (lead, bool) {
	if col >= 0 && col < s.leading {
		return s.leads[col], true
	}
	if i := col - s.leading - len(s.table.Columns); i >= 0 && i < len(s.ends) {
		return s.ends[i], true
	}
	return lead{}, false
}

// sortable tells whether the store orders by a column.
func (s *tableSheet) sortable(col int) bool {
	l, isLead := s.lead(col)
	return !isLead || !l.unsorted
}

// frozen is how many columns stay in sight: those that tell rows apart at a glance.
func (s *tableSheet) frozen() int {
	switch s.table.Query.Rows {
	case data.ReportRows, data.RegionYearRows, data.FigureRows:
		return min(2, s.leading)
	}
	return min(1, s.leading)
}

// group is the merged heading of a column, "" where it would repeat the title of a column that
// stands alone.
func (s *tableSheet) group(i int) string {
	c := s.table.Columns[i]
	alone := (i == 0 || s.table.Columns[i-1].Heading != c.Heading) && (i+1 == len(s.table.Columns) || s.table.Columns[i+1].Heading != c.Heading)
	if alone && c.Title.Chinese == c.Heading.Chinese {
		return ""
	}
	return s.say.Say(c.Heading)
}

func (s *tableSheet) add(id string, c grid.Column) {
	c.ID = id
	s.ids = append(s.ids, id)
	s.headings = append(s.headings, c)
}

func (s *tableSheet) rows(rows []data.Row) []tableRow {
	list := make([]tableRow, len(rows))
	for i, r := range rows {
		list[i] = tableRow{r, s.cells(r)}
	}
	return list
}

func (s *tableSheet) cells(r data.Row) []grid.Cell {
	cells := make([]grid.Cell, 0, len(s.ids))
	for _, l := range s.leads {
		cells = append(cells, l.cell(r))
	}
	for i, c := range r.Cells {
		cells = append(cells, figureCell(c, s.table.Columns[i], s.say))
	}
	for _, l := range s.ends {
		cells = append(cells, l.cell(r))
	}
	return cells
}

func (s *tableSheet) total(col int) grid.Cell {
	if col == 0 && s.leading > 0 {
		return grid.Cell{Text: s.say.Say(words.TotalRow)}
	}
	i, ok := s.figure(col)
	switch {
	case !ok:
		return grid.Cell{}
	case s.table.Total == nil:
		return grid.Cell{Kind: grid.Loading}
	}
	return figureCell(s.sum(i), s.table.Columns[i], s.say)
}

// sum is the total of a column as a cell.
func (s *tableSheet) sum(i int) data.Cell {
	t := s.table.Total[i]
	if t.TooLarge {
		return data.Cell{Status: form.StatusText, Note: data.TooLargeSum}
	}
	return t.Cell
}

// totalText is the total of the first figure, for the trace.
func (s *tableSheet) totalText() string {
	if _, ok := s.figure(s.leading); !ok || s.table.Total == nil {
		return ""
	}
	return s.total(s.leading).Text
}

// unitName is a unit of measure; only Chinese has words for those of counts.
func unitName(unit string, say words.Language) string {
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
