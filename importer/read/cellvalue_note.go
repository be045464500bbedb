package read

import (
	"math/bits"
	"strings"

	"nianbao/data/form"
)

// moreUnits may follow a count like a unit for which IsCountUnit holds, but are too rare or
// too ambiguous to stand for one in a heading.
const moreUnits = " 篇 户 家 人 人次 * # ※ "

// notedNumber reads a number followed by a unit, an explanation in brackets, or
// both. Anything else leaves the number in doubt.
func notedNumber(n form.Number, rest string, col *form.Column) Value {
	unit, note, ok := unitAndNote(rest)
	if !ok {
		return Value{Status: form.StatusText}
	}
	v := Value{Status: form.StatusNoted, Value: n}
	if unit == "" {
		unit = MoneyUnit(note)
	}
	switch {
	case unit == "":
		return v
	case col.Money && YuanPerUnit(unit) > 0:
		return v.converted(unit, col.Unit)
	case col.Money || !IsCountUnit(unit) && !strings.Contains(moreUnits, " "+unit+" "):
		return Value{Status: form.StatusText}
	}
	return v
}

// unitAndNote splits the text after a number. Digits may occur only inside
// brackets; outside they may belong to the number.
func unitAndNote(rest string) (unit, note string, ok bool) {
	rest = strings.Trim(rest, "。.,、;: \n")
	open := strings.IndexAny(rest, "([【〔")
	if open < 0 {
		open = len(rest)
	}
	unit, note = rest[:open], rest[open:]
	if strings.ContainsAny(unit, "0123456789") || note != "" && !endsWithBracket(note) {
		return "", "", false
	}
	return strings.Join(strings.Fields(unit), ""), note, true
}

func endsWithBracket(s string) bool {
	for _, closing := range []string{")", "]", "】", "〕"} {
		if strings.HasSuffix(s, closing) {
			return true
		}
	}
	return false
}

// MoneyUnit returns the unit of money if a note in brackets is nothing else, as
// in “（元）” and “（单位：万元）”, and "" for any other note.
func MoneyUnit(note string) string {
	inner := strings.NewReplacer("单位", "", "人民币", "").Replace(strings.Trim(note, "()[]【】〔〕:： "))
	if unit := strings.Trim(inner, ":： "); YuanPerUnit(unit) > 0 {
		return unit
	}
	return ""
}

// YuanPerUnit returns how many 元 a unit of money is worth, 0 for other words.
func YuanPerUnit(unit string) uint64 {
	switch strings.TrimSuffix(strings.TrimSuffix(unit, "人民币"), "整") {
	case "元", "圆":
		return 1
	case "千元":
		return 1_000
	case "万元", "万":
		return 10_000
	case "百万元":
		return 1_000_000
	case "亿元", "亿":
		return 100_000_000
	}
	return 0
}

// converted converts a value from one unit of money to another. If the result
// is too large for a figure, the cell becomes text.
func (v Value) converted(from, to string) Value {
	up, down := YuanPerUnit(from), YuanPerUnit(to)
	if up == 0 || down == 0 {
		return Value{Status: form.StatusText}
	}
	magnitude := uint64(max(v.Value, -v.Value))
	high, low := bits.Mul64(magnitude, up)
	if high >= down {
		return Value{Status: form.StatusText}
	}
	result, remainder := bits.Div64(high, low, down)
	if remainder*2 >= down {
		result++
	}
	if result > uint64(form.MaxNumber) {
		return Value{Status: form.StatusText}
	}
	converted := form.Number(result)
	if v.Value < 0 {
		converted = -converted
	}
	return Value{Status: form.StatusNoted, Value: converted, Unit: from}
}
