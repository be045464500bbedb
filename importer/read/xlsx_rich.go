package read

// richText reads the text of an <si> or <is>: that of its <t> and of the <t> in
// its runs, but not the phonetic readings.
type richText struct {
	text []byte // without what is struck out
	left omitted
	runs bool // there are any

	// The same for a cell whose style strikes out its text: runs with a font of
	// their own may still stand.
	underText []byte
	underLeft omitted
}

// read reads an element. The start tag has been read; the end tag is read, too.
func (r *richText) read(x *xmlScanner) error {
	r.text, r.underText, r.runs = r.text[:0], r.underText[:0], false
	r.left.reset()
	r.underLeft.reset()
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

// readRun reads a run. It stands in brackets if it is superscript or subscript.
func (r *richText) readRun(x *xmlScanner) error {
	var look runLook
	var text []byte
	err := x.children(func() (err error) {
		switch {
		case x.is(sheetSpace, "rPr"):
			look, err = readRunLook(x)
		case x.is(sheetSpace, "t"):
			text, err = readText(x, text)
		default:
			err = x.skip()
		}
		return err
	})
	text = unescapeUnits(text, 0)
	r.runs = true
	if look.struck {
		r.left.add(struckOut, text)
	} else {
		r.text = look.appendTo(r.text, text)
	}
	if look.struck || !look.own {
		r.underLeft.add(struckOut, text)
	} else {
		r.underText = look.appendTo(r.underText, text)
	}
	if err == nil && len(r.text)+len(r.left.text) > maxCellBytes {
		err = tooLarge(ReasonText)
	}
	return err
}

// runLook is what the properties of a run say about its text.
type runLook struct {
	own            bool // it has properties of its own
	raised, struck bool
}

func readRunLook(x *xmlScanner) (look runLook, err error) {
	look.own = true
	err = x.children(func() (err error) {
		switch string(x.name) {
		case "vertAlign":
			var value string
			value, err = x.attr(noSpace, "val")
			look.raised = value == "superscript" || value == "subscript"
		case "strike":
			look.struck, err = isOn(x)
		}
		if err != nil {
			return err
		}
		return x.skip()
	})
	return look, err
}

func (l runLook) appendTo(to, text []byte) []byte {
	if l.raised {
		return appendRaised(to, text)
	}
	return append(to, text...)
}

// richCell is a text of which parts are struck out, or stand although the style
// of the cell strikes out the rest.
type richCell struct {
	look      *Look
	underText string
	underLook *Look
}

// cell returns what a plain text cannot say about the text that was read, nil
// if there is nothing. text is what an ordinary style shows of it.
func (r *richText) cell(text string, texts *arena) (*richCell, error) {
	if !r.runs || r.left.last == notOmitted && len(r.underText) == 0 {
		return nil, nil
	}
	under, err := texts.keep(r.underText)
	if err != nil {
		return nil, err
	}
	c := &richCell{look: r.left.look(text), underText: under, underLook: r.underLeft.look(under)}
	return c, texts.budget.takeText(len(text) + len(under) + len(r.left.text) + len(r.underLeft.text))
}
