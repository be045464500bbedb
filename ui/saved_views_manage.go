package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/words"
)

// viewManager lists the saved views to open, rename and delete them.
type viewManager struct {
	shell  *shell
	dialog *modal
	views  []data.SavedView
	chosen string // its name

	ticks                *control.Ticks
	name                 *control.Field
	open, rename, remove *control.Button
}

// manageViews opens the list of the saved views.
func (s *shell) manageViews() {
	m := &viewManager{shell: s}
	m.ticks = control.NewTicks(s.say.Say(words.ViewSearch), s.say.Say(words.ViewsNone), control.One)
	m.ticks.Match = new(data.Finder).Matches
	m.ticks.OnToggle = m.choose
	m.name = control.NewField()
	m.name.OnChanged = func(string) { m.able() }
	m.name.OnSubmitted = func(string) { m.renameChosen() }
	m.open = control.NewButton(s.say.Say(words.ViewOpen), m.openChosen)
	m.open.Importance = widget.HighImportance
	m.rename = control.NewButton(s.say.Say(words.ViewRename), m.renameChosen)
	m.remove = control.NewButton(s.say.Say(words.ViewDelete), m.removeChosen)
	closing := control.NewButton(s.say.Say(words.Close), func() { m.dialog.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), control.Outlined(m.remove), layout.NewSpacer(), control.Outlined(closing), m.open)
	renaming := control.NewDock(nil, nil, nil, control.Pad(control.Outlined(m.rename), 6, 0), m.name)
	room := s.dialogRoom(420, 360)
	content := container.NewStack(room, control.NewDock(nil, container.New(layout.NewCustomPaddedVBoxLayout(10), renaming, buttons), nil, nil, control.Pad(m.ticks, 0, 4)))
	m.dialog = s.newModal(s.say.Say(words.ViewsButton), content, m.openChosen)
	m.dialog.Show()
	m.load()
}

// load reads the views and keeps the chosen one selected, if it still exists.
func (m *viewManager) load() {
	m.shell.withViews(func(list []data.SavedView) {
		m.views = list
		if _, ok := m.view(); !ok {
			m.chosen = ""
			if len(list) > 0 {
				m.chosen = list[0].Name
			}
		}
		m.choose(m.chosen)
		m.shell.tracePlaces()
	})
}

// view is the chosen view.
func (m *viewManager) view() (data.SavedView, bool) {
	for _, v := range m.views {
		if v.Name == m.chosen {
			return v, true
		}
	}
	return data.SavedView{}, false
}

func (m *viewManager) choose(name string) {
	m.chosen = name
	var lines []control.Tick
	for _, v := range m.views {
		lines = append(lines, control.Tick{ID: v.Name, Label: v.Name, Count: v.SavedAt.Local().Format("2006-01-02 15:04"), On: v.Name == name})
	}
	m.ticks.SetLines(lines)
	m.name.SetText(name)
	m.able()
}

// able disables the actions that are impossible.
func (m *viewManager) able() {
	_, ok := m.view()
	name := strings.TrimSpace(m.name.Text)
	for button, can := range map[*control.Button]bool{m.open: ok, m.remove: ok, m.rename: ok && name != "" && name != m.chosen} {
		if can {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

func (m *viewManager) openChosen() {
	if v, ok := m.view(); ok {
		m.dialog.Hide()
		m.shell.openView(v)
	}
}

func (m *viewManager) renameChosen() {
	s, was, name := m.shell, m.chosen, strings.TrimSpace(m.name.Text)
	if _, ok := m.view(); !ok || name == "" || name == was {
		return
	}
	s.unlessTaken(m.views, name, func() {
		s.changeViews(func(ctx context.Context) error { return s.store.RenameView(ctx, was, name) }, func() {
			m.chosen = name
			m.load()
		})
	})
}

func (m *viewManager) removeChosen() {
	s, name := m.shell, m.chosen
	s.confirm(s.say.Say(words.ViewDeleteAsk, name), words.ViewDelete, func() {
		s.changeViews(func(ctx context.Context) error { return s.store.DeleteView(ctx, name) }, m.load)
	})
}
