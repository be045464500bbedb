package ui

import (
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
)

// chooseView chooses another view. Sort keys on columns that it does not have are
// dropped.
func chooseView(c *present.Choice, v data.View) {
	c.Query.View, c.Query.Items, c.Query.Sort = v, nil, present.KeepDimensions(c.Query.Sort)
	c.Query.Hidden, c.Query.Order = nil, nil
}

// chooseKind adds or removes an applicant kind, in form order. No kind means the same as only the
// total: the default.
func chooseKind(c *present.Choice, id string) {
	chosen := present.Toggled(c.Query.Kinds, id)
	var ordered []string
	for _, k := range present.Kinds() {
		if slices.Contains(chosen, k.ID) {
			ordered = append(ordered, k.ID)
		}
	}
	if slices.Equal(ordered, []string{form.TotalColumnID}) {
		ordered = nil
	}
	c.Query.Kinds, c.Query.Sort = ordered, present.KeepDimensions(c.Query.Sort)
}

// toggleItem shows or hides an item's columns; a group includes its leaves.
func toggleItem(c *present.Choice, id string, tree []data.ItemFacet) {
	on := !slices.Contains(c.Query.Items, id)
	var ordered []string
	for _, item := range tree {
		chosen := slices.Contains(c.Query.Items, item.ID)
		if item.ID == id || item.Group == id {
			chosen = on
		}
		if chosen {
			ordered = append(ordered, item.ID)
		}
	}
	if len(ordered) == len(tree) {
		ordered = nil
	}
	c.Query.Items, c.Query.Sort = ordered, present.KeepDimensions(c.Query.Sort)
}

// chooseRegion toggles a region and drops chosen units outside the chosen regions.
func chooseRegion(c *present.Choice, region string) {
	c.Query.Regions = present.Toggled(c.Query.Regions, region)
	if len(c.Query.Regions) == 0 {
		return
	}
	var inside []data.Body
	for _, b := range c.Query.Units {
		if slices.Contains(c.Query.Regions, b.Region) {
			inside = append(inside, b)
		}
	}
	c.Query.Units = inside
}

// chooseYear ticks or unticks a year. The chosen years are always a range: a year outside extends
// it, one at its ends shortens it, and a year inside becomes the only one.
func chooseYear(c *present.Choice, id string) {
	year, err := strconv.Atoi(id)
	if err != nil {
		return
	}
	q := &c.Query
	switch from, to := q.FromYear, q.ToYear; {
	case from == 0 && to == 0, from < year && year < to:
		q.FromYear, q.ToYear = year, year
	case from == year && to == year:
		q.FromYear, q.ToYear = 0, 0
	case from == year:
		q.FromYear++
	case to == year:
		q.ToYear--
	case from != 0 && year < from:
		q.FromYear = year
	case to != 0 && year > to:
		q.ToYear = year
	default: // inside a range that is open at one end
		q.FromYear, q.ToYear = year, year
	}
}
