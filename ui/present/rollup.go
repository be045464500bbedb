package present

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"

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

// ErrTooManyUnits says that a roll-up has more units than a workbook takes sheets.
var ErrTooManyUnits = errors.New("too many units for one workbook")

// WriteRollUp writes the sum of reports (汇总) as a workbook: the official form, whose cells are
// formulas over a sheet for each unit, with checks, which bodies are included and which are missing,
// and how the sums differ from the figures that the region itself published. The error is
// data.ErrUnknownReport if there is no report to add, and ErrTooManyUnits if there are too many.
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
	if len(r.Bodies) == 0 {
		return data.ErrUnknownReport
	}
	if len(r.Bodies) > workbook.MostRollUpUnits {
		return ErrTooManyUnits
	}
	if err := store.ReadReports(ctx, r); err != nil {
		return err
	}
	revisions, err := store.Amendments(ctx, q)
	if err != nil {
		return err
	}
	return workbook.WriteRollUp(w, rollUpBook(r, revisions, request.Language))
}

// rollUpBook is a roll-up as the writer of workbooks takes it.
func rollUpBook(r *data.RollUp, revisions []data.Amendment, say words.Language) workbook.RollUp {
	expected := len(r.Bodies) + len(r.NoReport) + len(r.OtherEdition)
	r.Report.Title = say.Say(words.RollUpTitle, rollUpName(r, say), r.Report.Year, len(r.Bodies), expected)
	r.Report.Unit = say.Say(words.RollUp)
	book := workbook.RollUp{Sums: r.Report, Units: r.Reports, Expected: expected, Whole: r.Whole, Behind: Revisions(revisions, say), Language: say,
		Explain: func(k form.Key) string { return strings.Join(r.Explanations(k), say.Say(words.ListComma)) }}
	for _, group := range []struct {
		bodies []data.Body
		state  words.Word
	}{{r.NoReport, workbook.RollUpMissing}, {r.OtherEdition, words.RollUpOtherEdition}, {r.Parents, words.RollUpParent}} {
		for _, b := range group.bodies {
			book.Absent = append(book.Absent, workbook.RollUpBody{Region: b.Region, Unit: b.Unit, State: say.Say(group.state)})
		}
	}
	return book
}

func rollUpName(r *data.RollUp, say words.Language) string {
	if r.Report.Region == "" {
		return say.Say(words.RollUpChosen)
	}
	return r.Report.Region
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
