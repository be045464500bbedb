package present

import (
	"io"

	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// WriteSamples writes the sample workbooks into a folder, which it creates if necessary, and
// returns their paths.
func WriteSamples(folder string) ([]string, error) { return workbook.WriteSamples(folder) }

// WriteReport writes a report as the official form on one sheet.
func WriteReport(w io.Writer, r form.Report) error {
	return workbook.WriteForm(w, r, workbook.OneSheet)
}
