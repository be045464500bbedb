package read

import "strconv"

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
	kind, checked, number, truth, text, date, time, formula string
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
	t.scratch = t.scratch[:0]
	if err := t.readContent(); err != nil {
		return c, err
	}
	c.Kind = t.decide(v)
	c.Text, err = t.texts.keep(t.scratch)
	return c, err
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
	case len(t.scratch) == 0:
		use(v.text)
	}
	return TextCell
}

// readContent collects the paragraphs of a cell in scratch.
func (t *odsTable) readContent() error {
	first := true
	return t.x.children(func() error {
		if !t.x.is(textSpace, "p") {
			return t.x.skip() // a note or a picture
		}
		if !first {
			t.scratch = append(t.scratch, '\n')
		}
		first = false
		return t.readInline()
	})
}

// readInline collects the text of a paragraph or of a part of one.
func (t *odsTable) readInline() error {
	return t.x.content(func(text []byte) error {
		t.scratch = append(t.scratch, text...)
		return nil
	}, t.readMark)
}

// readMark reads an element within a paragraph.
func (t *odsTable) readMark() error {
	if t.x.space != textSpace {
		return t.x.skip()
	}
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
		for range min(max(n, 1), maxSpan) {
			t.scratch = append(t.scratch, ' ')
		}
	case "tab":
		t.scratch = append(t.scratch, '\t')
	case "line-break":
		t.scratch = append(t.scratch, '\n')
	case "span", "a", "meta", "ruby", "ruby-base":
		return t.readInline()
	}
	return t.x.skip()
}
