package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// nameQuestion is a question whose answer is a name.
type nameQuestion struct {
	title, do, label, hint, note words.Word
	name                         string // proposed, and marked so that typing replaces it
}

// askName asks for a name, which is not empty when done gets it.
func (s *shell) askName(q nameQuestion, done func(name string)) *modal {
	name := control.NewField()
	name.SetPlaceHolder(s.say.Say(q.hint))
	name.SetText(q.name)
	var m *modal
	accept := func() {
		if text := strings.TrimSpace(name.Text); text != "" {
			m.Hide()
			done(text)
		}
	}
	do := mainButton(s.say.Say(q.do), accept)
	name.OnChanged = func(text string) { control.SetEnabled(do, strings.TrimSpace(text) != "") }
	name.OnChanged(q.name)
	label := control.NewText(s.say.Say(q.label), control.TextStyle{Color: look.Muted, Fixed: true})
	note := control.NewText(s.say.Say(q.note), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText})
	field := container.New(&formLayout{gap: 14, pitch: 8}, label, name)
	m = s.newModal(s.say.Say(q.title), roomFor(440, container.New(layout.NewCustomPaddedVBoxLayout(10),
		field, note, s.dialogButtons(func() { m.Hide() }, do))), accept)
	m.Show()
	s.focusOnText(name)
	return m
}

// confirm asks before something that cannot be undone.
func (s *shell) confirm(question string, yes words.Word, goOn func()) {
	text := control.NewParagraph(question, control.TextStyle{}, 420)
	var m *modal
	accept := func() { m.Hide(); goOn() }
	m = s.newModal(s.say.Say(yes), roomFor(420, container.New(layout.NewCustomPaddedVBoxLayout(10),
		text, s.dialogButtons(func() { m.Hide() }, mainButton(s.say.Say(yes), accept)))), accept)
	m.Show()
}

// mainButton does what Enter does.
func mainButton(name string, do func()) *control.Button {
	b := control.NewButton(name, do)
	b.Importance = widget.HighImportance
	return b
}

// dialogButtons are the last row of a dialog: cancel, then what it is for.
func (s *shell) dialogButtons(cancel func(), do ...fyne.CanvasObject) fyne.CanvasObject {
	row := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(control.NewButton(s.say.Say(words.Cancel), cancel)))
	for _, b := range do {
		row.Add(b)
	}
	return row
}

// roomFor makes content at least so wide.
func roomFor(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	room := control.NewGap(0)
	room.Min = fyne.NewSize(width, 0)
	return container.NewStack(room, content)
}

// focusOnText focuses a field and marks its text, so that typing replaces it.
func (s *shell) focusOnText(f *control.Field) {
	s.window.Canvas().Focus(f)
	f.SelectAll()
}
