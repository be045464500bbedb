package importer

import (
	"nianbao/importer/read"
	"regexp"
	"strings"
)

// yearKind is the way in which a text mentions a year.
type yearKind int

const (
	yearOfReport yearKind = iota // 2023年, 2023年度, 二〇二三年
	yearBare                     // 2023 alone
	yearOfDate                   // 2024年1月20日, 20240120: when it was published
	yearOfPeriod                 // 2023年1月1日至12月31日
	yearDoubtful                 // 202020年
	yearNotOne                   // 2023年上半年, 2021—2023年: not one whole year
)

// yearMention is a year mentioned in a text; value is 0 if it is doubtful.
type yearMention struct {
	value      int
	kind       yearKind
	from, to   int // bytes in the folded text
	wasChinese bool
}

// yearsIn returns the years mentioned in a squeezed text.
func yearsIn(s string) []yearMention {
	var found []yearMention
	for i := 0; i < len(s); {
		n := digitsAt(s, i)
		if n == 0 {
			if m, ok := chineseYear(s[i:]); ok {
				m.from, m.to = i, i+m.to
				found, i = append(found, m), m.to
				continue
			}
			i++
			continue
		}
		if m, ok := yearAt(s, i, n); ok {
			if m.kind == yearOfReport && isCompared(s[:i], s[m.to:]) {
				m.kind = yearOfDate
			}
			found = append(found, m)
		}
		i += n
	}
	return found
}

func digitsAt(s string, i int) (n int) {
	for i+n < len(s) && read.IsDigit(s[i+n]) {
		n++
	}
	return n
}

const (
	firstYear = 2000
	lastYear  = 2099
)

// yearAt reads the n digits at i as a year or a date.
func yearAt(s string, i, n int) (yearMention, bool) {
	m := yearMention{from: i, to: i + n}
	rest := s[i+n:]
	if n == 8 || n == 6 {
		m.value, m.kind = number(s[i:i+4]), yearOfDate
		month := number(s[i+4 : i+6])
		if strings.HasPrefix(rest, "年") || month < 1 || month > 12 {
			m.value, m.kind = 0, yearDoubtful
			return m, strings.HasPrefix(rest, "年")
		}
		return m, m.value >= firstYear && m.value <= lastYear
	}
	if n == 2 && i == 0 && yearCell(s) != 0 { // a sheet 23年
		m.value, m.to = yearCell(s), len(s)
		return m, true
	}
	if n != 4 {
		return m, false
	}
	m.value = number(s[i : i+4])
	if m.value < firstYear || m.value > lastYear || isDocumentNumber(rest) {
		return m, false
	}
	m.kind = kindOf(rest)
	m.to += len(rest) - len(strings.TrimPrefix(strings.TrimPrefix(rest, "年"), "度"))
	return m, true
}

// isDocumentNumber reports whether a year belongs to the number of a document, as in
// 〔2021〕30号; rest is the text after the year.
func isDocumentNumber(rest string) bool {
	for _, closing := range []string{"〕", "]", ")", "】"} {
		if after, ok := strings.CutPrefix(rest, closing); ok {
			n := digitsAt(after, 0)
			return n > 0 && strings.HasPrefix(after[n:], "号")
		}
	}
	return false
}

