package read

// docxReader reads the body of a .docx as it is printed, with the results of fields
// instead of their codes. Deleted, hidden and struck-out text is kept separately.
type docxReader struct {
	x      *xmlScanner
	limits *budget
	texts  *arena
	styles map[string]docxStyle
	tables int // depth of nested tables

	background colour // of the cell
}

// readDOCX reads a document as one sheet.
func readDOCX(in *input) ([]Sheet, error) {
	limits := in.opt.newDocumentBudget()
	d := docxReader{limits: limits, texts: &arena{budget: limits}}
	if err := d.readStyles(in); err != nil {
		return nil, err
	}
	var blocks []block
	err := in.pkg.scan(in.main, maxPartBytes, func(x *xmlScanner) error {
		d.x = x
		err := x.root(wordSpace, "document")
		if err != nil {
			return err
		}
		blocks, err = d.readBlocks(nil)
		return err
	})
	if err != nil {
		return nil, err
	}
	return readDocument(blocks, limits)
}

// readBlocks appends the paragraphs and tables of the element whose start tag
// was read last, such as the body, a cell or a text box.
func (d *docxReader) readBlocks(to []block) ([]block, error) {
	err := d.x.children(func() (err error) {
		to, err = d.readBlock(to)
		return err
	})
	return to, err
}

// readBlock appends one child of a body or cell.
func (d *docxReader) readBlock(to []block) ([]block, error) {
	switch d.x.space {
	case wordSpace:
	case compatSpace:
		return d.readAlternative(to)
	case markSpace, hintSpace:
		err := d.inWrapper(func() (err error) {
			to, err = d.readBlocks(to)
			return err
		})
		return to, err
	default:
		return to, d.x.skip()
	}
	switch string(d.x.name) {
	case "p":
		p := docxParagraph{docxReader: d, style: d.styles[""]}
		if err := p.readRuns(); err != nil {
			return to, err
		}
		text, err := d.texts.keep(p.text)
		if err != nil {
			return to, err
		}
		left, err := d.texts.keep(p.left.text)
		if err != nil {
			return to, err
		}
		return append(append(to, block{text: text, left: left}), p.boxes...), d.limits.takeCells(1)
	case "tbl":
		t, err := d.readTable()
		if err != nil {
			return to, err
		}
		return append(to, block{table: t}), d.limits.takeCells(1)
	case "body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag":
		return d.readBlocks(to)
	default:
		return to, d.x.skip()
	}
}

// readAlternative reads mc:AlternateContent, which has the same content several times,
// for newer and older programs. Only the first alternative counts.
func (d *docxReader) readAlternative(to []block) ([]block, error) {
	err := d.firstChoice(func() (err error) {
		to, err = d.readBlocks(to)
		return err
	})
	return to, err
}

// firstChoice reads an element of markup compatibility. It calls read for the first
// alternative.
func (d *docxReader) firstChoice(read func() error) error {
	if string(d.x.name) != "AlternateContent" {
		return d.x.skip()
	}
	taken := false
	return d.x.children(func() error {
		if taken {
			return d.x.skip()
		}
		taken = true
		return read()
	})
}
