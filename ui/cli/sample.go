package cli

import (
	"github.com/spf13/cobra"

	"nianbao/ui/present"
	"nianbao/ui/words"
)

func (c *Command) sampleCommand() *cobra.Command {
	command := c.command(words.CommandSample, words.AboutSample, func(args []string) error {
		if err := c.withoutDB(words.CommandSample); err != nil {
			return err
		}
		paths, err := present.WriteSamples(args[0])
		if err == nil {
			c.tell(words.OutputSamples, len(paths), args[0])
		}
		return err
	})
	command.Args = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 || args[0] == "" {
			return c.wrong(words.UsageOneFolder)
		}
		return nil
	}
	return command
}
