package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// listPage is the first sheet of a return copy: the corrections to make, on one page.
type listPage struct {
	file *excelize.File
	name string
	lang form.Language
}

// The rows of the list, counted from 1.
const (
	listTitle = iota + 1
	listNote
	listKey // legend of the colours
	listGap
	listHead
	listFirst
)

func (p listPage) write(r *form.Report, flaws []flaw) error {
	title := p.lang.Say(form.Both("%s%s %d年度报告 退回清单", "%s%s, report for %d: what to correct"), r.Region, r.Unit, r.Year)
	note := p.lang.Say(form.Both("共 %d 处。请核对原始台账后，在报告表格中直接修改并报回本文件；空格如确为零请填 0，如无需修改请在“单位反馈”中说明。", "%d places. Please check your records, correct the tables in this file and send it back; write 0 where a blank means zero, and say in “Your answer” where nothing is to be changed."), len(flaws))
	texts := [][2]string{{"A1", title}, {"A2", note},
		{"B3", p.lang.Say(form.Both("建议修改的格", "to change"))}, {"D3", p.lang.Say(form.Both("有关的格", "concerned"))},
		{"E3", p.lang.Say(form.Both("着色的格均附批注；点击“位置”可跳到该格。", "Coloured cells carry comments; click a place to go there."))}}
	for i, c := range read.ReturnListColumns {
		column := read.ColumnName(i)
		if err := p.file.SetColWidth(p.name, column, column, c.Width); err != nil {
			return err
		}
		texts = append(texts, [2]string{fmt.Sprintf("%s%d", column, listHead), p.lang.Say(form.Both(c.Zh, c.En))})
	}
	for _, t := range texts {
		if err := p.file.SetCellStr(p.name, t[0], t[1]); err != nil {
			return err
		}
	}
	for i, f := range flaws {
		if err := p.line(listFirst+i, f); err != nil {
			return err
		}
	}
	return p.style(flaws)
}

func (p listPage) line(row int, f flaw) error {
	rule, _ := form.RuleByID(f.Rule)
	texts := []string{"", p.cellNames(f), severityName(f.Severity, p.lang), p.lang.Say(rule.Name), f.Message(p.lang), f.repair}
	if err := p.file.SetCellInt(p.name, fmt.Sprintf("A%d", row), int64(f.number)); err != nil {
		return err
	}
	height := 1
	for i, text := range texts[1:] {
		if err := p.file.SetCellStr(p.name, fmt.Sprintf("%s%d", read.ColumnName(i+1), row), text); err != nil {
			return err
		}
		height = max(height, linesIn(text, read.ReturnListColumns[i+1].Width))
	}
	if err := p.file.SetRowHeight(p.name, row, float64(height)*lineHeight+linePadding); err != nil {
		return err
	}
	if len(f.cells) == 0 {
		return nil
	}
	target := fmt.Sprintf("'%s'!%s", strings.ReplaceAll(f.cells[0].Sheet, "'", "''"), f.cells[0].Cell)
	return p.file.SetCellHyperLink(p.name, fmt.Sprintf("B%d", row), target, "Location")
}

// severityName names a severity for the body that has to correct the report.
func severityName(s form.Severity, lang form.Language) string {
	switch s {
	case form.SeverityError:
		return lang.Say(form.Both("错误", "error"))
	case form.SeverityWarning:
		return lang.Say(form.Both("存疑", "doubt"))
	}
	return lang.Say(form.Both("提示", "hint"))
}

// cellNames names the cells of a finding, only a few if there are many.
func (p listPage) cellNames(f flaw) string {
	const most = 4
	var names []string
	for i, at := range f.cells {
		if i == most {
			return strings.Join(names, " ") + " …"
		}
		names = append(names, at.Cell)
	}
	return strings.Join(names, " ")
}
