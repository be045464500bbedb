package read

import (
	"errors"
	"strconv"
)

// odsReader reads the content of an OpenDocument spreadsheet.
type odsReader struct {
	opt     Options
	x       *xmlScanner
	limits  *budget
	texts   *arena
	styles  odsStyles
	sheets  []Sheet
	scratch []byte
	value   richText // of the current cell

	isText bool // not a spreadsheet
	blocks []block
}

func newODSReader(opt Options) *odsReader {
	limits := opt.newBudget()
	return &odsReader{opt: opt, limits: limits, texts: &arena{budget: limits}, styles: newODSStyles()}
}

// readODF reads a spreadsheet or a text of LibreOffice or WPS.
func readODF(in *input) ([]Sheet, error) {
	p := in.pkg
	if p.has("META-INF/manifest.xml") {
		format := "ods"
		if isODT(in) {
			format = "odt"
		}
		if err := refuseEncryptedODF(p, format); err != nil {
			return nil, err
		}
	}
	o := newODSReader(p.opt)
	if p.has("styles.xml") {
		if err := p.scan("styles.xml", maxPartBytes, o.styles.read); err != nil {
			return nil, err
		}
	}
	if err := p.scan("content.xml", maxPartBytes, o.read); err != nil {
		return nil, err
	}
	return o.result()
}

// result returns what was read.
func (o *odsReader) result() ([]Sheet, error) {
	if o.isText {
		return readDocument(o.blocks, o.limits)
	}
	if len(o.sheets) == 0 {
		return nil, &ReadError{Kind: Empty}
	}
	return o.sheets, nil
}

// refuseEncryptedODF returns an error if parts are encrypted.
func refuseEncryptedODF(p *zipPackage, of string) error {
	err := p.scan("META-INF/manifest.xml", maxIndexBytes, func(x *xmlScanner) error {
		return x.elements(func() error {
			if string(x.name) == "encryption-data" {
				return &ReadError{Kind: Encrypted, Format: of}
			}
			return nil
		})
	})
	var re *ReadError
	if errors.As(err, &re) && re.Reason == ReasonDTD { // early versions of OpenOffice wrote one, which is harmless here
		return nil
	}
	return err
}

func (o *odsReader) read(x *xmlScanner) error {
	o.x = x
	return x.elements(func() (err error) {
		switch {
		case x.is(officeSpace, "automatic-styles"), x.is(officeSpace, "styles"):
			err = o.styles.readList(x)
		case x.is(officeSpace, "text"):
			o.limits = o.opt.newDocumentBudget()
			d := odtReader{x: x, styles: &o.styles, limits: o.limits, texts: &arena{budget: o.limits}}
			o.isText = true
			o.blocks, err = d.readBlocks(nil)
		case x.is(officeSpace, "presentation"), x.is(officeSpace, "drawing"):
			return &ReadError{Kind: NotAWorkbook, Format: "odp"}
		case x.is(tableSpace, "table"):
			err = o.readTable()
		}
		return err
	})
}

func (o *odsReader) readTable() error {
	name, err := o.x.attr(tableSpace, "name")
	if err != nil {
		return err
	}
	style, err := o.x.attr(tableSpace, "style-name")
	if err != nil {
		return err
	}
	t := odsTable{odsReader: o, grid: newGrid(o.limits)}
	if err := t.readParts(); err != nil {
		return inPart(err, "content.xml", name)
	}
	rows, err := t.grid.finish()
	if err != nil {
		return inPart(err, "content.xml", name)
	}
	for _, i := range t.hiddenRows {
		t.grid.hide(i)
	}
	o.sheets = append(o.sheets, Sheet{
		Name: name, Hidden: o.styles.hiddenTables[style], Rows: rows, HiddenColumns: clipColumns(t.hidden, rows),
	})
	if len(o.sheets) > maxSheets {
		return tooLarge(ReasonParts)
	}
	return nil
}

