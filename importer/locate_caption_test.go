package importer

import (
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func TestAUnitOfMoneyAmongOthersAboveATableConvertsItsAmounts(t *testing.T) {
	key := form.Key{Table: "fees", Item: "fee", Column: "amount"}
	for caption, want := range map[string]string{
		"计量单位：件、千元": "25.1", "单位：件、元": "0.0251", "单位：元、件": "0.0251", "金额单位：元": "0.0251", "单位：件/元": "0.0251", "单位：件，人民币万元": "251",
		"（单位：件  金额：元）": "0.0251", "单位：件；收费单位：元": "0.0251", "计量单位:件、百元": "", "单位：元、万元": "", "单位：件": "251",
	} {
		head, lines := []string{"单位", "行政许可", "行政事业性收费"}, [][]string{{"石桥镇", "11", "251"}, {"古渡镇", "21", "251"}}
		title := "青石县2023年政府信息公开工作年度报告汇总表"
		for name, rows := range map[string][][]string{
			"above the heading":   append([][]string{{title}, {caption}, head}, lines...),
			"beside the title":    append([][]string{{title, "", caption}, head}, lines...),
			"with a blank row":    append([][]string{{title}, {caption}, {""}, head}, lines...),
			"in the heading":      append([][]string{{title}, {caption, "行政许可", "行政事业性收费"}}, lines...),
			"bodies side by side": {{title}, {caption}, {"项目", "石桥镇", "古渡镇"}, {"行政许可", "11", "21"}, {"行政事业性收费", "251", "251"}},
			"a listing":           {{"青石县石桥镇2023年年报数据"}, {caption}, {"指标", "数量"}, {"行政许可", "11"}, {"行政事业性收费", "251"}},
		} {
			results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts(rows)})
			got := readOf(results, key)
			if len(got) == 0 && want != "" || len(got) > 0 && (got[0] != want || got[len(got)-1] != want) {
				t.Errorf("%s %s: it is %v, want %s", caption, name, got, want)
			}
		}
	}
}
