package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/present"
)

// focusable lists what can take the focus in the window now.
func focusable(s *shell) []fyne.Focusable {
	var list []fyne.Focusable
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if f, ok := o.(fyne.Focusable); ok {
			list = append(list, f)
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(s.window.Canvas().Content())
	return list
}

func TestF4GoesThroughTheFindingsWhateverHasTheFocus(t *testing.T) {
	s := openSampleShell(t)
	for _, pane := range []Pane{OverviewPane, TablePane, ChartPane, FindingsPane, ReportPane, ImportPane} {
		s.state.open(pane)
		list := focusable(s)
		if len(list) < 4 {
			t.Errorf("pane %d has %d objects that take the keys", pane, len(list))
		}
		for _, f := range list {
			s.findingsPane().selectRow(0)
			s.report.finding = nil
			s.window.Canvas().Focus(f)
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
			switch pane {
			case ReportPane:
				if s.report.finding == nil {
					t.Errorf("in the report view %T keeps F4 to itself", f)
				}
			default:
				if s.state.pane != FindingsPane || s.findingsPane().selected() != 0 {
					t.Errorf("in pane %d %T keeps F4 to itself", pane, f)
				}
			}
			s.state.open(pane)
		}
	}
}

func TestFynesUndoShortcutsReachTheMenu(t *testing.T) {
	s := openSampleShell(t)
	shortcut := func(name string) func() {
		for _, menu := range s.window.MainMenu().Items {
			for _, item := range menu.Items {
				if item.Shortcut != nil && item.Shortcut.ShortcutName() == name {
					return item.Action
				}
			}
		}
		t.Fatalf("no menu item has the shortcut %s", name)
		return nil
	}
	undo, redo := shortcut((&fyne.ShortcutUndo{}).ShortcutName()), shortcut((&fyne.ShortcutRedo{}).ShortcutName())
	s.window.Canvas().Unfocus()
	s.state.change(func(c *present.Choice) { c.Query.FromYear = 2021 })
	if undo(); s.state.choice.Query.FromYear != 0 {
		t.Errorf("after undo the years begin with %d", s.state.choice.Query.FromYear)
	}
	if redo(); s.state.choice.Query.FromYear != 2021 {
		t.Errorf("after redo the years begin with %d", s.state.choice.Query.FromYear)
	}
	s.openReport(present.ReportName{Body: yinghai(), Year: 2023}, nil, form.Key{})
	field := control.NewSearch("")
	s.window.SetContent(field)
	s.window.Canvas().Focus(field)
	test.Type(field, "yhz")
	if undo(); field.Text == "yhz" || s.state.choice.Query.FromYear != 2021 {
		t.Errorf("undo leaves %q in the field, the years begin with %d", field.Text, s.state.choice.Query.FromYear)
	}
}
