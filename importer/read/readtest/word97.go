package readtest

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// Word97Style says how a program writes documents of Word 97.
type Word97Style struct {
	Pieces bool // saved fast: the text is in pieces that are out of order, ASCII in one byte a letter
	Merged bool // a cell over several columns is a row of merged cells, not a wide one
	First2 bool // the first of merged cells has the value 2, the others 1
	Apart  bool // long lists of properties are in the data stream
}

// Word97Text is a document of Word 97 before it is written.
type Word97Text struct {
	text       []uint16
	paragraphs []word97Part
	characters []word97Part
	Styles     [][]byte // modifiers of characters, by number
	boxes      int      // letters at the end that belong to text boxes
}

// word97Part is a part of the text up to a letter, with its properties.
type word97Part struct {
	end     int
	changes []byte
}

// Paragraph adds a paragraph that ends with a mark and has these properties.
func (w *Word97Text) Paragraph(text string, mark uint16, changes []byte) {
	w.Run(text, nil)
	w.text = append(w.text, mark)
	w.characters = append(w.characters, word97Part{len(w.text), nil})
	w.paragraphs = append(w.paragraphs, word97Part{len(w.text), changes})
}

// Run adds letters with properties of their own to the next paragraph.
func (w *Word97Text) Run(text string, changes []byte) {
	if text == "" {
		return
	}
	for _, u := range utf16.Encode([]rune(text)) {
		if u == '\n' {
			u = 0x0B
		}
		w.text = append(w.text, u)
	}
	w.characters = append(w.characters, word97Part{len(w.text), changes})
}

// Boxes says that the text from here on is in text boxes.
func (w *Word97Text) Boxes() { w.boxes = len(w.text) }

// Change is a modifier of a property.
func Change(code uint16, operand ...byte) []byte {
	return append(binary.LittleEndian.AppendUint16(nil, code), operand...)
}

// Row is the definition of a row with these edges and flags of its cells.
func Row(edges []int, flags []uint16) []byte {
	const cellSize = 20
	operand := []byte{byte(len(flags))}
	for _, e := range edges {
		operand = binary.LittleEndian.AppendUint16(operand, uint16(int16(e)))
	}
	for _, f := range flags {
		cell := make([]byte, cellSize)
		binary.LittleEndian.PutUint16(cell, f)
		operand = append(operand, cell...)
	}
	return Change(0xD608, append(binary.LittleEndian.AppendUint16(nil, uint16(len(operand)+1)), operand...)...)
}

// The properties of paragraphs in tables.
var (
	InTable = append(Change(0x2416, 1), Change(0x6649, 1, 0, 0, 0)...)
	RowEnd  = append(slices.Clone(InTable), Change(0x2417, 1)...)
)

// Word97Of writes blocks as a document of Word 97.
func Word97Of(blocks []Block, style Word97Style) []byte {
	var w Word97Text
	for _, block := range blocks {
		if block.Rows == nil {
			w.Paragraph(block.Text, 0x0D, nil)
			continue
		}
		for _, r := range block.Rows {
			w.row(r, style)
		}
	}
	return w.File(style)
}

func (w *Word97Text) row(r TableRow, style Word97Style) {
	const width = 600
	edges, flags := []int{-108}, []uint16(nil)
	first, others := uint16(1), uint16(2)
	if style.First2 {
		first, others = 2, 1
	}
	for _, c := range r {
		w.Paragraph(c.Text, 0x07, InTable)
		n, span := 1, c.Columns
		if style.Merged {
			n, span = c.Columns, 1
		}
		for i := range n {
			flag := uint16(0)
			switch {
			case c.Above:
				flag |= 0x20
			case c.Rows > 1:
				flag |= 0x60
			}
			switch {
			case i > 0:
				flag |= others
				w.Paragraph("", 0x07, InTable)
			case n > 1:
				flag |= first
			}
			flags = append(flags, flag)
			edges = append(edges, edges[len(edges)-1]+span*width)
		}
	}
	w.Paragraph("", 0x07, append(slices.Clone(RowEnd), Row(edges, flags)...))
}

