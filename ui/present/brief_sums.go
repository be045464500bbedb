package present

import (
	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// briefMetric is a metric as a briefing uses it: one sum for a count, numerator and
// denominator for a rate.
type briefMetric struct {
	id         string
	name       form.Words
	unit       string
	definition form.Words
	sums       [][]form.SignedKey
}

func (m briefMetric) isRate() bool { return len(m.sums) > 1 }

func metricOf(id string) briefMetric {
	m, _ := form.MetricByID(id)
	b := briefMetric{m.ID, m.Name, m.Unit, m.Definition, m.Sums()}
	if !b.isRate() && len(b.sums[0]) == 1 {
		b.definition = takenFrom(b.sums[0][0].Key)
	}
	return b
}

// totalOf is the number of cases of an item of section 四.
func totalOf(it *form.Item, column *form.Column) briefMetric {
	k := form.Key{Table: form.ReviewTable, Item: it.ID, Column: column.ID}
	return briefMetric{k.String(), it.Name(), column.Unit, takenFrom(k), [][]form.SignedKey{{{Key: k}}}}
}

// takenFrom says where the form prints a figure.
func takenFrom(k form.Key) form.Words {
	t, it, c, _ := form.Describe(k)
	return form.Both(form.Chinese.Say(words.BriefTaken, t.Label, it.Label, c.Label), form.English.Say(words.BriefTaken, t.English, it.English, c.English))
}

// briefReport is a report with its figures by address.
type briefReport struct {
	*form.Report
	body    data.Body
	edition *form.Edition
	index   map[form.Key]*form.Figure
}

func briefReports(list []form.Report) []briefReport {
	reports := make([]briefReport, len(list))
	for i := range list {
		r := &list[i]
		reports[i] = briefReport{r, data.Body{Region: r.Region, Unit: r.Unit}, form.EditionByID(r.Edition), r.Index()}
	}
	return reports
}

// figure is the number of a figure, or the sum of the group's parts.
func (r *briefReport) figure(k form.Key) (n form.Number, ok bool) {
	if f := r.index[k]; f != nil && f.Status.HasValue() {
		return f.Value, true
	}
	if r.edition == nil || r.edition.Table(k.Table) == nil {
		return 0, false
	}
	for _, part := range r.edition.Table(k.Table).Members(k.Item) {
		if f := r.index[form.Key{Table: k.Table, Item: part.ID, Column: k.Column}]; f != nil && f.Status.HasValue() {
			n, ok = n+f.Value, true
		}
	}
	return n, ok
}

// of returns the sums of a metric in one report; ok is false if one of the figures has no
// number.
func (m briefMetric) of(r *briefReport) (sums [2]form.Number, ok bool) {
	for i, terms := range m.sums {
		for _, term := range terms {
			n, known := r.figure(term.Key)
			if !known {
				return sums, false
			}
			if term.Minus {
				n = -n
			}
			sums[i] += n
		}
	}
	return sums, true
}

// isComparable reports whether a metric means the same in two editions.
func (m briefMetric) isComparable(a, b string) bool {
	for _, terms := range m.sums {
		for _, term := range terms {
			if !form.Comparable(term.Key, a, b) {
				return false
			}
		}
	}
	return true
}

// briefTally is a metric summed over reports.
type briefTally struct {
	sums   [2]form.Number
	bodies int
}

func (t *briefTally) add(sums [2]form.Number) {
	t.sums[0], t.sums[1], t.bodies = t.sums[0]+sums[0], t.sums[1]+sums[1], t.bodies+1
}

// briefPair is a metric over two years: of all reports of the year, and of those bodies
// whose figures of both years can be compared.
type briefPair struct{ all, same, before briefTally }

func (m briefMetric) pair(now []briefReport, before map[data.Body]*briefReport) (p briefPair) {
	for i := range now {
		sums, ok := m.of(&now[i])
		if !ok {
			continue
		}
		p.all.add(sums)
		last := before[now[i].body]
		if last == nil || !m.isComparable(now[i].Edition, last.Edition) {
			continue
		}
		if was, ok := m.of(last); ok {
			p.same.add(sums)
			p.before.add(was)
		}
	}
	return p
}
