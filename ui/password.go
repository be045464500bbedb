package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// passwordBar is the field below the list for the password of the selected file.
type passwordBar struct {
	shell *shell
	box   *fyne.Container
	entry *control.Field
	open  *control.Button
	line  line
}

func newPasswordBar(s *shell) *passwordBar {
	b := &passwordBar{shell: s, entry: control.NewField()}
	b.entry.Password = true
	b.open = control.NewButton(s.say.Say(words.PasswordOpen), b.submit)
	b.open.Importance = widget.HighImportance
	b.entry.SetPlaceHolder(s.say.Say(words.PasswordHint))
	b.entry.OnSubmitted = func(string) { b.submit() }
	b.box = container.New(layout.NewCustomPaddedHBoxLayout(8),
		container.NewCenter(control.NewText(s.say.Say(words.Password), control.TextStyle{Color: look.Muted, Fixed: true})),
		container.NewGridWrap(fyne.NewSize(240, 34), b.entry), container.NewCenter(b.open))
	b.box.Hide()
	return b
}

// showFor shows the field for a line whose file can be opened with a password.
func (b *passwordBar) showFor(l line) {
	if !l.needsPassword() || b.shell.imports.running {
		b.box.Hide()
		return
	}
	if b.line.file != l.file || !b.box.Visible() {
		b.entry.SetText("")
	}
	b.line = l
	b.box.Show()
}

func (b *passwordBar) submit() {
	if b.entry.Text == "" {
		return
	}
	j := b.shell.again([]line{b.line})
	j.password = b.entry.Text
	b.shell.importPaths(j)
}

// needsPassword reports whether the file of a line can be opened with a password.
func (l line) needsPassword() bool { return l.record.Password && !l.answered() }
