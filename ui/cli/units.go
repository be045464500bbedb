package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

func (c *Command) unitsCommand() *cobra.Command {
	list, format := "", ""
	var changes []unitChange
	command := c.command(words.CommandUnits, words.AboutUnits, func([]string) error {
		if list != "" && !importer.IsUnitList(list) {
			return c.wrong(words.UsageList, list)
		}
		return c.opened(data.Options{Existing: list == ""}, func(store *data.Store) error {
			var taking error
			if list != "" {
				if taking = c.importUnitList(store, list); taking != nil && !errors.Is(taking, errReported) {
					return taking
				}
			}
			for _, change := range changes {
				if err := c.changeUnit(store, change); err != nil {
					return err
				}
			}
			return errors.Join(c.units(store, outputFormat(format)), taking)
		})
	})
	command.Long = c.say(words.MoreUnits)
	flags := command.Flags()
	c.text(flags, &list, "import", words.FlagList)
	for _, f := range []struct {
		name   string
		about  words.Word
		isPair bool
	}{{"rename", words.FlagRename, true}, {"merge", words.FlagMerge, true}, {"move", words.FlagMove, true}, {"expect", words.FlagExpect, false}, {"no-expect", words.FlagNoExpect, false}} {
		flags.Var(&parsed{set: func(text string) error {
			first, second, isPair := strings.Cut(text, "=")
			if isPair != f.isPair || strings.TrimSpace(first) == "" || f.isPair && strings.TrimSpace(second) == "" {
				if f.isPair {
					return c.wrong(words.UsagePair, f.name, text)
				}
				return c.wrongName(f.name, text, nil)
			}
			changes = append(changes, unitChange{f.name, strings.TrimSpace(first), strings.TrimSpace(second)})
			return nil
		}}, f.name, c.say(f.about))
	}
	c.formatFlag(flags, &format)
	return command
}

// unitChange is a change of the register; flag is the name of the flag that asks for it.
type unitChange struct{ flag, unit, other string }

// changeUnit makes a change, as one step that can be undone.
func (c *Command) changeUnit(store *data.Store, change unitChange) error {
	list, err := store.Register(c.Ctx)
	if err != nil {
		return err
	}
	unit, err := c.unitNamed(list, change.flag, change.unit)
	if err != nil {
		return err
	}
	edit := data.BodyChange{}
	switch change.flag {
	case "rename":
		region, name := importer.SplitName(change.other)
		if region == "" {
			region = unit.Region
		}
		edit.Name = &data.Body{Region: region, Unit: name}
	case "merge", "move":
		other, err := c.unitNamed(list, change.flag, change.other)
		if err != nil {
			return err
		}
		if change.flag == "merge" {
			return c.mergeUnits(store, unit, other)
		}
		edit.Parent = &other.ID
	default:
		expected := change.flag == "expect"
		edit.Expected = &expected
	}
	return store.EditBody(c.Ctx, unit.ID, edit)
}

// mergeUnits merges a body into another and names the years for which both have a report:
// only the later one of the two stays in force.
func (c *Command) mergeUnits(store *data.Store, unit, other data.RegisteredBody) error {
	var years []string
	for _, year := range unit.Years {
		if slices.Contains(other.Years, year) {
			years = append(years, strconv.Itoa(year))
		}
	}
	err := store.MergeBodies(c.Ctx, unit.ID, other.ID)
	if err == nil && len(years) > 0 {
		c.remark(words.OutputMergedYears, unit.Unit, other.Unit, c.listed(years))
	}
	return err
}

// unitNamed returns the only body of the register that a name can mean.
func (c *Command) unitNamed(list []data.RegisteredBody, flag, name string) (b data.RegisteredBody, err error) {
	found := present.UnitsNamed(list, name)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		var names []string
		for i := range list {
			names = append(names, list[i].Unit, list[i].Body.String())
		}
		return b, c.wrongName(flag, name, names)
	}
	var names []string
	for i := range found {
		names = append(names, found[i].Body.String())
	}
	return b, c.wrong(words.UsageAmbiguous, flag, len(found), name, c.listed(names))
}

// importUnitList enters a list in the register. It returns errReported if a row was refused.
func (c *Command) importUnitList(store *data.Store, path string) error {
	taken, err := present.ImportUnitList(c.Ctx, store, path, c.Language)
	if err != nil {
		return err
	}
	for _, text := range taken.Refusals {
		fmt.Fprintln(c.ErrOut, text)
	}
	c.complain(taken.Words(c.Language))
	if len(taken.Refusals) > 0 {
		return errReported
	}
	return nil
}

// units prints the register.
func (c *Command) units(store *data.Store, format outputFormat) error {
	return c.print(store, `SELECT b.unit, b.region, b.agency, b.kind, coalesce(p.region || p.unit, '') AS parent, array_to_string(b.names, '、') AS names, b.expected,
			coalesce(y.years, '') AS years
		FROM bodies b LEFT JOIN bodies p ON p.body_id = b.parent_id
		LEFT JOIN (SELECT region, unit, string_agg(year, ' ' ORDER BY year) AS years FROM reports GROUP BY region, unit) y ON y.region = b.region AND y.unit = b.unit
		ORDER BY b.region, b.unit`, format)
}
