package grid

import (
	"strings"

	"fyne.io/fyne/v2"

	"nianbao/ui/tabular"
)

// copyLimit is how many cells the grid copies by itself. The owner copies a larger range,
// whose pages may not have been fetched.
const copyLimit = 200_000

// Copy copies the selected range, as Ctrl+C does, or with headings as Ctrl+Shift+C.
func (g *Grid) Copy(withHeadings bool) { g.copy(withHeadings) }

// SelectAll selects the whole table.
func (g *Grid) SelectAll() { g.Select(Range{0, 0, g.data.Rows - 1, len(g.data.Columns) - 1}) }

// copy hands the selected range to the owner, or puts it on the clipboard.
func (g *Grid) copy(withHeadings bool) {
	r, ok := g.Selection()
	if !ok {
		return
	}
	if g.OnCopy != nil {
		g.OnCopy(r, withHeadings)
		return
	}
	if r.Cells() <= copyLimit {
		fyne.CurrentApp().Clipboard().SetContent(g.TSV(r, withHeadings))
	}
}

// TSV returns a range as text that pastes into a spreadsheet as cells: tabs between columns, a line
// feed after each row but the last, numbers without commas, nothing for a missing number. Text that
// a spreadsheet would take for a formula begins with an apostrophe.
func (g *Grid) TSV(r Range, withHeadings bool) string {
	var b strings.Builder
	if withHeadings {
		for col := r.Col0; col <= r.Col1; col++ {
			g.field(&b, col > r.Col0, tabular.Cell{Text: headingText(g.data.Columns[col])})
		}
		b.WriteByte('\n')
	}
	for row := r.Row0; row <= r.Row1; row++ {
		if row > r.Row0 {
			b.WriteByte('\n')
		}
		for col := r.Col0; col <= r.Col1; col++ {
			g.field(&b, col > r.Col0, g.data.Cell(row, col))
		}
	}
	return b.String()
}

// TSVOf does the same for other data.
func (g *Grid) TSVOf(d Data, r Range, withHeadings bool) string {
	return (&Grid{data: d, marks: g.marks}).TSV(r, withHeadings)
}

func headingText(c tabular.Column) string {
	text := c.Title
	if c.Group != "" {
		text = c.Group + " " + text
	}
	if c.Unit != "" {
		text += "（" + c.Unit + "）"
	}
	return text
}

func (g *Grid) field(b *strings.Builder, tab bool, c tabular.Cell) {
	if tab {
		b.WriteByte('\t')
	}
	switch c.Kind {
	case tabular.Number, tabular.Noted:
		b.WriteString(strings.NewReplacer(",", "", "−", "-").Replace(c.Text))
	case tabular.Blank, tabular.Missing, tabular.Loading:
	case tabular.NotAsked:
		b.WriteString(or(c.Text, g.marks.NotAsked))
	default:
		b.WriteString(oneCell(c.Text))
	}
}

// oneCell keeps a text in one cell, and keeps a spreadsheet from running it as a formula.
func oneCell(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
	if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		return "'" + text
	}
	return text
}
