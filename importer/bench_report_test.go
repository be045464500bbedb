package importer

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkReportOfOfficialForm makes a report from a file in the official form: first
// from its sheets alone, then from the bytes.
func BenchmarkReportOfOfficialForm(b *testing.B) {
	content := sampleForm(b)
	path := filepath.Join(b.TempDir(), "report.xlsx")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		b.Fatal(err)
	}
	u := newInterpreter(&Options{})
	whole := func(r Result) {
		if r.Err != nil || r.Figures < 198 {
			b.Fatal(r.Figures, r.Err)
		}
	}
	b.Run("understanding", func(b *testing.B) {
		sheets := sheetsOf(b, content)
		src := source{path: path, clues: fileClues(path)}
		b.ReportAllocs()
		for b.Loop() {
			u.sheets(src, sheets, whole)
		}
	})
	b.Run("file", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			u.file(path, path, whole)
		}
	})
}
