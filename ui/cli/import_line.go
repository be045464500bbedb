package cli

import (
	"errors"
	"fmt"
	"strings"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/words"
)

// lines prints a line for each report and for each file without one, and counts
// the verdicts.
func (c *Command) lines(results []importer.Result, saved []data.Saved, lost map[place]error) map[data.Verdict]int {
	counts := map[data.Verdict]int{}
	for i := range results {
		r := &results[i]
		var s data.Saved
		if r.Saved {
			s, saved = saved[0], saved[1:]
		}
		if r.Skipped > 0 {
			c.remark(words.ToldSkipped, r.File, r.Skipped)
			continue
		}
		if r.Saved { // the store has the absolute path of the file
			if err := lost[place{r.Report.File, r.Sheet, r.Report.Unit, r.Report.Year}]; err != nil {
				r.Err = err
			}
		}
		if r.Err != nil {
			s.Verdict = failed
		}
		counts[s.Verdict]++
		if errors.Is(r.Err, data.ErrDiskFull) { // said once for all of them: see diskFull
			continue
		}
		fmt.Fprintln(c.Out, c.line(r, s))
	}
	return counts
}

// diskFull says once what is missing because the disk is full: reports that were
// read but not stored, and files that were not read.
func (c *Command) diskFull(results []importer.Result, finishing error, files int) {
	first, reports, read := "", len(lost(finishing)), map[string]bool{}
	for i := range results {
		read[results[i].File] = true
		if errors.Is(results[i].Err, data.ErrDiskFull) {
			if first == "" {
				first = results[i].File
			}
			if !results[i].Saved {
				reports++
			}
		}
	}
	c.remark(words.ToldDiskFull, reports, first, max(0, files-len(read)))
}

// line is verdict, unit, year, figures, findings, and the file with remarks,
// separated by tabs.
func (c *Command) line(r *importer.Result, s data.Saved) string {
	unit, year := "-", "-"
	if r.Report != nil && r.Report.Unit != "" {
		unit = r.Report.Unit
	}
	if r.Report != nil && r.Report.Year != 0 {
		year = fmt.Sprint(r.Report.Year)
	}
	where := r.File
	if r.Sheet != "" {
		where = c.say(words.ToldSheet, r.File, r.Sheet)
	}
	if remarks := c.remarks(r, s); len(remarks) > 0 {
		where = c.say(words.ToldRemarks, where, strings.Join(remarks, c.say(words.SentenceBreak)))
	}
	where = strings.NewReplacer("\n", " ", "\t", " ").Replace(where)
	return fmt.Sprintf("%s\t%s\t%s\t%d\t%d\t%s", s.Verdict, unit, year, r.Figures, s.Findings, where)
}

// remarks say why a report failed, what was uncertain, and which earlier answer
// was used.
func (c *Command) remarks(r *importer.Result, s data.Saved) []string {
	var remarks []string
	if r.Err != nil {
		remarks = append(remarks, c.explain(r.Err))
	}
	for i := range r.Questions {
		if r.Err == nil || !r.Questions[i].Blocking {
			remarks = append(remarks, r.Questions[i].Explain(c.Language))
		}
	}
	if recalled := importer.ExplainRecall(r.Recalled, c.Language); recalled != "" {
		remarks = append(remarks, recalled)
	}
	if s.Superseded {
		remarks = append(remarks, c.say(words.ToldSuperseded))
	}
	return remarks
}
