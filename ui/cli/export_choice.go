package cli

import (
	"fmt"
	"os"
	"regexp"
	"slices"

	"nianbao/data"
	"nianbao/data/form"
)

// known makes sure that names chosen from a list are in it.
func (e *export) known() error {
	if e.view != "" && !slices.Contains(data.Views(), data.View(e.view)) {
		return fmt.Errorf("no view %q", e.view)
	}
	if !slices.Contains(data.Grains(), data.Grain(e.rows)) {
		return fmt.Errorf("no rows %q", e.rows)
	}
	if !slices.Contains(data.Axes(), data.Axis(e.across)) {
		return fmt.Errorf("no columns %q", e.across)
	}
	for _, kind := range e.unitKinds {
		if !slices.Contains(data.UnitKinds(), data.UnitKind(kind)) {
			return fmt.Errorf("no kind of units %q", kind)
		}
	}
	for _, kind := range e.kinds {
		if _, _, _, ok := form.Describe(form.Key{Table: form.ApplicationsTable, Item: "received", Column: kind}); !ok {
			return fmt.Errorf("no applicant kind %q", kind)
		}
	}
	for _, status := range e.statuses {
		if !slices.Contains([]form.Status{form.StatusNumber, form.StatusBlank, form.StatusNA, form.StatusText, form.StatusNoted}, form.Status(status)) {
			return fmt.Errorf("no status %q", status)
		}
	}
	for _, id := range e.editions {
		if !slices.ContainsFunc(form.Editions(), func(edition *form.Edition) bool { return edition.ID == id }) {
			return fmt.Errorf("no edition %q", id)
		}
	}
	_, err := conditions(e.where)
	return err
}

// conditionText is a condition as it is typed: a column, a test, a number or a state.
var conditionText = regexp.MustCompile(`^([^<>=]+?)\s*(>=|<=|<>|>|<|=)\s*(.+)$`)

// conditions reads conditions on columns: applications/received/total>=10, metric/grant-rate<50 or
// enforcement/penalty/decisions=blank.
func conditions(texts []string) ([]data.Condition, error) {
	var list []data.Condition
	for _, text := range texts {
		parts := conditionText.FindStringSubmatch(text)
		if parts == nil {
			return nil, fmt.Errorf("%q is no condition such as applications/received/total>=10", text)
		}
		c := data.Condition{Column: parts[1], Is: data.Test(parts[2])}
		if state := data.Test(parts[3]); c.Is == data.Equal && slices.Contains(data.Tests(), state) && !state.HasOperand() {
			c.Is = state
			list = append(list, c)
			continue
		}
		var err error
		if c.Value, err = form.ParseNumber(parts[3]); err != nil {
			return nil, fmt.Errorf("%q: %q is neither a number nor value, blank, na, text or missing", text, parts[3])
		}
		list = append(list, c)
	}
	return list, nil
}

// narrowed is a query with what the window offers beside its filters: states, conditions, and which
// columns are shown first or not at all.
func (e *export) narrowed(q data.Query) data.Query {
	q.Hidden, q.Order, q.Editions = e.hide, e.first, e.editions
	for _, status := range e.statuses {
		q.Statuses = append(q.Statuses, form.Status(status))
	}
	q.Conditions, _ = conditions(e.where) // known has read them
	return q
}

// written says what was done, and that a file which stood there is gone.
func (c Command) written(path string, replaced bool) {
	if replaced {
		fmt.Fprintf(c.Out, c.Language.Say(form.Both("已写出：%s（替换了原有的文件）\n", "written: %s (in the place of the file that stood there)\n")), path)
		return
	}
	fmt.Fprintf(c.Out, c.Language.Say(form.Both("已写出：%s\n", "written: %s\n")), path)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
