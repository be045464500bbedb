package read

import (
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// word follows a control word.
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

// lookWord follows control words about characters and paragraphs.
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

// level is how deep in tables the current paragraph is.
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

// shape is where the row that is being defined, or ends, has its cells.
func (r *rtfReader) shape() *rowShape {
	f := r.flows[len(r.flows)-1]
	if r.nested || r.name == "nestrow" {
		return &f.shapes[1]
	}
	return &f.shapes[0]
}

// tableWord follows control words that define a row.
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

// startsGroup follows control words that say what a group is for.
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

// boxWord follows the few control words that matter where text is not shown.
func (r *rtfReader) boxWord() error {
	if r.name == "shptxt" || r.name == "dptxbxtext" {
		return r.beginBox()
	}
	return nil
}

// fontWord follows control words in the table of fonts.
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

// addByte takes a byte of text.
func (r *rtfReader) addByte(b byte) error {
	if r.target != rtfText {
		return nil
	}
	if len(r.units) > 0 {
		if err := r.flush(); err != nil {
			return err
		}
	}
	if r.bytes = append(r.bytes, b); len(r.bytes) > maxCellBytes {
		return tooLarge(ReasonText)
	}
	return nil
}

// addUnit takes a Unicode character, or half of one.
func (r *rtfReader) addUnit(unit uint16) error {
	if len(r.bytes) > 0 {
		if err := r.flush(); err != nil {
			return err
		}
	}
	r.skip = r.skipped
	if r.target != rtfText {
		return nil
	}
	if r.units = append(r.units, unit); len(r.units) > maxCellBytes {
		return tooLarge(ReasonText)
	}
	return nil
}

// flush decodes the text collected.
func (r *rtfReader) flush() error {
	if len(r.bytes) == 0 && len(r.units) == 0 {
		return nil
	}
	text := string(utf16.Decode(r.units))
	if len(r.bytes) > 0 {
		text = r.decode()
	}
	r.bytes, r.units, r.isRaw = r.bytes[:0], r.units[:0], false
	return r.addText(text)
}

// decode decodes bytes of the current font.
func (r *rtfReader) decode() string {
	isASCII := true
	for _, b := range r.bytes {
		isASCII = isASCII && b < utf8.RuneSelf
	}
	if isASCII || r.isRaw && utf8.Valid(r.bytes) && !isPairs(string(r.bytes)) {
		return string(r.bytes)
	}
	e := r.codePage
	if own := r.fonts[r.font]; own != nil {
		e = own
	}
	text, err := e.NewDecoder().Bytes(r.bytes)
	if err != nil {
		return string(r.bytes)
	}
	return string(text)
}

// addText adds text to the paragraph unless it is not shown.
func (r *rtfReader) addText(text string) error {
	if r.target != rtfText {
		return nil
	}
	look := r.runLook
	look.struck = look.struck || r.deleted
	return r.flows[len(r.flows)-1].text.add(text, look)
}

// rtfSymbol is the text that a control word stands for, "" if it is no symbol.
func rtfSymbol(name string) string {
	switch name {
	case "tab":
		return "\t"
	case "line", "lbr":
		return "\n"
	case "~":
		return "\u00a0"
	case "_":
		return "-"
	case "emdash":
		return "—"
	case "endash":
		return "–"
	case "lquote":
		return "‘"
	case "rquote":
		return "’"
	case "ldblquote":
		return "“"
	case "rdblquote":
		return "”"
	case "bullet":
		return "•"
	case "emspace", "enspace", "qmspace":
		return " "
	}
	return ""
}

// encodingOfCharset is the encoding of a font with this charset, nil if the font
// does not say it.
func encodingOfCharset(number int) encoding.Encoding {
	switch number {
	case 134:
		return simplifiedchinese.GB18030
	case 136:
		return traditionalchinese.Big5
	case 128:
		return japanese.ShiftJIS
	case 129:
		return korean.EUCKR
	case 161:
		return charmap.Windows1253
	case 204:
		return charmap.Windows1251
	case 238:
		return charmap.Windows1250
	}
	return nil
}

// encodingOfPage is the encoding of a code page of Windows.
func encodingOfPage(number int) encoding.Encoding {
	switch number {
	case 950:
		return traditionalchinese.Big5
	case 932:
		return japanese.ShiftJIS
	case 949:
		return korean.EUCKR
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1252, 437, 850:
		return charmap.Windows1252
	}
	return simplifiedchinese.GB18030
}
