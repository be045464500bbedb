package present

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// ReturnRequest says which report is sent back, and in which language.
type ReturnRequest struct {
	Body     data.Body
	Year     int
	Language form.Language
}

// What a return copy was made of: see workbook.ReturnedAs.
const (
	MarkedOriginal = workbook.MarkedOriginal
	MarkedForm     = workbook.MarkedForm
)

// WriteReturn writes the return copy (退回件) of a report in force as a workbook to w and says
// what it is a copy of: the body's own workbook, if the store has kept it or it is still
// unchanged where it was imported from, else the official form filled in with its figures.
// What the user has set aside as 忽略 is left out. The file handed in is only read. The error is
// data.ErrUnknownReport if there is no such report, ErrNothingToReturn if there is nothing to correct.
//
// Both the window and the command line (export --return UNIT --year Y --to F) write return
// copies by this function, so that they are the same.
func WriteReturn(ctx context.Context, store *data.Store, request ReturnRequest, w io.Writer) (workbook.ReturnedAs, error) {
	d, err := ReadReportDetails(ctx, store, ReportName{request.Body, request.Year})
	if err != nil {
		return 0, err
	}
	findings := d.FindingsToReturn()
	if len(findings) == 0 {
		return 0, ErrNothingToReturn
	}
	return workbook.WriteReturn(w, workbook.Return{
		Behind: Revisions(d.amendments, request.Language), Report: d.Report, Findings: findings, Repairs: d.repairs, Original: OriginalFile(store, &d.Report), Language: request.Language,
	})
}

// ErrNothingToReturn says that a report has nothing that its body must correct.
var ErrNothingToReturn = errors.New("there is nothing to send back")

// FindingsToReturn are the findings that the body has to correct.
func (d *ReportDetails) FindingsToReturn() []form.Finding {
	var findings []form.Finding
	for _, f := range d.Findings {
		if f.Decision != data.Ignored {
			findings = append(findings, f.Finding)
		}
	}
	return findings
}

// OriginalFile is the file a report came from: as the store keeps it, else from where it was
// imported, if it is still there unchanged; nil if there is neither.
func OriginalFile(store *data.Store, r *form.Report) []byte {
	if content, err := store.Original(r.Hash); err == nil {
		return content
	}
	return UnchangedFile(r)
}

// UnchangedFile is the file that a report was imported from, nil if it is gone or has changed.
func UnchangedFile(r *form.Report) []byte {
	const largest = 64 << 20
	info, err := os.Stat(r.File)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return nil
	}
	content, err := os.ReadFile(r.File)
	if err != nil {
		return nil
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != r.Hash {
		return nil
	}
	return content
}
