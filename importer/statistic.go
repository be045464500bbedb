package importer

import (
	"slices"
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
	PeriodStatistic                // 2023年第三季度, 2023年1—6月: of a part of a year
	CasesStatistic                 // 行政复议、应诉案件统计: of a body that decides reviews
	RevisionStatistic              // 规范性文件清理情况: which documents are kept
	RecordList                     // 文件清单, 依申请公开台账: a row for each document or application
)

func (s Statistic) name() form.Words {
	switch s {
	case DisclosureStatistic:
		return form.Both("2019 年以前的政府信息公开情况统计表", "a list of disclosure statistics as published before 2019")
	case PeriodStatistic:
		return form.Both("季度、半年或月度的统计表", "a table for a quarter, a half year or months")
	case CasesStatistic:
		return form.Both("行政复议、应诉案件的统计表", "a table of review and court cases")
	case RevisionStatistic:
		return form.Both("规范性文件清理情况的统计表", "a table of the revision of normative documents")
	case RecordList:
		return form.Both("文件、案件或申请的清单（逐件登记，没有汇总的数）", "a list of documents, cases or applications, one a row, without totals")
	case ForeignStatistic:
		return form.Both("其他工作的统计或计划（标题所述，不是政府信息公开工作年报的数）", "a statistic or plan of other work, as its title says, and none of this report's figures")
	}
	return form.Both("行政执法统计年报", "the annual enforcement statistics")
}

// periodTitle returns the title that says that the tables of a file are for a part of a year,
// "" if any page lacks such a title.
func periodTitle(pages []*page) string {
	first := ""
	for _, p := range pages {
		if len(p.found.fragments)+len(p.found.summaries) == 0 {
			continue
		}
		title := p.periodTitle()
		if title == "" {
			return ""
		}
		if first == "" {
			first = title
		}
	}
	return first
}

func (p *page) periodTitle() string {
	const longest, shortest = 60, 8 // characters
	for i := range p.texts {
		n := &p.texts[i]
		if n.row >= statisticTitleRows {
			break
		}
		text := squeeze(n.text)
		isTitle := containsAny(text, []string{"表", "情况", "统计", "汇总", "季报", "月报", "报告"}) && utf8.RuneCountInString(text) >= shortest
		if utf8.RuneCountInString(text) > longest || !isTitle || containsAny(text, []string{"年报", "年度报告", "填报", "报送", "时间", "日期"}) {
			continue
		}
		if isPartOfYear(text) {
			return strings.TrimSpace(n.text)
		}
	}
	return ""
}

// mostByChance is the largest number of figures of the form that another statistic may have by
// chance.
const mostByChance = 40

// statisticOf returns which other statistic a file is.
func statisticOf(pages []*page) Statistic {
	figures, numbers := 0, 0
	for _, p := range pages {
		for _, f := range p.found.fragments {
			figures += len(f.figures)
			for i := range f.figures {
				if f.figures[i].Status.HasValue() {
					numbers++
				}
			}
		}
		numbers += len(p.found.summaries)
	}
	if figures > mostByChance {
		return NoStatistic
	}
	if numbers == 0 && slices.ContainsFunc(pages, (*page).isRecordList) {
		return RecordList
	}
	for _, p := range pages {
		if what := p.statistic(); what != NoStatistic {
			return what
		}
	}
	return NoStatistic
}

// recordHeads are headings of lists with a row for each document, case or application.
var recordHeads = []string{
	"文件名", "文件名称", "文件标题", "标题", "信息名称", "信息标题", "公开事项", "文号", "发文字号", "发文机关", "索引号", "决定书文号", "案号", "案由", "当事人", "处罚对象", "行政相对人", "相对人", "违法事实", "处罚内容", "许可内容", "日期", "发布日期", "生成日期", "成文日期",
	"印发日期", "公开日期", "公开时间", "发布时间", "公开方式", "公开形式", "页数", "内容概述", "申请人", "申请内容", "申请时间", "申请日期", "收到日期", "收到时间", "答复日期", "答复时间", "答复方式", "办理结果", "申请编号", "受理日期", "立案日期", "决定日期",
}

