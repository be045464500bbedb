package form

import (
	"math"
)

// years returns the years of a comparison in words: “（2022年对照2021年）”.
func (f Finding) years(l Language) string {
	if f.Against.Year == 0 || f.Against.Of == 0 || f.Rule == RuleLookAlike {
		return ""
	}
	return l.Say(Both("（%d年对照%d年）", " (%d against %d)"), f.Against.Of, f.Against.Year)
}

// change describes a jump: both values, and the first as a multiple or a share
// of the second.
func (f Finding) change(l Language) string {
	text := f.Left.Grouped() + l.Say(Both("，上年 ", ", last year ")) + f.Right.Grouped()
	switch {
	case f.Left > f.Right:
		return text + l.Say(Both("，是上年的 %.1f 倍", ", %.1f times as much"), f.Left.Float()/f.Right.Float())
	case f.Left > 0:
		return text + l.Say(Both("，是上年的 %.1f%%", ", %.1f%% of it"), math.Floor(1000*f.Left.Float()/f.Right.Float())/10)
	}
	return text
}

// likeness describes which report is repeated, and how much of it.
func (f Finding) likeness(l Language) string {
	other := l.Say(Both("本单位%d年", "its own report of %d"), f.Against.Year)
	if f.Against.Unit != "" {
		other = l.Say(Both("%s%s %d年", "%s%s %d"), f.Against.Region, f.Against.Unit, f.Against.Year)
	}
	switch {
	case f.Key.Table == "":
		return l.Say(Both("正文约 %d%% 与%s报告相同（通用语句不计）", "about %d%% of the text is that of %s (common phrases not counted)"), f.Against.Percent, other)
	case f.Against.Whole:
		return l.Say(Both("全部数字表与%s报告完全相同", "all tables are those of %s"), other)
	}
	return l.Say(Both("该表所有数字与%s报告完全相同", "all figures of the table are those of %s"), other)
}