func number(s string) (n int) {
	for i := range len(s) {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// kindOf distinguishes a year from a date by what follows its digits.
func kindOf(rest string) yearKind {
	after, isYear := strings.CutPrefix(rest, "年")
	if !isYear {
		if len(rest) > 1 && strings.IndexByte("-./", rest[0]) >= 0 && read.IsDigit(rest[1]) && !yearFollows(rest[1:]) {
			if wholeYearDates.MatchString(rest) {
				return yearOfPeriod
			}
			return yearOfDate
		}
		return yearBare
	}
	if n := digitsAt(after, 0); n > 0 && n <= 2 && strings.HasPrefix(after[n:], "月") {
		if strings.HasPrefix(after, "1月1日") && (strings.Contains(after, "至") || strings.Contains(after, "12月31日")) {
			return yearOfPeriod
		}
		return yearOfDate
	}
	if month := strings.TrimLeft(after, "一二三四五六七八九十"); month != after && strings.HasPrefix(month, "月") {
		if strings.HasPrefix(after, "一月") && strings.Contains(after, "十二月") {
			return yearOfPeriod
		}
		return yearOfDate
	}
	if isPublication(after) {
		return yearOfDate
	}
	return yearOfReport
}

// wholeYearDates matches what follows the year in 2023.1.1-2023.12.31.
var wholeYearDates = regexp.MustCompile(`^[-./]0?1[-./]0?1[-—–~～至到]+(?:20\d\d[-./])?12[-./]31`)

// isCompared reports whether a year between two texts is only the one that others are compared
// with: （与2022年对比）.
func isCompared(before, after string) bool {
	if !strings.HasPrefix(after, "对比") && !strings.HasPrefix(after, "相比") && !strings.HasPrefix(after, "比较") && !strings.HasPrefix(after, "同期") {
		return false
	}
	for _, word := range []string{"(与", "(同", "(和", "(较", "(比", ",与", ",同", ",较"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

var (
	twoDigitYear = regexp.MustCompile(`^([123]\d)年度?(?:$|[^\d月内前后以])`)
	yearRange    = regexp.MustCompile(`(20\d\d)年?度?[-—–~～至到](20\d\d)(?:$|[^\d])`)
)

// shortYear reads the 23年 with which the name of a sheet begins.
func shortYear(sheet string) []clue {
	m := twoDigitYear.FindStringSubmatch(sheet)
	if m == nil {
		return nil
	}
	return []clue{{year: firstYear + number(m[1]), place: placeSheet, detail: sheet, trust: trustSheet}}
}

// isYearRange reports whether a name gives the years from one to another.
func isYearRange(name string) bool {
	m := yearRange.FindStringSubmatch(name)
	return m != nil && m[1] < m[2]
}

// isPublication reports whether what follows a year says that something was published or
// handed in then, as in 石桥镇（2024年公开）: the report is for the year before.
func isPublication(after string) bool {
	for _, word := range []string{"公开", "发布", "公布", "填报", "填写", "印发", "报送", "上报", "编制", "编印", "汇编", "制表"} {
		rest, has := strings.CutPrefix(after, word)
		switch {
		case has && (rest == "" || strings.ContainsAny(rest[:1], ")]|-_,;")):
			return true
		case has && (strings.HasPrefix(rest, "稿") || strings.HasPrefix(rest, "的") && word != "公开"):
			return true
		}
	}
	return false
}

func yearFollows(s string) bool {
	return digitsAt(s, 0) == 4 && number(s[:4]) >= firstYear && number(s[:4]) <= lastYear
}

// chineseYear reads 二〇二三年 at the beginning of a text.
func chineseYear(s string) (yearMention, bool) {
	if !strings.HasPrefix(s, "二") {
		return yearMention{}, false
	}
	value, end, n := 0, 0, 0
	for i, r := range s {
		d := strings.IndexRune("〇一二三四五六七八九", r) / 3
		if r == '○' || r == '零' || r == 'Ｏ' || r == 'O' {
			d = 0
		} else if !strings.ContainsRune("〇一二三四五六七八九", r) {
			break
		}
		if n++; n > 4 {
			return yearMention{}, false
		}
		value, end = 10*value+d, i+len(string(r))
	}
	if n != 4 || value < firstYear || value > lastYear || !strings.HasPrefix(s[end:], "年") {
		return yearMention{}, false
	}
	m := yearMention{value: value, kind: kindOf(s[end:]), to: end, wasChinese: true}
	rest := s[end:]
	m.to += len(rest) - len(strings.TrimPrefix(strings.TrimPrefix(rest, "年"), "度"))
	return m, true
}

// dropYears replaces the years in a text by a character that separates names.
func dropYears(s string) string {
	found := yearsIn(s)
	for i := len(found) - 1; i >= 0; i-- {
		s = s[:found[i].from] + "|" + s[found[i].to:]
	}
	return s
}
