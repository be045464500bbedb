package present

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// mostFindings is how many findings are written: as many as a sheet can hold.
const mostFindings = 1 << 20

// FindingsDocument is a list of findings as a table: for each its report, what is wrong
// and where, how it could be repaired, and what the user decided.
type FindingsDocument struct {
	Table workbook.Table
	Rows  int
}

// ReadFindings reads the findings that a choice shows, hints included if the choice has
// AllFindings.
func ReadFindings(ctx context.Context, store *data.Store, c Choice, say words.Language) (*FindingsDocument, error) {
	chosen, _, err := store.Reports(c.Query)
	if err != nil {
		return nil, err
	}
	all, err := store.Findings(ctx, data.FindingFilter{Query: chosen, Limit: mostFindings})
	if err != nil {
		return nil, err
	}
	shown := slices.DeleteFunc(all, func(f data.Found) bool { return !c.Shows(f) })
	if err := store.Locate(ctx, shown); err != nil {
		return nil, err
	}
	return newFindingsDocument(ctx, store, shown, c, say)
}

func newFindingsDocument(ctx context.Context, store *data.Store, list []data.Found, c Choice, say words.Language) (*FindingsDocument, error) {
	var ids []int64
	for _, f := range list {
		if CanBeRepaired(f) {
			ids = append(ids, f.ReportID)
		}
	}
	slices.Sort(ids)
	repairs, err := store.Diagnoses(ctx, slices.Compact(ids))
	if err != nil {
		return nil, err
	}
	var rows [][]workbook.TableCell
	for _, f := range list {
		repair := ""
		if CanBeRepaired(f) {
			repair = RepairText(f, form.RepairsFor(f.Finding, repairs[f.ReportID]), say)
		}
		rows = append(rows, findingCells(f, repair, say))
	}
	title := say.Say(words.PaneFindings)
	t := workbook.Table{Title: title, Sheet: title, Frozen: 3, Columns: FindingColumns(say), Rows: allRows(rows), NoteTab: say.Say(words.NotesTab)}
	for _, note := range []struct {
		name words.Word
		text string
	}{
		{words.NotesFilters, FindingFilterText(c, say)}, {words.NotesRows, Count(len(rows))},
		{words.NotesMade, time.Now().Format("2006-01-02 15:04")},
	} {
		t.Notes = append(t.Notes, workbook.TableNote{Name: say.Say(note.name), Text: note.text})
	}
	return &FindingsDocument{Table: t, Rows: len(rows)}, nil
}

// FindingFilterText says which findings a choice shows.
func FindingFilterText(c Choice, say words.Language) string {
	list := FilterTexts(Choice{Query: c.Query}, say)
	for _, s := range c.Severities {
		list = append(list, say.Say(SeverityName(s)))
	}
	for _, r := range c.Rules {
		list = append(list, RuleName(r, say))
	}
	for _, year := range c.FindingYears {
		list = append(list, strconv.Itoa(year))
	}
	if !c.AllFindings {
		list = append(list, say.Say(words.FindingsOnly))
	}
	if len(list) == 0 {
		return say.Say(words.NotesNoFilter)
	}
	return strings.Join(list, say.Say(words.ListComma))
}

// CanBeRepaired reports whether a finding is a broken identity of one report, which
// other figures of it may explain.
func CanBeRepaired(f data.Found) bool { return len(f.Terms) > 0 && !f.Across }

// FindingColumns are the headings of a list of findings.
func FindingColumns(say words.Language) []workbook.TableColumn {
	var list []workbook.TableColumn
	for _, c := range []struct {
		title   words.Word
		width   int
		numeric bool
	}{
		{words.ColumnRegion, 24, false}, {words.ColumnUnit, 20, false}, {words.ColumnYear, 0, true}, {words.ColumnSeverity, 8, false}, {words.ColumnRule, 16, false},
		{words.ColumnFigure, 36, false}, {words.ColumnMessage, 60, false}, {words.ColumnFound, 12, true}, {words.ColumnExpected, 12, true}, {words.ColumnDifference, 10, true},
		{words.ColumnRepair, 40, false}, {words.ColumnDecision, 8, false}, {words.ColumnNote, 20, false},
		{words.ColumnFile, 40, false}, {words.ColumnSheet, 14, false}, {words.ColumnCell, 10, false},
	} {
		list = append(list, workbook.TableColumn{Title: say.Say(c.title), Width: c.width, Numeric: c.numeric})
	}
	return list
}

func findingCells(f data.Found, repair string, say words.Language) []workbook.TableCell {
	var found, expected, difference workbook.TableCell
	if f.HasValues {
		found = workbook.TableCell{Kind: workbook.NumberCell, Number: f.Left}
		expected = workbook.TableCell{Kind: workbook.NumberCell, Number: f.Right}
		difference = workbook.TableCell{Kind: workbook.DifferenceCell, Number: f.Difference()}
	}
	return []workbook.TableCell{
		TextCell(f.Body.Region), TextCell(f.Body.Unit), workbook.TableCell{Kind: workbook.NameCell, Number: form.Count(int64(f.Year))}, TextCell(say.Say(SeverityName(f.Severity))), TextCell(RuleName(f.Rule, say)),
		TextCell(f.Place(say)), TextCell(f.Message(say)), found, expected, difference,
		TextCell(repair), TextCell(say.Say(DecisionName(f.Decision))), TextCell(f.Note),
		TextCell(cmp.Or(f.Source.File, f.File)), TextCell(f.Source.Sheet), TextCell(f.Source.Cell),
	}
}

// WriteFindings writes the findings that a choice shows as a workbook or a text file, by
// the extension of the path, and returns how many there are.
func WriteFindings(ctx context.Context, store *data.Store, c Choice, to Destination, say words.Language) (int, error) {
	d, err := ReadFindings(ctx, store, c, say)
	if err != nil {
		return 0, err
	}
	return d.Rows, WriteDocument(ctx, d.Table, to.Path, to.Encoding)
}
