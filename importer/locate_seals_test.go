package importer

import (
	"testing"

	"nianbao/importer/read"
)

func TestEachFormOfASheetHasItsOwnSeal(t *testing.T) {
	const title = "青石县2023年政府信息公开工作年度报告"
	table := func(n string) [][]string {
		return [][]string{
			{"第二十条第（一）项"}, {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"}, {"规章", "1", "2", "3"}, {"行政规范性文件", "4", "5", n},
			{"第二十条第（五）项"}, {"信息内容", "本年处理决定数量"}, {"行政许可", n}, {"第二十条第（六）项"}, {"信息内容", "本年处理决定数量"}, {"行政处罚", n}, {"行政强制", "1"},
		}
	}
	seal := func(town string) [][]string {
		return [][]string{{"填报单位：" + town + "人民政府（盖章）"}}
	}
	join := func(parts ...[][]string) (all [][]string) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	for where, rows := range map[string][][]string{
		"above": join([][]string{{title}}, seal("石桥镇"), table("5"), seal("锦江乡"), table("6")),
		"below": join([][]string{{title}}, table("5"), seal("石桥镇"), table("6"), seal("锦江乡")),
	} {
		results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts(rows)})
		if len(results) != 2 {
			t.Errorf("%s: %d results: %+v", where, len(results), results)
			continue
		}
		for i, want := range []string{"石桥镇", "锦江乡"} {
			if r := results[i]; r.Err != nil || r.Report.Unit != want || r.Report.Year != 2023 || r.Report.Region != "青石县" {
				t.Errorf("%s: %v %+v, want %s 2023", where, r.Err, r.Report, want)
			}
		}
	}
}
