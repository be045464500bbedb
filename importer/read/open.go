package read

import (
	"errors"
	"fmt"
	"strings"
)

// Options are what a reader may need in addition to the file.
type Options struct {
	Password string // for files that are protected by one
	// Large is called once before a file needs much memory. It may wait, or return an
	// error, which ends the reading. If it is nil, any file may proceed.
	Large func() error
	// Scratch is reused from file to file; nil allocates one for each file.
	Scratch *Scratch

	name string // of the file, for formats that only the name tells
}

func (o Options) newBudget() *budget {
	return &budget{cells: maxCells, usual: maxCells - usualCells, text: maxTextBytes, large: o.Large}
}

// newDocumentBudget is for documents, in which a cell takes more memory.
func (o Options) newDocumentBudget() *budget {
	return &budget{cells: maxDocument, usual: maxDocument - usualCells, text: maxTextBytes, large: o.Large}
}

// Sheets reads all sheets of a file, whatever its format; name is used in errors only. It
// returns everything in the file or a *ReadError, never a part of the file with a nil
// error.
func Sheets(name string, content []byte, opt Options) (sheets []Sheet, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("read %s: %w", name, asReadError(err))
		}
	}()
	if len(content) > MaxFileBytes {
		return nil, tooLarge(ReasonText)
	}
	opt.name = name
	return readFormat(content, opt)
}

// asReadError wraps an error that no reader classified.
func asReadError(err error) error {
	var re *ReadError
	if errors.As(err, &re) {
		return err
	}
	return &ReadError{Kind: Damaged, Err: err}
}

// readFormat reads a file by the first format that recognises it.
func readFormat(content []byte, opt Options) ([]Sheet, error) {
	if strings.Trim(string(content[:min(len(content), 64)]), "\ufeff \t\r\n\x00") == "" && len(content) <= 64 {
		return nil, &ReadError{Kind: Empty}
	}
	if len(content) < 8 && (strings.HasPrefix(zipMagic, string(content)) || strings.HasPrefix(cfbMagic, string(content))) {
		return nil, &ReadError{Kind: Truncated}
	}
	in, err := open(content, opt)
	if err != nil {
		return nil, err
	}
	for _, f := range knownFormats {
		switch {
		case f.is == nil || !f.is(in):
		case f.read == nil:
			return nil, &ReadError{Kind: f.refusal, Format: f.name}
		default:
			return f.read(in)
		}
	}
	for _, f := range knownFormats {
		if f.read == nil && f.endsName(opt.name) {
			return nil, &ReadError{Kind: f.refusal, Format: f.name}
		}
	}
	return nil, &ReadError{Kind: UnknownFormat}
}

// mainPart returns the main part of the package, "" if there is none.
func (p *zipPackage) mainPart() (string, error) {
	rels, err := p.relationships("")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if r.kind == "officeDocument" {
			return r.target, nil
		}
	}
	for _, usual := range []string{"xl/workbook.xml", "word/document.xml"} {
		if p.has(usual) {
			return usual, nil
		}
	}
	return "", nil
}
