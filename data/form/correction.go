package form

import "errors"

// ErrPresumed says that a report would replace another one although nothing in
// its file says that it is of the same body and year.
var ErrPresumed = errors.New("whose report it is was only presumed")

// Correction is what the user said about a report of one file, with what the
// file itself had said. It is kept for the next file of the same source.
type Correction struct {
	File, Sheet, Title string // where the report stood
	Found              string // region and unit that the file named, "" if none
	FoundYear          int    // year that it named, 0 if none
	Region, Unit       string // what the user said
	Year               int
}

// IsSame reports whether the user only confirmed what the file said.
func (c *Correction) IsSame() bool { return c.Region+c.Unit == c.Found && c.Year == c.FoundYear }
