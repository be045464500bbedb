package read

import (
	"errors"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// ErrorKind says why a file could not be read.
type ErrorKind uint8

// The kinds of ReadError.
const (
	UnknownFormat   ErrorKind = iota // content that no reader knows
	Empty                            // the file is empty
	Truncated                        // the end of the file is missing
	Damaged                          // contradicts itself or fails its checksum
	TooLarge                         // beyond the limits of a report
	Encrypted                        // a password is needed
	WrongPassword                    // the given password does not open it
	LegacyDoc                        // a document older than Word 97
	LegacyWorkbook                   // .xlsb, or .xls older than Excel 5
	Scan                             // pages that are pictures, or have text that no program can read
	Picture                          // an image, whatever its name
	Archive                          // a packed folder; see IsArchive
	NotAWorkbook                     // a ZIP file that is neither workbook nor document
	Unsupported                      // a format that no reader knows
	NothingPacked                    // an archive or mail without a file in it
	TooMuchPacked                    // an archive with more content than a folder of reports
	PackedOtherwise                  // a file in an archive, compressed in a rare way
	OurFault                         // the program itself failed, so the file may be fine
)

// Reason says what exactly is wrong with a damaged or too large file.
type Reason uint8

// The reasons of ReadError. ReasonNone means that the kind says enough.
const (
	ReasonNone         Reason = iota
	ReasonChecksum            // stored checksum and content differ
	ReasonMalformed           // not well-formed XML, or a record out of bounds
	ReasonDTD                 // a document type definition, which no report has
	ReasonMissingPart         // a part that others refer to is missing
	ReasonTwoParts            // two parts of the same name
	ReasonStringIndex         // a cell refers to a text that does not exist
	ReasonAddress             // an impossible address of a cell or row
	ReasonCellTwice           // the same cell occurs twice
	ReasonMergeOverlap        // two merged areas overlap
	ReasonEncoding            // bytes that are invalid in the declared encoding
	ReasonCells               // too many cells
	ReasonText                // too much text
	ReasonParts               // too many or too large parts in the package
	ReasonDepth               // elements nested too deeply
	ReasonPages               // too many pages
	ReasonTime                // reading took too long
)

// ReadError says why a file could not be read, and where. Part, Sheet and Cell
// are empty if they do not apply. Explain says it in words for users.
type ReadError struct {
	Kind   ErrorKind
	Reason Reason
	Format string // for example “xlsb”, if the kind covers several formats
	Part   string // name inside the package
	Sheet  string
	Cell   string // such as H23
	Err    error  // cause, for the log
}

// Error returns the English explanation and the cause.
func (e *ReadError) Error() string {
	s := e.Explain(form.English)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *ReadError) Unwrap() error { return e.Err }

// place describes where in the file the error is: part, sheet and cell.
func (e *ReadError) place(sheetWord, cellWord, comma string) string {
	var parts []string
	if e.Sheet != "" {
		parts = append(parts, fmt.Sprintf(sheetWord, e.Sheet))
	}
	if e.Cell != "" {
		parts = append(parts, fmt.Sprintf(cellWord, e.Cell))
	}
	if e.Part != "" && e.Sheet == "" {
		parts = append(parts, e.Part)
	}
	return strings.Join(parts, comma)
}

func damaged(reason Reason) *ReadError  { return &ReadError{Kind: Damaged, Reason: reason} }
func tooLarge(reason Reason) *ReadError { return &ReadError{Kind: TooLarge, Reason: reason} }

// inPart adds part and sheet to a ReadError without them and returns other
// errors unchanged.
func inPart(err error, part, sheet string) error {
	var re *ReadError
	if !errors.As(err, &re) {
		return err
	}
	if re.Part == "" {
		re.Part = part
	}
	if re.Sheet == "" {
		re.Sheet = sheet
	}
	return err
}

// atCell adds the cell to a ReadError without one; row and col count from 0.
func atCell(err error, row, col int) error {
	var re *ReadError
	if errors.As(err, &re) && re.Cell == "" {
		re.Cell = fmt.Sprintf("%s%d", ColumnName(col), row+1)
	}
	return err
}

func isEmpty(err error) bool { return hasKind(err, Empty) }

func isTooLarge(err error) bool { return hasKind(err, TooLarge) }

func hasKind(err error, kind ErrorKind) bool {
	var re *ReadError
	return errors.As(err, &re) && re.Kind == kind
}
