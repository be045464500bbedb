package read

import (
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The control characters in the text.
const (
	wordCellMark    = 0x07
	wordTab         = 0x09
	wordLineBreak   = 0x0B
	wordPageBreak   = 0x0C
	wordParagraph   = 0x0D
	wordFieldBegin  = 0x13
	wordFieldResult = 0x14
	wordFieldEnd    = 0x15
	wordHyphen      = 0x1E
)

// word97Reader reads a range of the text.
type word97Reader struct {
	*word97
	flow   *docFlow
	text   paragraphText
	fields []bool // for each open field, whether its result has begun
	high   rune   // first half of a character outside the basic plane, 0 if there is none
	look   word97Look
	until  int // position in the main stream where the look ends
}

// read reads the text between two characters.
func (d *word97) read(from, to int) ([]block, error) {
	if from >= to {
		return nil, nil
	}
	if last := d.pieces[len(d.pieces)-1].to; to > last {
		return nil, &ReadError{Kind: Truncated}
	}
	r := word97Reader{word97: d, flow: newDocFlow(d.limits)}
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.to > from && p.from < to {
			if err := r.readPiece(p, max(p.from, from), min(p.to, to)); err != nil {
				return nil, err
			}
		}
	}
	if !r.text.isEmpty() {
		if err := r.endParagraph(0); err != nil {
			return nil, err
		}
	}
	return r.flow.finish()
}

func (r *word97Reader) readPiece(p *word97Piece, from, to int) error {
	size := 1
	if p.wide {
		size = 2
	}
	at := p.at + size*(from-p.from)
	text := r.main.cut(at, size*(to-from))
	if r.main.short {
		return &ReadError{Kind: Truncated}
	}
	r.until = 0
	for ; len(text) > 0; text = text[size:] {
		c := rune(text[0])
		switch {
		case p.wide:
			c |= rune(text[1]) << 8
		case c >= utf8.RuneSelf:
			c = charmap.Windows1252.DecodeByte(text[0])
		}
		if at >= r.until {
			if err := r.lookAt(at, p); err != nil {
				return err
			}
		}
		if err := r.take(c, at, p); err != nil {
			return err
		}
		at += size
	}
	return nil
}

// take takes one character.
func (r *word97Reader) take(c rune, at int, p *word97Piece) error {
	switch c {
	case wordParagraph, wordCellMark, wordPageBreak:
		return r.mark(c, at, p)
	case wordFieldBegin:
		r.fields = append(r.fields, false)
	case wordFieldResult:
		if n := len(r.fields); n > 0 {
			r.fields[n-1] = true
		}
	case wordFieldEnd:
		if n := len(r.fields); n > 0 {
			r.fields = r.fields[:n-1]
		}
	case wordTab:
		return r.add("\t")
	case wordLineBreak:
		return r.add("\n")
	case wordHyphen:
		return r.add("-")
	default:
		return r.letter(c)
	}
	return nil
}

// letter adds a letter. Other control characters stand for pictures, notes and the like.
func (r *word97Reader) letter(c rune) error {
	high := r.high
	r.high = 0
	switch {
	case c < ' ' || c == '(' && r.look.special:
	case utf16.IsSurrogate(c) && c < 0xDC00:
		r.high = c
	case utf16.IsSurrogate(c):
		return r.add(string(utf16.DecodeRune(high, c)))
	default:
		return r.add(string(c))
	}
	return nil
}

// add adds text that is shown.
func (r *word97Reader) add(text string) error {
	for _, hasResult := range r.fields {
		if !hasResult {
			return nil
		}
	}
	return r.text.add(text, r.look.run())
}

// mark handles the mark at the end of a paragraph, a cell or a row.
func (r *word97Reader) mark(c rune, at int, piece *word97Piece) error {
	p, err := r.paragraphAt(at, piece)
	if err != nil {
		return err
	}
	level := p.level()
	switch {
	case c == wordPageBreak: // it also ends a section
		if r.text.isEmpty() {
			return nil
		}
		return r.endParagraph(level)
	case c == wordCellMark && level > 0 && p.endsRow:
		return r.endRow(1, &p.row)
	case c == wordCellMark && level > 0:
		return r.endCell(1)
	case c == wordParagraph && level > 1 && p.endsInnerR:
		return r.endRow(level, &p.row)
	case c == wordParagraph && level > 1 && p.endsInnerCell:
		return r.endCell(level)
	}
	return r.endParagraph(level)
}

func (r *word97Reader) endParagraph(level int) error {
	paragraph, err := r.text.take(r.texts)
	if err != nil {
		return err
	}
	return r.flow.paragraph(level, paragraph)
}

func (r *word97Reader) endCell(level int) error {
	if err := r.endParagraph(level); err != nil {
		return err
	}
	return r.flow.endCell(level)
}

func (r *word97Reader) endRow(level int, row *word97Row) error {
	r.text.reset()
	return r.flow.endRow(level, row.shape())
}
