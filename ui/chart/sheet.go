package chart

import "strconv"

// Model is a chart of one kind with its numbers. A new kind of chart is a type with these methods.
type Model interface {
	// Draw lays the chart out for a frame.
	Draw(Frame) List
	// TextEquivalent is the chart as text: a sentence and a table of its numbers.
	TextEquivalent() TextEquivalent
	// Sheet returns how a workbook shows the chart.
	Sheet() Sheet
	// Without returns the chart with some of its series switched off; a chart without a legend
	// returns itself.
	Without(Hidden) Model
}

// Sheet chooses one of a spreadsheet's own charts for a model, and the columns that it
// draws.
type Sheet struct {
	Drawing        SheetDrawing
	Subtitle, Note string
	Numbers        TextEquivalent // the table that the chart draws from: the model's equivalent, possibly with columns split at a seam
	Drawn          []int          // indices of the columns that are drawn; nil draws all
	Across         int            // of SheetDots, the column along the horizontal axis
	Logarithmic    bool           // the axis has powers of ten
	OwnScales      bool           // of SheetSmallLines: each has its own scale
	Steps          TextEquivalent // of SheetSteps, the stacked parts of its bars; the first is not painted
}

// SheetDrawing is one of a spreadsheet's own kinds of chart.
type SheetDrawing int

// The drawings.
const (
	SheetLines       SheetDrawing = iota // a line per column, over the rows
	SheetBars                            // a group of bars per row
	SheetStackedBars                     // a bar per row, made of the columns
	SheetShareBars                       // the same, each 100%
	SheetDots                            // columns against the column Across
	SheetShades                          // cells in shades of one colour
	SheetSmallLines                      // a small line chart per row
	SheetSteps                           // from one total to the next by changes
)

// splitAt splits each column that crosses a broken seam in two: a spreadsheet would otherwise draw
// a line between numbers that must not be compared.
func (t TextEquivalent) splitAt(years []int, seams []Seam) TextEquivalent {
	for _, s := range seams {
		if s.Broken {
			t = t.splitAfter(s.After, years)
		}
	}
	return t
}

func (t TextEquivalent) splitAfter(last int, years []int) TextEquivalent {
	out := t
	out.Columns, out.Rows = nil, nil
	for _, c := range t.Columns {
		before, after := c, c
		before.Name += " –" + strconv.Itoa(last)
		after.Name += " " + strconv.Itoa(last+1) + "–"
		out.Columns = append(out.Columns, before, after)
	}
	for i, r := range t.Rows {
		row := TextRow{Name: r.Name}
		for _, v := range r.Cells {
			if years[i] <= last {
				row.Cells = append(row.Cells, v, Value{})
			} else {
				row.Cells = append(row.Cells, Value{}, v)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// seamNotes are the notes of all seams, one on each line.
func seamNotes(seams []Seam) string {
	notes := ""
	for _, s := range seams {
		notes = joinNotes(notes, s.Note)
	}
	return notes
}
