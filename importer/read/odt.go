package read

import (
	"bytes"
	"strconv"
	"strings"
)

// readFlatODF reads an OpenDocument file that is one XML file.
func readFlatODF(in *input) ([]Sheet, error) {
	x, err := newXMLScanner(bytes.NewReader(in.content), make([]byte, 32<<10))
	if err != nil {
		return nil, err
	}
	o := newODSReader(in.opt)
	if err := o.read(x); err != nil {
		return nil, err
	}
	return o.result()
}

// odtReader reads an OpenDocument text as it is printed.
type odtReader struct {
	x      *xmlScanner
	styles *odsStyles
	limits *budget
	texts  *arena
	tables int // depth of nested tables

	background colour // of the cell
}

// readBlocks appends the paragraphs and tables of the element whose start tag was
// read last, such as the text, a section or a cell.
func (o *odtReader) readBlocks(to []block) ([]block, error) {
	err := o.x.children(func() (err error) {
		to, err = o.readBlock(to)
		return err
	})
	return to, err
}

func (o *odtReader) readBlock(to []block) ([]block, error) {
	switch o.x.space {
	case textSpace:
		switch string(o.x.name) {
		case "p", "h":
			return o.readParagraph(to)
		case "list", "list-item", "list-header", "numbered-paragraph", "section", "index-body", "index-title",
			"table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index", "bibliography":
			return o.readBlocks(to)
		}
	case tableSpace:
		if string(o.x.name) == "table" {
			t, err := o.readTable()
			if err != nil {
				return to, err
			}
			return append(to, block{table: t}), o.limits.takeCells(1)
		}
	case drawSpace: // only the text of drawings matters
		return o.readBlocks(to)
	}
	return to, o.x.skip() // changes, forms, comments
}

func (o *odtReader) readParagraph(to []block) ([]block, error) {
	p := odtParagraph{odtReader: o}
	look, err := p.styled("paragraph", odsStyle{background: o.background})
	if err != nil {
		return to, err
	}
	if err := p.readInline(look); err != nil {
		return to, err
	}
	p.text.text = bytes.TrimSuffix(p.text.text, []byte(" "))
	b, err := p.text.take(o.texts)
	if err != nil {
		return to, err
	}
	return append(append(to, b), p.boxes...), o.limits.takeCells(1)
}

// odtParagraph collects the text of one paragraph.
type odtParagraph struct {
	*odtReader
	text  paragraphText
	space bool    // further spaces are ignored
	boxes []block // of drawings anchored in it
}

// styled returns the style of the element whose start tag was read last, inside text of
// another style.
func (p *odtParagraph) styled(family string, outer odsStyle) (odsStyle, error) {
	name, err := p.x.attr(textSpace, "style-name")
	if err != nil || name == "" {
		return outer, err
	}
	own := p.styles.find(family, name)
	for _, c := range []struct{ own, outer *choice }{{&own.struck, &outer.struck}, {&own.hidden, &outer.hidden}, {&own.raised, &outer.raised}} {
		if *c.own == unsaid {
			*c.own = *c.outer
		}
	}
	if own.ink == 0 {
		own.ink = outer.ink
	}
	if own.background == 0 {
		own.background = outer.background
	}
	return own, nil
}

func (p *odtParagraph) add(text string, look odsStyle) error {
	isLost := look.ink.isLost(look.background) && areFigures([]byte(text))
	return p.text.add(text, runLook{hidden: look.hidden == yes || isLost, struck: look.struck == yes, raised: look.raised == yes})
}

// readInline reads the text in the element whose start tag was read last. Several
// spaces and line ends in it count as one space.
func (p *odtParagraph) readInline(look odsStyle) error {
	return p.x.content(func(text []byte) error {
		var kept []byte
		for _, b := range text {
			isSpace := b == ' ' || b == '\t' || b == '\n' || b == '\r'
			if isSpace && (p.space || len(kept) == 0 && p.text.isEmpty()) {
				continue
			}
			if p.space = isSpace; isSpace {
				b = ' '
			}
			kept = append(kept, b)
		}
		return p.add(string(kept), look)
	}, func() error { return p.readMark(look) })
}

