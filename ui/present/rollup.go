package present

import (
	"context"
	"fmt"
	"io"
	"iter"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// RollUpRequest says which reports to add up: those of one year that the query's filters choose.
type RollUpRequest struct {
	Query    data.Query
	Year     int // 0: the latest
	Language words.Language
}

// WriteRollUp writes the sum of reports (汇总) as a workbook: the official form filled in with the
// sums, which bodies are included and which are missing, what checking the sums finds, and how they
// differ from the figures that the region itself published. The error is data.ErrUnknownReport if
// there is no report to add.
func WriteRollUp(ctx context.Context, store *data.Store, request RollUpRequest, w io.Writer) error {
	q := request.Query
	year, err := LatestYear(ctx, store, q, request.Year)
	if err != nil {
		return err
	}
	if year == 0 {
		return data.ErrUnknownReport
	}
	q.FromYear, q.ToYear = year, year
	r, err := store.RollUp(ctx, q)
	if err != nil {
		return err
	}
	say := request.Language
	r.Report.Title = say.Say(words.RollUpTitle, rollUpName(r, say), year, len(r.Bodies), len(r.Bodies)+len(r.NoReport)+len(r.OtherEdition))
	r.Report.Unit = say.Say(words.RollUp)
	tables := []workbook.Table{rollUpMembers(r, say), rollUpFindings(r, say)}
	if r.Whole != nil {
		tables = append(tables, rollUpResidual(r, say))
	}
	return workbook.WriteRollUp(w, r.Report, tables...)
}

func rollUpName(r *data.RollUp, say words.Language) string {
	if r.Report.Region == "" {
		return say.Say(words.RollUpChosen)
	}
	return r.Report.Region
}

// rollUpMembers lists the bodies, the missing ones first.
func rollUpMembers(r *data.RollUp, say words.Language) workbook.Table {
	t := workbook.Table{Title: say.Say(words.RollUpMembers), Frozen: 2, Columns: []workbook.TableColumn{
		{Title: say.Say(words.ColumnRegion), Width: 24}, {Title: say.Say(words.ColumnUnit), Width: 20}, {Title: say.Say(words.RollUpPart), Width: 44},
	}}
	var rows [][]workbook.TableCell
	for _, group := range []struct {
		bodies []data.Body
		part   words.Word
	}{{r.NoReport, words.RollUpNoReport}, {r.OtherEdition, words.RollUpOtherEdition}, {r.Parents, words.RollUpParent}, {r.Bodies, words.RollUpAdded}} {
		for _, b := range group.bodies {
			rows = append(rows, []workbook.TableCell{TextCell(b.Region), TextCell(b.Unit), TextCell(say.Say(group.part))})
		}
	}
	t.Rows = allRows(rows)
	return t
}

// rollUpFindings lists the findings of the sums: sums satisfy every identity that all their parts
// satisfy.
func rollUpFindings(r *data.RollUp, say words.Language) workbook.Table {
	t := workbook.Table{Title: say.Say(words.RollUpFindings), Columns: []workbook.TableColumn{
		{Title: say.Say(words.RollUpSeverity)}, {Title: say.Say(words.RollUpRule)}, {Title: say.Say(words.RollUpFinding), Width: 80},
	}}
	var rows [][]workbook.TableCell
	for _, f := range form.Check(&r.Report) {
		rows = append(rows, []workbook.TableCell{TextCell(say.Say(SeverityName(f.Severity))), TextCell(RuleName(f.Rule, say)), TextCell(f.Message(say))})
	}
	if len(rows) == 0 {
		rows = append(rows, []workbook.TableCell{{}, {}, TextCell(say.Say(words.RollUpNoFindings))})
	}
	t.Rows = allRows(rows)
	return t
}

// rollUpResidual compares the sums with what the region as a whole published.
func rollUpResidual(r *data.RollUp, say words.Language) workbook.Table {
	t := workbook.Table{Title: say.Say(words.RollUpResidual), Frozen: 2, Columns: []workbook.TableColumn{
		{Title: say.Say(words.ColumnItem), Width: 32}, {Title: say.Say(words.RollUpColumn)},
		{Title: say.Say(words.RollUpPublished), Numeric: true}, {Title: say.Say(words.RollUpSum), Numeric: true},
		{Title: say.Say(words.RollUpRest), Numeric: true}, {Title: say.Say(words.RollUpCounted), Numeric: true},
	}}
	var rows [][]workbook.TableCell
	for _, f := range r.Report.Figures {
		_, it, column, ok := form.DescribeIn(r.Report.Edition, f.Key)
		if !ok {
			continue
		}
		published, sum, rest := exportFigure(r.Whole.Figure(f.Key), say), exportFigure(&f, say), workbook.TableCell{}
		if published.Kind == workbook.NumberCell && sum.Kind == workbook.NumberCell {
			rest = workbook.TableCell{Kind: workbook.DifferenceCell, Number: published.Number - sum.Number}
		}
		rows = append(rows, []workbook.TableCell{
			TextCell(say.Say(it.Name())),
			TextCell(say.Say(column.Name())),
			published, sum, rest, TextCell(fmt.Sprintf("%d/%d", r.Counted[f.Key], len(r.Bodies))),
		})
	}
	t.Rows = allRows(rows)
	return t
}

// exportFigure is a figure as a cell: its number, or the reason why there is none.
func exportFigure(f *form.Figure, say words.Language) workbook.TableCell {
	switch {
	case f == nil:
		return TextCell(say.Say(words.MarkMissing))
	case f.Status.HasValue():
		return workbook.TableCell{Kind: workbook.NumberCell, Number: f.Value}
	}
	return TextCell(figureText(data.Cell{Status: f.Status, Raw: f.Raw}, say))
}

func allRows(rows [][]workbook.TableCell) iter.Seq2[[]workbook.TableCell, error] {
	return func(yield func([]workbook.TableCell, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
