package data

import (
	"slices"

	"nianbao/data/form"
)

// View is the part of the reports that a table shows.
type View string

// The views.
const (
	Everything   View = ""
	Applications View = "applications" // 申请: received, carried over, handled, carried forward
	Outcomes     View = "outcomes"     // 办理结果
	Enforcement  View = "enforcement"  // 执法: licences, penalties, coercive measures
	Disputes     View = "disputes"     // 复议诉讼
	Refusals     View = "refusals"     // 不予公开理由
	Unavailable  View = "unavailable"  // 无法提供理由
	Measures     View = "measures"     // 全部指标
)

// Views lists the views in the order they are offered.
func Views() []View {
	return []View{Applications, Outcomes, Refusals, Unavailable, Enforcement, Disputes, Measures, Everything}
}

// keys are the figures of the query's view in the columns of its kinds.
func (q Query) keys() []form.Key {
	kinds := q.kinds()
	return catalogueKeys(func(t *form.Table, it *form.Item, c *form.Column) bool {
		if len(q.Items) > 0 && !slices.Contains(q.Items, it.ID) {
			return false
		}
		if t.ID == form.ApplicationsTable && !slices.Contains(kinds, c.ID) {
			return false
		}
		return q.shows(t, it, c)
	})
}

// kinds are the applicant kinds shown: the total if none is chosen.
func (q Query) kinds() []string {
	switch {
	case len(q.Kinds) > 0:
		return q.Kinds
	case q.Across == KindAxis && q.Rows != ItemRows && q.Rows != FigureRows:
		return allKinds()
	}
	return []string{form.TotalColumnID}
}

// allKinds are the applicant kinds in form order, the total last.
func allKinds() []string {
	var kinds []string
	for _, c := range form.Columns(form.ApplicationsTable) {
		kinds = append(kinds, c.ID)
	}
	return kinds
}

// shows reports whether the query's view has the figure.
func (q Query) shows(t *form.Table, it *form.Item, c *form.Column) bool {
	section3 := t.ID == form.ApplicationsTable
	switch q.View {
	case Applications:
		return section3 && it.Side != form.NoSide
	case Outcomes:
		return section3 && it.Heading != ""
	case Refusals:
		return section3 && (it.ID == "refused" || it.Group == "refused")
	case Unavailable:
		return section3 && (it.ID == "unavailable" || it.Group == "unavailable")
	case Enforcement:
		return (t.ID == "licensing" || t.ID == "enforcement") && form.Latest().Has(form.Key{Table: t.ID, Item: it.ID, Column: c.ID})
	case Disputes:
		return t.ID == form.ReviewTable
	}
	return q.printed(form.Key{Table: t.ID, Item: it.ID, Column: c.ID})
}

// printed reports whether an edition of the chosen years has the figure.
func (q Query) printed(k form.Key) bool {
	for _, e := range form.Editions() {
		before := q.ToYear != 0 && e.FirstYear > q.ToYear
		after := q.FromYear != 0 && e.LastYear != 0 && e.LastYear < q.FromYear
		if !before && !after && e.Knows(k) {
			return true
		}
	}
	return false
}
