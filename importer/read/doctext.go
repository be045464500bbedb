package read

// paragraphText collects the text of a paragraph from runs of characters that look
// alike.
type paragraphText struct {
	text   []byte
	raised []byte  // the superscript or subscript at its end
	left   omitted // what is not read
}

// runLook holds the properties of characters that change how they are read.
type runLook struct {
	hidden, struck bool // not read
	raised         bool // superscript or subscript
}

// add adds text.
func (p *paragraphText) add(text string, look runLook) error {
	switch {
	case look.hidden:
		p.left.add(notShown, []byte(text))
	case look.struck:
		p.left.add(struckOut, []byte(text))
	case look.raised:
		p.raised = append(p.raised, text...)
	default:
		p.endRaised()
		p.text = append(p.text, text...)
	}
	if len(p.text)+len(p.raised)+len(p.left.text) > maxCellBytes {
		return tooLarge(ReasonText)
	}
	return nil
}

func (p *paragraphText) endRaised() {
	p.text = appendRaised(p.text, p.raised)
	p.raised = p.raised[:0]
}

// isBlank reports whether there is nothing in the paragraph.
func (p *paragraphText) isBlank() bool {
	return IsBlank(string(p.text)) && IsBlank(string(p.raised)) && p.left.last == notOmitted
}

// isEmpty reports whether the paragraph has no characters, not even spaces.
func (p *paragraphText) isEmpty() bool { return len(p.text)+len(p.raised)+len(p.left.text) == 0 }

// take returns the paragraph and starts the next one.
func (p *paragraphText) take(texts *arena) (block, error) {
	p.endRaised()
	text, err := texts.keep(p.text)
	if err != nil {
		return block{}, err
	}
	left, err := texts.keep(p.left.text)
	p.reset()
	return block{text: text, left: left}, err
}

func (p *paragraphText) reset() {
	p.text, p.raised = p.text[:0], p.raised[:0]
	p.left.reset()
}
