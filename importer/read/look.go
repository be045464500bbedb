package read

import (
	"math"
	"strings"

	"nianbao/data/form"
)

// Look is the appearance of a cell if that changes its meaning: part of its text is
// struck out, or its number format shows another unit or size than the stored number has.
type Look struct {
	raw   string // the whole text if part of it is struck out or vague, else ""
	doubt bool   // it is uncertain which part of raw is the value
	vague Vagueness

	prefix, suffix string // shown before and after a number
	power          int    // the number is shown divided by ten to this power
	implied        bool   // the suffix is not shown; it is a word for the power
}

// Vagueness is the reason why the content of a printed cell is uncertain.
type Vagueness uint8

// The kinds of vagueness.
const (
	Clear       Vagueness = iota
	Spaced                // its column follows from gaps in the text, because there are no ruling lines
	RunTogether           // digits on a ruling line, or two numbers that may have run together
)

// Vagueness returns why the content of a printed cell is uncertain, if it is.
func (c *Cell) Vagueness() Vagueness {
	if c.Look == nil {
		return Clear
	}
	return c.Look.vague
}

// Raw returns the whole text of a cell: struck-out text follows the rest in brackets, and
// a number has the size and the unit that its format shows. Read again, it gives the same
// value.
func (c *Cell) Raw() string {
	switch l := c.Look; {
	case l == nil:
		return c.Text
	case l.raw != "":
		return l.raw
	default:
		return l.prefix + shifted(c.Text, l.power) + l.suffix
	}
}

// omission is the reason why a text in a file is not part of a cell's text.
type omission uint8

const (
	notOmitted omission = iota
	struckOut           // crossed out, or deleted with change tracking
	notShown            // hidden
)

// HiddenMark precedes the text in Cell.Raw that nobody sees.
const HiddenMark = "隐藏："

func (o omission) word() string {
	if o == struckOut {
		return "划去："
	}
	return HiddenMark
}

const omissionMark = "；" // between parts that are left out for different reasons

// omitted collects the parts of a cell that are left out of its text.
type omitted struct {
	text []byte
	last omission
}

func (o *omitted) add(why omission, text []byte) {
	if IsBlank(string(text)) {
		return
	}
	if why != o.last {
		if o.last != notOmitted {
			o.text = append(o.text, omissionMark...)
		}
		o.text = append(o.text, why.word()...)
		o.last = why
	}
	o.text = append(o.text, text...)
}

func (o *omitted) reset() { o.text, o.last = o.text[:0], notOmitted }

// look returns the Look of a cell with this text, nil if nothing was left out of it.
func (o *omitted) look(text string) *Look {
	if o.last == notOmitted {
		return nil
	}
	return leftOut(text, string(o.text))
}

// leftOut returns the Look of a cell with this text, from which something was left out.
func leftOut(text, left string) *Look { return &Look{raw: text + "〔" + left + "〕"} }

// struck returns a cell with nothing but a Look if its style strikes out all of it. The
// text of a blank cell stays, because there is nothing to see.
func (c Cell) struck() Cell {
	if IsBlank(c.Raw()) {
		return c
	}
	var all omitted
	all.add(struckOut, []byte(c.Raw()))
	return Cell{Look: all.look("")}
}

// number reads a stored number that a format shows in another unit or size. Money is
// converted if the displayed and the stored number fit together. Anything else is in
// doubt.
func (l *Look) number(c Cell, col *form.Column, heading string) Value {
	v := storedNumber(c.Text)
	doubt := Value{Status: form.StatusText, Doubt: true}
	switch {
	case !v.Status.HasValue():
		return v
	case l.prefix != "":
		return doubt
	case l.power == 0:
		if v = notedNumber(v.Value, Tidy(l.suffix), col); !v.Status.HasValue() {
			return doubt
		}
		return v
	}
	unit, note, ok := unitAndNote(Tidy(l.suffix))
	if unit == "" {
		unit = MoneyUnit(note)
	}
	if heading == "" {
		heading = col.Unit
	}
	worth := YuanPerUnit(unit)
	if l.implied {
		worth = YuanPerUnit(heading)
	}
	if !ok || !col.Money || float64(worth) != math.Pow10(l.power) {
		return doubt
	}
	v = v.converted("元", col.Unit)
	if v.Unit = unit; l.implied {
		v.Unit = heading
	}
	return v
}

// powerWord names a power of ten by which a format divides.
func powerWord(power int) string {
	switch power {
	case 3:
		return "千"
	case 4:
		return "万"
	case 6:
		return "百万"
	case 8:
		return "亿"
	}
	return "×10^" + string(appendNumber(nil, float64(power)))
}

// shifted moves the decimal point of plain digits to the left.
func shifted(number string, places int) string {
	sign := ""
	if rest, negative := strings.CutPrefix(number, "-"); negative {
		sign, number = "-", rest
	}
	whole, fraction, _ := strings.Cut(number, ".")
	if places == 0 || strings.Trim(whole+fraction, "0123456789") != "" {
		return sign + number
	}
	for ; places > 0; places-- {
		if whole == "" {
			whole = "0"
		}
		fraction = whole[len(whole)-1:] + fraction
		whole = whole[:len(whole)-1]
	}
	for ; places < 0; places++ {
		if fraction == "" {
			fraction = "0"
		}
		whole += fraction[:1]
		fraction = fraction[1:]
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction == "" {
		return sign + whole
	}
	return sign + whole + "." + fraction
}
