package workbook

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/data/form"
)

// TextEncoding is the encoding of a text file.
type TextEncoding int

// The encodings.
const (
	UTF8    TextEncoding = iota // with a byte order mark, which Excel needs
	GB18030                     // expected by older Chinese programs
)

// WriteTableTSV writes a table as text that pastes into a spreadsheet as cells:
// UTF-8, with tabs between cells and line feeds between rows.
func WriteTableTSV(w io.Writer, t Table) error {
	out, first := bufio.NewWriter(w), true
	err := t.records(func(record []string) error {
		if !first {
			out.WriteByte('\n')
		}
		first = false
		for i, text := range record {
			if i > 0 {
				out.WriteByte('\t')
			}
			out.WriteString(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " "))
		}
		return nil
	})
	if err == nil {
		err = out.Flush() // keeps the first error
	}
	if err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	return nil
}

// WriteTableCSV writes a table as text: one line of headings, the rows, the
// total. Notes are left out.
func WriteTableCSV(w io.Writer, t Table, as TextEncoding) error {
	buffered := bufio.NewWriter(w)
	var target io.Writer = buffered
	if as == GB18030 {
		encoded := encoding.ReplaceUnsupported(simplifiedchinese.GB18030.NewEncoder()).Writer(buffered)
		target = encoded
	} else if _, err := buffered.WriteString("\ufeff"); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	out := csv.NewWriter(target)
	out.UseCRLF = true
	if err := t.records(out.Write); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	return nil
}

func (t *Table) records(write func([]string) error) error {
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = escapeFormula(c.fullName())
	}
	if err := write(record); err != nil {
		return err
	}
	cells := func(row []TableCell) error {
		for i := range record {
			record[i] = row[i].plain()
		}
		return write(record)
	}
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		if err := cells(row); err != nil {
			return err
		}
	}
	if t.Total == nil {
		return nil
	}
	return cells(t.Total)
}

// plain returns the cell as written to a text file: numbers are not grouped.
func (c TableCell) plain() string {
	switch c.Kind {
	case NumberCell, DifferenceCell, NameCell:
		return c.Number.String()
	case ShareCell:
		return strconv.FormatFloat(math.Round(c.Share*1000+1e-9)/10, 'f', 1, 64) + "%"
	case PercentCell:
		return oneDecimal(c.Number) + "%"
	case PointsCell:
		return oneDecimal(c.Number)
	case FloatCell:
		return c.Text
	case TextCell:
		return escapeFormula(c.Text)
	}
	return ""
}

func oneDecimal(n form.Number) string {
	return strconv.FormatFloat(math.Round(n.Float()*10)/10+0, 'f', 1, 64)
}

// escapeFormula keeps a spreadsheet from interpreting text as a formula by putting
// an apostrophe before it.
func escapeFormula(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(text)[0]) {
		return text
	}
	return "'" + text
}
