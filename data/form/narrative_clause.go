package form

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// clause is a part of a sentence between commas or brackets, with what the words before
// it say about its numbers.
type clause struct {
	text     string // folded
	sentence int    // clauses of one sentence have the same number
	before   string // the passage from its beginning to the clause
	scope
}

// scope is what the words of a sentence say about the numbers that follow.
type scope struct {
	isPart    bool // 其中: a part of a number before
	isChannel bool // a part that came in one way, such as 网上
	isOther   bool // another body, area or year
}

// clausesOf splits a passage into its clauses. Only a full stop or the end of a paragraph
// ends a sentence: a semicolon separates the parts that follow 其中.
func clausesOf(text string, own ownWords) []clause {
	var list []clause
	before := ""
	for i, sentence := range sentencesOf(text) {
		var current scope
		if strings.HasPrefix(sentence, "其中") && len(list) > 0 {
			current = list[len(list)-1].scope
		}
		var outside []scope
		for _, part := range partsOf(sentence) {
			switch part {
			case "(":
				outside = append(outside, current)
			case ")":
				if n := len(outside); n > 0 {
					current, outside = outside[n-1], outside[:n-1]
				}
			default:
				current = current.after(part, own)
				list = append(list, clause{text: part, sentence: i, before: before, scope: current})
			}
			before += part
		}
		before += "。"
	}
	return list
}

var paragraphEnds = regexp.MustCompile(`([。；：！？.;:!?])[ \t\r\x{3000}]*\n`)

// sentencesOf folds the text and splits it into sentences. A line that ends without a
// mark continues in the next one, as lines of pages do.
func sentencesOf(text string) []string {
	text = paragraphEnds.ReplaceAllString(text, "$1。")
	return strings.FieldsFunc(foldText(text), func(r rune) bool { return strings.ContainsRune("。!?", r) })
}

// listedUnit finds the ends of the items in a list such as 予以公开7件、部分公开2件.
var listedUnit = regexp.MustCompile(`(件|宗|起|份|元|条|次)(?:、|和|及|以及)`)

// partsOf splits a sentence into clauses and the brackets between them.
func partsOf(sentence string) []string {
	sentence = listedUnit.ReplaceAllString(sentence, "$1,")
	sentence = strings.NewReplacer("(次)", "次", "(", ",(,", ")", ",),").Replace(sentence)
	parts := strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune(",;；", r) })
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}

var (
	channelWords = []string{"网上", "网络", "线上", "互联网", "当面", "现场", "信函", "邮寄", "邮件", "邮政", "传真", "平台", "系统", "窗口", "来函", "网站", "信箱", "电话", "口头"}
	otherAreas   = regexp.MustCompile(`全[省市区县州旗盟]|各(?:省|市|区|县|州|旗|盟|镇|街|乡|部门|单位|委办局|级)|(?:下属|所属|辖区|市直|县直|区直)`)
	ownBody      = regexp.MustCompile(`本(?:机关|单位|级|部门|镇|乡|街道|局|委|办|院|厅|中心)|我(?:机关|单位|部门|镇|乡|街道|局|委|办|院|厅|中心|站|所|处|队)`)
	thisYear     = regexp.MustCompile(`本年|今年|全年|年内`)
	earlier      = regexp.MustCompile(`^(?:在|截至)?(?:去年|上年|上一年|往年|前年)`)
	carriedOver  = regexp.MustCompile(`(?:去年|上年度?|上一年度?|\d{4}年度?)(?:的)?(?:未办结)?(?:结转|转入|遗留)|(?:结转|转入)(?:自)?(?:上年|上一年|去年)|与?(?:上年|去年|上一年)度?相比`)
	yearNumber   = regexp.MustCompile(`\d{4}年`)
	countWord    = regexp.MustCompile(`[\d零〇一二两三四五六七八九十百千万](?:件|宗|起|份|条|次)`)
	answered     = regexp.MustCompile(`办结|答复|办复|办理结果|处理结果`)
)

