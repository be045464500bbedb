package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

func (c *Command) rebuildCommand() *cobra.Command {
	from, to, password := "", "", ""
	command := c.command(words.CommandRebuild, words.AboutRebuild, func([]string) error {
		switch {
		case from == "":
			return c.wrong(words.UsageNoFrom)
		case to == "":
			return c.wrong(words.UsageNoTo)
		case c.db != "":
			return c.wrong(words.UsageExclude, "db", "from")
		}
		err := c.rebuild(from, to, password)
		if errors.Is(err, data.ErrNotADatabase) {
			c.remark(words.OutputRemarks, from, present.Explain(err, c.Language).Text)
			return errReported
		}
		return c.nothingWritten(err)
	})
	command.Long = c.say(words.MoreRebuild)
	c.text(command.Flags(), &from, "from", words.FlagFrom)
	c.text(command.Flags(), &to, "to", words.FlagRebuildTo)
	c.text(command.Flags(), &password, "password", words.FlagPassword)
	return command
}

func (c *Command) rebuild(from, to, password string) error {
	if info, err := os.Stat(from); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return &fs.PathError{Op: "open", Path: from, Err: data.ErrNotADatabase}
	}
	if err := c.checkNew(to, from); err != nil {
		return err
	}
	r, err := data.Rebuild(c.Ctx, from, to, data.RebuildOptions{Read: present.Rereader(password)})
	if err != nil {
		return err
	}
	for _, m := range r.Missing {
		said := words.OutputMissing
		if !m.InForce {
			said = words.OutputMissingOld
		}
		c.tell(said, m.Body.Region+m.Body.Unit, m.Year, m.File, c.explain(m.Err))
	}
	for _, d := range r.Differences {
		c.tell(words.OutputDiffers, c.differing(d), d.Before, d.After)
	}
	if n := r.Different - len(r.Differences); n > 0 {
		c.tell(words.OutputMoreDiffer, n)
	}
	if r.Samples > 0 {
		c.tell(words.OutputNoSamples, r.Samples)
	}
	result := c.say(words.OutputAllEqual)
	if len(r.Missing)+r.Different > 0 {
		result = c.say(words.OutputNotEqual, len(r.Missing), r.Different)
	}
	c.tell(words.OutputRebuilt, r.Reports, r.Revisions, r.Figures, result, to)
	if len(r.Missing)+r.Different > 0 {
		return errReported
	}
	return nil
}

// checkNew makes sure that a new file may be written to a path, which must not be
// one that belongs to the database.
func (c *Command) checkNew(path, database string) error {
	err := present.CheckNew(path, database, database+".wal")
	if err == nil || errors.Is(err, present.ErrNoSuchPlace) {
		return err
	}
	return usageError(c.explain(err))
}

// nothingWritten says that a cancelled command wrote no file.
func (c *Command) nothingWritten(err error) error {
	if !errors.Is(err, context.Canceled) {
		return err
	}
	c.remark(words.OutputNothing)
	return errReported
}

// differing describes one difference.
func (c *Command) differing(d data.Differs) string {
	what := d.What
	switch d.Kind {
	case data.FigureDiffers:
		what = d.Key.String()
	case data.SumDiffers:
		what = c.say(words.OutputSums)
	case data.FindingDiffers:
		what += " " + d.Key.String()
	case data.RecordDiffers:
		return c.say(words.OutputRecords, d.What)
	}
	return fmt.Sprintf("%s%s\t%d\t%s", d.Body.Region, d.Body.Unit, d.Year, what)
}
