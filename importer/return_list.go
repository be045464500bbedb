package importer

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
)

// listPage is the first sheet of a return copy: what to mend, on one page.
type listPage struct {
	file *excelize.File
	name string
	lang string
}

// The columns of the list and their widths in characters.
var listColumns = []struct {
	zh, en string
	width  float64
}{
	{"序号", "No.", 6}, {"位置", "Where", 16}, {"程度", "Weight", 8}, {"规则", "Rule", 14}, {"问题", "What is wrong", 62}, {"建议", "Proposed", 40},
}

// isReturnList recognises the list in a return copy that comes back, mended: it
// tells of figures and holds none.
func isReturnList(s *sheet) bool {
	for i := range s.rows {
		zh, en := true, true
		for j, c := range listColumns {
			text := s.at(i, j).text
			zh, en = zh && text == c.zh, en && text == c.en
		}
		if zh || en {
			return true
		}
	}
	return false
}

func (p listPage) write(r *form.Report, flaws []flaw) error {
	title := fmt.Sprintf(pick(p.lang, "%s%s %d年度报告 退回清单", "%s%s, report for %d: what to mend"), r.Region, r.Unit, r.Year)
	note := fmt.Sprintf(pick(p.lang, "共 %d 处；相应单元格已着色并附批注。请核对原始台账后修改，空格如确为零请填0。", "%d places; the cells are coloured and commented. Please check your records, and write 0 where a blank means zero."), len(flaws))
	for cell, text := range map[string]string{"A1": title, "A2": note} {
		if err := p.file.SetCellStr(p.name, cell, text); err != nil {
			return err
		}
	}
	for i, c := range listColumns {
		column := columnName(i)
		if err := p.file.SetColWidth(p.name, column, column, c.width); err != nil {
			return err
		}
		if err := p.file.SetCellStr(p.name, column+"4", pick(p.lang, c.zh, c.en)); err != nil {
			return err
		}
	}
	const first = 5
	for i, f := range flaws {
		if err := p.line(first+i, f); err != nil {
			return err
		}
	}
	return p.look(first + len(flaws) - 1)
}

func (p listPage) line(row int, f flaw) error {
	rule, _ := form.RuleByID(f.Rule)
	weight := map[form.Severity]string{form.SeverityError: pick(p.lang, "错误", "error"), form.SeverityWarning: pick(p.lang, "存疑", "doubt"), form.SeverityHint: pick(p.lang, "提示", "hint")}[f.Severity]
	texts := []string{"", p.places(f), weight, pick(p.lang, rule.Name, rule.English), f.Message(form.Language(p.lang)), f.repair}
	for i, text := range texts {
		cell := fmt.Sprintf("%s%d", columnName(i), row)
		if i == 0 {
			if err := p.file.SetCellInt(p.name, cell, int64(f.number)); err != nil {
				return err
			}
			continue
		}
		if err := p.file.SetCellStr(p.name, cell, text); err != nil {
			return err
		}
	}
	if len(f.cells) == 0 {
		return nil
	}
	target := fmt.Sprintf("'%s'!%s", strings.ReplaceAll(f.cells[0].Sheet, "'", "''"), f.cells[0].Cell)
	return p.file.SetCellHyperLink(p.name, fmt.Sprintf("B%d", row), target, "Location")
}

// places names the cells of a finding, a few of them where there are many.
func (p listPage) places(f flaw) string {
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

func (p listPage) look(last int) error {
	edge := []excelize.Border{{Type: "left", Color: "BFBFBF", Style: 1}, {Type: "right", Color: "BFBFBF", Style: 1}, {Type: "top", Color: "BFBFBF", Style: 1}, {Type: "bottom", Color: "BFBFBF", Style: 1}}
	styles := []struct {
		from, to string
		style    excelize.Style
	}{
		{"A1", "A1", excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}},
		{"A2", "A2", excelize.Style{Font: &excelize.Font{Color: "595959"}}},
		{"A4", "F4", excelize.Style{Font: &excelize.Font{Bold: true}, Border: edge, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EDEDED"}}}},
		{"A5", fmt.Sprintf("F%d", last), excelize.Style{Border: edge, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	}
	for _, s := range styles {
		if s.from == "A5" && last < 5 {
			continue
		}
		id, err := p.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		if err := p.file.SetCellStyle(p.name, s.from, s.to, id); err != nil {
			return err
		}
	}
	orientation, paper, wide := "landscape", 9, 1
	tall := 0
	fit := true
	if err := p.file.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return p.file.SetPageLayout(p.name, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &paper, FitToWidth: &wide, FitToHeight: &tall})
}
