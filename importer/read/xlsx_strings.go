package read

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// readSharedStrings reads the texts that cells refer to by number.
func readSharedStrings(p *zipPackage, name string, texts *arena) ([]string, error) {
	var found []string
	var text []byte
	err := p.scan(name, maxPartBytes, func(x *xmlScanner) error {
		if err := x.root(sheetSpace, "sst"); err != nil {
			return err
		}
		return x.children(func() (err error) {
			if !x.is(sheetSpace, "si") {
				return x.skip()
			}
			if text, err = readRichText(x, text[:0]); err != nil {
				return err
			}
			s, err := texts.keep(text)
			if found = append(found, s); len(found) > maxCells {
				return tooLarge(ReasonCells)
			}
			return err
		})
	})
	return found, err
}

// readRichText appends the text of an <si> or <is>: that of its <t> and of the
// <t> in its runs, but not the phonetic readings. The start tag has been read;
// the end tag is read, too.
func readRichText(x *xmlScanner, to []byte) ([]byte, error) {
	start := len(to)
	err := x.children(func() (err error) {
		switch {
		case x.is(sheetSpace, "t"):
			to, err = readText(x, to)
		case x.is(sheetSpace, "r"):
			to, err = readRun(x, to)
		default:
			err = x.skip()
		}
		return err
	})
	if err != nil {
		return to, err
	}
	return unescapeUnits(to, start), nil
}

// readRun appends the text of a run, in brackets if it is superscript or
// subscript.
func readRun(x *xmlScanner, to []byte) ([]byte, error) {
	raised := false
	err := x.children(func() (err error) {
		switch {
		case x.is(sheetSpace, "rPr"):
			raised, err = isRaised(x)
		case x.is(sheetSpace, "t"):
			before := len(to)
			if to, err = readText(x, to); err == nil && raised {
				to = appendRaised(to[:before], []byte(string(to[before:])))
			}
		default:
			err = x.skip()
		}
		return err
	})
	return to, err
}

// isRaised reads the properties of a run.
func isRaised(x *xmlScanner) (raised bool, err error) {
	err = x.children(func() error {
		if string(x.name) == "vertAlign" {
			value, err := x.attr(noSpace, "val")
			if err != nil {
				return err
			}
			raised = value == "superscript" || value == "subscript"
		}
		return x.skip()
	})
	return raised, err
}

// readText appends the text of the element whose start tag was read last and
// consumes its end tag. Nested elements are skipped.
func readText(x *xmlScanner, to []byte) ([]byte, error) {
	err := x.content(func(text []byte) error {
		if to = append(to, text...); len(to) > maxCellBytes {
			return tooLarge(ReasonText)
		}
		return nil
	}, x.skip)
	return to, err
}

// unescapeUnits resolves _x000D_ and the like, from index start on. Workbooks
// use these for characters that XML cannot contain. _x005F_ is an underscore
// that would otherwise begin such an escape.
func unescapeUnits(text []byte, start int) []byte {
	i := bytes.Index(text[start:], []byte("_x"))
	if i < 0 {
		return text
	}
	out := start + i
	for in := out; in < len(text); {
		if unit, ok := escapedUnit(text[in:]); ok {
			var letter [utf8.UTFMax]byte
			n := 7
			if low, ok := escapedUnit(text[in+7:]); ok && utf16.IsSurrogate(unit) {
				unit, n = utf16.DecodeRune(unit, low), 14
			}
			out += copy(text[out:], letter[:utf8.EncodeRune(letter[:], unit)])
			in += n
			continue
		}
		text[out] = text[in]
		in, out = in+1, out+1
	}
	return text[:out]
}

// escapedUnit decodes the _xHHHH_ at the beginning of text.
func escapedUnit(text []byte) (rune, bool) {
	if len(text) < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	unit := rune(0)
	for _, b := range text[2:6] {
		d := hexDigit(b)
		if d < 0 {
			return 0, false
		}
		unit = unit<<4 | d
	}
	return unit, true
}
