package read

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// sharedStrings are the texts that cells refer to by number.
type sharedStrings struct {
	texts []string
	rich  map[int]*richCell // those with formatting
}

// readSharedStrings reads the table of shared strings.
func readSharedStrings(p *zipPackage, name string, texts *arena) (sharedStrings, error) {
	var found sharedStrings
	var text richText
	err := p.scan(name, maxPartBytes, func(x *xmlScanner) error {
		if err := x.root(sheetSpace, "sst"); err != nil {
			return err
		}
		return x.children(func() (err error) {
			if !x.is(sheetSpace, "si") {
				return x.skip()
			}
			if err := text.read(x); err != nil {
				return err
			}
			return found.add(&text, texts)
		})
	})
	return found, err
}

func (s *sharedStrings) add(text *richText, texts *arena) error {
	t, err := texts.keep(text.text)
	if err != nil {
		return err
	}
	rich, err := text.cell(t, texts)
	if err != nil {
		return err
	}
	if rich != nil {
		if s.rich == nil {
			s.rich = map[int]*richCell{}
		}
		s.rich[len(s.texts)] = rich
	}
	if s.texts = append(s.texts, t); len(s.texts) > maxCells {
		return tooLarge(ReasonCells)
	}
	return nil
}

// read reads an <si> or <is>: the text of its <t> and of the <t> in its runs,
// but not the phonetic readings. The start tag has been read; the end tag is
// read, too.
func (r *richText) read(x *xmlScanner) error {
	r.reset()
	return x.children(func() (err error) {
		switch {
		case x.is(sheetSpace, "t"):
			start := len(r.text)
			r.text, err = readText(x, r.text)
			r.text = unescapeUnits(r.text, start)
		case x.is(sheetSpace, "r"):
			err = r.readRun(x)
		default:
			err = x.skip()
		}
		return err
	})
}

// readRun reads a run.
func (r *richText) readRun(x *xmlScanner) error {
	var font runFont
	var text []byte
	err := x.children(func() (err error) {
		switch {
		case x.is(sheetSpace, "rPr"):
			font, err = readRunFont(x)
		case x.is(sheetSpace, "t"):
			text, err = readText(x, text)
		default:
			err = x.skip()
		}
		return err
	})
	if err != nil {
		return err
	}
	return r.add(unescapeUnits(text, 0), font)
}

func readRunFont(x *xmlScanner) (font runFont, err error) {
	font.own = true
	err = x.children(func() (err error) {
		switch string(x.name) {
		case "vertAlign":
			var value string
			value, err = x.attr(noSpace, "val")
			font.raised = value == "superscript" || value == "subscript"
		case "strike":
			font.struck, err = isOn(x)
		}
		if err != nil {
			return err
		}
		return x.skip()
	})
	return font, err
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
