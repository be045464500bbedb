package present

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

// Candidate is one of several forms of one body and year, or one version of a report.
type Candidate struct {
	Name     string    // of the file
	Sheet    string    // "" if it says no more than the file
	Dated    time.Time // the file, zero if unknown
	Imported time.Time // zero if it was not
	Numbers  int       // figures with a number
	Reason   string    // why it is the likeliest, "" if it is not
	report   form.Report
}

// Comparison shows candidates side by side.
type Comparison struct {
	Candidates []Candidate
	Rows       []ComparedFigure // in the order of the form
	Choice     bool             // the user has to choose one; else the last is in force
}

// ComparedFigure is a figure in which candidates differ.
type ComparedFigure struct {
	Place   string         // table, row and column
	Figures []*form.Figure // of each candidate, nil if it lacks the figure
}

// CompareRivals reads the files of lines among which the user has to choose. content returns
// the file of a line.
func CompareRivals(ctx context.Context, lines []ImportLine, content func(*ImportLine) ([]byte, error), say words.Language) (*Comparison, error) {
	c := &Comparison{Choice: true}
	proposed, reason := LikeliestRival(lines, say)
	for i := range lines {
		l := &lines[i]
		report, err := rereadLine(ctx, l, content)
		if err != nil {
			return nil, err
		}
		one := Candidate{Name: importer.FileName(l.File), Sheet: l.Sheet, Dated: l.Modified, report: *report}
		if i == proposed {
			one.Reason = reason
		}
		c.Candidates = append(c.Candidates, one)
	}
	for i := range c.Candidates {
		for k := range i { // files with the same name are distinguished by their folders
			if c.Candidates[k].Name == importer.FileName(lines[i].File) {
				c.Candidates[i].Name, c.Candidates[k].Name = inFolder(lines[i].File), inFolder(lines[k].File)
			}
		}
	}
	c.compare(say)
	return c, nil
}

func inFolder(file string) string {
	return filepath.Base(filepath.Dir(file)) + "/" + importer.FileName(file)
}

// rereadLine reads the report of a line again. Body and year do not matter here.
func rereadLine(ctx context.Context, l *ImportLine, content func(*ImportLine) ([]byte, error)) (report *form.Report, err error) {
	original := importer.Original{Path: l.File, Content: func() ([]byte, error) { return content(l) }}
	err = importer.Reread(ctx, []importer.Original{original}, importer.RereadOptions{Take: func(_ int, r *importer.Result) error {
		switch {
		case r.Report != nil && r.Sheet == l.Sheet && (report == nil || r.Said == l.Said):
			report = r.Report
		case r.Report == nil && r.Err != nil && report == nil:
			return r.Err
		}
		return nil
	}})
	if err == nil && report == nil {
		err = data.ErrNoOriginal
	}
	return report, err
}

// LikeliestRival returns which of several candidates is probably the latest, and why; at is -1
// if neither names nor dates tell.
func LikeliestRival(lines []ImportLine, say words.Language) (at int, reason string) {
	var names []string
	for i := range lines {
		names = append(names, filepath.Base(lines[i].File))
	}
	if at, word := importer.LikeliestVersion(names); at >= 0 {
		if word == "" {
			return at, say.Say(words.CandidatePlain)
		}
		return at, say.Say(words.CandidateNamed, word)
	}
	at = -1
	for i := range lines {
		switch when := lines[i].Modified; {
		case when.IsZero():
			return -1, ""
		case at < 0 || when.After(lines[at].Modified):
			at = i
		}
	}
	for i := range lines {
		if i != at && !lines[at].Modified.After(lines[i].Modified.Add(time.Minute)) { // copied together
			return -1, ""
		}
	}
	return at, say.Say(words.CandidateLatest)
}

