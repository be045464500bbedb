package importer

import (
	"strings"

	"nianbao/importer/read"
)

// headWord reports whether a heading stands above names of bodies, regions or
// years.
func headWord(text string, words []string) bool {
	if n := len([]rune(text)); n == 0 || n > 12 {
		return false
	}
	return containsAny(text, words)
}

var (
	unitHeads   = []string{"单位", "名称", "乡镇", "镇街", "镇乡", "街镇", "街道", "部门", "机关", "主体", "镇名", "乡(镇"}
	regionHeads = []string{"区县", "县区", "市县", "地区", "行政区划", "县市区", "市州", "所属区", "所在区", "地市"}
	otherHeads  = []string{"类别", "类型", "性质", "级别", "代码", "编码", "计量", "联系", "电话", "邮箱", "数"}
	noteHeads   = []string{"备注", "说明", "序号", "编号", "联系", "电话", "邮箱", "填报人", "审核人", "负责人", "经办人"}
	yearHeads   = []string{"年度", "年份", "报告年"}
)

// takeName uses column j for names, regions or years if its heading says so.
func (s *summary) takeName(l *locator, j int) {
	for r := s.bottom; r >= s.top && r >= 0; r-- {
		text := squeeze(l.view.at(r, j).Text)
		if text == "" {
			continue
		}
		text = strings.ReplaceAll(text, "、", "")
		switch {
		case strings.Contains(strings.TrimRight(text, ":"), ":"), headWord(text, otherHeads): // 单位：件
		case (headWord(text, yearHeads) || text == "年") && s.hasYears(l, j):
			if s.year < 0 {
				s.year = j
			}
		case headWord(text, regionHeads):
			if s.region < 0 {
				s.region = j
			}
		case headWord(text, unitHeads) && read.MoneyUnit("("+text+")") == "":
			if s.unit < 0 || s.namesAt(l, j) > s.namesAt(l, s.unit) || s.namesAt(l, j) == s.namesAt(l, s.unit) && strings.Contains(text, "名称") {
				s.unit = j
			}
		}
		return
	}
}

// leaveOutUnknown records as left out the headings of the columns of numbers between the names
// and the first known heading.
func (s *summary) leaveOutUnknown(l *locator) {
	for j := s.leftBound; j < s.left(); j++ {
		if j == s.unit || j == s.year || j == s.region || !s.hasNumbers(l, j) {
			continue
		}
		for r := s.bottom; r >= s.top; r-- {
			if text := l.view.at(r, j).Text; !read.IsBlank(text) {
				if !headWord(squeeze(text), otherHeads[:len(otherHeads)-1]) {
					s.leaveOut(strings.TrimSpace(text))
				}
				break
			}
		}
	}
}

// hasNumbers reports whether most of the first cells of column j hold a number.
func (s *summary) hasNumbers(l *locator, j int) bool {
	numbers, cells := s.count(l, j, func(c *read.Cell) bool { return isValue(c) || strings.ContainsAny(c.Text, "0123456789") })
	return 2*numbers > cells
}

// hasYears reports whether most of the first cells of column j are years, or there are
// none.
func (s *summary) hasYears(l *locator, j int) bool {
	years, cells := s.count(l, j, func(c *read.Cell) bool { return yearCell(c.Text) != 0 })
	return 2*years > cells || cells == 0
}

// count returns how many of the first cells of column j fulfil a condition, and how many
// cells that are.
func (s *summary) count(l *locator, j int, holds func(*read.Cell) bool) (n, cells int) {
	for i := s.bottom + 1; i < l.view.height && i <= s.bottom+nameSample; i++ {
		c := l.view.at(i, j)
		if c.Kind == read.TextCell && read.IsBlank(c.Text) {
			continue
		}
		cells++
		if holds(c) {
			n++
		}
	}
	return n, cells
}

const nameSample = 20 // rows that show what a column holds

// namesAt counts the cells at the top of column j that name one body each.
func (s *summary) namesAt(l *locator, j int) (n int) {
	seen := map[string]bool{}
	for i := s.bottom + 1; i < l.view.height && i <= s.bottom+nameSample; i++ {
		if text := squeeze(l.view.at(i, j).Text); text != "" && !isTotalName(text) && !isNoBody(text) && !seen[text] {
			seen[text] = true
			n++
		}
	}
	return n
}

// unitByContent finds a column of names that has no heading: most of its first
// cells are bodies.
func (s *summary) unitByContent(l *locator) int {
	for j := s.leftBound; j < s.left(); j++ {
		bodies, others := 0, 0
		for i := s.bottom + 1; i < l.view.height && i <= s.bottom+nameSample; i++ {
			c := l.view.at(i, j)
			text := squeeze(c.Text)
			if text == "" || isTotalName(text) || isNoBody(text) {
				continue
			}
			if _, ok := parseBody(text); ok && c.Kind == read.TextCell {
				bodies++
			} else {
				others++
			}
		}
		if bodies >= 2 && bodies > 2*others {
			return j
		}
	}
	return -1
}
