package importer

import (
	"regexp"
	"strings"
)

// A report covers one whole year. Tables for part of a year, for several years or for the
// change between two years look the same, except for their titles.
var (
	partOfYear  = regexp.MustCompile(`半年|季度|季报|月度|月报(?:[^送]|$)|(?i:(?:^|[^a-z])(?:[1-4]q|q[1-4]|h[12])(?:[^a-z0-9]|$))`)
	untilMonth  = regexp.MustCompile(`截[至止到](?:20\d\d年)?(\d{1,2})月`)
	monthRange  = regexp.MustCompile(`(?:^|[^\d])(\d{1,2})月?[-—–~～至到](\d{1,2})月`)
	oneMonth    = regexp.MustCompile(`(?:^|[^\d])\d{1,2}月份`)
	hanMonths   = regexp.MustCompile(`([一二三四五六七八九十]{1,2})月?[-—–~～至到]([一二三四五六七八九十]{1,2})月`)
	severalYear = regexp.MustCompile(`(20\d\d)年?度?(?:[-—–~～至到、,和与及同]|较|比|相比|对比)+(20\d\d)年`)
	fewYears    = regexp.MustCompile(`[近前][两二三四五几]年|历年`)
	changes     = regexp.MustCompile(`增减情况|变化情况|对比情况|对比表|增减表|比较表|同比情况`)
)

// isNotOneYear reports whether a squeezed title is about anything other than
// one whole year.
func isNotOneYear(title string) bool {
	if partOfYear.MatchString(title) || oneMonth.MatchString(title) || fewYears.MatchString(title) || changes.MatchString(title) {
		return true
	}
	if m := untilMonth.FindStringSubmatch(title); m != nil && m[1] != "12" {
		return true
	}
	if m := monthRange.FindStringSubmatch(title); m != nil && (m[1] != "1" && m[1] != "01" || m[2] != "12") {
		return true
	}
	if m := hanMonths.FindStringSubmatch(title); m != nil && (m[1] != "一" || m[2] != "十二") {
		return true
	}
	m := severalYear.FindStringSubmatch(title)
	return m != nil && m[1] != m[2]
}

// isPartOfYear reports whether a squeezed title is about a quarter, a half year or months.
func isPartOfYear(title string) bool {
	return isNotOneYear(fewYears.ReplaceAllString(severalYear.ReplaceAllString(changes.ReplaceAllString(title, ""), ""), ""))
}

// isSeveralYears reports whether a squeezed title is about several whole years.
func isSeveralYears(title string) bool {
	if partOfYear.MatchString(title) || oneMonth.MatchString(title) || untilMonth.MatchString(title) || monthRange.MatchString(title) {
		return false
	}
	return fewYears.MatchString(title) || severalYear.MatchString(title)
}

// mayBeNotOneYear is a cheap test that most titles fail.
func mayBeNotOneYear(title string) bool {
	return strings.ContainsAny(title, "半季月近前历增变对比同-—–~～至到、较和与及QqHh")
}

// periodDoubt returns a clue if a title is about anything other than one year.
func periodDoubt(text, place string) (clue, bool) {
	switch place {
	case placeTitle, placeSheet, placeFile, placeWorkbook:
	default:
		return clue{}, false
	}
	title := squeeze(text)
	if place == placeFile {
		title = oneMonth.ReplaceAllString(title, "") // the month is the date of sending
	}
	if !mayBeNotOneYear(title) || place == placeFile && severalYear.MatchString(title) || !isNotOneYear(title) {
		return clue{}, false
	}
	return clue{kind: yearNotOne, place: place, detail: text}, true
}
