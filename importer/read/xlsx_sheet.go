package read

// worksheetReader reads one worksheet part into a grid.
type worksheetReader struct {
	grid   *gridBuilder
	shared sharedStrings
	styles []*cellStyle // nil for a plain one
	texts  *arena

	x          *xmlScanner
	row, col   int // of the current cell
	hiddenRows []int
	hidden     []bool   // columns
	value      []byte   // of the current cell
	inline     richText // text of the current cell, if it is stored in the cell
	formula    []byte
	rich       *richCell // formatting of the current cell's text
	seenData   bool
}

func readWorksheet(p *zipPackage, name string, w *worksheetReader) (Sheet, error) {
	if err := p.scan(name, maxPartBytes, w.read); err != nil {
		return Sheet{}, err
	}
	rows, err := w.grid.finish()
	if err != nil {
		return Sheet{}, err
	}
	for _, i := range w.hiddenRows {
		w.grid.hide(i)
	}
	return Sheet{Rows: rows, HiddenColumns: clipColumns(w.hidden, rows)}, nil
}

// clipColumns cuts a list of columns after the last column of any row.
func clipColumns(columns []bool, rows []Row) []bool {
	used := 0
	for _, r := range rows {
		used = max(used, len(r.Cells))
	}
	return columns[:min(used, len(columns))]
}

func (w *worksheetReader) read(x *xmlScanner) error {
	w.x, w.row = x, -1
	if err := x.root(sheetSpace, "worksheet"); err != nil {
		return err
	}
	return x.elements(w.section)
}

// section reads one child of the worksheet.
func (w *worksheetReader) section() error {
	if w.x.space != sheetSpace {
		return w.x.skip()
	}
	switch string(w.x.name) {
	case "sheetData":
		if w.seenData {
			return damaged(ReasonMalformed)
		}
		w.seenData = true
		return w.children("row", w.readRow)
	case "cols":
		return w.children("col", w.readColumns)
	case "mergeCells":
		return w.children("mergeCell", w.readMerge)
	default:
		return w.x.skip()
	}
}

// children calls read for each child of this name and skips the others.
func (w *worksheetReader) children(name string, read func() error) error {
	return w.x.children(func() error {
		if w.x.is(sheetSpace, name) {
			return read()
		}
		return w.x.skip()
	})
}

// readColumns records which columns are hidden.
func (w *worksheetReader) readColumns() error {
	hidden, err := w.x.attr(noSpace, "hidden")
	if err != nil {
		return err
	}
	if isTrue(hidden) {
		first, err := w.x.attr(noSpace, "min")
		if err != nil {
			return err
		}
		last, err := w.x.attr(noSpace, "max")
		if err != nil {
			return err
		}
		from, to := digits([]byte(first)), digits([]byte(last))
		if from < 1 || to < from || from > maxGridColumns {
			return damaged(ReasonAddress)
		}
		for len(w.hidden) < min(to, maxGridColumns) {
			w.hidden = append(w.hidden, false)
		}
		for i := from - 1; i < min(to, maxGridColumns); i++ {
			w.hidden[i] = true
		}
	}
	return w.x.skip()
}

func (w *worksheetReader) readMerge() error {
	ref, err := w.x.attr(noSpace, "ref")
	if err != nil {
		return err
	}
	m, ok := parseArea(ref)
	if !ok {
		return &ReadError{Kind: Damaged, Reason: ReasonAddress, Cell: ref}
	}
	if m.top != m.bottom || m.left != m.right {
		w.grid.merges = append(w.grid.merges, m)
		if len(w.grid.merges) > maxCells/4 {
			return tooLarge(ReasonCells)
		}
	}
	return w.x.skip()
}

// readRow reads a row and its cells. A row without an address follows the one
// before.
func (w *worksheetReader) readRow() error {
	w.row++
	w.col = -1
	hidden := false
	for raw := w.x.attrs; ; {
		name, value, rest, err := nextAttr(raw)
		if err != nil {
			return err
		}
		if len(name) == 0 {
			break
		}
		raw = rest
		switch string(name) {
		case "r":
			if w.row = digits(value) - 1; w.row < 0 {
				return damaged(ReasonAddress)
			}
		case "hidden":
			hidden = isTrue(string(value))
		}
	}
	if w.row >= maxGridRows {
		return damaged(ReasonAddress)
	}
	if n := len(w.hiddenRows); hidden && (n == 0 || w.hiddenRows[n-1] != w.row) {
		w.hiddenRows = append(w.hiddenRows, w.row)
	}
	return w.readCells()
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// digits returns the number that consists of these digits, -1 for anything else
// and for numbers of more than nine digits.
func digits(raw []byte) int {
	if len(raw) == 0 || len(raw) > 9 {
		return -1
	}
	n := 0
	for _, b := range raw {
		if b < '0' || b > '9' {
			return -1
		}
		n = n*10 + int(b-'0')
	}
	return n
}

// parseCell returns the row and column, from 0, of an address like H23 or
// $H$23.
func parseCell(ref []byte) (row, col int, ok bool) {
	i := 0
	if i < len(ref) && ref[i] == '$' {
		i++
	}
	for ; i < len(ref); i++ {
		letter := ref[i] &^ ('a' - 'A')
		if letter < 'A' || letter > 'Z' || col > maxGridColumns {
			break
		}
		col = col*26 + int(letter-'A') + 1
	}
	if i < len(ref) && ref[i] == '$' {
		i++
	}
	row = digits(ref[i:])
	ok = col >= 1 && col <= maxGridColumns && row >= 1 && row <= maxGridRows
	return row - 1, col - 1, ok
}

// parseArea returns the area of A1:C3, or of A1.
func parseArea(ref string) (area, bool) {
	from, to := ref, ref
	for i := range ref {
		if ref[i] == ':' {
			from, to = ref[:i], ref[i+1:]
			break
		}
	}
	top, left, ok1 := parseCell([]byte(from))
	bottom, right, ok2 := parseCell([]byte(to))
	return area{
		top: min(top, bottom), left: min(left, right),
		bottom: max(top, bottom), right: max(left, right),
	}, ok1 && ok2
}
