package importer

import (
	"path/filepath"
	"strings"

	"nianbao/data/form"
)

// corrections are the user's answers about one report: those given now, or earlier ones
// about a report from the same source.
type corrections struct {
	file, sheet, title string
	own                *Correction
	open               Correction // answers only what the file leaves open
	memory             []remembered
	place              body // in which the bodies of the folder lie, as the user said; may be empty
}

// remembered is an earlier correction with the names by which later reports are
// recognised.
type remembered struct {
	*form.Correction
	folder, name, sheet, title string // without years
}

func rememberAll(list []form.Correction) []remembered {
	var all []remembered
	for i := range list {
		c := &list[i]
		if c.IsFolderRule() {
			continue
		}
		all = append(all, remembered{c, filepath.Dir(c.File), yearless(filepath.Base(c.File)), yearless(c.Sheet), yearless(c.Title)})
	}
	return all
}

// yearless drops the years from a name: files from one source differ only in these.
func yearless(name string) string { return dropYears(squeeze(name)) }

// correctionsFor collects the user's answers about the report on a sheet.
func (u *interpreter) correctionsFor(file, sheet, title string) corrections {
	place, _ := ruleFor(u.opt.Remembered, absolute(file))
	return corrections{file, sheet, title, u.correction(file, sheet), Correction{Unit: u.opt.Unit, Year: u.opt.Year}, u.memory, place}
}

// identify chooses body and year, following the user where there is a
// correction or a rule for the folder.
func (a *corrections) identify(clues []clue) identification {
	id := a.choose(clues)
	if a.place.unit == "" || a.own != nil && a.own.Region != "" {
		return id
	}
	if moved := id.body.moveInto(a.place); moved.region != id.body.region {
		id.body = moved
		id.evidence = append(id.evidence, form.Evidence{Field: fieldRegion, Value: moved.region, Place: placeUser, Detail: filepath.Dir(a.file), Confidence: trustUser, Chosen: true})
	}
	return id
}

// choose chooses body and year without the rule for the folder.
func (a *corrections) choose(clues []clue) identification {
	own := identify(clues, nil)
	said := form.Correction{File: absolute(a.file), Sheet: a.sheet, Title: a.title, Found: own.body.region + own.body.unit + own.doubtful, FoundYear: own.year}
	if a.own != nil {
		id := identify(clues, a.own)
		id.said = said
		return id
	}
	own.said = said
	if c := a.open.answerTo(&own); c != nil {
		id := identify(clues, c)
		id.said = said
		return id
	}
	for _, r := range a.memory {
		c := r.about(&own.said)
		if c == nil {
			continue
		}
		id := identify(clues, c)
		id.said, id.recalled = said, r.Correction
		id.presumed = own.body.unit == "" && c.Unit != "" || own.year == 0 && c.Year != 0
		return id
	}
	return own
}

// answerTo returns the part of an answer that settles what an identification leaves open, nil
// if there is none.
func (c Correction) answerTo(id *identification) *Correction {
	if id.body.unit != "" {
		c.Unit = ""
	}
	if id.year != 0 {
		c.Year = 0
	}
	if c.Unit == "" && c.Year == 0 {
		return nil
	}
	return &c
}

// about returns the earlier correction as far as it applies to a report, or nil. The body
// applies if the file names the same body or none, and has the same name except for the
// year, lies in the same folder, or has the same title. If the user did not complete the
// name but gave a different one, only the file name counts: the other reports may be
// right. The year applies to the same file only.
func (r *remembered) about(now *form.Correction) *Correction {
	if r.Found != now.Found {
		return nil
	}
	c := Correction{Unit: r.Unit, Region: r.Region}
	isFile := now.File != PasteName // a pasted text has no source to be recognised by
	sameName := isFile && r.folder == filepath.Dir(now.File) && r.name == yearless(filepath.Base(now.File)) && r.sheet == yearless(now.Sheet)
	near := r.Found == "" && isFile && r.folder == filepath.Dir(now.File) ||
		r.Found != "" && strings.Contains(r.Region+r.Unit, r.Found) && (isFile && r.folder == filepath.Dir(now.File) || r.title != "" && r.title == yearless(now.Title))
	switch {
	case isFile && r.File == now.File && r.Correction.Sheet == now.Sheet && r.FoundYear == now.FoundYear:
		c.Year = r.Year
	case r.Region+r.Unit == r.Found || !sameName && !near:
		return nil
	}
	return &c
}

func absolute(file string) string {
	if file == PasteName {
		return file
	}
	if whole, err := filepath.Abs(file); err == nil {
		return whole
	}
	return file
}
