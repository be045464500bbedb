package form

import "strings"

// RivalError says that an import brings another, different report of the same kind
// for a body and year, so that the user has to choose.
type RivalError struct {
	ReportID     int64  // of the first, to be taken back; 0 if it was taken back already
	File, Sheet  string // of the first
	Region, Unit string // whose report it is
	Differ       int    // figures
}

// Error returns the English explanation.
func (e *RivalError) Error() string { return "another report of the same body and year: " + e.File }

// WhichBodyError says that a name can be that of several bodies.
type WhichBodyError struct {
	Unit       string
	Candidates []string // full names
}

// Error returns the English explanation.
func (e *WhichBodyError) Error() string {
	return e.Unit + " can be " + strings.Join(e.Candidates, " or ")
}

// Doubt is a report that was given to the only body that its name could mean, before
// the same import brought another one that it can mean.
type Doubt struct {
	ReportID     int64
	File, Sheet  string
	Region, Unit string // as the file names the body
	Given        string // unit of the body that it was given to
	Year         int
	Candidates   []string // full names
}
