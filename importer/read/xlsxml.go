package read

import (
	"bytes"
	"strconv"
)

// oldXMLReader reads XML Spreadsheet 2003, which reporting systems often write
// to files named .xls.
type oldXMLReader struct {
	x      *xmlScanner
	limits *budget
	texts  *arena
	styles map[string]*cellStyle // nil for a plain one
	sheets []Sheet
	value  richText // of the current cell
}

func readOldXML(in *input) ([]Sheet, error) {
	limits := in.opt.newBudget()
	x, err := newXMLScanner(bytes.NewReader(in.content), make([]byte, 32<<10))
	if err != nil {
		return nil, err
	}
	o := &oldXMLReader{x: x, limits: limits, texts: &arena{budget: limits}}
	err = x.elements(func() error {
		switch {
		case x.is(oldSheetSpace, "Styles"):
			return o.readStyles()
		case x.is(oldSheetSpace, "Worksheet"):
			return o.readSheet()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(o.sheets) == 0 {
		return nil, &ReadError{Kind: Empty}
	}
	return o.sheets, nil
}

func (o *oldXMLReader) readSheet() error {
	name, err := o.x.attr(oldSheetSpace, "Name")
	if err != nil {
		return err
	}
	t := oldXMLTable{oldXMLReader: o, grid: newGrid(o.limits), row: -1}
	hidden := false
	err = o.eachChild(func(child string) error {
		switch child {
		case "Table":
			if t.style, err = o.styleOf(o.styles[usualStyle]); err != nil {
				return err
			}
			return o.eachChild(t.readPart)
		case "WorksheetOptions":
			hidden, err = o.isHidden()
			return err
		default:
			return o.x.skip()
		}
	})
	if err != nil {
		return inPart(err, "", name)
	}
	rows, err := t.grid.finish()
	if err != nil {
		return inPart(err, "", name)
	}
	for _, i := range t.hiddenRows {
		t.grid.hide(i)
	}
	o.sheets = append(o.sheets, Sheet{Name: name, Hidden: hidden, Rows: rows, HiddenColumns: clipColumns(t.hidden, rows)})
	if len(o.sheets) > maxSheets {
		return tooLarge(ReasonParts)
	}
	return nil
}

// eachChild calls read with the name of each child of the element whose start
// tag was read last; read must consume the child.
func (o *oldXMLReader) eachChild(read func(name string) error) error {
	return o.x.children(func() error { return read(string(o.x.name)) })
}

// isHidden reads the options of a sheet.
func (o *oldXMLReader) isHidden() (hidden bool, err error) {
	err = o.eachChild(func(name string) error {
		if name != "Visible" {
			return o.x.skip()
		}
		text, err := readText(o.x, nil)
		hidden = len(text) > 0 && string(text) != "SheetVisible"
		return err
	})
	return hidden, err
}

// oldXMLTable is one sheet being read.
type oldXMLTable struct {
	*oldXMLReader
	grid       *gridBuilder
	row, col   int
	column     int        // of the next Column element
	style      *cellStyle // of cells if neither column nor row names one
	rowStyle   *cellStyle
	columns    map[int]*cellStyle
	hiddenRows []int
	hidden     []bool
}

func (t *oldXMLTable) readPart(name string) error {
	switch name {
	case "Column":
		return t.readColumn()
	case "Row":
		return t.readRow()
	default:
		return t.x.skip()
	}
}

// number reads a numeric attribute; otherwise is its value if it is missing.
func (t *oldXMLTable) number(name string, otherwise, most int) (int, error) {
	value, err := t.x.attr(oldSheetSpace, name)
	if err != nil || value == "" {
		return otherwise, err
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || n > most {
		return 0, damaged(ReasonAddress)
	}
	return n, nil
}

func (t *oldXMLTable) readColumn() error {
	index, err := t.number("Index", t.column+1, maxGridColumns)
	if err != nil {
		return err
	}
	span, err := t.number("Span", 0, maxGridColumns)
	if err != nil {
		return err
	}
	hidden, err := t.x.attr(oldSheetSpace, "Hidden")
	if err != nil {
		return err
	}
	style, err := t.styleOf(nil)
	if err != nil {
		return err
	}
	for i := index - 1; style != nil && i <= min(index-1+span, maxGridColumns); i++ {
		if t.columns == nil {
			t.columns = map[int]*cellStyle{}
		}
		t.columns[i] = style
	}
	t.column = min(index+span, maxGridColumns)
	for len(t.hidden) < t.column {
		t.hidden = append(t.hidden, isTrue(hidden) && len(t.hidden) >= index-1)
	}
	return t.x.skip()
}

func (t *oldXMLTable) readRow() error {
	index, err := t.number("Index", t.row+2, maxGridRows)
	if err != nil {
		return err
	}
	span, err := t.number("Span", 0, maxGridRows)
	if err != nil {
		return err
	}
	hidden, err := t.x.attr(oldSheetSpace, "Hidden")
	if err != nil {
		return err
	}
	if t.rowStyle, err = t.styleOf(nil); err != nil {
		return err
	}
	t.row, t.col = index-1, -1
	if t.row < 0 || t.row >= maxGridRows {
		return damaged(ReasonAddress)
	}
	if isTrue(hidden) {
		t.hiddenRows = append(t.hiddenRows, t.row)
	}
	err = t.eachChild(func(name string) error {
		if name != "Cell" {
			return t.x.skip()
		}
		return atCell(t.readCell(), t.row, max(t.col, 0))
	})
	t.row += span
	return err
}

func (t *oldXMLTable) readCell() error {
	index, err := t.number("Index", t.col+2, maxGridColumns)
	if err != nil {
		return err
	}
	across, err := t.number("MergeAcross", 0, maxGridColumns)
	if err != nil {
		return err
	}
	down, err := t.number("MergeDown", 0, maxGridRows)
	if err != nil {
		return err
	}
	formula, err := t.x.attr(oldSheetSpace, "Formula")
	if err != nil {
		return err
	}
	style, err := t.styleOfCell(index - 1)
	if err != nil {
		return err
	}
	if t.col = index - 1; t.col < 0 || t.col >= maxGridColumns {
		return damaged(ReasonAddress)
	}
	if across > 0 || down > 0 {
		t.grid.merges = append(t.grid.merges, area{top: t.row, left: t.col, bottom: t.row + down, right: t.col + across})
	}
	c, err := t.readData(formula, style)
	if err == nil && (c.Text != "" || c.Look != nil) {
		err = t.grid.put(t.row, t.col, c)
	}
	t.col += across
	return err
}

// readData reads the value of a cell.
func (t *oldXMLTable) readData(formula string, style *cellStyle) (c Cell, err error) {
	found, kind := false, ""
	t.value.reset()
	err = t.eachChild(func(name string) error {
		if name != "Data" || found {
			return t.x.skip()
		}
		found = true
		if kind, err = t.x.attr(oldSheetSpace, "Type"); err != nil {
			return err
		}
		return t.readRuns(runFont{})
	})
	if err != nil {
		return c, err
	}
	value := t.value.text
	switch {
	case formula != "" && (!found || len(value) == 0 && kind != "String"):
		return Cell{Text: formula, Kind: noValueFormula}.styled(style, nil), nil
	case kind == "Number":
		var ok bool
		if value, ok = plainNumber(bytes.TrimSpace(value)); ok {
			c.Kind = NumberCell
		}
	case kind == "Error":
		c.Kind = errorCell
	case kind == "Boolean" && len(value) > 0:
		value = []byte(map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(string(value))])
	}
	if c.Text, err = t.texts.keep(value); err != nil {
		return c, err
	}
	rich, err := t.value.cell(c.Text, t.texts)
	return c.styled(style, rich), err
}

// readRuns collects the text of an element and its descendants, with superscripts and
// subscripts in brackets and struck-out text separately.
func (t *oldXMLTable) readRuns(font runFont) error {
	return t.x.content(func(text []byte) error {
		return t.value.add(text, font)
	}, func() error {
		inner := font
		switch string(t.x.name) {
		case "Sup", "Sub":
			inner.raised = true
		case "S", "Strike", "Del":
			inner.struck = true
		}
		return t.readRuns(inner)
	})
}
