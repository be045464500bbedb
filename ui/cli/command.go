package cli

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// Version is the program's own; FyneApp.toml says the same.
const Version = "0.1.0"

// Command is one call of the program.
type Command struct {
	Ctx      context.Context
	Out      io.Writer
	ErrOut   io.Writer
	Language form.Language
	db       string // path of the database, "" for the application's own
	format   outputFormat
	password string

	OpenWindow func(ctx context.Context, path string) error // the window stands above this package
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

// parse reads the flags of a command and returns the other arguments. Flags
// may stand before, between and behind them.
func (c *Command) parse(name string, args []string, more func(*flag.FlagSet)) ([]string, error) {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&c.db, "db", "", "database file")
	if more != nil {
		more(flags)
	}
	var rest []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, fmt.Errorf("%w: %s: %v", errUsage, name, err)
		}
		parsed := len(args) - flags.NArg()
		if parsed > 0 && args[parsed-1] == "--" || flags.NArg() == 0 {
			return append(rest, flags.Args()...), nil
		}
		rest = append(rest, flags.Arg(0))
		args = flags.Args()[1:]
	}
}

func (c *Command) formatFlag(flags *flag.FlagSet) {
	c.format = tableFormat
	flags.Var(&c.format, "format", "table, csv or json")
}

// open opens the database that --db names, or the application's own.
func (c *Command) open() (*data.Store, error) {
	path, err := c.path()
	if err != nil {
		return nil, err
	}
	return data.Open(c.Ctx, path, data.Options{})
}

func (c *Command) path() (string, error) {
	if c.db != "" {
		return c.db, nil
	}
	return data.DefaultPath()
}

// withStore opens the database for one job.
func (c *Command) withStore(do func(*data.Store) error) error {
	store, err := c.open()
	if err != nil {
		return err
	}
	err = do(store)
	if closing := store.Close(); err == nil {
		err = closing
	}
	return err
}

// mostRows bounds what a statement on the command line can print.
const mostRows = 200_000

func (c Command) query(args []string) error {
	rest, err := c.parse("query", args, c.formatFlag)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return fmt.Errorf("%w: query takes one SQL statement, in quotes", errUsage)
	}
	return c.withStore(func(store *data.Store) error {
		_, err := c.print(store, rest[0])
		return err
	})
}

// print runs a statement and writes its answer in the chosen format.
func (c Command) print(store *data.Store, statement string) (*data.Answer, error) {
	answer, err := store.SQL(c.Ctx, statement, data.Limits{Rows: mostRows})
	if err != nil {
		return nil, err
	}
	if answer.IsCut {
		fmt.Fprintf(c.ErrOut, c.Language.Say(form.Both("只输出前 %d 行；请用 WHERE 或 LIMIT 缩小范围\n", "only the first %d rows are printed; narrow them with WHERE or LIMIT\n")), mostRows)
	}
	return answer, c.format.write(c.Out, answer)
}

func (c Command) check(args []string) error {
	rest, err := c.parse("check", args, c.formatFlag)
	if err != nil {
		return err
	}
	if len(rest) != 0 {
		return fmt.Errorf("%w: check takes no argument but --db and --format", errUsage)
	}
	return c.withStore(func(store *data.Store) error {
		if err := c.checkAnew(store); err != nil {
			return err
		}
		if _, err := c.print(store, `SELECT unit, year, severity, rule, table_id, item_id, column_id, left_value, right_value, difference, verdict, message
			FROM findings ORDER BY unit, year, CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, rule, item_id, column_id`); err != nil {
			return err
		}
		errors, err := store.SQL(c.Ctx, `SELECT 1 FROM findings WHERE severity = 'error'`, data.Limits{Rows: 1})
		if err == nil && len(errors.Rows) > 0 {
			err = errTold
		}
		return err
	})
}

// checkAnew makes the findings anew where they were made with other rules than this program's.
func (c Command) checkAnew(store *data.Store) error {
	outdated, err := store.Outdated(c.Ctx)
	if err != nil || !outdated {
		return err
	}
	return store.Recheck(c.Ctx, c.rechecked)
}

// rechecked tells how far a check with new rules is.
func (c Command) rechecked(done, total int) {
	fmt.Fprintf(c.ErrOut, c.Language.Say(form.Both("规则有更新，重新核对 %d / %d\n", "the rules have changed: checked %d of %d again\n")), done, total)
}

func (c Command) sample(args []string) error {
	if len(args) != 1 || strings.HasPrefix(args[0], "-") {
		return fmt.Errorf("%w: sample takes one folder", errUsage)
	}
	paths, err := workbook.WriteSamples(args[0])
	if err != nil {
		return err
	}
	fmt.Fprintf(c.Out, c.Language.Say(form.Both("已写出 %d 份示例报告：%s\n", "wrote %d sample reports: %s\n")), len(paths), args[0])
	return nil
}

func (c Command) version(args []string) error {
	if _, err := c.parse("version", args, nil); err != nil {
		return err
	}
	engine, err := data.DuckDBVersion(c.Ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.Out, "nianbao %s\nDuckDB %s\nschema %d\n", Version, engine, data.SchemaVersion())
	return nil
}
