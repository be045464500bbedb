//go:build unix

package importer

import (
	"archive/zip"
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// bombs are files that need far more memory than they have bytes.
var bombs = map[string]func(io.Writer){
	// One cell in the last column of each row: a row of 16,384 cells for 40 bytes.
	"sparse": func(w io.Writer) {
		for row := range 500 {
			fmt.Fprintf(w, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, row+1, row+1)
		}
	},
	// As many cells as a sheet may have, most of them with labels of the form.
	"labels": func(w io.Writer) {
		for row := range 1 << 20 {
			fmt.Fprintf(w, `<row r="%d"><c t="s"><v>%d</v></c><c t="s"><v>1</v></c><c><v>7</v></c><c><v>8</v></c></row>`, row+1, row%2)
		}
	},
	"numbers": func(w io.Writer) {
		cells := strings.Repeat("<c><v>12</v></c>", 80)
		for range 100_000 {
			fmt.Fprintf(w, "<row>%s</row>", cells)
		}
	},
	// An empty part that inflates to the largest size that is read.
	"spaces": func(w io.Writer) {
		room := strings.Repeat(" ", 1<<20)
		for range 500 {
			io.WriteString(w, room)
		}
	},
	"texts": func(w io.Writer) {
		for row := range 120_000 {
			fmt.Fprintf(w, `<row><c t="inlineStr"><is><t>%s</t></is></c></row>`, strings.Repeat(string(rune('一'+row%20000)), 340))
		}
	},
}

// writeBomb writes a workbook whose one sheet has these rows.
func writeBomb(t *testing.T, path string, rows func(io.Writer)) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z := zip.NewWriter(file)
	for _, part := range []struct {
		name  string
		write func(io.Writer)
	}{
		{"_rels/.rels", func(w io.Writer) {
			io.WriteString(w, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
		}},
		{"xl/workbook.xml", func(w io.Writer) {
			io.WriteString(w, `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`)
		}},
		{"xl/_rels/workbook.xml.rels", func(w io.Writer) {
			io.WriteString(w, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`)
		}},
		{"xl/sharedStrings.xml", func(w io.Writer) {
			io.WriteString(w, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>行政处罚</t></si><si><t>本年处理决定数量</t></si></sst>`)
		}},
		{"xl/worksheets/sheet1.xml", func(w io.Writer) {
			b := bufio.NewWriter(w)
			io.WriteString(b, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
			rows(b)
			io.WriteString(b, `</sheetData></worksheet>`)
			if err := b.Flush(); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			t.Fatal(err)
		}
		part.write(w)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

// runInside names the variable that makes a test binary import a folder, so that its
// memory can be measured separately from that of the tests.
const runInside = "NIANBAO_TEST_FOLDER"

func TestHugeFilesTogetherUseLessThanAGigabyte(t *testing.T) {
	if folder := os.Getenv(runInside); folder != "" {
		importAndMeasure(t, folder)
		return
	}
	for name, rows := range bombs {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			writeBomb(t, filepath.Join(folder, "1.xlsx"), rows)
			if err := os.Link(filepath.Join(folder, "1.xlsx"), filepath.Join(folder, "2.xlsx")); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(os.Args[0], "-test.run", "^TestHugeFilesTogetherUseLessThanAGigabyte$", "-test.v")
			cmd.Env = append(os.Environ(), runInside+"="+folder)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			_, after, _ := strings.Cut(string(out), "peak ")
			megabytes, err := strconv.Atoi(strings.Fields(after + " 0")[0])
			if err != nil || megabytes == 0 || megabytes >= 1000 {
				t.Errorf("%d MB: %s", megabytes, out)
			}
			t.Logf("peak %s", strings.TrimSpace(after))
		})
	}
}

// importAndMeasure imports a folder of bombs and prints the peak of memory.
func importAndMeasure(t *testing.T, folder string) {
	start := time.Now()
	results, err := Run(context.Background(), []string{folder}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		t.Log(filepath.Base(r.File), explain(r.Err, "en"))
	}
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	fmt.Printf("peak %d MB, processor %.1f s, clock %.1f s\n", used.Maxrss>>10, time.Duration(used.Utime.Nano()+used.Stime.Nano()).Seconds(), time.Since(start).Seconds())
}
