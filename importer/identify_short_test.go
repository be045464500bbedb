package importer

import (
	"strings"
	"testing"

	"nianbao/importer/read"
)

func TestAShortenedFileNameMeansTheOfficeOfTheTitle(t *testing.T) {
	for short, full := range map[string]string{
		"政府办": "人民政府办公室", "府办": "人民政府办公室", "政府办公室": "人民政府办公室", "发改局": "发展和改革局", "人社局": "人力资源和社会保障局", "卫健局": "卫生健康局", "卫健委": "卫生健康委员会", "教体局": "教育体育局",
		"住建局": "住房和城乡建设局", "农业农村局": "农业农村局", "市监局": "市场监督管理局", "文旅局": "文化旅游广电体育局", "应急局": "应急管理局", "退役军人局": "退役军人事务局", "城管局": "城市管理和综合执法局", "工信局": "工业和信息化局",
		"交通局": "交通运输局", "国资委": "国有资产监督管理委员会", "人防办": "人民防空办公室", "林业局": "林业和草原局",
	} {
		for _, region := range []string{"", "麻阳县"} {
			name := region + short
			if short == "府办" {
				name = region + "县" + short
			}
			results := understandSheets(name+".xlsx", []read.Sheet{sheetOfTexts([][]string{
				{"麻阳县" + full + "2023年政府信息公开情况统计"}, {"指标", "数量"}, {"行政许可", "5"}, {"行政处罚", "7"},
			})})
			if len(results) != 1 || results[0].Err != nil || results[0].Report.Unit != full || results[0].Report.Region != "麻阳县" {
				t.Errorf("%s for %s: %+v", name, full, results)
			}
		}
	}
}

func TestAnotherOfficeInTheFileNameIsAskedAbout(t *testing.T) {
	for file, title := range map[string]string{
		"财政局": "麻阳县民政局", "岳阳县发改局": "麻阳县发展和改革局", "教育局": "麻阳县体育局", "水利局": "麻阳县水产局", "人社局": "麻阳县人民防空办公室", "政府办": "麻阳县财政局",
	} {
		results := understandSheets(file+".xlsx", []read.Sheet{sheetOfTexts([][]string{
			{title + "2023年政府信息公开情况统计"}, {"指标", "数量"}, {"行政许可", "5"}, {"行政处罚", "7"},
		})})
		if len(results) != 1 || results[0].Err == nil {
			t.Errorf("%s.xlsx with the title of %s: %+v", file, title, results)
		}
	}
}

func TestANameWithForeignLettersIsNeverItsCounty(t *testing.T) {
	for _, town := range []string{"O'Brien镇", "A&B镇", "A&B<i>镇", "A镇", "<B>镇", "O’Brien镇", "“甲”镇", "甲&乙镇", "甲'乙镇", "'甲'镇", "甲<乙镇", "\"B\"镇"} {
		results := understandSheets("x.xlsx", []read.Sheet{sheetOfTexts([][]string{
			{"麻阳县" + town + "人民政府2023年政府信息公开情况统计"}, {"指标", "数量"}, {"行政许可", "5"}, {"行政处罚", "7"},
		})})
		if len(results) != 1 || results[0].Err == nil && (results[0].Report.Region != "麻阳县" || len([]rune(results[0].Report.Unit)) < len([]rune(strings.Trim(town, "“”'\"镇")))) {
			t.Errorf("%s: %+v", town, results[0].Report)
		}
		if strings.HasPrefix(town, "O'") && (results[0].Err != nil || results[0].Report.Unit != town) {
			t.Errorf("%s is not read: %v", town, results[0].Err)
		}
	}
}

func TestARowOfADepartmentOrATownMeansTheBodyItself(t *testing.T) {
	for name, want := range map[string]string{
		"县林业局": "林业局", "县政府办公室": "政府办公室", "县委宣传部": "县委宣传部", "市场监督管理局": "市场监督管理局", "县志办公室": "县志办公室", "国家税务总局麻阳县税务局": "税务局",
		"龙门镇党委政府": "龙门镇", "龙门镇党委、政府": "龙门镇", "长寿街道办": "长寿街道", "长寿街道办事处": "长寿街道", "安定镇人民政府办公室": "安定镇", "安定镇党政综合办公室": "安定镇",
	} {
		results := understandSheets("汇总.xlsx", []read.Sheet{sheetOfTexts([][]string{
			{"麻阳县2023年政府信息公开情况汇总表"}, {"单位", "行政许可", "行政处罚"}, {name, "5", "6"}, {"石桥镇", "7", "8"},
		})})
		if len(results) != 2 || results[0].Err != nil || results[0].Report.Unit != want || results[0].Report.Region != "麻阳县" {
			t.Errorf("%s: %+v, want %s of 麻阳县", name, results, want)
		}
	}
}

func TestANameBehindAnUnknownLabelIsReadWithoutIt(t *testing.T) {
	for label, want := range map[string]string{"公开主体：": "石桥镇", "公示单位：": "石桥镇", "填报主体：": "石桥镇"} {
		results := understandSheets("x.xlsx", []read.Sheet{sheetOfTexts([][]string{
			{"青石县2023年度政府信息公开情况统计"}, {label + "石桥镇人民政府"}, {"指标", "数量"}, {"行政许可", "5"}, {"行政处罚", "7"},
		})})
		if len(results) != 1 || results[0].Err != nil || results[0].Report.Unit != want {
			t.Errorf("%s: %+v", label, results)
		}
	}
	if b, ok := parseBody("公开主体:石桥镇人民政府"); ok {
		t.Errorf("a label is part of the name %+v", b)
	}
}

func TestThePublisherOfAPageDoesNotReport(t *testing.T) {
	results := understandSheets("content_1.html", []read.Sheet{sheetOfTexts([][]string{
		{"青石县石桥镇人民政府2023年政府信息公开工作年度报告"}, {"索引号", "43/2024-1", "发布机构", "青石县政府办公室"}, {"公开日期", "2024-01-20", "公开责任部门", "青石县政务公开办"},
		{"指标", "数量"}, {"行政许可", "5"}, {"行政处罚", "7"},
	})})
	if len(results) != 1 || results[0].Err != nil || results[0].Report.Unit != "石桥镇" {
		t.Errorf("%+v, want 石桥镇", results)
	}
}