// after returns the scope of a clause, which also applies to the following clauses.
func (s scope) after(text string, own ownWords) scope {
	time := carriedOver.ReplaceAllString(text, "")
	switch year := yearNumber.FindString(time); {
	case ownBody.MatchString(text), thisYear.MatchString(time), year == own.yearWord():
		s.isOther = false
	case earlier.MatchString(time), year != "" && strings.HasPrefix(strings.TrimLeft(time, "截至自从在到"), year):
		s.isOther = true
	}
	if otherAreas.MatchString(text) {
		s.isOther = true
	}
	if strings.Contains(text, "其中") {
		s.isPart = true
	}
	if answered.MatchString(text) {
		s.isChannel = false
	}
	if containsAny(text, channelWords) && (countWord.MatchString(text) || strings.HasPrefix(text, "通过") && !strings.Contains(text, "等")) {
		s.isChannel = true
	}
	return s
}

// ownWords are the words by which a report names its own body and year.
type ownWords struct {
	names string
	year  int
}

// yearWord returns the report's year as a text names it: 2023年.
func (own ownWords) yearWord() string { return strconv.Itoa(own.year) + "年" }

func ownWordsOf(r *Report) ownWords {
	return ownWords{names: fold(r.Agency + " " + r.Region + r.Unit), year: r.Year}
}

var (
	fillers       = regexp.MustCompile(`(?:共|总共|共计|总计|全年|本年度?|今年|年内|\d{4}年度?|年度|依法|累计|新|已|均|及时|实际|严格|规范|积极|按时|按期|如期|全部|的|有|到)$`)
	foreignBody   = regexp.MustCompile(`(?:街道|镇|乡|局|委|委员会|办|办公室|办事处|政府|中心|村|社区|公司|学校|医院|管委会|站|所|队|部门|单位)$`)
	datesOfAYear  = regexp.MustCompile(`1月1日(?:起|开始)?(?:至|到|-|—|~|—-|——)(?:\d{4}年)?12月31日?|12月31日|12月底`)
	soFarThisYear = regexp.MustCompile(`(?:本年|今年)以来`)
	doubtful      = regexp.MustCompile(`历年|近年|近[二两三几四五]年|以来|同期|较|同比|环比|增加|减少|增长|下降|分别|平均|另外?有?$|名义|延期|逾期|超期|撤回|补正|当场|简易|上半年|下半年|季度|\d月|[多少]$`)
	notYet        = regexp.MustCompile(`(?:未|没有|没|不|拟|约|近|超|逾|第|每|首)$`)
	unnumbered    = regexp.MustCompile(`(?:、|和|及|与|或|以及|并)$`)
)

// isClear reports whether the words of the clause before a number leave no doubt that it
// counts the report's own cases of its own year.
func (c clause) isClear(before string, own ownWords) bool {
	before = soFarThisYear.ReplaceAllString(datesOfAYear.ReplaceAllString(before, ""), "本年")
	if doubtful.MatchString(before) || notYet.MatchString(before) || unnumbered.MatchString(before) || containsAny(before, channelWords) {
		return false
	}
	if strings.Contains(before, "累计") && !thisYear.MatchString(before) && !strings.Contains(before, own.yearWord()) {
		return false
	}
	if earlier.MatchString(before) {
		return false
	}
	for _, year := range yearNumber.FindAllString(before, -1) {
		if year != own.yearWord() {
			return false
		}
	}
	return !own.isForeign(before)
}

// isForeign reports whether the words end with the name of a body that is not the
// report's own.
func (own ownWords) isForeign(before string) bool {
	for {
		shorter := fillers.ReplaceAllString(before, "")
		if shorter == before {
			break
		}
		before = shorter
	}
	if !foreignBody.MatchString(before) || ownBody.MatchString(before) || strings.HasSuffix(before, "全镇") || strings.HasSuffix(before, "全乡") {
		return false
	}
	letters := []rune(before)
	return !strings.Contains(own.names, string(letters[max(0, len(letters)-3):]))
}
