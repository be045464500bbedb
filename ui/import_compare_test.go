package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
)

// version writes a form of 瀛海镇 in which the first figures are others.
func version(t *testing.T, dir, file string, changed int) string {
	t.Helper()
	r := form.Report{Edition: "2021", Region: "北京市大兴区", Unit: "瀛海镇", Agency: "北京市大兴区瀛海镇人民政府", Year: 2023}
	for i, k := range form.EditionByID(r.Edition).Keys() {
		value := form.Count(int64(i))
		if i < changed {
			value += form.Count(100)
		}
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: value})
	}
	return writeForm(t, filepath.Join(dir, file), r)
}

func firstFigure(t *testing.T, s *shell) form.Number {
	t.Helper()
	d, err := present.ReadReportDetails(t.Context(), s.store, present.ReportName{Body: data.Body{Region: "北京市大兴区", Unit: "瀛海镇"}, Year: 2023})
	if err != nil {
		t.Fatal(err)
	}
	return d.Report.Figures[0].Value
}

func TestCandidatesCanBeComparedEvenIfTheirFilesAreGone(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	version(t, dir, "瀛海镇2023初稿.xlsx", 0)
	version(t, dir, "瀛海镇2023定稿.xlsx", 3)
	titledForm(t, dir, "黄村镇2022.xlsx", "黄村镇", 2022)
	drop(s, dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	p := s.panes[ImportPane].(*importPane)
	s.imports.forget() // as after a restart
	p.Load()
	p.openPast(p.past[0])
	if p.past[0].Open != 2 || !p.compare.Box.Visible() || p.answer.box.Visible() {
		t.Fatalf("nothing is compared: %+v", p.past)
	}
	shown := p.compare.Shown()
	if shown == nil || len(shown.Candidates) != 2 || len(shown.Rows) != 3 {
		t.Fatalf("compared: %+v", shown)
	}
	draft, final := shown.Candidates[0], shown.Candidates[1]
	if draft.Reason != "" || final.Reason == "" || final.Name != "瀛海镇2023定稿.xlsx" || final.Dated.IsZero() || final.Numbers != 200 {
		t.Errorf("the candidates are %+v and %+v", draft, final)
	}
	if r := shown.Rows[0]; r.Figures[0].Value+form.Count(100) != r.Figures[1].Value || r.Place == "" {
		t.Errorf("the first difference is %+v", r)
	}
	p.compare.OnTake(1)
	if got := firstFigure(t, s); got != form.Count(100) {
		t.Errorf("the first figure is %s", got)
	}
	if n := s.imports.tally(); n[data.Asked] != 0 || s.inventory.reports != 2 {
		t.Errorf("%v, %d reports", n, s.inventory.reports)
	}
	for _, i := range p.past {
		if i.Open != 0 {
			t.Errorf("the history still asks: %+v", i)
		}
	}
}

func TestCandidatesOfManyBodiesCanBeTakenAsSuggested(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	version(t, dir, "瀛海镇2023初稿.xlsx", 0)
	version(t, dir, "瀛海镇2023定稿.xlsx", 3)
	drop(s, dir)
	p := s.panes[ImportPane].(*importPane)
	selectGroup(t, p, present.RivalLines)
	test.Tap(p.actions.proposed)
	if got := firstFigure(t, s); got != form.Count(100) || s.imports.tally()[data.Asked] != 0 {
		t.Errorf("the first figure is %s, %+v", got, s.imports.tally())
	}
	selectLine(p, p.list.Line(p.list.Rows()-1))
}

func TestANewerVersionShowsWhichFiguresChange(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	drop(s, version(t, dir, "瀛海镇2023.xlsx", 0))
	drop(s, version(t, dir, "瀛海镇2023更正.xlsx", 5))
	p := s.panes[ImportPane].(*importPane)
	selectLine(p, 0)
	shown := p.compare.Shown()
	if shown == nil || len(shown.Rows) != 5 || shown.Choice || shown.Candidates[0].Name != "瀛海镇2023.xlsx" || shown.Candidates[1].Name != "瀛海镇2023更正.xlsx" {
		t.Fatalf("compared: %+v", shown)
	}
	if got := p.list.Cell(0, 2).Text; got != "5 个数字不同" {
		t.Errorf("the heading says %q", got)
	}
}
