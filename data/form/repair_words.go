package form

import "strings"

// Message describes the changes and their likely cause: “予以公开 · 自然人 21 →
// 12（数字颠倒）”. If all changes are in one row, the row is named once: “部分公开：自然人 6
// → 0，总计 6 → 0”.
func (r Repair) Message(l Language) string {
	row, isRow := r.row()
	var parts []string
	for _, c := range r.Changes {
		place := Finding{Edition: r.Edition, Key: c.Key}.Place(l)
		if isRow {
			_, _, column := lookUp(r.Edition, c.Key)
			place = l.Say(column.Name())
		}
		from := c.From.Grouped()
		if c.WasBlank {
			from = l.Say(Both("未填", "blank"))
		}
		parts = append(parts, place+" "+from+" → "+c.To.Grouped())
	}
	text := strings.Join(parts, l.Say(Both("；", "; ")))
	if isRow {
		text = Finding{Edition: r.Edition, Key: row}.Place(l) + l.Say(Both("：", ": ")) + strings.Join(parts, l.Say(Both("，", ", ")))
	}
	if cause := r.Cause.Words(l); cause != "" {
		text += l.Say(Both("（"+cause+"）", " ("+cause+")"))
	}
	return text
}

// row returns the row of the changes; ok is false unless there are several, all
// in one row.
func (r Repair) row() (k Key, ok bool) {
	k = Key{Table: r.Changes[0].Key.Table, Item: r.Changes[0].Key.Item}
	for _, c := range r.Changes {
		if c.Key.Table != k.Table || c.Key.Item != k.Item {
			return k, false
		}
	}
	return k, len(r.Changes) > 1
}

// mostProposals is how many equally good repairs are shown. If there are more,
// only the body's own records can tell.
const mostProposals = 3

// Likeliest returns the repairs worth showing: the first, or, if several are
// equally good (并列), the first few of them.
func Likeliest(repairs []Repair) []Repair {
	n := 0
	for n < len(repairs) && n < mostProposals && (n == 0 || repairs[n].Tied) {
		n++
	}
	return repairs[:n]
}

// Proposals describes the likeliest repairs, each with a letter if they tie.
func Proposals(repairs []Repair, l Language) []string {
	var told []string
	for i, r := range Likeliest(repairs) {
		text := r.Message(l)
		if r.Tied {
			text = Letter(i, l) + " " + text
		}
		told = append(told, text)
	}
	return told
}

// IsTied reports whether several repairs are equally good.
func IsTied(repairs []Repair) bool { return len(repairs) > 0 && repairs[0].Tied }

// Letter returns the letter of the i-th of the likeliest repairs, counted from 0:
// 甲, 乙, 丙 or A, B, C.
func Letter(i int, l Language) string {
	return l.Say(Both([]string{"甲", "乙", "丙"}[i], []string{"A", "B", "C"}[i]))
}

// Words returns the name of the cause, "" if it is unknown.
func (c Cause) Words(l Language) string {
	switch c {
	case CauseTotalMissing:
		return l.Say(Both("总计未填", "total not filled in"))
	case CauseWrongCell:
		return l.Say(Both("填错行列", "entered in the wrong cell"))
	case CauseLastYear:
		return l.Say(Both("填了上年数", "last year's number"))
	case CauseSwapped:
		return l.Say(Both("数字颠倒", "digits swapped"))
	case CauseDigitLost:
		return l.Say(Both("少一位", "a digit lost"))
	case CauseDigitAdded:
		return l.Say(Both("多一位", "a digit too many"))
	case CauseAddendLost:
		return l.Say(Both("漏加", "a part not added"))
	case CauseNotFilled:
		return l.Say(Both("漏填", "left blank"))
	case CauseWrongDigit:
		return l.Say(Both("一位写错", "one digit wrong"))
	case CauseCountedTwice:
		return l.Say(Both("这一行恰等于差额，疑重复计入", "this row equals the difference; perhaps counted twice"))
	}
	return ""
}
