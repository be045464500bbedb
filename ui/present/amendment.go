package present

import (
	"strings"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// FigurePlace names a figure as the form of an edition does: item and column.
func FigurePlace(edition string, k form.Key, say words.Language) string {
	return form.Finding{Edition: edition, Key: k}.Place(say)
}

// StatusText is a figure as it is written in a sentence: only a number looks like one.
func StatusText(status form.Status, value form.Number, raw string, say words.Language) string {
	switch status {
	case form.StatusNumber, form.StatusNoted:
		return value.Grouped()
	case form.StatusNA:
		return say.Say(words.MarkNA)
	case form.StatusText:
		return strings.TrimSpace(raw)
	}
	return say.Say(words.MarkBlank)
}

// DayText writes a day.
func DayText(t time.Time) string { return t.Local().Format("2006-01-02") }

// MinuteText writes a time.
func MinuteText(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// Revisions is the sheet that lists the corrections in every export of corrected figures; nil
// if nothing was corrected.
func Revisions(list []data.Amendment, say words.Language) []workbook.Table {
	if len(list) == 0 {
		return nil
	}
	title := say.Say(words.RevisionsTab)
	t := workbook.Table{Title: title, Sheet: title, Frozen: 2, Columns: []workbook.TableColumn{
		{Title: say.Say(words.ColumnUnit), Width: 20}, {Title: say.Say(words.ColumnYear), Numeric: true}, {Title: say.Say(words.RevisionItem), Width: 40}, {Title: say.Say(words.RevisionColumn), Width: 18},
		{Title: say.Say(words.RevisionOriginal), Numeric: true, Width: 14}, {Title: say.Say(words.RevisionNow), Numeric: true, Width: 14},
		{Title: say.Say(words.RevisionReason), Width: 40}, {Title: say.Say(words.RevisionDate), Width: 12}, {Title: say.Say(words.RevisionSource), Width: 40},
	}}
	t.Rows = func(yield func([]workbook.TableCell, error) bool) {
		for _, a := range list {
			if !yield(revisionRow(a, say), nil) {
				return
			}
		}
	}
	return []workbook.Table{t}
}

func revisionRow(a data.Amendment, say words.Language) []workbook.TableCell {
	item, column := itemAndColumn(a.Edition, a.Key, say)
	source := strings.TrimSpace(a.File + " " + a.Original.Source.Sheet + " " + a.Original.Source.Cell)
	return []workbook.TableCell{TextCell(a.Body.String()), {Kind: workbook.NameCell, Number: form.Count(int64(a.Year))}, TextCell(item), TextCell(column),
		revisionValue(a.Original.Status, a.Original.Value, a.Original.Raw, say), revisionValue(a.Status, a.Value, "", say),
		TextCell(a.Reason), TextCell(DayText(a.Made)), TextCell(source)}
}

// revisionValue is a number as a number, and anything else in words.
func revisionValue(status form.Status, value form.Number, raw string, say words.Language) workbook.TableCell {
	switch {
	case status == form.StatusNumber:
		return workbook.TableCell{Kind: workbook.NumberCell, Number: value}
	case status == form.StatusNoted:
		return TextCell(strings.TrimSpace(raw))
	}
	return TextCell(StatusText(status, value, raw, say))
}

// itemAndColumn names table and item of a figure, and its column.
func itemAndColumn(edition string, k form.Key, say words.Language) (item, column string) {
	t, it, c, ok := form.DescribeIn(edition, k)
	if !ok {
		return k.Item, k.Column
	}
	item = say.Say(it.Name())
	if t.ID != form.ApplicationsTable {
		item = say.Say(t.Name()) + " · " + item
	}
	return item, say.Say(c.Name())
}
