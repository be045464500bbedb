package present

import (
	"strings"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// captioned is a chart that leaves the window, where no chips and no notes stand around it.
type captioned struct {
	ChartModel
	caption string
}

// Outgoing is a model of the picture as it is written and copied.
func (p Picture) Outgoing(m ChartModel) ChartModel {
	return captioned{m, joinedWith("  ·  ", p.Scope, p.Note)}
}

func (c captioned) Draw(f chart.Frame) chart.List {
	return chart.Captioned(c.ChartModel.Draw, c.caption)(f)
}

// Twin says the caption after the sentence.
func (c captioned) Twin() chart.Twin {
	t := c.ChartModel.Twin()
	t.Sentence = joinedWith("\n", t.Sentence, c.caption)
	return t
}

// ScopeOf says which filters let reports through, "" if none is set.
func ScopeOf(q data.Query, say words.Language) string {
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
