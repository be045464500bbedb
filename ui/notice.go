package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// versions are shown in the About dialog.
type versions struct {
	program, duckdb string
	schema          int
}

// showMessage shows a message in the window, only once if several requests fail in the same way.
func (s *shell) showMessage(title, text string) { s.showMessageWith(title, text) }

// showMessageWith shows a message with further buttons beside OK.
func (s *shell) showMessageWith(title, text string, further ...*control.Button) {
	if s.shownMessage == text {
		return
	}
	s.shownMessage = text
	label := control.NewParagraph(text, control.TextStyle{}, 440)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(440, 48)
	var m *modal
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer())
	for _, b := range further {
		buttons.Add(control.Outlined(b))
	}
	buttons.Add(mainButton(s.say.Say(words.OK), func() { m.Hide() }))
	m = s.newModal(title, container.New(layout.NewCustomPaddedVBoxLayout(12), container.NewStack(room, label), buttons), func() { m.Hide() })
	m.closed = func() { s.shownMessage = "" }
	m.Show()
}

// showNotices shows what was found and repaired when the store was opened, and whether it
// is read-only.
func (s *shell) showNotices() {
	var lines []string
	if s.store.ReadOnly() {
		lines = append(lines, s.say.Say(words.NoticeReadOnly))
	}
	for _, n := range s.store.Notices() {
		lines = append(lines, s.say.Say(present.NoticeWord(n), n.Count))
	}
	if len(lines) > 0 {
		s.showMessage(s.say.Say(words.NoticeTitle), strings.Join(lines, "\n"))
	}
}

// showAbout shows name, purpose and versions.
func (s *shell) showAbout() {
	s.about.duckdb, s.about.schema, _ = s.store.Versions(context.Background())
	line := func(text string, style control.TextStyle) fyne.CanvasObject {
		style.Fixed, style.Align = true, fyne.TextAlignCenter
		return control.NewText(text, style)
	}
	content := container.NewVBox(
		container.NewCenter(container.NewGridWrap(fyne.NewSize(64, 64), widget.NewIcon(programIcon()))), control.NewGap(6),
		line(s.say.Say(words.AppName), control.TextStyle{Size: theme.SizeNameHeadingText, Bold: true}),
		line(s.say.Say(words.AppPurpose), control.TextStyle{}), control.NewGap(6),
		line(fmt.Sprintf(s.say.Say(words.Version), s.about.program, s.about.duckdb, s.about.schema), control.TextStyle{Color: look.Muted}),
		line(s.store.Path(), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}),
		line(s.say.Say(words.AboutFont), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}), control.NewGap(4))
	var m *modal
	end := mainButton(s.say.Say(words.Close), func() { m.Hide() })
	content.Add(container.NewCenter(end))
	m = s.showModal(s.say.Say(words.About), content, func() { m.Hide() })
}

// wrapping breaks Chinese between any two characters; Fyne would look for spaces.
func wrapping(say words.Language) fyne.TextWrap {
	if say == words.English {
		return fyne.TextWrapWord
	}
	return fyne.TextWrapBreak
}
