package present

import (
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// ConditionText is a condition in a few words: 公开率 < 50%.
func ConditionText(c data.Condition, say words.Language) string {
	name := ColumnTitle(c.Column, say)
	value := func(n form.Number) string { return n.Grouped() + ConditionUnit(c.Column) }
	switch c.Is {
	case data.Between:
		return name + " " + value(c.Value) + "–" + value(c.Upper)
	case data.AtLeast:
		return name + " ≥ " + value(c.Value)
	case data.AtMost:
		return name + " ≤ " + value(c.Value)
	case data.Unequal:
		return name + " ≠ " + value(c.Value)
	}
	if c.Is.HasOperand() {
		return name + " " + string(c.Is) + " " + value(c.Value)
	}
	return name + " " + say.Say(OperatorName(c.Is))
}

// ConditionUnit is the sign that follows a number compared with a rate.
func ConditionUnit(column string) string {
	if c, ok := data.ColumnByID(column); ok && (c.IsRate() && c.Compare != data.Points || c.Compare == data.Percent) {
		return "%"
	}
	return ""
}

// OperatorName names the operator of a condition.
func OperatorName(t data.Operator) words.Word {
	switch t {
	case data.Above:
		return words.OperatorAbove
	case data.AtLeast:
		return words.OperatorAtLeast
	case data.Below:
		return words.OperatorBelow
	case data.AtMost:
		return words.OperatorAtMost
	case data.Equal:
		return words.OperatorEqual
	case data.Unequal:
		return words.OperatorUnequal
	case data.Between:
		return words.OperatorBetween
	case data.HasValue:
		return words.OperatorHasValue
	case data.IsBlank:
		return words.OperatorBlank
	case data.IsNA:
		return words.OperatorNA
	case data.IsText:
		return words.OperatorText
	}
	return words.OperatorAbsent
}

// ColumnTitle names a column by its id, with everything that distinguishes it from others.
func ColumnTitle(id string, say words.Language) string {
	switch id {
	case data.YearColumn:
		return say.Say(words.ColumnYear)
	case data.FindingsColumn:
		return say.Say(words.ColumnFindings)
	}
	c, ok := data.ColumnByID(id)
	if !ok { // the value column of tables whose rows are items or single figures
		year, compare, _ := strings.Cut(id, "@")
		if year == valueColumnID {
			year = say.Say(words.ColumnValue)
		}
		if t, known := comparisonTitle(data.Comparison(compare)); known {
			return year + "·" + say.Say(t)
		}
		return year
	}
	name := FullColumnName(&c, say)
	if t, _, column, known := form.Describe(c.Key); known && !column.IsTotal && len(t.Columns) > 1 && c.Slice.Kind == "" {
		name += "·" + say.Say(column.Name())
	}
	return name
}

// valueColumnID is the id of the only column of such tables.
const valueColumnID = "value"

func comparisonTitle(c data.Comparison) (words.Word, bool) {
	switch c {
	case data.Prior:
		return words.ComparePrior, true
	case data.Change:
		return words.CompareChange, true
	case data.Percent:
		return words.ComparePercent, true
	case data.Points:
		return words.ComparePoints, true
	}
	return words.Word{}, false
}

// ParseOperand reads a number as people type it: with thousands separators, with a percent sign or
// in full-width digits.
func ParseOperand(text string) (form.Number, error) {
	return form.ParseNumber(strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '－' || r == '−':
			return '-'
		case r == '．':
			return '.'
		case strings.ContainsRune(" 　\u00a0,，%％", r):
			return -1
		}
		return r
	}, text))
}
