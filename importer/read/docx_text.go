package read

// docxParagraph collects the text of one paragraph.
type docxParagraph struct {
	*docxReader
	text  []byte
	left  omitted
	boxes []block // text boxes anchored in it
	style docxStyle
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
		return p.readMarked()
	default: // drawings: only their text boxes matter
		return p.readRuns()
	}
	switch string(p.x.name) {
	case "pPr":
		return p.readProperties()
	case "t", "delText":
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
	case "del", "moveFrom":
		return p.readDeleted()
	}
	return p.x.skip() // field codes, notes, bookmarks
}

// readDeleted reads text that was deleted with change tracking.
func (p *docxParagraph) readDeleted() error {
	before := p.text
	p.text = nil
	err := p.readRuns()
	p.left.add(struckOut, p.text)
	p.text = before
	return err
}

// readProperties reads the properties of the paragraph.
func (p *docxParagraph) readProperties() error {
	return p.eachChild(func(name string) error {
		if name == "pStyle" {
			id, err := p.x.attr(wordSpace, "val")
			if err != nil {
				return err
			}
			p.style = p.styles[id]
		}
		return p.x.skip()
	})
}

// runProperties are the properties of a run that affect its text.
type runProperties struct {
	docxStyle
	style  docxStyle // the character style that it names
	raised bool

	ink, background colour
}

// readRun reads a run; a hidden one, or one that is struck out, has no text.
func (p *docxParagraph) readRun() error {
	before := p.text
	p.text = nil
	look := runProperties{background: p.background}
	err := p.x.children(func() (err error) {
		if p.x.is(wordSpace, "rPr") {
			return p.readRunProperties(&look)
		}
		return p.readInline()
	})
	run := p.text
	p.text = before
	switch {
	case look.has(docxHidden, p.style), look.ink.isLost(look.background) && areFigures(run):
		p.left.add(notShown, run)
	case look.has(docxStruck, p.style), look.has(docxDoubleStruck, p.style):
		p.left.add(struckOut, run)
	case look.raised:
		p.text = appendRaised(before, run)
	default:
		p.text = append(before, run...)
	}
	return err
}

// has reports whether a run in a paragraph of this style has a property. If both the
// paragraph style and the character style turn it on, it is off again.
func (r *runProperties) has(property int, paragraph docxStyle) bool {
	if own := r.docxStyle[property]; own != unsaid {
		return own == yes
	}
	return (r.style[property] == yes) != (paragraph[property] == yes)
}

// readRunProperties reads run properties.
func (p *docxParagraph) readRunProperties(look *runProperties) error {
	return p.eachChild(func(name string) (err error) {
		value := ""
		switch name {
		case "rStyle":
			value, err = p.x.attr(wordSpace, "val")
			look.style = p.styles[value]
		case "color":
			value, err = p.x.attr(wordSpace, "val")
			look.ink = hexColour(value)
		case "shd":
			look.background, err = p.shading()
		case "highlight":
			look.background = strange
		case "vertAlign":
			value, err = p.x.attr(wordSpace, "val")
			look.raised = value == "superscript" || value == "subscript"
		default:
			return p.readSwitch(name, &look.docxStyle)
		}
		if err != nil {
			return err
		}
		return p.x.skip()
	})
}

// shading reads the background that the element read last gives.
func (d *docxReader) shading() (colour, error) {
	pattern, err := d.x.attr(wordSpace, "val")
	if err != nil {
		return 0, err
	}
	fill, err := d.x.attr(wordSpace, "fill")
	if pattern != "" && pattern != "clear" && pattern != "nil" {
		return strange, err
	}
	return hexColour(fill), err
}

// isOn reads a property that is on unless its value says otherwise.
func (d *docxReader) isOn() (bool, error) {
	value, err := d.x.attr(wordSpace, "val")
	return value != "0" && value != "false" && value != "off", err
}
