package importer

import (
	"strings"
	"testing"

	"nianbao/importer/read/readtest"
)

// bodyName is a body's name in parts, so that the expected result is known without
// parsing.
type bodyName struct{ region, unit, office string }

func bodyNames() []bodyName {
	var all []bodyName
	for _, region := range []string{"", "临江区", "云州市临江区", "江南省云州市临江区", "阿依自治州青石县", "云州高新技术产业开发区"} {
		for _, unit := range []string{"石桥镇", "A镇", "阿依·塔拉乡", "（试点）丙镇", "东关街道", "统计局", "数据局", "农业农村局（乡村振兴局）", "城关镇", "市中区街道", "供销社", "司法所"} {
			for _, office := range []string{"", "人民政府", "办事处"} {
				isTown := strings.HasSuffix(unit, "镇") || strings.HasSuffix(unit, "乡") || strings.HasSuffix(unit, "街道")
				if office != "" && !isTown || office == "办事处" && !strings.HasSuffix(unit, "街道") || office == "人民政府" && strings.HasSuffix(unit, "街道") {
					continue
				}
				all = append(all, bodyName{region, unit, office})
			}
		}
	}
	return all
}

// sealLines are the lines that name the body, with %s for it.
func sealLines() []string {
	var all []string
	for _, label := range []string{"填报单位", "单位名称", "报送单位", "填表单位", "编制机关", "编报单位", "填 报 单 位", "上报部门"} {
		for _, mark := range []string{"：%s", ":%s", "（盖章）：%s", "（公章） %s", "：%s（盖章）", "（盖章）：%s（公章）", "：（%s）", "：__%s__", "：%s（代章：某办公室）", "：%s (单位公章)"} {
			for _, more := range []string{"", "    填报时间：2024年1月15日", "  填报人：张三  审核人：李四  联系电话：0510-1234567", "　单位：件", " 填报日期:2024-01-15 单位负责人： 填表人：",
				"  联系人及电话：王五 13800000000", "；编报人：滕某；", " 分管领导签字：李某 经办人：王某", "  审核：县府办  填报：何某", "2023年12月31日", "   2024年1月15日", " 领导签批：某某"} {
				all = append(all, label+mark+more)
			}
		}
	}
	return append(all, "（填报单位）%s", "【填报单位】%s", "(填报单位)：%s", "%s（盖章）", "%s  （公章）", "%s 填报", "%s（盖章）    2024年1月15日")
}

func TestTheSealLineNamesTheBodyInAnySpelling(t *testing.T) {
	for i, name := range bodyNames() {
		full := name.region + name.unit + name.office
		for k, line := range sealLines() {
			if k%11 != i%11 { // each line is tried with every eleventh name
				continue
			}
			padding := readtest.Paddings()[k%len(readtest.Paddings())].Text
			n := sheetText{text: strings.Replace(line, "%s", padding+full+padding, 1)}
			id := identify(cluesOf(&n), nil)
			if id.body.unit != name.unit || id.body.region != name.region {
				t.Fatalf("%q: %q of %q, want %q of %q", n.text, id.body.unit, id.body.region, name.unit, name.region)
			}
		}
	}
}

func TestABlankForTheBodyIsAskedAbout(t *testing.T) {
	title := cluesIn("临江区2023年度政府信息公开工作情况统计表", placeTitle, trustTitle)
	for _, value := range []string{"石桥镇、古渡镇（联合）", "石桥镇党政办：张三", "石桥12号", "石桥镇和古渡镇"} {
		n := sheetText{text: "填报单位：" + value}
		id := identify(append(cluesOf(&n), title...), nil)
		if id.body.unit != "" || len(id.questions) == 0 || !id.questions[0].Blocking {
			t.Errorf("%s: %q of %q is not asked", value, id.body.unit, id.body.region)
		}
	}
}

func TestASealLineWithoutABodyNamesNone(t *testing.T) {
	for _, line := range sealLines() {
		for _, blank := range []string{"", "XX镇", "××镇（街道）", "XX镇（街道）", "某某局", "各乡镇", "乡镇", "  ", "____", "各镇（街道）", "（单位全称）"} {
			n := sheetText{text: strings.Replace(line, "%s", blank, 1)}
			if id := identify(cluesOf(&n), nil); id.body.unit != "" {
				t.Errorf("%q names %q", n.text, id.body.unit)
			}
		}
	}
}

