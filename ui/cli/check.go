package cli

import (
	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/words"
)

func (c *Command) checkCommand() *cobra.Command {
	format := ""
	command := c.command(words.CommandCheck, words.AboutCheck, func([]string) error {
		return c.withStore(func(store *data.Store) error { return c.check(store, outputFormat(format)) })
	})
	command.Long = c.say(words.MoreCheck)
	c.formatFlag(command.Flags(), &format)
	return command
}

// check prints the findings. It returns errReported if one of them has severity error.
func (c *Command) check(store *data.Store, format outputFormat) error {
	outdated, err := store.Outdated(c.Ctx)
	outdated = outdated && !store.ReadOnly()
	if err != nil {
		return err
	}
	if outdated && !store.ReadOnly() {
		if err := store.Recheck(c.Ctx, c.rechecked); err != nil {
			return err
		}
	}
	if err := c.print(store, `SELECT unit, year, severity, rule, table_id, item_id, column_id, left_value, right_value, difference, verdict, message, repair
		FROM findings ORDER BY unit, year, CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, rule, item_id, column_id`, format); err != nil {
		return err
	}
	pending, err := store.Pending(c.Ctx, data.Query{})
	if err != nil {
		return err
	}
	if len(pending) > 0 {
		c.remark(words.OutputPending, len(pending))
	}
	errors, err := store.SQL(c.Ctx, `SELECT 1 FROM findings WHERE severity = 'error'`, data.Limits{Rows: 1})
	if err == nil && len(errors.Rows) > 0 {
		err = errReported
	}
	return err
}

// rechecked reports the progress of a check with new rules.
func (c *Command) rechecked(done, total int) { c.remark(words.OutputRechecked, done, total) }
