package read

// readCells reads the cells of a row up to its end tag.
//
// Nine cells out of ten look like <c r="A1" s="2" t="s"><v>12</v></c>. They are
// read straight from the buffer, which makes a large sheet twice as fast. Any
// other cell, or one that the end of the buffer cuts off, is read token by
// token. Both ways end in putCell.
func (w *worksheetReader) readCells() error {
	direct := w.plainPrefix()
	for {
		if direct {
			ok, err := w.directCell()
			if err != nil {
				return err
			}
			if ok {
				continue
			}
		}
		token, err := w.x.next()
		if err != nil {
			return err
		}
		switch {
		case token == xmlEnd:
			return nil
		case token != xmlStart:
		case w.x.space == sheetSpace && string(w.x.name) == "c":
			err = w.readCell()
		default:
			err = w.x.skip()
		}
		if err != nil {
			return err
		}
	}
}

// plainPrefix reports whether <c> and <v> without a prefix belong to
// SpreadsheetML.
func (w *worksheetReader) plainPrefix() bool {
	space, ok := w.x.scopes.find(nil)
	return ok && space == sheetSpace
}

// directCell reads a cell of the usual shape and leaves any other to the slow way.
func (w *worksheetReader) directCell() (bool, error) {
	x := w.x
	if x.closing || x.inCDATA {
		return false, nil
	}
	buf := x.buf[x.pos:x.end]
	if len(buf) < 4 || buf[0] != '<' || buf[1] != 'c' {
		return false, nil
	}
	found, col, i := w.directAttributes(buf)
	if i == 0 || i+1 >= len(buf) {
		return false, nil
	}
	if buf[i] == '/' && buf[i+1] == '>' {
		w.col = col
		x.pos += i + 2
		return true, nil
	}
	const empty, before, after = "></c>", "><v>", "</v></c>"
	if len(buf)-i >= len(empty) && string(buf[i:i+len(empty)]) == empty {
		w.col = col
		x.pos += i + len(empty)
		return true, nil
	}
	if len(buf)-i < len(before) || string(buf[i:i+len(before)]) != before {
		return false, nil
	}
	i += len(before)
	start := i
	for i < len(buf) && buf[i] > ' ' && buf[i] < 0x7F && buf[i] != '<' && buf[i] != '&' {
		i++
	}
	if len(buf)-i < len(after) || string(buf[i:i+len(after)]) != after || i == start {
		return false, nil
	}
	found.hasValue = true
	w.col = col
	w.value = append(w.value[:0], buf[start:i]...)
	x.pos += i + len(after)
	if err := w.putCell(found); err != nil {
		return true, atCell(err, w.row, w.col)
	}
	return true, nil
}

// directAttributes reads the attributes r, s and t in the form that spreadsheet
// programs write. It returns where they end, 0 for anything else.
func (w *worksheetReader) directAttributes(buf []byte) (found xlsxCell, col, end int) {
	found.kind = numberType
	col = w.col + 1
	i := 2
	for i+4 < len(buf) && buf[i] == ' ' && buf[i+2] == '=' && buf[i+3] == '"' {
		name := buf[i+1]
		i += 4
		start := i
		for i < len(buf) && buf[i] != '"' && i-start < 16 {
			i++
		}
		if i == len(buf) || buf[i] != '"' {
			return found, 0, 0
		}
		value := buf[start:i]
		i++
		switch {
		case name == 'r':
			row, at, ok := parseCell(value)
			if !ok || row != w.row {
				return found, 0, 0
			}
			col = at
		case name == 't' && len(value) == 1 && (value[0] == 's' || value[0] == 'n'):
			found.kind = value[0]
		case name != 's':
			return found, 0, 0
		default:
			found.style = max(digits(value), 0)
		}
	}
	if col >= maxGridColumns {
		return found, 0, 0
	}
	return found, col, i
}
