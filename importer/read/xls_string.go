package read

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// biffText reads text that may continue in CONTINUE records. Each part of a
// split string starts with a byte that says how its characters are stored.
type biffText struct {
	pieces [][]byte
	units  []uint16
	err    error
}

// bytes returns n bytes, which may be split across records.
func (t *biffText) bytes(n int) []byte {
	var out []byte
	for {
		if len(t.pieces) == 0 {
			t.err = damaged(ReasonMalformed)
			return make([]byte, 8)
		}
		p := t.pieces[0]
		if len(p) >= n-len(out) {
			t.pieces[0] = p[n-len(out):]
			if out == nil {
				return p[:n]
			}
			return append(out, p[:n-len(out)]...)
		}
		out = append(out, p...)
		t.pieces = t.pieces[1:]
	}
}

// skip skips n bytes.
func (t *biffText) skip(n int) {
	for n > 0 && len(t.pieces) > 0 {
		k := min(n, len(t.pieces[0]))
		t.pieces[0] = t.pieces[0][k:]
		if n -= k; n > 0 {
			t.pieces = t.pieces[1:]
		}
	}
	if n > 0 {
		t.err = damaged(ReasonMalformed)
	}
}

// rest returns the unread bytes.
func (t *biffText) rest() []byte { return bytes.Join(t.pieces, nil) }

func (t *biffText) u8() int  { return int(t.bytes(1)[0]) }
func (t *biffText) u16() int { return int(binary.LittleEndian.Uint16(t.bytes(2))) }
func (t *biffText) u32() int { return int(binary.LittleEndian.Uint32(t.bytes(4))) }

// letters reads n characters, of one or two bytes each, into units.
func (t *biffText) letters(n int, wide bool) {
	t.units = t.units[:0]
	for t.err == nil && len(t.units) < n {
		if len(t.pieces) == 0 {
			t.err = damaged(ReasonMalformed)
			return
		}
		p := t.pieces[0]
		for len(t.units) < n {
			if wide && len(p) >= 2 {
				t.units = append(t.units, binary.LittleEndian.Uint16(p))
				p = p[2:]
			} else if !wide && len(p) >= 1 {
				t.units = append(t.units, uint16(p[0]))
				p = p[1:]
			} else {
				break
			}
		}
		t.pieces[0] = p
		if len(t.units) == n {
			return
		}
		if t.pieces = t.pieces[1:]; len(p) > 0 { // half a character
			t.err = damaged(ReasonMalformed)
			return
		}
		if len(t.pieces) > 0 {
			wide = t.u8()&1 != 0
		}
	}
}

// rich reads a formatted string of the shared table: its characters, and the positions
// where the font changes. The phonetic data of East Asian versions is skipped.
func (t *biffText) rich() (runs []byte) {
	n := t.u16()
	flags := t.u8()
	runCount, extra := 0, 0
	if flags&8 != 0 {
		runCount = t.u16()
	}
	if flags&4 != 0 {
		extra = t.u32()
	}
	t.letters(n, flags&1 != 0)
	if t.err == nil && runCount > 0 {
		runs = t.bytes(4 * runCount)
	}
	if t.err == nil {
		t.skip(extra)
	}
	return runs
}

// appendUnits appends UTF-16 as UTF-8; unpaired surrogates become U+FFFD.
func appendUnits(to []byte, units []uint16) []byte {
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			next := rune(0)
			if i+1 < len(units) {
				next = rune(units[i+1])
			}
			if r = utf16.DecodeRune(r, next); r != utf8.RuneError {
				i++
			}
		}
		to = utf8.AppendRune(to, r)
	}
	return to
}

// readRuns adds a text with font changes to rich. Each run is a start position and a
// font.
func (w *xlsReader) readRuns(units []uint16, runs []byte) error {
	w.rich.reset()
	if len(runs) == 0 {
		w.rich.text = appendUnits(w.rich.text, units)
		return nil
	}
	at, font := 0, runFont{}
	add := func(end int) error {
		end = min(max(end, at), len(units))
		if end == at {
			return nil
		}
		w.scratch = appendUnits(w.scratch[:0], units[at:end])
		at = end
		return w.rich.add(w.scratch, font)
	}
	for ; len(runs) >= 4; runs = runs[4:] {
		if err := add(int(binary.LittleEndian.Uint16(runs))); err != nil {
			return err
		}
		font = w.font(int(binary.LittleEndian.Uint16(runs[2:])))
	}
	return add(len(units))
}

// ink returns the colour of a font by its number.
func (w *xlsReader) ink(number int) colour {
	if number > 4 {
		number--
	}
	if number >= len(w.inks) {
		return 0
	}
	return w.inks[number]
}

// font returns a font by its number. There is no font number 4.
func (w *xlsReader) font(number int) runFont {
	if number > 4 {
		number--
	}
	if number >= len(w.fonts) {
		return runFont{own: true}
	}
	return w.fonts[number]
}
