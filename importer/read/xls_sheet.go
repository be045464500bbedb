package read

import "fmt"

// xlsGrid is one worksheet being read.
type xlsGrid struct {
	*xlsReader
	grid       *gridBuilder
	hiddenRows []int
	hidden     []bool // columns
	// A formula with a text as its result is followed by that text.
	awaitsText       bool
	textRow, textCol int
	style            int // of the current cell
}

// readSheet reads the substream of a worksheet. Embedded charts are substreams
// of their own and are skipped.
func (w *xlsReader) readSheet(b *biffScanner) (Sheet, error) {
	g := xlsGrid{xlsReader: w, grid: newGrid(w.limits)}
	id, data, err := b.next()
	if err != nil {
		return Sheet{}, err
	}
	f := biffFields{data: data}
	version, contents := f.u16(), f.u16()
	if id != biffBOF || version != w.version || f.err() != nil {
		return Sheet{}, damaged(ReasonMalformed)
	}
	for depth := 1; depth > 0; {
		id, data, err := b.next()
		if err != nil {
			return Sheet{}, err
		}
		switch {
		case id == biffBOF:
			depth++
		case id == biffEOF:
			depth--
		case depth == 1 && contents == biffWorksheet:
			if err := g.readRecord(id, data, b); err != nil {
				return Sheet{}, err
			}
		}
	}
	rows, err := g.grid.finish()
	if err != nil {
		return Sheet{}, err
	}
	for _, i := range g.hiddenRows {
		g.grid.hide(i)
	}
	return Sheet{Rows: rows, HiddenColumns: clipColumns(g.hidden, rows)}, nil
}

func (g *xlsGrid) readRecord(id uint16, data []byte, b *biffScanner) error {
	f := biffFields{data: data}
	switch id {
	case biffNumber, biffRK, biffMulRK, biffLabelSST, biffLabel, biffRString, biffBoolErr, biffFormula, biffFormula3, biffFormula4:
		g.awaitsText = false
		row, col := f.u16(), f.u16()
		if err := g.readCell(id, row, col, &f, b); err != nil {
			return atCell(err, row, col)
		}
	case biffString:
		if g.awaitsText {
			g.awaitsText = false
			return atCell(g.putLongText(g.textRow, g.textCol, data, b), g.textRow, g.textCol)
		}
	case biffRow:
		row := f.u16()
		f.take(10)
		if f.u16()&0x20 != 0 {
			g.hiddenRows = append(g.hiddenRows, row)
		}
	case biffColInfo:
		g.hideColumns(&f)
	case biffMerged:
		return g.readMerges(&f)
	}
	return f.err()
}

func (g *xlsGrid) readCell(id uint16, row, col int, f *biffFields, b *biffScanner) error {
	if id != biffMulRK {
		g.style = f.u16()
	}
	switch id {
	case biffNumber:
		return g.putNumber(row, col, f.f64(), f)
	case biffRK:
		return g.putNumber(row, col, rkNumber(f.u32()), f)
	case biffMulRK:
		for ; len(f.data) >= 8; col++ {
			g.style = f.u16()
			if err := g.putNumber(row, col, rkNumber(f.u32()), f); err != nil {
				return err
			}
		}
	case biffLabelSST:
		i := f.u32()
		if f.err() == nil && i >= len(g.shared.texts) {
			return damaged(ReasonStringIndex)
		}
		if f.err() == nil {
			return g.put(row, col, Cell{Text: g.shared.texts[i]}, g.shared.rich[i])
		}
	case biffRString:
		return g.putRichLabel(row, col, f.data, b)
	case biffLabel:
		return g.putLongText(row, col, f.data, b)
	case biffBoolErr:
		value, isError := f.u8(), f.u8() != 0
		return g.putBool(row, col, value, isError)
	default:
		return g.readFormula(row, col, f)
	}
	return f.err()
}

