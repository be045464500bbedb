package read

import (
	"bytes"
	"html"
)

const maxStyles = 70_000

// xlsxStyles reads the cell styles of a workbook.
type xlsxStyles struct {
	x       *xmlScanner
	formats map[int]cellStyle // by number, those of the file's own
	struck  []bool            // by font
	fonts   []colour
	fills   []colour
	styles  []*cellStyle // nil for a plain one
}

// readStyles returns the cell styles in order, nil for plain ones. A workbook
// without the part has none.
func readStyles(p *zipPackage, part string) ([]*cellStyle, error) {
	if !p.has(part) {
		return nil, nil
	}
	same, err := p.isAsBefore(part)
	if same || err != nil {
		return p.opt.Scratch.styles, err
	}
	s := xlsxStyles{formats: map[int]cellStyle{}}
	plain, err := p.glance(part, hasPlainStyles)
	if err == nil && !plain {
		err = p.scan(part, maxPartBytes, s.read)
	}
	if err != nil {
		p.opt.Scratch.before = p.opt.Scratch.before[:0]
		return nil, err
	}
	p.opt.Scratch.styles = s.styles
	return s.styles, nil
}

func (s *xlsxStyles) read(x *xmlScanner) error {
	s.x = x
	if err := x.root(sheetSpace, "styleSheet"); err != nil {
		return err
	}
	return x.children(s.section)
}

// hasPlainStyles reports whether all cell styles are certainly plain: nothing is struck
// out, and every number format shows numbers unchanged. For most workbooks this makes it
// unnecessary to read the styles token by token.
func hasPlainStyles(part []byte) bool {
	_, rest, found := bytes.Cut(part, []byte("<cellXfs"))
	styles, _, closed := bytes.Cut(rest, []byte("</cellXfs>"))
	if !found || !closed || bytes.Contains(part, []byte("strike")) {
		return false
	}
	plain := eachValue(part, "formatCode", func(code []byte) bool {
		s := formatStyle(html.UnescapeString(string(code)))
		return s.isPlain()
	})
	const custom = 164 // the first number of a custom format
	return plain && eachValue(styles, "numFmtId", func(id []byte) bool {
		n := digits(id)
		s := builtInFormat(n)
		return n >= custom || n >= 0 && s.isPlain()
	}) && showsAllText(part, styles)
}

// eachValue reports whether all values of an attribute pass a test. One that is not in
// double quotes does not.
func eachValue(part []byte, name string, is func([]byte) bool) bool {
	for {
		i := bytes.Index(part, []byte(name))
		if i < 0 {
			return true
		}
		rest, quoted := bytes.CutPrefix(part[i+len(name):], []byte(`="`))
		value, after, closed := bytes.Cut(rest, []byte(`"`))
		if !quoted || !closed || !is(value) {
			return false
		}
		part = after
	}
}

// section reads one list of the styles: the number formats and fonts come
// before the cell styles that refer to them.
func (s *xlsxStyles) section() error {
	read := s.x.skip
	switch {
	case s.x.space != sheetSpace:
	case string(s.x.name) == "numFmts":
		read = func() error { return s.x.children(s.readFormat) }
	case string(s.x.name) == "fonts":
		read = func() error { return s.x.children(s.readFont) }
	case string(s.x.name) == "fills":
		read = func() error { return s.x.children(s.readFill) }
	case string(s.x.name) == "cellXfs":
		read = func() error { return s.x.children(s.readStyle) }
	}
	return read()
}

func (s *xlsxStyles) readFormat() error {
	id, err := s.x.attr(noSpace, "numFmtId")
	if err != nil {
		return err
	}
	code, err := s.x.attr(noSpace, "formatCode")
	if err != nil {
		return err
	}
	if n := digits([]byte(id)); n >= 0 && len(s.formats) < maxStyles {
		s.formats[n] = formatStyle(code)
	}
	return s.x.skip()
}

func (s *xlsxStyles) readFont() error {
	struck, ink := false, colour(0)
	err := s.x.children(func() (err error) {
		switch {
		case s.x.is(sheetSpace, "strike"):
			struck, err = isOn(s.x)
		case s.x.is(sheetSpace, "color"):
			ink, err = xlsxColour(s.x.attrs)
		}
		if err != nil {
			return err
		}
		return s.x.skip()
	})
	if len(s.struck) < maxStyles {
		s.struck, s.fonts = append(s.struck, struck), append(s.fonts, ink)
	}
	return err
}

// isOn reads a property that is on unless its value says otherwise.
func isOn(x *xmlScanner) (bool, error) {
	value, err := x.attr(noSpace, "val")
	return value != "0" && value != "false", err
}

func (s *xlsxStyles) readStyle() error {
	format, err := s.x.attr(noSpace, "numFmtId")
	if err != nil {
		return err
	}
	font, err := s.x.attr(noSpace, "fontId")
	if err != nil {
		return err
	}
	fill, err := s.x.attr(noSpace, "fillId")
	if err != nil {
		return err
	}
	id, at, behind := digits([]byte(format)), digits([]byte(font)), digits([]byte(fill))
	style, own := s.formats[id]
	if !own {
		style = builtInFormat(id)
	}
	if at >= 0 && at < len(s.struck) {
		style.struck = s.struck[at]
		style.unseen = style.unseen || s.fonts[at].isLost(fillOf(s.fills, behind))
	}
	switch {
	case len(s.styles) >= maxStyles:
	case style.isPlain():
		s.styles = append(s.styles, nil)
	default:
		s.styles = append(s.styles, &style)
	}
	return s.x.skip()
}
