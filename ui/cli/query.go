package cli

import (
	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/words"
)

func (c *Command) queryCommand() *cobra.Command {
	format := ""
	command := c.command(words.CommandQuery, words.AboutQuery, func(args []string) error {
		return c.withStore(func(store *data.Store) error {
			defer data.BoundProcess()()
			return c.print(store, args[0], outputFormat(format))
		})
	})
	command.Long = c.say(words.MoreQuery, c.listed(data.ViewNames()))
	command.Args = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return c.wrong(words.UsageStatement)
		}
		return nil
	}
	c.formatFlag(command.Flags(), &format)
	return command
}
