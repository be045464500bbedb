package cli

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// exportQuery builds the query from the flags. Names that only the database or the table
// knows are checked here, before anything is written. --year limits a table, or a chart
// over the years, to that year.
func (c *Command) exportQuery(store *data.Store, e *export) (data.Query, error) {
	q, err := c.savedQuery(store, e.saved)
	if err != nil {
		return q, err
	}
	q = e.table.changed(q)
	if q, err = c.chosenReports(store, q, &e.table); err != nil {
		return q, err
	}
	if err := c.checkYear(store, q, e.year); err != nil {
		return q, err
	}
	if e.year != 0 && !e.rollUp && !e.brief && !e.chart.isOfOneYear() {
		q.FromYear, q.ToYear = e.year, e.year
	}
	if err := c.known("items", e.table.items, present.ItemIDs(q)); err != nil {
		return q, err
	}
	return q, c.checkColumns(store, q, &e.table)
}

// savedQuery returns the query of the saved view that --saved names, or the zero Query.
func (c *Command) savedQuery(store *data.Store, name string) (data.Query, error) {
	if name == "" {
		return data.Query{}, nil
	}
	views, err := store.SavedViews(c.Ctx)
	if err != nil {
		return data.Query{}, err
	}
	var names []string
	for _, view := range views {
		if view.Name == name {
			return view.Query, nil
		}
		names = append(names, view.Name)
	}
	return data.Query{}, c.wrongName("saved", name, names)
}

// chosenReports checks the years, regions and units of a choice and returns the
// query with the bodies that the names of units mean.
func (c *Command) chosenReports(store *data.Store, q data.Query, t *tableChoice) (data.Query, error) {
	facets, err := store.Facets(c.Ctx, data.Query{}, data.YearList, data.RegionList, data.UnitList)
	if err != nil {
		return q, err
	}
	if err := c.checkYears(facets.Years, t.years); err != nil {
		return q, err
	}
	var regions []string
	for _, region := range facets.Regions {
		if region.Value != "" { // reports without a region have an empty one
			regions = append(regions, region.Value)
		}
	}
	if err := c.known("regions", t.regions, regions); err != nil {
		return q, err
	}
	var units []data.Body
	for _, name := range t.units {
		found, err := c.bodies(facets.Units, "units", name)
		if err != nil {
			return q, err
		}
		units = append(units, found...)
	}
	replace(&q.Units, units)
	return q, nil
}

// bodies returns the bodies with a name, which may be that of the unit alone or with its
// region.
func (c *Command) bodies(units []data.UnitFacet, flag, name string) ([]data.Body, error) {
	var found []data.Body
	var names []string
	for _, u := range units {
		if u.Unit == name || u.Body.String() == name {
			found = append(found, u.Body)
		}
		names = append(names, u.Unit)
	}
	if len(found) > 0 {
		return found, nil
	}
	for _, u := range units {
		names = append(names, u.Body.String())
	}
	slices.Sort(names)
	return nil, c.wrongName(flag, name, slices.Compact(names))
}

// checkYears makes sure that there are reports of the year, or of a year in the
// range.
func (c *Command) checkYears(facets []data.YearFacet, chosen years) error {
	if chosen == (years{}) || len(present.YearsWithin(facets, data.Query{FromYear: chosen.from, ToYear: chosen.to})) > 0 {
		return nil
	}
	near, end := chosen.from, strconv.Itoa(chosen.from)
	switch {
	case chosen.from == 0:
		near, end = chosen.to, "-"+strconv.Itoa(chosen.to)
	case chosen.to == 0:
		end += "-"
	case chosen.to != chosen.from:
		end += "-" + strconv.Itoa(chosen.to)
	}
	return c.wrongNear(c.say(words.UsageNoYear, end), nearestYears(near, present.YearsWithin(facets, data.Query{})))
}

// checkYear makes sure that the query chooses a report of the year: a chart or
// roll-up of one year would otherwise silently show another.
func (c *Command) checkYear(store *data.Store, q data.Query, year int) error {
	if year == 0 {
		return nil
	}
	facets, err := store.Facets(c.Ctx, q, data.YearList)
	if err != nil {
		return err
	}
	years := present.YearsWithin(facets.Years, q)
	if slices.Contains(years, year) {
		return nil
	}
	return c.wrongNear(c.say(words.UsageNoYear, strconv.Itoa(year)), nearestYears(year, years))
}

// checkColumns makes sure that the table has the columns that the flags name.
func (c *Command) checkColumns(store *data.Store, q data.Query, t *tableChoice) error {
	if len(t.hide)+len(t.first)+len(t.sort)+len(t.where) == 0 {
		return nil
	}
	names, err := present.NamesOfColumns(c.Ctx, store, q)
	if err != nil {
		return err
	}
	if err := c.known("hide", t.hide, names.Shown); err != nil {
		return err
	}
	if err := c.known("first", t.first, names.Shown); err != nil {
		return err
	}
	for _, key := range sortKeys(t.sort) {
		if err := c.known("sort", []string{key.Column}, names.Sorted); err != nil {
			return err
		}
	}
	return c.checkConditions(q, t.where, names.Restricted)
}

// sortKeys parses the columns to sort by: -id is descending.
func sortKeys(list []string) []data.SortKey {
	var keys []data.SortKey
	for _, text := range list {
		column, descending := strings.CutPrefix(text, "-")
		keys = append(keys, data.SortKey{Column: column, Descending: descending})
	}
	return keys
}
