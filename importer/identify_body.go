package importer

import (
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// body is an administrative body as its name describes it.
type body struct {
	unit, region, agency string
	level                level // rank of a place, noLevel for an office
	joined               bool  // the text lists it with the body before it
}

// parseBody reads the name of a body. ok is false if the text has neither a place nor the
// ending of an office.
func parseBody(text string) (b body, ok bool) {
	b, ok = namedBody(text)
	if !ok || strings.ContainsAny(text, ":：") || isAnonymous(b.unit) || isGroupName(b.unit) {
		return body{}, false
	}
	return b, true
}

func namedBody(text string) (b body, ok bool) {
	if first, second, has := strings.Cut(text, "（"); has && first != "" && strings.HasSuffix(second, "）") {
		if b, ok = namedBody(first); ok { // 农业农村局（乡村振兴局）
			b.unit, b.agency = b.unit+"（"+second, text
		}
		return b, ok
	}
	for _, owner := range []string{"中共", "中国共产党", "国家税务总局", "国家统计局"} {
		text = strings.TrimPrefix(text, owner)
	}
	name := splitPlace(text)
	// 东城区人民政府东直门街道办事处: the office follows its government.
	if inner, cut := strings.CutPrefix(name.rest, "人民政府"); cut && len(name.parts) > 0 {
		if more := splitPlace(inner); len(more.parts) > 0 && more.last > name.last {
			name = placeName{append(name.parts, more.parts...), more.last, more.rest}
		}
	}
	b = body{agency: text}
	n := len(name.parts)
	switch {
	case name.last < townLevel && isOwnOffice(name.rest):
		b.unit, b.region = ownOffice, strings.Join(name.parts, "")
		return b, true
	case n > 0 && (isOwnGovernment(name.rest) || name.last == townLevel && isTownOffice(name.rest)):
		b.unit, b.region, b.level = name.parts[n-1], strings.Join(name.parts[:n-1], ""), name.last
		return b, true
	case isOffice(name.rest):
		b.unit, b.region = name.rest, strings.Join(name.parts, "")
		if n > 0 && strings.HasPrefix(name.rest, "委") { // 临江区委宣传部
			_, size := utf8.DecodeLastRuneInString(name.parts[n-1])
			b.unit = name.parts[n-1][len(name.parts[n-1])-size:] + name.rest
		}
		return b, true
	}
	return body{}, false
}

// ownOffice is the unit of the body that reports for a place's own office alone, while
// its place is unknown: 区本级. See body.named.
const ownOffice = "本级"

// isOwnOffice reports whether the words after a place above the towns, or without a
// place, mean its own office: a body of its own, not the place as a whole.
func isOwnOffice(rest string) bool {
	rest = strings.TrimPrefix(rest, "人民")
	for _, place := range []string{"省", "市", "区", "县", "旗", "州", "盟"} {
		if after, ok := strings.CutPrefix(rest, place); ok {
			rest = strings.TrimPrefix(strings.TrimPrefix(after, "级"), "人民")
			break
		}
	}
	switch rest {
	case ownOffice, "政府" + ownOffice, ownOffice + "政府", ownOffice + "机关":
		return true
	}
	return false
}

// named returns the body with a name that distinguishes it from others: the own office of 临江区
// is 临江区本级, and the 县林业局 of 青石县 is its 林业局.
func (b body) named() body {
	if own, rank := form.WithoutRank(b.unit); rank != "" && strings.HasSuffix(b.region, rank) && isOffice(own) {
		b.unit = own
	}
	if b.unit != ownOffice || b.region == "" {
		return b
	}
	places := splitPlace(b.region).parts
	if n := len(places); n > 0 {
		b.unit, b.region = places[n-1]+ownOffice, strings.Join(places[:n-1], "")
	}
	return b
}

// isAnonymous reports whether a name is a placeholder, or only the ending of a name.
func isAnonymous(text string) bool {
	for _, kind := range []string{"镇", "乡", "街道", "县", "区", "市"} {
		if rest, cut := strings.CutPrefix(text, kind); cut && rest != "" && !strings.Contains(rest, "本级") && isOwnGovernment(rest) {
			return true
		}
	}
	return isPlaceholder(text) || strings.HasPrefix(text, "全") && isTotalName(text)
}

// isPlaceholder reports whether a name is one from an example, such as ××镇 or 某某局.
func isPlaceholder(text string) bool {
	if rest := strings.TrimLeft(text, "XxＸｘ"); rest != text && beginsWithLevel(rest) {
		return true
	}
	return strings.HasPrefix(text, "某") || strings.Contains(text, "某某") || strings.ContainsAny(text, "×✕╳○□＊*◯")
}

// isOwnGovernment reports whether the words after a place name its own government, so
// that the place itself is the body.
func isOwnGovernment(rest string) bool {
	switch rest {
	case "", "人民政府", "政府", "办事处", "人民政府办事处", "管委会", "管理委员会", "党工委管委会", "党工委、管委会", "本级", "人民政府本级", "本级政府", "政府本级":
		return true
	}
	return false
}

// isTownOffice reports whether the words after a town name its government together with
// its party committee, or the office that writes for it: the town is the body.
func isTownOffice(rest string) bool {
	switch rest {
	case "办", "党委政府", "党委、政府", "党委人民政府", "党委、人民政府", "党工委办事处", "党工委、办事处":
		return true
	}
	for _, government := range []string{"人民政府", "政府", "办事处"} {
		rest = strings.TrimPrefix(rest, government)
	}
	switch rest {
	case "办公室", "党政办公室", "党政办", "党政综合办公室", "党政综合办", "综合办公室", "综合办":
		return true
	}
	return false
}

// isOffice reports whether a text has the ending of an office.
func isOffice(text string) bool {
	runes := []rune(text)
	if len(runes) < 3 || len(runes) > 30 {
		return false
	}
	for _, ending := range []string{
		"局", "委员会", "办公室", "办公厅", "厅", "委", "办", "中心", "管委会", "支队", "总队", "大队", "院", "署", "公司", "集团", "医院", "学校", "大学", "学院", "银行", "馆", "事务所", "管理处", "联合会", "办事处", "政府",
		"供销社", "供销合作社", "工会", "残联", "妇联", "工商联", "文联", "科协", "侨联", "协会", "司法所", "财政所", "派出所", "税务所", "管理所", "服务站", "管理站", "工作站", "农场", "林场", "牧场", "宣传部", "组织部", "统战部", "武装部", "融媒体", "征收处", "中学", "小学", "幼儿园",
	} {
		if n := utf8.RuneCountInString(ending); strings.HasSuffix(text, ending) && (len(runes) > n || n > 2) {
			return true
		}
	}
	return false
}

// setPhrases are phrases in titles, sheet names and file names that are part of no name,
// longer ones first.
var setPhrases = []string{
	"政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作年报", "政府信息公开年报", "政府信息公开工作", "政府信息公开",
	"年度工作报告", "年度报告", "工作年报", "年度年报", "信息公开工作", "信息公开", "年报", "情况统计表", "情况统计", "统计汇总表", "统计汇总", "统计表", "统计报表", "汇总表", "情况表", "数据表", "明细表", "对比表",
	"收到和处理", "依申请公开", "工作簿", "工作表", "的通知", "的公告", "年度",
}

// noise lists words that occur beside names, but can also be part of one: 统计局.
var noise = []string{
	"报告", "统计", "汇总", "情况", "表格", "数据", "附件", "附表", "最终版", "最终", "终稿", "定稿", "初稿", "草稿", "送审稿", "修改稿", "修改", "修订版", "修订", "更正", "订正", "正式版", "正式", "上报", "报送", "填报", "模板", "样表", "副本", "打印版", "新版", "旧版", "盖章版",
	"主动公开", "政务公开", "行政复议", "行政诉讼", "行政执法", "申请", "关于", "发布", "公布", "印发", "各镇街", "各乡镇", "各单位", "镇街", "乡镇", "新建",
}

// bodiesIn returns the bodies that a title, a sheet name or a file name mentions, and the
// remaining words that could be a name but do not look like one.
func bodiesIn(text string) (bodies []body, leftover []string) {
	s := squeeze(text)
	if i := strings.Index(s, "政府信息公开"); i > 0 && strings.HasSuffix(s[:i], "人民") {
		s = s[:i] + "政府|" + s[i:] // 某镇人民政府信息公开年报
	}
	s = dropYears(s)
	for _, phrase := range setPhrases {
		s = strings.ReplaceAll(s, phrase, "|")
	}
	pieces := strings.Split(s, "|")
	for i := range pieces {
		pieces[i] = withoutPrefixWords(pieces[i])
	}
	for _, n := range namesIn(strings.Join(pieces, "|")) {
		if n.torn { // the end of the name before it is missing too
			bodies = bodies[:max(len(bodies)-1, 0)]
		}
		found, rest := bodiesOf(n)
		bodies, leftover = append(bodies, found...), append(leftover, rest...)
	}
	return bodies, leftover
}

// bodiesOf reads one name: whole, or without the words beside it.
func bodiesOf(n name) (bodies []body, leftover []string) {
	if n.torn {
		return nil, []string{n.text}
	}
	s := withoutPrefixWords(n.text)
	if all := bodiesJoined(s); all != nil {
		return all, nil
	}
	if b, ok := parseBody(s); ok {
		b.joined = n.joined
		return []body{b}, nil
	}
	for _, word := range noise {
		s = strings.ReplaceAll(s, word, "|")
	}
	for _, p := range strings.Split(s, "|") {
		if b, ok := parseBody(p); ok {
			b.joined = n.joined && len(bodies) == 0
			bodies = append(bodies, b)
		} else if k := len([]rune(p)); k >= 2 && k <= 12 && mayBeLabel(p) {
			leftover = append(leftover, p)
		}
	}
	return bodies, leftover
}

// prefixWords are words in front of names with which no name begins.
var prefixWords = []string{"关于", "发布", "公布", "印发", "附件", "附表", "上报", "报送", "填报", "汇总", "最终版", "最终", "终稿", "定稿", "初稿", "草稿", "送审稿", "修改稿", "修订稿", "修订版", "更正", "订正", "正式版", "副本", "打印版", "盖章版", "新版", "旧版"}

func withoutPrefixWords(s string) string {
	for {
		rest := s
		for _, word := range prefixWords {
			rest = strings.TrimPrefix(rest, word)
		}
		if rest == s {
			return s
		}
		s = rest
	}
}

// bodiesJoined reads 梅林镇和古渡镇; it returns nil for any other text.
func bodiesJoined(text string) []body {
	for _, word := range []string{"和", "与", "及"} {
		for from := 0; ; {
			at := strings.Index(text[from:], word)
			if at < 0 {
				break
			}
			at += from
			from = at + len(word)
			one, ok := parseBody(text[:at])
			other, also := parseBody(text[from:])
			if ok && also && one.level == townLevel && other.level == townLevel {
				other.joined = true
				return []body{one, other}
			}
		}
	}
	return nil
}

func isNameBreak(r rune) bool {
	return r < utf8.RuneSelf || r >= '①' && r <= '⓿' || strings.ContainsRune("《》〈〉【】—–－、，。：；“”‘’「」＋～〔〕", r)
}

// squeeze drops spaces and invisible characters.
func squeeze(s string) string {
	s = read.Tidy(s)
	if strings.IndexByte(s, ' ') < 0 && strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' {
			return -1
		}
		return r
	}, s)
}
