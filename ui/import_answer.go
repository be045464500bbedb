package ui

import (
	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/words"
)

// importCorrected imports the reports of lines again, with the body and year that the user
// gave; for an empty field each line keeps its own value.
func (s *shell) importCorrected(lines []line, region, unit string, year int) {
	var answers []importer.Correction
	for _, l := range lines {
		c := importer.Correction{Region: region, Unit: unit, Year: year}
		if len(lines) > 1 {
			if c.Unit == "" {
				c.Unit = l.unit
			}
			if c.Region == "" {
				c.Region = l.region
			}
			if c.Year == 0 {
				c.Year = l.year
			}
		}
		answers = append(answers, c)
	}
	s.importAnswered(lines, answers)
}

// importProposed imports the reports of lines again, each with the likeliest answer to its
// question.
func (s *shell) importProposed(lines []line) {
	var answers []importer.Correction
	for _, l := range lines {
		p, _ := l.record.Proposal()
		c := importer.Correction{Region: l.region, Unit: l.unit, Year: l.year}
		if p.Unit != "" {
			c.Region, c.Unit = "", p.Unit
		}
		if p.Year != 0 {
			c.Year = p.Year
		}
		answers = append(answers, c)
	}
	s.importAnswered(lines, answers)
}

// importAnswered imports the reports of lines again, with an answer for each.
func (s *shell) importAnswered(lines []line, answers []importer.Correction) {
	j := s.again(lines)
	for n, l := range lines {
		c := answers[n]
		c.File, c.Sheet = l.file, l.sheet
		j.corrections = append(j.corrections, c)
		for i := range j.kept {
			if j.kept[i].Path == l.file {
				j.kept[i].Answers = append(j.kept[i].Answers, c)
			}
		}
	}
	s.importPaths(j)
}

// leaveOut settles lines without saving their reports.
func (s *shell) leaveOut(lines []line) {
	j := s.again(lines)
	j.pasted, j.kept, j.leftOut = "", nil, lines
	j.options.Label = s.say.Say(words.LeftOutLabel, j.options.Label)
	s.importPaths(j)
}

// again returns the job that reads the files of lines again: from their kept originals if there
// are any, because the files may have changed or be gone.
func (s *shell) again(lines []line) job {
	j := job{answers: lines, options: data.ImportOptions{Label: s.say.Say(words.PasteLabel)}}
	if lines[0].pasted != "" {
		j.pasted = lines[0].pasted
		return j
	}
	seen := map[string]bool{}
	var files []string
	for _, l := range lines {
		if seen[l.file] {
			continue
		}
		seen[l.file] = true
		files = append(files, l.file)
		j.kept = append(j.kept, importer.Original{Path: l.file, Content: s.contentOf(l)})
	}
	if files[0] != importer.PasteName {
		j.options.Label = importLabel(files, s.say)
	}
	return j
}
