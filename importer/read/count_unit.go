package read

import "strings"

// IsCountUnit reports whether a text is a unit in which the form's figures are counted.
func IsCountUnit(text string) bool {
	switch text {
	case "件", "宗", "个", "项", "次", "起", "份", "例", "部", "条":
		return true
	}
	return false
}

// IsScaledCount reports whether a unit is a multiple of a count unit: 万件. A figure in it
// may be rounded.
func IsScaledCount(unit string) bool {
	for _, scale := range []string{"百", "千", "万", "十万", "百万", "亿"} {
		if rest, ok := strings.CutPrefix(unit, scale); ok && IsCountUnit(rest) {
			return true
		}
	}
	return false
}
