package read

import (
	"bytes"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// readSharedStrings reads the texts that cells refer to by number.
func readSharedStrings(p *zipPackage, name string, texts *arena) ([]string, error) {
	var found []string
	var text []byte
	err := p.scan(name, maxPartBytes, func(x *xmlScanner) error {
		if token, err := x.next(); err != nil || token != xmlStart || string(x.name) != "sst" || x.space != sheetSpace {
			return orMalformed(err)
		}
		for {
			token, err := x.next()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			if token != xmlStart {
				continue
			}
			if x.space != sheetSpace || string(x.name) != "si" {
				if err := x.skip(); err != nil {
					return err
				}
				continue
			}
			if text, err = readRichText(x, text[:0]); err != nil {
				return err
			}
			s, err := texts.keep(text)
			if err != nil {
				return err
			}
			if found = append(found, s); len(found) > maxCells {
				return tooLarge(ReasonCells)
			}
		}
	})
	return found, err
}

// orMalformed gives an unexpected token an error of its own.
func orMalformed(err error) error {
	if err != nil && err != io.EOF {
		return err
	}
	return damaged(ReasonMalformed)
}

// readRichText appends the text of an <si> or <is>: that of its <t> and of the
// <t> in its runs, not the phonetic readings. The start tag has been read; the
// end tag is read, too.
func readRichText(x *xmlScanner, to []byte) ([]byte, error) {
	start := len(to)
	raised := false
	for {
		token, err := x.next()
		if err != nil {
			return to, err
		}
		switch {
		case token == xmlEnd && string(x.name) == "r":
			raised = false
		case token == xmlEnd:
			return unescapeUnits(to, start), nil
		case token == xmlStart && x.space == sheetSpace && string(x.name) == "t":
			before := len(to)
			if to, err = readText(x, to); err != nil {
				return to, err
			}
			if raised {
				to = appendRaised(to[:before], []byte(string(to[before:])))
			}
		case token == xmlStart && x.space == sheetSpace && string(x.name) == "rPr":
			if raised, err = isRaised(x); err != nil {
				return to, err
			}
		case token == xmlStart && x.space == sheetSpace && string(x.name) == "r":
		case token == xmlStart:
			if err := x.skip(); err != nil {
				return to, err
			}
		}
	}
}

// isRaised reads the properties of a run.
func isRaised(x *xmlScanner) (raised bool, err error) {
	for {
		token, err := x.next()
		if err != nil || token == xmlEnd {
			return raised, err
		}
		if token != xmlStart {
			continue
		}
		if string(x.name) == "vertAlign" {
			value, err := x.attr(noSpace, "val")
			if err != nil {
				return raised, err
			}
			raised = value == "superscript" || value == "subscript"
		}
		if err := x.skip(); err != nil {
			return raised, err
		}
	}
}

// readText appends the text of the element whose start tag was read last and
// reads its end tag. Elements inside it are not text.
func readText(x *xmlScanner, to []byte) ([]byte, error) {
	for {
		token, err := x.next()
		if err != nil {
			return to, err
		}
		switch token {
		case xmlText:
			if to = append(to, x.text...); len(to) > maxCellBytes {
				return to, tooLarge(ReasonText)
			}
		case xmlStart:
			if err := x.skip(); err != nil {
				return to, err
			}
		case xmlEnd:
			return to, nil
		}
	}
}

// unescapeUnits resolves _x000D_ and its like, which stand in a workbook for
// characters that XML cannot hold, from index start on. _x005F_ stands for an
// underscore that would otherwise begin one.
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

// escapedUnit decodes the _xHHHH_ that text begins with.
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
