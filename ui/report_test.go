package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/page"
	"nianbao/ui/present"
	"nianbao/ui/uitest"
)

// openedReport opens the report view on a report of the samples.
func openedReport(t *testing.T, unit string, year int) (*shell, *reportPane) {
	t.Helper()
	s := openSampleShell(t)
	s.openReport(present.ReportName{Body: bodyNamed(t, s, unit), Year: year}, nil, form.Key{})
	if p := s.reportPane(); p.details == nil || p.details.Year != year || s.state.pane != ReportPane {
		t.Fatalf("%s %d is not shown", unit, year)
	}
	return s, s.reportPane()
}

func (p *reportPane) cell(k form.Key) page.Cell { return p.page.Cells()[p.form.cellOf(k)] }

func application(item, column string) form.Key {
	return form.Key{Table: form.ApplicationsTable, Item: item, Column: column}
}

func TestEveryFigureOfTheFormIsOnThePageInBothEditions(t *testing.T) {
	for _, year := range []int{2020, 2021} {
		_, p := openedReport(t, "平潭综合实验区", year)
		e := form.EditionOf(year)
		for _, k := range e.Keys() {
			if p.form.cellOf(k) < 0 {
				t.Errorf("%d: %s is not on the page", year, k)
			}
		}
	}
}

func TestFiguresThatAreNotNumbersLookDifferent(t *testing.T) {
	_, p := openedReport(t, "瀛海镇", 2023)
	for k, want := range map[form.Key]page.Kind{
		application("received", "total"):       page.Number,
		application("other-other", "total"):    page.Blank,
		application("refused-by-law", "total"): page.Number,
	} {
		if got := p.cell(k); got.Kind != want {
			t.Errorf("%s is shown as kind %d (%q), want %d", k, got.Kind, got.Text, want)
		}
	}
	if kind, text := figureOnPage(nil, p.shell.say); kind != page.Missing || text == "0" {
		t.Errorf("what the file lacks is shown as %d, %q", kind, text)
	}
	if kind, text := figureOnPage(&form.Figure{Status: form.StatusNA, Raw: " / "}, p.shell.say); kind != page.NotAsked || text != "/" {
		t.Errorf("not applicable is shown as %d, %q", kind, text)
	}
}

// TestTheErrorsOf2020CanBeFollowedFromImportToReturnCopy follows a published report whose outcome sums
// are wrong.
func TestTheErrorsOf2020CanBeFollowedFromImportToReturnCopy(t *testing.T) {
	s := openShell(t)
	folder := writeSamples(t, "平潭")
	drop(s, folder)
	s.state.open(FindingsPane)
	list := s.findingsPane()
	s.state.change(func(c *present.Choice) { c.Rules = []form.RuleID{form.RuleOutcomeSum} })
	if len(list.shown) != 2 || list.shown[0].Year != 2020 {
		t.Fatalf("%d broken outcome sums", len(list.shown))
	}
	list.open(list.firstFinding())
	p := s.reportPane()
	if s.state.pane != ReportPane || p.current() < 0 || p.details.Year != 2020 {
		t.Fatalf("the report is not opened at the finding: pane %d, finding %d", s.state.pane, p.current())
	}
	f := list.shown[0]
	number := 0
	for _, term := range f.Terms {
		want := 0 // among many terms, zeros have no number
		if term.Value != 0 {
			number++
			want = number
		}
		if m := p.cell(term.Key).Mark; !m.Outlined || m.Number != want || m.Light != (want == 0 && !m.Wrong) {
			t.Errorf("%s with %s is marked %+v, want number %d", term.Key, term.Value, m, want)
		}
	}
	wrong := 0
	for _, c := range p.page.Cells() {
		if c.Mark.Wrong {
			wrong++
			if c.Mark.Proposed != "甲 → 0" && c.Mark.Proposed != "乙 → 0" && c.Mark.Proposed != "乙 → 1" { // they tie
				t.Errorf("the wrong cell says %q", c.Mark.Proposed)
			}
		}
	}
	if wrong == 0 {
		t.Error("no cell is proposed to change")
	}
	s.walkFindings(false)
	if got := p.details.Findings[p.current()]; got.Rule != "outcome-sum" || got.Key == f.Key {
		t.Errorf("the walk leads to %s at %s", got.Rule, got.Key)
	}

	original := filepath.Join(folder, filepath.Base(p.details.Report.File))
	before, err := os.ReadFile(original)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "退回.xlsx")
	s.writeReturn(p.details, path)
	if after, err := os.ReadFile(original); err != nil || string(after) != string(before) {
		t.Errorf("the original was touched: %v", err)
	}
	results, err := importer.Run(t.Context(), []string{path}, importer.Options{})
	if err != nil || len(results) == 0 || results[0].Report == nil {
		t.Fatalf("the return copy is no report any more: %v", err)
	}
	k := f.Key
	if got, want := results[0].Report.Figure(k).Value, p.details.Figures[k].Value; got != want {
		t.Errorf("%s is %s in the return copy, %s in the report", k, got, want)
	}
}

