package present

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/document"
	"nianbao/ui/words"
)

// mostTopUnits is the number of units in the table of main figures.
const mostTopUnits = 20

// briefColumns are the metrics of the table of main figures.
func briefColumns() []briefMetric {
	var list []briefMetric
	for _, id := range []string{"received", "completion-rate", "disclosure-rate", "licence", "penalty", "coercion"} {
		list = append(list, metricOf(id))
	}
	return list
}

// units adds a table of the units with most applications.
func (b *briefDocument) units() {
	reports, metrics := briefReports(b.facts.Now), briefColumns()
	received := func(r briefReport) form.Number {
		if sums, ok := metrics[0].of(&r); ok {
			return sums[0]
		}
		return -1
	}
	slices.SortStableFunc(reports, func(x, y briefReport) int { return cmp.Compare(received(y), received(x)) })
	reports = reports[:min(len(reports), mostTopUnits)]
	t := document.Table{Heads: 1, Widths: []int{16}}
	head := []document.Cell{{Text: b.say(words.ColumnUnit), Head: true}}
	for i, m := range metrics {
		t.Widths = append(t.Widths, 12)
		if m.isRate() {
			t.Widths[i+1] = 18
		}
		head = append(head, document.Cell{Text: b.say(m.name), Column: i + 1, Head: true})
	}
	t.Rows = append(t.Rows, head)
	names := NewBodyNames(bodiesOf(reports), b.request.Language)
	for i := range reports {
		row := []document.Cell{{Text: names.Name(reports[i].body), Left: true}}
		for j, m := range metrics {
			row = append(row, document.Cell{Text: b.metricText(m, &reports[i]), Column: j + 1})
		}
		t.Rows = append(t.Rows, row)
	}
	b.doc.Paragraph(document.Caption, document.Run{Text: b.say(words.BriefUnits, len(reports))})
	b.doc.Table(t)
}

func bodiesOf(reports []briefReport) (list []data.Body) {
	for _, r := range reports {
		list = append(list, r.body)
	}
	return list
}

// metricText is a metric of one report as text; a rate of few cases is given as a fraction only.
func (b *briefDocument) metricText(m briefMetric, r *briefReport) string {
	sums, ok := m.of(r)
	switch {
	case !ok && !m.isRate() && document.FigureText(r.index[m.sums[0][0].Key]) != "":
		return document.FigureText(r.index[m.sums[0][0].Key])
	case !ok:
		return b.say(words.MarkBlank)
	case !m.isRate():
		return sums[0].Grouped()
	}
	fraction := sums[0].Grouped() + "/" + sums[1].Grouped()
	f := fractionOfTally(briefTally{sums: sums})
	if share, ok := f.Rate(); ok && !f.Small() {
		return percentText(share) + "（" + fraction + "）"
	}
	return fraction
}

// sources adds the annex: the file of each report, and the cells of the figures used. Reports with
// the same layout share one list of cells.
func (b *briefDocument) sources(sections []BriefSection) {
	t := document.Table{Heads: 1, Widths: []int{18, 8, 46, 20, 8}, Rows: [][]document.Cell{nil}}
	for i, title := range []words.Word{words.ColumnUnit, words.ColumnYear, words.ColumnFile, words.BriefSheet, words.BriefLayoutColumn} {
		t.Rows[0] = append(t.Rows[0], document.Cell{Text: b.say(title), Column: i, Head: true})
	}
	keys := briefKeys(sections)
	var layouts []string
	for _, reports := range [][]briefReport{briefReports(b.facts.Now), briefReports(b.facts.Before)} {
		names := NewBodyNames(bodiesOf(reports), b.request.Language)
		for i := range reports {
			r := &reports[i]
			cells := b.cells(r, keys)
			if !slices.Contains(layouts, cells) {
				layouts = append(layouts, cells)
			}
			t.Rows = append(t.Rows, []document.Cell{{Text: names.Name(r.body), Left: true}, {Text: strconv.Itoa(r.Year), Column: 1}, {Text: filepath.Base(r.File), Column: 2, Left: true}, {Text: r.Sheet, Column: 3, Left: true},
				{Text: strconv.Itoa(slices.Index(layouts, cells) + 1), Column: 4}})
		}
	}
	b.doc.Paragraph(document.Caption, document.Run{Text: b.say(words.BriefSources)})
	b.doc.Table(t)
	for i, cells := range layouts {
		b.doc.Paragraph(document.Plain, document.Run{Text: b.say(words.BriefLayout, i+1, cells)})
	}
}

// briefKeys are the figures that the clauses and the table of units use, in form order.
func briefKeys(sections []BriefSection) []form.Key {
	metrics := map[string]bool{}
	for _, m := range briefColumns() {
		metrics[m.id] = true
	}
	for _, s := range sections {
		for _, c := range slices.Concat(s.Sentences...) {
			metrics[c.Metric] = true
		}
	}
	used := map[form.Key]bool{}
	for id := range metrics {
		for _, terms := range briefMetricOf(id).sums {
			for _, term := range terms {
				used[term.Key] = true
			}
		}
	}
	var keys []form.Key
	for _, t := range form.Latest().Tables {
		for _, it := range t.Items {
			for _, c := range t.Columns {
				if k := (form.Key{Table: t.ID, Item: it.ID, Column: c.ID}); used[k] {
					keys = append(keys, k)
				}
			}
		}
	}
	return keys
}

// briefMetricOf is the metric of a clause.
func briefMetricOf(id string) briefMetric {
	table := form.Latest().Table(form.ReviewTable)
	for i := range table.Items {
		if m := totalOf(&table.Items[i], table.TotalColumn()); m.id == id {
			return m
		}
	}
	return metricOf(id)
}

// cells names the cells of the figures; for a group, those of its parts.
func (b *briefDocument) cells(r *briefReport, keys []form.Key) string {
	var list []string
	for _, k := range keys {
		parts := []form.Key{k}
		if r.index[k] == nil && r.edition.Table(k.Table) != nil {
			parts = nil
			for _, it := range r.edition.Table(k.Table).Members(k.Item) {
				parts = append(parts, form.Key{Table: k.Table, Item: it.ID, Column: k.Column})
			}
		}
		var cells []string
		for _, part := range parts {
			if f := r.index[part]; f != nil && f.Source.Cell != "" {
				cells = append(cells, f.Source.Cell)
			}
		}
		if len(cells) > 2 {
			cells = []string{cells[0] + "–" + cells[len(cells)-1]}
		}
		if len(cells) > 0 {
			list = append(list, FigurePlace(r.Edition, k, b.request.Language)+" "+strings.Join(cells, "、"))
		}
	}
	return strings.Join(list, b.say(words.BriefSemi))
}
