package form

import (
	"slices"
	"strings"
)

// Language is a language that findings can be told in.
type Language string

// The languages.
const (
	Chinese Language = "zh"
	English Language = "en"
)

// Message tells the finding in one sentence: where it is and the arithmetic.
func (f Finding) Message(l Language) string {
	parts := []string{f.Place(l) + f.years(l)}
	switch {
	case f.Rule == "look-alike":
		parts = append(parts, f.likeness(l))
	case f.Rule == "jump":
		parts = append(parts, f.change(l))
	case f.HasValues && len(f.Terms) > 0:
		parts = append(parts, f.Arithmetic(l))
	case f.Rule == "narrative" && f.HasValues:
		parts = append(parts, pick(l, "正文称 ", "the text says ")+f.Left.Grouped()+pick(l, "，表中为 ", ", the table ")+f.Right.Grouped()+pick(l, "（“", " (“")+f.Text+pick(l, "”）", "”)"))
	case f.Text != "":
		parts = append(parts, pick(l, "“"+f.Text+"”", "“"+f.Text+"”"))
	}
	if note := f.note(l); note != "" {
		parts = append(parts, note)
	}
	text := strings.Join(nonEmpty(parts), pick(l, "：", ": "))
	if text == "" {
		rule, _ := RuleByID(f.Rule)
		return pick(l, rule.Meaning, rule.Means)
	}
	return text
}

// note is the finding's meaning where no arithmetic says it.
func (f Finding) note(l Language) string {
	switch f.Verdict {
	case Doubtful:
		return pick(l, "有格未填或不是数字，按0计算不成立", "some cells hold no number; counted as 0 it does not hold")
	case NotJudged:
		return pick(l, "合计未填，无法核对", "the total is blank, nothing can be checked")
	case PassWithBlanks:
		return pick(l, "有格未填（未填不等于0，请确认）", "some cells are blank (blank is not zero, please confirm)")
	}
	if f.HasValues && f.Rule != "jump" || f.Rule == "look-alike" {
		return ""
	}
	switch rule, _ := RuleByID(f.Rule); f.Rule {
	case "missing-table":
		return pick(l, "未找到", "not found")
	case "jump":
		return pick(l, "变动很大，请核对", "a large change, please check")
	default:
		return pick(l, rule.Meaning, rule.Means)
	}
}

// Place names the figure, row, column or table the finding is about.
func (f Finding) Place(l Language) string {
	t, it, c := lookUp(f.Edition, f.Key)
	var parts []string
	if t != nil && (it == nil || t.ID != ApplicationsTable) {
		parts = append(parts, pick(l, t.Short, t.English))
	}
	if it != nil {
		if it.Group != "" {
			_, group, _ := lookUp(f.Edition, Key{f.Key.Table, it.Group, ""})
			parts = append(parts, pick(l, group.Short, group.English))
		}
		parts = append(parts, pick(l, it.Short, it.English))
	}
	if c != nil {
		parts = append(parts, pick(l, c.Short, c.English))
	}
	return strings.Join(parts, " · ")
}

// Arithmetic writes the identity with its values and the difference:
// “新收(60)+结转(0)=60，总计(61)+结转下年(0)=61，差 −1”.
func (f Finding) Arithmetic(l Language) string {
	if f.Rule == "balance" {
		return f.side(false, l) + "=" + f.Left.Grouped() + pick(l, "，", ", ") +
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
	return pick(l, "，差 ", ", off by ") + sign + d.Grouped()
}

// side writes the terms of one side; zeros among many parts are left out.
func (f Finding) side(right bool, l Language) string {
	var all, telling string
	count := 0
	for _, term := range f.Terms {
		if term.Right != right {
			continue
		}
		value := term.Value.Grouped()
		if term.Blank {
			value = pick(l, "未填", "blank")
		}
		text := f.termName(term, l) + "(" + value + ")"
		all, count = joined(all, text, term.Minus), count+1
		if term.Value != 0 || term.Blank {
			telling = joined(telling, text, term.Minus)
		}
	}
	const readable = 7
	if count > readable && telling != "" {
		return telling + pick(l, "+其余(0)", "+rest(0)")
	}
	return all
}

// joined adds or takes off a term.
func joined(sum, term string, minus bool) string {
	switch {
	case minus:
		return sum + "−" + term
	case sum == "":
		return term
	}
	return sum + "+" + term
}

// termName names a term by what sets it apart: its column where one row is
// added up, its item elsewhere; and last year's as such.
func (f Finding) termName(term Term, l Language) string {
	_, it, c := lookUp(f.Edition, term.Key)
	if it == nil || c == nil {
		return term.Key.String()
	}
	name := pick(l, it.Short, it.English)
	switch f.Rule {
	case "row-sum", "review-sum", "in-force":
		name = pick(l, c.Short, c.English)
	}
	if term.Before {
		name = pick(l, "上年"+name, "last year's "+name)
	}
	return name
}

// lookUp describes an address of which parts may be empty, as the edition with
// that id prints it; what it does not have is described by the latest that does.
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

func pick(l Language, zh, en string) string {
	if l == English {
		return en
	}
	return zh
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