func TestAReturnCopyNeverReplacesTheOriginal(t *testing.T) {
	s := openShell(t)
	drop(s, writeSamples(t, "平潭"))
	s.openReport(present.ReportName{Body: s.inventory.units[0].Body, Year: 2020}, nil, form.Key{})
	d := s.reportPane().details
	before, err := os.ReadFile(d.Report.File)
	if err != nil {
		t.Fatal(err)
	}
	s.writeReturn(d, d.Report.File)
	if after, err := os.ReadFile(d.Report.File); err != nil || string(after) != string(before) {
		t.Errorf("the original was replaced: %v", err)
	}
}

func TestARepairIsProposedForTheWrongTotalOfShiqiao(t *testing.T) {
	s, p := openedReport(t, "石桥镇", 2022)
	at := -1
	for i, f := range p.details.Findings {
		if f.Severity == form.SeverityError && at < 0 {
			at = i
		}
	}
	if at < 0 {
		t.Fatal("nothing is wrong in the report")
	}
	p.pickFinding(at)
	texts := proposals(p.details.Findings[at], p.details.Calculation(p.details.Findings[at].Finding).Repairs, s.say)
	if len(texts) == 0 || !strings.HasPrefix(texts[0], "建议：") {
		t.Errorf("the proposal is %q", texts)
	}
	if s.report.finding == nil {
		t.Error("the finding is not remembered")
	}
}

func TestLastYearIsShownBelowEachFigureOnDemand(t *testing.T) {
	_, p := openedReport(t, "平潭综合实验区", 2020)
	k := application("received", "total")
	if got := p.cell(k).Below; got != "" {
		t.Errorf("last year is shown unasked: %q", got)
	}
	p.lastYear.OnChanged(true)
	was := p.details.FiguresBefore[k].Value.Grouped()
	if got := p.cell(k).Below; !strings.HasPrefix(got, "上年 "+was) {
		t.Errorf("below the figure stands %q, last year it was %s", got, was)
	}
}

func TestLastYearIsNotComparedAcrossEditionsWhereTheMeaningChanged(t *testing.T) {
	_, p := openedReport(t, "平潭综合实验区", 2021)
	p.lastYear.OnChanged(true)
	if got := p.cell(form.Key{Table: "fees", Item: "fee", Column: "amount"}).Below; got != "" {
		t.Errorf("fees are compared: %q", got)
	}
	if got := p.cell(application("received", "total")).Below; got == "" {
		t.Error("applications received are not compared")
	}
}

func TestClickingAFigureShowsItsSource(t *testing.T) {
	s, p := openedReport(t, "平潭综合实验区", 2020)
	k := application("received", "total")
	p.page.OnChoose(p.form.cellOf(k))
	if p.source.key != k || s.report.cell != k {
		t.Fatalf("the passport is of %s", p.source.key)
	}
	p.source.copyPlace()
	source := p.details.Figures[k].Source
	if got := s.app.Clipboard().Content(); !strings.Contains(got, source.Sheet) || !strings.HasSuffix(got, source.Cell) {
		t.Errorf("the place is copied as %q, want %s %s", got, source.Sheet, source.Cell)
	}
}

func TestAMissingFileIsReported(t *testing.T) {
	s, p := openedReport(t, "平潭综合实验区", 2020)
	var opened []string
	s.openURL = func(u *url.URL) error { opened = append(opened, u.Path); return nil }
	s.openFile(p.details.Report.File) // the samples were imported elsewhere
	if len(opened) != 0 {
		t.Errorf("%v was opened", opened)
	}
	path := uitest.Write(t, filepath.Join(t.TempDir(), "年报 2020.xlsx"), []byte("x"))
	s.openFile(path)
	if len(opened) != 1 || opened[0] != path {
		t.Errorf("%v was opened, want %s", opened, path)
	}
}

