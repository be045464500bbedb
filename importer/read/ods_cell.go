package read

import (
	"strconv"
	"strings"
)

// odsCell is a cell with its repetitions and spans.
type odsCell struct {
	Cell
	col           int
	repeated      int
	rows, columns int
}

func (c odsCell) isMerge() bool { return c.rows > 1 || c.columns > 1 }

// odsValue holds the attributes that give the value of a cell.
type odsValue struct {
	kind, checked, number, truth, text, date, time, formula, style string
}

// readCell reads a cell. Cells covered by a merge are left out.
func (t *odsTable) readCell() (odsCell, error) {
	c := odsCell{col: t.col, repeated: 1, rows: 1, columns: 1}
	covered := string(t.x.name) == "covered-table-cell"
	if t.x.space != tableSpace || !covered && string(t.x.name) != "table-cell" {
		c.repeated = 0
		return c, t.x.skip()
	}
	v, err := t.readValue(&c)
	if err != nil {
		return c, err
	}
	if covered {
		return c, t.x.skip()
	}
	t.value.reset()
	if err := t.readContent(); err != nil {
		return c, err
	}
	t.scratch = append(t.scratch[:0], t.value.text...)
	c.Kind = t.decide(v)
	if c.Text, err = t.texts.keep(t.scratch); err != nil {
		return c, err
	}
	rich, err := t.value.cell(c.Text, t.texts)
	if err != nil {
		return c, err
	}
	c.Cell = c.styled(t.styles.cell(t.styleName(v.style)), rich)
	return c, nil
}

// styleName returns the name of the style of a cell that names this one, or
// none.
func (t *odsTable) styleName(own string) string {
	switch {
	case own != "":
		return own
	case t.rowStyle != "":
		return t.rowStyle
	case t.col < len(t.columns):
		return t.columns[t.col]
	}
	return ""
}

func (t *odsTable) readValue(c *odsCell) (v odsValue, err error) {
	for _, a := range []struct {
		name string
		most int
		to   *int
	}{
		{"number-columns-repeated", maxGridColumns, &c.repeated},
		{"number-columns-spanned", maxGridColumns, &c.columns},
		{"number-rows-spanned", maxGridRows, &c.rows},
	} {
		if *a.to, err = t.count(a.name, a.most); err != nil {
			return v, err
		}
	}
	for _, a := range []struct {
		space xmlSpace
		name  string
		to    *string
	}{
		{officeSpace, "value-type", &v.kind}, {calcextSpace, "value-type", &v.checked},
		{officeSpace, "value", &v.number}, {officeSpace, "boolean-value", &v.truth},
		{officeSpace, "string-value", &v.text}, {officeSpace, "date-value", &v.date},
		{officeSpace, "time-value", &v.time}, {tableSpace, "formula", &v.formula},
		{tableSpace, "style-name", &v.style},
	} {
		if *a.to, err = t.x.attr(a.space, a.name); err != nil {
			return v, err
		}
	}
	return v, nil
}

// decide replaces the displayed text in scratch by the stored value, if there
// is one, and returns the kind of the cell.
func (t *odsTable) decide(v odsValue) CellKind {
	use := func(s string) { t.scratch = append(t.scratch[:0], s...) }
	switch {
	case v.checked == "error":
		return errorCell
	case v.number != "":
		plain, ok := plainNumber([]byte(v.number))
		use(string(plain))
		if ok {
			return NumberCell
		}
	case v.kind == "" && v.formula != "":
		use("=" + v.formula)
		return noValueFormula
	case v.truth == "true":
		use("TRUE")
	case v.truth == "false":
		use("FALSE")
	case v.date != "":
		use(v.date)
	case v.time != "":
		use(v.time)
	case len(t.scratch) == 0 && t.value.left.last == notOmitted:
		use(v.text)
	}
	return TextCell
}

// readContent collects the paragraphs of a cell in value.
func (t *odsTable) readContent() error {
	first := true
	return t.x.children(func() error {
		if !t.x.is(textSpace, "p") {
			return t.x.skip() // a note or a picture
		}
		if !first {
			t.value.text = append(t.value.text, '\n')
		}
		first = false
		font, err := t.font("paragraph", runFont{})
		if err != nil {
			return err
		}
		return t.readInline(font)
	})
}

// font returns the font of the paragraph or span whose start tag was read last.
func (t *odsTable) font(family string, outer runFont) (runFont, error) {
	name, err := t.x.attr(textSpace, "style-name")
	if err != nil || name == "" {
		return outer, err
	}
	return t.styles.font(family, name, outer), nil
}

// readInline collects the text of a paragraph or of a part of one.
func (t *odsTable) readInline(font runFont) error {
	return t.x.content(func(text []byte) error {
		return t.value.add(text, font)
	}, func() error { return t.readMark(font) })
}

// readMark reads an element within a paragraph.
func (t *odsTable) readMark(font runFont) error {
	if t.x.space != textSpace {
		return t.x.skip()
	}
	space := ""
	switch string(t.x.name) {
	case "s":
		value, err := t.x.attr(textSpace, "c")
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(value)
		if err != nil {
			n = 1
		}
		space = strings.Repeat(" ", min(max(n, 1), maxSpan))
	case "tab":
		space = "\t"
	case "line-break":
		space = "\n"
	case "span":
		inner, err := t.font("text", font)
		if err != nil {
			return err
		}
		return t.readInline(inner)
	case "a", "meta", "ruby", "ruby-base":
		return t.readInline(font)
	}
	if err := t.value.add([]byte(space), font); err != nil {
		return err
	}
	return t.x.skip()
}
