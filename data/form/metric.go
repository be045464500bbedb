package form

// Metric is a number computed from sums of figures: a count, or a rate. The rate
// of several reports is computed from their sums, never as an average of rates.
type Metric struct {
	ID          string
	Name        Words
	Unit        string // 件 or %
	Numerator   []SignedKey
	Denominator []SignedKey // empty for a count
	Definition  Words       // the formula in words
}

// SignedKey is a figure that a metric adds or, with Minus, subtracts.
type SignedKey struct {
	Key
	Minus bool
}

// IsRate reports whether the metric has a denominator.
func (m Metric) IsRate() bool { return len(m.Denominator) > 0 }

// Sums returns the sums that make up the metric: one for a count, numerator and
// denominator for a rate. A sum has a number only if each of its figures has one: what is
// blank or a text is not 0.
func (m Metric) Sums() [][]SignedKey {
	if m.IsRate() {
		return [][]SignedKey{m.Numerator, m.Denominator}
	}
	return [][]SignedKey{m.Numerator}
}

// Metrics returns all metrics. They are defined nowhere else.
func Metrics() []Metric {
	total := func(item string) SignedKey { return plus(ApplicationsTable, item, TotalColumnID) }
	received, carried := total("received"), total("carried-over")
	outcomes := []SignedKey{total("outcome-total")}
	load := []SignedKey{received, carried}
	rate := func(id, name, english string, items ...string) Metric {
		m := Metric{ID: id, Name: Words{name, english}, Unit: "%", Denominator: outcomes}
		for _, item := range items {
			m.Numerator = append(m.Numerator, total(item))
		}
		return m
	}
	metrics := []Metric{
		{ID: "received", Name: Words{"新收申请", "Received"}, Unit: "件", Numerator: []SignedKey{received}},
		{ID: "completion-rate", Name: Words{"办结率", "Completion rate"}, Unit: "%", Numerator: outcomes, Denominator: load},
		{ID: "carry-rate", Name: Words{"结转率", "Carry-forward rate"}, Unit: "%", Numerator: []SignedKey{total("carried-forward")}, Denominator: load},
		rate("grant-rate", "予以公开率", "Grant rate", "granted"),
		rate("disclosure-rate", "公开率", "Disclosure rate", "granted", "granted-in-part"),
		rate("refusal-rate", "不予公开率", "Refusal rate", "refused"),
		rate("unavailable-rate", "无法提供率", "Unavailable rate", "unavailable"),
		rate("not-processed-rate", "不予处理率", "Not-processed rate", "not-processed"),
		rate("other-rate", "其他处理率", "Other-outcome rate", OtherItem),
		{ID: "natural-person-share", Name: Words{"自然人占比", "Share of natural persons"}, Unit: "%",
			Numerator: []SignedKey{plus(ApplicationsTable, "received", "natural-person")}, Denominator: []SignedKey{received}},
		corrected("reconsideration-correction", "复议纠正率", "Correction by reconsideration", "reconsideration"),
		corrected("litigation-correction", "诉讼纠正率", "Correction by litigation", "litigation-direct", "litigation-after"),
		{ID: "dispute-rate", Name: Words{"争议率", "Dispute rate"}, Unit: "%", Denominator: outcomes,
			Numerator: []SignedKey{plus(ReviewTable, "reconsideration", TotalColumnID), plus(ReviewTable, "litigation-direct", TotalColumnID)}},
	}
	for _, it := range []struct{ table, item, name, english string }{
		{"licensing", "licence", "行政许可", "Licences"},
		{"enforcement", "penalty", "行政处罚", "Penalties"},
		{"enforcement", "coercion", "行政强制", "Coercive measures"},
	} {
		metrics = append(metrics, Metric{ID: it.item, Name: Words{it.name, it.english}, Unit: "件",
			Numerator: []SignedKey{plus(it.table, it.item, "decisions")}})
	}
	for i := range metrics {
		metrics[i].Definition = Words{define(metrics[i], Chinese), define(metrics[i], English)}
	}
	return metrics
}

// MetricByID returns the metric with that id; ok is false for an unknown one.
func MetricByID(id string) (Metric, bool) {
	for _, m := range Metrics() {
		if m.ID == id {
			return m, true
		}
	}
	return Metric{}, false
}

// corrected returns the share of settled cases that were corrected.
func corrected(id, name, english string, items ...string) Metric {
	m := Metric{ID: id, Name: Words{name, english}, Unit: "%"}
	for _, item := range items {
		m.Numerator = append(m.Numerator, plus(ReviewTable, item, "corrected"))
		m.Denominator = append(m.Denominator, plus(ReviewTable, item, TotalColumnID),
			SignedKey{Key: Key{ReviewTable, item, "pending"}, Minus: true})
	}
	return m
}

func plus(table, item, column string) SignedKey { return SignedKey{Key: Key{table, item, column}} }

// define returns the metric's formula in words.
func define(m Metric, l Language) string {
	formula := sumInWords(m.Numerator, l)
	if m.IsRate() {
		formula += " ÷ " + sumInWords(m.Denominator, l)
	}
	return formula
}

func sumInWords(terms []SignedKey, l Language) string {
	text := ""
	for i, term := range terms {
		switch {
		case term.Minus:
			text += "−"
		case i > 0:
			text += "+"
		}
		t, it, c := lookUp("", term.Key)
		text += l.Say(it.Name())
		if t.ID == ReviewTable || c.ID == "natural-person" {
			text += l.Say(Both(c.Short, " "+c.English))
		}
	}
	if len(terms) > 1 {
		return "(" + text + ")"
	}
	return text
}
