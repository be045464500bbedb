package present

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/chart"
	"nianbao/ui/font"
	"nianbao/ui/palette"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The test draws every kind of chart from published reports: of 平潭 with both editions,
// of 瀛海镇 alone, of 宿迁 with its large numbers, and with filters that leave no report.
func TestChartsOfPublishedFiguresMatchTheirGoldenFiles(t *testing.T) {
	store := uitest.SampleStore(t)
	importPublished(t, store, "suqian_2023.json")
	for name, q := range map[string]data.Query{
		"pingtan": {Units: []data.Body{pingtan()}},
		"yinghai": {Units: []data.Body{yinghai()}},
		"suqian":  {Units: []data.Body{{Unit: "宿迁市"}}},
		"empty":   {FromYear: 1990, ToYear: 1991},
	} {
		models := map[ChartName]chart.Model{}
		for _, kind := range ChartNames() {
			p, err := NewPicture(t.Context(), store, ChartRequest{Kind: kind, Query: q})
			if err != nil {
				t.Fatalf("%s of %s: %v", kind, name, err)
			}
			models[kind] = p.Model
			var svg bytes.Buffer
			if err := WritePicture(&svg, p.Outgoing(p.Model), SVG, words.Chinese); err != nil {
				t.Fatalf("%s of %s: %v", kind, name, err)
			}
			compareGolden(t, filepath.Join("testdata", "charts", name, string(kind)+".svg"), svg.Bytes())
		}
		text, err := json.MarshalIndent(models, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		compareGolden(t, filepath.Join("testdata", "charts", name, "models.json"), append(text, '\n'))
	}
}

// importPublished imports a published report from a workbook with its figures.
func importPublished(t *testing.T, store *data.Store, name string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "importer", "testdata", "published", name))
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Agency, Edition string
		Year            int
		Figures         map[string]map[string]map[string]string
	}
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	r := form.Report{Agency: p.Agency, Year: p.Year, Edition: p.Edition}
	for table, items := range p.Figures {
		for item, columns := range items {
			for column, raw := range columns {
				f := form.Figure{Key: form.Key{Table: table, Item: item, Column: column}, Raw: raw, Status: form.StatusNumber}
				if f.Value, err = form.ParseNumber(strings.TrimSpace(raw)); err != nil {
					f.Status = form.StatusText
				}
				r.Figures = append(r.Figures, f)
			}
		}
	}
	var book bytes.Buffer
	if err := workbook.WriteForm(&book, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), fmt.Sprintf("%s%d年.xlsx", p.Agency, p.Year))
	uitest.Write(t, path, book.Bytes())
	uitest.Import(t, store, data.ImportOptions{}, path)
}

func compareGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		uitest.Write(t, path, got)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs from the chart; look at it and run with -update if the new one is right", path)
	}
}

func TestNoLineCrossesASeamForAnItemThatIsNotComparable(t *testing.T) {
	store := uitest.SampleStore(t)
	fonts := testFonts(t)
	broken := 0
	for _, view := range []data.View{data.Everything, data.Measures} {
		q := data.Query{View: view}
		for _, column := range q.Columns() {
			p, err := NewPicture(t.Context(), store, ChartRequest{Kind: TrendChart, Item: column.ID, Query: data.Query{Units: []data.Body{pingtan()}}})
			if err != nil {
				t.Fatal(err)
			}
			trend := p.Model.(chart.Trend)
			comparable := sameMeaning(column, "2019", "2021")
			if len(trend.Seams) != 1 || trend.Seams[0].Broken == comparable {
				t.Fatalf("%s has the seams %+v", column.ID, trend.Seams)
			}
			if comparable {
				continue
			}
			broken++
			if crossing := crossings(trend, fonts); crossing > 0 {
				t.Errorf("%s: %d lines cross the seam", column.ID, crossing)
			}
			for _, c := range ChartSheet(trend, words.Chinese).Table.Columns {
				if !strings.HasSuffix(c.Name, "–2020") && !strings.HasSuffix(c.Name, "2021–") {
					t.Errorf("%s: the workbook's series %q runs across the seam", column.ID, c.Name)
				}
			}
		}
	}
	if broken < 10 {
		t.Fatalf("only %d items are not comparable", broken)
	}
}

// crossings counts the lines of series that run from one side of the seam to the other.
func crossings(t chart.Trend, fonts *chart.Fonts) int {
	for i := range t.Series { // a report has figures on one side of a broken seam only: put some on the other
		for k := range t.Series[i].Values {
			t.Series[i].Values[k] = chart.KnownValue(float64(10 + k))
		}
	}
	list := t.Draw(chart.Frame{Width: 900, Height: 500, Palette: palette.Light(), Measure: fonts.Measure})
	seam, count := 0.0, 0
	for _, item := range list.Items {
		if l, ok := item.(chart.Line); ok && l.Dash > 0 && l.X1 == l.X2 {
			seam = l.X1
		}
	}
	for _, item := range list.Items {
		if l, ok := item.(chart.Line); ok && l.Width >= 1.5 && min(l.X1, l.X2) < seam && max(l.X1, l.X2) > seam {
			count++
		}
	}
	return count
}

func testFonts(t *testing.T) *chart.Fonts {
	t.Helper()
	fonts, err := chart.NewFonts(font.Regular, font.Bold)
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func TestALineCrossesAComparableSeam(t *testing.T) {
	store := uitest.SampleStore(t)
	p, err := NewPicture(t.Context(), store, ChartRequest{Kind: TrendChart, Item: ReceivedItem, Query: data.Query{Units: []data.Body{pingtan()}}})
	if err != nil {
		t.Fatal(err)
	}
	if n := crossings(p.Model.(chart.Trend), testFonts(t)); n != 1 {
		t.Errorf("%d lines cross the seam, want 1", n)
	}
}

func TestAChartOfOneYearShowsTheLatestByDefault(t *testing.T) {
	store := uitest.SampleStore(t)
	for wanted, want := range map[int]int{0: 2024, 2021: 2021, 2030: 2024, 1990: 2019} {
		p, err := NewPicture(t.Context(), store, ChartRequest{Kind: RankingChart, Year: wanted})
		if err != nil || p.Year != want {
			t.Errorf("asked for %d the chart is of %d, want %d (%v)", wanted, p.Year, want, err)
		}
	}
}

func TestAMissingNumberIsNeverDrawnAsZero(t *testing.T) {
	store := uitest.SampleStore(t)
	p, err := NewPicture(t.Context(), store, ChartRequest{Kind: EnforcementChart, Year: 2024})
	if err != nil {
		t.Fatal(err)
	}
	bars := p.Model.(chart.Bars)
	said := map[string]chart.Value{}
	for _, series := range bars.Series {
		for i, c := range bars.Categories {
			said[c.Name+" "+series.Name] = series.Values[i]
		}
	}
	for what, want := range map[string]string{"东篱镇 行政许可": "“约80”", "云岭乡 行政强制": "不适用"} {
		if v := said[what]; v.Known || v.Text != want {
			t.Errorf("%s is %+v, want %s", what, v, want)
		}
	}
}
