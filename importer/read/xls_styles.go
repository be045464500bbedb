package read

import (
	"encoding/binary"
	"unicode/utf16"
)

// readFormat reads the code of a number format.
func (w *xlsReader) readFormat(f *biffFields) {
	id := f.u16()
	length := 0
	if w.version == biffVersion8 {
		length = f.u16()
	} else {
		length = f.u8()
	}
	if f.err() != nil || len(w.formats) >= maxStyles {
		return
	}
	if w.formats == nil {
		w.formats = map[int]cellStyle{}
	}
	w.formats[id] = formatStyle(w.shortText(f, length))
}

// readStyle reads the font and the number format of the next cell style.
func (w *xlsReader) readStyle(f *biffFields) {
	style := xlsStyle{font: f.u16(), format: f.u16()}
	if w.version == biffVersion8 && len(f.data) >= 16 {
		switch pattern, shade := f.data[13]>>2, binary.LittleEndian.Uint16(f.data[14:]); pattern {
		case 0:
		case 1:
			style.background = indexColour(int(shade & 0x7F))
		default:
			style.background = strange
		}
	} else {
		style.background = strange
	}
	if f.err() == nil && len(w.declared) < maxStyles {
		w.declared = append(w.declared, style)
	}
}

// resolveStyles works out the effect of the cell styles.
func (w *xlsReader) resolveStyles() {
	w.styles = make([]*cellStyle, len(w.declared))
	for i, d := range w.declared {
		style, own := w.formats[d.format]
		if !own {
			style = builtInFormat(d.format)
		}
		style.struck = w.font(d.font).struck
		style.unseen = style.unseen || w.ink(d.font).isLost(d.background)
		if !style.isPlain() {
			w.styles[i] = &style
		}
	}
}

// putRichLabel puts the text of an RSTRING record, which is followed by its
// runs. In version 5 their positions count bytes.
func (g *xlsGrid) putRichLabel(row, col int, data []byte, b *biffScanner) error {
	t := biffText{pieces: b.continued(data)}
	n := t.u16()
	var units []uint16
	var runs []byte
	if g.version == biffVersion8 {
		wide := t.u8()&1 != 0
		t.letters(n, wide)
		units, runs = t.units, t.rest()
		runs = runs[min(2, len(runs)):]
	} else if t.err == nil {
		letters := t.bytes(n)
		if t.err != nil {
			return t.err
		}
		units = g.decoded(letters)
		stored := t.rest()
		for stored = stored[min(1, len(stored)):]; len(stored) >= 2; stored = stored[2:] {
			start := len(g.decoded(letters[:min(int(stored[0]), n)]))
			runs = binary.LittleEndian.AppendUint16(runs, uint16(start))
			runs = append(runs, stored[1], 0)
		}
	}
	if t.err != nil {
		return t.err
	}
	if err := g.readRuns(units, runs); err != nil {
		return err
	}
	text, err := g.texts.keep(g.rich.text)
	if err != nil {
		return err
	}
	rich, err := g.rich.cell(text, g.texts)
	if err != nil {
		return err
	}
	return g.put(row, col, Cell{Text: text}, rich)
}

// decoded decodes text of version 5 to UTF-16.
func (w *xlsReader) decoded(letters []byte) []uint16 {
	text, err := w.codePage.NewDecoder().String(string(letters))
	if err != nil {
		return nil
	}
	return utf16.Encode([]rune(text))
}
