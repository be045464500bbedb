package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// The exit codes of the command line.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// errReported says that a command failed and that its output already says why.
var errReported = errors.New("the reason has been printed")

func init() {
	// On Windows cobra refuses to run a program that was started by a double
	// click, which is how the window is opened.
	cobra.MousetrapHelpText = ""
	cobra.EnableCommandSorting = false
}

// Run runs the command that the arguments name and returns the exit code.
func (c Command) Run(args []string) int {
	root := c.root()
	called, err := c.execute(root, args)
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &wrong):
		fmt.Fprintf(c.ErrOut, "%s\n%s\n", wrong, c.say(words.UsageSee, called.CommandPath()))
		return exitUsage
	}
	c.complain(c.explain(err))
	return exitFailed
}

// execute runs the command. A first argument that is not a command is an error
// before any flag is looked at.
func (c *Command) execute(root *cobra.Command, args []string) (*cobra.Command, error) {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		if found, _, _ := root.Find(args[:1]); found == root {
			return root, c.noCommand(root, args[0])
		}
	}
	root.SetArgs(append([]string{}, args...)) // cobra takes nil for the arguments of the process
	return root.ExecuteC()
}

// explain puts an error into words and names the flag that helps, if there is one. An
// unforeseen error is logged in full, and the message ends with the path of the log.
func (c *Command) explain(err error) string {
	message := present.Explain(err, c.Language)
	if errors.Is(err, data.ErrNotADatabase) {
		path, _ := c.path() // cannot fail: the path was resolved when the database was opened
		return c.say(words.OutputRemarks, path, message.Text) + c.say(words.OutputOtherFile)
	}
	if message.Unforeseen {
		if path := c.Log.Note(c.doing, err); path != "" {
			return c.say(words.ErrorLogged, message.Text, path)
		}
	}
	return message.Text
}

// noteCall remembers the command and its flags for the log, without their values, which
// may be names and figures of the user's.
func (c *Command) noteCall(command *cobra.Command) {
	c.doing = command.CommandPath()
	command.Flags().Visit(func(f *pflag.Flag) { c.doing += " --" + f.Name })
}

// root returns the whole command line; without a command it opens the window.
func (c *Command) root() *cobra.Command {
	root := c.command(words.CommandRoot, words.AboutRoot, c.window)
	root.Args = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return c.noCommand(root, args[0])
		}
		return nil
	}
	root.SilenceErrors, root.SilenceUsage, root.DisableSuggestions = true, true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetOut(c.Out)
	root.SetErr(c.ErrOut)
	root.SetHelpFunc(c.help)
	root.SetFlagErrorFunc(c.flagError)
	c.text(root.PersistentFlags(), &c.db, "db", words.FlagDB)
	root.PersistentFlags().BoolP("help", "h", false, c.say(words.FlagHelp))
	help := c.helpCommand(root)
	root.SetHelpCommand(help)
	root.AddCommand(c.importCommand(), c.queryCommand(), c.checkCommand(), c.unitsCommand(), c.exportCommand(), c.backupCommand(), c.rebuildCommand(), c.sampleCommand(), c.versionCommand(), help)
	return root
}

// command returns a command with a synopsis. It takes no arguments, unless its Args
// are set.
func (c *Command) command(synopsis, about words.Word, run func(args []string) error) *cobra.Command {
	command := &cobra.Command{Use: c.say(synopsis), Short: c.say(about)}
	command.RunE = func(called *cobra.Command, args []string) error {
		c.noteCall(called)
		return run(args)
	}
	command.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return c.wrong(words.UsageNoArguments, cmd.Name(), args[0])
		}
		return nil
	}
	command.Flags().SortFlags = false
	command.PersistentFlags().SortFlags = false
	return command
}

// window opens the window on the database.
func (c *Command) window([]string) error {
	path, err := c.path()
	if err != nil {
		return err
	}
	return c.OpenWindow(c.Ctx, path)
}
