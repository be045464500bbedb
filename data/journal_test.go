package data

import (
	"fmt"
	"slices"

	"nianbao/data/form"
)

// journal is a plain model of the store: everything that was ever done, and what of it is
// undone.
type journal struct {
	events  []*event
	redo    []*event
	reports int // number of ids given to reports
}

// event is a step of the model. Reports have the same ids in model and store.
type event struct {
	undone  bool
	reports map[int64]form.Report // the reports that it brought
	gone    int64                 // the report that it took back
	amended map[amendedAt]figureSays
	place   findingAt // the finding that was decided
	decided string
}

type amendedAt struct {
	report int64
	key    form.Key
}

type figureSays struct {
	status form.Status // "" to restore the file's figure
	value  form.Number
}

type findingAt struct {
	unit string
	year int
	rule form.RuleID
	key  form.Key
}

func (j *journal) do(e *event) {
	j.events, j.redo = append(j.events, e), nil
}

// inForce are the reports in force by id, as the files have them.
func (j *journal) inForce() map[int64]form.Report {
	latest := map[reportKey]int64{}
	all := map[int64]form.Report{}
	gone := map[int64]bool{}
	for _, e := range j.events {
		if !e.undone && e.gone != 0 {
			gone[e.gone] = true
		}
	}
	for _, e := range j.events {
		for n, r := range e.reports {
			if !e.undone && !gone[n] {
				all[n] = r
				latest[reportKeyOf(&r)] = max(latest[reportKeyOf(&r)], n)
			}
		}
	}
	found := map[int64]form.Report{}
	for _, n := range latest {
		found[n] = all[n]
	}
	return found
}

// corrected is a report in force with its corrections.
func (j *journal) corrected(n int64, r form.Report) form.Report {
	r.Figures = slices.Clone(r.Figures)
	for i := range r.Figures {
		f := &r.Figures[i]
		own := *f
		for _, e := range j.events {
			if says, ok := e.amended[amendedAt{n, f.Key}]; ok && !e.undone {
				*f = own
				if says.status != "" {
					f.Status, f.Value = says.status, says.value
				}
			}
		}
	}
	return r
}

// pending lists the corrections that wait to be confirmed.
func (j *journal) pending() []string {
	gone := map[int64]bool{}
	of := map[int64]reportKey{}
	for _, e := range j.events {
		for n, r := range e.reports {
			of[n] = reportKeyOf(&r)
		}
		if !e.undone && e.gone != 0 {
			gone[e.gone] = true
		}
	}
	var list []string
	for n, r := range j.inForce() {
		for _, f := range r.Figures {
			var by int64
			var says figureSays
			for _, e := range j.events {
				for at, s := range e.amended {
					if !e.undone && at.key == f.Key && at.report <= n && at.report >= by && !gone[at.report] && of[at.report] == reportKeyOf(&r) {
						by, says = at.report, s
					}
				}
			}
			if by != 0 && by != n && says.status != "" && (says.status != f.Status || says.value != f.Value) {
				list = append(list, fmt.Sprint(r.Unit, r.Year, f.Key, says.status, says.value, "≠", f.Value))
			}
		}
	}
	slices.Sort(list)
	return list
}
