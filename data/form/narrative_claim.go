package form

import (
	"regexp"
	"slices"
	"strings"
)

// claim is a wording with which the text of a report states a figure of its tables.
type claim struct {
	// pattern has groups for the number and, if it is money, for its unit. A pattern
	// without groups denies that there is any.
	pattern *regexp.Regexp
	// sums are the sums that bodies are known to mean by these words, the usual one
	// first. A group stands for its items.
	sums [][]Key
	// subject is what the text before must be about, if the words alone do not say it.
	subject subject
	// part reports whether the number means the same after 其中.
	part bool
}

// claimGroup is a group of claims. Each text that one of them matches has one of the
// words, which saves most of the time of a check.
type claimGroup struct {
	words  []string
	claims []claim
}

// subject is what a text is about.
type subject int

const (
	anySubject subject = iota
	requests           // requests for information
	reconsiderations
	lawsuits
	documents
)

// The parts of patterns. Texts are folded, so they hold no spaces.
const (
	number    = `(\d+(?:\.\d+)?[万亿]?|[零〇一二两三四五六七八九十百千万]+)`
	cases     = number + `(?:件|宗|起|份)`
	counted   = `(?:的)?(?:数量|总量|总数|件数|数|量)?(?:总计|合计|共计|一共|共有|共|计|为|有|是|达)?:?`
	disclosed = `(?:政府信息依申请公开|依申请公开政府信息|依申请信息公开|政府信息公开|依申请公开|依申请|信息公开|政府信息)`
	request   = `(?:` + disclosed + `(?:的)?(?:申请|事项)?|(?:书面|有效|信息)?申请)`
	people    = `(?:公民|群众|法人|自然人|个人|企业|其他组织|社会组织|申请人|、|和|或者|或|及|与|以及)*`
	raised    = `(?:提出|提交|递交)?(?:的)?`
	nextYear  = `(?:至|到|入)?(?:20\d\d年度?|下年度?|下一年度?|次年度?|明年)(?:度)?(?:继续)?(?:办理|处理|答复)?`
	lastYear  = `(?:上年度?|上一年度?|去年|20\d\d年度?)`
	settled   = `(?:办结|答复|办复|办理完毕|处理完毕|予以答复|作出答复)(?:了|完毕)?`
)

// claims returns the wordings that are checked: only those that leave no doubt which
// figure is meant, since a false alarm is worse than none.
func claims() []claimGroup {
	return []claimGroup{
		{[]string{"收", "受理", "接", "登记", "新增", "申请", "依申请公开", "结", "答复", "办", "处理", "自然人", "公民", "个人", "法人", "机构", "公益"}, requestClaims()},
		{[]string{"结转", "转入", "遗留", "转", "延续", "顺延"}, carriedClaims()},
		{[]string{"公开", "无法提供", "处理"}, outcomeClaims()},
		{[]string{"复议", "诉讼", "起诉", "维持", "纠正", "结果", "审结"}, reviewClaims()},
		{[]string{"许可", "处罚", "强制", "收费", "规范性文件", "制发", "制定", "废止", "有效"}, disclosureClaims()},
	}
}

func total(item string) Key { return Key{ApplicationsTable, item, TotalColumnID} }

// compiled returns one claim for each pattern.
func (c claim) compiled(patterns ...string) []claim {
	list := make([]claim, len(patterns))
	for i, p := range patterns {
		list[i] = c
		list[i].pattern = regexp.MustCompile(p)
	}
	return list
}

