package read

import (
	"bytes"
	"strconv"
)

// xlsxCell holds the content of a cell's tags, before it becomes a Cell.
type xlsxCell struct {
	kind       byte // first letter of the type and, for str, 'f'
	hasValue   bool
	hasFormula bool
	inline     bool
	style      int
}

const (
	numberType = 'n'
	sharedType = 's'
	stringType = 'f' // str: the text that a formula returned
	inlineType = 'i'
	boolType   = 'b'
	errorType  = 'e'
	dateType   = 'd'
)

// readCell reads a cell. A cell without an address follows the one before.
func (w *worksheetReader) readCell() error {
	w.col++
	found, err := w.cellAttributes()
	if err == nil {
		err = w.cellContent(&found)
	}
	if err == nil {
		err = w.putCell(found)
	}
	if err != nil {
		return atCell(err, w.row, w.col)
	}
	return nil
}

func (w *worksheetReader) cellAttributes() (xlsxCell, error) {
	found := xlsxCell{kind: numberType}
	for raw := w.x.attrs; ; {
		name, value, rest, err := nextAttr(raw)
		if err != nil || len(name) == 0 {
			return found, err
		}
		raw = rest
		switch string(name) {
		case "r":
			row, col, ok := parseCell(value)
			if !ok || row != w.row {
				return found, &ReadError{Kind: Damaged, Reason: ReasonAddress, Cell: string(value)}
			}
			w.col = col
		case "s":
			found.style = max(digits(value), 0)
		case "t":
			switch string(value) {
			case "n", "s", "b", "e", "d":
				found.kind = value[0]
			case "str":
				found.kind = stringType
			case "inlineStr":
				found.kind = inlineType
			default:
				return found, damaged(ReasonMalformed)
			}
		}
	}
}

// cellContent reads the children of a cell up to its end tag.
func (w *worksheetReader) cellContent(found *xlsxCell) error {
	w.value, w.formula = w.value[:0], w.formula[:0]
	if w.col >= maxGridColumns {
		return damaged(ReasonAddress)
	}
	return w.x.children(func() (err error) {
		name := w.x.name
		switch {
		case w.x.space != sheetSpace:
			err = w.x.skip()
		case len(name) == 1 && name[0] == 'v':
			if found.hasValue {
				return damaged(ReasonCellTwice)
			}
			found.hasValue = true
			if found.inline {
				err = w.x.skip()
			} else {
				w.value, err = readText(w.x, w.value)
			}
		case len(name) == 1 && name[0] == 'f':
			found.hasFormula = true
			w.formula, err = readText(w.x, w.formula)
		case string(name) == "is":
			if found.inline {
				return damaged(ReasonCellTwice)
			}
			found.inline = true
			err = w.inline.read(w.x)
			w.value = append(w.value[:0], w.inline.text...)
		default:
			err = w.x.skip()
		}
		return err
	})
}

// putCell decides what the cell holds and puts it into the grid.
func (w *worksheetReader) putCell(found xlsxCell) error {
	c := Cell{}
	switch found.kind {
	case inlineType, stringType:
		if !found.inline {
			w.value = unescapeUnits(w.value, 0)
		}
	default:
		if found.inline {
			return damaged(ReasonMalformed)
		}
		if n := len(w.value); n > 0 && (w.value[0] <= ' ' || w.value[n-1] <= ' ') {
			w.value = bytes.Trim(w.value, " \t\r\n")
		}
	}
	w.rich = nil
	if found.hasFormula && !found.inline && w.lacksResult(found) {
		c.Kind = noValueFormula
		w.value = append(append(w.value[:0], '='), w.formula...)
	} else if len(w.value) == 0 && (!found.inline || w.inline.left.last == notOmitted) {
		return nil
	} else if err := w.typedValue(&c, found.kind); err != nil {
		return err
	}
	var style *cellStyle
	if found.style < len(w.styles) {
		style = w.styles[found.style]
	}
	if c.Text == "" && len(w.value) > 0 {
		var err error
		if c.Text, err = w.texts.keep(w.value); err != nil {
			return err
		}
	}
	if found.inline {
		var err error
		if w.rich, err = w.inline.cell(c.Text, w.texts); err != nil {
			return err
		}
	}
	if style != nil || w.rich != nil {
		c = c.styled(style, w.rich)
	}
	if c.Text == "" && c.Look == nil {
		return nil
	}
	return w.grid.put(w.row, w.col, c)
}

// lacksResult reports whether the formula of a cell was never calculated: it has no
// value, or the 0.0 that Apache POI writes with a formula. Spreadsheet programs write 0.
func (w *worksheetReader) lacksResult(found xlsxCell) bool {
	switch {
	case !found.hasValue:
		return true
	case found.kind == numberType && string(w.value) == "0.0":
		return true
	default:
		return len(w.value) == 0 && found.kind != stringType
	}
}

// typedValue sets the kind of a cell, and its text if that is not the stored
// value itself.
func (w *worksheetReader) typedValue(c *Cell, kind byte) error {
	switch kind {
	case sharedType:
		i := digits(w.value)
		if i < 0 || i >= len(w.shared.texts) {
			return damaged(ReasonStringIndex)
		}
		c.Text = w.shared.texts[i]
		if w.shared.rich != nil {
			w.rich = w.shared.rich[i]
		}
		w.value = w.value[:0]
	case numberType:
		var ok bool
		if w.value, ok = plainNumber(w.value); ok {
			c.Kind = NumberCell
		}
	case boolType:
		c.Text = "FALSE"
		if isTrue(string(w.value)) {
			c.Text = "TRUE"
		}
	case errorType:
		c.Kind = errorCell
	}
	return nil
}

// plainNumber writes a stored number in plain digits. Spreadsheets store binary
// numbers with up to 17 digits (24252.311082000001) or an exponent
// (1.1398889E7); the shortest digits that give the same binary number are those
// that were typed. ok is false for anything but a number.
func plainNumber(value []byte) (plain []byte, ok bool) {
	n := 0
	for i, b := range value {
		switch {
		case b >= '0' && b <= '9':
			n++
		case b == '.':
		case b == '-' && i == 0:
		case (b == 'e' || b == 'E' || b == '+' || b == '-') && i > 0:
			n = maxExactDigits + 1
		default:
			return value, false
		}
	}
	if n > 0 && n <= maxExactDigits && bytes.Count(value, []byte(".")) <= 1 {
		return value, true
	}
	f, err := strconv.ParseFloat(string(value), 64)
	if err != nil {
		return value, false
	}
	return appendNumber(value[:0], f), true
}

// maxExactDigits is how many decimal digits a binary number always preserves.
const maxExactDigits = 15

// appendNumber appends the shortest plain digits of a binary number.
func appendNumber(to []byte, f float64) []byte {
	if f > -1e21 && f < 1e21 && (f == 0 || f > 1e-12 || f < -1e-12) {
		return strconv.AppendFloat(to, f, 'f', -1, 64)
	}
	return strconv.AppendFloat(to, f, 'e', -1, 64)
}