// put puts a cell as its style and the runs of its text show it; rich may be nil.
func (g *xlsGrid) put(row, col int, c Cell, rich *richCell) error {
	if c.Text == "" && rich == nil {
		return nil
	}
	if g.style < len(g.styles) && g.styles[g.style] != nil {
		c = c.styled(g.styles[g.style], rich)
	} else if rich != nil {
		c = c.styled(nil, rich)
	}
	if c.Text == "" && c.Look == nil {
		return nil
	}
	return g.grid.put(row, col, c)
}

func (g *xlsGrid) putNumber(row, col int, v float64, f *biffFields) error {
	if err := f.err(); err != nil {
		return err
	}
	g.scratch = appendNumber(g.scratch[:0], v)
	text, err := g.texts.keep(g.scratch)
	if err != nil {
		return err
	}
	return g.put(row, col, Cell{Text: text, Kind: NumberCell}, nil)
}

func (g *xlsGrid) putBool(row, col, value int, isError bool) error {
	switch {
	case isError:
		return g.put(row, col, Cell{Text: errorName(value), Kind: errorCell}, nil)
	case value != 0:
		return g.put(row, col, Cell{Text: "TRUE"}, nil)
	default:
		return g.put(row, col, Cell{Text: "FALSE"}, nil)
	}
}

func errorName(code int) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0F:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1D:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	case 0x2A:
		return "#N/A"
	default:
		return fmt.Sprintf("#ERR%d", code)
	}
}

// putLongText puts the text of a LABEL or STRING record.
func (g *xlsGrid) putLongText(row, col int, data []byte, b *biffScanner) error {
	t := biffText{pieces: b.continued(data)}
	n := t.u16()
	g.scratch = g.scratch[:0]
	if g.version == biffVersion8 {
		wide := t.u8()&1 != 0
		t.letters(n, wide)
		g.scratch = appendUnits(g.scratch, t.units)
	} else if t.err == nil {
		decoded, err := g.codePage.NewDecoder().Bytes(t.bytes(n))
		if err != nil {
			return damaged(ReasonEncoding)
		}
		g.scratch = append(g.scratch, decoded...)
	}
	if t.err != nil {
		return t.err
	}
	text, err := g.texts.keep(g.scratch)
	if err != nil {
		return err
	}
	return g.put(row, col, Cell{Text: text}, nil)
}

// readFormula puts the value that a formula had when the file was saved. A library that
// does not calculate formulas stores 0 and either asks for calculation or leaves no trace
// of a spreadsheet program. Such a 0 is unknown.
func (g *xlsGrid) readFormula(row, col int, f *biffFields) error {
	value := f.take(8)
	flags := f.u16()
	if err := f.err(); err != nil {
		return err
	}
	if value[6] != 0xFF || value[7] != 0xFF {
		n := (&biffFields{data: value}).f64()
		if n == 0 && (g.bare || flags&3 != 0) {
			return g.put(row, col, Cell{Text: "=", Kind: noValueFormula}, nil)
		}
		return g.putNumber(row, col, n, f)
	}
	switch value[0] {
	case 0:
		g.awaitsText, g.textRow, g.textCol = true, row, col
		return nil
	case 1:
		return g.putBool(row, col, int(value[2]), false)
	case 2:
		return g.putBool(row, col, int(value[2]), true)
	default:
		return nil // an empty text
	}
}

func (g *xlsGrid) hideColumns(f *biffFields) {
	first, last := f.u16(), f.u16()
	f.take(4)
	if f.u16()&1 == 0 || f.short {
		return
	}
	last = min(last, maxGridColumns-1)
	for len(g.hidden) <= last {
		g.hidden = append(g.hidden, false)
	}
	for i := first; i <= last; i++ {
		g.hidden[i] = true
	}
}

func (g *xlsGrid) readMerges(f *biffFields) error {
	for range f.u16() {
		m := area{top: f.u16(), bottom: f.u16(), left: f.u16(), right: f.u16()}
		if f.err() != nil || m.bottom < m.top || m.right < m.left {
			return damaged(ReasonAddress)
		}
		if m.top != m.bottom || m.left != m.right {
			g.grid.merges = append(g.grid.merges, m)
		}
	}
	return f.err()
}
