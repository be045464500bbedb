package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// welcome is shown for an empty store: what to do, and what the program does.
type welcome struct {
	box                   fyne.CanvasObject
	files, folder, sample *control.Button
}

func newWelcome(s *shell) *welcome {
	w := &welcome{}
	w.files = control.NewButton(s.say.Say(words.OpenFiles), s.chooseFiles)
	w.files.Importance = widget.HighImportance
	w.folder = control.NewButton(s.say.Say(words.OpenFolder), s.chooseFolder)
	w.sample = control.NewButton(s.say.Say(words.OpenSample), s.openSample)
	line := func(word words.Word, style control.TextStyle) fyne.CanvasObject {
		style.Align, style.Fixed = fyne.TextAlignCenter, true
		return control.NewText(s.say.Say(word), style)
	}
	picture := container.NewGridWrap(fyne.NewSize(112, 84), widget.NewIcon(dropImage()))
	drop := container.NewVBox(
		control.NewGap(34), container.NewCenter(picture), control.NewGap(14),
		line(words.WelcomeTitle, control.TextStyle{Size: theme.SizeNameHeadingText, Bold: true}), control.NewGap(2),
		line(words.WelcomeText, control.TextStyle{Color: look.Muted}), control.NewGap(14),
		container.NewCenter(container.New(layout.NewCustomPaddedHBoxLayout(10), wide(w.files), wide(w.folder))),
		control.NewGap(34))
	try := control.NewDock(nil, nil, nil, container.NewCenter(control.Outlined(w.sample)), container.NewVBox(
		control.NewText(s.say.Say(words.SampleTitle), control.TextStyle{Bold: true}),
		control.NewText(s.say.Say(words.SampleNote), control.TextStyle{Color: look.Muted})))
	card := container.NewVBox(
		container.NewStack(control.NewDashes(look.Border, 10), drop),
		control.NewGap(16),
		container.NewStack(control.NewFrame(look.Surface, look.Border, 8), control.Pad(try, 16, 12)),
		control.NewGap(18),
		line(words.AppPurpose, control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}),
		line(words.WelcomeNote, control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}))
	width := control.NewGap(0)
	width.Min = fyne.NewSize(660, 0)
	w.box = container.NewCenter(container.NewStack(width, card))
	return w
}

// wide gives a button more room left and right than its text needs.
func wide(b *control.Button) fyne.CanvasObject {
	room := control.NewGap(0)
	room.Min = fyne.NewSize(132, 36)
	return container.NewStack(room, control.Outlined(b))
}
