package workbook

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"nianbao/data/form"
)

// checks lists the identities of the sums, computed by formulas.
func (rw *rollUpWriter) checks() Table {
	say := rw.Language.Say
	t := Table{Title: say(titleOfChecks), Sheet: say(sheetOfChecks), Frozen: 1, Alarm: say(checkFails), Columns: []TableColumn{
		{Title: say(columnPlace), Width: 32}, {Title: say(columnRule), Width: 44},
		{Title: say(columnLeft), Numeric: true, Width: 13}, {Title: say(columnRight), Numeric: true, Width: 13}, {Title: say(columnDifference), Numeric: true, NotZero: true}, {Title: say(columnResult), Width: 12},
		{Title: say(columnUnitsBehind), Width: 40},
	}}
	broken := rw.brokenUnits()
	var rows [][]TableCell
	for i, j := range rw.Sums.Judge() {
		row := i + 3
		rows = append(rows, rw.check(j, row, strings.Join(broken[identityName{j.Rule, j.Key}], say(form.Both("、", ", ")))))
	}
	first, last := 3, len(rows)+2
	fails := 0
	for _, row := range rows {
		if row[5].Text == t.Alarm {
			fails++
		}
	}
	t.Rows = eachOf(rows)
	t.Total = append(make([]TableCell, 0, 7), TableCell{Kind: TextCell, Text: say(form.Both("不符项数", "failing"))}, TableCell{}, TableCell{}, TableCell{}, TableCell{},
		TableCell{Kind: NumberCell, Number: form.Count(int64(fails)), Formula: fmt.Sprintf(`COUNTIF(F%d:F%d,"%s")`, first, last, t.Alarm)}, TableCell{})
	return t
}

// check is the line of one identity.
func (rw *rollUpWriter) check(j form.Judgement, row int, units string) []TableCell {
	say := rw.Language.Say
	rule, _ := form.RuleByID(j.Rule)
	side := func(keys []form.Key, value form.Number) TableCell {
		var list []string
		for _, k := range keys {
			list = append(list, rw.sums.reference(k))
		}
		return TableCell{Kind: NumberCell, Number: value, Formula: "SUM(" + strings.Join(list, ",") + ")"}
	}
	result := map[bool]form.Words{true: checkHolds, false: checkFails}[j.Difference() == 0]
	if j.Verdict == form.NotJudged {
		result = checkUnknown
	}
	return []TableCell{
		{Kind: TextCell, Text: rw.place(j.Key)}, {Kind: TextCell, Text: say(rule.Meaning)},
		side(j.Left, j.LeftValue), side(j.Right, j.RightValue),
		{Kind: DifferenceCell, Number: j.Difference(), Formula: fmt.Sprintf("C%d-D%d", row, row)},
		{Kind: TextCell, Text: say(result), Formula: fmt.Sprintf(`IF(ISNUMBER(%s),IF(E%d=0,"%s","%s"),"%s")`, rw.sums.reference(j.Total), row, say(checkHolds), say(checkFails), say(checkUnknown))},
		{Kind: TextCell, Text: units},
	}
}

// identityName distinguishes an identity from the others of a report.
type identityName struct {
	rule form.RuleID
	key  form.Key
}

// brokenUnits are the units whose own figures break an identity, with the difference.
func (rw *rollUpWriter) brokenUnits() map[identityName][]string {
	broken := map[identityName][]string{}
	for _, s := range rw.units {
		for _, j := range s.report.Judge() {
			if d := j.Difference(); d != 0 && j.Verdict != form.NotJudged {
				name := identityName{j.Rule, j.Key}
				sign := ""
				if d > 0 {
					sign = "+"
				}
				broken[name] = append(broken[name], s.name+"（"+sign+d.Grouped()+"）")
			}
		}
	}
	return broken
}

// place names a figure in one text. With item and column in separate cells, the sheet would
// look like a table of figures when the workbook is imported.
func (rw *rollUpWriter) place(k form.Key) string {
	return form.Finding{Edition: rw.Sums.Edition, Key: k}.Place(rw.Language)
}

