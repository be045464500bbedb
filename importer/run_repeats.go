package importer

import "nianbao/data/form"

// dropRepeats drops a form that occurs a second time with the same figures. If they
// differ, neither is saved.
func dropRepeats(results []Result) []Result {
	var kept []Result
	for _, r := range results {
		first := -1
		for k := range kept {
			if a, b := kept[k].Report, r.Report; a.Unit == b.Unit && a.Region == b.Region && a.Year == b.Year {
				first = k
			}
		}
		switch {
		case first < 0:
			kept = append(kept, r)
		case isPartOf(r.Report, kept[first].Report):
			kept[first].Report.Remarks = append(kept[first].Report.Remarks, form.Remark{Rule: form.RuleAmbiguous, Text: "同一份表出现两次", Source: form.Source{Sheet: r.Sheet}})
		default:
			q := Question{Kind: AskTwice, Blocking: true, Found: []string{placeOf(&kept[first]), placeOf(&r)}, Source: form.Source{Sheet: r.Sheet}}
			kept[first].Questions = append(kept[first].Questions, q)
			r.Questions = append(r.Questions, q)
			kept = append(kept, r)
		}
	}
	return kept
}

func placeOf(r *Result) string {
	if len(r.Report.Figures) == 0 {
		return r.Sheet
	}
	return r.Sheet + " " + r.Report.Figures[0].Source.Cell
}

// isPartOf reports whether each figure of a report occurs in another with the
// same value.
func isPartOf(part, whole *form.Report) bool {
	index := whole.Index()
	for i := range part.Figures {
		f := &part.Figures[i]
		other := index[f.Key]
		if other == nil || other.Status != f.Status || other.Value != f.Value {
			return false
		}
	}
	return true
}