func requestClaims() []claim {
	received, carried, handled := total("received"), total("carried-over"), total("outcome-total")
	either := [][]Key{{received}, {received, carried}}
	const receive = `(?:新收到|新收|收到和处理|收到并办理|收到|受理|接收|接到|登记|新增)(?:了)?`
	list := claim{sums: either}.compiled(
		receive+`(?:各类|有关|关于)?`+people+raised+disclosed+`(?:的)?(?:申请|事项)?`+counted+cases,
		receive+`(?:的)?`+cases+people+raised+disclosed,
		`^(?:其中)?(?:我.|本..?|全年|本年度?|20\d\d年度?|共有|共)*`+`(?:政府信息公开|依申请公开|信息公开)申请`+counted+cases,
		`(?:政府信息公开|依申请公开|信息公开)申请(?:数量|总量|总数|件数|数|量)(?:为|是|:)(\d+|零)$`,
		`(?:未|没有|无)(?:新)?(?:收到|接到|接收到?|受理|产生|发生)(?:过|任何)?`+people+raised+`(?:政府信息公开|依申请公开|信息公开)(?:的)?(?:申请)?(?:件|情况|事项)?$`,
	)
	list = append(list, claim{sums: either, subject: requests}.compiled(
		receive+people+raised+`(?:书面|有效)?申请`+counted+cases,
		receive+`(?:的)?`+cases+`(?:申请)?(?:$|中)`,
		`(?:受理|收到|收件|申请)(?:数量|总量|总数|量|数)(?:为|是|:|共)?`+cases,
	)...)
	list = append(list, claim{sums: [][]Key{{received}, {received, carried}, {handled}}}.compiled(
		`^(?:其中)?(?:我.|本..?|全年|本年度?|20\d\d年度?|共有|共)*依申请公开(?:政府信息|信息)?`+counted+cases,
	)...)
	list = append(list, claim{sums: [][]Key{{handled}, {received}, {received, carried}}, subject: requests, part: true}.compiled(
		settled+`(?:各类)?`+request+`?`+counted+cases,
		`(?:受理并办结|受理并答复|办理答复|共办理|共处理)(?:各类)?`+request+`?`+counted+cases,
		`(?:办理|处理)(?:各类)?`+disclosed+`(?:的)?(?:申请)?`+counted+cases,
		settled+cases+`(?:申请|`+disclosed+`)`,
		cases+request+`?(?:均|全部|都)(?:已)?(?:按期|按时|依法|及时|如期)?(?:予以)?(?:办结|答复)`,
	)...)
	return append(list, applicantClaims(received, carried, handled)...)
}

// applicantClaims are about the kinds of applicants.
func applicantClaims(rows ...Key) []claim {
	legal := []string{"business", "research", "charity", "legal-service", "other-org"}
	of := func(words string, columns ...string) []claim {
		var sums [][]Key
		for _, chosen := range [][]Key{rows[:1], rows[:2], rows[2:]} { // received, with those carried over, handled
			var sum []Key
			for _, row := range chosen {
				for _, column := range columns {
					sum = append(sum, Key{ApplicationsTable, row.Item, column})
				}
			}
			sums = append(sums, sum)
		}
		return claim{sums: sums, subject: requests, part: true}.compiled(words + raised + request + `?` + counted + cases)
	}
	list := of(`(?:自然人|公民个人|公民|个人)`, "natural-person")
	list = append(list, of(`法人(?:和|或|或者|及|以及|、|与)其他组织`, legal...)...)
	for _, c := range applicantKinds() {
		if c.Heading != "" && len([]rune(c.Label)) > 2 {
			list = append(list, of(c.Label, c.ID)...)
		}
	}
	return list
}

func carriedClaims() []claim {
	carried, forward := total("carried-over"), total("carried-forward")
	list := claim{sums: [][]Key{{carried}}, subject: requests, part: true}.compiled(
		lastYear+`(?:度)?(?:的)?(?:未办结)?(?:结转|转入|遗留)(?:来|(?:到|至)?(?:本年度?|今年|20\d\d年度?))?(?:继续)?(?:办理)?(?:的)?`+request+`?`+counted+cases,
		`(?:结转|转入)(?:自)?`+lastYear+`(?:度)?(?:的)?`+request+`?`+counted+cases,
		cases+`(?:申请)?(?:为|是|系|由)`+lastYear+`(?:度)?(?:结转|转入)`,
		`(?:无|没有)`+lastYear+`(?:度)?结转|`+lastYear+`(?:度)?(?:无|没有)(?:申请)?结转`,
	)
	return append(list, claim{sums: [][]Key{{forward}}, subject: requests, part: true}.compiled(
		`(?:结转|转|延续|顺延)`+nextYear+`(?:的)?`+request+`?`+counted+cases,
		cases+`(?:申请|`+request+`)?(?:正在办理|尚未办结|未办结)?(?:将|需)?(?:结转|转|延续|顺延)`+`(?:至|到|入)?(?:20\d\d年|下年|下一年|次年|明年)`,
		`(?:无|没有)(?:申请)?(?:结转|转)(?:至|到|入)?(?:20\d\d年|下年|下一年|次年|明年)`,
	)...)
}

