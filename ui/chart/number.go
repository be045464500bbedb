package chart

import (
	"math"
	"strconv"
	"strings"
)

// NumberStyle says how numbers of a chart are written.
type NumberStyle struct {
	Decimals int
	Percent  bool // numbers are fractions of 1, written as percentages
}

// Format writes a number with thousands commas and a true minus sign, as “2,390” or “−87.5%”.
func (s NumberStyle) Format(number float64) string {
	if s.Percent {
		return Comma(number*100, s.Decimals) + "%"
	}
	return Comma(number, s.Decimals)
}

// Comma writes a number with thousands commas and a fixed number of decimals. A half is rounded
// away from zero, as statistics and spreadsheets do: 81.25 is 81.3.
func Comma(number float64, decimals int) string {
	size := math.Abs(number)
	if scale := math.Pow10(decimals); size < 1e12 {
		size = math.Floor(size*scale+0.5+1e-9) / scale // a decimal half is often a little less in binary
	}
	text := strconv.FormatFloat(size, 'f', decimals, 64)
	whole, rest, hasRest := strings.Cut(text, ".")
	var b strings.Builder
	if number < 0 && strings.Trim(text, "0.") != "" {
		b.WriteRune('−')
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if hasRest {
		b.WriteString("." + rest)
	}
	return b.String()
}

// short writes a known number exactly, without a unit.
func (s NumberStyle) short(v Value) string {
	if v.Text != "" {
		return v.Text
	}
	if !s.Percent && s.Decimals == 0 && v.Number != math.Trunc(v.Number) {
		return Comma(v.Number, decimals(v.Number))
	}
	return s.Format(v.Number)
}

// decimals is the number of decimals that write a number exactly, at most six.
func decimals(number float64) int {
	for n := range 6 {
		if scaled := number * math.Pow10(n); math.Abs(scaled-math.Round(scaled)) < 1e-6 {
			return n
		}
	}
	return 6
}
