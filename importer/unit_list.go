package importer

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/importer/read"
)

// UnitName is the name of a body with its region, "" if that is not given.
type UnitName struct{ Region, Unit string }

// ListedUnit is a row of a list of bodies (单位名录).
type ListedUnit struct {
	Sheet string // "" if the file has one list
	Row   int
	UnitName
	Agency, Kind string
	Parent       UnitName // its Unit is "" if the row names none
	Names        []UnitName
	Expected     *bool // nil if the row does not say
}

// SplitName splits a full name into region and unit: 江南省云州市临江区 石桥镇.
func SplitName(name string) (region, unit string) {
	b := bodyOf(name)
	return b.region, b.unit
}

// IsUnitList reports whether ReadUnitList reads a file's format, judging by its name.
func IsUnitList(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".txt", ".tsv":
		return true
	}
	return false
}

// ReadUnitList reads a list of bodies from a workbook or a text file. Rows with a fault
// are left out and reported. It returns a *NoListError if the file has no list, or the
// error of reading the file.
func ReadUnitList(path string) (units []ListedUnit, faults []ListFault, err error) {
	u := newInterpreter(&Options{})
	content, err := u.content(path)
	if err != nil {
		return nil, nil, err
	}
	file, err := u.open(path, content)
	if err != nil {
		return nil, nil, err
	}
	lists := 0
	for i := range file.sheets {
		l := unitList{sheet: &file.sheets[i]}
		if !l.findHeading() {
			continue
		}
		lists++
		l.readRows()
		units, faults = append(units, l.units...), append(faults, l.faults...)
	}
	if lists == 0 {
		return nil, nil, &NoListError{path}
	}
	if lists == 1 {
		for i := range units {
			units[i].Sheet = ""
		}
		for i := range faults {
			faults[i].Sheet = ""
		}
	}
	return units, faults, nil
}

// unitList is a list on a sheet.
type unitList struct {
	sheet   *read.Sheet
	heading int
	columns map[listColumn]int
	units   []ListedUnit
	faults  []ListFault
}

type listColumn uint8

const (
	unitColumn listColumn = iota
	fullColumn
	shortColumn
	parentColumn
	kindColumn
	namesColumn
	expectedColumn
)

// listHeadings are the headings of the columns.
var listHeadings = map[listColumn][]string{
	unitColumn:     {"单位", "单位名称", "名称", "机关", "机关名称", "机构", "机构名称", "部门", "镇街", "乡镇", "镇(街道)", "乡镇(街道)", "Unit"},
	fullColumn:     {"全称", "单位全称", "机关全称", "规范名称", "Full name"},
	shortColumn:    {"简称", "单位简称", "规范简称"},
	parentColumn:   {"上级", "上级单位", "上级机关", "主管单位", "主管部门", "隶属", "隶属单位", "所属", "所属地区", "所属区县", "地区", "Parent"},
	kindColumn:     {"类型", "类别", "单位类型", "单位类别", "单位性质", "Kind"},
	namesColumn:    {"别名", "其他名称", "其它名称", "曾用名", "又名", "别称", "Other names", "Names"},
	expectedColumn: {"是否应报", "应报", "是否报送", "是否填报", "应报送", "Expected"},
}

// headingWithin is the number of rows in which the heading is looked for.
const headingWithin = 20

// findHeading finds the row that heads the list.
func (l *unitList) findHeading() bool {
	for i := range min(len(l.sheet.Rows), headingWithin) {
		found := map[listColumn]int{}
		for j := range l.sheet.Rows[i].Cells {
			text := squeeze(l.sheet.At(i, j).Text)
			for column, names := range listHeadings {
				isName := slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, text) })
				if _, has := found[column]; isName && !has {
					found[column] = j
				}
			}
		}
		_, unit := found[unitColumn]
		_, full := found[fullColumn]
		_, short := found[shortColumn]
		if unit || full || short {
			l.heading, l.columns = i, found
			return true
		}
	}
	return false
}

func (l *unitList) cell(i int, column listColumn) string {
	j, ok := l.columns[column]
	if !ok {
		return ""
	}
	return squeeze(l.sheet.At(i, j).Text)
}

func (l *unitList) readRows() {
	for i := l.heading + 1; i < len(l.sheet.Rows); i++ {
		l.readRow(i)
	}
}

