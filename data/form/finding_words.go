package form

import (
	"slices"
	"strings"
)

// Message describes the finding in one sentence: its place and its arithmetic.
func (f Finding) Message(l Language) string {
	parts := []string{f.Place(l) + f.years(l)}
	switch {
	case f.Rule == RuleLookAlike:
		parts = append(parts, f.likeness(l))
	case f.Rule == RuleJump:
		parts = append(parts, f.change(l))
	case f.Rule == RuleSources:
		parts = append(parts, l.Say(Both("取 %s，另一来源为 %s（%s）", "%s is taken, another source has %s (%s)"), f.Left.Grouped(), f.Right.Grouped(), f.Text))
	case f.Rule == RuleParent:
		parts = append(parts, f.residual(l))
	case f.HasValues && len(f.Terms) > 0:
		parts = append(parts, f.Arithmetic(l))
	case f.Rule == RuleNarrative && f.HasValues:
		parts = append(parts, l.Say(Both("正文称 ", "the text says "))+f.Left.Grouped()+l.Say(Both("，表中为 ", ", the table "))+f.Right.Grouped()+l.Say(Both("（“", " (“"))+f.Text+l.Say(Both("”）", "”)")))
	case f.Text != "":
		parts = append(parts, "“"+f.Text+"”")
	}
	if note := f.note(l); note != "" {
		parts = append(parts, note)
	}
	text := strings.Join(nonEmpty(parts), l.Say(Both("：", ": ")))
	if text == "" {
		rule, _ := RuleByID(f.Rule)
		return l.Say(rule.Meaning)
	}
	return text
}

// residual describes by how much a whole report differs from its parts, and which part
// can explain it.
func (f Finding) residual(l Language) string {
	text := l.Say(Both("全域报告 %s，所含各单位合计 %s%s", "the whole report has %s, its parts together %s%s"), f.Left.Grouped(), f.Right.Grouped(), f.gap(l))
	if f.Text != "" {
		text += l.Say(Both("；可能是 %s", "; probably %s"), f.Text)
	}
	return text
}

// note explains the finding if its arithmetic does not.
func (f Finding) note(l Language) string {
	switch f.Verdict {
	case Doubtful:
		return l.Say(Both("有格未填或不是数字，按0计算不成立", "some cells hold no number; counted as 0 it does not hold"))
	case NotJudged:
		return l.Say(Both("合计未填，无法核对", "the total is blank, nothing can be checked"))
	case PassWithBlanks:
		return l.Say(Both("有格未填（未填不等于0，请确认）", "some cells are blank (blank is not zero, please confirm)"))
	}
	if f.HasValues && f.Rule != RuleJump || f.Rule == RuleLookAlike {
		return ""
	}
	switch rule, _ := RuleByID(f.Rule); f.Rule {
	case RuleMissingTable:
		return l.Say(Both("未找到", "not found"))
	case RuleJump:
		return l.Say(Both("变动很大，请核对", "a large change, please check"))
	default:
		return l.Say(rule.Meaning)
	}
}

// Place returns the name of the figure, row, column or table the finding is
// about.
func (f Finding) Place(l Language) string {
	t, it, c := lookUp(f.Edition, f.Key)
	var parts []string
	if t != nil && (it == nil || t.ID != ApplicationsTable) {
		parts = append(parts, l.Say(t.Name()))
	}
	if it != nil {
		if it.Group != "" {
			_, group, _ := lookUp(f.Edition, Key{f.Key.Table, it.Group, ""})
			parts = append(parts, l.Say(group.Name()))
		}
		parts = append(parts, l.Say(it.Name()))
	}
	if c != nil {
		parts = append(parts, l.Say(c.Name()))
	}
	return strings.Join(parts, " · ")
}

// Arithmetic returns the equation with its values and the difference:
// “新收(60)+结转(0)=60，总计(61)+结转下年(0)=61，差 −1”.
func (f Finding) Arithmetic(l Language) string {
	if f.Rule == RuleBalance {
		return f.side(false, l) + "=" + f.Left.Grouped() + l.Say(Both("，", ", ")) +
			f.side(true, l) + "=" + f.Right.Grouped() + f.gap(l)
	}
	return f.side(false, l) + " ≠ " + f.side(true, l) + "=" + f.Right.Grouped() + f.gap(l)
}

func (f Finding) gap(l Language) string {
	d := f.Difference()
	sign := "+"
	if d < 0 {
		sign, d = "−", -d
	}
	return l.Say(Both("，差 ", ", off by ")) + sign + d.Grouped()
}

// side returns the terms of one side, without the zeros if there are many terms.
func (f Finding) side(right bool, l Language) string {
	var all, telling string
	count := 0
	for _, term := range f.Terms {
		if term.Right != right {
			continue
		}
		value := term.Value.Grouped()
		if term.Blank {
			value = l.Say(Both("未填", "blank"))
		}
		text := f.termName(term, l) + "(" + value + ")"
		all, count = joined(all, text, term.Minus), count+1
		if term.Value != 0 || term.Blank {
			telling = joined(telling, text, term.Minus)
		}
	}
	const readable = 7
	if count > readable && telling != "" {
		return telling + l.Say(Both("+其余(0)", "+rest(0)"))
	}
	return all
}

// joined appends a term to a sum.
func joined(sum, term string, minus bool) string {
	switch {
	case minus:
		return sum + "−" + term
	case sum == "":
		return term
	}
	return sum + "+" + term
}

// termName names a term by what distinguishes it from the others: its column if the sum
// is over a row, otherwise its item. Terms of last year are marked as such.
func (f Finding) termName(term Term, l Language) string {
	_, it, c := lookUp(f.Edition, term.Key)
	if it == nil || c == nil {
		return term.Key.String()
	}
	name := l.Say(it.Name())
	switch f.Rule {
	case RuleRowSum, RuleReviewSum, RuleInForce:
		name = l.Say(c.Name())
	}
	if term.Before {
		name = l.Say(Both("上年"+name, "last year's "+name))
	}
	return name
}

// lookUp returns the table, item and column of an address as the edition with
// that id prints them. Parts that are empty or unknown are nil; parts that the
// edition does not have come from the latest edition that does.
func lookUp(edition string, k Key) (t *Table, it *Item, c *Column) {
	take := func(e *Edition) {
		found := e.Table(k.Table)
		if found == nil {
			return
		}
		if t == nil {
			t = found
		}
		if it == nil {
			it = found.Item(k.Item)
		}
		if c == nil {
			c = found.Column(k.Column)
		}
	}
	if e := EditionByID(edition); e != nil {
		take(e)
	}
	for _, e := range slices.Backward(known.editions) {
		take(e)
	}
	return t, it, c
}

func nonEmpty(parts []string) []string {
	kept := parts[:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
