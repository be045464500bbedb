package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/words"
)

func (c *Command) backupCommand() *cobra.Command {
	to := ""
	command := c.command(words.CommandBackup, words.AboutBackup, func([]string) error {
		if to == "" {
			return c.wrong(words.UsageNoTo)
		}
		return c.withStore(func(store *data.Store) error {
			if err := c.checkNew(to, store.Path()); err != nil {
				return err
			}
			err := store.Backup(c.Ctx, to, data.BackupOptions{})
			var gap *data.GapError
			if err == nil || errors.As(err, &gap) {
				c.tell(words.OutputBackup, to)
			}
			return c.nothingWritten(err)
		})
	})
	c.text(command.Flags(), &to, "to", words.FlagBackupTo)
	return command
}
