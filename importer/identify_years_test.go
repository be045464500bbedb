package importer

import (
	"testing"

	"nianbao/importer/read"
)

func TestAPublicationIsNoReportingYear(t *testing.T) {
	for title, want := range map[string]int{
		"青石县2024年公布的政府信息公开年报汇总表": 0, "青石县政府信息公开年报汇总表（2024年编制）": 0, "青石县政府信息公开年报汇总表（2024年报送稿）": 0,
		"青石县政府信息公开年报汇总表（2023.1.1-2023.12.31）": 2023, "青石县2023年政府信息公开年报汇总表（与2022年对比）": 2023, "青石县2023年政府信息公开年报汇总表（2024年编制）": 2023,
		"青石县2099年政府信息公开年报汇总表": 0,
	} {
		results := understandSheets("汇总.xlsx", []read.Sheet{sheetOfTexts([][]string{{title}, {"单位", "行政许可"}, {"石桥镇", "1"}, {"锦江乡", "2"}})})
		if len(results) != 2 || results[0].Report.Year != want || (results[0].Err == nil) != (want != 0) {
			t.Errorf("%s: %+v, want the year %d", title, results, want)
		}
	}
}

func TestSheetsNamedAfterYearsAreCertain(t *testing.T) {
	for file, names := range map[string][]string{"石桥镇2021-2023.xlsx": {"2021", "2022", "2023"}, "石桥镇.xlsx": {"21年", "22年", "23年度"}} {
		var sheets []read.Sheet
		for i, name := range names {
			s := sheetOfTexts([][]string{{"青石县石桥镇政府信息公开情况统计"}, {"指标", "数量"}, {"行政许可", string(rune('5' + i))}, {"行政处罚", "7"}})
			s.Name = name
			sheets = append(sheets, s)
		}
		results := understandSheets(file, sheets)
		for i, r := range results {
			if r.Err != nil || r.Report.Year != 2021+i {
				t.Errorf("%s, sheet %s: %+v", file, names[i], r)
			}
		}
		if len(results) != 3 {
			t.Errorf("%s: %d reports, want 3", file, len(results))
		}
	}
}
