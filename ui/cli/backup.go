package cli

import (
	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

func (c *Command) backupCommand() *cobra.Command {
	to := ""
	command := c.command(words.CommandBackup, words.AboutBackup, func([]string) error {
		if to == "" {
			return c.wrong(words.UsageNoTo)
		}
		return c.withStore(func(store *data.Store) error {
			if err := present.CheckNew(to); err != nil {
				return err
			}
			if err := store.Backup(c.Ctx, to); err != nil {
				return err
			}
			c.tell(words.ToldBackup, to)
			return nil
		})
	})
	c.text(command.Flags(), &to, "to", words.FlagBackupTo)
	return command
}
