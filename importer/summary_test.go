package importer

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// district makes reports of towns of one edition with numbers from a seed.
func district(edition string, towns int, years ...int) []form.Report {
	random := rand.New(rand.NewPCG(7, uint64(towns)))
	var all []form.Report
	for i := range towns {
		for _, year := range years {
			r := form.Report{Unit: townName(i), Region: "北京市大兴区", Year: year, Edition: edition}
			for _, k := range form.EditionByID(edition).Keys() {
				r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(random.Int64N(5000))})
			}
			all = append(all, r)
		}
	}
	return all
}

func townName(i int) string {
	names := []string{"瀛海镇", "旧宫镇", "清源街道", "黄村镇", "安定镇", "魏善庄镇", "林校路街道", "长子营镇"}
	if i < len(names) {
		return names[i]
	}
	return "第" + strconv.Itoa(i) + "镇"
}

// total sums reports up, as a 合计 row does.
func total(reports []form.Report) form.Report {
	sum := form.Report{Unit: "合计"}
	for i, f := range reports[0].Figures {
		f.Value = 0
		for _, r := range reports {
			f.Value += r.Figures[i].Value
		}
		sum.Figures = append(sum.Figures, f)
	}
	return sum
}

// summaryLayout is a way to head the columns of a summary table.
type summaryLayout struct {
	name string
	keys func(e *form.Edition) []form.Key
	head func(t *form.Table, it *form.Item, c *form.Column) []string
}

func totalsOnly(e *form.Edition) []form.Key {
	var keys []form.Key
	for _, k := range e.Keys() {
		if k.Table == form.ApplicationsTable && k.Column == form.TotalColumnID {
			keys = append(keys, k)
		}
	}
	return keys
}

func applicationKeys(e *form.Edition) []form.Key {
	return e.Table(form.ApplicationsTable).Keys()
}

var summaryLayouts = []summaryLayout{
	{"totals by short names", totalsOnly, func(t *form.Table, it *form.Item, c *form.Column) []string { return []string{it.Short} }},
	{"totals by printed names", totalsOnly, func(t *form.Table, it *form.Item, c *form.Column) []string { return []string{it.Label} }},
	{"totals under groups", totalsOnly, func(t *form.Table, it *form.Item, c *form.Column) []string {
		if g := t.Item(it.Group); g != nil {
			return []string{g.Label, it.Label}
		}
		return []string{it.Label, it.Label}
	}},
	{"kinds under items", applicationKeys, func(t *form.Table, it *form.Item, c *form.Column) []string { return []string{it.Label, c.Label} }},
	{"kinds under groups and items", applicationKeys, func(t *form.Table, it *form.Item, c *form.Column) []string {
		if g := t.Item(it.Group); g != nil {
			return []string{g.Label, it.Label, c.Label}
		}
		return []string{"", it.Label, c.Label}
	}},
	{"everything joined", (*form.Edition).Keys, func(t *form.Table, it *form.Item, c *form.Column) []string { return []string{it.Label + "-" + c.Label} }},
	{"everything in two rows", (*form.Edition).Keys, func(t *form.Table, it *form.Item, c *form.Column) []string { return []string{it.Label, c.Label} }},
	{"section four", func(e *form.Edition) []form.Key { return e.Table(form.ReviewTable).Keys() },
		func(t *form.Table, it *form.Item, c *form.Column) []string {
			return []string{it.Heading, it.Label, c.Label}
		}},
	{"enforcement", func(e *form.Edition) []form.Key { return e.Table("enforcement").Keys() },
		func(t *form.Table, it *form.Item, c *form.Column) []string { return []string{it.Label + c.Label} }},
}

