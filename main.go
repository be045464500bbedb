// Command nianbao opens the window of 年报通览 or, given a command, runs it without
// a window: see package ui/cli.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"nianbao/data"
	"nianbao/ui"
	"nianbao/ui/cli"
	"nianbao/ui/errorlog"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	log := openLog()
	c := cli.Command{Ctx: ctx, Out: os.Stdout, ErrOut: os.Stderr, Language: cli.LanguageOf(os.Getenv), Log: log}
	c.OpenWindow = func(ctx context.Context, path string) error {
		return ui.Run(ctx, ui.Options{Path: path, Version: cli.Version, Log: log})
	}
	os.Exit(c.Run(os.Args[1:]))
}

// endings are the signals that end the program in an orderly way, as Ctrl+C does: imported
// reports are kept, and unfinished work is completed or recorded. A console that closes or a
// user who logs out sends SIGHUP, on Windows SIGTERM.
func endings() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} }

// openLog returns the log of unforeseen errors, which is in the application's own
// directory, wherever the database is; nil if there is no such directory.
func openLog() *errorlog.Log {
	path, err := data.DefaultPath()
	if err != nil {
		return nil
	}
	return errorlog.New(filepath.Join(filepath.Dir(path), "errors.log"), cli.Versions)
}
