package read

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table reads a table; its caption becomes a paragraph before it.
func (h *htmlReader) table(n *html.Node) error {
	h.endParagraph()
	if h.tables++; h.tables > maxTableDepth {
		return tooLarge(ReasonDepth)
	}
	defer func() { h.tables-- }()
	t := &docTable{}
	err := h.section(n, t, &spans{})
	h.blocks = append(h.blocks, block{table: t})
	return err
}

// section reads the rows of a table or of one of its row groups. A cell does not span
// rows beyond its group.
func (h *htmlReader) section(n *html.Node, t *docTable, open *spans) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		var err error
		switch c.DataAtom {
		case atom.Tr:
			err = h.row(c, t, open)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			err = h.group(c, t)
		case atom.Caption:
			err = h.element(c)
		}
		if err != nil {
			return err
		}
	}
	clipSpans(t.rows)
	return nil
}

// group reads a group of rows.
func (h *htmlReader) group(n *html.Node, t *docTable) error {
	own, err := h.styles.lookOf(n)
	if err != nil {
		return err
	}
	if own.collapsed {
		own.invisible = unsaid // hidden rows are read, because they are asked about
	}
	before, start := h.look, len(t.rows)
	h.setLook(before.inside(own))
	err = h.section(n, t, &spans{})
	h.setLook(before)
	hideAll(t.rows[start:], own.gone == yes || own.collapsed)
	clipSpans(t.rows[start:])
	return err
}

func hideAll(rows []docRow, hidden bool) {
	for i := range rows {
		rows[i].hidden = rows[i].hidden || hidden
	}
}

func clipSpans(rows []docRow) {
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			c.rowSpan = min(c.rowSpan, len(rows)-i)
		}
	}
}

// spans holds, for each column, the number of further rows covered from above.
type spans struct {
	left []int
}

// place returns the first free column at or after col. It covers that column
// and the following ones, up to the first that is not free.
func (s *spans) place(col, width, height int) (at, got int) {
	for col < len(s.left) && s.left[col] > 0 {
		col++
	}
	for got < width && col+got < maxGridColumns {
		if col+got == len(s.left) {
			s.left = append(s.left, 0)
		}
		if s.left[col+got] > 0 {
			break
		}
		s.left[col+got] = height
		got++
	}
	return col, max(got, 1)
}

// nextRow counts down the rows that are still covered.
func (s *spans) nextRow() {
	for i := range s.left {
		s.left[i] = max(0, s.left[i]-1)
	}
}

func (h *htmlReader) row(n *html.Node, t *docTable, open *spans) error {
	own, err := h.styles.lookOf(n)
	if err != nil {
		return err
	}
	r := docRow{hidden: own.gone == yes || own.collapsed}
	if r.hidden {
		own.invisible = unsaid // hidden rows are read, because they are asked about
	}
	before := h.look
	h.setLook(before.inside(own))
	defer h.setLook(before)
	col := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		own, err := h.styles.lookOf(c)
		if err != nil {
			return err
		}
		if own.gone == yes && !r.hidden {
			continue
		}
		cell, err := h.cell(c, own)
		if err != nil {
			return err
		}
		cell.col, cell.colSpan = open.place(col, cell.colSpan, cell.rowSpan)
		if cell.col >= maxGridColumns {
			return tooLarge(ReasonCells)
		}
		col = cell.col + cell.colSpan
		r.cells = append(r.cells, cell)
	}
	open.nextRow()
	t.rows = append(t.rows, r)
	return h.limits.takeCells(2 + len(r.cells))
}

// cell reads a cell. Spreadsheet programs that write web pages store the exact number in
// addition to the rounded one that is shown.
func (h *htmlReader) cell(n *html.Node, own cssLook) (docCell, error) {
	outer := *h
	h.blocks, h.line, h.hidden, h.left, h.space = nil, nil, nil, omitted{}, false
	h.look = h.look.inside(own)
	err := h.children(n)
	h.endParagraph()
	c := docCell{colSpan: htmlSpan(n, "colspan"), rowSpan: htmlSpan(n, "rowspan"), blocks: h.blocks}
	h.blocks, h.line, h.hidden, h.left, h.space, h.look = outer.blocks, outer.line, outer.hidden, outer.left, outer.space, outer.look
	for _, name := range []string{"x:num", "sdval"} {
		stored, isNumber := plainNumber([]byte(strings.TrimSpace(attribute(n, name))))
		if !isNumber || len(stored) == 0 || len(c.blocks) != 1 || c.blocks[0].table != nil || c.blocks[0].left != "" || isShownDay(stored, c.blocks[0].text) {
			continue
		}
		c.shown = numberLook(string(stored), c.blocks[0].text)
		c.blocks[0].text, c.kind = string(stored), NumberCell
	}
	return c, err
}

// htmlSpan reads colspan or rowspan; a rowspan of 0 covers all following rows.
func htmlSpan(n *html.Node, name string) int {
	value, err := strconv.Atoi(strings.TrimSpace(attribute(n, name)))
	switch {
	case err == nil && value == 0 && name == "rowspan":
		return maxSpan
	case err != nil && strings.Trim(attribute(n, name), " 0123456789") == "" && len(attribute(n, name)) > 3:
		return maxSpan
	case err != nil:
		return 1
	}
	return min(max(value, 1), maxSpan)
}
