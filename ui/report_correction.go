package ui

import (
	"path/filepath"

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

// correction shows that the figure was corrected, or that a correction of it waits to be confirmed.
func (p *sourcePanel) correction() {
	s, say := p.shell, p.shell.say
	if a, ok := p.details.Amended[p.key]; ok {
		_, was := figureOnPage(&a.Original, say)
		p.heading(words.CorrectedTitle)
		p.add(paragraph(say.Say(words.CorrectedFrom, was), control.TextStyle{Bold: true}))
		p.add(paragraph(say.Say(words.CorrectedOn, a.Reason, present.DayText(a.Made)), control.TextStyle{Color: look.Muted}))
		restore := control.NewButton(say.Say(words.CorrectRestore), func() { s.restoreFigure(a.ReportID, a.Key) })
		p.add(container.NewHBox(control.Outlined(restore)))
	}
	if waits := p.details.PendingAt(p.key); waits != nil {
		p.heading(words.PendingTitle)
		p.add(paragraph(pendingText(waits, say), control.TextStyle{}))
		p.add(container.NewGridWithColumns(2, answerButtons(s, []data.PendingAmendment{*waits}, words.PendingKeep, words.PendingTake)...))
	}
}

// pendingText says what was corrected, and which value the later file has.
func pendingText(waits *data.PendingAmendment, say words.Language) string {
	_, was := figureOnPage(&waits.Original, say)
	_, later := figureOnPage(waits.Later, say)
	return say.Say(words.PendingText, was, present.StatusText(waits.Status, waits.Value, "", say), waits.Reason, present.DayText(waits.Made), later)
}

// answerButtons are the buttons to keep corrections or to take the values of the later file.
func answerButtons(s *shell, list []data.PendingAmendment, keep, take words.Word) []fyne.CanvasObject {
	kept := control.NewButton(s.say.Say(keep), func() { s.confirmPending(list, true) })
	taken := control.NewButton(s.say.Say(take), func() { s.confirmPending(list, false) })
	return []fyne.CanvasObject{control.Outlined(kept), control.Outlined(taken)}
}

// pendingBar is the bar above a report with corrections of an earlier file that wait to be
// confirmed.
type pendingBar struct {
	shell *shell
	box   *fyne.Container
}

func newPendingBar(s *shell) *pendingBar {
	b := &pendingBar{shell: s, box: container.NewStack()}
	b.box.Hide()
	return b
}

func (b *pendingBar) show(list []data.PendingAmendment) {
	b.box.Objects = nil
	control.SetVisible(b.box, len(list) > 0)
	if len(list) == 0 {
		return
	}
	text := control.NewText(b.shell.say.Say(words.PendingBar, len(list), filepath.Base(list[0].File)), control.TextStyle{Bold: true})
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), answerButtons(b.shell, list, words.PendingKeepAll, words.PendingTakeAll)...)
	row := control.NewDock(nil, nil, container.NewCenter(widget.NewIcon(theme.WarningIcon())), container.NewCenter(buttons), control.Pad(text, 8, 0))
	b.box.Add(control.NewBackground(theme.ColorNameHover))
	b.box.Add(control.NewDock(nil, control.NewRule(look.Border), nil, nil, control.Pad(row, 12, 6)))
	b.box.Refresh()
}

// figureMenu offers what can be done with the chosen figure.
func (p *reportPane) figureMenu(at fyne.Position) {
	s, k := p.shell, p.shell.report.cell
	correct := fyne.NewMenuItem(s.say.Say(words.CorrectFigure), s.correctFigure)
	correct.Disabled = p.details.Figures[k] == nil || s.store.ReadOnly()
	items := []*fyne.MenuItem{correct}
	if a, ok := p.details.Amended[k]; ok {
		items = append(items, fyne.NewMenuItem(s.say.Say(words.CorrectRestore), func() { s.restoreFigure(a.ReportID, a.Key) }))
	}
	name := fyne.NewMenuItem(s.say.Say(words.CorrectName), s.correctName)
	name.Disabled = s.store.ReadOnly()
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(s.say.Say(words.SourceOpen), func() { s.openSource(p.details.Report) }),
		fyne.NewMenuItem(s.say.Say(words.SourceCopy), p.source.copyPlace), fyne.NewMenuItemSeparator(), name)
	widget.NewPopUpMenu(fyne.NewMenu("", items...), s.window.Canvas()).ShowAtPosition(at)
}
