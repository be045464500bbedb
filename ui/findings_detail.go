package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// findingDetail shows one finding in full: the report, the arithmetic, the proposed
// repairs, the rule, and the user's decision.
type findingDetail struct {
	shell   *shell
	box     fyne.CanvasObject
	title   *control.Text
	detail  *control.Paragraph
	scroll  *container.Scroll
	side    *fyne.Container
	verdict *decisionBar
	found   data.Found
}

func newFindingDetail(s *shell) *findingDetail {
	a := &findingDetail{shell: s, verdict: newDecisionBar(s)}
	a.title = control.NewText("", control.TextStyle{Bold: true})
	a.detail = control.NewParagraph("", control.TextStyle{}, 600)
	a.scroll = container.NewVScroll(control.Pad(a.detail, 12, 2))
	open := control.NewButton(s.say.Say(words.OpenReport), func() { s.openFound(a.found) })
	open.Importance = widget.HighImportance
	returned := control.NewButton(s.say.Say(words.ReturnCopy), func() { s.saveReturn(present.ReportName{Body: a.found.Body, Year: a.found.Year}) })
	width := control.NewGap(0)
	width.Min = fyne.NewSize(270, 0)
	a.side = container.New(layout.NewCustomPaddedVBoxLayout(8), width, container.NewHBox(a.verdict.choice), a.verdict.note,
		container.NewGridWithColumns(2, control.Outlined(returned), open))
	room := control.NewBackground(look.Surface)
	room.Min = fyne.NewSize(0, 158)
	told := control.NewDock(control.Pad(a.title, 12, 6), nil, nil, nil, a.scroll)
	a.box = control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(room, control.NewDock(nil, nil, nil, control.Pad(a.side, 14, 6), told)))
	a.clear("", "")
	return a
}

// clear shows no finding, only a title and a hint.
func (a *findingDetail) clear(title, detail string) {
	a.title.SetText(title)
	a.detail.SetText(detail)
	a.side.Hide()
}

// show shows a finding; known says whether its repairs have been computed.
func (a *findingDetail) show(f data.Found, repairs []form.Repair, known bool) {
	say := a.shell.say
	isNew := a.side.Hidden || !sameFinding(f, a.found)
	a.found = f
	a.verdict.show(f)
	if a.side.Hidden {
		a.side.Show()
		a.box.Refresh()
	}
	title := say.Say(words.FindingTitle, f.Body.String(), f.Year, present.RuleName(f.Rule, say))
	if f.Source.Cell != "" {
		title += " · " + say.Say(words.FindingPlace, f.Source.Sheet, f.Source.Cell)
	}
	a.title.SetText(title)
	a.detail.SetText(a.text(f, repairs, known))
	if isNew {
		a.scroll.ScrollToTop()
	}
}

func (a *findingDetail) text(f data.Found, repairs []form.Repair, known bool) string {
	say := a.shell.say
	text := f.Message(say)
	if !known {
		text += "\n" + say.Say(words.RepairPending)
	} else if lines := proposals(f, repairs, say); len(lines) > 0 {
		text += "\n" + strings.Join(lines, "\n")
	}
	if meaning := present.RuleMeaning(f.Rule, say); meaning != text {
		text += "\n" + say.Say(words.FindingRule, meaning)
	}
	return text
}