const word97TextStart = 2048

// File writes the document.
func (w *Word97Text) File(style Word97Style) []byte {
	le := binary.LittleEndian
	f := word97File{main: make([]byte, word97TextStart), table: make([]byte, 16), apart: style.Apart}
	var clx []byte
	pieces := w.pieces(style)
	for i, p := range pieces {
		pieces[i].at = len(f.main)
		f.main = append(f.main, p.content...)
	}
	f.pad()
	papx := f.pages(w.paragraphs, pieces, true)
	chpx := f.pages(w.characters, pieces, false)
	slices.SortFunc(pieces, func(a, b word97Piece) int { return a.from - b.from })
	for i := range pieces {
		clx = le.AppendUint32(clx, uint32(pieces[i].from))
	}
	clx = le.AppendUint32(clx, uint32(len(w.text)))
	for _, p := range pieces {
		at := uint32(p.at)
		if p.narrow {
			at = 2*at | 1<<30
		}
		clx = append(le.AppendUint32(append(clx, 0, 0), at), 0, 0)
	}
	clx = append(append([]byte{2}, le.AppendUint32(nil, uint32(len(clx)))...), clx...)
	styles := binary.LittleEndian.AppendUint16([]byte{18, 0}, uint16(len(w.Styles)))
	styles = append(append(styles, 10, 0), make([]byte, 14)...)
	for _, changes := range w.Styles {
		style := append(append([]byte{0, 0, 0xF2, 0xFF, 1, 0, 0, 0, 0, 0}, 1, 0, 'x', 0, 0, 0), byte(len(changes)), 0) // of characters, based on none
		style = append(style, changes...)
		if len(style)%2 == 1 {
			style = append(style, 0)
		}
		styles = append(append(styles, byte(len(style)), 0), style...)
	}
	length := len(w.text)
	if w.boxes > 0 {
		length = w.boxes
	}
	for at, v := range map[int]uint16{0: 0xA5EC, 2: 0xC1, 0x0A: 0x1200, 0x20: 14, 0x3E: 22, 0x98: 93} {
		le.PutUint16(f.main[at:], v)
	}
	for at, v := range map[int]int{0x18: word97TextStart, 0x1C: len(f.main), 0x4C: length, 0x64: len(w.text) - length} {
		le.PutUint32(f.main[at:], uint32(v))
	}
	for at, list := range map[int][]byte{0xA2: styles, 0x102: papx, 0xFA: chpx, 0x1A2: clx} {
		le.PutUint32(f.main[at:], uint32(len(f.table)))
		le.PutUint32(f.main[at+4:], uint32(len(list)))
		f.table = append(f.table, list...)
	}
	streams := []Stream{{"WordDocument", f.main}, {"1Table", f.table}}
	if len(f.data) > 0 {
		streams = append(streams, Stream{"Data", f.data})
	}
	return Compound(streams...)
}

// word97Piece is a piece of the text as it is stored.
type word97Piece struct {
	from, to, at int
	narrow       bool
	content      []byte
}

// pieces cuts the text up, in the order in which the pieces are stored.
func (w *Word97Text) pieces(style Word97Style) []word97Piece {
	size := len(w.text)
	if style.Pieces {
		size = 37
	}
	var list []word97Piece
	for from := 0; from < len(w.text); from += size {
		p := word97Piece{from: from, to: min(from+size, len(w.text))}
		p.narrow = style.Pieces && !slices.ContainsFunc(w.text[p.from:p.to], func(u uint16) bool { return u >= 0x80 })
		for _, u := range w.text[p.from:p.to] {
			if p.content = append(p.content, byte(u)); !p.narrow {
				p.content = append(p.content, byte(u>>8))
			}
		}
		list = append(list, p)
	}
	slices.Reverse(list)
	return list
}
