package ui

import (
	"nianbao/data"
	"nianbao/ui/grid"
	"nianbao/ui/words"
)

// tableSheet turns an answer of the store into headings and cells of the grid. The first
// columns name the row.
type tableSheet struct {
	say      words.Language
	table    *data.Table
	leads    []lead
	headings []grid.Column
	ids      []string
	leading  int // columns that name the row
}

func newTableSheet(t *data.Table, regions bool, say words.Language) tableSheet {
	s := tableSheet{say: say, table: t, leads: leads(t.Query.Rows, regions, say)}
	for _, l := range s.leads {
		s.add(l.id, grid.Column{Title: say.Say(l.title), Numeric: l.numeric})
	}
	s.leading = len(s.ids)
	for i, c := range t.Columns {
		s.add(c.ID, grid.Column{Title: sayWords(say, c.Title), Group: s.group(i), Unit: unitName(c.Unit, say), Numeric: true})
	}
	return s
}

// sortable tells whether the store orders by a column.
func (s *tableSheet) sortable(col int) bool { return col >= s.leading || !s.leads[col].unsorted }

// frozen is how many columns stay in sight: those that tell rows apart at a glance.
func (s *tableSheet) frozen() int {
	switch s.table.Query.Rows {
	case data.ReportRows, data.RegionYearRows, data.FigureRows:
		return 2
	}
	return 1
}

// group is the merged heading of a column, "" where it would repeat the title of a column that
// stands alone.
func (s *tableSheet) group(i int) string {
	c := s.table.Columns[i]
	alone := (i == 0 || s.table.Columns[i-1].Heading != c.Heading) && (i+1 == len(s.table.Columns) || s.table.Columns[i+1].Heading != c.Heading)
	if alone && c.Title.Chinese == c.Heading.Chinese {
		return ""
	}
	return sayWords(s.say, c.Heading)
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
	return cells
}

func (s *tableSheet) total(col int) grid.Cell {
	switch {
	case col == 0:
		return grid.Cell{Text: s.say.Say(words.TotalRow)}
	case col < s.leading:
		return grid.Cell{}
	}
	if s.table.Total == nil {
		return grid.Cell{}
	}
	t := s.table.Total[col-s.leading]
	if t.TooLarge {
		return grid.Cell{Kind: grid.Odd, Text: s.say.Say(words.TooLarge)}
	}
	return figureCell(t.Cell, s.table.Columns[col-s.leading], s.say)
}

// totalText is the total of the first figure, for the trace.
func (s *tableSheet) totalText() string {
	if s.leading >= len(s.headings) || s.table.Total == nil {
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
