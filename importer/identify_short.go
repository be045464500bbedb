package importer

import (
	"slices"
	"strings"
)

// withoutShortNames gives clues that name an office by a usual shortening, such as 发改局,
// the full name that another clue gives: 发展和改革局. If two full names fit, nothing is
// changed.
func withoutShortNames(clues []clue) []clue {
	var list []clue
	for i := range clues {
		short := &clues[i]
		if short.place == placeUser || short.body.unit == "" {
			continue
		}
		if full := fullName(clues, short.body); full != "" {
			if list == nil {
				list = slices.Clone(clues)
			}
			list[i].body.unit = full
		}
	}
	if list == nil {
		return clues
	}
	return list
}

// fullName returns the only name among the clues that the name of a body shortens, "" if
// there is none.
func fullName(clues []clue, short body) (full string) {
	for i := range clues {
		b := clues[i].body
		if clues[i].place == placeUser || !isShortName(short.unit, b.unit) || !strings.HasSuffix(b.region, short.region) && !strings.HasSuffix(short.region, b.region) {
			continue
		}
		if full != "" && full != b.unit {
			return ""
		}
		full = b.unit
	}
	return full
}

// officeEndings are the endings of offices, each with its shortening.
var officeEndings = [][2]string{{"办公室", "办"}, {"办公厅", "办"}, {"委员会", "委"}, {"管理委员会", "管委会"}, {"局", "局"}, {"厅", "厅"}, {"中心", "中心"}}

// governmentOffices are names of the office of a government, in any rank.
var governmentOffices = []string{"政府办", "府办", "政府办公室", "人民政府办", "人民政府办公室", "政办"}

// isShortName reports whether one name is a usual shortening of another: its first
// character is the same, the others follow in order, and the ending means the same.
func isShortName(short, full string) bool {
	if short == full || full == "" {
		return false
	}
	if full == "人民政府办公室" || full == "政府办公室" {
		name := short
		for _, rank := range []string{"县", "区", "市", "镇", "乡", "旗", "州"} {
			name = strings.TrimPrefix(name, rank)
		}
		return slices.Contains(governmentOffices, name) && len(name) < len(full)
	}
	for _, ending := range officeEndings {
		stem, isFull := strings.CutSuffix(full, ending[0])
		for _, end := range ending {
			if s, isShort := strings.CutSuffix(short, end); isFull && isShort && isShortening([]rune(s), []rune(stem)) {
				return true
			}
		}
	}
	return false
}

// isShortening reports whether the characters of a name are some of another's, the first
// one included, in order.
func isShortening(short, full []rune) bool {
	const fewest = 2 // characters; one could be of any office
	if len(short) < fewest || len(short) > len(full) || short[0] != full[0] {
		return false
	}
	at := 0
	for _, r := range full {
		if at < len(short) && short[at] == r {
			at++
		}
	}
	return at == len(short)
}
