package importer

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
)

// mustBeAll checks that results are these reports, in this order.
func mustBeAll(t *testing.T, want []form.Report, results []Result) {
	t.Helper()
	if len(results) != len(want) {
		for _, r := range results {
			t.Logf("%s: %v %v", r.Sheet, explain(r.Err, "en"), explained(r.Questions))
		}
		t.Fatalf("%d results, want %d", len(results), len(want))
	}
	for i := range want {
		mustBe(t, &want[i], results[i:i+1])
	}
}

func TestAWorkbookMayHaveASheetForEachReport(t *testing.T) {
	reports := realReports(t)
	var titled, named []*canvas
	for i := range reports {
		c := canvasOf(&reports[i])
		c.name = "Sheet" + strconv.Itoa(i+1)
		titled = append(titled, c)
		c = canvasOf(&reports[i]).drop(func(p *patch) bool { return p.look == titleLook })
		c.name = reports[i].Agency + strconv.Itoa(reports[i].Year)
		named = append(named, c)
	}
	mustBeAll(t, reports, understand("a.xlsx", titled...))
	mustBeAll(t, reports, understand("a.xlsx", named...))
}

func TestASheetForEachYearTakesTheUnitFromTheFile(t *testing.T) {
	var series []form.Report
	var sheets []*canvas
	for _, r := range realReports(t) {
		if r.Unit != "平潭综合实验区" {
			continue
		}
		series = append(series, r)
		c := canvasOf(&r).drop(func(p *patch) bool { return p.look == titleLook })
		c.name = strconv.Itoa(r.Year) + "年"
		sheets = append(sheets, c)
	}
	mustBeAll(t, series, understand("平潭综合实验区.xlsx", sheets...))
}

func TestFormsMayFollowEachOtherOnOneSheet(t *testing.T) {
	reports := realReports(t)
	all := &canvas{name: "Sheet1"}
	height := 0
	for i := range reports {
		c := canvasOf(&reports[i]).shift(height, i%3)
		all.cells = append(all.cells, c.cells...)
		for _, p := range c.cells {
			height = max(height, p.bottom+2)
		}
	}
	mustBeAll(t, reports, understand("a.xlsx", all))
}

func TestFormsWithMissingTablesAreNotMixedUp(t *testing.T) {
	reports := realReports(t)
	for _, drop := range []string{"rules", form.ApplicationsTable, form.ReviewTable} {
		var sheets []*canvas
		var want []form.Report
		for i := range reports {
			r := reports[i]
			var cells []*canvas
			for k, c := range tablesOf(&r) {
				if i%2 == 0 || form.EditionByID(r.Edition).Tables[k].ID != drop {
					cells = append(cells, c)
				}
			}
			all := &canvas{name: "Sheet" + strconv.Itoa(i), cells: []patch{{right: 5, text: workbook.FormTitle(&r), look: titleLook}}}
			height := 2
			for _, c := range cells {
				all.cells = append(all.cells, c.shift(height, 0).cells...)
				for _, p := range all.cells {
					height = max(height, p.bottom+2)
				}
			}
			sheets = append(sheets, all)
			kept := r.Figures
			if i%2 == 1 {
				r.Figures = nil
				for _, f := range kept {
					if f.Table != drop {
						r.Figures = append(r.Figures, f)
					}
				}
			}
			want = append(want, r)
		}
		mustBeAll(t, want, understand("a.xlsx", sheets...))
	}
}

func TestTheSameFormTwiceIsReadOnce(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		copied := canvasOf(r)
		copied.name = "Sheet1 (2)"
		got := mustBe(t, r, understand("a.xlsx", canvasOf(r), copied))
		if len(got.Remarks) == 0 {
			t.Error("no word on the second copy")
		}
	})
}

func TestTheSameFormTwiceWithDifferentNumbersIsAskedAbout(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		changed := canvasOf(r)
		changed.name = "Sheet1 (2)"
		for i := range changed.cells {
			if p := &changed.cells[i]; p.look == figureLook && p.key.Item == "received" && p.key.Column == "natural-person" {
				p.text = "98765"
			}
		}
		results := understand("a.xlsx", canvasOf(r), changed)
		if len(results) != 2 {
			t.Fatalf("%d results", len(results))
		}
		for _, result := range results {
			var unsettled *UnsettledError
			if !errors.As(result.Err, &unsettled) {
				t.Errorf("%s %d was taken: %v", r.Unit, r.Year, result.Err)
			}
		}
	})
}

func TestATownTwiceInOneRowIsAskedAbout(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		c := canvasOf(r)
		at := c.rowOf(form.ApplicationsTable, "granted")
		c.insertRow(at)
		for _, p := range c.cells {
			if p.top == at+1 && p.bottom == at+1 {
				p.top, p.bottom = at, at
				if p.look == figureLook {
					p.text, p.kind = "4711", read.NumberCell
				}
				c.cells = append(c.cells, p)
			}
		}
		results := understand("a.xlsx", c)
		if len(results) != 1 || len(results[0].Questions) == 0 {
			t.Fatalf("%s %d: two rows of （一） raised no question", r.Unit, r.Year)
		}
		for _, f := range results[0].Report.Figures {
			if f.Item == "granted" {
				t.Errorf("one of two readings was taken: %+v", f)
			}
		}
	})
}

