package form

var edition2019 = Edition{
	ID: "2019", Authority: "国办公开办函〔2019〕60号", FirstYear: 2019,
	Tables: []Table{
		{ID: "rules", Section: 2, Label: "第二十条第（一）项", Short: "规章文件", English: "Rules and normative documents",
			Items: ruleItems(normativeDocument("规范性文件", "行政规范性文件")),
			Columns: []Column{
				{ID: "made", Label: "本年新制作数量", Short: "新制作", English: "Made", Unit: "件", Aliases: []string{"新制作数量", "本年新制作"}},
				{ID: "released", Label: "本年新公开数量", Short: "新公开", English: "Released", Unit: "件", Aliases: []string{"新公开数量", "本年新公开"}},
				{ID: "public-total", Label: "对外公开总数量", Short: "公开总数", English: "Public in total", Unit: "件", Stock: true, Aliases: []string{"对外公开总数", "公开总数量"}},
			}},
		{ID: "licensing", Section: 2, Label: "第二十条第（五）项", Short: "行政许可", English: "Licensing",
			Items: []Item{licence(), {ID: "other-service", Label: "其他对外管理服务事项", Short: "其他对外管理服务", English: "Other services",
				Aliases: []string{"其他对外管理服务"}}},
			Columns: changeColumns(decisions("处理决定数量", "本年处理决定数量", "处理决定数", "处理决定", "决定数", "决定数量", "决定件数"))},
		{ID: "enforcement", Section: 2, Label: "第二十条第（六）项", Short: "行政执法", English: "Enforcement",
			Items: enforcementItems(), Columns: changeColumns(decisions("处理决定数量", "本年处理决定数量", "处理决定数", "处理决定", "决定数", "决定数量", "决定件数"))},
		{ID: "fees", Section: 2, Label: "第二十条第（八）项", Short: "行政收费", English: "Fees",
			Items: []Item{fee()}, Columns: changeColumns()},
		{ID: "procurement", Section: 2, Label: "第二十条第（九）项", Short: "政府采购", English: "Procurement",
			Items: []Item{{ID: "procurement", Label: "政府集中采购", Short: "政府集中采购", English: "Central procurement", Aliases: []string{"政府采购", "集中采购"}}},
			Columns: []Column{
				{ID: "projects", Label: "采购项目数量", Short: "采购项目", English: "Projects", Unit: "项", Aliases: []string{"采购项目数"}},
				{ID: "amount", Label: "采购总金额", Short: "采购金额", English: "Amount", Unit: "元", Money: true, Aliases: []string{"采购金额"}},
			}},
		applications(otherRow()),
		review(),
	},
}

// changeColumns returns the columns for the number of items and its change, then
// more.
func changeColumns(more ...Column) []Column {
	return append([]Column{
		{ID: "items-before", Label: "上一年项目数量", Short: "上年项目", English: "Items the year before", Unit: "项", Stock: true, Aliases: []string{"上年项目数量", "上一年项目数"}},
		{ID: "items-change", Label: "本年增/减", Short: "增减", English: "Change", Unit: "项", Signed: true, Aliases: []string{"本年增", "本年增减", "增/减", "本年增/"}},
	}, more...)
}
