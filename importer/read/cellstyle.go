package read

import "strings"

// cellStyle is the part of a cell style that matters to values.
type cellStyle struct {
	struck bool         // crossed out
	unseen bool         // of the colour of its background, or formatted as nothing
	days   bool         // numbers are shown as dates
	format numberFormat // nil if numbers are shown as they are
}

func (s *cellStyle) isPlain() bool { return !s.struck && !s.unseen && !s.days && s.format == nil }

// styled returns the cell as its style and the runs of its text show it; either may be
// nil.
func (c Cell) styled(style *cellStyle, rich *richCell) Cell {
	struck := false
	if style != nil {
		struck = style.struck
		switch {
		case c.Kind != NumberCell:
		case style.days && mayBeDay(c.Text):
			c.Text, c.Kind = dayText(c.Text), TextCell
		default:
			c.Look = style.format.look(c.Text)
		}
	}
	switch {
	case struck && rich != nil:
		c.Text, c.Look = rich.underText, rich.underLook
	case struck:
		c = c.struck()
	case rich != nil:
		c.Look = rich.look
	case style != nil && style.unseen:
		c = c.unseen()
	}
	return c
}

// formatStyle returns the style that a number format implies.
func formatStyle(code string) cellStyle {
	if code != "" && strings.Trim(code, "; ") == "" { // ;;; shows nothing
		return cellStyle{unseen: true}
	}
	if isDateCode(code) {
		return cellStyle{days: true}
	}
	return cellStyle{format: parseNumberFormat(code)}
}

// builtInFormat returns the style that a number format without a code implies.
func builtInFormat(id int) cellStyle {
	if id == 9 || id == 10 {
		return cellStyle{format: percents()}
	}
	return cellStyle{days: isDateFormat(id)}
}

// percents is the number format that shows numbers as percentages.
func percents() numberFormat { return parseNumberFormat("0%") }
