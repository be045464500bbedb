package importer

import (
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// passage is a section of a report's text and the row it begins at.
type passage struct {
	form.Passage
	row int
}

// sectionWords identify the sections of a report by their topic, because their
// numbers are often wrong. An empty Section ends a section of text.
var sectionWords = []struct{ Section, word string }{
	{"", "主动公开政府"}, {"", "收到和处理政府"}, {"", "行政复议"}, {"", "行政诉讼"},
	{"一", "总体情况"}, {"一", "基本情况"}, {"一", "概述"},
	{"五", "主要问题"}, {"五", "存在问题"}, {"五", "存在的问题"}, {"五", "问题及改进"},
	{"六", "其他需要报告"}, {"六", "其他报告事项"}, {"六", "需要报告的其他"},
}

const longestHeading = 40 // characters

// sectionOf returns the section that a line is the heading of. Only lines
// numbered 一、 or 第一部分 are headings; （一） is part of a section.
func sectionOf(line string) (section string, ok bool) {
	text := squeeze(line)
	if n := len([]rune(text)); n == 0 || n > longestHeading || strings.ContainsAny(text, "。;") {
		return "", false
	}
	head := strings.TrimLeft(text, "一二三四五六七八九十")
	if head == text && !strings.HasPrefix(text, "第") || head != text && !strings.HasPrefix(head, "、") && !strings.HasPrefix(head, ".") {
		return "", false
	}
	for _, s := range sectionWords {
		if strings.Contains(text, s.word) {
			return s.Section, true
		}
	}
	return "", false
}

// passagesOf collects the text of sections 一, 五 and 六 of a sheet, without
// table rows.
func (p *page) passagesOf() []passage {
	var all []passage
	open := false
	for i := range p.sheet.Rows {
		text, isTable := p.lineOf(i)
		switch {
		case isTable:
			open = false
			continue
		case text == "":
			continue
		}
		if section, ok := sectionOf(text); ok {
			if open = section != ""; open {
				all = append(all, passage{Passage: form.Passage{Section: section}, row: i})
			}
			continue
		}
		if open {
			last := &all[len(all)-1]
			if last.Text != "" {
				last.Text += "\n"
			}
			last.Text += strings.TrimSpace(text)
		}
	}
	return all
}

// lineOf returns the text of row i if it stands alone there; isTable reports
// whether the row holds anything else.
func (p *page) lineOf(i int) (text string, isTable bool) {
	for _, f := range p.found.fragments {
		if i >= f.top && i <= f.bottom {
			return "", true
		}
	}
	for j := range p.sheet.Rows[i].Cells {
		c := &p.sheet.Rows[i].Cells[j]
		if c.Covered || read.IsBlank(c.Text) {
			continue
		}
		if text != "" || c.Kind != read.TextCell {
			return "", true
		}
		text = c.Text
	}
	return text, false
}

// assignPassages gives the passages of a page to its reports: those before the
// tables belong to the next report, those after to the previous one.
func (p *page) assignPassages(drafts []*draft) {
	if len(drafts) == 0 {
		return
	}
	for _, s := range p.passagesOf() {
		if s.Text == "" {
			continue
		}
		to := drafts[0]
		for k, b := range drafts {
			first := b.fragments[0].top
			if s.Section == "一" && first > s.row {
				to = drafts[k]
				break
			}
			if s.Section == "一" || first < s.row {
				to = drafts[k]
			}
		}
		to.passages = append(to.passages, s.Passage)
	}
}
