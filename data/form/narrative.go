package form

import (
	"regexp"
	"strconv"
	"strings"
)

// stated is a number that the text states for a figure.
type stated struct {
	claim
	statedNumber
	clause clause
	at     int // where the number is in the passage
}

// checkNarrative compares the numbers in the text with the tables. It also
// reports a section 五 without content, and a text that denies fees although the
// table has an amount.
func (s figureSlots) checkNarrative(r *Report, claims []claimGroup) []Finding {
	var findings []Finding
	own := ownWordsOf(r)
	for _, p := range r.Narrative {
		clauses := clausesOf(p.Text, own)
		findings = append(findings, s.checkStated(statedIn(clauses, claims, own), p)...)
		findings = append(findings, s.checkSection(p, clauses)...)
	}
	return findings
}

// statedIn returns the numbers in the clauses that leave no doubt what they count.
func statedIn(clauses []clause, groups []claimGroup, own ownWords) []stated {
	var list []stated
	for _, c := range clauses {
		if c.isOther || !mayState(c.text) {
			continue
		}
		for _, group := range groups {
			if containsAny(c.text, group.words) {
				list = append(list, c.allStated(group.claims, own)...)
			}
		}
	}
	return list
}

func (c clause) allStated(claims []claim, own ownWords) []stated {
	var list []stated
	for _, of := range claims {
		for _, at := range of.pattern.FindAllStringSubmatchIndex(c.text, -1) {
			if n, ok := c.stated(of, at, own); ok {
				list = append(list, n)
			}
		}
	}
	return list
}

var numberWord = regexp.MustCompile(`[\d零〇一二两三四五六七八九十百千万亿](?:件|宗|起|份|元|万元|$)|未|无|没`)

// mayState reports whether a clause has a number of cases or an amount, or denies
// something.
func mayState(text string) bool { return numberWord.MatchString(text) }

// stated reads the number of a match in the clause; ok is false if there is any doubt.
func (c clause) stated(of claim, at []int, own ownWords) (n stated, ok bool) {
	n = stated{claim: of, clause: c, at: len(c.before) + at[1]}
	before, rest := c.text[:at[0]], c.text[at[1]:]
	if c.isPart && !of.part || c.isChannel && of.isOfRequests() {
		return n, false
	}
	if !of.isOfRequests() {
		before = strings.TrimSuffix(before, "另有")
	}
	if !c.isClear(before, own) || startsWithAny(rest, "次", "人", "以上", "左右", "以内", "多", "余") {
		return n, false
	}
	if of.subject != anySubject {
		about, isSaid := subjectOf(c.before + c.text[:at[1]])
		if isSaid && about != of.subject || !isSaid && of.isOfRequests() {
			return n, false
		}
	}
	if of.isAboutDecisions() && containsAny(before, []string{"公开", "公示", "立案", "查处", "受理", "移送", "信息", "申请"}) {
		return n, false
	}
	if of.isAboutReviews() && (containsAny(before, []string{"受理", "审理", "办理", "办结", "代理"}) || !mentionsDisclosure(c.before+c.text)) {
		return n, false
	}
	if !of.isOfYears(c.text[at[0]:at[1]], own) {
		return n, false
	}
	if len(at) == 2 { // a denial
		n.statedNumber = statedNumber{0, Count(1)}
		return n, true
	}
	n.at = len(c.before) + at[2]
	n.statedNumber, ok = parseStated(c.text[at[2]:at[3]])
	if of.isMoney() && ok {
		n.value, n.step = n.value/1_0000, max(n.step/1_0000, 1) // the table has 万元
	}
	return n, ok && (of.isMoney() || n.value.IsWhole())
}

// isOfRequests reports whether the claim counts requests of this year. Those of another year
// are counted separately, after the ways in which requests came in.
func (c claim) isOfRequests() bool {
	k := c.sums[0][0]
	return k.Table == ApplicationsTable && k.Item != "carried-over" && k.Item != "carried-forward"
}

// isOfYears reports whether the years in the words of a claim are those between which
// it carries requests.
func (c claim) isOfYears(words string, own ownWords) bool {
	last, next := strconv.Itoa(own.year-1)+"年", strconv.Itoa(own.year+1)+"年"
	for i, year := range yearNumber.FindAllString(words, -1) {
		isFirst := i == 0 && strings.HasPrefix(words, year)
		switch {
		case c.sums[0][0].Item == "carried-over" && (year == last || year == own.yearWord() && !isFirst):
		case c.sums[0][0].Item == "carried-forward" && (year == next || year == own.yearWord() && isFirst):
		case !c.isOfRequests() && c.sums[0][0].Table == ApplicationsTable, year != own.yearWord():
			return false
		}
	}
	return true
}

