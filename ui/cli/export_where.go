package cli

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// whereFlag adds the flag --where, which takes conditions on columns:
// applications/received/total>=10, metric/grant-rate<50 or
// enforcement/penalty/decisions=blank.
func (c *Command) whereFlag(flags *pflag.FlagSet, into *[]data.Condition) {
	flags.Var(&parsed{set: func(text string) error {
		for _, part := range separated(text) {
			condition, err := c.condition(part)
			if err != nil {
				return err
			}
			*into = append(*into, condition)
		}
		return nil
	}}, "where", c.say(words.FlagWhere))
}

// condition reads a condition: a column, a test, and a number or a state.
func (c *Command) condition(text string) (data.Condition, error) {
	operators, states := tests()
	at := strings.IndexAny(text, strings.Join(operators, ""))
	if at <= 0 {
		return data.Condition{}, c.wrong(words.UsageCondition, "where", text, strings.Join(operators, " "))
	}
	condition := data.Condition{Column: text[:at]}
	for _, operator := range operators {
		if strings.HasPrefix(text[at:], operator) && len(operator) > len(condition.Is) {
			condition.Is = data.Operator(operator)
		}
	}
	operand := text[at+len(condition.Is):]
	if condition.Is == data.Equal && slices.Contains(states, operand) {
		condition.Is = data.Operator(operand)
		return condition, nil
	}
	var err error
	if condition.Value, err = form.ParseNumber(operand); err != nil {
		return data.Condition{}, c.wrong(words.UsageOperand, "where", text, operand, c.listed(nearest(operand, states)))
	}
	return condition, nil
}

// tests are the tests that compare with a number, as they are typed, and those
// that ask for a state.
func tests() (operators, states []string) {
	for _, test := range data.Operators() {
		switch {
		case !test.HasOperand():
			states = append(states, string(test))
		case test != data.Between: // it is typed as two conditions
			operators = append(operators, string(test))
		}
	}
	return operators, states
}

// checkConditions makes sure that conditions are on columns that can have them.
// Year and number of findings are always numbers and have no other state.
func (c *Command) checkConditions(q data.Query, conditions []data.Condition, names []string) error {
	for _, condition := range conditions {
		allowed := names
		if !condition.Is.HasOperand() && q.Rows != data.FigureRows {
			allowed = slices.DeleteFunc(slices.Clone(names), func(name string) bool {
				return name == data.YearColumn || name == data.FindingsColumn
			})
		}
		if !slices.Contains(allowed, condition.Column) {
			return c.wrongName("where", condition.Column, allowed)
		}
	}
	return nil
}
