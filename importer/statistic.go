package importer

import (
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
)

// Statistic is a kind of statistics whose tables look like the annual report's.
type Statistic uint8

// The kinds of other statistics.
const (
	NoStatistic          Statistic = iota
	DisclosureStatistic            // 政府信息公开情况统计表, published up to 2018
	EnforcementStatistic           // 行政执法统计年报, by kinds of penalties
	ForeignStatistic               // of other work: petitions, targets, services at counters
)

func (s Statistic) name() form.Words {
	if s == DisclosureStatistic {
		return form.Both("2019 年以前的政府信息公开情况统计表", "a list of disclosure statistics as published before 2019")
	}
	if s == ForeignStatistic {
		return form.Both("其他工作的统计或计划（标题所述，不是政府信息公开工作年报的数）", "a statistic or plan of other work, as its title says, and none of this report's figures")
	}
	return form.Both("行政执法统计年报", "the annual enforcement statistics")
}

// mostStrange is the largest number of figures of the form that another statistic may
// have by chance.
const mostStrange = 40

// statisticOf returns which other statistic a file is.
func statisticOf(pages []*page) Statistic {
	figures := 0
	for _, p := range pages {
		for _, f := range p.found.fragments {
			figures += len(f.figures)
		}
	}
	if figures > mostStrange {
		return NoStatistic
	}
	for _, p := range pages {
		if what := p.statistic(); what != NoStatistic {
			return what
		}
	}
	return NoStatistic
}

// statistic looks for the titles and headings of other statistics.
func (p *page) statistic() Statistic {
	const longest, titleRows = 60, 6
	sum, named := false, false
	for i := range p.notices {
		n := &p.notices[i]
		if n.running && n.row >= titleRows || utf8.RuneCountInString(n.text) > longest {
			continue
		}
		switch text := squeeze(n.text); {
		case n.row < titleRows && isForeign(text):
			return ForeignStatistic
		case strings.Contains(text, "政府信息公开情况统计表"):
			return DisclosureStatistic
		case strings.Contains(text, "执法统计年报"), strings.Contains(text, "实施情况统计表"), strings.Contains(text, "实施情况统计年报"):
			return EnforcementStatistic
		case strings.HasPrefix(text, "历年累计"):
			sum = true
		case text == "指标名称" || text == "统计指标":
			named = true
		}
	}
	if sum && named {
		return DisclosureStatistic
	}
	return NoStatistic
}

// isForeign reports whether a title is of other work that counts applications, outcomes
// or decisions under the same words.
func isForeign(title string) bool {
	if containsAny(title, []string{"任务分解", "目标任务", "任务清单", "考核指标"}) {
		return true
	}
	return !strings.Contains(title, "信息公开") && !strings.Contains(title, "年报") &&
		containsAny(title, []string{"信访件", "信访事项", "信访案件", "来信来访", "双公示", "办件量", "办件情况", "办件统计", "12345", "热线", "督查", "舆情"})
}
