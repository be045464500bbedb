package present

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// Filter is one active filter: the text of its chip, and how to remove it.
type Filter struct {
	Text   string
	Remove func(*Choice)
}

// MostSingleChips is the largest number of chosen units or regions that have a chip each.
const MostSingleChips = 3

// Filters lists the active filters, in the order of the sidebar.
func Filters(c Choice, say words.Language) []Filter {
	var list []Filter
	q := c.Query
	if len(q.Kinds) > 0 {
		var names []string
		for _, id := range q.Kinds {
			names = append(names, say.Say(KindName(id)))
		}
		list = append(list, Filter{strings.Join(names, say.Say(words.ListComma)), func(c *Choice) { c.Query.Kinds = nil }})
	}
	if q.FromYear != 0 || q.ToYear != 0 {
		list = append(list, Filter{YearText(q, say), func(c *Choice) { c.Query.FromYear, c.Query.ToYear = 0, 0 }})
	}
	list = append(list, regionFilters(q, say)...)
	list = append(list, unitFilters(q, say)...)
	list = append(list, kindFilters(q, say)...)
	if len(q.Items) > 0 {
		list = append(list, itemFilter(q, say))
	}
	for _, status := range q.Statuses {
		list = append(list, Filter{say.Say(StatusFilterName(status)), func(c *Choice) { c.Query.Statuses = without(c.Query.Statuses, status) }})
	}
	for _, id := range q.Editions {
		list = append(list, Filter{say.Say(words.EditionName, id), func(c *Choice) { c.Query.Editions = without(c.Query.Editions, id) }})
	}
	if q.WithFindings {
		list = append(list, Filter{say.Say(words.FilterWithFindings), func(c *Choice) { c.Query.WithFindings = false }})
	}
	for i, condition := range q.Conditions {
		list = append(list, Filter{ConditionText(condition, say), func(c *Choice) {
			c.Query.Conditions = slices.Delete(slices.Clone(c.Query.Conditions), i, i+1)
			if len(c.Query.Conditions) == 0 {
				c.Query.Conditions = nil
			}
		}})
	}
	return append(list, grainFilters(q, say)...)
}

// FilterTexts are the texts of the chips.
func FilterTexts(c Choice, say words.Language) []string {
	var texts []string
	for _, f := range Filters(c, say) {
		texts = append(texts, f.Text)
	}
	return texts
}

func kindFilters(q data.Query, say words.Language) []Filter {
	var list []Filter
	for _, kind := range q.UnitKinds {
		list = append(list, Filter{say.Say(kind.Words()), func(c *Choice) { c.Query.UnitKinds = without(c.Query.UnitKinds, kind) }})
	}
	return list
}

// itemFilter is the one chip for all items chosen.
func itemFilter(q data.Query, say words.Language) Filter {
	names := ItemNames(q, say)
	text := say.Say(words.FilterItemCount, len(names))
	if len(names) <= 2 {
		text = strings.Join(names, say.Say(words.ListComma))
	}
	return Filter{text, func(c *Choice) { c.Query.Items = nil }}
}

// ItemNames are the names of the items or metrics chosen.
func ItemNames(q data.Query, say words.Language) []string {
	var names []string
	for _, id := range q.Items {
		names = append(names, itemName(q.View, id, say))
	}
	return names
}

func itemName(view data.View, id string, say words.Language) string {
	for _, m := range form.Metrics() {
		if view == data.Measures && m.ID == id {
			return say.Say(m.Name)
		}
	}
	for _, e := range slices.Backward(form.Editions()) {
		for _, t := range e.Tables {
			if item := t.Item(id); item != nil {
				return say.Say(item.Name())
			}
		}
	}
	return id
}

func regionFilters(q data.Query, say words.Language) []Filter {
	if len(q.Regions) > MostSingleChips {
		return []Filter{{say.Say(words.FilterRegionCount, len(q.Regions)), func(c *Choice) { c.Query.Regions = nil }}}
	}
	var list []Filter
	for _, region := range q.Regions {
		list = append(list, Filter{RegionName(region, say), func(c *Choice) {
			c.Query.Regions = without(c.Query.Regions, region)
		}})
	}
	return list
}

func unitFilters(q data.Query, say words.Language) []Filter {
	if len(q.Units) > MostSingleChips {
		return []Filter{{say.Say(words.FilterUnitCount, len(q.Units)), func(c *Choice) { c.Query.Units = nil }}}
	}
	var list []Filter
	for _, body := range q.Units {
		list = append(list, Filter{body.Unit, func(c *Choice) { c.Query.Units = without(c.Query.Units, body) }})
	}
	return list
}

// without returns the list without a value. It is nil if none is left, so that choices compare
// equal.
func without[T comparable](list []T, value T) []T {
	list = slices.DeleteFunc(slices.Clone(list), func(v T) bool { return v == value })
	if len(list) == 0 {
		return nil
	}
	return list
}

// Toggled returns the list with the value added, or removed if it was there.
func Toggled[T comparable](list []T, value T) []T {
	if slices.Contains(list, value) {
		return without(list, value)
	}
	return append(slices.Clone(list), value)
}

// ClearFilters makes the choice cover all reports, one in each row. The columns and their order
// stay.
func ClearFilters(c *Choice) {
	order := c.Query.Sort
	if c.Query.Rows != data.ReportRows || c.Query.Compare {
		order = nil // the order names columns that are gone
	}
	c.Query = data.Query{View: c.Query.View, Items: c.Query.Items, Sort: order}
}

// YearText writes a query's range of years: “since 2022”.
func YearText(q data.Query, say words.Language) string {
	from, to := strconv.Itoa(q.FromYear), strconv.Itoa(q.ToYear)
	switch {
	case q.FromYear == q.ToYear:
		return say.Say(words.YearOnly, from)
	case q.FromYear == 0:
		return say.Say(words.YearUntil, to)
	case q.ToYear == 0:
		return say.Say(words.YearSince, from)
	}
	return say.Say(words.YearRange, from, to)
}

// KindName is the heading of an applicant kind in section 三.
func KindName(id string) form.Words {
	for _, k := range Kinds() {
		if k.ID == id {
			return k.Name()
		}
	}
	return form.Both(id, id)
}

// Kinds are the applicant kinds of the form, the total among them.
func Kinds() []form.Column {
	return form.Columns(form.ApplicationsTable)
}

// RegionName is a region, or a text if a report has none.
func RegionName(region string, say words.Language) string {
	if region == "" {
		return say.Say(words.NoRegion)
	}
	return region
}

// ViewName names a ready-made view of the table.
func ViewName(v data.View) words.Word {
	switch v {
	case data.Applications:
		return words.TopicReceived
	case data.Outcomes:
		return words.TopicOutcomes
	case data.Refusals:
		return words.TopicRefusals
	case data.Unavailable:
		return words.TopicUnavailable
	case data.Enforcement:
		return words.TopicEnforce
	case data.Disputes:
		return words.TopicDisputes
	case data.Measures:
		return words.TopicMeasures
	}
	return words.TopicAll
}

// StatusFilterName names the filter for reports with figures of a status.
func StatusFilterName(s form.Status) words.Word {
	switch s {
	case form.StatusBlank:
		return words.HasBlank
	case form.StatusNA:
		return words.HasNA
	case form.StatusText:
		return words.HasText
	case form.StatusNoted:
		return words.HasNoted
	}
	return words.HasNumber
}
