package form

// SourceKind is how much of a report a file gives. A form outranks a part, and a part
// outranks a summary: each figure of a report comes from the highest source that has a
// number.
type SourceKind string

// The kinds of sources.
const (
	FormSource    SourceKind = "form"    // all tables of the edition
	PartSource    SourceKind = "part"    // some of them
	SummarySource SourceKind = "summary" // a row of a table with one row for each body
)

// Rank orders the kinds, the highest source first.
func (k SourceKind) Rank() int {
	switch k {
	case FormSource, "":
		return 0
	case PartSource:
		return 1
	}
	return 2
}

// KindOf returns FormSource if a report in the layout of the form has figures of
// each table, else PartSource.
func KindOf(r *Report) SourceKind {
	e := EditionByID(r.Edition)
	if e == nil {
		return PartSource
	}
	has := map[string]bool{}
	for i := range r.Figures {
		has[r.Figures[i].Table] = true
	}
	for i := range e.Tables {
		if !has[e.Tables[i].ID] {
			return PartSource
		}
	}
	return FormSource
}

// Conflict is a figure for which two sources of a report give different numbers.
type Conflict struct {
	Key   Key
	Taken Number // the number in use
	Other Number
	// Source and OtherSource are the places where the two were read, File and OtherFile the
	// files.
	Source, OtherSource Source
	File, OtherFile     string
}

// Finding returns the finding that the sources differ.
func (c *Conflict) Finding(edition string) Finding {
	return Finding{Rule: RuleSources, Severity: SeverityWarning, Edition: edition, Key: c.Key, Left: c.Taken, Right: c.Other, HasValues: true,
		Text: c.OtherFile + " " + c.OtherSource.Sheet + " " + c.OtherSource.Cell, Source: c.Source}
}
