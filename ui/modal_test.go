package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// typeKey types a key as the driver does: to the focused object, else to the window.
func typeKey(s *shell, key fyne.KeyName) {
	e := &fyne.KeyEvent{Name: key}
	if focused := s.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(e)
		return
	}
	s.window.Canvas().OnTypedKey()(e)
}

// dialogs are ways to open each dialog that needs no preparation but a pane.
func dialogs(s *shell) map[string]func() {
	return map[string]func(){
		"choose files":   s.chooseFiles,
		"choose folder":  s.chooseFolder,
		"open backup":    s.chooseBackup,
		"save a backup":  s.saveBackup,
		"save a view":    s.saveView,
		"manage views":   s.manageViews,
		"condition":      func() { s.askCondition("") },
		"export":         s.export,
		"correct name":   func() { s.state.open(ReportPane); s.correctName() },
		"new body":       func() { s.openUnits(); s.unitsPane().add() },
		"settings":       s.showSettings,
		"definitions":    s.showDefinitions,
		"open database":  s.chooseDatabase,
		"new database":   s.newDatabase,
		"save as":        s.saveDatabaseAs,
		"about":          s.showAbout,
		"help":           s.showHelp,
		"palette":        s.openPalette,
		"message":        func() { s.showMessage("title", "text") },
		"confirm":        func() { s.confirm("really?", words.OK, func() {}) },
		"evidence":       func() { s.state.open(OverviewPane); s.overviewPane().explainCard(0) },
		"missing bodies": func() { s.state.open(OverviewPane); s.overviewPane().explainMissing() },
	}
}

func (s *shell) overviewPane() *overviewPane { return s.panes[OverviewPane].(*overviewPane) }

func TestEscapeClosesEveryDialogWhateverHasTheKeys(t *testing.T) {
	s := openSampleShell(t)
	for name, open := range dialogs(s) {
		open()
		if !s.isAsking() {
			t.Errorf("%s opens no dialog", name)
			continue
		}
		var inside []fyne.Focusable
		for _, o := range test.LaidOutObjects(s.topModal().content) {
			if f, ok := o.(fyne.Focusable); ok && o.Visible() {
				if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
					inside = append(inside, f)
				}
			}
		}
		typeKey(s, fyne.KeyEscape)
		if s.isAsking() {
			t.Errorf("Escape does not close %s", name)
			s.topModal().Hide()
		}
		for i, f := range inside {
			open()
			again := test.LaidOutObjects(s.topModal().content)
			n := 0
			for _, o := range again {
				if g, ok := o.(fyne.Focusable); ok && o.Visible() {
					if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
						if n == i {
							f = g
						}
						n++
					}
				}
			}
			if search, ok := f.(*control.Search); ok {
				search.SetText("")
			}
			s.window.Canvas().Focus(f)
			typeKey(s, fyne.KeyEscape)
			if s.isAsking() {
				t.Errorf("in %s %T keeps Escape to itself", name, f)
				s.topModal().Hide()
			}
		}
		if top := s.window.Canvas().Overlays().Top(); top != nil {
			t.Fatalf("after %s %T is still open", name, top)
		}
	}
}

func TestShortcutsOfTheWindowSleepBehindADialog(t *testing.T) {
	s := openSampleShell(t)
	s.showMessage("title", "text")
	for _, c := range s.commands() {
		if c.item.Shortcut != nil && keyText(c.item.Shortcut) != "Ctrl+V" {
			before := s.place()
			c.item.Action()
			if len(s.modals) != 1 || s.place().pane != before.pane {
				t.Fatalf("%s works behind a dialog", c.item.Label)
			}
		}
	}
	typeKey(s, fyne.KeyF4)
	if s.state.pane != TablePane {
		t.Error("F4 works behind a dialog")
	}
	typeKey(s, fyne.KeyReturn)
	if s.isAsking() {
		t.Error("Enter does not close a message")
	}
}

func TestTheFocusReturnsAfterADialog(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(TablePane)
	before := s.window.Canvas().Focused()
	if before == nil {
		t.Fatal("nothing has the focus in the table")
	}
	s.saveView()
	if f, ok := s.window.Canvas().Focused().(*control.Field); !ok || f.SelectedText() != f.Text || f.Text == "" {
		t.Error("the proposed name is not marked")
	}
	typeKey(s, fyne.KeyEscape)
	if after := s.window.Canvas().Focused(); after != before {
		t.Errorf("the focus goes to %T, not back to %T", after, before)
	}
}

