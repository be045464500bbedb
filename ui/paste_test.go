package ui

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/present"
	"nianbao/ui/uitest"
)

// copiedForm is section 三 as a spreadsheet program puts it on the clipboard.
func copiedForm(t *testing.T) string {
	t.Helper()
	table := form.EditionByID("2021").Table(form.ApplicationsTable)
	var b strings.Builder
	for _, c := range table.Columns {
		b.WriteString("\t" + c.Label)
	}
	for _, it := range table.Leaves() {
		b.WriteString("\n" + it.Label + strings.Repeat("\t3", len(table.Columns)))
	}
	return b.String()
}

func pressPaste(t *testing.T, s *shell) {
	t.Helper()
	for _, menu := range s.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == (&fyne.ShortcutPaste{}).ShortcutName() {
				item.Action()
				return
			}
		}
	}
	t.Fatal("no menu item pastes")
}

func TestPastedCellsAreImportedOnceUnitAndYearAreEntered(t *testing.T) {
	s := openShell(t)
	s.app.Clipboard().SetContent(copiedForm(t))
	pressPaste(t, s)
	p := s.panes[ImportPane].(*importPane)
	if s.state.pane != ImportPane || len(p.shown) != 1 || p.shown[0].figures != 175 || !p.shown[0].failed() {
		t.Fatalf("pane %d shows %+v", s.state.pane, p.shown)
	}
	if !p.answer.box.Visible() || s.window.Canvas().Focused() != p.answer.unit || !p.answer.again.Disabled() {
		t.Fatal("nothing asks for the unit")
	}
	test.Type(p.answer.unit, "瀛海镇")
	p.answer.region.SetText("北京市大兴区")
	p.answer.year.SetText("23")
	if !p.answer.again.Disabled() {
		t.Error("the year 23 is accepted")
	}
	p.answer.year.SetText("2023")
	test.Tap(p.answer.again)
	if l := s.imports.lines[0]; l.failed() || l.unit != "瀛海镇" || l.region != "北京市大兴区" || l.year != 2023 {
		t.Fatalf("it is kept as %+v", l)
	}
	if s.inventory.reports != 1 {
		t.Errorf("the store has %d reports", s.inventory.reports)
	}
}

func TestATableCopiedAsHTMLIsReadWithItsMerges(t *testing.T) {
	s := openShell(t)
	s.app.Clipboard().SetContent("表格")
	s.copiedHTML = func(context.Context) string {
		return `<meta charset=utf-8><h3>北京市大兴区瀛海镇人民政府2023年政府信息公开工作年度报告</h3><table><tr><td colspan=2>第二十条第（五）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>7</td></tr></table>`
	}
	pressPaste(t, s)
	if l := s.imports.lines[0]; l.failed() || l.unit != "瀛海镇" || l.region != "北京市大兴区" || l.year != 2023 || l.figures != 1 {
		t.Errorf("it is kept as %+v", l)
	}
}

func TestPastingIntoATextFieldTakesALineButNotATable(t *testing.T) {
	s := openSampleShell(t)
	search := s.sidebar.units.Search
	s.window.Canvas().Focus(search)
	s.app.Clipboard().SetContent("瀛海镇\n")
	pressPaste(t, s)
	if !strings.HasPrefix(search.Text, "瀛海镇") || s.state.pane == ImportPane {
		t.Errorf("the field has %q, pane %d is in front", search.Text, s.state.pane)
	}
	s.app.Clipboard().SetContent(copiedForm(t))
	pressPaste(t, s)
	if s.state.pane != ImportPane || len(s.imports.lines) != 1 {
		t.Error("a table is not imported while a field has the keys")
	}
}

func TestAnEmptyClipboardIsReported(t *testing.T) {
	s := openShell(t)
	s.app.Clipboard().SetContent("瀛海镇 ")
	pressPaste(t, s)
	if s.shownMessage == "" || len(s.imports.lines) != 0 {
		t.Errorf("it says %q", s.shownMessage)
	}
}

// titledForm is a form whose title names a body and a year.
func titledForm(t *testing.T, dir, file, unit string, year int) string {
	t.Helper()
	r := form.Report{Edition: "2021", Region: "北京市大兴区", Unit: unit, Agency: "北京市大兴区" + unit + "人民政府", Year: year}
	for i, k := range form.EditionByID(r.Edition).Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(i + year))})
	}
	return writeForm(t, filepath.Join(dir, file), r)
}

