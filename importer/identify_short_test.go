package importer

import (
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
