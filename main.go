// Command nianbao opens the window of 年报通览, or does one of its jobs on the
// command line: see usage.
package main

import (
	"context"
	"os"
	"os/signal"

	"nianbao/ui"
	"nianbao/ui/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	c := cli.Command{Ctx: ctx, Out: os.Stdout, ErrOut: os.Stderr, Language: cli.LanguageOf(os.Getenv), OpenWindow: runWindow}
	os.Exit(c.Run(os.Args[1:]))
}

// runWindow shows the window on a database until it is closed.
func runWindow(ctx context.Context, path string) error {
	return ui.Run(ctx, ui.Options{Path: path, Version: cli.Version})
}
