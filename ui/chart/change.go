package chart

import (
	"image/color"
	"math"

	"nianbao/ui/palette"
	"nianbao/ui/words"
)

// Change is the step from one year's number to the next one's.
type Change struct {
	From, To Value
	Percent  bool // both are fractions of 1: the difference is in percentage points
	Decimals int
}

// smallBase is the number below which a percentage of change is meaningless.
const smallBase = 10

// Known reports whether both numbers are known.
func (c Change) Known() bool { return c.From.Known && c.To.Known }

// Difference is To minus From; 0 unless both are known.
func (c Change) Difference() float64 {
	if !c.Known() {
		return 0
	}
	return c.To.Number - c.From.Number
}

// Say writes the change as text: “▲ 49 件（+233.3%）”, for a rate “▼ 2.1 个百分点”, or “持平”. If the number
// it starts from is 0 or very small, Say gives the absolute change only. The text is "" unless both
// are known.
func (c Change) Say(unit string, l words.Language) string {
	difference := c.Difference()
	switch {
	case !c.Known():
		return ""
	case math.Abs(difference) < 1e-9:
		return l.Say(words.ChangeNone)
	case c.Percent:
		return arrow(difference) + l.Say(words.ChangePoints, Comma(math.Abs(difference)*100, 1))
	}
	amount := arrow(difference) + withUnit(Comma(math.Abs(difference), max(c.Decimals, decimals(difference))), unit)
	switch base := c.From.Number; {
	case base == 0:
		return amount + l.Say(words.ChangeAside, l.Say(words.ChangeFromZero))
	case math.Abs(base) < smallBase:
		return amount
	default:
		return amount + l.Say(words.ChangeAside, signed(difference/math.Abs(base)*100)+"%")
	}
}

// tone is blue for a fall, orange for a rise and grey otherwise.
func (c Change) tone(p palette.Palette) color.NRGBA {
	switch d := c.Difference(); {
	case d > 1e-9:
		return p.Rise
	case d < -1e-9:
		return p.Fall
	default:
		return p.Muted
	}
}

func arrow(difference float64) string {
	if difference < 0 {
		return "▼ "
	}
	return "▲ "
}

// signed writes a number with one decimal and its sign.
func signed(number float64) string {
	text := Comma(number, 1)
	if number > 0 {
		return "+" + text
	}
	return text
}

func withUnit(text, unit string) string {
	if unit == "" {
		return text
	}
	return text + " " + unit
}
