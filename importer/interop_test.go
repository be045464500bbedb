package importer

import (
	"flag"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var (
	interop = flag.Bool("interop", false, "convert the form with LibreOffice and read what it writes")
	keep    = flag.Bool("keep-products", false, "with -interop: keep the products in read/testdata/readers")
)

// conversions are the formats in which LibreOffice writes the form; each from the one
// before it or from the form itself.
var conversions = []struct{ from, to, filter string }{
	{"form.xlsx", "lo/form.xlsx", "xlsx:Calc MS Excel 2007 XML"},
	{"form.xlsx", "form.xls", "xls:MS Excel 97"},
	{"form.xlsx", "form.ods", "ods"},
	{"form.xlsx", "form.html", "html:HTML (StarCalc)"},
	{"form.xlsx", "form.csv", "csv:Text - txt - csv (StarCalc):44,34,76,1"},
	{"form.html", "form.docx", "docx:MS Word 2007 XML"},
}

// sampleForm writes the first of the program's samples as a form.
func sampleForm(t testing.TB) []byte {
	t.Helper()
	paths, err := workbook.WriteSamples(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestTheFormConvertedByLibreOfficeReadsTheSame(t *testing.T) {
	if !*interop {
		t.Skip("needs LibreOffice; make interop runs it")
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "form.xlsx"), sampleForm(t), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range conversions {
		target := filepath.Join(folder, c.to)
		convert(t, filepath.Join(folder, c.from), target, c.filter)
		content, err := os.ReadFile(target)
		if err != nil {
			t.Fatal(err)
		}
		sameForm(t, c.to, content)
		if *keep && len(content) < 60<<10 {
			name := filepath.Join("read", "testdata", "readers", "lo_"+strings.ReplaceAll(c.to, "lo/", ""))
			if err := os.WriteFile(name, content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// convert lets LibreOffice write a file in another format.
func convert(t *testing.T, from, to, filter string) {
	t.Helper()
	out := t.TempDir()
	command := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+filepath.Join(os.TempDir(), "nianbao-interop"), "--convert-to", filter, "--outdir", out, from)
	if message, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, message)
	}
	extension, _, _ := strings.Cut(filter, ":")
	made := filepath.Join(out, strings.TrimSuffix(filepath.Base(from), filepath.Ext(from))+"."+extension)
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(made, to); err != nil {
		t.Fatal(err)
	}
}

func TestKeptFilesOfTheFormReadTheSame(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("read", "testdata", "readers", "lo_*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no kept files: %v", err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sameForm(t, name, content)
	}
}

// sheetsOf reads a file that must be readable.
func sheetsOf(t testing.TB, content []byte) []read.Sheet {
	t.Helper()
	sheets, err := read.Sheets("test", content, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

// sameForm compares the cells of a form in some format with those of the workbook that
// the program writes: the same texts in the same order in each row, and the same merges
// if the format has them.
func sameForm(t *testing.T, name string, content []byte) {
	t.Helper()
	sheets, err := read.Sheets(name, content, read.Options{})
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	original := rowTexts(sheetsOf(t, sampleForm(t))[0])
	got := rowTexts(sheets[0])
	if len(got) != len(original) {
		t.Errorf("%s: %d rows, want %d\n%s", name, len(got), len(original), strings.Join(got, "\n"))
		return
	}
	for i := range got {
		if got[i] != original[i] {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got[i], original[i])
		}
	}
}

// rowTexts lists the rows that are not empty, one text for each cell that is not covered,
// numbers as they are stored.
func rowTexts(s read.Sheet) []string {
	var rows []string
	for _, r := range s.Rows {
		var texts []string
		for _, c := range r.Cells {
			if text := strings.Join(strings.Fields(c.Text), ""); text != "" && !c.Covered {
				texts = append(texts, text)
			}
		}
		if len(texts) > 0 {
			rows = append(rows, strings.Join(texts, " | "))
		}
	}
	return rows
}