func (c claim) isMoney() bool { return c.sums[0][0].Table == "fees" }

func (c claim) isAboutDecisions() bool {
	t := c.sums[0][0].Table
	return t == "licensing" || t == "enforcement" || t == "fees"
}

func (c claim) isAboutReviews() bool { return c.sums[0][0].Table == ReviewTable }

// mentionsDisclosure reports whether the end of a text is about the disclosure of
// information: the form counts no other reviews.
func mentionsDisclosure(text string) bool {
	const near = 200 // bytes
	text = text[max(0, len(text)-near):]
	return containsAny(text, []string{"信息公开", "依申请", "申请公开"})
}

// checkStated returns a finding for each stated number that the table does not have. A
// sentence that states the same figure twice, once as in the table, is left alone.
func (s figureSlots) checkStated(list []stated, p Passage) []Finding {
	type place struct {
		key Key
		at  int // the sentence, or the place of the number
	}
	settled := map[place]bool{}
	for _, n := range list {
		if s.agrees(n) {
			settled[place{n.sums[0][0], n.clause.sentence}] = true
			settled[place{Key{}, n.at}] = true
		}
	}
	var findings []Finding
	for _, n := range list {
		k := n.sums[0][0]
		value, ok := s.sumOfKeys(n.sums[0])
		if !ok || settled[place{k, n.clause.sentence}] || settled[place{Key{}, n.at}] {
			continue
		}
		settled[place{Key{}, n.at}] = true
		findings = append(findings, Finding{Rule: RuleNarrative, Severity: SeverityWarning, Key: k, HasValues: true,
			Left: n.value, Right: value, Text: n.clause.text, Source: Source{Cell: "第" + p.Section + "部分"}})
	}
	return findings
}

// agrees reports whether the stated number is one of the sums that can be meant.
func (s figureSlots) agrees(n stated) bool {
	for _, keys := range n.sums {
		sum, ok := s.sumOfKeys(keys)
		if difference := sum - n.value; ok && difference > -n.step && difference < n.step {
			return true
		}
	}
	return false
}

// sumOfKeys adds figures and groups; ok is false if none has a value.
func (s figureSlots) sumOfKeys(keys []Key) (sum Number, ok bool) {
	for _, k := range keys {
		if f := s.get(k); f != nil && f.Status.HasValue() {
			sum, ok = sum+f.Value, true
			continue
		}
		t := s.edition.Table(k.Table)
		if t == nil {
			continue
		}
		for _, member := range t.Members(k.Item) {
			if f := s.get(Key{k.Table, member.ID, k.Column}); f != nil && f.Status.HasValue() {
				sum, ok = sum+f.Value, true
			}
		}
	}
	return sum, ok
}

// checkSection reports a section 五 without content, and fees denied in section
// 一 or 六.
func (s figureSlots) checkSection(p Passage, clauses []clause) []Finding {
	switch p.Section {
	case "五":
		const shortest = 10 // a shorter text cannot have any content
		if text := foldText(p.Text); len([]rune(lettersAndDigits(text))) < shortest {
			return []Finding{{Rule: RuleNarrative, Severity: SeverityWarning, Text: "五、" + text, Source: Source{Cell: "第五部分"}}}
		}
	case "一", "六":
		return s.checkFees(p, clauses)
	}
	return nil
}

var deniedFees = regexp.MustCompile(`(?:没有|未|无)(?:收取|产生|发生)?(?:任何)?行政事业性收费`)

// checkFees reports a text that denies fees although the table has an amount. Fees for
// requests are not meant.
func (s figureSlots) checkFees(p Passage, clauses []clause) []Finding {
	k := Key{"fees", "fee", "amount"}
	f := s.get(k)
	if f == nil || !f.Status.HasValue() || f.Value == 0 {
		return nil
	}
	for _, c := range clauses {
		if !c.isOther && deniedFees.MatchString(c.text) && !containsAny(c.text, []string{"申请", "信息公开", "信息处理"}) {
			return []Finding{{Rule: RuleNarrative, Severity: SeverityWarning, Key: k, HasValues: true, Right: f.Value, Text: c.text, Source: Source{Cell: "第" + p.Section + "部分"}}}
		}
	}
	return nil
}

// foldText is fold that also removes the commas between thousands.
func foldText(text string) string { return thousands.ReplaceAllString(fold(text), "$1$2") }

var thousands = regexp.MustCompile(`(\d),(\d{3})\b`)

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
