package present

import (
	"strings"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// Outgoing adds a caption to a model of the picture that is written or copied. The caption
// names the filters and what is left out, which the window shows in chips and notes.
func (p Picture) Outgoing(m chart.Model) chart.Model {
	return chart.WithCaption(m, joinedWith("  ·  ", p.Scope, p.Note))
}

// Scope describes the filters by which reports are chosen, "" if none is set.
func Scope(q data.Query, say words.Language) string {
	q.Kinds, q.Items, q.Rows, q.Across, q.Compare = nil, nil, data.ReportRows, data.MeasureAxis, false
	q.Sort, q.Hidden, q.Order = nil, nil, nil
	chosen := FilterTexts(Choice{Query: q}, say)
	if len(chosen) == 0 {
		return ""
	}
	return say.Say(words.ChartScope, strings.Join(chosen, say.Say(words.ListComma)))
}

// joinedWith joins the texts that are not empty.
func joinedWith(between string, texts ...string) string {
	var list []string
	for _, t := range texts {
		if t != "" {
			list = append(list, t)
		}
	}
	return strings.Join(list, between)
}
