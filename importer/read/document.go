package read

import "strings"

// block is a paragraph or a table of a document.
type block struct {
	text  string
	left  string    // struck out or hidden text
	table *docTable // nil for a paragraph
	page  int       // page where a paragraph begins, 0 in a document without pages
}

// docTable is a table whose cells have been assigned to columns.
type docTable struct {
	rows   []docRow
	widths []int // of the columns, nil if unknown
}

type docRow struct {
	cells  []docCell
	hidden bool
	page   int // 0 in a document without pages
	number int // of the row on its page
}

// docCell is a cell at its first column; rowSpan and colSpan are at least 1.
type docCell struct {
	col              int
	rowSpan, colSpan int
	kind             CellKind
	shown            *Look // of a number that is displayed differently from how it is stored
	vague            Vagueness
	blocks           []block
}

// text joins the paragraphs of a cell.
func (c docCell) text() string {
	if len(c.blocks) == 1 {
		return c.blocks[0].text
	}
	lines := make([]string, 0, len(c.blocks))
	for _, b := range c.blocks {
		if b.table == nil && (b.left == "" || !IsBlank(b.text)) {
			lines = append(lines, b.text)
		}
	}
	return strings.Join(lines, "\n")
}

// look returns the Look of a cell with this text.
func (c docCell) look(text string) *Look {
	if c.shown != nil {
		return c.shown
	}
	left := ""
	for _, b := range c.blocks {
		if left != "" && b.left != "" {
			left += omissionMark
		}
		left += b.left
	}
	look := &Look{raw: text, vague: c.vague}
	if left != "" {
		look.raw = leftOut(text, left).raw
	} else if c.vague == Clear || IsBlank(text) {
		return nil
	}
	return look
}

func (c docCell) hasTable() bool {
	for _, b := range c.blocks {
		if b.table != nil {
			return true
		}
	}
	return false
}

func (r docRow) hasTable() bool {
	for _, c := range r.cells {
		if c.hasTable() {
			return true
		}
	}
	return false
}

// documentSheet lays a document out as one sheet. Each paragraph that is not
// blank is a row, and so is each row of its tables, in reading order.
type documentSheet struct {
	budget     *budget
	rows       []Row
	paragraphs int // on the page, if there are pages
	page       int // of the last paragraph
	tables     int
}

// readDocument turns the blocks of a document into its only sheet.
func readDocument(blocks []block, b *budget) ([]Sheet, error) {
	d := documentSheet{budget: b}
	if err := d.add(blocks); err != nil {
		return nil, err
	}
	if len(d.rows) == 0 {
		return nil, &ReadError{Kind: Empty}
	}
	return []Sheet{{Rows: d.rows}}, nil
}

func (d *documentSheet) add(blocks []block) error {
	for _, b := range blocks {
		var err error
		switch {
		case b.table != nil:
			err = d.addTable(b.table)
		case !IsBlank(b.text):
			err = d.addParagraph(b)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *documentSheet) addParagraph(b block) error {
	if b.page != d.page {
		d.page, d.paragraphs = b.page, 0
	}
	d.paragraphs++
	d.rows = append(d.rows, Row{Cells: []Cell{{Text: b.text}}, Number: d.paragraphs, Paragraph: true, Page: b.page})
	return d.budget.takeCells(3)
}

// addTable lays out a table. If a row has a table in one of its cells, the outer table is
// mere page layout, as on web pages: the contents of that row's cells follow one after
// another, and the rows above and below it become separate tables.
func (d *documentSheet) addTable(t *docTable) error {
	start := 0
	for i, r := range t.rows {
		if !r.hasTable() {
			continue
		}
		if err := d.addGrid(t.rows[start:i], t.widths); err != nil {
			return err
		}
		for _, c := range r.cells {
			if err := d.add(c.blocks); err != nil {
				return err
			}
		}
		start = i + 1
	}
	return d.addGrid(t.rows[start:], t.widths)
}

// addGrid lays out rows without nested tables.
func (d *documentSheet) addGrid(rows []docRow, widths []int) error {
	dropSlivers(rows, widths)
	g := newGrid(d.budget)
	if err := g.addRows(len(rows)); err != nil {
		return err
	}
	for i, r := range rows {
		for _, c := range r.cells {
			text := c.text()
			if look := c.look(text); text != "" || look != nil {
				if err := g.put(i, c.col, Cell{Text: text, Kind: c.kind, Look: look}); err != nil {
					return err
				}
			}
			if c.rowSpan > 1 || c.colSpan > 1 {
				g.merges = append(g.merges, area{
					top: i, left: c.col,
					bottom: min(i+c.rowSpan, len(rows)) - 1, right: c.col + c.colSpan - 1,
				})
			}
		}
	}
	laid, err := g.finish()
	if err != nil || !hasText(laid) {
		return err
	}
	for i, r := range rows { // a document stores blank cells, too
		if n := len(r.cells); n > 0 {
			last := r.cells[n-1]
			if err := g.widen(i, last.col+min(last.colSpan, keptSpan)); err != nil {
				return err
			}
		}
	}
	d.tables++
	base := int32(len(d.rows))
	for i, r := range laid {
		r.Table = d.tables
		if i < len(rows) {
			r.Hidden, r.Page = rows[i].hidden, rows[i].page
			if r.Page > 0 {
				r.Number = rows[i].number
			}
		}
		for j := range r.Cells {
			if r.Cells[j].Covered {
				r.Cells[j].OriginRow += base
			}
		}
		d.rows = append(d.rows, r)
	}
	return nil
}

func hasText(rows []Row) bool {
	for _, r := range rows {
		for _, c := range r.Cells {
			if !IsBlank(c.Text) {
				return true
			}
		}
	}
	return false
}

// appendRaised appends superscript or subscript text, such as a footnote mark,
// in brackets, so that it does not become part of a number.
func appendRaised(to, text []byte) []byte {
	if len(text) == 0 || IsBlank(string(to)) || IsBlank(string(text)) {
		return append(to, text...)
	}
	return append(append(append(to, "（"...), text...), "）"...)
}
