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

// FolderRule is a correction that says in which region the bodies of a folder lie. It
// holds for all files in the folder and below it, now and in later imports; without a
// region it ends an earlier one.
func FolderRule(folder, region string) Correction { return Correction{File: folder, Region: region} }

// IsFolderRule reports whether a correction is about a folder, not about a report.
func (c *Correction) IsFolderRule() bool { return c.Unit == "" && c.Year == 0 && c.Region != "" }
