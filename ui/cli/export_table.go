package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// tableChoice holds the flags of a table: what it shows, and of which reports.
// Charts and roll-ups choose their reports by the same flags.
type tableChoice struct {
	view, rows, across            string
	compare, withFindings         bool
	items, kinds                  []string
	hide, first, sort             []string
	years                         years
	units, regions                []string
	unitKinds, editions, statuses []string
	where                         []data.Condition
}

func (c *Command) tableFlags(flags *pflag.FlagSet, t *tableChoice) {
	c.one(flags, &t.view, choice{"view", words.FlagView, texts(data.Views())})
	c.one(flags, &t.rows, choice{"rows", words.FlagRows, texts(data.Grains())})
	c.one(flags, &t.across, choice{"across", words.FlagAcross, texts(data.Axes())})
	flags.BoolVar(&t.compare, "compare", false, c.say(words.FlagCompare))
	c.some(flags, &t.items, choice{flag: "items", usage: words.FlagItems})
	c.some(flags, &t.kinds, choice{"kind", words.FlagKind, present.KindIDs()})
	c.some(flags, &t.hide, choice{flag: "hide", usage: words.FlagHide})
	c.some(flags, &t.first, choice{flag: "first", usage: words.FlagFirst})
	c.some(flags, &t.sort, choice{flag: "sort", usage: words.FlagSort})
	c.yearsFlag(flags, &t.years)
	c.some(flags, &t.units, choice{flag: "units", usage: words.FlagUnits})
	c.some(flags, &t.regions, choice{flag: "regions", usage: words.FlagRegions})
	c.some(flags, &t.unitKinds, choice{"unit-kinds", words.FlagUnitKinds, texts(data.UnitKinds())})
	c.some(flags, &t.editions, choice{"editions", words.FlagEditions, editionIDs()})
	c.some(flags, &t.statuses, choice{"statuses", words.FlagStatuses, texts(form.Statuses())})
	flags.BoolVar(&t.withFindings, "with-findings", false, c.say(words.FlagWithFindings))
	c.whereFlag(flags, &t.where)
}

// texts converts names to plain strings, without the empty name.
func texts[T ~string](names []T) []string {
	var list []string
	for _, name := range names {
		if name != "" {
			list = append(list, string(name))
		}
	}
	return list
}

// named converts names, as they were typed, to a type of strings.
func named[T ~string](list []string) []T {
	var names []T
	for _, name := range list {
		names = append(names, T(name))
	}
	return names
}

func editionIDs() []string {
	var ids []string
	for _, edition := range form.Editions() {
		ids = append(ids, edition.ID)
	}
	return ids
}

// changed returns the query with the values of the flags that were given.
func (t *tableChoice) changed(q data.Query) data.Query {
	set(&q.View, data.View(t.view))
	set(&q.Rows, data.Grain(t.rows))
	set(&q.Across, data.Axis(t.across))
	if t.years != (years{}) {
		q.FromYear, q.ToYear = t.years.from, t.years.to
	}
	q.Compare, q.WithFindings = q.Compare || t.compare, q.WithFindings || t.withFindings
	replace(&q.Items, t.items)
	replace(&q.Kinds, t.kinds)
	replace(&q.Hidden, t.hide)
	replace(&q.Order, t.first)
	replace(&q.Regions, t.regions)
	replace(&q.UnitKinds, named[data.UnitKind](t.unitKinds))
	replace(&q.Editions, t.editions)
	replace(&q.Statuses, named[form.Status](t.statuses))
	replace(&q.Conditions, t.where)
	replace(&q.Sort, sortKeys(t.sort))
	return q
}

func set[T ~string](into *T, value T) {
	if value != "" {
		*into = value
	}
}

func replace[T any](into *[]T, list []T) {
	if len(list) > 0 {
		*into = list
	}
}

// writeTable writes the table that the window would show.
func (c *Command) writeTable(store *data.Store, e *export) error {
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	if err := c.checkShape(store, q, &e.table); err != nil {
		return err
	}
	if e.partition || e.extension() == ".parquet" {
		if err := c.checkParquet(store, q, &e.table); err != nil {
			return err
		}
	}
	file := present.TableFile{Query: q, Path: e.to, ByYear: e.partition, Language: c.Language, Encoding: present.EncodingOf(e.encoding)}
	if _, err := present.WriteTable(c.Ctx, store, file, nil); err != nil {
		return err
	}
	corrected, err := store.Amendments(c.Ctx, q)
	if err == nil && len(corrected) > 0 && strings.EqualFold(filepath.Ext(e.to), ".csv") {
		c.remark(words.OutputRevisions, len(corrected), present.RevisionsPath(e.to, c.Language))
	}
	return err
}
