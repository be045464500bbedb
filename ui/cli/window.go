package cli

import "fmt"

// window opens the window on the database that --db names, or on the
// application's own.
func (c Command) window(args []string) error {
	rest, err := c.parse("nianbao", args, nil)
	if err != nil {
		return err
	}
	if len(rest) != 0 {
		return fmt.Errorf("%w: no command %q", errUsage, rest[0])
	}
	path, err := c.path()
	if err != nil {
		return err
	}
	return c.OpenWindow(c.Ctx, path)
}
