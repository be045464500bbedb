package present

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/importer/workbook"
	"nianbao/ui/uitest"
)

// season is a database with everything that a rebuild must bring back, and the files it
// was imported from.
type season struct {
	t      *testing.T
	store  *data.Store
	folder string
}

// openSeason opens a copy of a season, which is made once.
func openSeason(t *testing.T) *data.Store {
	t.Helper()
	made.once.Do(func() {
		s := newSeason(t)
		if err := s.store.Close(); err != nil {
			t.Fatal(err)
		}
		folder := filepath.Dir(s.store.Path())
		made.files = map[string][]byte{}
		err := fs.WalkDir(os.DirFS(folder), ".", func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				made.files[path], err = os.ReadFile(filepath.Join(folder, path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	folder := t.TempDir()
	for path, content := range made.files {
		to := filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		uitest.Write(t, to, content)
	}
	return uitest.Store(t, filepath.Join(folder, seasonName))
}

var made struct {
	once  sync.Once
	files map[string][]byte
}

const seasonName = "原.duckdb"

// newSeason imports a folder of mixed formats, replaces files, undoes an import,
// answers questions, pastes a report and decides on findings.
func newSeason(t *testing.T) *season {
	t.Helper()
	s := &season{t, uitest.Store(t, filepath.Join(t.TempDir(), seasonName)), t.TempDir()}
	paths, err := workbook.WriteSamples(s.folder)
	if err != nil {
		t.Fatal(err)
	}
	uitest.Import(t, s.store, data.ImportOptions{Label: "第一批"}, s.folder)
	s.otherFormats()
	s.replace(paths)
	s.undone()
	s.corrected()
	s.decide()
	return s
}

// otherFormats imports the same form in other formats, each with the user's answer about
// its body.
func (s *season) otherFormats() {
	var answers []importer.Correction
	var paths []string
	for i, ending := range []string{"xls", "ods", "docx", "csv"} {
		path := filepath.Join(s.folder, "其他格式", "表."+ending)
		s.copy(filepath.Join("..", "..", "importer", "read", "testdata", "readers", "lo_form."+ending), path)
		paths = append(paths, path)
		answers = append(answers, importer.Correction{File: path, Region: "江南省临江区", Unit: fmt.Sprintf("第%d镇", i), Year: 2020})
	}
	s.take("其他格式", answers, paths...)

	content, err := os.ReadFile(paths[3])
	if err != nil {
		s.t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		s.t.Fatal(err)
	}
	var text, page strings.Builder
	page.WriteString("<html><body><h1>江南省临江区柳营镇人民政府2020年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>本年度收到申请16件，较上年有所增加。</p>")
	for i, row := range rows {
		text.WriteString(strings.ReplaceAll(strings.Join(row, "\t"), "\n", "") + "\n")
		switch i {
		case 0: // its own title
		case 1:
			page.WriteString("<h2>" + row[0] + "</h2><table>")
		default:
			page.WriteString("<tr><td>" + strings.Join(row, "</td><td>") + "</td></tr>")
		}
	}
	page.WriteString("</table><h2>五、存在的主要问题及改进情况</h2><p>主动公开的及时性有待提高，下一步将加强培训。</p></body></html>")
	path := filepath.Join(s.folder, "网页", "柳营镇2020.html")
	s.write(path, []byte(page.String()))
	s.take("网页", nil, path)
	s.run("粘贴", []importer.Correction{{File: importer.PasteName, Region: "江南省临江区", Unit: "石桥镇", Year: 2019}}, func(o importer.Options) ([]importer.Result, error) {
		return importer.ReadPaste(s.t.Context(), text.String(), o)
	})
	s.summary()
}

// summary imports one table of many units, whose year only the user knows.
func (s *season) summary() {
	var b bytes.Buffer
	b.WriteString("单位,本年新收政府信息公开申请数量,上年结转政府信息公开申请数量,予以公开,总计,结转下年度继续办理\n")
	for i := range 30 {
		fmt.Fprintf(&b, "临江区第%d街道,%d,%d,%d,%d,%d\n", i, 10+i, i%3, 8+i, 8+i, 2+i%3+i%7/6)
	}
	path := filepath.Join(s.folder, "汇总", "汇总表.csv")
	s.write(path, b.Bytes())
	s.take("汇总", []importer.Correction{{File: path, Year: 2021}}, path)
}

// replace imports other figures under the same name, and the text of a report alone.
func (s *season) replace(paths []string) {
	for _, path := range paths[:3] {
		s.rewrite(path, path, 1)
	}
	s.take("修订", nil, paths[:3]...)
	s.rewrite(paths[0], paths[0], 2)
	s.take("再修订", nil, paths[0])
}

// undone imports a revision and a new report, and takes both back.
func (s *season) undone() {
	paths, err := filepath.Glob(filepath.Join(s.folder, "*2023*.xlsx"))
	if err != nil || len(paths) < 2 {
		s.t.Fatal(paths, err)
	}
	again := filepath.Join(s.folder, "撤销", filepath.Base(paths[1]))
	s.rewrite(paths[1], again, 5)
	other := filepath.Join(s.folder, "撤销", "江南省临江区撤销镇2022年.csv")
	s.copy(filepath.Join("..", "..", "importer", "read", "testdata", "readers", "lo_form.csv"), other)
	id := s.take("要撤销的", []importer.Correction{{File: other, Region: "江南省临江区", Unit: "撤销镇", Year: 2020}}, again, other)
	if n, err := s.store.Undo(s.t.Context(), id); err != nil || n != 2 {
		s.t.Fatal(n, err)
	}
}

// corrected imports a report of another body under its own title, corrects it, and
// withdraws the report saved under the title.
func (s *season) corrected() {
	path := filepath.Join(s.folder, "更正", "a.csv")
	s.copy(filepath.Join("..", "..", "importer", "read", "testdata", "readers", "lo_form.csv"), path)
	results, saved := s.run("先错", []importer.Correction{{File: path, Unit: "错镇", Year: 2020}}, s.files(path))
	was := saved[0].ReportID
	imp, err := s.store.Begin(s.t.Context(), data.ImportOptions{Label: "后对"})
	if err != nil {
		s.t.Fatal(err)
	}
	var kept form.Report
	_, err = importer.Run(s.t.Context(), []string{path}, importer.Options{
		Corrections: []importer.Correction{{File: path, Region: "江南省临江区", Unit: "对镇", Year: 2020}}, Keep: imp.Keep,
		Save: func(ctx context.Context, r form.Report) error {
			kept = r
			_, err := imp.Save(ctx, r)
			return err
		},
	})
	said := results[0].Said
	said.Region, said.Unit, said.Year = kept.Region, kept.Unit, kept.Year
	if err := errors.Join(err, imp.Remember(s.t.Context(), []form.Correction{said}), imp.Withdraw(s.t.Context(), was), imp.Finish(s.t.Context())); err != nil {
		s.t.Fatal(err)
	}
}

func (s *season) decide() {
	found, err := s.store.Findings(s.t.Context(), data.FindingFilter{})
	if err != nil || len(found) < 4 {
		s.t.Fatal(len(found), err)
	}
	err = errors.Join(
		s.store.Decide(s.t.Context(), found[0], data.Ignored, "已核实，原件如此"),
		s.store.Decide(s.t.Context(), found[1], data.Confirmed, ""),
		s.store.Decide(s.t.Context(), found[len(found)-1], data.Pending, "待单位答复"),
		s.store.SaveView(s.t.Context(), data.SavedView{Name: "处罚", Query: data.Query{View: data.Enforcement}, Window: `{"a":1}`}))
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *season) files(paths ...string) func(importer.Options) ([]importer.Result, error) {
	return func(o importer.Options) ([]importer.Result, error) { return importer.Run(s.t.Context(), paths, o) }
}

// take imports files, of which each report must be saved, and returns the import's id.
func (s *season) take(label string, answers []importer.Correction, paths ...string) int64 {
	s.t.Helper()
	_, saved := s.run(label, answers, s.files(paths...))
	if len(saved) < len(paths) {
		s.t.Fatalf("%s: %d of %d files were saved", label, len(saved), len(paths))
	}
	list, err := s.store.Imports(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return list[0].ID
}

func (s *season) run(label string, answers []importer.Correction, read func(importer.Options) ([]importer.Result, error)) ([]importer.Result, []data.Saved) {
	s.t.Helper()
	imp, err := s.store.Begin(s.t.Context(), data.ImportOptions{Label: label})
	if err != nil {
		s.t.Fatal(err)
	}
	var saved []data.Saved
	results, err := read(importer.Options{Corrections: answers, Keep: imp.Keep, Save: func(ctx context.Context, r form.Report) error {
		one, err := imp.Save(ctx, r)
		saved = append(saved, one)
		return err
	}})
	for _, r := range results {
		if r.Err != nil {
			s.t.Fatalf("%s: %v", r.File, r.Err)
		}
	}
	if err := errors.Join(err, imp.Finish(s.t.Context())); err != nil {
		s.t.Fatal(err)
	}
	return results, saved
}

// rewrite writes the report of a workbook with some figures raised.
func (s *season) rewrite(from, to string, by int64) {
	s.t.Helper()
	results, err := importer.Run(s.t.Context(), []string{from}, importer.Options{})
	if err != nil || len(results) != 1 || results[0].Report == nil {
		s.t.Fatal(from, err)
	}
	r := *results[0].Report
	for i := range r.Figures {
		if f := &r.Figures[i]; i%7 == 0 && f.Status == form.StatusNumber {
			f.Value += form.Count(by)
			f.Raw = f.Value.String()
		}
	}
	var b bytes.Buffer
	if err := workbook.WriteForm(&b, r, workbook.OneSheet); err != nil {
		s.t.Fatal(err)
	}
	s.write(to, b.Bytes())
}

func (s *season) copy(from, to string) {
	s.t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		s.t.Fatal(err)
	}
	s.write(to, content)
}

func (s *season) write(path string, content []byte) {
	s.t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, content, 0o644)); err != nil {
		s.t.Fatal(err)
	}
}
