package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/words"
)

func (c *Command) versionCommand() *cobra.Command {
	return c.command(words.CommandVersion, words.AboutVersion, func([]string) error {
		if err := c.withoutDB(words.CommandVersion); err != nil {
			return err
		}
		version, err := data.DuckDBVersion(c.Ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.Out, "nianbao %s\nDuckDB %s\nschema %d\n", Version, version, data.SchemaVersion())
		return nil
	})
}

// Versions returns the versions of all parts in a line, for the log.
func Versions() string {
	version, err := data.DuckDBVersion(context.Background())
	if err != nil {
		version = "unknown"
	}
	return fmt.Sprintf("nianbao %s, DuckDB %s, schema %d", Version, version, data.SchemaVersion())
}
