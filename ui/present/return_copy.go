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

// The sources of a return copy: see workbook.ReturnedAs.
const (
	MarkedOriginal = workbook.MarkedOriginal
	MarkedForm     = workbook.MarkedForm
)

// WriteReturn writes the return copy (退回件) of a report in force to w as a workbook, and returns
// its source: the body's own workbook, if the store has kept it or it is still unchanged where
// it was imported from; else the official form, filled in with the report's figures. Findings
// that the user ignored (忽略) are left out. The body's file is never changed. The error is
// data.ErrUnknownReport if there is no such report, and ErrNothingToReturn if there is nothing
// to correct.
//
// Window and command line (export --return UNIT --year Y --to F) both use this function,
// so their copies are the same.
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

// ErrNothingToReturn says that a report has no finding that its body must correct.
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

// OriginalFile is the file that a report came from: the one kept by the store, else the one it was
// imported from, if it is still there unchanged. It is nil if there is neither.
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
