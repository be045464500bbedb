package form

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Clerks abbreviate the names of offices: 发改局 for 发展和改革局, 县林业局 for the 林业局 of
// their county.

// officeEndings are the endings of offices, each with its shortening.
var officeEndings = [][2]string{{"办公室", "办"}, {"办公厅", "办"}, {"委员会", "委"}, {"管理委员会", "管委会"}, {"局", "局"}, {"厅", "厅"}, {"中心", "中心"}}

// governmentOffices are names of the office of a government, in any rank.
var governmentOffices = []string{"政府办", "府办", "政府办公室", "人民政府办", "人民政府办公室", "政办"}

// usualStems are the beginnings of shortened names that are in general use and mean one
// office each.
var usualStems = []string{
	"发改", "人社", "住建", "教体", "市监", "市场监管", "城管", "城管执法", "卫健", "应急", "文旅", "文旅广体", "文旅广电", "文体旅", "工信", "科工信", "农业农村", "交通", "退役军人", "医保", "国资", "人防", "民宗",
	"行政审批", "审批", "金融", "自规", "资规", "自然资源", "粮储", "乡村振兴", "教科", "教科体", "城建", "防震减灾", "信访", "统计", "机关事务",
}

// IsShortName reports whether one name of an office is a usual shortening of another: its
// first character is the same, the others follow in order, and the ending means the same.
func IsShortName(short, full string) bool {
	if short == full || full == "" {
		return false
	}
	if full == "人民政府办公室" || full == "政府办公室" {
		return IsGovernmentOffice(short) && len(withoutAnyRank(short)) < len(full)
	}
	if own, rank := WithoutRank(short); rank != "" && (own == full || isShortOffice(own, full)) {
		return true
	}
	return isShortOffice(short, full)
}

// IsUsualShortName is IsShortName for shortenings that are in general use, so that no other
// office can be meant.
func IsUsualShortName(short, full string) bool {
	if !IsShortName(short, full) {
		return false
	}
	own, _ := WithoutRank(short)
	if IsGovernmentOffice(short) || own == full {
		return true
	}
	return slices.ContainsFunc(officeEndings, func(ending [2]string) bool {
		return slices.ContainsFunc(ending[:], func(end string) bool {
			stem, ok := strings.CutSuffix(own, end)
			return ok && slices.Contains(usualStems, stem)
		})
	})
}

// IsGovernmentOffice reports whether a name is one of the office of a government, whatever
// its rank: 县府办.
func IsGovernmentOffice(name string) bool {
	return slices.Contains(governmentOffices, withoutAnyRank(name))
}

func withoutAnyRank(name string) string {
	for _, rank := range []string{"县", "区", "市", "镇", "乡", "旗", "州"} {
		name = strings.TrimPrefix(name, rank)
	}
	return name
}

// notRanks are words of names that only look as if they began with the rank of a place.
var notRanks = []string{"市场", "市监", "市容", "市域", "市民中心", "市民服务", "市郊", "区域", "区划", "区块", "县域", "县志", "县乡", "旗舰", "州际", "县委", "区委", "市委", "旗委", "州委"}

// WithoutRank splits the rank of its place off the name of an office: 县林业局 is the 林业局
// of a county. rank is "" if the name begins with none.
func WithoutRank(name string) (own, rank string) {
	r, size := utf8.DecodeRuneInString(name)
	if !strings.ContainsRune("县区市旗州", r) || strings.HasPrefix(name, "市政") && !strings.HasPrefix(name, "市政府") && !strings.HasPrefix(name, "市政务") {
		return name, ""
	}
	for _, word := range notRanks {
		if strings.HasPrefix(name, word) {
			return name, ""
		}
	}
	if utf8.RuneCountInString(name) < 4 {
		return name, ""
	}
	return name[size:], name[:size]
}

func isShortOffice(short, full string) bool {
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