// coverage lists which bodies have reported, those that have not first.
func (rw *rollUpWriter) coverage() Table {
	say := rw.Language.Say
	t := Table{Title: say(titleOfCoverage, rw.Expected, len(rw.Units), rw.Expected-len(rw.Units)), Sheet: say(sheetOfCoverage), Frozen: 2, Alarm: say(RollUpMissing), Columns: []TableColumn{
		{Title: say(columnUnit), Width: 24}, {Title: say(columnRegion), Width: 30}, {Title: say(columnState), Width: 40}, {Title: say(columnSheet), Width: 24},
	}}
	var rows [][]TableCell
	for _, b := range rw.Absent {
		rows = append(rows, []TableCell{{Kind: TextCell, Text: b.Unit}, {Kind: TextCell, Text: b.Region}, {Kind: TextCell, Text: b.State}, {}})
	}
	for _, s := range rw.units {
		rows = append(rows, []TableCell{{Kind: TextCell, Text: s.report.Unit}, {Kind: TextCell, Text: s.report.Region}, {Kind: TextCell, Text: say(stateAdded)}, linkTo(s.name, "A1", s.name)})
	}
	t.Rows = eachOf(rows)
	return t
}

// linkTo is a cell that leads to another one.
func linkTo(sheet, cell, text string) TableCell {
	quoted := strings.ReplaceAll("#"+quotedSheet(sheet)+"!"+cell, `"`, `""`)
	return TableCell{Kind: TextCell, Text: text, Formula: fmt.Sprintf(`HYPERLINK("%s","%s")`, quoted, strings.ReplaceAll(text, `"`, `""`))}
}

// differences compares the sums with what the region published.
func (rw *rollUpWriter) differences() Table {
	say := rw.Language.Say
	t := Table{Title: say(titleOfDifferences, rw.Whole.Region+rw.Whole.Unit), Sheet: say(sheetOfDifferences), Frozen: 1, Columns: []TableColumn{
		{Title: say(columnPlace), Width: 44},
		{Title: say(columnPublished), Numeric: true, Width: 14}, {Title: say(columnSum), Numeric: true, Width: 14}, {Title: say(columnRest), Numeric: true, NotZero: true, Width: 20}, {Title: say(columnExplained), Width: 60},
	}}
	var rows [][]TableCell
	for i, f := range rw.Sums.Figures {
		row := i + 3
		published, known := rw.Whole.Sum(f.Table, f.Item, f.Column)
		cells := []TableCell{{Kind: TextCell, Text: rw.place(f.Key)}, {Formula: shownFormula(rw.whole, f.Key)}, {Formula: shownFormula(rw.sums, f.Key)},
			{Formula: fmt.Sprintf(`IF(AND(ISNUMBER(B%d),ISNUMBER(C%d)),ROUND(B%d-C%d,6),"")`, row, row, row, row)}, {Kind: TextCell, Text: rw.Explain(f.Key)}}
		if own := rw.Whole.Figure(f.Key); !known && own != nil && own.Status != form.StatusBlank {
			cells[1].Kind, cells[1].Text = TextCell, fmt.Sprint(figureValue(own))
		}
		if known {
			cells[1].Kind, cells[1].Number = NumberCell, published
		}
		if f.Status.HasValue() {
			cells[2].Kind, cells[2].Number = NumberCell, f.Value
		}
		if known && f.Status.HasValue() {
			cells[3].Kind, cells[3].Number = DifferenceCell, published-f.Value
		}
		rows = append(rows, cells)
	}
	t.Rows = eachOf(rows)
	return t
}

// gaps lists the cells of the units that no sum counts, and those with a note.
func (rw *rollUpWriter) gaps() Table {
	say := rw.Language.Say
	t := Table{Title: say(titleOfGaps), Sheet: say(sheetOfGaps), Frozen: 1, Columns: []TableColumn{
		{Title: say(columnUnit), Width: 24}, {Title: say(columnPlace), Width: 44}, {Title: say(columnState), Width: 12}, {Title: say(columnRaw), Width: 40}, {Title: say(columnCell), Width: 10},
	}}
	var rows [][]TableCell
	for _, s := range rw.units {
		for _, section := range s.sections {
			for _, p := range section.Cells {
				f := s.index[p.Key]
				if p.Kind != form.FigureCell || f != nil && f.Status == form.StatusNumber {
					continue
				}
				status, raw := form.StatusBlank, ""
				if f != nil {
					status, raw = f.Status, f.Raw
				}
				rows = append(rows, []TableCell{{Kind: TextCell, Text: s.name}, {Kind: TextCell, Text: rw.place(p.Key)}, {Kind: TextCell, Text: say(gapStates()[status])},
					{Kind: TextCell, Text: strings.TrimSpace(raw)}, linkTo(s.name, s.cells[p.Key], s.cells[p.Key])})
			}
		}
	}
	t.Title += "（" + strconv.Itoa(len(rows)) + "）"
	t.Rows = eachOf(rows)
	return t
}

// eachOf iterates over rows in memory.
func eachOf(rows [][]TableCell) iter.Seq2[[]TableCell, error] {
	return func(yield func([]TableCell, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