func TestAListClosesOnEscapeAndWhenItsPaneIsLeft(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(OverviewPane)
	year := s.overviewPane().year
	for name, leave := range map[string]func(){
		"Escape":       func() { typeKey(s, fyne.KeyEscape) },
		"another pane": func() { s.state.open(TablePane) },
	} {
		s.state.open(OverviewPane)
		test.Tap(year)
		if s.window.Canvas().Overlays().Top() == nil {
			t.Fatal("the list does not open")
		}
		leave()
		if s.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s leaves the list open", name)
		}
	}
	test.Tap(year)
	was := s.state.choice.Year
	typeKey(s, fyne.KeyDown)
	typeKey(s, fyne.KeyReturn)
	if s.state.choice.Year == was || s.window.Canvas().Overlays().Top() != nil {
		t.Error("the keys choose no year")
	}
}

func TestBackAndForwardRestorePaneAndFilters(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(OverviewPane)
	start := s.place()
	s.openTable(present.Target{Bodies: nil, Year: 2022})
	table := s.place()
	if table.pane != TablePane || table.choice.Query.FromYear != 2022 {
		t.Fatalf("the table shows %+v", table)
	}
	at := slices.IndexFunc(s.inventory.units, func(u data.UnitFacet) bool { return u.Reports > 2 })
	s.openReport(present.ReportName{Body: s.inventory.units[at].Body, Year: s.inventory.units[at].LastYear}, nil, form.Key{})
	years := s.reportPane().details.Years
	first, second := years[0], years[1]
	s.reportPane().openYear(first)
	s.reportPane().openYear(second)
	s.goBack()
	if s.state.pane != ReportPane || s.reportPane().details.Year != first {
		t.Errorf("one step back shows the report of %d", s.reportPane().details.Year)
	}
	s.goBack()
	s.goBack()
	if got := s.place(); got.pane != TablePane || got.choice.Query.FromYear != 2022 || s.gridRows() == 0 {
		t.Errorf("three steps back: pane %d, years from %d", got.pane, got.choice.Query.FromYear)
	}
	s.goBack()
	if got := s.place(); got.pane != start.pane || got.choice.Query.FromYear != start.choice.Query.FromYear {
		t.Errorf("four steps back: pane %d, years from %d", got.pane, got.choice.Query.FromYear)
	}
	for range 4 {
		s.goForward()
	}
	if s.state.pane != ReportPane || s.reportPane().details.Year != second {
		t.Errorf("four steps forward: pane %d", s.state.pane)
	}
}

func TestThePaletteFindsBodiesYearsAndCommands(t *testing.T) {
	s := openSampleShell(t)
	search := func(text string) {
		t.Helper()
		s.openPalette()
		field, ok := s.window.Canvas().Focused().(*control.Search)
		if !ok {
			t.Fatal("the palette does not take the keys")
		}
		test.Type(field, text)
		field.OnSubmitted(text)
	}
	search("yhz")
	if s.state.pane != ReportPane || s.reportPane().details.Body != yinghai() {
		t.Errorf("yhz opens pane %d", s.state.pane)
	}
	s.state.open(TablePane)
	search("2022")
	if q := s.state.choice.Query; q.FromYear != 2022 || q.ToYear != 2022 {
		t.Errorf("2022 shows the years %d to %d", q.FromYear, q.ToYear)
	}
	search(s.say.Say(words.PaneFindings))
	if s.state.pane != FindingsPane {
		t.Errorf("the name of a pane opens pane %d", s.state.pane)
	}
}

func TestTheListOfKeysNamesEveryShortcutOnce(t *testing.T) {
	s := openSampleShell(t)
	seen := map[string]string{}
	for _, c := range s.commands() {
		if c.item.Shortcut == nil {
			continue
		}
		key := keyText(c.item.Shortcut)
		if key == "" {
			t.Errorf("%s has a key without a name", c.item.Label)
		}
		if other, ok := seen[key]; ok {
			t.Errorf("%s does both %s and %s", key, other, c.item.Label)
		}
		seen[key] = c.item.Label
	}
	typeKey(s, fyne.KeyF1)
	if !s.isAsking() {
		t.Fatal("F1 opens nothing")
	}
	shown := map[string]bool{}
	for _, o := range test.LaidOutObjects(s.topModal().content) {
		if text, ok := o.(*control.Text); ok {
			shown[text.Text()] = true
		}
	}
	for key := range seen {
		if !shown[key] {
			t.Errorf("the list lacks %s", key)
		}
	}
}
