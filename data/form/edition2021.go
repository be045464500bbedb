package form

var edition2021 = Edition{
	ID: "2021", Authority: "国办公开办函〔2021〕30号", FirstYear: 2021,
	Tables: []Table{
		{ID: "rules", Section: 2, Label: "第二十条第（一）项", Short: "规章文件", English: "Rules and normative documents",
			Items: ruleItems(normativeDocument("行政规范性文件", "规范性文件")),
			Columns: []Column{
				{ID: "issued", Label: "本年制发件数", Short: "制发", English: "Issued", Unit: "件", Aliases: []string{"制发件数", "本年制发", "本年制发数", "制发", "制发数", "制发数量"}},
				{ID: "repealed", Label: "本年废止件数", Short: "废止", English: "Repealed", Unit: "件", Aliases: []string{"废止件数", "本年废止", "本年废止数", "废止", "废止数", "废止数量"}},
				{ID: "in-force", Label: "现行有效件数", Short: "现行有效", English: "In force", Unit: "件", Stock: true, Aliases: []string{"现行有效件", "现行有效", "现行有效数", "现行有效数量"}},
			}},
		{ID: "licensing", Section: 2, Label: "第二十条第（五）项", Short: "行政许可", English: "Licensing",
			Items: []Item{licence()}, Columns: []Column{decisions("本年处理决定数量", "处理决定数量", "处理决定数", "处理决定", "决定数", "决定数量", "决定件数")}},
		{ID: "enforcement", Section: 2, Label: "第二十条第（六）项", Short: "行政执法", English: "Enforcement",
			Items: enforcementItems(), Columns: []Column{decisions("本年处理决定数量", "处理决定数量", "处理决定数", "处理决定", "决定数", "决定数量", "决定件数")}},
		{ID: "fees", Section: 2, Label: "第二十条第（八）项", Short: "行政收费", English: "Fees",
			Items: []Item{fee()},
			Columns: []Column{{ID: "amount", Label: "本年收费金额（单位：万元）", Short: "收费金额", English: "Amount", Unit: "万元", Money: true,
				Aliases: []string{"本年收费金额", "收费金额", "本年收费金额万元"}}}},
		applications(otherRows()),
		review(),
	},
}

func ruleItems(document Item) []Item {
	return []Item{
		{ID: "regulation", Label: "规章", Short: "规章", English: "Regulations"},
		document,
	}
}

func normativeDocument(label string, aliases ...string) Item {
	return Item{ID: "normative-document", Label: label, Short: "规范性文件", English: "Normative documents", Aliases: aliases}
}

func licence() Item {
	return Item{ID: "licence", Label: "行政许可", Short: "行政许可", English: "Licences", Aliases: []string{"许可"}}
}

func enforcementItems() []Item {
	return []Item{
		{ID: "penalty", Label: "行政处罚", Short: "行政处罚", English: "Penalties", Aliases: []string{"处罚"}},
		{ID: "coercion", Label: "行政强制", Short: "行政强制", English: "Coercive measures", Aliases: []string{"强制"}},
	}
}

func fee() Item {
	return Item{ID: "fee", Label: "行政事业性收费", Short: "行政事业性收费", English: "Administrative fees", Aliases: []string{"行政事业收费", "事业性收费", "行政性收费", "收费"}}
}

func decisions(label string, aliases ...string) Column {
	return Column{ID: "decisions", Label: label, Short: "处理决定", English: "Decisions", Unit: "件", Aliases: aliases}
}
