package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/words"
)

func (c *Command) versionCommand() *cobra.Command {
	return c.command(words.CommandVersion, words.AboutVersion, func([]string) error {
		engine, err := data.EngineVersion(c.Ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.Out, "nianbao %s\nDuckDB %s\nschema %d\n", Version, engine, data.SchemaVersion())
		return nil
	})
}
