package form

import "strings"

// Words returns the name of the verdict.
func (v Verdict) Words(l Language) string {
	switch v {
	case Pass:
		return l.Say(Both("成立", "holds"))
	case PassWithBlanks:
		return l.Say(Both("成立（有未填）", "holds with blanks"))
	case Fail:
		return l.Say(Both("不成立", "fails"))
	case Doubtful:
		return l.Say(Both("存疑", "doubtful"))
	case NotJudged:
		return l.Say(Both("无法核对", "cannot be judged"))
	}
	return ""
}

// Finding returns the judgement as a finding, whatever its verdict, so that the
// terms can be shown even if the identity holds.
func (j Judgement) Finding(figures map[Key]*Figure) Finding {
	f := Finding{Rule: j.Rule, Key: j.Key, Verdict: j.Verdict, Left: j.LeftValue, Right: j.RightValue, HasValues: true, Source: sourceOf(figures[j.Key])}
	for side, keys := range [][]Key{j.Left, j.Right} {
		for _, k := range keys {
			term := Term{Key: k, Right: side == 1, Blank: true}
			if figure := figures[k]; figure != nil && figure.Status.HasValue() {
				term.Value, term.Blank = figure.Value, false
			}
			f.Terms = append(f.Terms, term)
		}
	}
	return f
}

// Sides returns the arithmetic of an identity without words, “16+0 = 14+2”,
// with ≠ if it does not hold. If there are many terms, zeros are left out.
func (f Finding) Sides(l Language) string {
	sign := " = "
	if f.Left != f.Right {
		sign = " ≠ "
	}
	return f.sum(false, l) + sign + f.sum(true, l)
}

func (f Finding) sum(right bool, l Language) string {
	var all, telling []string
	for _, t := range f.Terms {
		if t.Right != right {
			continue
		}
		text := t.Value.Grouped()
		if t.Blank {
			text = l.Say(Both("未填", "blank"))
		}
		all = append(all, text)
		if t.Value != 0 || t.Blank {
			telling = append(telling, text)
		}
	}
	const readable = 7
	switch {
	case len(all) <= readable:
		return strings.Join(all, "+")
	case len(telling) == 0:
		return "0"
	}
	return strings.Join(telling, "+")
}

// TermName names a term by what distinguishes it from the others: its column if the sum
// is over a row, otherwise its item.
func (f Finding) TermName(t Term, l Language) string { return f.termName(t, l) }
