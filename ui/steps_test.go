package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/present"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

// answerQuestion taps a button of the topmost question, and returns its text.
func answerQuestion(t *testing.T, s *shell, yes bool) string {
	t.Helper()
	top := s.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is asked")
	}
	var buttons []*control.Button
	said := ""
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *control.Button:
			buttons = append(buttons, o)
		case *control.Paragraph:
			said += o.Text()
		}
	}
	if len(buttons) != 2 {
		t.Fatalf("%d buttons under %q", len(buttons), said)
	}
	button := buttons[0]
	if yes {
		button = buttons[1]
	}
	test.Tap(button)
	return said
}

// correct opens the dialog for a figure of the report shown and saves a value.
func correct(t *testing.T, s *shell, k form.Key, value, reason string) {
	t.Helper()
	p := s.reportPane()
	p.chooseCell(p.form.cellOf(k))
	p.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	if !s.isAsking() {
		t.Fatal("F2 opens no dialog")
	}
	var fields []*control.Field
	for _, o := range test.LaidOutObjects(s.topModal().content) {
		if e, ok := o.(*control.Field); ok {
			fields = append(fields, e)
		}
	}
	fields[0].SetText(value)
	fields[1].SetText(reason)
	fields[1].OnSubmitted(reason)
}

var penalties = form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}

func TestACorrectedFigureShowsItsOriginalAndCanBeUndone(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	drop(s, titledForm(t, dir, "瀛海镇.xlsx", "瀛海镇", 2022))
	s.openReport(present.ReportName{Body: data.Body{Region: "北京市大兴区", Unit: "瀛海镇"}, Year: 2022}, nil, penalties)
	p := s.reportPane()
	was := p.details.Figures[penalties].Value.Grouped()
	correct(t, s, penalties, "7", "电话核实")
	shown := func() (text, original string) {
		c := p.page.Cells()[p.form.cellOf(penalties)]
		return c.Text, c.Was
	}
	if text, original := shown(); text != "7" || original != "原为 "+was {
		t.Errorf("the form shows %q and %q", text, original)
	}
	if got := p.details.Amended[penalties]; got.Reason != "电话核实" || got.Original.Source.Cell == "" {
		t.Errorf("the correction is %+v", got)
	}
	s.undo()
	if text, original := shown(); text != was || original != "" {
		t.Errorf("after Ctrl+Z: %q and %q", text, original)
	}
	s.redo()
	if text, _ := shown(); text != "7" {
		t.Errorf("after Ctrl+Y: %q", text)
	}
	p.chooseCell(p.form.cellOf(penalties))
	p.page.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary, PointEvent: fyne.PointEvent{Position: middleOf(p, penalties)}})
	if s.window.Canvas().Overlays().Top() == nil {
		t.Error("a click with the right button offers nothing")
	}
}

func middleOf(p *reportPane, k form.Key) fyne.Position {
	at, size := p.page.Place(p.form.cellOf(k))
	return at.AddXY(size.Width/2, size.Height/2)
}

func TestALaterFileAsksAboutCorrectionsOfTheEarlierOne(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	drop(s, titledForm(t, dir, "瀛海镇.xlsx", "瀛海镇", 2022))
	name := present.ReportName{Body: data.Body{Region: "北京市大兴区", Unit: "瀛海镇"}, Year: 2022}
	s.openReport(name, nil, penalties)
	p := s.reportPane()
	correct(t, s, penalties, "7", "电话核实")
	later := p.details.Report
	later.Figures = append([]form.Figure(nil), later.Figures...)
	for i := range later.Figures {
		later.Figures[i].Value += form.Count(1)
	}
	drop(s, writeForm(t, filepath.Join(dir, "新版.xlsx"), later))
	if l := s.imports.lines[0]; l.verdict != data.Replaced || !strings.Contains(l.record.Words(words.Chinese), "更正待确认") {
		t.Fatalf("the line says %q", l.record.Words(words.Chinese))
	}
	s.openReport(name, nil, penalties)
	if !p.pending.box.Visible() || p.details.PendingAt(penalties) == nil || p.details.Figures[penalties].Value != form.Count(8) {
		t.Fatalf("pending: %+v", p.details.Pending)
	}
	s.confirmPending(p.details.Pending, true)
	if p.pending.box.Visible() || p.details.Figures[penalties].Value != form.Count(7) {
		t.Errorf("kept, the figure is %s", p.details.Figures[penalties].Value)
	}
	s.undo()
	if !p.pending.box.Visible() {
		t.Error("an undone answer asks nothing")
	}
	s.confirmPending(p.details.Pending, false)
	if p.pending.box.Visible() || p.details.Figures[penalties].Value != form.Count(8) {
		t.Errorf("not kept, the figure is %s", p.details.Figures[penalties].Value)
	}
}