// outcomeWords are the words for the outcomes, in the order of the form.
var outcomeWords = []struct{ item, words string }{
	{"granted", `(?:予以公开|同意公开|全部公开|准予公开)`},
	{"granted-in-part", `(?:部分公开|同意部分公开)`},
	{"refused", `(?:不予公开|不同意公开|不予以公开)`},
	{"unavailable", `(?:无法提供)`},
	{"not-processed", `(?:不予处理)`},
	{OtherItem, `(?:其他处理)`},
}

func outcomeClaims() []claim {
	var list []claim
	for _, o := range outcomeWords {
		list = append(list, claim{sums: [][]Key{{total(o.item)}}, subject: requests, part: true}.compiled(
			o.words+`(?:的|类|答复|决定|申请|`+disclosed+`|情形|结果|事项)*`+counted+cases,
			cases+`(?:申请)?(?:已|均|依法|决定|作出|作|属于|属|为|是|被)*`+o.words+`(?:$|的|决定|答复|处理)`,
		)...)
	}
	return list
}

func reviewClaims() []claim {
	row := func(item, column string) Key { return Key{ReviewTable, item, column} }
	const because = `(?:政府信息公开|依申请公开|信息公开)[^,]{0,12}`
	const procedure = `(?:案件|申请|事项|诉讼)*` + counted + cases
	reconsidered := [][]Key{{row("reconsideration", TotalColumnID)}}
	direct, after := row("litigation-direct", TotalColumnID), row("litigation-after", TotalColumnID)
	sued := [][]Key{{direct, after}, {direct}, {after}}
	both := [][]Key{{reconsidered[0][0], direct, after}}
	const begun = `(?:其中|本年度?|全年|共|发生|产生|引发|引起|涉及|有)*`
	const denied = `(?:未|没有|无)(?:发生|产生|出现|收到|被)?(?:一起|任何)?(?:因)?`
	list := slices.Concat(
		claim{sums: reconsidered, part: true}.compiled(because+`行政复议`+procedure, `被(?:申请|提起)行政复议`+procedure,
			denied+because+`(?:的)?行政复议(?:案件|情况|申请|事项)?(?:$|、|和|及|或|与)`),
		claim{sums: sued, part: true}.compiled(because+`行政诉讼`+procedure, `被(?:提起)?行政诉讼`+procedure),
		claim{sums: sued[:1], part: true}.compiled(denied+because+`(?:的)?行政诉讼(?:案件|情况|事项)?$`),
		claim{sums: both, part: true}.compiled(because+`行政复议(?:案件)?(?:、|和|及|与|或)(?:提起)?行政诉讼(?:案件)?(?:数量)?(?:均|都|各|共)?(?:为|计)?`+cases),
		claim{sums: reconsidered, subject: reconsiderations, part: true}.compiled(`^`+begun+`(?:被申请)?行政复议`+procedure),
		claim{sums: sued, subject: lawsuits, part: true}.compiled(`^`+begun+`(?:被提起)?行政诉讼`+procedure),
		claim{sums: [][]Key{{direct}}, subject: lawsuits, part: true}.compiled(`未经复议直接起诉(?:的)?`+procedure),
		claim{sums: [][]Key{{after}}, subject: lawsuits, part: true}.compiled(`(?:经)?复议后起诉(?:的)?`+procedure),
	)
	for _, c := range review().Columns[:4] {
		words := `(?:被)?(?:` + regexp.QuoteMeta(c.Label) + `|` + regexp.QuoteMeta(c.Short) + `)(?:的|案件)?` + counted + cases
		if c.ID == "upheld" || c.ID == "corrected" {
			words = `(?:结果)?(?:被|予以)?` + c.Short + `(?:结果|原|具体|行政行为|的|案件)*` + counted + cases
		}
		list = append(list, claim{sums: [][]Key{{row("reconsideration", c.ID)}}, subject: reconsiderations, part: true}.compiled(words)...)
		list = append(list, claim{sums: [][]Key{{row("litigation-direct", c.ID), row("litigation-after", c.ID)}, {row("litigation-direct", c.ID)}, {row("litigation-after", c.ID)}},
			subject: lawsuits, part: true}.compiled(words)...)
	}
	return list
}

