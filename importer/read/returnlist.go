package read

// ReturnListColumns are the headings of the list of findings on the first sheet
// of a return copy, with their widths in characters.
var ReturnListColumns = []struct {
	Zh, En string
	Width  float64
}{
	{"序号", "No.", 6}, {"位置", "Where", 17}, {"程度", "Weight", 8}, {"规则", "Rule", 14},
	{"问题", "What is wrong", 56}, {"建议", "Proposed", 36}, {"单位反馈", "Your answer", 18},
}

// IsReturnList recognises that list when a corrected return copy is imported. The list mentions
// figures but has none itself.
func IsReturnList(s *Sheet) bool {
	for i := range s.Rows {
		zh, en := true, true
		for j, c := range ReturnListColumns {
			text := s.At(i, j).Text
			zh, en = zh && text == c.Zh, en && text == c.En
		}
		if zh || en {
			return true
		}
	}
	return false
}