func (l *unitList) readRow(i int) {
	number := l.sheet.Rows[i].Number
	refuse := func(kind ListFaultKind, text string) {
		l.faults = append(l.faults, ListFault{Sheet: l.sheet.Name, Row: number, Text: text, Kind: kind})
	}
	u := ListedUnit{Sheet: l.sheet.Name, Row: number, Kind: l.cell(i, kindColumn)}
	name, full, short := l.cell(i, unitColumn), l.cell(i, fullColumn), l.cell(i, shortColumn)
	if name == "" {
		name, short = short, ""
	}
	if name == "" {
		name = full
	}
	switch {
	case name == "" && l.isEmpty(i), name != "" && slices.Contains(append(listHeadings[unitColumn], listHeadings[fullColumn]...), name):
		return // or the heading again, on another page
	case name == "":
		refuse(ListNoName, "")
		return
	}
	for _, text := range []string{name, full, short} {
		if kind, is := listFault(text); is {
			refuse(kind, text)
			return
		}
	}
	if nearest, is := kindFault(u.Kind); is {
		l.faults = append(l.faults, ListFault{Sheet: l.sheet.Name, Row: number, Text: u.Kind, Kind: ListKind, Nearest: nearest})
		return
	}
	u.name(name, full, short)
	for _, text := range SplitNames(l.cell(i, namesColumn)) {
		b := bodyOf(text)
		u.Names = append(u.Names, UnitName{b.region, b.unit})
	}
	if parent := l.cell(i, parentColumn); parent != "" && strings.Trim(parent, "-—/无") != "" {
		if kind, is := listFault(parent); is {
			refuse(kind, parent)
			return
		}
		b := bodyOf(parent)
		u.Parent = UnitName{b.region, b.unit}
		if own := u.UnitName; u.Parent == own || own.Region == "" && u.Parent.Region+u.Parent.Unit == own.Unit {
			refuse(ListOwnParent, name)
			return
		}
	}
	if said := l.cell(i, expectedColumn); said != "" {
		is, ok := yesOrNo(said)
		if !ok {
			refuse(ListExpected, said)
			return
		}
		u.Expected = &is
	}
	l.units = append(l.units, u)
}

func (l *unitList) isEmpty(i int) bool {
	for column := range l.columns {
		if l.cell(i, column) != "" {
			return false
		}
	}
	return true
}

const longestName = 40 // characters

// listFault returns the reason why a text does not name exactly one body.
func listFault(text string) (kind ListFaultKind, is bool) {
	switch {
	case text == "":
		return 0, false
	case isNoBody(text), isTotalName(text), isAnonymous(text), utf8.RuneCountInString(text) > longestName:
		return ListNoBody, true
	case len(bodiesInCell(text)) > 1:
		return ListSeveral, true
	}
	return 0, false
}

// name reads the names of a row: the first is the body's, unless only its full name looks
// like one.
func (u *ListedUnit) name(name, full, short string) {
	own := bodyOf(name)
	u.UnitName = UnitName{own.region, own.unit}
	if own.agency != own.region+own.unit {
		u.Agency = own.agency
	}
	if full != "" {
		b := bodyOf(full)
		u.Agency = full
		if !parses(own) && parses(b) {
			u.Names = append(u.Names, u.UnitName)
			u.UnitName = UnitName{b.region, b.unit}
		} else if b.unit != u.Unit {
			u.Names = append(u.Names, UnitName{b.region, b.unit})
		}
		if len(b.region) > len(u.Region) && strings.HasSuffix(b.region, u.Region) {
			u.Region = b.region
		}
	}
	if short != "" {
		b := bodyOf(short)
		u.Names = append(u.Names, UnitName{b.region, b.unit})
	}
}

// SplitNames splits a list of names.
func SplitNames(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、；;,，/\n", r) })
}

func yesOrNo(text string) (is, ok bool) {
	switch strings.ToLower(text) {
	case "是", "应报", "应", "√", "✓", "1", "y", "yes", "true", "需", "需要":
		return true, true
	case "否", "不报", "不应报", "不应", "不需", "不需要", "×", "✗", "x", "0", "n", "no", "false":
		return false, true
	}
	return false, false
}
