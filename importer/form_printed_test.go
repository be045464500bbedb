package importer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/read/readtest"
	"nianbao/importer/workbook"
)

// printedForm is a report in the official form, ready to be printed: headings, text, and
// a table for each section.
func printedForm(r *form.Report) []readtest.PrintBlock {
	blocks := []readtest.PrintBlock{
		{Text: workbook.FormTitle(r), Title: true},
		{Text: "一、总体情况"},
		{Text: "本年度的工作情况如下。本机关认真落实条例，主动公开工作稳步推进，办理答复规范有序，平台建设与监督保障进一步加强，公开的内容更全、更准、更及时。"},
	}
	heads := []int{0, 3, 3} // heading rows of each section's table
	for heading, c := range canvasOf(r).namedSections() {
		table := readtest.PrintBlock{Head: heads[0]}
		heads = heads[1:]
		for _, p := range c.shift(-3, 0).cells {
			table.Cells = append(table.Cells, readtest.PrintCell{Top: p.top, Left: p.left, Bottom: p.bottom, Right: p.right, Text: p.text})
		}
		blocks = append(blocks, readtest.PrintBlock{Text: heading}, table)
	}
	return append(blocks, readtest.PrintBlock{Text: "六、其他需要报告的事项"}, readtest.PrintBlock{Text: "无其他需要报告的事项。"})
}

// printStyles are the ways in which programs print a form.
func printStyles() []readtest.PrintStyle {
	var all []readtest.PrintStyle
	for _, rules := range readtest.RuleShapes() {
		all = append(all, readtest.PrintStyle{Rules: rules, Runs: readtest.RunShape(len(all) % 4)})
	}
	return append(all,
		readtest.PrintStyle{Landscape: true, Runs: readtest.SingleCharacters},
		readtest.PrintStyle{Turned: true, Rules: readtest.FilledBars},
		readtest.PrintStyle{Numbered: true, Continued: true, Rules: readtest.StrokedBoxes},
		readtest.PrintStyle{Size: 7, Numbered: true, Landscape: true, Continued: true},
		readtest.PrintStyle{Size: 10.5, Continued: true, Runs: readtest.HalfLines},
	)
}

// distinctReport gives each figure a different value, so that none can be mistaken for
// another.
func distinctReport(e *form.Edition) form.Report {
	r := form.Report{Agency: "北京市大兴区瀛海镇人民政府", Region: "北京市大兴区", Unit: "瀛海镇", Year: e.FirstYear, Edition: e.ID}
	for i, k := range e.Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(1001 + i)), Raw: form.Count(int64(1001 + i)).String()})
	}
	return r
}

func TestEachFigureOfAPrintedFormHasItsAddress(t *testing.T) {
	for i, e := range form.Editions() {
		want := distinctReport(e)
		for k, style := range printStyles() {
			if i == 0 && k%4 > 0 {
				continue // one edition in all styles is enough
			}
			content := readtest.PDF(t, readtest.Print(printedForm(&want), style), style)
			checkPrinted(t, fmt.Sprintf("%s.pdf %+v", e.ID, style), content, &want)
		}
	}
}

func TestPublishedReportsAreReadFromPDF(t *testing.T) {
	for i, want := range realReports(t) {
		style := printStyles()[i%len(printStyles())]
		content := readtest.PDF(t, readtest.Print(printedForm(&want), style), style)
		checkPrinted(t, fmt.Sprintf("%s %d %+v", want.Unit, want.Year, style), content, &want)
	}
}

func TestEachFigureOfAnOFDFormHasItsAddress(t *testing.T) {
	for i, e := range form.Editions() {
		want := distinctReport(e)
		for k, style := range printStyles() {
			if i == 0 && k%4 > 0 || style.Turned {
				continue
			}
			content := readtest.OFD(t, readtest.Print(printedForm(&want), style), style)
			checkPrinted(t, fmt.Sprintf("%s.ofd %+v", e.ID, style), content, &want)
		}
	}
}