// isRecordList reports whether a row of headings is that of a list of documents, cases or
// applications.
func (p *page) isRecordList() bool {
	const enough = 2
	heads := map[int]int{}
	for i := range p.texts {
		n := &p.texts[i]
		if n.row >= statisticTitleRows {
			break
		}
		if slices.Contains(recordHeads, squeeze(n.text)) {
			if heads[n.row]++; heads[n.row] >= enough {
				return true
			}
		}
	}
	return false
}

const statisticTitleRows = 6

// statistic looks for the titles and headings of other statistics.
func (p *page) statistic() Statistic {
	const longest = 60
	sum, named := false, false
	for i := range p.texts {
		n := &p.texts[i]
		if p.isOfForeign(n.row) {
			continue
		}
		if n.running && n.row >= statisticTitleRows || utf8.RuneCountInString(n.text) > longest {
			continue
		}
		switch text := squeeze(n.text); {
		case n.row < statisticTitleRows && n.isForeignTitle():
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
	return p.headedStatistic()
}

// isOfForeign reports whether a row belongs to a summary of other work that was dropped, or
// to its title.
func (p *page) isOfForeign(row int) bool {
	const titles = 3
	return slices.ContainsFunc(p.foreign, func(s *summary) bool { return row >= s.above-titles && row < s.below })
}

// headedStatistic recognises statistics by headings that the form does not have.
func (p *page) headedStatistic() Statistic {
	const enough = 3
	title := ""
	for i := range p.texts {
		if p.texts[i].row < statisticTitleRows {
			title += squeeze(p.texts[i].text)
		}
	}
	if strings.Contains(title, "信息公开") || strings.Contains(title, "年报") {
		return NoStatistic
	}
	for what, words := range map[Statistic][]string{
		CasesStatistic:    {"不予受理", "受理", "撤销", "变更", "确认违法", "驳回", "调解", "终止", "责令履行", "和解", "撤回申请", "驳回起诉", "驳回诉讼请求", "败诉", "胜诉"},
		RevisionStatistic: {"保留", "继续有效", "修改", "拟修改", "宣布失效", "失效", "清理总数", "清理数", "清理件数", "拟废止"},
	} {
		if p.heads(words) >= enough {
			return what
		}
	}
	return NoStatistic
}

// heads counts the words that are headings of the page, with or without 数 or 件数 after them.
func (p *page) heads(words []string) (n int) {
	for i := range p.texts {
		if text := strings.TrimSuffix(strings.TrimSuffix(squeeze(p.texts[i].text), "数"), "件"); p.texts[i].row < statisticTitleRows && slices.Contains(words, text) {
			n++
		}
	}
	return n
}

// isForeignTitle reports whether the text is the title of other work, and not a heading
// among others, such as 12345工单.
func (n *sheetText) isForeignTitle() bool {
	return n.isFirst && (n.next == "" || strings.Contains(n.next, "单位")) && isForeign(squeeze(n.text))
}

// dropForeign drops the summaries below titles of other work and asks about them, unless
// no other table is left.
func dropForeign(pages []*page) {
	kept, dropped := 0, map[*summary]string{}
	for _, p := range pages {
		kept += len(p.found.fragments)
		for _, s := range p.found.summaries {
			if title := p.foreignTitle(s); title != "" {
				dropped[s] = title
			} else {
				kept++
			}
		}
	}
	if kept == 0 || len(dropped) == 0 {
		return
	}
	var questions []Question
	for _, p := range pages {
		p.found.summaries = slices.DeleteFunc(p.found.summaries, func(s *summary) bool {
			title, isForeign := dropped[s]
			if isForeign {
				questions = append(questions, Question{Kind: AskForeign, Found: []string{title}, Source: form.Source{Sheet: p.sheet.Name}})
				p.foreign = append(p.foreign, s)
			}
			return isForeign
		})
	}
	for _, p := range pages {
		if len(p.found.summaries) > 0 {
			p.unread = append(p.unread, questions...)
			return
		}
	}
}

// foreignTitle returns the title of other work above a summary, below the table before it.
func (p *page) foreignTitle(s *summary) string {
	floor := p.floorOf(s)
	for i := range p.texts {
		if n := &p.texts[i]; n.row >= floor && n.row < s.above && n.isForeignTitle() {
			return strings.TrimSpace(n.text)
		}
	}
	return ""
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
