package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
)

// People shorten the labels of the form, or extend them, in regular ways: 行政处罚数,
// 处罚决定数, 新收申请, 本年办结件数. A name is a known word with one of openings before
// it and one of endings after it.

// affix can stand before or after an item of some tables, or of any table if there are
// none. It can also determine the column.
type affix struct {
	text   string
	tables []string
	column string
}

var (
	reviewTables      = []string{form.ReviewTable}
	decisionTables    = []string{"licensing", "enforcement"}
	caseTables        = []string{"enforcement", form.ReviewTable}
	applicationTables = []string{form.ApplicationsTable}
	feeTables         = []string{"fees"}
	countTables       = []string{"licensing", "enforcement", form.ApplicationsTable, form.ReviewTable}
)

var openings = []affix{
	{"", nil, ""},
	{"本年度", nil, ""}, {"本年", nil, ""}, {"当年", nil, ""}, {"全年", nil, ""}, {"本年共", nil, ""}, {"共", nil, ""}, {"年度", nil, ""}, {"作出", nil, ""}, {"本年作出", nil, ""}, {"作出的", nil, ""},
	{"政府信息公开", reviewTables, ""}, {"信息公开", reviewTables, ""},
}

var endings = []affix{
	{"", nil, ""},
	{"数", countTables, ""}, {"数量", countTables, ""}, {"总数", countTables, ""}, {"总量", countTables, ""}, {"总数量", countTables, ""}, {"件数", countTables, ""}, {"总件数", countTables, ""}, {"件", countTables, ""}, {"量", countTables, ""}, {"宗数", countTables, ""}, {"次数", decisionTables, ""}, {"合计", countTables, ""},
	{"决定", decisionTables, "decisions"}, {"决定数", decisionTables, "decisions"}, {"决定数量", decisionTables, "decisions"}, {"决定件数", decisionTables, "decisions"}, {"决定总数", decisionTables, "decisions"}, {"处理决定", decisionTables, "decisions"}, {"处理决定数", decisionTables, "decisions"}, {"处理决定数量", decisionTables, "decisions"}, {"处理决定件数", decisionTables, "decisions"},
	{"案件", caseTables, ""}, {"案件数", caseTables, ""}, {"案件数量", caseTables, ""}, {"案件总数", caseTables, ""}, {"案件决定数", caseTables, ""}, {"案数", caseTables, ""},
	{"申请", applicationTables, ""}, {"申请数", applicationTables, ""}, {"申请数量", applicationTables, ""}, {"申请件数", applicationTables, ""}, {"申请件", applicationTables, ""}, {"申请总数", applicationTables, ""}, {"申请量", applicationTables, ""}, {"的申请", applicationTables, ""}, {"的申请数", applicationTables, ""}, {"的", applicationTables, ""},
	{"依申请公开", applicationTables, ""}, {"依申请公开数", applicationTables, ""}, {"依申请公开件数", applicationTables, ""}, {"依申请公开申请", applicationTables, ""}, {"依申请公开申请数", applicationTables, ""}, {"依申请公开申请数量", applicationTables, ""},
	{"信息公开申请", applicationTables, ""}, {"信息公开申请数", applicationTables, ""}, {"信息公开申请数量", applicationTables, ""}, {"信息公开申请件数", applicationTables, ""}, {"政府信息公开申请", applicationTables, ""}, {"政府信息公开申请数", applicationTables, ""}, {"政府信息公开申请数量", applicationTables, ""}, {"政府信息公开申请件数", applicationTables, ""},
	{"办理", applicationTables, ""}, {"办理数", applicationTables, ""}, {"继续办理", applicationTables, ""}, {"继续办理数", applicationTables, ""}, {"继续办理数量", applicationTables, ""}, {"继续办理件数", applicationTables, ""}, {"信息", applicationTables, ""}, {"类", applicationTables, ""}, {"事项", applicationTables, ""},
	{"金额", feeTables, "amount"}, {"总金额", feeTables, "amount"}, {"总额", feeTables, "amount"}, {"额", feeTables, "amount"}, {"数额", feeTables, "amount"},
}

// wordsOf returns what a name can mean: a word of the form, or an unambiguous shortening
// of one item.
func (v *vocabulary) wordsOf(name string) []term {
	if terms := v.words[name]; terms != nil {
		return terms
	}
	if n := utf8.RuneCountInString(name); n < 3 || n > maxJoined {
		return nil
	}
	if terms, known := v.shortened[name]; known {
		return terms
	}
	if len(v.shortened) >= maxRemembered {
		clear(v.shortened)
	}
	terms := v.shorten(name)
	v.shortened[strings.Clone(name)] = terms
	return terms
}

func (v *vocabulary) shorten(name string) []term {
	if stem, ok := strings.CutSuffix(name, "情况"); ok {
		all := affix{tables: countTables}
		return all.among(v.wordsOf(stem))
	}
	for i := range openings {
		rest, ok := strings.CutPrefix(name, openings[i].text)
		if !ok {
			continue
		}
		for j := range endings {
			stem, ok := strings.CutSuffix(rest, endings[j].text)
			if !ok || utf8.RuneCountInString(stem) < 2 || isWeak(stem) {
				continue
			}
			if terms := endings[j].among(openings[i].among(v.words[stem])); terms != nil {
				return terms
			}
		}
	}
	return nil
}

// among returns what the items mean with the affix, nil if the word can mean anything
// else.
func (e *affix) among(terms []term) []term {
	var all []term
	for _, what := range terms {
		if what.item == "" || what.column != "" || e.tables != nil && !slices.Contains(e.tables, what.table) {
			return nil
		}
		if e.column != "" {
			what.column = e.column
		}
		all = append(all, what)
	}
	return all
}
