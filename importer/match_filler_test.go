package importer

import (
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func TestCountUnitsAreRecognisedEverywhere(t *testing.T) {
	for _, unit := range []string{"件", "宗", "个", "项", "次", "起", "份", "例", "部", "条"} {
		filler := isFiller(&phrase{label: form.Normalise(unit)})
		if !read.IsCountUnit(unit) || !read.IsScaledCount("万"+unit) || !isEmptyNote(unit) || !isMeasure(unit) || !filler {
			t.Errorf("%s is not known as a unit everywhere", unit)
		}
	}
	for _, other := range []string{"人", "元", "%", "立案", "上年"} {
		if read.IsCountUnit(other) || read.IsScaledCount("万"+other) || isEmptyNote(other) {
			t.Errorf("%s is taken for a unit of counts", other)
		}
	}
}

func TestRowsForLastYearAreRecognisedLikeHeadings(t *testing.T) {
	for _, words := range []string{"上年", "上年数", "上一年度", "去年同期"} {
		results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts([][]string{{"临江区2023年政府信息公开年报汇总表"}, {"单位", "年度", "新收申请", "行政处罚"}, {"石桥镇", "本年", "7", "3"}, {"石桥镇", words, "6", "2"}})})
		if got := results[0].Report; len(results) != 2 || got.Year != 2023 || results[1].Report.Year != 2022 {
			t.Errorf("%s: %d results, the first for %d", words, len(results), got.Year)
		}
	}
}
