package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/ui/words"
)

// usageError says in the user's language what is wrong with the command line. The
// exit code is 2, and nothing has been written.
type usageError string

func (e usageError) Error() string { return string(e) }

// wrong returns a usageError.
func (c *Command) wrong(w words.Word, args ...any) error { return usageError(c.say(w, args...)) }

// withoutDB is the error about --db given to a command that uses no database.
func (c *Command) withoutDB(synopsis words.Word) error {
	if c.db == "" {
		return nil
	}
	name, _, _ := strings.Cut(c.say(synopsis), " ")
	return c.wrong(words.UsageUnused, "db", c.say(words.UsageOfCommand, name))
}

// wrongName is the error about a value that is not among the names of a flag.
func (c *Command) wrongName(flag, value string, names []string) error {
	switch {
	case value == "" && len(names) > 0 && len(names) <= allNames:
		return c.wrong(words.UsageEmpty, flag, c.listed(names))
	case value == "":
		return c.wrong(words.UsageEmptyText, flag)
	}
	return c.wrongNear(c.say(words.UsageNoName, flag, value), nearest(value, names))
}

// wrongNear is a usageError with the names that may have been meant.
func (c *Command) wrongNear(text string, near []string) error {
	if len(near) > 0 {
		text += c.say(words.UsageNearest, c.listed(near))
	}
	return usageError(text)
}

// noCommand is the error about a command that does not exist.
func (c *Command) noCommand(root *cobra.Command, name string) error {
	var names []string
	for _, command := range root.Commands() {
		names = append(names, command.Name())
	}
	return c.wrong(words.UsageNoCommand, name, c.listed(nearest(name, names)))
}

// flagError says what is wrong with the flags of a command.
func (c *Command) flagError(command *cobra.Command, err error) error {
	var (
		told    usageError
		unknown *pflag.NotExistError
		lacking *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		garbled *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &told):
		return told
	case errors.As(err, &unknown):
		return c.noFlag(command, unknown)
	case errors.As(err, &lacking):
		return c.wrong(words.UsageNoValue, lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		return c.wrong(words.UsageBadValue, invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &garbled):
		return c.wrong(words.UsageBadFlag, garbled.GetSpecifiedFlag())
	}
	return c.wrong(words.UsageBadCall)
}

// noFlag is the error about a flag that the command does not have. If no command was
// given, the first argument may be one that does not exist.
func (c *Command) noFlag(command *cobra.Command, unknown *pflag.NotExistError) error {
	name := unknown.GetSpecifiedName()
	typed := "--" + name
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		name, typed = short, "-"+short
	}
	var names []string
	command.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	near := nearest(name, names)
	for i := range near {
		near[i] = "--" + near[i]
	}
	return c.wrong(words.UsageNoFlag, strings.TrimSpace(command.CommandPath()), typed, c.listed(near))
}