// summaryOf draws a summary table: title, headings, one row for each report.
func summaryOf(l *summaryLayout, e *form.Edition, reports []form.Report, withYear bool) *canvas {
	c := &canvas{name: "Sheet1"}
	keys := l.keys(e)
	left := 2
	if withYear {
		left = 3
	}
	height := 0
	var heads [][]string
	for _, k := range keys {
		t := e.Table(k.Table)
		heads = append(heads, l.head(t, t.Item(k.Item), t.Column(k.Column)))
		height = max(height, len(heads[len(heads)-1]))
	}
	const top = 2
	for j, text := range []string{"序号", "单位名称", "年度"}[:left] {
		c.cells = append(c.cells, patch{top: top, bottom: top + height - 1, left: j, right: j, text: text, look: headLook})
	}
	for r := range height {
		for j := 0; j < len(heads); j++ {
			width := 0
			for j+width+1 < len(heads) && r+1 < height && samePrefix(heads[j], heads[j+width+1], r) {
				width++
			}
			c.cells = append(c.cells, patch{top: top + r, bottom: top + r, left: left + j, right: left + j + width, text: heads[j][r], look: headLook})
			j += width
		}
	}
	for i, r := range reports {
		row := top + height + i
		index := r.Index()
		c.cells = append(c.cells, patch{top: row, bottom: row, text: strconv.Itoa(i + 1), kind: read.NumberCell},
			patch{top: row, bottom: row, left: 1, right: 1, text: r.Unit})
		if withYear && r.Year != 0 {
			c.cells = append(c.cells, patch{top: row, bottom: row, left: 2, right: 2, text: strconv.Itoa(r.Year), kind: read.NumberCell})
		}
		for j, k := range keys {
			text, kind := valueText(index[k])
			c.cells = append(c.cells, patch{top: row, bottom: row, left: left + j, right: left + j, text: text, kind: kind, look: figureLook, key: k})
		}
	}
	return c
}

