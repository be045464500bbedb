package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// furtherKeys are keys that are in no menu.
func furtherKeys() [][2]words.Word {
	return [][2]words.Word{
		{words.KeyArrows, words.KeyArrowsDo}, {words.KeyEdges, words.KeyEdgesDo}, {words.KeyEnter, words.KeyEnterDo},
		{words.KeyCopy, words.KeyCopyDo}, {words.KeyTab, words.KeyTabDo}, {words.KeySpace, words.KeySpaceDo}, {words.KeyEscape, words.KeyEscapeDo},
	}
}

// showHelp lists the keys of all commands.
func (s *shell) showHelp() {
	list := container.New(layout.NewCustomPaddedVBoxLayout(12))
	menu, rows := "", (*fyne.Container)(nil)
	group := func(title string) {
		rows = container.New(&formLayout{gap: 18, pitch: 5})
		list.Add(container.New(layout.NewCustomPaddedVBoxLayout(5), control.NewText(title, control.TextStyle{Bold: true}), rows))
	}
	add := func(key, does string) {
		rows.Add(control.NewText(key, control.TextStyle{Color: look.Muted, Fixed: true}))
		rows.Add(control.NewText(does, control.TextStyle{}))
	}
	for _, c := range s.commands() {
		if c.item.Shortcut == nil {
			continue
		}
		if c.menu != menu {
			menu = c.menu
			group(menu)
		}
		add(keyText(c.item.Shortcut), c.item.Label)
	}
	group(s.say.Say(words.KeysElsewhere))
	for _, k := range furtherKeys() {
		add(s.say.Say(k[0]), s.say.Say(k[1]))
	}
	s.showPage(words.HelpMenu, list, fyne.NewSize(520, 460))
}
