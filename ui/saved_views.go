package ui

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// viewWindow is what a saved view records about the window, in addition to the query.
type viewWindow struct {
	Pane   Pane
	Choice present.Choice
}

// savedView saves the current choice under a name.
func (s *shell) savedView(name string) (data.SavedView, error) {
	w := viewWindow{Pane: s.state.pane, Choice: s.state.choice}
	w.Choice.Query = data.Query{} // it is saved separately
	text, err := json.Marshal(w)
	return data.SavedView{Name: strings.TrimSpace(name), Query: s.state.choice.Query, Window: string(text)}, err
}

// openView shows a saved view. Settings from another version of the program that this one
// does not know are ignored.
func (s *shell) openView(v data.SavedView) {
	var w viewWindow
	if json.Unmarshal([]byte(v.Window), &w) != nil {
		w = viewWindow{Pane: TablePane, Choice: s.state.choice}
	}
	w.Choice.Query = v.Query
	s.jump(func() {
		s.state.change(func(c *present.Choice) { *c = w.Choice })
		if _, known := s.panes[w.Pane]; known && w.Pane != ImportPane && w.Pane != ReportPane {
			s.state.open(w.Pane)
		}
	})
	s.trace.note("view opened", "name", v.Name)
}

// withViews reads the saved views and passes them on.
func (s *shell) withViews(use func([]data.SavedView)) {
	task.Ask(s.viewLane, s.store.SavedViews, func(list []data.SavedView, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		use(list)
	})
}

// changeViews changes the saved views off the UI goroutine.
func (s *shell) changeViews(change func(context.Context) error, done func()) {
	task.Ask(s.viewLane, func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		done()
	})
}

// viewsMenu lists the saved views below a button, and what can be done with them.
func (s *shell) viewsMenu(below fyne.CanvasObject) {
	s.withViews(func(list []data.SavedView) {
		var items []*fyne.MenuItem
		for _, v := range list {
			items = append(items, fyne.NewMenuItem(v.Name, func() { s.openView(v) }))
		}
		if len(list) == 0 {
			none := fyne.NewMenuItem(s.say.Say(words.ViewsNone), nil)
			none.Disabled = true
			items = append(items, none)
		}
		manage := fyne.NewMenuItem(s.say.Say(words.ViewsManage), s.manageViews)
		manage.Disabled = len(list) == 0
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(s.say.Say(words.ViewSave), s.saveView), manage)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below)
		menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), s.window.Canvas())
		at.X += below.Size().Width - menu.MinSize().Width
		menu.ShowAtPosition(at.AddXY(0, below.Size().Height))
		s.trace.note("views", "count", len(list))
	})
}

// saveView asks the user for a name and saves the current choice under it.
func (s *shell) saveView() {
	s.askName(nameQuestion{title: words.ViewSaveTitle, do: words.ViewSaveButton, label: words.ViewName,
		hint: words.ViewNameHint, note: words.ViewSaveNote, name: s.proposedName()}, s.keepView)
}

// proposedName describes the choice: view and filters.
func (s *shell) proposedName() string {
	parts := []string{s.say.Say(present.ViewName(s.state.choice.Query.View))}
	return strings.Join(append(parts, present.FilterTexts(s.state.choice, s.say)...), " ")
}

// keepView saves the choice under a name; it asks before replacing a view.
func (s *shell) keepView(name string) {
	v, err := s.savedView(name)
	if err != nil {
		s.showError(err)
		return
	}
	s.withViews(func(list []data.SavedView) {
		s.unlessTaken(list, v.Name, func() {
			s.changeViews(func(ctx context.Context) error { return s.store.SaveView(ctx, v) }, func() {
				s.status.showSelection(s.say.Say(words.ViewSaved, v.Name))
				s.trace.note("view saved", "name", v.Name)
			})
		})
	})
}

// unlessTaken goes on at once if no view has the name, otherwise only if the user agrees.
func (s *shell) unlessTaken(list []data.SavedView, name string, goOn func()) {
	if !slices.ContainsFunc(list, func(v data.SavedView) bool { return v.Name == name }) {
		goOn()
		return
	}
	s.confirm(s.say.Say(words.ViewReplaceAsk, name), words.ViewReplace, goOn)
}
