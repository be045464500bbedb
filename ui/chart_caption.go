package ui

import (
	"strings"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// captioned is a chart that leaves the window, where no chips and no notes stand around it.
type captioned struct {
	chartModel
	caption string
}

// outgoing is a model of the picture as it is written and copied.
func (p picture) outgoing(m chartModel) chartModel {
	return captioned{m, joinedWith("  ·  ", p.scope, p.note)}
}

func (c captioned) Draw(f chart.Frame) chart.List {
	return chart.Captioned(c.chartModel.Draw, c.caption)(f)
}

// Twin says the caption after the sentence.
func (c captioned) Twin() chart.Twin {
	t := c.chartModel.Twin()
	t.Sentence = joinedWith("\n", t.Sentence, c.caption)
	return t
}

// scopeOf says which filters let reports through, "" if none is set.
func scopeOf(q data.Query, say words.Language) string {
	q.Kinds, q.Items, q.Rows, q.Across, q.Compare = nil, nil, data.ReportRows, data.MeasureAxis, false
	q.Sort, q.Hidden, q.Order = nil, nil, nil
	chosen := filterTexts(Choice{Query: q}, say)
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
