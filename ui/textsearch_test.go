package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
)

func TestATextSearchHitOpensItsReportAtTheLine(t *testing.T) {
	s := openSampleShell(t)
	imp, err := s.store.Begin(t.Context(), data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	r := form.Report{Unit: "柳河镇", Region: "东平县", Year: 2023, Edition: "2021", Narrative: []form.Passage{
		{Section: "一", Text: "坚持以公开为常态。\n推进标准化建设。"}, {Section: "五", Text: "解读不多。\n人手不足，经费有限。"}}}
	for _, k := range form.EditionByID("2021").Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Raw: "0"})
	}
	if _, err := imp.Save(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.reload()
	s.searchTexts()
	search, ok := s.window.Canvas().Focused().(interface{ SetText(string) })
	if !ok || s.state.pane != TextPane {
		t.Fatalf("the focus is on %T", s.window.Canvas().Focused())
	}
	search.SetText("人手")
	if got := s.panes[TextPane].Summary(); got != "1 处" {
		t.Fatalf("%q", got)
	}
	s.state.change(func(c *present.Choice) { c.Query.Units = []data.Body{{Region: "东平县", Unit: "石桥镇"}} })
	if got := s.panes[TextPane].Summary(); got != "" {
		t.Errorf("with a filter: %q", got)
	}
	s.state.change(present.ClearFilters)
	listIn(t, s).Select(0)
	if s.state.pane != ReportPane || s.reportPane().details.Body.Unit != "柳河镇" {
		t.Fatal("no report is shown")
	}
	marked := 0
	for _, c := range s.reportPane().page.Cells() {
		if c.Mark.Outlined {
			marked++
			if !strings.HasPrefix(c.Text, "人手不足") {
				t.Errorf("%q is marked", c.Text)
			}
		}
	}
	if marked != 1 || s.reportPane().scroll.Offset.Y == 0 {
		t.Errorf("%d lines are marked, the page is at %g", marked, s.reportPane().scroll.Offset.Y)
	}
}

// listIn is the list in the window.
func listIn(t *testing.T, s *shell) *widget.List {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.window.Canvas().Content()) {
		if l, ok := o.(*widget.List); ok {
			return l
		}
	}
	t.Fatal("no list")
	return nil
}
