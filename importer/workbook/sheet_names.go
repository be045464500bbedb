package workbook

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"nianbao/data/form"
)

// longestSheetName is in units of UTF-16, as Excel counts.
const longestSheetName = 31

// sheetName turns a name into one that spreadsheets accept.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return -1
		}
		return r
	}, name)
	name = strings.Trim(shortened(strings.Trim(name, "'"), longestSheetName), "'")
	if name == "" {
		return "年度报告"
	}
	return name
}

// shortened cuts a name to so many units of UTF-16.
func shortened(name string, most int) string {
	used := 0
	for i, r := range name {
		if used += utf16.RuneLen(r); used > most {
			return name[:i]
		}
	}
	return name
}

// sheetNames are the names that a workbook has used, in lower case, because spreadsheets ignore
// case.
type sheetNames map[string]bool

// unique returns the name, with a number if it is taken.
func (taken sheetNames) unique(wanted string) string {
	name := sheetName(wanted)
	for n := 2; taken[strings.ToLower(name)]; n++ {
		suffix := fmt.Sprintf("（%d）", n)
		name = shortened(sheetName(wanted), longestSheetName-len([]rune(suffix))) + suffix
	}
	taken[strings.ToLower(name)] = true
	return name
}

// ofBody names the sheet of a report after its unit, with the region before it if several
// reports are of units of that name.
func (taken sheetNames) ofBody(r *form.Report, all []form.Report) string {
	for i := range all {
		if all[i].Unit == r.Unit && all[i].Region != r.Region {
			return taken.unique(r.Region + r.Unit)
		}
	}
	return taken.unique(r.Unit)
}