func TestDoubleClickingACellOpensTheReportAtTheFigure(t *testing.T) {
	s := openSampleShell(t)
	p := s.tablePane()
	row, _ := p.pages.Row(0)
	p.grid.OnOpen(0, p.sheet.Front)
	r := s.reportPane()
	if s.state.pane != ReportPane || r.details.Body != row.Row.Body || r.details.Year != row.Row.Year {
		t.Fatalf("pane %d shows %v", s.state.pane, r.details)
	}
	if k := p.table.Columns[0].Key; r.source.key != k {
		t.Errorf("the passport is of %s, want %s", r.source.key, k)
	}
}

func TestTheYearsOfAUnitCanBeSteppedThrough(t *testing.T) {
	s, p := openedReport(t, "平潭综合实验区", 2020)
	p.stepYear(1)
	if p.details.Year != 2021 {
		t.Errorf("the year after is %d", p.details.Year)
	}
	p.stepYear(-1)
	p.stepYear(-1)
	p.stepYear(-1)
	if p.details.Year != 2019 || !p.earlier.Disabled() {
		t.Errorf("the first is %d, the way back disabled: %v", p.details.Year, p.earlier.Disabled())
	}
	p.units.OnPick(present.BodyID(yinghai()))
	if p.details.Body != yinghai() || p.details.Year != 2023 {
		t.Errorf("another unit opens %v %d", p.details.Body, p.details.Year)
	}
	s.switchAppearance()
	if p = s.reportPane(); p.details == nil || p.details.Body != yinghai() {
		t.Error("another theme loses the report")
	}
}

func TestTheTextOfAReportIsShownOnDemandOrForAFinding(t *testing.T) {
	s := openSampleShell(t)
	d, err := present.ReadReportDetails(t.Context(), s.store, present.ReportName{Body: yinghai(), Year: 2023})
	if err != nil {
		t.Fatal(err)
	}
	r := d.Report
	r.Narrative = []form.Passage{{Section: "一", Text: "主动公开情况良好。\n本年度共收到政府信息公开申请 99 件。"}, {Section: "五", Text: "存在的问题是培训不够，下一步加强培训。"}}
	imp, err := s.store.Begin(t.Context(), data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := imp.Save(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.reload()
	s.openReport(present.ReportName{Body: yinghai(), Year: 2023}, nil, form.Key{})
	p := s.reportPane()
	shown := func() (list []page.Cell) {
		for _, c := range p.page.Cells() {
			if c.Style == page.Prose {
				list = append(list, c)
			}
		}
		return list
	}
	if len(shown()) != 0 || p.text.Disabled() {
		t.Errorf("%d paragraphs are shown unasked; can be asked for: %v", len(shown()), !p.text.Disabled())
	}
	p.text.OnChanged(true)
	if list := shown(); len(list) != 3 || list[1].Mark.Outlined || list[2].Text != "存在的问题是培训不够，下一步加强培训。" {
		t.Errorf("%+v", list)
	}
	p.text.OnChanged(false)
	p.pickFinding(slices.IndexFunc(p.details.Findings, func(f data.Found) bool { return f.Rule == "narrative" }))
	if list := shown(); len(list) != 3 || list[0].Mark.Outlined || !list[1].Mark.Outlined {
		t.Errorf("with the finding in hand: %+v", list)
	}
}

func TestAFindingThatComparesReportsLeadsToTheOtherOne(t *testing.T) {
	s, p := openedReport(t, "平潭综合实验区", 2021)
	at := slices.IndexFunc(p.details.Findings, func(f data.Found) bool { return f.Against.Year == 2020 })
	if at < 0 {
		t.Fatal("no finding compares the years")
	}
	if name := againstName(p.details.Findings[at], s.say); name != "打开 2020 年报告 ›" {
		t.Errorf("the link says %q", name)
	}
	s.openAgainst(p.details.Findings[at])
	if p.details.Year != 2020 || p.details.Body.Unit != "平潭综合实验区" {
		t.Errorf("it leads to %v", p.details.ReportName)
	}
	other := data.Found{Body: yinghai(), Year: 2023, Finding: form.Finding{Rule: "look-alike", Against: form.Against{Region: p.details.Body.Region, Unit: p.details.Body.Unit, Year: 2022}}}
	s.openAgainst(other)
	if p.details.Year != 2022 {
		t.Errorf("another body's leads to %v", p.details.ReportName)
	}
}
