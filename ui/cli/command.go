package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/errorlog"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// Version is the version of the program; FyneApp.toml says the same.
const Version = "0.1.0"

// Command is one run of the program.
type Command struct {
	Ctx      context.Context
	Out      io.Writer
	ErrOut   io.Writer
	Language form.Language

	Log *errorlog.Log // receives unforeseen errors; may be nil

	// OpenWindow shows the window on the database at the path until it is closed.
	OpenWindow func(ctx context.Context, path string) error

	db    string // path of the database, "" for the application's own
	doing string // the command and its flags, for the log
}

// LanguageOf is Chinese unless the environment asks for English.
func LanguageOf(getenv func(string) string) form.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(value, "en") {
				return form.English
			}
			return form.Chinese
		}
	}
	return form.Chinese
}

// say returns a text in the user's language.
func (c *Command) say(w words.Word, args ...any) string { return c.Language.Say(w, args...) }

// listed joins names as the user's language does in a sentence.
func (c *Command) listed(names []string) string {
	return strings.Join(names, c.say(words.ListComma))
}

// tell prints a line of the result.
func (c *Command) tell(w words.Word, args ...any) { fmt.Fprintln(c.Out, c.say(w, args...)) }

// remark prints a line that is not part of the result.
func (c *Command) remark(w words.Word, args ...any) { fmt.Fprintln(c.ErrOut, c.say(w, args...)) }

// complain prints what went wrong.
func (c *Command) complain(text string) { fmt.Fprintln(c.ErrOut, text) }

// path is the database that --db names, or the application's own.
func (c *Command) path() (string, error) {
	if c.db != "" {
		return c.db, nil
	}
	return data.DefaultPath()
}

// withStore opens the database, which must exist, runs a function on it and closes it.
func (c *Command) withStore(do func(*data.Store) error) error {
	return c.opened(data.Options{Existing: true}, do)
}

// opened opens the database with options, runs a function on it and closes it.
func (c *Command) opened(opts data.Options, do func(*data.Store) error) error {
	path, err := c.path()
	if err != nil {
		return err
	}
	store, err := data.Open(c.Ctx, path, opts)
	if errors.Is(err, data.ErrNoDatabase) {
		c.noDatabase(path)
		return errReported
	}
	if err != nil {
		return err
	}
	c.Log.CatchCrashes()
	for _, n := range store.Notices() {
		c.remark(present.NoticeWord(n), n.Count)
	}
	err = do(store)
	if closing := store.Close(); err == nil {
		err = closing
	}
	return err
}

// noDatabase says that there is nothing to read yet, and how to import.
func (c *Command) noDatabase(path string) {
	if c.db == "" {
		c.remark(words.OutputNothingYet, path)
		return
	}
	c.remark(words.OutputNoDatabase, path)
}
