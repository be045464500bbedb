package read

// docxParagraph collects the text of one paragraph.
type docxParagraph struct {
	*docxReader
	text  []byte
	boxes []block // text boxes anchored in it
}

// readRuns reads the children of the element whose start tag was read last.
func (p *docxParagraph) readRuns() error { return p.x.children(p.readInline) }

// readInline reads one element within a paragraph.
func (p *docxParagraph) readInline() (err error) {
	switch p.x.space {
	case wordSpace:
	case compatSpace:
		return p.firstChoice(p.readRuns)
	case mathSpace:
		if string(p.x.name) == "t" {
			p.text, err = readText(p.x, p.text)
			return err
		}
		return p.readRuns()
	case markSpace, hintSpace:
		return p.inWrapper(p.readRuns)
	default: // drawings: only their text boxes matter
		return p.readRuns()
	}
	switch string(p.x.name) {
	case "t":
		p.text, err = readText(p.x, p.text)
		return err
	case "r":
		return p.readRun()
	case "tab", "ptab":
		p.text = append(p.text, '\t')
	case "br", "cr":
		p.text = append(p.text, '\n')
	case "noBreakHyphen":
		p.text = append(p.text, '-')
	case "txbxContent":
		p.boxes, err = p.readBlocks(p.boxes)
		return err
	case "hyperlink", "hlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple",
		"drawing", "pict", "object", "ruby", "rubyBase", "dir", "bdo":
		return p.readRuns()
	}
	return p.x.skip() // properties, deleted text, field codes, notes, bookmarks
}

// runProperties are the properties of a run that affect its text.
type runProperties struct {
	hidden, raised bool
}

// readRun reads a run; a hidden run has no text.
func (p *docxParagraph) readRun() error {
	before := p.text
	p.text = nil
	look := runProperties{}
	err := p.x.children(func() (err error) {
		if p.x.is(wordSpace, "rPr") {
			look, err = p.readRunProperties()
			return err
		}
		return p.readInline()
	})
	switch run := p.text; {
	case look.hidden:
		p.text = before
	case look.raised:
		p.text = appendRaised(before, run)
	default:
		p.text = append(before, run...)
	}
	return err
}

// readRunProperties reads run properties.
func (p *docxParagraph) readRunProperties() (look runProperties, err error) {
	err = p.eachChild(func(name string) (err error) {
		value := ""
		switch name {
		case "vanish":
			look.hidden, err = p.isOn()
		case "vertAlign":
			value, err = p.x.attr(wordSpace, "val")
			look.raised = value == "superscript" || value == "subscript"
		}
		if err != nil {
			return err
		}
		return p.x.skip()
	})
	return look, err
}

// isOn reads a property that is on unless its value says otherwise.
func (d *docxReader) isOn() (bool, error) {
	value, err := d.x.attr(wordSpace, "val")
	return value != "0" && value != "false" && value != "off", err
}
