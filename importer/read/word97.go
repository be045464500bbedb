package read

import "encoding/binary"

// word97 reads a document of Word 97 to 2003, or of WPS, as it is printed. The
// format is described in [MS-DOC].
type word97 struct {
	main, table, data word97Stream
	pieces            []word97Piece
	changes           [][]byte // properties that pieces refer to by number
	paragraphs        []word97Run
	characters        []word97Run
	styles            []word97Style
	limits            *budget
	texts             *arena
}

// word97Stream is a stream of the file. Reading beyond its end gives zeros, which is
// checked at the end.
type word97Stream struct {
	bytes []byte
	short bool
}

func (s *word97Stream) cut(at, n int) []byte {
	if at < 0 || n < 0 || at > len(s.bytes)-n {
		s.short = true
		return make([]byte, min(max(n, 0), 8))
	}
	return s.bytes[at : at+n]
}

func (s *word97Stream) u16(at int) int { return int(binary.LittleEndian.Uint16(s.cut(at, 2))) }
func (s *word97Stream) u32(at int) int { return int(binary.LittleEndian.Uint32(s.cut(at, 4))) }

// Positions in the header of the main stream.
const (
	word97Flags      = 0x0A
	word97Lengths    = 0x4C // of the text, footnotes, headers, macros, comments, endnotes and text boxes
	word97StyleSheet = 0xA2 // each position in the table stream is followed by the length there
	word97ChpxTable  = 0xFA
	word97PapxTable  = 0x102
	word97PieceTable = 0x1A2
)

// readDOC reads a document of Word 97 to 2003.
func readDOC(in *input) ([]Sheet, error) {
	limits := in.opt.newDocumentBudget()
	d := &word97{limits: limits, texts: &arena{budget: limits}}
	if err := d.open(in); err != nil {
		return nil, err
	}
	length := d.main.u32(word97Lengths)
	blocks, err := d.read(0, length)
	if err != nil {
		return nil, err
	}
	before := length
	for _, n := range []int{1, 2, 4, 5} { // the parts between the text and the text boxes
		before += d.main.u32(word97Lengths + 4*n)
	}
	boxes, err := d.read(before, before+d.main.u32(word97Lengths+4*6))
	if err != nil {
		return nil, err
	}
	return readDocument(append(blocks, boxes...), limits)
}

// open reads everything but the text.
func (d *word97) open(in *input) (err error) {
	if d.main.bytes, err = readStream(in.streams["WordDocument"], len(in.content)); err != nil {
		return err
	}
	const word97Magic, firstVersion = 0xA5EC, 0xC1
	if d.main.u16(0) != word97Magic || d.main.u16(2) < firstVersion {
		return &ReadError{Kind: LegacyDoc, Format: "doc95"}
	}
	flags := d.main.u16(word97Flags)
	if flags&0x0100 != 0 {
		return &ReadError{Kind: Encrypted, Format: "doc"}
	}
	name := "0Table"
	if flags&0x0200 != 0 {
		name = "1Table"
	}
	if in.streams[name] == nil {
		return &ReadError{Kind: Damaged, Reason: ReasonMissingPart, Part: name}
	}
	if d.table.bytes, err = readStream(in.streams[name], len(in.content)); err != nil {
		return err
	}
	if s := in.streams["Data"]; s != nil {
		if d.data.bytes, err = readStream(s, len(in.content)); err != nil {
			return err
		}
	}
	if err := d.readPieces(); err != nil {
		return err
	}
	if d.paragraphs, err = d.readRuns(word97PapxTable, d.readPapxPage); err != nil {
		return err
	}
	if d.characters, err = d.readRuns(word97ChpxTable, d.readChpxPage); err != nil {
		return err
	}
	d.readStyles()
	if d.main.short || d.table.short {
		return &ReadError{Kind: Truncated}
	}
	return nil
}

// word97Piece is a part of the text, with its position and encoding in the file.
type word97Piece struct {
	from, to int // characters of the text
	at       int // in the main stream
	wide     bool
	change   int // further properties that apply to it
}