func writeForm(t *testing.T, path string, r form.Report) string {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := workbook.WriteForm(f, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCorrectingTheBodyOfAReportIsRemembered(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	titledForm(t, dir, "1.xlsx", "黄村镇", 2022)
	titledForm(t, dir, "旧宫镇2022.xlsx", "瀛海镇", 2022) // the title still has the name of another town
	titledForm(t, dir, "青云店镇2022.xlsx", "青云店镇", 2022)
	drop(s, dir)
	p := s.panes[ImportPane].(*importPane)
	if len(p.shown) != 3 || !p.shown[1].asks() || !p.shown[1].failed() {
		t.Fatalf("shown: %+v", p.shown)
	}
	selectLine(p, 1)
	s.importProgressed() // a rebuilt list keeps the line
	if !p.answer.box.Visible() || !p.answer.again.Disabled() {
		t.Fatal("the report cannot be corrected, or without a change")
	}
	p.answer.unit.SetText("旧宫镇")
	test.Tap(p.answer.again)
	if len(s.imports.lines) != 3 || s.imports.lines[1].unit != "旧宫镇" || s.imports.lines[1].verdict != data.Imported {
		t.Fatalf("after the answer: %+v", s.imports.lines)
	}
	if got := units(s); got != "旧宫镇 青云店镇 黄村镇" {
		t.Errorf("in the store: %s", got)
	}
	drop(s, titledForm(t, dir, "旧宫镇2023.xlsx", "瀛海镇", 2023))
	if l := s.imports.lines[0]; l.unit != "旧宫镇" || l.record.Recalled == nil || !strings.Contains(p.reason(l), "旧宫镇2022.xlsx") {
		t.Errorf("the next file is kept as %s: %s", l.unit, p.reason(l))
	}
}

func units(s *shell) string {
	var all []string
	for _, u := range s.inventory.units {
		all = append(all, u.Unit)
	}
	return strings.Join(all, " ")
}

func TestAMissingFileIsOpenedFromItsKeptOriginal(t *testing.T) {
	s := openShell(t)
	path := titledForm(t, t.TempDir(), "瀛海镇.xlsx", "瀛海镇", 2022)
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	drop(s, path)
	d, err := present.ReadReportDetails(context.Background(), s.store, present.ReportName{Body: data.Body{Region: "北京市大兴区", Unit: "瀛海镇"}, Year: 2022})
	if err != nil {
		t.Fatal(err)
	}
	var opened string
	s.openURL = func(u *url.URL) error { opened = u.Path; return nil }
	if s.openSource(d.Report); opened != path {
		t.Errorf("%s was opened, want %s", opened, path)
	}
	uitest.Write(t, path, []byte("changed"))
	s.openSource(d.Report)
	got, err := os.ReadFile(opened)
	if opened == path || filepath.Base(opened) != "瀛海镇.xlsx" || err != nil || string(got) != string(want) {
		t.Errorf("%s was opened with %d bytes, want %d: %v", opened, len(got), len(want), err)
	}
	if content := present.OriginalFile(s.store, &d.Report); string(content) != string(want) {
		t.Errorf("the return copy is made from %d bytes", len(content))
	}
	os.RemoveAll(filepath.Dir(opened))
}

func TestTheFirstReportWithAQuestionIsSelected(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	titledForm(t, dir, "1.xlsx", "黄村镇", 2022)
	uitest.Write(t, filepath.Join(dir, "2.xlsx"), namelessForm(t))
	drop(s, dir)
	p := s.panes[ImportPane].(*importPane)
	if p.selected != 1 || !p.answer.box.Visible() || p.answer.lines[0].file != filepath.Join(dir, "2.xlsx") {
		t.Fatalf("line %d is selected, the answer is for %s", p.selected, p.answer.lines[0].file)
	}
	p.answer.unit.SetText("旧宫镇")
	p.show() // as after reading the store again
	if p.answer.unit.Text != "旧宫镇" {
		t.Errorf("what was typed is gone: %q", p.answer.unit.Text)
	}
	selectLine(p, 0)
	if p.answer.unit.Text != "黄村镇" {
		t.Errorf("for another line the unit is %q", p.answer.unit.Text)
	}
}

func TestAProtectedFileIsOpenedOnceThePasswordIsEntered(t *testing.T) {
	s := openShell(t)
	drop(s, "testdata/locked.xlsx")
	p := s.panes[ImportPane].(*importPane)
	if !p.password.box.Visible() || p.answer.box.Visible() || s.window.Canvas().Focused() != p.password.entry {
		t.Fatalf("nothing asks for the password: %s", p.reason(p.shown[0]))
	}
	test.Type(p.password.entry, "2023")
	test.Tap(p.password.open)
	if l := s.imports.lines[0]; !l.failed() || !strings.Contains(p.reason(l), "密码不正确") || !p.password.box.Visible() {
		t.Fatalf("a wrong password: %s", p.reason(l))
	}
	p.password.entry.SetText("年报2023")
	test.Tap(p.password.open)
	if l := s.imports.lines[0]; l.failed() || l.unit != "瀛海镇" || l.year != 2023 || l.figures != 200 || p.password.box.Visible() {
		t.Errorf("it is kept as %+v", l)
	}
}
