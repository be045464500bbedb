package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/words"
)

func (c *Command) versionCommand() *cobra.Command {
	return c.command(words.CommandVersion, words.AboutVersion, func([]string) error {
		version, err := data.DuckDBVersion(c.Ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.Out, "nianbao %s\nDuckDB %s\nschema %d\n", Version, version, data.SchemaVersion())
		return nil
	})
}
