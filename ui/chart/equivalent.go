package chart

import "strings"

// TextEquivalent is the text equivalent of a chart, with the same content: one sentence and a table
// of its numbers. It is copied, read by screen readers and written into workbooks.
type TextEquivalent struct {
	Title    string
	Sentence string
	Head     string // heading of the names
	Columns  []TextColumn
	Rows     []TextRow
	words    Words
}

// TextColumn is one column of numbers.
type TextColumn struct {
	Name, Unit string
	Style      NumberStyle
}

// TextRow is one row of the table, a Value for each column.
type TextRow struct {
	Name  string
	Cells []Value
}

// Table returns the numbers as text, after the headings. In place of a missing number is
// the reason.
func (t TextEquivalent) Table() [][]string {
	head := []string{t.Head}
	for _, c := range t.Columns {
		name := c.Name
		if c.Unit != "" {
			name += t.words.aside(c.Unit)
		}
		head = append(head, name)
	}
	table := [][]string{head}
	for _, r := range t.Rows {
		line := []string{r.Name}
		for i, v := range r.Cells {
			line = append(line, t.words.value(v, t.Columns[i].Style, ""))
		}
		table = append(table, line)
	}
	return table
}

// Text is the sentence and the table, tab-separated.
func (t TextEquivalent) Text() string {
	var b strings.Builder
	for _, line := range []string{t.Title, t.Sentence} {
		if line != "" {
			b.WriteString(line + "\n")
		}
	}
	if len(t.Rows) == 0 {
		return b.String()
	}
	for _, row := range t.Table() {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String()
}

// seriesEquivalent is the table of series over categories, with a row for each category.
func seriesEquivalent(w Words, head string, categories []Category, series []Series) TextEquivalent {
	t := TextEquivalent{Head: head, words: w}
	for _, c := range categories {
		t.Rows = append(t.Rows, TextRow{Name: c.Name})
	}
	for _, s := range series {
		t.Columns = append(t.Columns, TextColumn{Name: s.Name})
		for i := range t.Rows {
			t.Rows[i].Cells = append(t.Rows[i].Cells, s.value(i))
		}
	}
	return t
}

// measured sets the unit and style of all columns.
func (t TextEquivalent) measured(unit string, style NumberStyle) TextEquivalent {
	for i := range t.Columns {
		t.Columns[i].Unit, t.Columns[i].Style = unit, style
	}
	return t
}