// odsTable is one sheet being read.
type odsTable struct {
	*odsReader
	grid       *gridBuilder
	row, col   int
	hiddenRows []int
	hidden     []bool
	rowStyle   string   // style of cells that name none
	columns    []string // styles of cells if neither they nor the row name one
}

// readParts reads columns and rows, which may be grouped.
func (t *odsTable) readParts() error {
	return t.x.children(func() error {
		if t.x.space != tableSpace {
			return t.x.skip()
		}
		return t.readPart(string(t.x.name))
	})
}

func (t *odsTable) readPart(name string) error {
	switch name {
	case "table-column":
		return t.readColumn()
	case "table-row":
		return t.readRow()
	case "table-row-group", "table-rows", "table-header-rows", "table-column-group", "table-columns", "table-header-columns":
		return t.readParts()
	default:
		return t.x.skip()
	}
}

// count reads an attribute that gives a number of repetitions.
func (t *odsTable) count(name string, most int) (int, error) {
	value, err := t.x.attr(tableSpace, name)
	if err != nil || value == "" {
		return 1, err
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return 1, damaged(ReasonMalformed)
	}
	return min(max(n, 1), most), nil
}

func (t *odsTable) isCollapsed() (bool, error) {
	value, err := t.x.attr(tableSpace, "visibility")
	return value == "collapse" || value == "filter", err
}

func (t *odsTable) readColumn() error {
	n, err := t.count("number-columns-repeated", maxGridColumns)
	if err != nil {
		return err
	}
	hidden, err := t.isCollapsed()
	if err != nil {
		return err
	}
	style, err := t.x.attr(tableSpace, "default-cell-style-name")
	if err != nil {
		return err
	}
	for range min(n, maxGridColumns-len(t.hidden)) {
		t.hidden = append(t.hidden, hidden)
		t.columns = append(t.columns, style)
	}
	return t.x.skip()
}

// readRow reads a row once for all its repetitions.
func (t *odsTable) readRow() error {
	repeated, err := t.count("number-rows-repeated", maxGridRows)
	if err != nil {
		return err
	}
	hidden, err := t.isCollapsed()
	if err != nil {
		return err
	}
	if t.rowStyle, err = t.x.attr(tableSpace, "default-cell-style-name"); err != nil {
		return err
	}
	t.col = 0
	var cells []odsCell
	err = t.x.children(func() error {
		c, err := t.readCell()
		if err != nil {
			return atCell(err, t.row, t.col)
		}
		if c.Text != "" || c.Look != nil || c.isMerge() {
			cells = append(cells, c)
		}
		t.col = min(t.col+c.repeated, maxGridColumns)
		return nil
	})
	if err != nil {
		return err
	}
	return t.putRow(cells, repeated, hidden)
}

func (t *odsTable) putRow(cells []odsCell, repeated int, hidden bool) error {
	if len(cells) == 0 {
		if t.row += repeated; t.row > 2*maxGridRows {
			return damaged(ReasonAddress)
		}
		return nil
	}
	for range repeated {
		if t.row >= maxGridRows {
			return damaged(ReasonAddress)
		}
		for _, c := range cells {
			if err := t.putCell(c); err != nil {
				return atCell(err, t.row, c.col)
			}
		}
		if hidden {
			t.hiddenRows = append(t.hiddenRows, t.row)
		}
		t.row++
	}
	return nil
}

func (t *odsTable) putCell(c odsCell) error {
	if c.isMerge() {
		t.grid.merges = append(t.grid.merges, area{
			top: t.row, left: c.col, bottom: t.row + c.rows - 1, right: c.col + c.columns - 1,
		})
	}
	if c.Text == "" && c.Look == nil {
		return nil
	}
	for i := range min(c.repeated, maxGridColumns-c.col) {
		if err := t.grid.put(t.row, c.col+i, c.Cell); err != nil {
			return err
		}
	}
	return nil
}
