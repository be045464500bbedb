package present

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/uitest"
)

// sampleDistrict is the region of the invented towns among the samples.
const sampleDistrict = "示例市示例区"

// districtStore has the samples, and a report of their district for 2024: the sum of the
// towns, but for one figure.
func districtStore(t *testing.T) *data.Store {
	t.Helper()
	store := uitest.SampleStore(t)
	r, err := store.RollUp(t.Context(), data.Query{Regions: []string{sampleDistrict}, ToYear: 2024})
	if err != nil {
		t.Fatal(err)
	}
	whole := r.Report
	whole.Region, whole.Unit, whole.Agency, whole.Hash, whole.File = "示例市", "示例区", "示例市示例区人民政府", "whole", "/x/示例区.xlsx"
	whole.Figure(Penalties).Value -= form.Count(11_000)
	saveReports(t, store, whole)
	return store
}

func saveReports(t *testing.T, store *data.Store, reports ...form.Report) {
	t.Helper()
	imp, err := store.Begin(t.Context(), data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if _, err := imp.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// rollUpOf writes a roll-up and opens it.
func rollUpOf(t *testing.T, store *data.Store, request RollUpRequest) (*excelize.File, []byte) {
	t.Helper()
	var book bytes.Buffer
	if err := WriteRollUp(t.Context(), store, request, &book); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(book.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, book.Bytes()
}

// figureCells are the cells of the figures on a sheet with the sums.
func figureCells(r *form.Report) map[form.Key]string {
	places := map[form.Key]string{}
	top := 2
	for _, s := range form.EditionByID(r.Edition).Layout(r.OneRowOther()) {
		for _, p := range s.Cells {
			if p.Kind == form.FigureCell {
				name, _ := excelize.CoordinatesToCellName(p.Left+1, p.Top+top)
				places[p.Key] = name
			}
		}
		top += s.Height + 1
	}
	return places
}

func TestEverySumOfARollUpIsAFormulaThatAgreesWithTheStore(t *testing.T) {
	store := districtStore(t)
	f, _ := rollUpOf(t, store, RollUpRequest{Query: data.Query{Regions: []string{sampleDistrict}}})
	sums, err := store.RollUp(t.Context(), data.Query{Regions: []string{sampleDistrict}, ToYear: 2024})
	if err != nil || len(sums.Bodies) != 8 || len(sums.Report.Figures) != 200 {
		t.Fatalf("the roll-up adds %d bodies (%v)", len(sums.Bodies), err)
	}
	if sheets := f.GetSheetList(); sheets[0] != "汇总" || !slices.Contains(sheets, "东篱镇") || !slices.Contains(sheets, "示例区公布数") {
		t.Errorf("the sheets are %q", sheets)
	}
	places := figureCells(&sums.Report)
	for _, figure := range sums.Report.Figures {
		at := places[figure.Key]
		want := ""
		if figure.Status.HasValue() {
			want = figure.Value.String()
		}
		cached, _ := f.GetCellValue("汇总", at, excelize.Options{RawCellValue: true})
		formula, _ := f.GetCellFormula("汇总", at)
		computed, err := f.CalcCellValue("汇总", at, excelize.Options{RawCellValue: true})
		if formula == "" || cached != want || computed != want {
			t.Errorf("%s = %s holds %q and computes %q, want %q (%v)", at, formula, cached, computed, want, err)
		}
	}
	if text, _ := f.GetCellValue("东篱镇", places[form.Key{Table: "licensing", Item: "licence", Column: "decisions"}]); text != "约80" {
		t.Errorf("the text of a unit is %q", text)
	}
	for row := 3; row <= 44; row++ {
		verdict, _ := f.CalcCellValue("校验", fmt.Sprintf("F%d", row))
		cached, _ := f.GetCellValue("校验", fmt.Sprintf("F%d", row))
		if verdict != "通过" || cached != verdict {
			t.Errorf("check %d: %q, computed %q", row, cached, verdict)
		}
	}
}

func TestARollUpShowsTheDifferenceFromThePublishedReport(t *testing.T) {
	store := districtStore(t)
	f, _ := rollUpOf(t, store, RollUpRequest{Query: data.Query{Units: []data.Body{{Region: "示例市", Unit: "示例区"}}}, Year: 2024})
	rows, err := f.GetRows("与公布数之差", excelize.Options{RawCellValue: true})
	if err != nil || len(rows) != 202 {
		t.Fatalf("%d rows (%v)", len(rows), err)
	}
	for i, row := range rows[2:] {
		want := "0"
		if strings.Contains(row[0], "行政处罚") {
			want = "-11000"
		}
		at := fmt.Sprintf("D%d", i+3)
		if computed, err := f.CalcCellValue("与公布数之差", at, excelize.Options{RawCellValue: true}); row[3] != want || computed != want {
			t.Errorf("%s differs by %q, computed %q, want %s (%v)", row[0], row[3], computed, want, err)
		}
	}
}

// brokenStore has towns with random figures, some of them blank or texts, some with
// （六） as one row.
func brokenStore(t *testing.T, random *rand.Rand, towns int) *data.Store {
	t.Helper()
	store := uitest.Store(t, filepath.Join(t.TempDir(), "a.duckdb"))
	var reports []form.Report
	for i := range towns {
		r := form.Report{Region: "某市某区", Unit: fmt.Sprintf("第%d 镇's", i), Year: 2023, Edition: "2021", Hash: fmt.Sprint(i), File: fmt.Sprintf("/x/%d.xlsx", i)}
		for _, s := range form.EditionByID("2021").Layout(i%5 == 1) {
			for _, p := range s.Cells {
				if p.Kind == form.FigureCell {
					r.Figures = append(r.Figures, randomFigure(random, p.Key))
				}
			}
		}
		reports = append(reports, r)
	}
	saveReports(t, store, reports...)
	return store
}

func randomFigure(random *rand.Rand, k form.Key) form.Figure {
	f := form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(random.Int64N(1000))}
	if k.Table == "fees" {
		f.Value = form.Number(random.Int64N(1_000_000_000_000))
	}
	switch {
	case k.Item == "refused-security" || random.IntN(20) == 0:
		f.Status, f.Value = form.StatusBlank, 0
	case random.IntN(20) == 0:
		f.Status, f.Raw, f.Value = form.StatusText, "约80", 0
	case random.IntN(20) == 0:
		f.Status, f.Raw = form.StatusNoted, f.Value.String()+"（含补报）"
	}
	return f
}

func TestSumsOfManyUnitsAreSumsOfSubtotals(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	store := brokenStore(t, random, 163)
	f, _ := rollUpOf(t, store, RollUpRequest{})
	sums, err := store.RollUp(t.Context(), data.Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	places := figureCells(&sums.Report)
	for i, figure := range sums.Report.Figures {
		formula, _ := f.GetCellFormula("汇总", places[figure.Key])
		if len(formula) > 8192 || strings.Count(formula, ",") > 2*255 {
			t.Fatalf("a formula of %d characters", len(formula))
		}
		if i%29 != 0 { // computing each takes long
			continue
		}
		want := ""
		if figure.Status.HasValue() {
			want = figure.Value.String()
		}
		if got, err := f.CalcCellValue("汇总", places[figure.Key], excelize.Options{RawCellValue: true}); got != want {
			t.Errorf("%v computes %q, want %q (%v)", figure.Key, got, want, err)
		}
	}
}

// recalculated lets LibreOffice compute a workbook anew and returns the sums by figure.
func recalculated(t *testing.T, book []byte, places map[form.Key]string) map[form.Key]string {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("needs LibreOffice")
	}
	folder := t.TempDir()
	path := uitest.Write(t, filepath.Join(folder, "a.xlsx"), book)
	out := filepath.Join(folder, "out")
	command := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+filepath.Join(os.TempDir(), "nianbao-rollup"), "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path)
	if message, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, message)
	}
	f, err := excelize.OpenFile(filepath.Join(out, "a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	found := map[form.Key]string{}
	for k, at := range places {
		text, err := f.GetCellValue("汇总", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		found[k] = text
		if n, err := form.ParseNumber(text); err == nil && text != "" {
			found[k] = n.String()
		}
	}
	return found
}

// withoutResults takes the results away, so that a spreadsheet has to compute them.
func withoutResults(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			for j := range rows[i] {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
					if err := errors.Join(f.SetCellStr(sheet, at, ""), f.SetCellFormula(sheet, at, formula)); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLibreOfficeComputesTheSumsOfTheStore(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	store := brokenStore(t, random, 85)
	f, _ := rollUpOf(t, store, RollUpRequest{})
	sums, err := store.RollUp(t.Context(), data.Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	places := figureCells(&sums.Report)
	before := recalculated(t, withoutResults(t, f), places)
	for _, figure := range sums.Report.Figures {
		want := ""
		if figure.Status.HasValue() {
			want = figure.Value.String()
		}
		if before[figure.Key] != want {
			t.Errorf("%v is %q, want %q", figure.Key, before[figure.Key], want)
		}
	}
	sheets := f.GetSheetList()
	town := sheets[len(sheets)-1]
	k := form.Key{Table: form.ApplicationsTable, Item: "granted", Column: "business"}
	at := figureCells(&form.Report{Edition: "2021"})[k]
	if err := f.SetCellInt(town, at, 123_456); err != nil {
		t.Fatal(err)
	}
	after := recalculated(t, withoutResults(t, f), places)
	for _, figure := range sums.Report.Figures {
		if changed := before[figure.Key] != after[figure.Key]; changed != (figure.Key == k) {
			t.Errorf("after %s of %s is changed, %v changed: %v", at, town, figure.Key, changed)
		}
	}
}

func TestEveryPartOfARollUpIsWellFormed(t *testing.T) {
	_, book := rollUpOf(t, districtStore(t), RollUpRequest{Language: form.English})
	for name, content := range zipParts(t, book) {
		decoder := xml.NewDecoder(bytes.NewReader(content))
		for {
			if _, err := decoder.Token(); err != nil {
				if err.Error() != "EOF" {
					t.Errorf("%s: %v", name, err)
				}
				break
			}
		}
	}
}

func TestARollUpWithoutReportsIsRefused(t *testing.T) {
	store := uitest.SampleStore(t)
	err := WriteRollUp(t.Context(), store, RollUpRequest{Query: data.Query{FromYear: 1990, ToYear: 1991}}, &bytes.Buffer{})
	if !errors.Is(err, data.ErrUnknownReport) {
		t.Errorf("a roll-up of nothing gives %v", err)
	}
}

// zipParts are the parts of a workbook or document, by name.
func zipParts(t *testing.T, content []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, file := range r.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[file.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

func TestImportingARollUpAgainAsksNothing(t *testing.T) {
	_, book := rollUpOf(t, districtStore(t), RollUpRequest{Query: data.Query{Regions: []string{sampleDistrict}}, Year: 2024})
	path := uitest.Write(t, filepath.Join(t.TempDir(), "汇总.xlsx"), book)
	saved := 0
	results, err := importer.Run(t.Context(), []string{path}, importer.Options{Save: func(context.Context, form.Report) error {
		saved++
		return nil
	}})
	if err != nil || saved < 9 {
		t.Fatalf("%d reports are saved (%v)", saved, err)
	}
	for _, r := range results {
		if r.Err != nil || slices.ContainsFunc(r.Questions, func(q importer.Question) bool { return q.Blocking }) {
			t.Errorf("sheet %s: %v %v", r.Sheet, r.Err, r.Questions)
		}
	}
}
