package read

import (
	"errors"
	"fmt"
	"strings"
)

// Options is what a reader may need besides the file.
type Options struct {
	Password string // for files that are protected by one
	// large is called once before a file takes much memory; it may wait, or
	// return an error that ends the reading. nil lets any file go on.
	Large func() error
	// scratch is taken over from file to file; nil has each file make its own.
	Scratch *Scratch
}

func (o Options) newBudget() *budget {
	return &budget{cells: maxCells, usual: maxCells - usualCells, text: maxTextBytes, large: o.Large}
}

// newDocumentBudget is for documents, which hold more around a cell.
func (o Options) newDocumentBudget() *budget {
	return &budget{cells: maxDocument, usual: maxDocument - usualCells, text: maxTextBytes, large: o.Large}
}

// Sheets reads all sheets of a file, whatever its format; name serves
// messages only. It either returns everything that the file holds or a
// *ReadError, never a part of it with a nil error.
func Sheets(name string, content []byte, opt Options) (sheets []Sheet, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("read %s: %w", name, asReadError(err))
		}
	}()
	if len(content) > MaxFileBytes {
		return nil, tooLarge(ReasonText)
	}
	return readFormat(content, opt)
}

// asReadError gives errors that no reader classified a kind.
func asReadError(err error) error {
	var re *ReadError
	if errors.As(err, &re) {
		return err
	}
	return &ReadError{Kind: Damaged, Err: err}
}

func readFormat(content []byte, opt Options) ([]Sheet, error) {
	if strings.Trim(string(content[:min(len(content), 64)]), "\ufeff \t\r\n\x00") == "" && len(content) <= 64 {
		return nil, &ReadError{Kind: Empty}
	}
	if len(content) < 8 && (strings.HasPrefix("PK\x03\x04", string(content)) || strings.HasPrefix(cfbMagic, string(content))) {
		return nil, &ReadError{Kind: Truncated}
	}
	f, name := sniff(content)
	switch f {
	case formatZip:
		return readZip(content, opt)
	case formatCFB:
		return readCFB(content, opt)
	case formatBIFF:
		return readBIFF(content, true, opt)
	case formatXML:
		return readOldXML(content, opt)
	case formatHTML:
		return readHTML(content, "", opt.newDocumentBudget())
	case formatMHTML:
		return readMHTML(content, opt)
	case formatText:
		return readCSV(content, opt)
	case formatPDF:
		return nil, &ReadError{Kind: PDF}
	case formatRTF:
		return nil, &ReadError{Kind: LegacyDoc, Format: name}
	case formatPicture:
		return nil, &ReadError{Kind: Picture, Format: name}
	case formatArchive:
		return nil, &ReadError{Kind: Archive, Format: name}
	default:
		return nil, &ReadError{Kind: UnknownFormat, Format: name}
	}
}

// readZip reads a package by what its parts say it is.
func readZip(content []byte, opt Options) ([]Sheet, error) {
	p, err := openPackage(content, opt)
	if err != nil {
		return nil, err
	}
	main, err := p.mainPart()
	if err != nil {
		return nil, err
	}
	switch {
	case strings.HasSuffix(main, ".bin"):
		return nil, &ReadError{Kind: LegacyWorkbook, Format: "xlsb"}
	case strings.HasPrefix(main, "ppt/"):
		return nil, &ReadError{Kind: NotAWorkbook, Format: "pptx"}
	case strings.HasPrefix(main, "word/"):
		return readDOCX(p, main)
	case main != "":
		return readXLSX(p, main)
	case p.has("content.xml"):
		return readODS(p)
	case p.has("META-INF/container.xml"):
		return nil, &ReadError{Kind: UnknownFormat, Format: "epub or ofd"}
	case p.holdsFiles():
		return nil, &ReadError{Kind: Archive, Format: "zip"}
	default:
		return nil, &ReadError{Kind: NotAWorkbook, Format: "zip"}
	}
}

// mainPart returns the part that the package is about, "" if it has none.
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

// holdsFiles is true for an archive of files that people name.
func (p *zipPackage) holdsFiles() bool {
	for name := range p.parts {
		for _, ending := range []string{".xlsx", ".xls", ".et", ".docx", ".doc", ".wps", ".csv", ".htm", ".html", ".pdf", ".jpg", ".png"} {
			if strings.HasSuffix(name, ending) {
				return true
			}
		}
	}
	return false
}
