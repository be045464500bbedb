package present

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"nianbao/importer/workbook"
	"nianbao/ui/chart"
	"nianbao/ui/palette"
	"nianbao/ui/words"
)

// SheetOf is a chart as a workbook shows it: the numbers of its text twin, and which of Excel's
// own charts draws them.
func SheetOf(m ChartModel, say words.Language) workbook.ChartSheet {
	if c, ok := m.(captioned); ok {
		s := SheetOf(c.ChartModel, say)
		s.Note = joinedWith("\n", s.Note, c.caption)
		return s
	}
	twin := m.Twin()
	s := workbook.ChartSheet{Title: twin.Title, Sentence: twin.Sentence, Table: tableOf(twin), Texts: twin.Table(), TextTab: say.Say(words.SheetTexts)}
	for _, c := range palette.Light().Series {
		s.Colors = append(s.Colors, fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B))
	}
	switch m := m.(type) {
	case chart.Trend:
		s.Draws, s.Subtitle, s.Note = workbook.Lines, m.Subtitle, seamNotes(m.Seams)
		s.Table = splitAt(s.Table, m.Years, m.Seams)
	case chart.Stack:
		s.Draws, s.Subtitle, s.Note = workbook.StackedBars, m.Subtitle, m.Note
		if m.Share {
			s.Draws = workbook.ShareBars
		}
	case chart.Bars:
		s.Draws, s.Subtitle, s.Note, s.Logarithmic = workbook.Bars, m.Subtitle, m.Note, m.Logarithmic()
	case chart.Heat:
		s.Draws, s.Subtitle, s.Note = workbook.Shades, m.Subtitle, seamNotes(m.Seams)
	case chart.Multiples:
		s.Draws, s.Subtitle, s.Note, s.OwnScales = workbook.SmallLines, m.Subtitle, seamNotes(m.Seams), m.Own
	case chart.Ranking:
		s.Draws, s.Subtitle, s.Drawn = workbook.Bars, m.Subtitle, []int{1}
		s.Note = say.Say(words.SheetRanking)
		if m.Counts {
			s.Note = ""
		}
	case chart.Funnel:
		s.Draws, s.Subtitle, s.Across, s.Drawn = workbook.Dots, m.Subtitle, 2, []int{0, 3, 4, 5, 6}
		s.Note = say.Say(words.ChartFunnelNote)
		byCases(&s)
	case chart.Chain:
		s.Draws, s.Subtitle, s.Note = workbook.Bars, m.Subtitle, say.Say(words.SheetChain)
		for i := range s.Table.Columns {
			if i%3 == 2 {
				s.Drawn = append(s.Drawn, i)
			}
		}
	case chart.Waterfall:
		s.Draws, s.Subtitle, s.Note = workbook.Steps, m.Subtitle, m.Note
		s.Steps = stepsOf(m, say)
	}
	return s
}

// byCases orders the points of a funnel by their cases, or the lines of the limits would run to
// and fro.
func byCases(s *workbook.ChartSheet) {
	rows := s.Table.Rows
	slices.SortStableFunc(rows, func(a, b workbook.ChartRow) int {
		return cmp.Compare(a.Cells[s.Across].Number, b.Cells[s.Across].Number)
	})
	if n := len(rows); n > 0 {
		s.Logarithmic = rows[n-1].Cells[s.Across].Number > 50*rows[0].Cells[s.Across].Number
	}
}

// tableOf are the numbers of a twin.
func tableOf(t chart.Twin) workbook.ChartTable {
	table := workbook.ChartTable{Head: t.Head}
	for _, c := range t.Columns {
		table.Columns = append(table.Columns, workbook.ChartColumn{Name: c.Name, Unit: c.Unit, Percent: c.Style.Percent, Decimals: c.Style.Decimals})
	}
	for _, r := range t.Rows {
		row := workbook.ChartRow{Name: r.Name}
		for _, v := range r.Cells {
			row.Cells = append(row.Cells, workbook.ChartCell{Number: v.Number, Known: v.Known, Text: v.Text})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// splitAt makes two columns of each that crosses a broken seam: Excel would draw a line between
// what must not be compared.
func splitAt(t workbook.ChartTable, years []int, seams []chart.Seam) workbook.ChartTable {
	for _, s := range seams {
		if !s.Broken {
			continue
		}
		before, after := " –"+strconv.Itoa(s.After), " "+strconv.Itoa(s.After+1)+"–"
		out := workbook.ChartTable{Head: t.Head}
		for _, c := range t.Columns {
			left, right := c, c
			left.Name, right.Name = c.Name+before, c.Name+after
			out.Columns = append(out.Columns, left, right)
		}
		for i, r := range t.Rows {
			row := workbook.ChartRow{Name: r.Name}
			for _, cell := range r.Cells {
				if years[i] <= s.After {
					row.Cells = append(row.Cells, cell, workbook.ChartCell{})
				} else {
					row.Cells = append(row.Cells, workbook.ChartCell{}, cell)
				}
			}
			out.Rows = append(out.Rows, row)
		}
		t = out
	}
	return t
}

func seamNotes(seams []chart.Seam) string {
	note := ""
	for _, s := range seams {
		note = joinedWith("\n", note, s.Note)
	}
	return note
}

// stepsOf are the bars of a waterfall as a stack whose lowest part is not painted.
func stepsOf(w chart.Waterfall, say words.Language) workbook.ChartTable {
	t := workbook.ChartTable{}
	for _, name := range []words.Word{words.SheetBase, words.SheetTotal, words.SheetRise, words.SheetFall, words.SheetCoverage} {
		t.Columns = append(t.Columns, workbook.ChartColumn{Name: say.Say(name), Unit: w.Unit, Decimals: w.Style.Decimals})
	}
	for _, s := range w.Steps() {
		lo, hi := min(s.Start, s.End), max(s.Start, s.End)
		place := 2
		switch {
		case s.Total:
			lo, place = 0, 1
		case s.Coverage:
			place = 4
		case s.End < s.Start:
			place = 3
		}
		row := workbook.ChartRow{Name: s.Name, Cells: make([]workbook.ChartCell, len(t.Columns))}
		row.Cells[0] = workbook.ChartCell{Number: lo, Known: true}
		row.Cells[place] = workbook.ChartCell{Number: hi - lo, Known: true}
		t.Rows = append(t.Rows, row)
	}
	return t
}
