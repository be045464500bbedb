package words

import "nianbao/data/form"

// The register of bodies (单位名录).
var (
	UnitsMenu   = form.Both("单位名录…", "Register of units…")
	UnitsTitle  = form.Both("单位名录", "Register of units")
	ListRefused = form.Both("第 %d 行%s", "row %d: %s")
	ListSheet   = form.Both("工作表“%s”%s", "sheet “%s”, %s")
	ListNamed   = form.Both("“%s”：%s", "“%s”: %s")
	ListTwice   = form.Both("与第 %s 行是同一个单位", "it is the same unit as in row %s")
	ListParents = form.Both("上级可能是：%s；请写上级的全称", "its parent can be: %s; write the parent's full name")
	ListBodies  = form.Both("可能是：%s；请写明上级或全称", "it can be: %s; write its parent or its full name")
	ListAway    = form.Both("名称中的地区与上级“%s”不符", "the region in its name is not that of its parent “%s”")
	ListBelow   = form.Both("上级的上级又是它自己", "the parents above it lead back to itself")
	ListTaken   = form.Both("名录：新增 %d，补充 %d，未变 %d，未收 %d", "register: added %d, completed %d, unchanged %d, refused %d")
)

// Why a change of the register is refused.
var (
	ErrorUnknownBody = form.Both("名录中没有这个单位，可能已被合并或撤销。", "The register has no such unit; it may have been merged, or what added it was undone.")
	ErrorNameTaken   = form.Both("已有同名的单位“%s”。如果是同一个单位，请合并；否则请写全地区。", "There is a unit of that name already: “%s”. If both are one, merge them; else write the region in full.")
	ErrorOwnParent   = form.Both("上级不能是它自己或它的下级。", "A unit cannot lie below itself or below a unit that lies in it.")
	ErrorHasReports  = form.Both("这个单位有报告，不能从名录中移除；可以改为“不应报”，或与另一单位合并。", "This unit has reports and cannot be removed; mark it as not expected, or merge it with another one.")
	ErrorNoUnitName  = form.Both("请写单位名称。", "Write the name of the unit.")
)

// Who has reported.
var (
	CoverageMenu     = form.Both("导出报送情况…", "Export who has reported…")
	CoverageExport   = form.Both("导出报送情况", "Export who has reported")
	CoverageRegister = form.Both("单位名录", "Register of units")
	CoverageTitle    = form.Both("%d 年报送情况（%d 个单位，已报 %d，未报 %d）", "Reports for %d (%d units: %d reported, %d missing)")
	CoverageSheet    = form.Both("报送情况", "Coverage")
	CoverageFile     = form.Both("%d年报送情况.xlsx", "coverage %d.xlsx")
	CoverageState    = form.Both("情况", "State")
	CoverageMissing  = form.Both("未报", "missing")
	CoverageReported = form.Both("已报", "reported")
	CoverageLast     = form.Both("最近一份", "Last report")
	CoverageNever    = form.Both("从未报送", "never")
	CoverageSaved    = form.Both("报送情况已导出：%s", "who has reported was exported: %s")

	UnitsParent   = form.Both("上级", "Parent")
	UnitsKind     = form.Both("类型", "Kind")
	UnitsExpected = form.Both("是否应报", "Expected")
	UnitsYes      = form.Both("是", "yes")
	UnitsNo       = form.Both("否", "no")
)