func TestATitleNeverNamesTheDistrictInsteadOfItsTown(t *testing.T) {
	for _, name := range bodyNames() {
		full := name.region + name.unit + name.office
		for _, title := range []string{"%s2023年政府信息公开工作年度报告", "2023年%s政府信息公开年报", "关于%s2023年度政府信息公开情况统计表", "附件1：%s 2023年度政府信息公开工作年度报告（定稿）", "%s政府信息公开工作情况汇总表（2023年）"} {
			text := strings.Replace(title, "%s", full, 1)
			id := identify(cluesIn(text, placeTitle, trustTitle), nil)
			if id.body.unit != name.unit && id.body.unit != "" {
				t.Errorf("%s names %q of %q", text, id.body.unit, id.body.region)
			}
			if isEasy := !strings.ContainsAny(name.unit, "（·"); isEasy && (id.body.unit != name.unit || id.body.region != name.region) {
				t.Errorf("%s: %q of %q", text, id.body.unit, id.body.region)
			}
		}
	}
}

func TestATownBelowADistrictsTitleIsChosen(t *testing.T) {
	title := cluesIn("临江区2023年度政府信息公开工作情况统计表", placeTitle, trustTitle)
	seal := sheetText{text: "填报单位：石桥镇人民政府（盖章）"}
	for name, more := range map[string][]clue{
		"seal":  cluesOf(&seal),
		"sheet": cluesIn("石桥镇", placeSheet, trustSheet),
		"file":  fileClues("/报送/石桥镇2023年.xlsx"),
	} {
		id := identify(append(append([]clue(nil), title...), more...), nil)
		if id.body.unit != "石桥镇" || id.body.region != "临江区" {
			t.Errorf("%s: %q of %q, %v", name, id.body.unit, id.body.region, explained(id.questions))
		}
	}
	for name, more := range map[string][]clue{
		"another district's town": fileClues("/报送/青石县石桥镇2023年.xlsx"),
		"a folder":                fileClues("/报送/石桥镇/附件1.xlsx"),
		"another district":        cluesIn("青石县2023年", placeSheet, trustSheet),
	} {
		if id := identify(append(append([]clue(nil), title...), more...), nil); id.body.unit != "" || len(id.questions) == 0 || !id.questions[0].Blocking {
			t.Errorf("%s: %q of %q is not asked", name, id.body.unit, id.body.region)
		}
	}
}

func TestANameOfSeveralBodiesIsAskedAbout(t *testing.T) {
	for _, joint := range []string{"、", "，", "/", "和", "与", "及"} {
		for _, text := range []string{"梅林镇" + joint + "古渡镇", "临江区梅林镇" + joint + "古渡镇"} {
			n := sheetText{text: "填报单位：" + text}
			for name, clues := range map[string][]clue{"title": cluesIn(text+"2023年政府信息公开工作年度报告", placeTitle, trustTitle), "seal": cluesOf(&n)} {
				if id := identify(clues, nil); id.body.unit != "" {
					t.Errorf("%s %s: %q", name, text, id.body.unit)
				}
			}
			if got := bodiesInCell(text); len(got) != 2 {
				t.Errorf("cell %s: %v", text, got)
			}
		}
	}
}

func TestGroupsChecksAndNotesAreNotBodies(t *testing.T) {
	for _, name := range []string{"各乡镇", "乡镇街道", "各街道办事处", "区直部门", "委办局", "园区", "县直单位", "垂管部门", "政府组成部门", "直属事业单位", "国有企业", "村（社区）", "区级", "镇级", "其中：街道", "其中:石桥镇", "2022年", "2022年数", "上年数", "增减数", "同比%", "平均值", "校验", "单位数", "数据来源", "备注", "差", "Total", "镇（街道）", "乡镇、街道", "市级有关部门", "镇街", "各镇（街道）", "二级单位", "双管单位"} {
		if !isNoBody(name) && !isTotalName(name) {
			t.Errorf("%s is taken for a body", name)
		}
	}
	for _, name := range []string{"石桥镇", "A镇", "城关镇", "区政府办公室", "教育局", "东关街道", "开发区", "临江区", "本级", "区本级", "石桥", "各么镇", "直罗镇", "全州镇", "统计局", "镇江市", "区委办", "县政府", "村前镇", "街口街道"} {
		if isNoBody(name) {
			t.Errorf("%s is taken for a group", name)
		}
	}
}

func cluesOf(n *sheetText) []clue { return newVocabulary().cluesOf(n) }
