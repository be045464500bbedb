package importer

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Other programs' readers, measured in the same run as ours for the ratio: they read one
// workbook again and again, rows and merges, and print files/s.
const (
	sheetJS = `const XLSX = require('xlsx'), fs = require('fs'); const b = fs.readFileSync(process.argv[1]), n = +process.argv[2];
const t = process.hrtime.bigint(); let cells = 0;
for (let i = 0; i < n; i++) { const w = XLSX.read(b); for (const s of w.SheetNames) cells += XLSX.utils.sheet_to_json(w.Sheets[s], {header: 1}).length; }
if (!cells) throw new Error('nothing read'); console.log(n / (Number(process.hrtime.bigint() - t) / 1e9));`
	openpyxl = `import io, sys, time, openpyxl
b, n = open(sys.argv[1], 'rb').read(), int(sys.argv[2]); t = time.perf_counter(); cells = 0
for _ in range(n):
    for s in openpyxl.load_workbook(io.BytesIO(b)).worksheets: cells += sum(len(r) for r in s.iter_rows(values_only=True)) + len(s.merged_cells.ranges)
assert cells; print(n / (time.perf_counter() - t))`
)

// BenchmarkReadOfficialFormElsewhere reads the official form with SheetJS and
// openpyxl where they are installed (npm install xlsx, python3-openpyxl).
func BenchmarkReadOfficialFormElsewhere(b *testing.B) {
	path := filepath.Join(b.TempDir(), "form.xlsx")
	if err := os.WriteFile(path, sampleForm(b), 0o644); err != nil {
		b.Fatal(err)
	}
	for _, other := range []struct {
		name    string
		command []string
		rounds  int
	}{
		{"SheetJS", []string{"node", "-e", sheetJS}, 300},
		{"openpyxl", []string{"/usr/bin/python3", "-c", openpyxl}, 40},
	} {
		b.Run(other.name, func(b *testing.B) {
			var rate float64
			for range b.N {
				var said bytes.Buffer
				cmd := exec.Command(other.command[0], append(other.command[1:], path, strconv.Itoa(other.rounds))...)
				cmd.Stderr = &said
				out, err := cmd.Output()
				if err != nil {
					b.Skipf("%s is not installed: %s", other.name, said.String())
				}
				if rate, err = strconv.ParseFloat(strings.TrimSpace(string(out)), 64); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(rate, "files/s")
		})
	}
}