// A number on a ruling line is taken if the sums of the form confirm it.
func TestDigitsAcrossARulingLineAreTakenOnlyIfSumsConfirmThem(t *testing.T) {
	want := realReports(t)[0]
	for k, taken := range map[form.Key]bool{
		{Table: form.ApplicationsTable, Item: "received", Column: "natural-person"}: true,
		{Table: "enforcement", Item: "penalty", Column: "decisions"}:                false,
	} {
		figure := want.Index()[k]
		marked := want
		marked.Figures = slices.Clone(want.Figures)
		marked.Index()[k].Value, marked.Index()[k].Raw = form.Count(7777), "7777"
		pages := readtest.Print(printedForm(&marked), readtest.PrintStyle{})
		for p := range pages {
			for i := range pages[p].Texts {
				text := &pages[p].Texts[i]
				if text.Text == "7777" {
					text.Text = figure.Raw
					text.X += readtest.TextWidth("7777", text.Size)/2 + pages[p].CellWidth(text.X, text.Y)/2 - readtest.TextWidth(figure.Raw, text.Size) + readtest.TextWidth("0", text.Size)/2
				}
			}
		}
		sheets, err := read.Sheets("a.pdf", readtest.PDF(t, pages, readtest.PrintStyle{}), read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		results := understandSheets("a.pdf", sheets)
		if len(results) != 1 || results[0].Report == nil {
			t.Fatalf("%+v", results)
		}
		got := results[0].Report.Index()[k]
		switch asked := strings.Contains(strings.Join(explained(results[0].Questions), " "), "第1页 "); {
		case taken && (got == nil || got.Value != figure.Value || asked):
			t.Errorf("%v: %+v, questions %v", k, got, explained(results[0].Questions))
		case !taken && (got != nil || !asked):
			t.Errorf("%v: %+v is taken, questions %v", k, got, explained(results[0].Questions))
		}
	}
}

// A form without ruling lines is taken if its sums hold; a summary has none.
func TestTablesWithoutRulingLinesAreTakenOnlyIfSumsConfirmThem(t *testing.T) {
	table := readtest.PrintBlock{Head: 1}
	for i, row := range [][]string{{"单位", "本年新收申请", "行政许可", "行政处罚"}, {"石桥镇", "16", "405", "842"}, {"青山镇", "7", "79", "2126"}, {"白水乡", "12", "1870", "2715"}} {
		for j, text := range row {
			table.Cells = append(table.Cells, readtest.PrintCell{Top: i, Left: j, Bottom: i, Right: j, Text: text})
		}
	}
	blocks := []readtest.PrintBlock{{Text: "临江区2023年政府信息公开年报汇总表", Title: true}, table}
	for rules, asked := range map[readtest.RuleShape]bool{readtest.StrokedLines: false, readtest.NoRules: true} {
		style := readtest.PrintStyle{Rules: rules}
		sheets, err := read.Sheets("a.pdf", readtest.PDF(t, readtest.Print(blocks, style), style), read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		results := understandSheets("a.pdf", sheets)
		if len(results) != 3 {
			t.Fatalf("%d results, want 3", len(results))
		}
		for _, r := range results {
			if (r.Err != nil) != asked || asked && !strings.Contains(explain(r.Err, "zh"), "没有表格线") || !asked && r.Figures != 3 {
				t.Errorf("rules %d: %s, %d figures: %v", rules, r.Report.Unit, r.Figures, explain(r.Err, "zh"))
			}
		}
	}
}

func TestASummaryMaySpanSeveralPages(t *testing.T) {
	const units = 70
	heads := []string{"序号", "单位名称", "本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "予以公开", "结转下年度继续办理", "行政许可", "行政处罚"}
	for _, head := range []int{0, 1} { // not repeated, and repeated on each page
		table := readtest.PrintBlock{Head: head}
		add := func(i, j int, text string) {
			table.Cells = append(table.Cells, readtest.PrintCell{Top: i, Left: j, Bottom: i, Right: j, Text: text})
		}
		for j, text := range heads {
			add(0, j, text)
		}
		for i := 1; i <= units; i++ {
			add(i, 0, strconv.Itoa(i))
			add(i, 1, string([]rune("东南西北上下左右大小")[i%10])+string([]rune("河山桥沟岭湾坝坡")[i/10])+"镇")
			for j := 2; j < len(heads); j++ {
				add(i, j, strconv.Itoa(1000*i+j))
			}
		}
		blocks := []readtest.PrintBlock{{Text: "云州市临江区2023年政府信息公开年报汇总表", Title: true}, table, {Text: "注：数据由各单位报送。"}}
		for _, style := range []readtest.PrintStyle{{Landscape: true, Numbered: true}, {Rules: readtest.FilledBars, Continued: true}, {Turned: true, Rules: readtest.OnePath}} {
			pages := readtest.Print(blocks, style)
			files := map[string][]byte{"pdf": readtest.PDF(t, pages, style)}
			if !style.Turned {
				files["ofd"] = readtest.OFD(t, pages, style)
			}
			for kind, content := range files {
				sheets, err := read.Sheets("a", content, read.Options{})
				if err != nil {
					t.Fatal(err)
				}
				results := understandSheets("汇总."+kind, sheets)
				if len(results) != units || len(pages) < 2 {
					t.Fatalf("%s %+v on %d pages: %d reports, want %d", kind, style, len(pages), len(results), units)
				}
				for i, r := range results {
					k := form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
					if f := r.Report.Index()[k]; r.Err != nil || r.Report.Year != 2023 || r.Figures != 6 || f == nil || f.Value != form.Count(int64(1000*(i+1)+7)) {
						t.Fatalf("%s %+v: report %d is %s %d, %d figures, %+v: %v", kind, style, i, r.Report.Unit, r.Report.Year, r.Figures, f, explain(r.Err, "zh"))
					}
				}
			}
		}
	}
}

// checkPrinted checks that a file gives a report with every figure right, and its text.
func checkPrinted(t *testing.T, name string, content []byte, want *form.Report) {
	t.Helper()
	sheets, err := read.Sheets(name, content, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := mustBe(t, want, understandSheets("a.pdf", sheets))
	if n := len(got.Narrative); n == 0 || got.Narrative[0].Section != "一" || got.Narrative[n-1].Section != "六" {
		t.Errorf("%s: narrative %+v", name, got.Narrative)
	}
	if t.Failed() {
		t.Fatal(name)
	}
}
