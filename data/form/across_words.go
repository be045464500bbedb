package form

import (
	"fmt"
	"math"
)

// years names the years of a comparison, “（2022年对照2021年）”.
func (f Finding) years(l Language) string {
	if f.Against.Year == 0 || f.Against.Of == 0 || f.Rule == "look-alike" {
		return ""
	}
	return fmt.Sprintf(pick(l, "（%d年对照%d年）", " (%d against %d)"), f.Against.Of, f.Against.Year)
}

// change tells a jump: both values, and the one in terms of the other.
func (f Finding) change(l Language) string {
	text := f.Left.Grouped() + pick(l, "，上年 ", ", last year ") + f.Right.Grouped()
	switch {
	case f.Left > f.Right:
		return text + fmt.Sprintf(pick(l, "，是上年的 %.1f 倍", ", %.1f times as much"), f.Left.Float()/f.Right.Float())
	case f.Left > 0:
		return text + fmt.Sprintf(pick(l, "，是上年的 %.1f%%", ", %.1f%% of it"), math.Floor(1000*f.Left.Float()/f.Right.Float())/10)
	}
	return text
}

// likeness tells what repeats which report.
func (f Finding) likeness(l Language) string {
	other := fmt.Sprintf(pick(l, "本单位%d年", "its own report of %d"), f.Against.Year)
	if f.Against.Unit != "" {
		other = fmt.Sprintf(pick(l, "%s%s %d年", "%s%s %d"), f.Against.Region, f.Against.Unit, f.Against.Year)
	}
	switch {
	case f.Key.Table == "":
		return fmt.Sprintf(pick(l, "正文约 %d%% 与%s报告相同（通用语句不计）", "about %d%% of the text is that of %s (common phrases not counted)"), f.Against.Percent, other)
	case f.Against.Whole:
		return fmt.Sprintf(pick(l, "全部数字表与%s报告完全相同", "all tables are those of %s"), other)
	}
	return fmt.Sprintf(pick(l, "该表所有数字与%s报告完全相同", "all figures of the table are those of %s"), other)
}
