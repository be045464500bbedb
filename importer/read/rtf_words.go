package read

// word executes a control word.
func (r *rtfReader) word() error {
	if r.name == "u" {
		return r.addUnit(uint16(r.number))
	}
	if err := r.flush(); err != nil {
		return err
	}
	if r.startsGroup() {
		return nil
	}
	switch r.target {
	case rtfFonts:
		r.fontWord()
		return nil
	case rtfNoText:
		return r.boxWord()
	}
	if text := rtfSymbol(r.name); text != "" {
		return r.addText(text)
	}
	f := r.flows[len(r.flows)-1]
	switch r.name {
	case "par", "sect", "\n", "\r":
		return r.endParagraph(f, r.level())
	case "cell", "nestcell":
		level := r.cellLevel()
		if err := r.endParagraph(f, level); err != nil {
			return err
		}
		return f.flow.endCell(level)
	case "row", "nestrow":
		if !f.text.isBlank() || len(f.boxes) > 0 {
			if err := r.endParagraph(f, r.cellLevel()); err != nil {
				return err
			}
		}
		f.text.reset()
		return f.flow.endRow(r.cellLevel(), r.shape())
	case "uc":
		r.skipped = max(r.number, 0)
	case "shptxt", "dptxbxtext":
		return r.beginBox()
	default:
		r.lookWord()
		r.tableWord()
	}
	return nil
}

// on reports whether a control word turns something on.
func (r *rtfReader) on() bool { return !r.hasValue || r.number != 0 }

// lookWord executes control words about characters and paragraphs.
func (r *rtfReader) lookWord() {
	switch r.name {
	case "plain":
		r.runLook, r.deleted, r.font = runLook{}, false, r.usual
	case "f":
		r.font = r.number
	case "v":
		r.hidden = r.on()
	case "strike", "striked":
		r.struck = r.on()
	case "deleted":
		r.deleted = r.on()
	case "super", "sub":
		r.raised = r.on()
	case "nosupersub":
		r.raised = false
	case "pard":
		r.inTable, r.depth = false, 0
	case "intbl":
		r.inTable = r.on()
	case "itap":
		r.depth = max(r.number, 0)
	case "ansicpg":
		r.codePage = encodingOfPage(r.number)
	case "deff":
		r.usual, r.font = r.number, r.number
	}
}

// level is the number of tables around the current paragraph.
func (r *rtfReader) level() int {
	if r.depth == 0 && r.inTable {
		return 1
	}
	return r.depth
}

// cellLevel is the level of the table whose cell or row a control word ends.
func (r *rtfReader) cellLevel() int {
	if r.name == "cell" || r.name == "row" {
		return 1
	}
	return max(r.depth, 2)
}

// shape is the shape of the row that is being defined, or that ends.
func (r *rtfReader) shape() *rowShape {
	f := r.flows[len(r.flows)-1]
	if r.nested || r.name == "nestrow" {
		return &f.shapes[1]
	}
	return &f.shapes[0]
}

// tableWord executes control words that define a row.
func (r *rtfReader) tableWord() {
	f := r.flows[len(r.flows)-1]
	shape := r.shape()
	switch r.name {
	case "trowd":
		*shape, f.cell = rowShape{}, cellShape{}
	case "trleft":
		shape.left = r.number
	case "clmrg":
		f.cell.fromLeft = true
	case "clvmrg":
		f.cell.fromAbove = true
	case "cellx":
		f.cell.right = r.number
		if len(shape.cells) < maxGridColumns {
			shape.cells = append(shape.cells, f.cell)
		}
		f.cell = cellShape{}
	}
}

// startsGroup executes control words that determine the purpose of a group.
func (r *rtfReader) startsGroup() bool {
	switch r.name {
	case "*":
		r.target = max(r.target, rtfSkip)
		return r.optionalGroup()
	case "fonttbl":
		r.target = rtfFonts
	case "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
		"footnote", "listtext", "pntext", "xe", "tc", "tcn", "rxe", "txe", "nonshppict", "nonesttables", "filetbl", "sp", "shprslt", "fldinst", "objdata", "objalias", "objsect",
		"bkmkstart", "bkmkend", "atnid", "atnauthor", "annotation", "background", "private", "template", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "falt", "panose":
		r.target = rtfSkip
	case "upr": // the same text twice; the second is in Unicode
		r.target = rtfNoText
	default:
		return false
	}
	return true
}

// optionalGroup reads the control word after \*, which makes a group optional for
// programs that do not know it.
func (r *rtfReader) optionalGroup() bool {
	at := r.pos
	token, err := r.next()
	if err != nil || token != rtfWord {
		r.pos = at
		return true
	}
	before := r.outer[max(len(r.outer)-1, 0)].target
	switch r.name {
	case "nesttableprops":
		r.target, r.nested = before, true
	case "ud":
		r.target = rtfText
	case "shpinst", "do":
		r.target = rtfNoText
	}
	return true
}

// boxWord executes the few control words that matter in text that is not shown.
func (r *rtfReader) boxWord() error {
	if r.name == "shptxt" || r.name == "dptxbxtext" {
		return r.beginBox()
	}
	return nil
}

// fontWord executes control words in the table of fonts.
func (r *rtfReader) fontWord() {
	switch r.name {
	case "f":
		r.font = r.number
	case "fcharset":
		if e := encodingOfCharset(r.number); e != nil && len(r.fonts) < maxRTFFonts {
			r.fonts[r.font] = e
		}
	case "cpg":
		if len(r.fonts) < maxRTFFonts {
			r.fonts[r.font] = encodingOfPage(r.number)
		}
	}
}

const maxRTFFonts = 10_000 // fonts
