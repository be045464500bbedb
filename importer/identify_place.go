package importer

import "strings"

// level is the rank of an administrative place.
type level int

// The ranks, highest first. The parts of a name descend in rank, but may skip ranks.
const (
	noLevel level = iota
	provinceLevel
	cityLevel
	countyLevel
	townLevel
)

// placeName is an administrative name split into its ranks: 北京市 大兴区 瀛海镇.
type placeName struct {
	parts []string
	last  level
	rest  string // what follows: 人民政府, 财政局
}

// splitPlace splits the administrative places off the front of a name. It knows the
// endings of the ranks, not the names: of all ways to read the text it takes the one that
// explains most of it, with most ranks, and with the fewest names of one character. So
// 城关镇, 市中区, 镇海区, 乡宁县, 津市市 and 景德镇市 stay whole.
func splitPlace(text string) placeName {
	p := placeParser{text: []rune(text)}
	p.from(0, noLevel, nil, 0)
	name := placeName{last: p.bestLevel}
	end := 0
	for _, cut := range p.best {
		name.parts = append(name.parts, string(p.text[end:cut]))
		end = cut
	}
	name.rest = string(p.text[end:])
	return name
}

type placeParser struct {
	text      []rune
	best      []int // ends of the parts
	bestScore int
	bestLevel level
	steps     int
}

const (
	maxPlace = 40   // characters; longer texts are not names
	maxSteps = 2000 // of one search
)

func (p *placeParser) from(start int, above level, cuts []int, short int) {
	if p.steps++; p.steps > maxSteps || len(p.text) > maxPlace {
		return
	}
	if n := len(cuts); n > 0 {
		if score := 100*cuts[n-1] + 10*n - 6*short; score > p.bestScore {
			p.best, p.bestScore, p.bestLevel = append([]int(nil), cuts...), score, above
		}
	}
	for end := start + 2; end <= len(p.text); end++ {
		rank, suffix := rankOf(p.text[start:end], p.text[end:])
		if rank == noLevel || end-start <= suffix {
			continue
		}
		if rank == cityLevel && above == cityLevel && p.text[end-1] == '市' {
			rank = countyLevel // a city under a city
		}
		if rank <= above && !(rank == countyLevel && isZone(p.text[start:end])) {
			continue
		}
		oneShort := short
		if end-start-suffix == 1 {
			oneShort++
		}
		p.from(end, max(rank, above), append(cuts, end), oneShort)
	}
}

// rankOf returns the rank that the ending of a name expresses and the length of that
// ending; after is the text after the name.
func rankOf(name, after []rune) (rank level, suffix int) {
	if !strings.ContainsRune("区省州市盟县旗道木镇乡", name[len(name)-1]) {
		return noLevel, 0 // the usual result
	}
	text, next := string(name), string(after)
	ends := func(word string) bool { return strings.HasSuffix(text, word) }
	switch {
	case strings.Contains(text, "政府"), isCityWord(text):
		return noLevel, 0
	case ends("自治区"):
		return provinceLevel, 3
	case ends("省"):
		return provinceLevel, 1
	case ends("自治州"):
		return cityLevel, 3
	case ends("地区") && strings.HasPrefix(next, "办事处"):
		return townLevel, 2
	case ends("地区"):
		return cityLevel, 2
	case ends("市") && !strings.HasPrefix(next, "场"), ends("盟") && len(name) > 2 && !strings.HasPrefix(next, "路"):
		return cityLevel, 1
	case ends("社区"), ends("校区"), ends("城区街"):
		return noLevel, 0
	case ends("区"), ends("县"), ends("旗"):
		return countyLevel, 1
	case ends("街道"), ends("苏木"):
		return townLevel, 2
	case ends("镇") && !strings.HasPrefix(next, "街"), ends("乡"):
		return townLevel, 1
	}
	return noLevel, 0
}

// isCityWord reports whether the ending of a name is 城市 or 城乡 as in 城市管理局 and
// 住房和城乡建设局: 诸城市 and 古城乡 are places.
func isCityWord(text string) bool {
	before, isCity := strings.CutSuffix(text, "城市")
	if !isCity {
		if before, isCity = strings.CutSuffix(text, "城乡"); !isCity {
			return false
		}
	}
	return before == "" || strings.HasSuffix(before, "和") || strings.HasSuffix(before, "县") || strings.HasSuffix(before, "区") || strings.HasSuffix(before, "市")
}

// isZone reports whether a place is a zone with its own administration, which
// may lie below another place of the same rank.
func isZone(name []rune) bool {
	text := string(name)
	for _, word := range []string{"开发区", "实验区", "示范区", "高新区", "风景名胜区", "旅游区", "度假区", "保税区", "园区", "管理区", "工业区", "功能区", "合作区", "新区"} {
		if strings.HasSuffix(text, word) && len(name) > len([]rune(word)) {
			return true
		}
	}
	return false
}
