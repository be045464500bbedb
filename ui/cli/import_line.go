package cli

import (
	"errors"
	"fmt"
	"strings"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// lines prints a line for each report and for each file without one, and counts
// the verdicts.
func (c *Command) lines(run importRun, lost map[place]error) map[data.Verdict]int {
	counts := map[data.Verdict]int{}
	for i := range run.lines {
		l := &run.lines[i]
		if l.Skipped > 0 {
			c.remark(words.OutputRemarks, l.Given, l.Words(c.Language))
			continue
		}
		if err := lost[place{l.File, l.Sheet, l.Body.Unit, l.Year}]; err != nil {
			run.errors[i], l.Verdict = err, data.Failed
		}
		counts[l.Verdict]++
		if errors.Is(run.errors[i], data.ErrDiskFull) { // diskFull says it once for all reports
			continue
		}
		fmt.Fprintln(c.Out, c.line(l, run.errors[i]))
	}
	return counts
}

// diskFull says what is missing because the disk is full: reports that were read but not
// stored, and files that were not read.
func (c *Command) diskFull(run importRun, finishing error, files int) {
	first, reports, read := "", len(lost(finishing)), map[string]bool{}
	for i, l := range run.lines {
		read[l.Given] = true
		if errors.Is(run.errors[i], data.ErrDiskFull) {
			if first == "" {
				first = l.Given
			}
			if l.ReportID == 0 {
				reports++
			}
		}
	}
	c.remark(words.OutputDiskFull, reports, first, max(0, files-len(read)))
}

// line is verdict, unit, year, figures, findings, and the file with remarks,
// separated by tabs.
func (c *Command) line(l *present.ImportLine, err error) string {
	unit, year := "-", "-"
	if l.Body.Unit != "" {
		unit = l.Body.Unit
	}
	if l.Year != 0 {
		year = fmt.Sprint(l.Year)
	}
	where := l.Given
	if l.Sheet != "" {
		where = c.say(words.OutputSheet, where, l.Sheet)
	}
	if remarks := l.Words(c.Language); remarks != "" {
		where = c.say(words.OutputRemarks, where, remarks)
	}
	if err != nil && present.Explain(err, c.Language).Unforeseen {
		if path := c.Log.Note(c.doing, err); path != "" {
			where = c.say(words.ErrorLogged, where, path)
		}
	}
	where = strings.NewReplacer("\n", " ", "\t", " ").Replace(where)
	return fmt.Sprintf("%s\t%s\t%s\t%d\t%d\t%s", l.Verdict, unit, year, l.Figures, l.Findings, where)
}
