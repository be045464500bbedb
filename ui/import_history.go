package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// historyShown is how many imports of the past are listed.
const historyShown = 100

// showHistory lists the imports of the past, the latest first.
func (p *importPane) showHistory(list []data.ImportInfo) {
	p.history.Objects = nil
	for _, i := range list[:min(len(list), historyShown)] {
		p.history.Add(p.historyEntry(i))
	}
	if len(list) == 0 {
		p.history.Add(control.Pad(control.NewText(p.shell.say.Say(words.ImportNone), control.TextStyle{Color: look.Muted}), 6, 0))
	}
	p.history.Refresh()
	p.shell.tracePlaces()
}

func (p *importPane) historyEntry(i data.ImportInfo) fyne.CanvasObject {
	s := p.shell
	caption := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}
	label := i.Label
	if i.Sample {
		label = s.say.Say(words.SampleName)
	}
	said := container.New(layout.NewCustomPaddedVBoxLayout(1),
		control.NewText(label, control.TextStyle{}),
		control.NewText(i.Started.Local().Format("2006-01-02 15:04"), caption),
		control.NewText(s.say.Say(words.HistoryCount, present.Count(i.Imported), present.Count(i.Replaced), present.Count(i.Unchanged)), caption))
	var action fyne.CanvasObject = control.NewText(s.say.Say(words.Undone), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	if i.Undone.IsZero() {
		undo := control.NewButton(s.say.Say(words.UndoImportShort), func() { s.undoImport(i.ID) })
		undo.Importance = widget.LowImportance
		action = undo
	}
	row := control.NewDock(nil, nil, nil, container.NewCenter(action), said)
	return container.NewStack(control.NewFrame(look.Surface, look.Border, 4), control.Pad(row, 10, 7))
}
