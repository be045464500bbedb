package importer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// listKinds are the usual kinds of bodies in a list; the first ones are those that the
// program offers.
var listKinds = []string{
	"本级", "镇", "乡", "街道", "部门", "开发区", "园区", "其他", "其它", "乡镇", "镇街", "乡镇街道", "街道办", "街道办事处", "委办局", "区直部门", "县直部门", "市直部门", "政府部门", "派出机构", "垂管单位", "垂直管理单位", "事业单位", "国有企业", "企业", "群团", "社区",
	"town", "township", "subdistrict", "department", "zone", "own", "other", "towns", "townships", "subdistricts", "departments", "zones", "own office", "others", "county", "district", "city", "province",
}

// kindWords occur in the names of other kinds, which users may choose freely.
var kindWords = []string{"镇", "乡", "街", "区", "县", "市", "省", "州", "盟", "旗", "村", "部", "级", "政府", "园", "局", "委", "办", "厅", "院", "中心", "单位", "机构", "机关", "企", "公司", "集团", "校", "组织", "系统", "团", "党", "站", "所", "队", "处", "会", "口"}

// kindFault reports whether a text is no kind of body, and the kind that it may be meant
// for, "" if there is none.
func kindFault(text string) (nearest string, is bool) {
	lower := strings.ToLower(text)
	if text == "" || strings.Trim(text, "-—/无") == "" || slices.Contains(listKinds, lower) {
		return "", false
	}
	for _, kind := range listKinds {
		if utf8.RuneCountInString(kind) > 1 && differsOnce(lower, kind) {
			return kind, true
		}
	}
	const longest = 12 // characters
	return "", !containsAny(text, kindWords) || utf8.RuneCountInString(text) > longest
}

// differsOnce reports whether one character of two texts of equal length is different.
func differsOnce(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	n := 0
	for i := range x {
		if x[i] != y[i] {
			n++
		}
	}
	return n == 1
}
