package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/ui/words"
)

// helpCommand shows the help of the program or of a command.
func (c *Command) helpCommand(root *cobra.Command) *cobra.Command {
	command := c.command(words.CommandHelp, words.AboutHelp, func(args []string) error {
		for _, about := range root.Commands() {
			if len(args) == 1 && about.Name() == args[0] {
				c.help(about, nil)
				return nil
			}
		}
		if len(args) > 0 {
			return c.noCommand(root, args[0])
		}
		c.help(root, nil)
		return nil
	})
	command.Args = nil
	return command
}

// help prints how a command is used: its synopsis, what it does, the commands
// below it and every flag.
func (c *Command) help(command *cobra.Command, _ []string) {
	synopsis := command.Use
	if parent := command.Parent(); parent != nil {
		synopsis = parent.Name() + " " + synopsis
	}
	fmt.Fprintf(c.Out, "%s\n\n  %s\n\n%s\n", c.say(words.HelpUsage), synopsis, command.Short)
	if command.Long != "" {
		fmt.Fprintf(c.Out, "\n%s\n", command.Long)
	}
	if command.HasSubCommands() {
		fmt.Fprintf(c.Out, "\n%s\n", c.say(words.HelpCommands))
		var lines [][2]string
		for _, below := range command.Commands() {
			lines = append(lines, [2]string{below.Use, below.Short})
		}
		columns(c.Out, lines)
	}
	fmt.Fprintf(c.Out, "\n%s\n", c.say(words.HelpFlags))
	var lines [][2]string
	list := func(f *pflag.Flag) { lines = append(lines, c.flagHelp(f)) }
	command.LocalFlags().VisitAll(list)
	command.InheritedFlags().VisitAll(list)
	columns(c.Out, lines)
	if command.HasSubCommands() {
		fmt.Fprintf(c.Out, "\n%s\n", c.say(words.HelpMore))
	}
}

// flagHelp is a flag as it is typed, and what it does.
func (c *Command) flagHelp(f *pflag.Flag) [2]string {
	value, about := pflag.UnquoteUsage(f)
	typed := "--" + f.Name
	if f.Shorthand != "" {
		typed = "-" + f.Shorthand + ", " + typed
	}
	if f.NoOptDefVal == "" {
		typed += " " + value
	}
	return [2]string{typed, about}
}

// columns prints pairs, the second ones below each other by the width that a
// terminal gives Chinese characters.
func columns(out io.Writer, lines [][2]string) {
	width := 0
	for _, line := range lines {
		width = max(width, runewidth.StringWidth(line[0]))
	}
	for _, line := range lines {
		fmt.Fprintf(out, "  %s  %s\n", runewidth.FillRight(line[0], width), strings.TrimSpace(line[1]))
	}
}
