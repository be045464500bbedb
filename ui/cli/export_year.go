package cli

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/data"
	"nianbao/ui/present"
)

// yearOf makes sure that the reports a query chooses have the year that was
// asked for: what shows one year would fall back to another.
func (c Command) yearOf(store *data.Store, q data.Query, year int) error {
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
	return fmt.Errorf(c.say("%w：所选范围没有 %d 年的年报；最接近的年度：%s", "%w: there is no report of %d in the choice; nearest: %s"), errUsage, year, strings.Join(nearestYears(year, years), c.say("、", ", ")))
}
