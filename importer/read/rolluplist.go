package read

// RollUpListColumns are headings of the list in which a roll-up compares its sums with the
// published figures. They are those of RollUpPublished and RollUpSum in ui/words.
var RollUpListColumns = []struct{ Zh, En string }{{"上级公布数", "Published"}, {"各单位合计", "Sum of bodies"}}

// IsRollUpList recognises that list when a roll-up is imported. It has items and numbers of the
// form, but is not a report: it compares two sources.
func IsRollUpList(s *Sheet) bool {
	const headRows = 5
	for i := range s.Rows[:min(len(s.Rows), headRows)] {
		for j := range s.Rows[i].Cells {
			zh, en := true, true
			for k, c := range RollUpListColumns {
				text := s.At(i, j+k).Text
				zh, en = zh && text == c.Zh, en && text == c.En
			}
			if zh || en {
				return true
			}
		}
	}
	return false
}