// disclosureClaims are about section 二.
func disclosureClaims() []claim {
	const decision = `(?:类)?(?:处理|审批)?(?:决定|案件)?` + counted + cases
	const document = `(?:行政)?规范性文件`
	const also = `(?:共|:|本年度?|新)*`
	rules := func(column string) [][]Key { return [][]Key{{{"rules", "normative-document", column}}} }
	list := slices.Concat(
		claim{sums: [][]Key{{{"licensing", "licence", "decisions"}}}}.compiled(`行政许可`+decision, `办理行政许可(?:事项|业务)`+counted+cases),
		claim{sums: [][]Key{{{"enforcement", "penalty", "decisions"}}}}.compiled(`行政处罚`+decision),
		claim{sums: [][]Key{{{"enforcement", "coercion", "decisions"}}}}.compiled(`行政强制(?:措施|执行)?`+decision),
		claim{sums: [][]Key{{{"fees", "fee", "amount"}}}}.compiled(`行政事业性收费(?:共|本年)?(?:收取|收入|收费金额|金额|总额|总金额)?`+counted+number+`(元)`),
	)
	const issue = `(?:制发|制定|新制定|出台|印发|制定出台|制定印发)`
	list = append(list, slices.Concat(
		claim{sums: rules("issued")}.compiled(issue+`(?:了)?`+document+counted+cases, document+also+issue+counted+cases),
		claim{sums: rules("repealed")}.compiled(`废止(?:了)?`+document+counted+cases, document+also+`废止`+counted+cases),
		claim{sums: rules("in-force")}.compiled(`现行有效(?:的)?`+document+counted+cases, document+also+`现行有效`+counted+cases),
		claim{sums: rules("issued"), subject: documents}.compiled(`^(?:本年度?)?(?:新)?(?:制发|制定)`+counted+cases),
		claim{sums: rules("repealed"), subject: documents}.compiled(`^(?:本年度?)?废止`+counted+cases),
		claim{sums: rules("in-force"), subject: documents}.compiled(`^现行有效`+counted+cases),
	)...)
	return list
}

// subjectWords are the words that begin a subject; the last one before a number counts.
var subjectWords = []struct {
	subject subject
	words   []string
}{
	{requests, []string{"申请公开", "公开申请", "依申请", "信息申请", "类申请", "重复申请"}},
	{reconsiderations, []string{"行政复议", "复议"}},
	{lawsuits, []string{"行政诉讼", "起诉", "诉讼"}},
	{documents, []string{"规范性文件"}},
	{anySubject, []string{"建议", "提案", "信访", "热线", "工单", "来信", "留言", "咨询", "投诉", "举报", "舆情", "议案", "主动公开", "行政许可", "行政处罚", "行政强制", "纠错"}},
}

// subjectOf returns what a text is about at its end; isSaid is false if it has no word
// that tells.
func subjectOf(text string) (about subject, isSaid bool) {
	const near = 1500 // bytes
	text = text[max(0, len(text)-near):]
	last := -1
	for _, s := range subjectWords {
		for _, word := range s.words {
			if i := strings.LastIndex(text, word); i >= 0 && i+len(word) > last {
				about, last = s.subject, i+len(word)
			}
		}
	}
	return about, last >= 0
}
