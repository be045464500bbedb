package importer

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// folderOf writes reports as workbooks into a new folder.
func folderOf(t testing.TB, reports []form.Report) string {
	t.Helper()
	dir := t.TempDir()
	for i := range reports {
		writeForm(t, filepath.Join(dir, fmt.Sprintf("%02d %s？%%#%d.xlsx", i, reports[i].Unit, reports[i].Year)), reports[i])
	}
	return dir
}

func writeForm(t testing.TB, path string, r form.Report) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := workbook.WriteForm(f, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
}

func putFile(t testing.TB, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderIsImportedInOrderDespiteBadFiles(t *testing.T) {
	reports := realReports(t)
	dir := folderOf(t, reports)
	putFile(t, filepath.Join(dir, "00 坏.xlsx"), "PK\x03\x04 this is no workbook")
	putFile(t, filepath.Join(dir, "01 空.xlsx"), "")
	putFile(t, filepath.Join(dir, "~$00 瀛海镇.xlsx"), "lock")
	putFile(t, filepath.Join(dir, ".DS_Store"), "x")
	for i := range 100 {
		putFile(t, filepath.Join(dir, "图片", fmt.Sprintf("%d.jpg", i)), "x")
	}
	putFile(t, filepath.Join(dir, "会议.mp4"), "x")
	var saved []form.Report
	var steps []string
	results, err := Run(context.Background(), []string{dir, filepath.Join(dir, "没有.xlsx")}, Options{
		Save: func(_ context.Context, r form.Report) error { saved = append(saved, r); return nil },
		Progress: func(done, total int, current string) {
			steps = append(steps, fmt.Sprint(done, "/", total, " ", filepath.Base(current)))
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(saved) != len(reports) {
		t.Fatalf("%d saved, want %d", len(saved), len(reports))
	}
	var failed, skipped int
	last := ""
	for _, r := range results {
		switch {
		case r.Skipped > 0:
			skipped += r.Skipped
			continue
		case r.Err != nil:
			failed++
			for _, lang := range form.Languages() {
				if text := explain(r.Err, lang); text == "" && !errors.Is(r.Err, fs.ErrNotExist) || strings.Contains(text, "\n") {
					t.Errorf("%s: no line: %q", r.File, text)
				}
			}
		case !r.Saved || r.Figures == 0:
			t.Errorf("%s: %+v", r.File, r)
		}
		if filepath.Base(r.File) < last && r.Err == nil {
			t.Errorf("%s after %s", r.File, last)
		}
		last = filepath.Base(r.File)
	}
	if failed != 4 || skipped != 1 { // the pictures share one line
		t.Errorf("%d failed, %d skipped, want 4 and 1", failed, skipped)
	}
	if last := steps[len(steps)-1]; last != fmt.Sprint(len(steps)-1, "/", len(steps)-1, " .") && !strings.HasPrefix(last, fmt.Sprint(len(steps)-1)) {
		t.Errorf("progress ends with %s", last)
	}
	if !errors.Is(results[len(results)-1].Err, fs.ErrNotExist) {
		t.Errorf("the missing file: %v", results[len(results)-1].Err)
	}
	for _, r := range saved {
		if len(r.Hash) != 64 || r.File == "" {
			t.Errorf("%s: hash %q, file %q", r.Unit, r.Hash, r.File)
		}
	}
}

func TestCancellingStopsAndKeepsWhatWasSaved(t *testing.T) {
	dir := folderOf(t, realReports(t))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	saved := 0
	results, err := Run(ctx, []string{dir}, Options{Save: func(context.Context, form.Report) error {
		if saved++; saved == 3 {
			cancel()
		}
		return nil
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if saved != 3 || len(results) != 3 {
		t.Errorf("%d saved, %d results after the third was cancelled", saved, len(results))
	}
}

func TestAReportThatCannotBeSavedDoesNotAffectOthers(t *testing.T) {
	dir := folderOf(t, realReports(t))
	full := errors.New("the disk is full")
	n := 0
	results, err := Run(context.Background(), []string{dir}, Options{Save: func(context.Context, form.Report) error {
		if n++; n == 2 {
			return full
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range results {
		if (i == 1) != errors.Is(r.Err, full) {
			t.Errorf("result %d: %v", i, r.Err)
		}
	}
}

func TestAnAnswerSettlesWhatTheFileLeavesOpen(t *testing.T) {
	r := realReports(t)[0]
	agency, year := r.Agency, r.Year
	r.Agency, r.Region, r.Unit, r.Year = "", "", "", 0
	path := filepath.Join(t.TempDir(), "report.xlsx")
	writeForm(t, path, r)
	results, err := Run(context.Background(), []string{path}, Options{})
	var unsettled *UnsettledError
	if err != nil || len(results) != 1 || !errors.As(results[0].Err, &unsettled) || len(unsettled.Questions) != 2 {
		t.Fatalf("%v, %+v", err, results)
	}
	results, err = Run(context.Background(), []string{path}, Options{Corrections: []Correction{{File: path, Unit: agency, Year: year}}})
	if err != nil || len(results) != 1 || results[0].Err != nil || results[0].Report.Year != year || results[0].Report.Unit != "瀛海镇" {
		t.Fatalf("%v, %+v", err, results)
	}
}

func TestPastedCellsAreReadLikeAFile(t *testing.T) {
	for _, want := range realReports(t) {
		s := canvasOf(&want).unmerge(false).sheet()
		var b strings.Builder
		for _, r := range s.Rows {
			for j, c := range r.Cells {
				if j > 0 {
					b.WriteByte('\t')
				}
				b.WriteString(strings.ReplaceAll(c.Text, "\n", ""))
			}
			b.WriteByte('\n')
		}
		results, err := ReadPaste(context.Background(), b.String(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		mustBe(t, &want, results)
	}
}

func TestAnEmptyPasteIsAnError(t *testing.T) {
	results, err := ReadPaste(context.Background(), " \n", Options{})
	if err != nil || len(results) != 1 || results[0].Err == nil {
		t.Errorf("%v, %+v", err, results)
	}
}

func BenchmarkRunFolder(b *testing.B) {
	dir := b.TempDir()
	reports := realReports(b)
	const files = 200
	for i := range files {
		writeForm(b, filepath.Join(dir, fmt.Sprint(i, ".xlsx")), reports[i%len(reports)])
	}
	for b.Loop() {
		if _, err := Run(context.Background(), []string{dir}, Options{Save: func(context.Context, form.Report) error { return nil }}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*files/b.Elapsed().Seconds(), "files/s")
}