// readMark reads an element within a paragraph.
func (p *odtParagraph) readMark(look odsStyle) (err error) {
	switch p.x.space {
	case textSpace:
	case drawSpace:
		p.boxes, err = p.readBlocks(p.boxes)
		return err
	default:
		return p.x.skip() // comments, titles of pictures
	}
	text := ""
	switch string(p.x.name) {
	case "s":
		n, err := p.count(textSpace, "c")
		if err != nil {
			return err
		}
		text = strings.Repeat(" ", n)
	case "tab":
		text = "\t"
	case "line-break":
		text = "\n"
	case "note", "ruby-text", "hidden-text", "hidden-paragraph", "script":
	case "span":
		if look, err = p.styled("text", look); err != nil {
			return err
		}
		return p.readInline(look)
	default: // links, and fields as they are shown
		return p.readInline(look)
	}
	if text != "" {
		p.space = text == "\n"
		if err := p.add(text, look); err != nil {
			return err
		}
	}
	return p.x.skip()
}

// count reads an attribute that gives a number of repetitions, or of columns or rows that
// a cell spans.
func (o *odtReader) count(space xmlSpace, name string) (int, error) {
	value, err := o.x.attr(space, name)
	if err != nil || value == "" {
		return 1, err
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return 1, damaged(ReasonMalformed)
	}
	return min(max(n, 1), maxSpan), nil
}

func (o *odtReader) readTable() (*docTable, error) {
	if o.tables++; o.tables > maxTableDepth {
		return nil, tooLarge(ReasonDepth)
	}
	defer func() { o.tables-- }()
	t := &docTable{}
	return t, o.readRows(t)
}

// readRows reads the rows in the element whose start tag was read last.
func (o *odtReader) readRows(t *docTable) error {
	return o.x.children(func() error {
		if o.x.space != tableSpace {
			return o.x.skip()
		}
		switch string(o.x.name) {
		case "table-row":
			return o.readRow(t)
		case "table-header-rows", "table-rows", "table-row-group":
			return o.readRows(t)
		}
		return o.x.skip()
	})
}

func (o *odtReader) readRow(t *docTable) error {
	repeated, err := o.count(tableSpace, "number-rows-repeated")
	if err != nil {
		return err
	}
	visibility, err := o.x.attr(tableSpace, "visibility")
	if err != nil {
		return err
	}
	r := docRow{hidden: visibility == "collapse" || visibility == "filter"}
	col := 0
	err = o.x.children(func() error {
		isCell, isCovered := o.x.is(tableSpace, "table-cell"), o.x.is(tableSpace, "covered-table-cell")
		if !isCell && !isCovered {
			return o.x.skip()
		}
		n, err := o.count(tableSpace, "number-columns-repeated")
		if err != nil {
			return err
		}
		if isCovered {
			col += n
			return o.x.skip()
		}
		c, err := o.readCell()
		for range n {
			c.col = col
			r.cells = append(r.cells, c)
			col++
		}
		if err != nil {
			return err
		}
		return o.limits.takeCells(2 * n)
	})
	if err != nil {
		return err
	}
	for range repeated {
		t.rows = append(t.rows, r)
	}
	return o.limits.takeCells(2 * repeated)
}

func (o *odtReader) readCell() (c docCell, err error) {
	if c.colSpan, err = o.count(tableSpace, "number-columns-spanned"); err != nil {
		return c, err
	}
	if c.rowSpan, err = o.count(tableSpace, "number-rows-spanned"); err != nil {
		return c, err
	}
	name, err := o.x.attr(tableSpace, "style-name")
	if err != nil {
		return c, err
	}
	outer := o.background
	if own := o.styles.find("table-cell", name).background; own != 0 {
		o.background = own
	}
	c.blocks, err = o.readBlocks(nil)
	o.background = outer
	return c, err
}