func samePrefix(a, b []string, r int) bool {
	for i := 0; i <= r; i++ {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// shownIn keeps the figures a layout shows.
func shownIn(r form.Report, keys []form.Key) form.Report {
	index := r.Index()
	r.Figures = nil
	for _, k := range keys {
		r.Figures = append(r.Figures, *index[k])
	}
	return r
}

func TestSummaryTablesAreReadUnderEveryHeading(t *testing.T) {
	for _, l := range summaryLayouts {
		for _, edition := range []string{"2019", "2021"} {
			for _, withYear := range []bool{false, true} {
				t.Run(fmt.Sprint(l.name, edition, withYear), func(t *testing.T) {
					e := form.EditionByID(edition)
					years := []int{e.FirstYear}
					if withYear {
						years = append(years, e.FirstYear+1)
					}
					reports := district(edition, 8, years...)
					drawn := append([]form.Report(nil), reports...)
					if !withYear {
						drawn = append(drawn, total(reports))
					}
					c := summaryOf(&l, e, drawn, withYear)
					title := "北京市大兴区政府信息公开工作情况汇总表"
					if !withYear {
						title = "北京市大兴区" + strconv.Itoa(e.FirstYear) + "年政府信息公开工作情况汇总表"
					}
					c.cells = append(c.cells, patch{right: 9, text: title, look: titleLook})
					results := understand("a.xlsx", c)
					if len(results) != len(reports) {
						t.Fatalf("%d results, want %d: %v", len(results), len(reports), explain(results[0].Err, "en"))
					}
					for i := range reports {
						want := shownIn(reports[i], l.keys(e))
						want.Edition = results[i].Report.Edition
						got := mustBe(t, &want, results[i:i+1])
						if got.Region != "北京市大兴区" {
							t.Fatalf("region %q", got.Region)
						}
						if len(results[i].Questions) > 0 {
							t.Errorf("questions %v", explained(results[i].Questions))
						}
					}
				})
			}
		}
	}
}

func TestATotalRowThatIsNotTheSumIsAskedAbout(t *testing.T) {
	reports := district("2021", 5, 2023)
	sum := total(reports)
	for i := range sum.Figures {
		if k := sum.Figures[i].Key; k.Item == "received" && k.Column == "total" {
			sum.Figures[i].Value += form.Count(1)
		}
	}
	c := summaryOf(&summaryLayouts[0], form.EditionByID("2021"), append(reports, sum), false)
	c.cells = append(c.cells, patch{text: "大兴区2023年汇总表"})
	results := understand("a.xlsx", c)
	if len(results) != 5 {
		t.Fatalf("%d results", len(results))
	}
	questions := results[4].Questions
	if len(questions) != 1 || questions[0].Kind != AskTotal {
		t.Errorf("questions %v", explained(questions))
	}
}

func TestAUnitTwiceInASummaryIsAskedAbout(t *testing.T) {
	reports := district("2021", 3, 2023)
	twice := reports[1]
	c := summaryOf(&summaryLayouts[0], form.EditionByID("2021"), append(reports, twice), false)
	c.cells = append(c.cells, patch{text: "大兴区2023年汇总表"})
	taken := 0
	for _, r := range understand("a.xlsx", c) {
		if r.Err == nil {
			taken++
		}
	}
	if taken != 2 {
		t.Errorf("%d reports taken, want the two that stand once", taken)
	}
}

func BenchmarkSummary100kBy60(b *testing.B) {
	c := summaryOf(&summaryLayouts[0], form.EditionByID("2021"), district("2021", 1, 2023), false)
	s := c.sheet()
	head, row60 := s.Rows[:3], s.Rows[3]
	for len(row60.Cells) < 60 {
		row60.Cells = append(row60.Cells, read.Cell{Text: "7", Kind: read.NumberCell})
	}
	s.Rows = head
	for i := range 100_000 {
		r := read.Row{Number: i + 4, Cells: append([]read.Cell(nil), row60.Cells...)}
		r.Cells[1].Text = "第" + strconv.Itoa(i) + "镇"
		s.Rows = append(s.Rows, r)
	}
	s.Rows[0].Cells = []read.Cell{{Text: "大兴区2023年汇总表"}}
	u := newInterpreter(&Options{})
	for b.Loop() {
		n := 0
		u.sheets(source{path: "a.xlsx"}, []read.Sheet{s}, func(r Result) { n++ })
		if n != 100_000 {
			b.Fatal(n)
		}
	}
}

func TestSummaryTablesOfOneWorkbookAreJoined(t *testing.T) {
	reports := district("2021", 6, 2023)
	e := form.EditionByID("2021")
	title := patch{right: 9, text: "北京市大兴区2023年政府信息公开工作情况汇总表", look: titleLook}
	totals, review := &summaryLayouts[0], &summaryLayouts[7]
	first, second := summaryOf(totals, e, reports, false), summaryOf(review, e, reports, false)
	first.cells = append(first.cells, title)
	second.cells = append(second.cells, title)
	second.name = "Sheet2"
	both := &canvas{name: "Sheet1", cells: append([]patch(nil), first.cells...)}
	below := summaryOf(review, e, reports, false).shift(first.height()+2, 0)
	both.cells = append(both.cells, below.cells...)
	for name, results := range map[string][]Result{
		"on two sheets":         understand("a.xlsx", first, second),
		"one below the other":   understand("a.xlsx", both),
		"and one of them twice": understand("a.xlsx", first, second, &canvas{name: "Sheet3", cells: first.cells}),
	} {
		t.Run(name, func(t *testing.T) {
			var want []form.Report
			for _, r := range reports {
				want = append(want, shownIn(r, append(totals.keys(e), review.keys(e)...)))
			}
			mustBeAll(t, want, results)
		})
	}
}

func TestASummaryThatContradictsAFormIsAskedAbout(t *testing.T) {
	reports := district("2021", 3, 2023)
	e := form.EditionByID("2021")
	changed := append([]form.Report(nil), reports...)
	changed[1] = total(reports)
	changed[1].Unit = reports[1].Unit
	c := summaryOf(&summaryLayouts[0], e, changed, false)
	c.name = "汇总"
	c.cells = append(c.cells, patch{right: 9, text: "北京市大兴区2023年汇总表", look: titleLook})
	reports[1].Agency = "北京市大兴区" + reports[1].Unit + "人民政府"
	results := understand("a.xlsx", canvasOf(&reports[1]), c)
	if len(results) != 3 {
		t.Fatalf("%d results", len(results))
	}
	for _, r := range results {
		if asked := r.Err != nil; asked != (r.Report.Unit == reports[1].Unit) {
			t.Errorf("%s: %v", r.Report.Unit, r.Err)
		}
	}
}

func TestAUnitWithoutFiguresIsNotAReport(t *testing.T) {
	reports := district("2021", 3, 2023)
	reports[2].Figures = nil
	c := summaryOf(&summaryLayouts[0], form.EditionByID("2021"), reports, false)
	c.cells = append(c.cells, patch{right: 9, text: "北京市大兴区2023年汇总表", look: titleLook})
	results := understand("a.xlsx", c)
	if len(results) != 2 || len(results[1].Questions) != 1 || results[1].Questions[0].Kind != AskEmpty {
		t.Errorf("%d results, questions %v", len(results), explained(results[len(results)-1].Questions))
	}
}

func TestATotalWithoutUnitsIsNotTheReportOfThePlaceInTheTitle(t *testing.T) {
	for _, total := range []string{"0,0,0", "5,3,2"} {
		path := listFile(t, "2023年汇总.csv", []string{"临江区2023年政府信息公开情况汇总表"}, []string{"序号", "单位", "新收申请数", "行政处罚", "行政许可"}, append([]string{"", "合计"}, strings.Split(total, ",")...))
		results, err := Run(t.Context(), []string{path}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var none *NoUnitsError
		if len(results) != 1 || results[0].Report != nil || !errors.As(results[0].Err, &none) {
			t.Errorf("%s: %+v", total, results)
		}
	}
}
