package importer

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
)

// workbookOf writes canvases with excelize, a sheet each.
func workbookOf(t *testing.T, canvases ...*canvas) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for n, c := range canvases {
		name := fmt.Sprint("Sheet", n+1)
		if n > 0 {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range c.cells {
			from, to := fmt.Sprint(read.ColumnName(p.left), p.top+1), fmt.Sprint(read.ColumnName(p.right), p.bottom+1)
			var err error
			if p.kind == read.NumberCell {
				err = f.SetCellValue(name, from, mustParse(t, p.text).Float())
			} else if p.text != "" {
				err = f.SetCellStr(name, from, p.text)
			}
			if err == nil && from != to {
				err = f.MergeCell(name, from, to)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What holds for grids made in code must hold for files: the same mutations, through a
// workbook.
func TestMutatedWorkbooksReadTheSameFromAFile(t *testing.T) {
	reports := realReports(t)
	random := rand.New(rand.NewPCG(8, 15))
	for n := 0; n < 40; {
		truth := distinct(reports[random.IntN(len(reports))], random)
		c := canvasOf(&truth)
		var names []string
		for range 1 + random.IntN(3) {
			m := mutations[random.IntN(len(mutations))]
			names = append(names, m.name)
			m.apply(c, random)
		}
		if !c.isDisjoint() {
			continue
		}
		n++
		if _, wrong := judge(&truth, c, importBytes("a.xlsx", workbookOf(t, c))); wrong != "" {
			t.Errorf("workbook %d %v of %s %d: %s", n, names, truth.Unit, truth.Year, wrong)
		}
	}
}

func TestFilledFormsOfBothEditionsSurviveARoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 21))
	for _, e := range form.Editions() {
		for n := range 20 {
			want := form.Report{Agency: "北京市大兴区瀛海镇人民政府", Region: "北京市大兴区", Unit: "瀛海镇", Year: e.FirstYear, Edition: e.ID}
			for _, k := range e.Keys() {
				_, _, column, _ := form.Describe(k)
				want.Figures = append(want.Figures, randomFigure(k, column, random))
			}
			var b bytes.Buffer
			if err := workbook.WriteForm(&b, want, workbook.FormSheets(n%2)); err != nil {
				t.Fatal(err)
			}
			got := importOne(t, "a.xlsx", b.Bytes())
			compareFigures(t, got, &want)
			for _, f := range got.Figures {
				if w := want.Figure(f.Key); (f.Status == form.StatusText || f.Status == form.StatusNoted || f.Status == form.StatusNA) && f.Raw != w.Raw {
					t.Errorf("%s: raw %q, want %q", f.Key, f.Raw, w.Raw)
				}
			}
		}
	}
}

// randomFigure makes a figure of any status.
func randomFigure(k form.Key, c *form.Column, random *rand.Rand) form.Figure {
	f := form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(random.Int64N(100_000_000))}
	switch random.IntN(8) {
	case 0:
		return form.Figure{Key: k, Status: form.StatusBlank}
	case 1:
		return form.Figure{Key: k, Status: form.StatusNA, Raw: []string{"/", "-", "—", "无", "不适用"}[random.IntN(5)]}
	case 2:
		return form.Figure{Key: k, Status: form.StatusText, Raw: []string{"见附件", "=1+1", "约20", "+86 10"}[random.IntN(4)]}
	case 3:
		f.Status, f.Raw = form.StatusNoted, f.Value.String()+"（其中修订16件）"
	case 4:
		if c.Money {
			f.Value = form.Number(random.Int64N(999_999_999_999))
		}
	}
	return f
}
