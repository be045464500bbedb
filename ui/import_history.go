package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// historyShown is how many imports of the past are listed.
const historyShown = 100

// showHistory lists the imports of the past, the latest first.
func (p *importPane) showHistory(list []data.ImportInfo) {
	p.history.Objects = nil
	if p.waiting > 0 {
		p.history.Add(p.waitingEntry(p.waiting))
	}
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
	texts := container.New(layout.NewCustomPaddedVBoxLayout(1),
		control.NewText(label, control.TextStyle{}),
		control.NewText(present.MinuteText(i.Started), caption),
		control.NewText(p.historyCounts(i), caption))
	if !i.Undone.IsZero() {
		texts.Add(control.NewText(s.say.Say(words.Undone), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Bold: true}))
	}
	if i.Failed > 0 {
		texts.Add(p.historyFailures(i))
	}
	row := control.NewDock(nil, nil, nil, container.NewCenter(p.historyAction(i)), texts)
	isShown := s.imports.past != nil && s.imports.past.ID == i.ID
	return newClickableCard(row, isShown, theme.ColorNamePrimary, func() { p.openPast(i) })
}

// historyCounts lists the counts of an import's outcome, without those that are 0.
func (p *importPane) historyCounts(i data.ImportInfo) string {
	var parts []string
	for _, c := range []struct {
		n    int
		name words.Word
	}{{i.Imported, words.CountImported}, {i.Replaced, words.CountReplaced}, {i.Added, words.CountAdded}, {i.Unchanged, words.CountUnchanged}} {
		if c.n > 0 {
			parts = append(parts, p.shell.say.Say(c.name, present.Count(c.n)))
		}
	}
	if len(parts) == 0 {
		return p.shell.say.Say(words.CountNothing)
	}
	return strings.Join(parts, " · ")
}

// historyFailures counts what failed and what waits for an answer.
func (p *importPane) historyFailures(i data.ImportInfo) fyne.CanvasObject {
	say, color := p.shell.say, look.Muted
	text := say.Say(words.HistoryFailed, present.Count(i.Failed))
	if i.Open > 0 {
		color = look.Fault
		text = say.Say(words.HistoryOpen, present.Count(i.Open))
		if rest := i.Failed - i.Open; rest > 0 {
			text += " · " + say.Say(words.HistoryFailed, present.Count(rest))
		}
	}
	return control.NewText(text, control.TextStyle{Color: color, Size: theme.SizeNameCaptionText, Bold: i.Open > 0})
}

// historyAction is what can be done with an import as a whole.
func (p *importPane) historyAction(i data.ImportInfo) fyne.CanvasObject {
	s := p.shell
	name, undo := words.UndoImportShort, true
	switch {
	case i.CanRedo:
		name, undo = words.RedoImportShort, false
	case !i.CanUndo:
		return control.NewGap(0)
	}
	button := control.NewButton(s.say.Say(name), func() { s.undoOrRedoImport(i.ID, undo) })
	button.Importance = widget.LowImportance
	return button
}

// openPast shows the lines of an import of the history, with the ways to answer them.
func (p *importPane) openPast(i data.ImportInfo) {
	if p.shell.imports.running {
		return
	}
	task.Ask(p.lane, func(ctx context.Context) ([]line, error) { return readPast(ctx, p.shell.store, i.ID) }, func(lines []line, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		p.shell.imports.look(i, lines)
		p.only, p.selected = allLines, 0
		p.list.Reset()
		p.show()
		p.showHistory(p.past)
		p.ask()
		p.shell.trace.note("history", "import", i.ID, "lines", len(lines))
	})
}

func readPast(ctx context.Context, store *data.Store, id int64) ([]line, error) {
	stored, err := store.Lines(ctx, id)
	if err != nil {
		return nil, err
	}
	return linesOf(stored)
}

// readWaiting reads the lines of all imports that wait for the user.
func readWaiting(ctx context.Context, store *data.Store) ([]line, error) {
	stored, err := store.OpenLines(ctx)
	if err != nil {
		return nil, err
	}
	return linesOf(stored)
}

func linesOf(stored []data.Line) (lines []line, err error) {
	for i, s := range stored {
		record, err := present.StoredImportLine(s)
		if err != nil {
			return nil, err
		}
		l := lineOf(record)
		l.at, l.file = i, record.File
		lines = append(lines, l)
	}
	return lines, nil
}

// openWaiting shows the lines of all imports that wait for the user.
func (p *importPane) openWaiting() {
	in := p.shell.imports
	if in.running {
		return
	}
	in.forget()
	p.only, p.selected = allLines, 0
	p.list.Reset()
	p.Load()
}

// wait shows, instead of an import, the lines that wait for the user.
func (in *intake) wait(lines []line) {
	in.forget()
	in.lines, in.waiting = lines, len(lines) > 0
}

// waitingEntry is the entry of the history that opens the lines that wait for the user.
func (p *importPane) waitingEntry(n int) fyne.CanvasObject {
	s := p.shell
	texts := container.New(layout.NewCustomPaddedVBoxLayout(1),
		control.NewText(s.say.Say(words.WaitingTitle, present.Count(n)), control.TextStyle{Bold: true, Color: look.Fault}),
		control.NewText(s.say.Say(words.WaitingAll), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}))
	return newClickableCard(texts, s.imports.waiting, look.Fault, p.openWaiting)
}

// look shows an import of the history instead of the one that ended last.
func (in *intake) look(i data.ImportInfo, lines []line) {
	in.forget()
	in.past, in.lines, in.ended = &i, lines, true
	if i.CanUndo {
		in.importID = i.ID
	}
}
