package data

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/data/form"
)

// UnitKind is the kind of a body, derived from its name.
type UnitKind string

// The kinds of bodies.
const (
	Town        UnitKind = "town"        // 镇
	Township    UnitKind = "township"    // 乡
	Subdistrict UnitKind = "subdistrict" // 街道
	Zone        UnitKind = "zone"        // 开发区、园区: a development zone
	OwnOffice   UnitKind = "own"         // 本级: a government above the towns, or its office
	Department  UnitKind = "department"  // 部门
	OtherKind   UnitKind = "other"
)

// UnitKinds lists the kinds in the order they are offered.
func UnitKinds() []UnitKind {
	return []UnitKind{OwnOffice, Town, Township, Subdistrict, Department, Zone, OtherKind}
}

// Words is the kind's name.
func (k UnitKind) Words() form.Words {
	switch k {
	case Town:
		return form.Both("镇", "Towns")
	case Township:
		return form.Both("乡", "Townships")
	case Subdistrict:
		return form.Both("街道", "Subdistricts")
	case Zone:
		return form.Both("开发区、园区", "Zones")
	case OwnOffice:
		return form.Both("本级", "Own office")
	case Department:
		return form.Both("部门", "Departments")
	}
	return form.Both("其他", "Others")
}

// KindOf tells the kind of a body from the short name of its unit: the longest
// known ending decides.
func KindOf(unit string) UnitKind {
	for _, e := range unitEndings() {
		if strings.HasSuffix(unit, e.text) {
			return e.kind
		}
	}
	return OtherKind
}

type unitEnding struct {
	text string
	kind UnitKind
}

// unitEndings are the endings of units' names, longer ones first.
func unitEndings() []unitEnding {
	var list []unitEnding
	add := func(kind UnitKind, endings ...string) {
		for _, text := range endings {
			list = append(list, unitEnding{text, kind})
		}
	}
	government := func(kind UnitKind, places ...string) {
		for _, place := range places {
			add(kind, place, place+"政府", place+"人民政府", place+"人民政府本级", place+"本级")
		}
	}
	government(Town, "镇")
	government(Township, "乡", "苏木")
	add(Subdistrict, "街道", "街道办", "街道办事处")
	government(OwnOffice, "省", "市", "区", "县", "旗", "州", "盟")
	add(OwnOffice, "人民政府", "政府", "本级", "政府办", "政府办公室", "政府办公厅")
	add(Zone, "开发区", "高新区", "园区", "示范区", "试验区", "实验区", "保税区", "度假区", "风景区", "名胜区", "管委会", "管理委员会", "开发区管理办公室")
	add(Department, "局", "厅", "委", "委员会", "办", "办公室", "办公厅", "中心", "支队", "总队", "大队", "院", "署", "公司", "集团", "学校", "大学", "学院", "馆", "管理处", "联合会", "办事处", "站", "所", "队", "社")
	slices.SortStableFunc(list, func(a, b unitEnding) int { return cmp.Compare(len(b.text), len(a.text)) })
	return list
}

// unitEndingSQL is the ending of the column unit that decides the kind, "" if none
// is known. The leftmost match at the end is the longest ending.
func unitEndingSQL() string {
	var endings []string
	for _, e := range unitEndings() {
		endings = append(endings, e.text)
	}
	return `regexp_extract(unit, ` + quote(`(`+strings.Join(endings, `|`)+`)$`) + `)`
}

// endingsOf are the endings of the kinds' names, with "" if OtherKind is among the kinds.
func endingsOf(kinds []UnitKind) []string {
	var list []string
	for _, e := range unitEndings() {
		if slices.Contains(kinds, e.kind) {
			list = append(list, e.text)
		}
	}
	if slices.Contains(kinds, OtherKind) {
		list = append(list, "")
	}
	return list
}
