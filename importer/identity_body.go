package importer

import (
	"nianbao/importer/read"
	"strings"
)

// body is an administrative body as its name says.
type body struct {
	unit, region, agency string
	level                level // rank of a place, noLevel for an office
}

// parseBody reads the name of a body. ok is false if the text has neither a
// place nor an ending that offices have.
func parseBody(text string) (b body, ok bool) {
	b, ok = namedBody(text)
	if !ok || isAnonymous(b.unit) {
		return body{}, false
	}
	return b, true
}

func namedBody(text string) (b body, ok bool) {
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
	case n > 0 && isOwnGovernment(name.rest):
		b.unit, b.region, b.level = name.parts[n-1], strings.Join(name.parts[:n-1], ""), name.last
		return b, true
	case isOffice(name.rest):
		b.unit, b.region = name.rest, strings.Join(name.parts, "")
		return b, true
	}
	return body{}, false
}

// isAnonymous reports whether a name is a placeholder from an example, such as
// ××镇 or 某某局, or only the end of a name.
func isAnonymous(text string) bool {
	for _, kind := range []string{"镇", "乡", "街道", "县", "区", "市"} {
		if rest, cut := strings.CutPrefix(text, kind); cut && rest != "" && !strings.Contains(rest, "本级") && isOwnGovernment(rest) {
			return true
		}
	}
	return strings.HasPrefix(text, "某") || strings.Contains(text, "某某") || strings.ContainsAny(text, "×✕╳○□＊*◯")
}

// isOwnGovernment reports whether the words behind a place name its own
// government, so that the place itself is the body.
func isOwnGovernment(rest string) bool {
	switch rest {
	case "", "人民政府", "政府", "办事处", "人民政府办事处", "管委会", "管理委员会", "党工委管委会", "党工委、管委会", "本级", "人民政府本级", "本级政府", "政府本级":
		return true
	}
	return false
}

// isOffice reports whether a text ends as the names of offices do.
func isOffice(text string) bool {
	runes := []rune(text)
	if len(runes) < 3 || len(runes) > 30 {
		return false
	}
	for _, ending := range []string{
		"局", "委员会", "办公室", "办公厅", "厅", "委", "办", "中心", "管委会", "支队", "总队", "大队", "院", "署", "公司", "集团", "医院", "学校", "大学", "学院", "银行", "馆", "事务所", "管理处", "联合会", "办事处", "政府",
	} {
		if strings.HasSuffix(text, ending) && len(runes) > len([]rune(ending)) {
			return true
		}
	}
	return false
}

// noise lists words in titles, sheet names and file names that are not part of
// a body's name, longer ones first.
var noise = []string{
	"政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作年报", "政府信息公开年报", "政府信息公开工作", "政府信息公开",
	"年度工作报告", "年度报告", "工作年报", "年度年报", "信息公开", "政务公开", "年报", "报告", "情况统计", "统计汇总", "统计表", "汇总表", "统计", "汇总", "情况表", "情况",
	"表格", "数据", "附件", "附表", "最终版", "最终", "终稿", "定稿", "初稿", "修改稿", "修改", "修订", "正式", "上报", "报送", "填报", "模板", "样表", "副本", "打印版",
	"收到和处理", "主动公开", "依申请公开", "行政复议", "行政诉讼", "申请", "关于", "发布", "公布", "印发", "的通知", "的公告", "年度", "各镇街", "各乡镇", "各单位", "镇街", "乡镇", "工作簿", "工作表", "新建",
}

// bodiesIn returns the bodies that a title, a sheet name or a file name
// mentions, and the remaining words that could be a name but do not look like
// one.
func bodiesIn(text string) (bodies []body, leftover []string) {
	s := squeeze(text)
	if i := strings.Index(s, "政府信息公开"); i > 0 && strings.HasSuffix(s[:i], "人民") {
		s = s[:i] + "政府|" + s[i:] // 某镇人民政府信息公开年报
	}
	s = dropYears(s)
	for _, word := range noise {
		s = strings.ReplaceAll(s, word, "|")
	}
	for _, p := range strings.FieldsFunc(s, isNameBreak) {
		if b, ok := parseBody(p); ok {
			bodies = append(bodies, b)
		} else if n := len([]rune(p)); n >= 2 && n <= 12 && mayBeLabel(p) {
			leftover = append(leftover, p)
		}
	}
	return bodies, leftover
}

func isNameBreak(r rune) bool {
	return r < 0x80 || strings.ContainsRune("|（）()《》〈〉【】[]—–－_、，。：:；;·“”‘’＋+～〔〕", r)
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
