package form

import "strings"

// RivalError says that there is another, different report of the same kind for a body and
// year, so that the user has to choose: in the same import, or in the database with
// numbers in a table that this one leaves blank.
type RivalError struct {
	ReportID     int64  // of the first, to be taken back; 0 if it was taken back already
	File, Sheet  string // of the first
	Region, Unit string // whose report it is
	Differ       int    // figures
	Emptied      string // the table left blank, "" if both are of one import
}

// Error returns the English explanation.
func (e *RivalError) Error() string { return "another report of the same body and year: " + e.File }

// WhichBodyError says that a name can mean several bodies.
type WhichBodyError struct {
	Unit       string
	Candidates []string // full names
	IsNew      bool     // the last one is not known yet: the name may be its own or a shortening
}

// Error returns the English explanation.
func (e *WhichBodyError) Error() string {
	return e.Unit + " can be " + strings.Join(e.Candidates, " or ")
}

// Doubt is a report that was assigned to the only body with its name, before the same
// import named another such body.
type Doubt struct {
	ReportID     int64
	File, Sheet  string
	Region, Unit string // as the file names the body
	Given        string // unit of the body to which it was assigned
	Year         int
	Candidates   []string // full names
}
