package cli

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/pflag"

	"nianbao/data"
	"nianbao/ui/words"
)

// outputFormat is the format in which rows are printed.
type outputFormat string

const (
	tableFormat outputFormat = "table"
	csvFormat   outputFormat = "csv"
	jsonFormat  outputFormat = "json"
)

// formatFlag adds the flag --format.
func (c *Command) formatFlag(flags *pflag.FlagSet, into *string) {
	*into = string(tableFormat)
	c.one(flags, into, choice{"format", words.FlagFormat, []string{string(tableFormat), string(csvFormat), string(jsonFormat)}})
}

// print runs a statement and prints its result.
func (c *Command) print(store *data.Store, statement string, format outputFormat) error {
	answer, err := store.SQL(c.Ctx, statement, data.Limits{Rows: mostRows})
	if err != nil {
		return err
	}
	if answer.IsCut {
		c.remark(words.OutputCut, mostRows)
	}
	return format.write(c.Out, answer)
}

// mostRows bounds what a statement can print.
const mostRows = 200_000

func (f outputFormat) write(out io.Writer, answer *data.SQLResult) error {
	w := bufio.NewWriter(out)
	var err error
	switch f {
	case csvFormat:
		err = writeCSV(w, answer)
	case jsonFormat:
		err = writeJSON(w, answer)
	default:
		err = writeTable(w, answer)
	}
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return w.Flush()
}

// writeTable aligns columns by the width a terminal gives Chinese characters.
func writeTable(w *bufio.Writer, answer *data.SQLResult) error {
	widths := make([]int, len(answer.Columns))
	for i, c := range answer.Columns {
		widths[i] = runewidth.StringWidth(c.Name)
	}
	for _, row := range answer.Rows {
		for i, v := range row {
			widths[i] = max(widths[i], runewidth.StringWidth(inLine(v)))
		}
	}
	cells := make([]string, len(answer.Columns))
	line := func(text func(int) string) {
		for i, c := range answer.Columns {
			if c.IsNumeric {
				cells[i] = runewidth.FillLeft(text(i), widths[i])
			} else {
				cells[i] = runewidth.FillRight(text(i), widths[i])
			}
		}
		w.WriteString(strings.TrimRight(strings.Join(cells, "  "), " ") + "\n")
	}
	line(func(i int) string { return answer.Columns[i].Name })
	for _, row := range answer.Rows {
		line(func(i int) string { return inLine(row[i]) })
	}
	return nil
}

// inLine returns a value without line breaks, NULL as nothing.
func inLine(v sql.NullString) string {
	return strings.NewReplacer("\n", "⏎", "\r", "", "\t", " ").Replace(v.String)
}

func writeCSV(w *bufio.Writer, answer *data.SQLResult) error {
	out := csv.NewWriter(w)
	record := make([]string, len(answer.Columns))
	for i, c := range answer.Columns {
		record[i] = c.Name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, row := range answer.Rows {
		for i, v := range row {
			record[i] = v.String
			if !answer.Columns[i].IsNumeric {
				record[i] = escapeUnlessNumber(v.String)
			}
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// escapeUnlessNumber keeps a spreadsheet from reading text as a formula by putting an apostrophe
// before it. Unlike in a table of reports, text may be a number here, such as -5, which stays.
func escapeUnlessNumber(text string) string {
	if len(text) < 2 || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return text
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return text
	}
	return "'" + text
}

// writeJSON writes an array with one object a row, in the columns' order.
func writeJSON(w *bufio.Writer, answer *data.SQLResult) error {
	w.WriteString("[")
	for r, row := range answer.Rows {
		if r > 0 {
			w.WriteString(",")
		}
		w.WriteString("\n  {")
		for i, v := range row {
			if i > 0 {
				w.WriteString(", ")
			}
			if err := writePair(w, answer.Columns[i], v); err != nil {
				return err
			}
		}
		w.WriteString("}")
	}
	w.WriteString("\n]\n")
	return nil
}

func writePair(w *bufio.Writer, c data.SQLColumn, v sql.NullString) error {
	name, err := plainJSON(c.Name)
	if err != nil {
		return err
	}
	w.Write(name)
	w.WriteString(": ")
	switch {
	case !v.Valid:
		w.WriteString("null")
	case c.IsNumeric && json.Valid([]byte(v.String)): // not so for inf and nan
		w.WriteString(v.String)
	default:
		text, err := plainJSON(v.String)
		if err != nil {
			return err
		}
		w.Write(text)
	}
	return nil
}

// plainJSON quotes text without escaping < and &, which is only for web pages.
func plainJSON(text string) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(text)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