func TestQuestionsInTheHistoryCanBeAnsweredAfterTheFilesAreGone(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	for _, name := range []string{"瀛海镇.xlsx", "旧宫镇.xlsx"} { // their names have no year
		titledForm(t, dir, name, strings.TrimSuffix(name, ".xlsx"), 0)
	}
	uitest.Write(t, filepath.Join(dir, "坏.xlsx"), []byte("这不是工作簿"))
	drop(s, dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	s.imports.forget() // as after a restart
	s.panes[ImportPane].Load()
	p := s.panes[ImportPane].(*importPane)
	if len(p.past) != 1 || p.past[0].Failed != 3 || p.past[0].Open != 2 || p.past[0].CanUndo {
		t.Fatalf("the history is %+v", p.past)
	}
	p.openPast(p.past[0])
	if len(p.shown) != 3 || p.reason(p.shown[0]) == "" {
		t.Fatalf("%d lines, %q", len(p.shown), p.reason(p.shown[0]))
	}
	p.grid.Select(grid.Range{Row0: 0, Row1: p.list.Rows() - 1, Col1: 7})
	if !p.answer.box.Visible() || len(p.answer.lines) != 2 {
		t.Fatalf("the answer is for %d lines", len(p.answer.lines))
	}
	p.answer.year.SetText("2022")
	test.Tap(p.answer.again)
	if got := units(s); !strings.Contains(got, "瀛海镇") || !strings.Contains(got, "旧宫镇") {
		t.Fatalf("in the store: %s; %+v", got, s.imports.lines)
	}
	if len(p.past) != 2 || p.past[1].Open != 0 || p.past[1].Failed != 1 {
		t.Fatalf("the history is %+v", p.past)
	}
	p.openPast(p.past[1])
	if l := p.shown[1]; !l.answered() || p.answer.box.Visible() || !strings.Contains(p.reason(l), "答复") {
		t.Errorf("the line says %q", p.reason(l))
	}
	s.undo()
	if said := answerQuestion(t, s, true); !strings.Contains(said, "2 份报告") {
		t.Errorf("the question is %q", said)
	}
	if p.Load(); p.past[1].Open != 2 || !p.past[0].CanRedo || s.inventory.reports != 0 {
		t.Errorf("after the undo the history is %+v", p.past)
	}
	s.redo()
	answerQuestion(t, s, false)
	if s.inventory.reports != 0 {
		t.Error("a redo that was cancelled was done")
	}
	s.redo()
	answerQuestion(t, s, true)
	if s.inventory.reports != 2 {
		t.Errorf("%d reports came back", s.inventory.reports)
	}
}

func TestUndoStepsThroughChoicesAndChangesInOrder(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(FindingsPane)
	p := s.findingsPane()
	p.selectRow(p.firstFinding())
	f := p.shown[p.selected()]
	p.about.verdict.choice.OnTap(1)
	s.state.change(func(c *present.Choice) { c.Query.FromYear = 2023 })
	s.undo()
	if s.state.choice.Query.FromYear != 0 || s.steps.undo.Kind != data.DecideStep {
		t.Fatalf("first undone: %+v", s.state.choice.Query)
	}
	s.undo()
	decision := func() data.Decision {
		found, err := s.store.Findings(t.Context(), data.FindingFilter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, have := range found {
			if sameFinding(have, f) {
				return have.Decision
			}
		}
		return "gone"
	}
	if got := decision(); got != data.Pending {
		t.Errorf("the decision undone is %q", got)
	}
	s.redo()
	s.redo()
	if got := decision(); got != data.Confirmed || s.state.choice.Query.FromYear != 2023 {
		t.Errorf("redone: %q, %+v", got, s.state.choice.Query)
	}
}
