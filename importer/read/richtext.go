package read

// richText is the text of a cell in a workbook, made up of runs in different
// fonts.
type richText struct {
	text []byte // without struck-out text
	left omitted
	runs bool // there are any

	// The visible text in a cell whose style strikes out its text: runs with another font may
	// not be struck out.
	underText []byte
	underLeft omitted
}

func (r *richText) reset() {
	r.text, r.underText, r.runs = r.text[:0], r.underText[:0], false
	r.left.reset()
	r.underLeft.reset()
}

// add appends a run.
func (r *richText) add(text []byte, font runFont) error {
	r.runs = true
	if font.struck {
		r.left.add(struckOut, text)
	} else {
		r.text = font.appendTo(r.text, text)
	}
	if font.struck || !font.own {
		r.underLeft.add(struckOut, text)
	} else {
		r.underText = font.appendTo(r.underText, text)
	}
	if len(r.text)+len(r.left.text) > maxCellBytes {
		return tooLarge(ReasonText)
	}
	return nil
}

// runFont is the effect of a run's font on its text.
type runFont struct {
	own            bool // it differs from the font of the cell
	raised, struck bool
}

// appendTo appends text, in brackets if it is superscript or subscript.
func (f runFont) appendTo(to, text []byte) []byte {
	if f.raised {
		return appendRaised(to, text)
	}
	return append(to, text...)
}

// richCell is a text with struck-out parts, or with parts that are not although the style
// of the cell strikes out the rest.
type richCell struct {
	look      *Look
	underText string
	underLook *Look
}

// cell returns what plain text cannot express, nil if there is nothing. text is the
// visible text in a cell of ordinary style.
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
