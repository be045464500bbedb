package importer

import (
	"path/filepath"

	"nianbao/data/form"
)

// ListFault is a row of a list that does not name exactly one body, or says about it what
// cannot be understood.
type ListFault struct {
	Sheet string
	Row   int
	Text  string
	Kind  ListFaultKind
	// Nearest is the kind of body that was probably meant, "" if that is not clear.
	Nearest string
}

// ListFaultKind says what is wrong with a row.
type ListFaultKind uint8

// What is wrong with rows.
const (
	ListNoName    ListFaultKind = iota // the row has other cells, but no name
	ListNoBody                         // a group, a sum or a placeholder
	ListSeveral                        // the cell names several bodies
	ListExpected                       // neither yes nor no
	ListOwnParent                      // the unit is named as its own parent
	ListKind                           // the kind of the unit is unknown
)

// Explain says what is wrong with the row.
func (f *ListFault) Explain(lang form.Language) string {
	switch f.Kind {
	case ListNoName:
		return lang.Say(form.Both("没有写单位名称", "no unit is named"))
	case ListSeveral:
		return lang.Say(form.Both("“%s”写了几个单位，请每个单位写一行", "“%s” names several units; put each in its own row"), f.Text)
	case ListExpected:
		return lang.Say(form.Both("“是否应报”写的是“%s”，请写“是”或“否”", "the column 是否应报 says “%s”; write 是 or 否"), f.Text)
	case ListKind:
		if f.Nearest != "" {
			return lang.Say(form.Both("“类型”写的是“%s”，是不是“%s”？", "the column 类型 says “%s”; is it “%s”?"), f.Text, f.Nearest)
		}
		return lang.Say(form.Both("“类型”写的是“%s”，请写本级、镇、乡、街道、部门、开发区、园区或其他", "the column 类型 says “%s”; write 本级, 镇, 乡, 街道, 部门, 开发区, 园区 or 其他"), f.Text)
	case ListOwnParent:
		return lang.Say(form.Both("“%s”的上级写的是它自己", "“%s” is given as its own parent"), f.Text)
	}
	return lang.Say(form.Both("“%s”不是一个单位的名称", "“%s” is not the name of a unit"), f.Text)
}

// NoListError says that a file has no list of bodies.
type NoListError struct{ File string }

// Error returns the English explanation.
func (e *NoListError) Error() string { return e.Explain(form.English) }

// Explain says what is looked for.
func (e *NoListError) Explain(lang form.Language) string {
	return lang.Say(form.Both("%s：没有找到单位名录。表头应有“单位”一列，还可以有“上级”“类型”“别名”“全称”“简称”“是否应报”，顺序不限", "%s: no list of units was found. Its heading must have the column 单位, and may have 上级, 类型, 别名, 全称, 简称 and 是否应报, in any order"), filepath.Base(e.File))
}
