package read

import (
	"bytes"
	"errors"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

const (
	maxPDFBytes     = 128 << 20
	maxPrintedPages = 500
)

// readPDF reads the visible text of a PDF as one sheet; its ruling lines give the cells
// of tables.
func readPDF(in *input) ([]Sheet, error) {
	sheets, err := readPDFPages(in)
	return sheets, ofPages(err, "pdf")
}

// ofPages names the format in an error about pages, so that its words fit.
func ofPages(err error, format string) error {
	var re *ReadError
	switch {
	case err == nil:
	case !errors.As(err, &re):
		return &ReadError{Kind: Damaged, Format: format, Err: err}
	case re.Kind == Damaged || re.Kind == TooLarge:
		re.Format = format
	}
	return err
}

func readPDFPages(in *input) ([]Sheet, error) {
	if len(in.content) > maxPDFBytes {
		return nil, tooLarge(ReasonText)
	}
	if !endsPDF(in.content) {
		return nil, &ReadError{Kind: Truncated}
	}
	var pages []printedPage
	err := withPDFium(func(lib pdfium.Pdfium) error {
		doc, err := openPDF(lib, in)
		if err != nil {
			return err
		}
		count, err := lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
		if err != nil {
			return err
		}
		if count.PageCount > maxPrintedPages {
			return tooLarge(ReasonPages)
		}
		glyphs, rules := 0, 0
		for n := range count.PageCount {
			p, err := readPDFPage(lib, doc, n)
			if err != nil {
				return err
			}
			glyphs, rules = glyphs+len(p.glyphs), rules+len(p.rules)
			if glyphs > mostGlyphs || rules > mostGlyphs {
				return tooLarge(ReasonText)
			}
			pages = append(pages, p)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return readPrinted(pages, in.opt.newDocumentBudget())
}

// endsPDF reports whether the end mark of a PDF is in its place. A file that was cut off
// may have one further up.
func endsPDF(content []byte) bool {
	const within = 2 << 10 // some programs add a few bytes after it
	content = bytes.TrimRight(content, "\x00\r\n\t ")
	return bytes.Contains(content[max(0, len(content)-within):], []byte("%%EOF"))
}

// openPDF opens a document with the user's password, or without one.
func openPDF(lib pdfium.Pdfium, in *input) (references.FPDF_DOCUMENT, error) {
	request := requests.OpenDocument{File: &in.content}
	if in.opt.Password != "" {
		request.Password = &in.opt.Password
	}
	opened, err := lib.OpenDocument(&request)
	switch {
	case err == nil:
		return opened.Document, nil
	case errors.Is(err, pdferrors.ErrPassword) && in.opt.Password != "":
		return "", &ReadError{Kind: WrongPassword}
	case errors.Is(err, pdferrors.ErrPassword):
		return "", &ReadError{Kind: Encrypted}
	case errors.Is(err, pdferrors.ErrSecurity):
		return "", &ReadError{Kind: Encrypted, Format: "pdf"}
	}
	return "", &ReadError{Kind: Damaged, Err: err}
}