// CompareWithStored compares the file of a line that leaves a table blank with the report
// in force, which has numbers there: the first and second candidate. content returns the
// file. It returns nil if no report is in force any more.
func CompareWithStored(ctx context.Context, store *data.Store, l *ImportLine, content func(*ImportLine) ([]byte, error), say words.Language) (*Comparison, error) {
	list, err := store.Revisions(ctx, l.Body, l.Year)
	if err != nil {
		return nil, err
	}
	now := slices.IndexFunc(list, func(r data.Revision) bool { return r.InForce })
	if now < 0 {
		return nil, nil
	}
	was, err := store.Report(ctx, list[now].ReportID)
	if err != nil {
		return nil, err
	}
	report, err := rereadLine(ctx, l, content)
	if err != nil {
		return nil, err
	}
	c := &Comparison{Choice: true, Candidates: []Candidate{
		{Name: importer.FileName(list[now].File), Sheet: list[now].Sheet, Imported: list[now].ImportedAt, Reason: say.Say(words.CandidateFuller), report: was},
		{Name: importer.FileName(l.File), Sheet: l.Sheet, Dated: l.Modified, report: *report},
	}}
	if c.Candidates[0].Name == c.Candidates[1].Name {
		c.Candidates[0].Name, c.Candidates[1].Name = inFolder(list[now].File), inFolder(l.File)
	}
	c.compare(say)
	return c, nil
}

// CompareVersions compares the report of a line that replaced another with the one it
// replaced; nil if one of them has no effect any more.
func CompareVersions(ctx context.Context, store *data.Store, l *ImportLine, say words.Language) (*Comparison, error) {
	list, err := store.Revisions(ctx, l.Body, l.Year)
	if err != nil {
		return nil, err
	}
	now := slices.IndexFunc(list, func(r data.Revision) bool { return r.ReportID == l.ReportID })
	was := slices.IndexFunc(list, func(r data.Revision) bool { return r.ReportID < l.ReportID && r.File == l.Before })
	if now < 0 || was < 0 {
		return nil, nil
	}
	c := &Comparison{}
	for _, r := range []data.Revision{list[was], list[now]} {
		report, err := store.Report(ctx, r.ReportID)
		if errors.Is(err, data.ErrUnknownReport) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		c.Candidates = append(c.Candidates, Candidate{Name: importer.FileName(r.File), Sheet: r.Sheet, Imported: r.ImportedAt, report: report})
	}
	c.compare(say)
	return c, nil
}

// compare lists the figures in which the candidates differ.
func (c *Comparison) compare(say words.Language) {
	figures := make([]map[form.Key]*form.Figure, len(c.Candidates))
	sameSheet := true
	for i := range c.Candidates {
		one := &c.Candidates[i]
		figures[i] = one.report.Index()
		sameSheet = sameSheet && one.Sheet == c.Candidates[0].Sheet
		for k := range one.report.Figures {
			if one.report.Figures[k].Status.HasValue() {
				one.Numbers++
			}
		}
	}
	for _, k := range c.keys() {
		row, edition, differs := ComparedFigure{}, "", false
		for i := range figures {
			f := figures[i][k]
			row.Figures = append(row.Figures, f)
			differs = differs || !isSameFigure(f, figures[0][k])
			if f != nil {
				edition = c.Candidates[i].report.Edition
			}
		}
		if differs {
			row.Place = FigurePlace(edition, k, say)
			c.Rows = append(c.Rows, row)
		}
	}
	for i := range c.Candidates {
		if sameSheet {
			c.Candidates[i].Sheet = ""
		}
	}
}

// keys lists the figures that any candidate has, in the order of the form.
func (c *Comparison) keys() (keys []form.Key) {
	seen := map[form.Key]bool{}
	add := func(k form.Key) {
		if !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	for i := range c.Candidates {
		if e := form.EditionByID(c.Candidates[i].report.Edition); e != nil {
			for _, k := range e.Keys() {
				add(k)
			}
		}
	}
	for i := range c.Candidates {
		for k := range c.Candidates[i].report.Figures {
			add(c.Candidates[i].report.Figures[k].Key)
		}
	}
	return keys
}

// isSameFigure reports whether two figures are equal; an absent figure equals a blank one.
func isSameFigure(a, b *form.Figure) bool {
	if a == nil || b == nil || !a.Status.HasValue() || !b.Status.HasValue() {
		return (a == nil || !a.Status.HasValue()) && (b == nil || !b.Status.HasValue())
	}
	return a.Value == b.Value
}
