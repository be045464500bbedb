package read

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// mustRead reads a file that must be readable.
func mustRead(t testing.TB, content []byte) []Sheet {
	t.Helper()
	sheets, err := Sheets("test", content, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

// failure reads a damaged file and returns the error.
func failure(t testing.TB, content []byte) *ReadError {
	t.Helper()
	sheets, err := Sheets("test", content, Options{})
	var re *ReadError
	if !errors.As(err, &re) {
		t.Fatalf("read %d sheets with error %v, want a ReadError", len(sheets), err)
	}
	if sheets != nil {
		t.Fatalf("%d sheets beside the error %v", len(sheets), err)
	}
	return re
}

// dump writes sheets as text: one line for each row, covered cells in square brackets,
// and the whole text of a partly struck-out cell in round brackets.
func dump(sheets []Sheet) string {
	var b strings.Builder
	for _, s := range sheets {
		fmt.Fprintf(&b, "# %s", s.Name)
		if s.Hidden {
			b.WriteString(" (hidden)")
		}
		b.WriteByte('\n')
		for _, r := range s.Rows {
			b.WriteString(dumpRow(r))
		}
	}
	return b.String()
}

func dumpRow(r Row) string {
	texts := make([]string, len(r.Cells))
	for j, c := range r.Cells {
		texts[j] = strings.ReplaceAll(c.Text, "\n", "⏎")
		switch c.Kind {
		case NumberCell:
			texts[j] = "=" + texts[j]
		case noValueFormula:
			texts[j] = "formula " + texts[j]
		case errorCell:
			texts[j] = "error " + texts[j]
		}
		if c.Look != nil {
			texts[j] += " (" + strings.ReplaceAll(c.Raw(), "\n", "⏎") + ")"
		}
		if c.Covered {
			texts[j] = "[" + texts[j] + "]"
		}
	}
	mark := ""
	if r.Hidden {
		mark += "h"
	}
	if r.Paragraph {
		mark += "p"
	}
	if r.Table > 0 {
		mark += fmt.Sprintf("t%d.", r.Table)
	}
	return fmt.Sprintf("%s%d: %s\n", mark, r.Number, strings.Join(texts, " | "))
}

// want compares a dump with what is expected, ignoring indentation.
func want(t testing.TB, sheets []Sheet, expected string) {
	t.Helper()
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(expected), "\n") {
		lines = append(lines, strings.TrimLeft(line, "\t"))
	}
	if got := strings.TrimSpace(dump(sheets)); got != strings.Join(lines, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(lines, "\n"))
	}
}

// holdsWhenDamaged cuts a file short at every position and flips bits all over it. The
// reader must return an error or exactly the content of the undamaged file.
func holdsWhenDamaged(t *testing.T, content []byte) {
	t.Helper()
	sound := mustRead(t, content)
	check := func(broken []byte, how string) {
		sheets, err := Sheets("broken", broken, Options{})
		if err == nil && !reflect.DeepEqual(sheets, sound) {
			t.Fatalf("%s: other cells and no error", how)
		}
	}
	step := max(1, len(content)/400)
	for n := 0; n < len(content); n += step {
		check(content[:n], fmt.Sprintf("cut at %d of %d", n, len(content)))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 1500 {
		broken := bytes.Clone(content)
		at, bit := random.IntN(len(broken)), random.IntN(8)
		broken[at] ^= 1 << bit
		check(broken, fmt.Sprintf("bit %d of byte %d flipped", bit, at))
	}
}

// hasWords reports whether an error is a ReadError that Explain explains.
func hasWords(err error) bool {
	var re *ReadError
	return errors.As(err, &re) && re.Explain("zh") != "" && re.Explain("en") != ""
}
