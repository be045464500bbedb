package importer

import (
	"nianbao/data/form"
)

// recall gives a report whose body or year is asked about those under which the same sheet
// of the same file is stored.
func (r *runner) recall(result *Result) {
	report := result.Report
	if r.opt.Stored == nil || report == nil || result.Hash == "" || !result.Answerable() {
		return
	}
	var rest []Question
	for _, q := range result.Questions {
		switch {
		case q.Blocking && q.Kind != AskUnit && q.Kind != AskYear:
			return
		case !q.Blocking:
			rest = append(rest, q)
		}
	}
	region, unit, year, ok := r.opt.Stored(result.Hash, result.Sheet)
	if !ok || report.Year != 0 && report.Year != year || report.Unit != "" && report.Unit != unit {
		return
	}
	if report.Year == 0 && form.EditionOf(year).ID != report.Edition {
		return
	}
	report.Region, report.Unit, report.Year, report.Settled = region, unit, year, true
	result.Questions, result.Err = rest, nil
}