// readPieces reads the table of the pieces that make up the text. In a file that was
// saved fast they are in the order in which they were written.
func (d *word97) readPieces() error {
	at, length := d.main.u32(word97PieceTable), d.main.u32(word97PieceTable+4)
	end := at + length
	for at < end && d.table.cut(at, 1)[0] == 1 {
		n := d.table.u16(at + 1)
		d.changes = append(d.changes, d.table.cut(at+3, n))
		at += 3 + n
	}
	if at+5 > end || d.table.cut(at, 1)[0] != 2 {
		return damaged(ReasonMalformed)
	}
	n := (d.table.u32(at+1) - 4) / 12
	at += 5
	if n < 1 || at+n*12+4 > end {
		return damaged(ReasonMalformed)
	}
	if n > maxDocument {
		return tooLarge(ReasonParts)
	}
	places := at + 4*(n+1)
	for i := range n {
		p := word97Piece{from: d.table.u32(at + 4*i), to: d.table.u32(at + 4*i + 4), change: d.table.u16(places + 8*i + 6)}
		place := d.table.u32(places + 8*i + 2)
		if p.wide = place&(1<<30) == 0; p.wide {
			p.at = place &^ (3 << 30)
		} else {
			p.at = place &^ (3 << 30) / 2
		}
		if p.to < p.from || i > 0 && p.from != d.pieces[i-1].to || i == 0 && p.from != 0 {
			return damaged(ReasonMalformed)
		}
		d.pieces = append(d.pieces, p)
	}
	return nil
}

// word97Run has the properties of a part of the main stream.
type word97Run struct {
	from, to int
	style    int
	changes  []byte // differences from the style
}

const word97Page = 512 // bytes of a page with properties

// readRuns reads a table of pages with properties.
func (d *word97) readRuns(header int, page func(at int) []word97Run) ([]word97Run, error) {
	at, length := d.main.u32(header), d.main.u32(header+4)
	n := (length - 4) / 8
	if n < 0 || n > len(d.main.bytes)/word97Page {
		return nil, damaged(ReasonMalformed)
	}
	var runs []word97Run
	last := 0
	for i := range n {
		number := d.table.u32(at+4*(n+1)+4*i) & 0x3FFFFF
		for _, r := range page(number * word97Page) {
			if r.from < last || r.to < r.from {
				return nil, damaged(ReasonMalformed)
			}
			last = r.to
			if runs = append(runs, r); len(runs) > maxDocument {
				return nil, tooLarge(ReasonParts)
			}
		}
	}
	return runs, nil
}

// readPapxPage reads a page with properties of paragraphs.
func (d *word97) readPapxPage(at int) []word97Run {
	page := word97Stream{bytes: d.main.cut(at, word97Page)}
	if len(page.bytes) < word97Page {
		return nil
	}
	n := int(page.bytes[word97Page-1])
	runs := make([]word97Run, n)
	for i := range runs {
		r := &runs[i]
		r.from, r.to = page.u32(4*i), page.u32(4*i+4)
		where := 2 * int(page.cut(4*(n+1)+13*i, 1)[0])
		if where == 0 {
			continue
		}
		size := 2*int(page.cut(where, 1)[0]) - 1
		if where++; size < 0 {
			size = 2 * int(page.cut(where, 1)[0])
			where++
		}
		if size >= 2 {
			r.style = page.u16(where)
			r.changes = page.cut(where+2, size-2)
		}
	}
	d.main.short = d.main.short || page.short
	return runs
}

// readChpxPage reads a page with properties of characters.
func (d *word97) readChpxPage(at int) []word97Run {
	page := word97Stream{bytes: d.main.cut(at, word97Page)}
	if len(page.bytes) < word97Page {
		return nil
	}
	n := int(page.bytes[word97Page-1])
	runs := make([]word97Run, n)
	for i := range runs {
		r := &runs[i]
		r.from, r.to = page.u32(4*i), page.u32(4*i+4)
		if where := 2 * int(page.cut(4*(n+1)+i, 1)[0]); where > 0 {
			r.changes = page.cut(where+1, int(page.cut(where, 1)[0]))
		}
	}
	d.main.short = d.main.short || page.short
	return runs
}
