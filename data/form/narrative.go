package form

import (
	"regexp"
	"strconv"
	"strings"
)

// claim is a wording with which the text of a report states a figure of its
// tables.
type claim struct {
	pattern *regexp.Regexp // with one group, the number
	key     Key
	// accepts lists the sums that bodies are known to mean by these words.
	accepts [][]Key
}

// claims returns the wordings that are checked: only those that leave no doubt which
// figure is meant, since a false alarm is worse than none.
func claims() []claim {
	total := func(item string) Key { return Key{ApplicationsTable, item, TotalColumnID} }
	received, carried, handled, forward := total("received"), total("carried-over"), total("outcome-total"), total("carried-forward")
	const request = `(?:依申请公开)?(?:政府)?(?:信息)?(?:依申请)?(?:公开)?(?:的)?申请(?:共|共计|总计|合计|数量为|数)?`
	return []claim{
		{regexp.MustCompile(`(?:共|总共|共计|新)?(?:收到|受理|新收|接收|收)(?:各类|到)?` + request + `(\d+)(?:件|宗|份|条|项)`), received,
			[][]Key{{received}, {received, carried}}},
		{regexp.MustCompile(`(?:上年|上年度|上一年|上一年度)结转(?:政府信息公开)?(?:申请)?(\d+)(?:件|宗|份|条|项)`), carried, [][]Key{{carried}}},
		{regexp.MustCompile(`结转(?:至|到)?(?:下年|下年度|下一年|下一年度|次年)(?:度)?(?:继续)?(?:办理)?(?:的)?(?:申请)?(\d+)(?:件|宗|份|条|项)`), forward, [][]Key{{forward}}},
		{regexp.MustCompile(`(?:共|总共|共计)(?:办结|答复|办理)(?:政府信息公开|依申请公开)?(?:申请)?(\d+)(?:件|宗|份|条|项)`), handled,
			[][]Key{{handled}, {received}, {received, carried}}},
	}
}

// If one of partWords is in the same sentence, the number covers only a part.
var partWords = []string{"其中", "网上", "网络", "线上", "当面", "信函", "邮寄", "传真", "邮件", "平台", "系统", "去年", "累计", "历年", "同比", "较上年", "近年"}

// checkNarrative compares the numbers in the text with the tables. It also
// reports a section 五 without content, and a text that denies fees although the
// table has an amount.
func (s figureSlots) checkNarrative(text []Passage, claims []claim) []Finding {
	var findings []Finding
	folded := make([]Passage, len(text))
	for i, p := range text {
		folded[i] = Passage{p.Section, foldText(p.Text)}
	}
	for _, c := range claims {
		for _, p := range folded {
			findings = append(findings, s.checkClaim(c, p)...)
		}
	}
	for _, p := range folded {
		findings = append(findings, s.checkSection(p)...)
	}
	return findings
}

func (s figureSlots) checkClaim(c claim, p Passage) []Finding {
	var findings []Finding
	text := p.Text
	for _, at := range c.pattern.FindAllStringSubmatchIndex(text, -1) {
		sentence := sentenceAround(text, at[0], at[1])
		stated, err := strconv.ParseInt(text[at[2]:at[3]], 10, 64)
		if err != nil || containsAny(sentence, partWords) || s.agrees(c, Count(stated)) {
			continue
		}
		f := s.get(c.key)
		if f == nil || !f.Status.HasValue() {
			continue
		}
		findings = append(findings, Finding{Rule: RuleNarrative, Severity: SeverityWarning, Key: c.key, HasValues: true,
			Left: Count(stated), Right: f.Value, Text: sentence, Source: Source{Cell: "第" + p.Section + "部分"}})
	}
	return findings
}

// agrees reports whether one of the accepted sums is the number in the text.
func (s figureSlots) agrees(c claim, stated Number) bool {
	for _, keys := range c.accepts {
		var sum Number
		for _, k := range keys {
			if f := s.get(k); f != nil && f.Status.HasValue() {
				sum += f.Value
			}
		}
		if sum == stated {
			return true
		}
	}
	return false
}

// checkSection reports a section 五 without content, and fees denied in section
// 一 or 六.
func (s figureSlots) checkSection(p Passage) []Finding {
	switch p.Section {
	case "五":
		const shortest = 10 // a shorter text cannot have any content
		if len([]rune(lettersAndDigits(p.Text))) < shortest {
			return []Finding{{Rule: RuleNarrative, Severity: SeverityWarning, Text: "五、" + p.Text, Source: Source{Cell: "第五部分"}}}
		}
	case "一", "六":
		return s.checkFees(p)
	}
	return nil
}

var deniedFees = regexp.MustCompile(`(?:本年|本年度|全年|年度|\d{4}年)?[^。；]{0,12}(?:没有|未|无)(?:收取|产生|发生)?(?:任何)?行政事业性收费`)

// checkFees reports a text that denies fees although the table has an amount.
func (s figureSlots) checkFees(p Passage) []Finding {
	k := Key{"fees", "fee", "amount"}
	f := s.get(k)
	denied := deniedFees.FindString(p.Text)
	if denied == "" || f == nil || !f.Status.HasValue() || f.Value == 0 {
		return nil
	}
	return []Finding{{Rule: RuleNarrative, Severity: SeverityWarning, Key: k, HasValues: true, Right: f.Value, Text: denied, Source: Source{Cell: "第" + p.Section + "部分"}}}
}

// foldText is fold that also removes the commas between thousands.
func foldText(text string) string { return thousands.ReplaceAllString(fold(text), "$1$2") }

var thousands = regexp.MustCompile(`(\d),(\d{3})\b`)

// sentenceAround returns the sentence around a part of the text.
func sentenceAround(text string, from, to int) string {
	start, end := 0, len(text)
	if i := strings.LastIndexAny(text[:from], "。;；!\n"); i >= 0 {
		start = i + len("。")
		if text[i] < 0x80 {
			start = i + 1
		}
	}
	if i := strings.IndexAny(text[to:], "。;；!\n"); i >= 0 {
		end = to + i
	}
	return text[start:end]
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