func TestAWorkbookWithoutTheFormSaysSo(t *testing.T) {
	c := &canvas{name: "通讯录"}
	for i, line := range []string{"姓名", "张三", "李四"} {
		c.cells = append(c.cells, patch{top: i, bottom: i, text: line}, patch{top: i, bottom: i, left: 1, right: 1, text: strconv.Itoa(i), kind: read.NumberCell})
	}
	results := understand("a.xlsx", c)
	if len(results) != 1 || !errors.Is(results[0].Err, ErrNoForm) {
		t.Fatalf("%+v", results)
	}
	for _, lang := range form.Languages() {
		if text := explain(results[0].Err, lang); !strings.Contains(text, "通讯录") {
			t.Errorf("the sheets looked at are not named: %s", text)
		}
	}
}

func TestAReportWithoutBodyOrYearIsAskedAbout(t *testing.T) {
	r := realReports(t)[0]
	untitled := canvasOf(&r).drop(func(p *patch) bool { return p.look == titleLook })
	results := understand("a.xlsx", untitled)
	if len(results) != 1 || results[0].Err == nil || len(results[0].Questions) != 2 {
		t.Fatalf("%+v", results)
	}
	s := untitled.sheet()
	u := newInterpreter(&Options{Corrections: []Correction{{File: "a.xlsx", Unit: "瀛海镇", Region: "北京市大兴区", Year: 2023}}})
	results = nil
	u.sheets(source{path: "a.xlsx"}, []read.Sheet{s}, func(r Result) { results = append(results, r) })
	got := mustBe(t, &r, results)
	if got.Region != "北京市大兴区" {
		t.Errorf("region %q", got.Region)
	}
}

func TestTheYearOfPublicationIsNotTakenForTheYear(t *testing.T) {
	r := realReports(t)[0]
	got := mustBe(t, &r, understand("2024年/瀛海镇2024年1月报送.xlsx", canvasOf(&r)))
	if got.Year != 2023 {
		t.Errorf("year %d", got.Year)
	}
}

func TestAFileNameWithAnotherYearThanTheTitleIsAskedAbout(t *testing.T) {
	r := realReports(t)[0]
	results := understand("瀛海镇2021.xlsx", canvasOf(&r))
	if len(results) != 1 || results[0].Err == nil || results[0].Questions[0].Kind != AskYear {
		t.Fatalf("%+v", results)
	}
}

func TestAFileNameWithAnotherBodyThanTheTitleIsAskedAbout(t *testing.T) {
	r := realReports(t)[0]
	results := understand("旧宫镇2023.xlsx", canvasOf(&r))
	if len(results) != 1 || results[0].Err == nil || results[0].Questions[0].Kind != AskUnit {
		t.Fatalf("%+v", results)
	}
}

func TestAnEditionThatDoesNotFitTheYearIsRemarkedOn(t *testing.T) {
	for _, r := range realReports(t) {
		if r.Unit != "瀛海镇" {
			continue
		}
		r.Year = 2020
		c := canvasOf(&r)
		got := mustBe(t, &r, understand("a.xlsx", c))
		found := false
		for _, m := range got.Remarks {
			found = found || m.Rule == "edition-year"
		}
		if !found {
			t.Errorf("remarks %v", got.Remarks)
		}
	}
}

func TestAHiddenSheetIsReadAndReported(t *testing.T) {
	r := realReports(t)[0]
	s := canvasOf(&r).sheet()
	s.Hidden = true
	results := understandSheets("a.xlsx", []read.Sheet{s})
	mustBe(t, &r, results)
	if len(results[0].Questions) != 1 || results[0].Questions[0].Kind != AskHidden {
		t.Errorf("questions %v", explained(results[0].Questions))
	}
	s.Hidden, s.Rows[24].Hidden = false, true
	results = understandSheets("a.xlsx", []read.Sheet{s})
	mustBe(t, &r, results)
	if len(results[0].Questions) != 1 {
		t.Errorf("questions %v", explained(results[0].Questions))
	}
}

func TestAFeeInYuanIsConvertedByItsHeading(t *testing.T) {
	for _, r := range realReports(t) {
		if r.Unit != "宿迁市" {
			continue
		}
		c := canvasOf(&r)
		c.cells[c.find("本年收费金额（单位：万元）")].text = "本年收费金额（单位：元）"
		for i := range c.cells {
			if p := &c.cells[i]; p.key.Table == "fees" && p.look == figureLook {
				p.text = "592372449"
			}
		}
		got := understand("a.xlsx", c)[0].Report
		f := got.Figure(form.Key{Table: "fees", Item: "fee", Column: "amount"})
		if f.Value.String() != "59237.2449" || f.Status != form.StatusNoted {
			t.Errorf("%s %s", f.Status, f.Value)
		}
	}
}
