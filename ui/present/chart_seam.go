package present

import (
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// chartSeams are the changes of the form, as a chart over years draws them.
func chartSeams(seams []data.Seam, r ChartRequest) []chart.Seam {
	say, label := r.Language, words.ChartSeam
	if r.Brief {
		label = words.ChartSeamBrief
	}
	var list []chart.Seam
	for _, s := range seams {
		list = append(list, chart.Seam{After: s.Before, Label: say.Say(label), Note: say.Say(seamWord(s), s.After), Broken: !s.Comparable})
	}
	return list
}

func seamWord(s data.Seam) words.Word {
	if s.Comparable {
		return words.SeamSame
	}
	return words.SeamBroken
}

// seamsOf are the changes of the form between years, for columns that are drawn together: if one of
// them is not comparable, the seam is broken.
func seamsOf(years []int, columns []data.Column) []data.Seam {
	var list []data.Seam
	for i := 1; i < len(years); i++ {
		a, b := form.EditionOf(years[i-1]), form.EditionOf(years[i])
		if a == nil || b == nil || a == b {
			continue
		}
		seam := data.Seam{Before: years[i-1], After: years[i], Comparable: true}
		for _, c := range columns {
			seam.Comparable = seam.Comparable && sameMeaning(c, a.ID, b.ID)
		}
		list = append(list, seam)
	}
	return list
}

// sameMeaning reports whether a column means the same in two editions.
func sameMeaning(c data.Column, a, b string) bool {
	if c.Role == data.FigureColumn {
		return form.Comparable(c.Key, a, b)
	}
	for _, terms := range [][]form.SignedKey{c.Metric.Numerator, c.Metric.Denominator} {
		for _, term := range terms {
			if !form.Comparable(term.Key, a, b) {
				return false
			}
		}
	}
	return true
}

// rowSeams are the changes of the form for a chart whose rows are years.
func rowSeams(years []int, columns []data.Column, r ChartRequest) []chart.Seam {
	list := chartSeams(seamsOf(years, columns), r)
	for i := range list {
		for k, year := range years {
			if year == list[i].After {
				list[i].After = k
				break
			}
		}
	}
	return list
}

// yearSpan writes the range of years of a chart.
func yearSpan(years []int) string {
	if len(years) == 0 {
		return ""
	}
	from, to := strconv.Itoa(years[0]), strconv.Itoa(years[len(years)-1])
	if from == to {
		return from
	}
	return from + "–" + to
}
