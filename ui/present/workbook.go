package present

import (
	"context"
	"io"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/document"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// WriteSamples writes the sample workbooks into a folder, which it creates if necessary, and
// returns their paths.
func WriteSamples(folder string) ([]string, error) { return workbook.WriteSamples(folder) }

// ReportFormats are the extensions of the files that hold the official form.
func ReportFormats() []string { return []string{".xlsx", ".docx"} }

// WriteReport writes a report as the official form, followed by the list of its corrections, if
// there are any: as a document if format is .docx, else as a workbook with one sheet of the form.
func WriteReport(ctx context.Context, store *data.Store, f ReportFile, w io.Writer) error {
	r, err := store.Report(ctx, f.ReportID)
	if err != nil {
		return err
	}
	corrected, err := store.AmendmentsOf(ctx, f.ReportID)
	if err != nil {
		return err
	}
	if f.Format == ".docx" {
		return writeFormDocument(r, corrected, f.Language, w)
	}
	return workbook.WriteForm(w, r, workbook.OneSheet, Revisions(corrected, f.Language)...)
}

// ReportFile is a report and how to write it.
type ReportFile struct {
	ReportID int64
	Format   string // one of ReportFormats
	Language words.Language
}

// WriteBlankForm writes the official form of an edition without figures.
func WriteBlankForm(edition, format string, w io.Writer) error {
	blank := form.Report{Edition: edition}
	if format == ".docx" {
		return writeFormDocument(blank, nil, form.Chinese, w)
	}
	return workbook.WriteForm(w, blank, workbook.OneSheet)
}

// writeFormDocument writes the form as a document. Corrections follow as sentences, because a
// table with figures might be taken for one of the form when the document is read.
func writeFormDocument(r form.Report, corrected []data.Amendment, say words.Language, w io.Writer) error {
	d := document.Form(r, workbook.FormTitle(&r))
	if len(corrected) > 0 {
		d.Paragraph(document.Section, document.Run{Text: say.Say(words.RevisionsTab)})
	}
	for _, a := range corrected {
		d.Paragraph(document.Plain, document.Run{Text: say.Say(words.RevisionSentence, FigurePlace(r.Edition, a.Key, say),
			StatusText(a.Original.Status, a.Original.Value, a.Original.Raw, say), StatusText(a.Status, a.Value, "", say), a.Reason, DayText(a.Made))})
	}
	return d.Write(w)
}
