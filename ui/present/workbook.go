package present

import (
	"context"
	"io"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// WriteSamples writes the sample workbooks into a folder, which is created when
// it is missing, and returns their paths.
func WriteSamples(folder string) ([]string, error) { return workbook.WriteSamples(folder) }

// WriteReport writes a report as the official form on one sheet, followed by the
// list of its corrections, if there are any.
func WriteReport(ctx context.Context, store *data.Store, id int64, say form.Language, w io.Writer) error {
	r, err := store.Report(ctx, id)
	if err != nil {
		return err
	}
	corrected, err := store.AmendmentsOf(ctx, id)
	if err != nil {
		return err
	}
	return workbook.WriteForm(w, r, workbook.OneSheet, Revisions(corrected, say)...)
}
