package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/data/form"
)

// speak runs the command line in a language and returns exit code, output and
// complaints.
func speak(l form.Language, args ...string) (code int, out, complaint string) {
	var stdout, stderr bytes.Buffer
	c := Command{Ctx: context.Background(), Out: &stdout, ErrOut: &stderr, Language: l}
	code = c.Run(args)
	return code, stdout.String(), stderr.String()
}

func TestHelpShowsEveryCommandAndFlagInBothLanguages(t *testing.T) {
	for _, language := range []form.Language{form.Chinese, form.English} {
		c := Command{Language: language}
		root := c.root()
		for _, command := range append([]*cobra.Command{root}, root.Commands()...) {
			args := strings.Fields(strings.TrimPrefix(command.CommandPath(), "nianbao"))
			code, help, complaint := speak(language, append(args, "--help")...)
			if code != exitDone || complaint != "" {
				t.Errorf("%v: exit %d, %s", args, code, complaint)
			}
			command.Flags().VisitAll(func(f *pflag.Flag) {
				_, about := pflag.UnquoteUsage(f)
				if !strings.Contains(help, "--"+f.Name) || about == "" || !strings.Contains(help, about) {
					t.Errorf("%s %v does not tell of --%s", language, args, f.Name)
				}
			})
			if _, same, _ := speak(language, append([]string{"help"}, args...)...); same != help {
				t.Errorf("help %v differs from %v --help", args, args)
			}
			if _, short, _ := speak(language, append(args, "-h")...); short != help {
				t.Errorf("%v -h differs", args)
			}
		}
		_, help, _ := speak(language, "--help")
		for _, command := range root.Commands() {
			if !strings.Contains(help, command.Use) || !strings.Contains(help, command.Short) {
				t.Errorf("%s: the help lacks %s", language, command.Name())
			}
		}
	}
	_, zh, _ := speak(form.Chinese, "export", "--help")
	_, en, _ := speak(form.English, "export", "--help")
	if strings.Contains(en, "选项") || !strings.Contains(zh, "选项") || strings.Contains(zh, "default") {
		t.Error("the languages are mixed")
	}
}

func TestAnUnknownCommandOrFlagSuggestsTheNearest(t *testing.T) {
	for _, c := range []struct{ call, want string }{
		{"improt", "import"}, {"improt --to x", "import"}, {"--db x.duckdb exprt", "export"}, {"help chekc", "check"}, {"query --fromat csv x", "--format"},
		{"export --roll_up", "--roll-up"}, {"-db x", "--db"}, {"query --format cvs x", "csv"}, {"query --format", "--format"}, {"check --format=", "table"},
		{"export --compare=perhaps", "perhaps"}, {"version 1", "1"}, {"sample", "文件夹"}, {"import", "文件"}, {"--", ""},
	} {
		opened := false
		var stderr bytes.Buffer
		command := Command{Ctx: context.Background(), Out: &stderr, ErrOut: &stderr, OpenWindow: func(context.Context, string) error { opened = true; return nil }}
		code := command.Run(strings.Fields(c.call))
		if c.call == "--" {
			if code != exitDone || !opened {
				t.Errorf("no arguments behind -- do not open the window: %d", code)
			}
			continue
		}
		if code != exitUsage || opened || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("%s: exit %d, %s", c.call, code, stderr.String())
		}
	}
}

func TestTheWindowOpensTheDatabaseOfTheCommandLine(t *testing.T) {
	for _, args := range [][]string{{"--db", "x.duckdb"}, {"--db=x.duckdb"}} {
		path := ""
		c := Command{Ctx: context.Background(), Out: &bytes.Buffer{}, ErrOut: &bytes.Buffer{}, OpenWindow: func(_ context.Context, p string) error { path = p; return nil }}
		if code := c.Run(args); code != exitDone || path != "x.duckdb" {
			t.Errorf("%v: exit %d, opened %q", args, code, path)
		}
	}
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	path := ""
	c := Command{Ctx: context.Background(), Out: &bytes.Buffer{}, ErrOut: &bytes.Buffer{}, OpenWindow: func(_ context.Context, p string) error { path = p; return nil }}
	if code := c.Run(nil); code != exitDone || path == "" {
		t.Errorf("without arguments: exit %d, opened %q", code, path)
	}
}

func TestStartingByDoubleClickOnWindowsOpensTheWindow(t *testing.T) {
	if cobra.MousetrapHelpText != "" {
		t.Errorf("cobra stops a program that Explorer starts with %q", cobra.MousetrapHelpText)
	}
}

func TestNoMessageOfDuckDBOrGoReachesTheUser(t *testing.T) {
	db := sampleDatabase(t)
	for _, args := range [][]string{
		{"query", "--db", db, "SELECT unti FROM reports"}, {"query", "--db", db, "SELECT * FROM report"}, {"query", "--db", db, "SELECT error('some thing went wrong')"},
		{"export", "--db", db, "--to", t.TempDir() + "/none/a.csv"}, {"check", "--db", t.TempDir()},
		{"sample", db}, {"query", "--db", "/dev/null/x", "SELECT 1"}, {"query", "--db", "a?b", "SELECT 1"},
	} {
		code, _, complaint := call(args...)
		if code != exitFailed || complaint == "" {
			t.Errorf("%v: exit %d, %q", args, code, complaint)
		}
		for _, foreign := range []string{"Error", "error", "open ", "no such", "write ", "not a directory", "LINE"} {
			if strings.Contains(complaint, foreign) {
				t.Errorf("%v: %s", args, complaint)
			}
		}
	}
}
