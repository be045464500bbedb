package importer

import (
	"strings"
	"testing"
)

func TestATitleThatDoesNotCoverOneYearIsAskedAbout(t *testing.T) {
	for title, isOther := range map[string]bool{
		"瀛海镇2023年政府信息公开工作年度报告":                false,
		"瀛海镇2023年1-12月政府信息公开情况统计表":            false,
		"瀛海镇2023年1月至12月政府信息公开情况统计表":           false,
		"瀛海镇2023年1月1日至12月31日政府信息公开情况统计表":      false,
		"瀛海镇2023年政府信息公开工作年度报告（截至2023年12月31日）": false,
		"瀛海镇2023年政府信息公开工作年度报告（2024年1月发布）":     false,
		"瀛海镇政府信息公开2023年度报告和年度统计表":             false,
		"根据国办公开办函〔2021〕30号编制的2023年度报告":        false,
		"瀛海镇2023年上半年政府信息公开工作情况统计表":            true,
		"瀛海镇2023年第一季度政府信息公开工作情况统计表":           true,
		"瀛海镇2023年1-6月政府信息公开情况统计表":             true,
		"瀛海镇2023年1月—11月政府信息公开情况统计表":           true,
		"瀛海镇2023年6月份政府信息公开情况统计表":              true,
		"瀛海镇2023年政府信息公开工作年度报告（截至11月底）":        true,
		"瀛海镇2021-2023年政府信息公开情况统计表":            true,
		"瀛海镇2021年至2023年政府信息公开情况统计表":           true,
		"瀛海镇2023年较2022年政府信息公开工作增减情况":          true,
		"瀛海镇近三年政府信息公开情况统计表":                   true,
	} {
		id := identify(append(cluesIn(title, placeTitle, trustTitle), clue{year: 2023, place: placeFile, trust: trustFile}), nil)
		asks := len(id.questions) > 0 && id.questions[len(id.questions)-1].Kind == AskYear && id.questions[len(id.questions)-1].Blocking
		if asks != isOther {
			t.Errorf("%s: year %d, asks %v", title, id.year, id.questions)
		}
		if id = identify(cluesIn(title, placeTitle, trustTitle), &Correction{Year: 2023}); id.year != 2023 || len(id.questions) > 0 && id.questions[len(id.questions)-1].Kind == AskYear {
			t.Errorf("%s: the user's answer gives %d, asks %v", title, id.year, id.questions)
		}
	}
}

// A file or a sheet that names a part of a year is not taken for the report of the year, and
// the question says what it is.
func TestANameThatIsNotOfOneYearIsAsked(t *testing.T) {
	for name, isOther := range map[string]bool{
		"2024年一季度": true, "石桥镇2024年上半年": true, "石桥镇2024年1-6月": true, "石桥镇2024年1至6月": true, "2024年第三季度石桥镇": true, "石桥镇2024年半年报": true, "石桥镇2024年Q1": true, "石桥镇2024Q3统计": true,
		"2024H1石桥镇": true, "石桥镇2024年一至六月": true, "石桥镇2024年一月—三月": true, "石桥镇2024年前三季度": true, "石桥镇2024年一季度修订稿": true, "石桥镇2024年月报": true, "石桥镇2024年截至6月底": true,
		"石桥镇2024年第一批": false, "石桥镇2024年第2稿": false, "四季青街道2024年": false, "石桥镇2024年全年": false, "石桥镇2024年1-12月": false, "石桥镇2024年一月至十二月": false, "石桥镇2024年HJ1": false, "石桥镇2024年度（共1季）": false,
	} {
		for place, clues := range map[string][]clue{"file": fileClues("/报送/" + name + ".xlsx"), "sheet": cluesIn(name, placeSheet, trustSheet)} {
			id := identify(append(clues, cluesIn("石桥镇政府信息公开情况表", placeTitle, trustTitle)...), nil)
			asks := ""
			for _, q := range id.questions {
				if q.Kind == AskYear && q.Blocking {
					asks = q.Explain("zh")
				}
			}
			if (asks != "") != isOther || isOther && !strings.Contains(asks, "不是一整年") {
				t.Errorf("%s %s: the year is %d, asked %q", place, name, id.year, asks)
			}
		}
	}
}

func TestAWordForTheVersionOfAFileIsNoPartOfAName(t *testing.T) {
	for _, name := range []string{"终稿石桥镇2023年", "2023年初稿石桥镇", "副本石桥镇2023年度报告", "石桥镇2023年终稿", "盖章版-石桥镇2023", "最终版石桥镇2023", "修改稿石桥镇（2023年）"} {
		if id := identify(fileClues("/报送/"+name+".xlsx"), nil); id.body.unit != "石桥镇" || id.year != 2023 {
			t.Errorf("%s: %q of %d: %v", name, id.body.unit, id.year, explained(id.questions))
		}
	}
}

func TestPlaceholderNamesAreNotBodies(t *testing.T) {
	for _, title := range []string{"××镇2023年政府信息公开工作年度报告", "某某局2023年政府信息公开工作年度报告", "某镇2023年度报告", "XX镇人民政府2023年政府信息公开工作年度报告", "○○街道办事处2023年年报", "兰州市第2街道办事处2023年政府信息公开工作年度报告"} {
		if id := identify(cluesIn(title, placeTitle, trustTitle), nil); id.body.unit != "" {
			t.Errorf("%s is taken for %q", title, id.body.unit)
		}
	}
}

func TestTheYearOfPublicationIsNotTheReportingYear(t *testing.T) {
	for _, name := range []string{"石桥镇（2024年公开）", "石桥镇2024年发布", "石桥镇[2024年报送]", "石桥镇-2024年填报-终稿"} {
		if id := identify(fileClues("/报送/"+name+".xlsx"), nil); id.year != 0 || len(id.questions) == 0 {
			t.Errorf("%s: the year is %d", name, id.year)
		}
	}
	for _, name := range []string{"石桥镇2023年公开年报", "石桥镇2023年报送材料", "2023年公开情况表"} {
		if id := identify(fileClues("/报送/"+name+".xlsx"), nil); id.year != 2023 {
			t.Errorf("%s: the year is %d", name, id.year)
		}
	}
}
