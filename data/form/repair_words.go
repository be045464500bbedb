package form

import "strings"

// Message says what the repair changes and the likely cause: “予以公开 · 自然人
// 21 → 12（数字颠倒）”.
func (r Repair) Message(l Language) string {
	var parts []string
	for _, c := range r.Changes {
		from := c.From.Grouped()
		if c.WasBlank {
			from = pick(l, "未填", "blank")
		}
		parts = append(parts, Finding{Key: c.Key}.Place(l)+" "+from+" → "+c.To.Grouped())
	}
	text := strings.Join(parts, pick(l, "；", "; "))
	var notes []string
	if cause := r.Cause.Words(l); cause != "" {
		notes = append(notes, cause)
	}
	if r.Tied {
		notes = append(notes, pick(l, "并列，另有同样可能的改法", "tied with others"))
	}
	if len(notes) == 0 {
		return text
	}
	return text + pick(l, "（", " (") + strings.Join(notes, pick(l, "；", "; ")) + pick(l, "）", ")")
}

// Words names the cause; "" where none is known.
func (c Cause) Words(l Language) string {
	switch c {
	case CauseTotalMissing:
		return pick(l, "总计未填", "total not filled in")
	case CauseWrongCell:
		return pick(l, "填错行列", "entered in the wrong cell")
	case CauseLastYear:
		return pick(l, "填了上年数", "last year's number")
	case CauseSwapped:
		return pick(l, "数字颠倒", "digits swapped")
	case CauseDigitLost:
		return pick(l, "少一位", "a digit lost")
	case CauseDigitAdded:
		return pick(l, "多一位", "a digit too many")
	case CauseAddendLost:
		return pick(l, "漏加", "a part not added")
	case CauseNotFilled:
		return pick(l, "漏填", "left blank")
	case CauseWrongDigit:
		return pick(l, "一位写错", "one digit wrong")
	}
	return ""
}
