package ui

import (
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/grid"
	"nianbao/ui/words"
)

// tableSheet turns an answer of the store into headings and cells of the grid. The first
// columns name the row.
type tableSheet struct {
	say      words.Language
	table    *data.Table
	headings []grid.Column
	ids      []string
	leading  int // columns that name the row
	regions  bool
}

func newTableSheet(t *data.Table, regions bool, say words.Language) tableSheet {
	s := tableSheet{say: say, table: t, regions: regions}
	s.name(data.UnitColumn, words.ColumnUnit, false)
	s.name(data.YearColumn, words.ColumnYear, true)
	if regions {
		s.name(data.RegionColumn, words.ColumnRegion, false)
	}
	s.name(data.FindingsColumn, words.ColumnFindings, true)
	s.leading = len(s.ids)
	for i, c := range t.Columns {
		s.add(c.ID, grid.Column{Title: sayWords(say, c.Title), Group: s.group(i), Unit: unitName(c.Unit, say), Numeric: true})
	}
	return s
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

func (s *tableSheet) name(id string, title words.Word, numeric bool) {
	s.add(id, grid.Column{Title: s.say.Say(title), Numeric: numeric})
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
	cells = append(cells, grid.Cell{Text: r.Body.Unit}, grid.Cell{Text: strconv.Itoa(r.Year)})
	if s.regions {
		cells = append(cells, grid.Cell{Text: r.Body.Region, Tone: grid.Quiet})
	}
	cells = append(cells, findingsCell(r.Findings))
	for i, c := range r.Cells {
		cells = append(cells, figureCell(c, s.table.Columns[i], s.say))
	}
	return cells
}

// findingsCell leaves a report without findings empty: there it means none.
func findingsCell(n int) grid.Cell {
	if n == 0 {
		return grid.Cell{}
	}
	return grid.Cell{Text: strconv.Itoa(n), Tone: grid.Doubtful}
}

// figureCell is a figure or metric as the grid shows it.
func figureCell(c data.Cell, column data.Column, say words.Language) grid.Cell {
	switch c.Status {
	case form.StatusNumber:
		return grid.Cell{Kind: grid.Number, Text: cellText(c, column, say)}
	case form.StatusNoted:
		return grid.Cell{Kind: grid.Noted, Text: cellText(c, column, say)}
	case form.StatusNA:
		return grid.Cell{Kind: grid.NotAsked}
	case form.StatusText:
		return grid.Cell{Kind: grid.Odd, Text: c.Raw}
	case data.Missing:
		return grid.Cell{Kind: grid.Missing}
	}
	return grid.Cell{Kind: grid.Blank}
}

// cellText says a number; a rate with the sums it comes from.
func cellText(c data.Cell, column data.Column, say words.Language) string {
	if c.Rate == nil {
		return c.Value.Grouped()
	}
	text := say.Say(words.NoRate)
	if share, ok := c.Rate.Share(); ok {
		text = chart.NumberStyle{Decimals: 1, Percent: true}.Format(share)
	}
	return say.Say(words.RateText, text, c.Rate.Numerator.Grouped(), c.Rate.Denominator.Grouped())
}

func (s *tableSheet) total(col int) grid.Cell {
	switch {
	case col == 0:
		return grid.Cell{Text: s.say.Say(words.TotalRow)}
	case col < s.leading:
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
	if s.leading >= len(s.headings) {
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
	}
	return ""
}
