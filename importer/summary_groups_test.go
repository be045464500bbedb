package importer

import (
	"slices"
	"strings"
	"testing"
)

// namesRead returns the bodies of the reports in a pasted table, each with its region and
// its penalties, and the words about them.
func namesRead(t *testing.T, lines ...string) (names []string, words string) {
	t.Helper()
	results, err := ReadPaste(t.Context(), strings.ReplaceAll(strings.Join(lines, "\n"), ",", "\t"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Report == nil || r.Err != nil {
			t.Errorf("%v", r.Err)
			continue
		}
		name := r.Report.Region + "|" + r.Report.Unit
		for _, f := range r.Report.Figures {
			if f.Item == "penalty" {
				name += "|" + f.Value.String()
			}
		}
		names = append(names, name)
		words += strings.Join(explained(r.Questions), " ")
	}
	return names, words
}

func TestNoBodyIsLostInASummaryWithGroupsAndLists(t *testing.T) {
	const title, head = "青石县2023年政府信息公开情况汇总表", "单位,行政许可,行政处罚,行政强制"
	towns := []string{"青石县|石桥镇|34", "青石县|古渡镇|230", "青石县|柳溪乡|45"}
	for name, c := range map[string]struct{ lines, want []string }{
		"of which":                      {[]string{title, head, "镇小计,112,264,16", "其中：石桥镇,12,34,5", "古渡镇,100,230,11", "乡小计,7,45,2", "柳溪乡,7,45,2"}, towns},
		"circled":                       {[]string{title, head, "①石桥镇,12,34,5", "②古渡镇,100,230,11", "③柳溪乡,7,45,2"}, towns},
		"footnote":                      {[]string{title, head, "石桥镇①,12,34,5", "古渡镇*,100,230,11", "柳溪乡,7,45,2"}, towns},
		"placeholder":                   {[]string{title, head, "石桥镇,12,34,5", "古渡镇,100,230,11", "柳溪乡,7,45,2", "XX乡,0,0,0"}, towns},
		"remarks":                       {[]string{title, head, "●石桥镇,12,34,5", "古渡镇（待核）,100,230,11", "柳溪乡2023年,7,45,2", "（空白）,0,0,0", "不详,0,0,0"}, towns},
		"the title's year in a heading": {[]string{title, "单位,行政许可,行政处罚（2023年）,行政强制", "石桥镇,12,34,5", "古渡镇,100,230,11", "柳溪乡,7,45,2"}, towns},
		"regions of one rank": {[]string{title, "序号,地区,单位,行政许可,行政处罚,行政强制", "1,青石县,石桥镇,12,34,5", "2,青石县,古渡镇,100,230,11", "3,临江区,石桥镇,1,2,3"},
			[]string{"青石县|石桥镇|34", "青石县|古渡镇|230", "临江区|石桥镇|2"}},
		"groups over bodies across": {[]string{title, "指标,乡镇,,,,街道", ",小计,石桥镇,古渡镇,柳溪乡,东关街道", "行政许可,119,12,100,7,61", "行政处罚,309,34,230,45,19", "行政强制,18,5,11,2,4"},
			append(slices.Clone(towns), "青石县|东关街道|19")},
	} {
		got, words := namesRead(t, c.lines...)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if strings.Contains(words, "≠") {
			t.Errorf("%s: %s", name, words)
		}
	}
	// Where the sum does not prove it, the row stays what it says: one part of another.
	got, _ := namesRead(t, title, head, "镇小计,113,264,16", "其中：石桥镇,12,34,5", "古渡镇,100,230,11", "柳溪乡,7,45,2")
	if slices.Contains(got, "青石县|石桥镇|34") {
		t.Errorf("an unproven row is read: %q", got)
	}
}

func TestASealLineOverridesATitleThatNamesThePlaceAboveIt(t *testing.T) {
	for name, want := range map[string]string{
		"衡江市生态环境局青石分局": "衡江市|生态环境局青石分局", "青石高新技术产业开发区管理委员会": "青石县|青石高新技术产业开发区", "青石苗族侗族自治县柳溪乡人民政府": "青石苗族侗族自治县|柳溪乡",
		"中共青石县委机构编制委员会办公室": "青石县|县委机构编制委员会办公室", "中共青石县委宣传部": "青石县|县委宣传部", "江云集团（青石）公司": "青石县|江云集团（青石）公司",
	} {
		seal := sheetText{text: "填报单位：" + name + "（盖章）"}
		id := identify(append(cluesIn("青石县2023年度政府信息公开工作情况统计表", placeTitle, trustTitle), cluesOf(&seal)...), nil)
		if got := id.body.region + "|" + id.body.unit; got != want {
			t.Errorf("%s: got %s, want %s, %v", name, got, want, explained(id.questions))
		}
	}
	for _, name := range []string{"临江区石桥镇", "临江区财政局"} {
		seal := sheetText{text: "填报单位：" + name + "（盖章）"}
		if id := identify(append(cluesIn("青石县2023年度政府信息公开工作情况统计表", placeTitle, trustTitle), cluesOf(&seal)...), nil); id.body.unit != "" {
			t.Errorf("%s is not asked: %q of %q", name, id.body.unit, id.body.region)
		}
	}
}

func TestASealLineBelowTheTablesNamesTheBody(t *testing.T) {
	r := realReports(t)[0]
	for _, line := range []string{"填报单位（盖章）：石桥镇人民政府    2024年1月15日", "石桥镇人民政府（盖章）", "石桥镇人民政府 填报"} {
		c := canvasOf(&r)
		c.cells[0].text = "青石县2023年度政府信息公开工作年度报告"
		bottom := 0
		for _, p := range c.cells {
			bottom = max(bottom, p.bottom)
		}
		c.cell(bottom+1, 0, line, titleLook)
		results := understand("a.xlsx", c)
		if len(results) != 1 || results[0].Err != nil || results[0].Report.Unit != "石桥镇" || results[0].Report.Region != "青石县" {
			t.Errorf("%s: %+v", line, results)
		}
	}
}

func TestARowThatIsTheSumOfItsNeighboursIsNoBody(t *testing.T) {
	const title, head = "青石县2023年政府信息公开情况汇总表", "单位,行政许可,行政处罚"
	for name, c := range map[string]struct{ lines, want []string }{
		"kinds of towns": {[]string{"一类乡镇,32,34", "石桥镇,11,12", "古渡镇,21,22", "二类乡镇,72,74", "柳溪乡,31,32", "东关街道,41,42", "全县总数,104,108"},
			[]string{"青石县|石桥镇|12", "青石县|古渡镇|22", "青石县|柳溪乡|32", "青石县|东关街道|42"}},
		"a kind of one town": {[]string{"东片区,32,34", "石桥镇,11,12", "古渡镇,21,22", "西片区,31,32", "柳溪乡,31,32"},
			[]string{"青石县|石桥镇|12", "青石县|古渡镇|22", "青石县|柳溪乡|32"}},
		"any name that the total proves": {[]string{"东部,32,34", "石桥镇,11,12", "古渡镇,21,22", "西部,72,74", "柳溪乡,31,32", "东关街道,41,42", "合计,104,108"},
			[]string{"青石县|石桥镇|12", "青石县|古渡镇|22", "青石县|柳溪乡|32", "青石县|东关街道|42"}},
		"the own office and its parts": {[]string{"全县,74,78", "县本级,11,12", "其中：县教育局,5,6", "县林业局,6,6", "乡镇合计,63,66", "石桥镇,11,12", "古渡镇,21,22", "柳溪乡,31,32"},
			[]string{"青石县|教育局|6", "青石县|林业局|6", "青石县|石桥镇|12", "青石县|古渡镇|22", "青石县|柳溪乡|32"}},
		"several rows headed of which": {[]string{"县本级,11,12", "其中：县教育局,5,6", "其中：县林业局,6,6", "石桥镇,14,12"},
			[]string{"青石县|教育局|6", "青石县|林业局|6", "青石县|石桥镇|12"}},
		"a town that is the sum by chance": {[]string{"石桥镇,32,34", "古渡镇,11,12", "柳溪乡,21,22", "合计,64,68"},
			[]string{"青石县|石桥镇|34", "青石县|古渡镇|12", "青石县|柳溪乡|22"}},
		"totals of others": {[]string{"石桥镇,32,34", "古渡镇,11,12", "柳溪乡,21,23", "去年合计,20,22", "2022年合计,17,12", "合计（不含垂管）,60,60"},
			[]string{"青石县|石桥镇|34", "青石县|古渡镇|12", "青石县|柳溪乡|23"}},
		"notes": {[]string{"石桥镇,32,34", "古渡镇,11,12", "数据来源：县政府办,99,98", "统计时间,97,96", "其余单位,95,94", "填表说明,93,92", "填报人：李四,91,90"},
			[]string{"青石县|石桥镇|34", "青石县|古渡镇|12"}},
	} {
		got, words := namesRead(t, append([]string{title, head}, c.lines...)...)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if strings.Contains(words, "≠") {
			t.Errorf("%s: %s", name, words)
		}
	}
	// Two figures that happen to agree prove nothing, but the user must see them.
	results, err := ReadPaste(t.Context(), strings.ReplaceAll(strings.Join([]string{title, head, "城东,32,34", "石桥镇,11,12", "古渡镇,21,22", "柳溪乡,8,9"}, "\n"), ",", "\t"), Options{})
	if err != nil || len(results) != 4 || results[0].Err == nil || !results[0].Questions[0].Blocking {
		t.Errorf("%+v, %v: the doubtful row is not asked about", results, err)
	}
}
