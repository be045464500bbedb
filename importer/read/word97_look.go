package read

import "slices"

// word97Look holds the properties of characters that change how they are read.
type word97Look struct {
	struck, doubleStruck, hidden toggle
	deleted, raised, special     bool
	style                        int // of characters, 0 if there is none
}

// toggle is a property that modifiers turn on or off, or leave to the style.
type toggle uint8

const (
	toggleUnsaid   toggle = iota // as in the style
	toggleContrary               // the opposite of the style
	toggleOff
	toggleOn
)

// run returns the look for the text of a paragraph.
func (l *word97Look) run() runLook {
	return runLook{hidden: l.hidden == toggleOn, struck: l.struck == toggleOn || l.doubleStruck == toggleOn || l.deleted, raised: l.raised}
}

// runAt returns the number of the run at a position of the main stream, or of the one
// that follows it.
func runAt(runs []word97Run, at int) int {
	n, _ := slices.BinarySearchFunc(runs, at, func(r word97Run, at int) int {
		if r.to <= at {
			return -1
		}
		return 1
	})
	return n
}

// lookAt finds the look of the characters at a position of the main stream, and where it
// ends.
func (r *word97Reader) lookAt(at int, p *word97Piece) error {
	r.look, r.until = word97Look{}, len(r.main.bytes)
	if n := runAt(r.characters, at); n < len(r.characters) {
		c := &r.characters[n]
		if r.until = c.from; c.from <= at {
			r.until = c.to
			if err := r.look.change(c.changes); err != nil {
				return err
			}
		}
	}
	if err := r.look.change(r.pieceChanges(p)); err != nil {
		return err
	}
	r.fromStyles(at)
	return nil
}

// change applies modifiers to the look.
func (l *word97Look) change(list []byte) error {
	return eachChange(list, func(code int, v []byte) {
		switch code {
		case sprmCFStrike:
			l.struck.set(v[0])
		case sprmCFDStrike:
			l.doubleStruck.set(v[0])
		case sprmCFVanish:
			l.hidden.set(v[0])
		case sprmCFRMarkDel:
			l.deleted = v[0] != 0
		case sprmCFSpec:
			l.special = v[0] != 0
		case sprmCIss:
			l.raised = v[0] != 0
		case sprmCIstd:
			l.style = int(v[0]) | int(v[1])<<8
		case sprmCPlain:
			style, special := l.style, l.special
			*l = word97Look{style: style, special: special}
		}
	})
}

// set reads the operand of a toggle: off, on, as in the style, or the opposite.
func (t *toggle) set(operand byte) {
	switch operand {
	case 0:
		*t = toggleOff
	case 1:
		*t = toggleOn
	case 0x80:
		*t = toggleUnsaid
	case 0x81:
		*t = toggleContrary
	}
}

// fromStyles adds the look of the paragraph's and the character's styles.
func (r *word97Reader) fromStyles(at int) {
	paragraph := 0
	if n := runAt(r.paragraphs, at); n < len(r.paragraphs) {
		paragraph = r.paragraphs[n].style
		r.until = min(r.until, r.paragraphs[n].to)
	}
	a, b := r.styleLook(paragraph), word97Look{}
	if r.look.style != 0 {
		b = r.styleLook(r.look.style)
	}
	for _, t := range []struct {
		own  *toggle
		a, b toggle
	}{{&r.look.struck, a.struck, b.struck}, {&r.look.doubleStruck, a.doubleStruck, b.doubleStruck}, {&r.look.hidden, a.hidden, b.hidden}} {
		inherited := (t.a == toggleOn) != (t.b == toggleOn) // if both turn it on, it is off
		if *t.own == toggleUnsaid && inherited || *t.own == toggleContrary && !inherited {
			*t.own = toggleOn
		}
	}
}

// word97Style is a style of paragraphs or characters.
type word97Style struct {
	base int // number of the style that it is based on
	look word97Look
}

// noStyle is the number that stands for no style.
const noStyle = 0xFFF

// styleLook returns the look of a style and of the styles that it is based on.
func (d *word97) styleLook(number int) word97Look {
	var look word97Look
	const deepest = 20
	for range deepest {
		if number >= len(d.styles) {
			break
		}
		s := &d.styles[number]
		for _, t := range []struct{ to, from *toggle }{{&look.struck, &s.look.struck}, {&look.doubleStruck, &s.look.doubleStruck}, {&look.hidden, &s.look.hidden}} {
			if *t.to == toggleUnsaid {
				*t.to = *t.from
			}
		}
		number = s.base
	}
	return look
}

// readStyles reads the style sheet. Styles that cannot be read have no look.
func (d *word97) readStyles() {
	at, length := d.main.u32(word97StyleSheet), d.main.u32(word97StyleSheet+4)
	if length == 0 {
		return
	}
	sheet := word97Stream{bytes: d.table.cut(at, length)}
	header := sheet.u16(0)
	count, baseSize := sheet.u16(2), sheet.u16(4)
	at = 2 + header
	for range count {
		size := sheet.u16(at)
		style := word97Style{base: noStyle}
		if size > 0 {
			style.read(sheet.cut(at+2, size), baseSize)
		}
		if sheet.short {
			return
		}
		d.styles = append(d.styles, style)
		at += 2 + size
	}
}

// read reads a style.
func (s *word97Style) read(content []byte, baseSize int) {
	c := word97Stream{bytes: content}
	kind, base, lists := c.u16(2)&0xF, c.u16(2)>>4, c.u16(4)&0xF
	at := baseSize + 2 + 2*c.u16(baseSize) + 2 // after its name
	if c.short {
		return
	}
	s.base = base
	const paragraphStyle, characterStyle = 1, 2
	for n := range lists {
		size := c.u16(at)
		list := c.cut(at+2, size)
		if c.short {
			return
		}
		if kind == characterStyle && n == 0 || kind == paragraphStyle && n == 1 {
			if s.look.change(list) != nil {
				s.look = word97Look{}
			}
		}
		at += 2 + size + size%2
	}
}
