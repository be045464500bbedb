package form

import "errors"

// ErrPresumed is returned for a report that would replace another although its
// file does not say which body or year it belongs to.
var ErrPresumed = errors.New("whose report it is was only presumed")

// Correction records which body and year the user gave for a report, and which the file
// had named. It is kept so that it can be applied to the next file from the same source.
type Correction struct {
	File, Sheet, Title string // where the report was found
	Found              string // region and unit named by the file, "" if none
	FoundYear          int    // year named by the file, 0 if none
	Region, Unit       string // what the user entered
	Year               int
}

// IsSame reports whether the user only confirmed the file's own body and year.
func (c *Correction) IsSame() bool { return c.Region+c.Unit == c.Found && c.Year == c.FoundYear }
