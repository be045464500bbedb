package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// findingList lists the findings of one report. The current one is shown in full, with its terms
// numbered as on the page.
type findingList struct {
	shell   *shell
	box     fyne.CanvasObject
	ground  *control.Background // as wide as the panel
	title   *control.Text
	list    *fyne.Container
	scroll  *container.Scroll
	verdict *decisionBar
	onPick  func(finding int)
}

const (
	findingListWidth = 250
	findingTextWidth = findingListWidth - 3 - 2*9 - 1 // width of the text on a card
)

func newFindingList(s *shell) *findingList {
	t := &findingList{shell: s, list: container.New(layout.NewCustomPaddedVBoxLayout(0)), verdict: newDecisionBar(s)}
	t.title = control.NewText(s.say.Say(words.ReportFindings), control.TextStyle{Bold: true})
	t.scroll = container.NewVScroll(t.list)
	t.ground = control.NewBackground(theme.ColorNameBackground)
	t.ground.Min = fyne.NewSize(findingListWidth, 0)
	inner := control.NewDock(control.Pad(t.title, 12, 10), nil, nil, nil, t.scroll)
	t.box = control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(t.ground, inner))
	return t
}

// show lists the findings of a report; current is the marked one, -1 for none.
func (t *findingList) show(d *present.ReportDetails, current int) {
	say := t.shell.say
	t.list.Objects = nil
	t.title.SetText(say.Say(words.FindingsGroup, say.Say(words.ReportFindings), len(d.Findings)))
	if len(d.Findings) == 0 {
		t.list.Add(control.Pad(paragraph(say.Say(words.ReportNoFindings), control.TextStyle{Color: look.Muted}), 12, 0))
	}
	for i, f := range d.Findings {
		content := t.short(f)
		if i == current {
			content = t.whole(d, f)
		}
		t.list.Add(newClickableCard(content, i == current, severityColor(f.Severity), func() { t.onPick(i) }))
	}
	t.list.Refresh()
	t.scroll.Refresh()
}

// reveal scrolls to the current finding.
func (t *findingList) reveal(current int) {
	if current < 0 || current >= len(t.list.Objects) {
		return
	}
	o := t.list.Objects[current]
	top, bottom := o.Position().Y, o.Position().Y+o.MinSize().Height
	switch offset := t.scroll.Offset.Y; {
	case top < offset:
		t.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+t.scroll.Size().Height:
		t.scroll.ScrollToOffset(fyne.NewPos(0, min(top, bottom-t.scroll.Size().Height)))
	}
}

func (t *findingList) heading(f data.Found) fyne.CanvasObject {
	say := t.shell.say
	severity := control.NewText(say.Say(present.SeverityName(f.Severity)), control.TextStyle{Color: severityColor(f.Severity), Size: theme.SizeNameCaptionText, Bold: true, Fixed: true})
	rule := control.NewText(present.RuleName(f.Rule, say), control.TextStyle{Bold: true})
	decided := control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	if f.Decision != data.Pending {
		decided.SetText(say.Say(present.DecisionName(f.Decision)))
	}
	return control.NewDock(nil, nil, container.NewHBox(container.NewCenter(severity), control.NewGap(2)), container.NewCenter(decided), rule)
}

// short is a finding in two lines.
func (t *findingList) short(f data.Found) fyne.CanvasObject {
	l := t.shell.say
	place := control.NewText(orElse(orElse(f.Place(l), f.Text), f.Message(l)), control.TextStyle{Color: look.Muted})
	return container.New(layout.NewCustomPaddedVBoxLayout(3), t.heading(f), place)
}

// whole is a finding with its calculation, how to repair it, the rule, and the decision.
func (t *findingList) whole(d *present.ReportDetails, f data.Found) fyne.CanvasObject {
	a, say := d.Calculation(f.Finding), t.shell.say
	box := container.New(layout.NewCustomPaddedVBoxLayout(6), t.heading(f))
	if len(a.Terms) == 0 {
		box.Add(paragraph(f.Message(say), control.TextStyle{}))
	} else {
		box.Add(paragraph(f.Place(say), control.TextStyle{Color: look.Muted}))
		box.Add(calculationView(a, say))
	}
	if f.Verdict == form.Doubtful {
		box.Add(paragraph(say.Say(words.CalculationDoubtful), control.TextStyle{Color: theme.ColorNameWarning}))
	}
	if repairs := t.repairs(f, a.Repairs); repairs != nil {
		box.Add(repairs)
	}
	if other := againstName(f, say); other != "" {
		link := control.NewActions([]control.Option{{Label: other}})
		link.OnTap = func(int) { t.shell.openAgainst(f) }
		const before = 10 // the room that a quiet option leaves to the left of its words
		box.Add(container.New(layout.NewCustomPaddedLayout(0, 0, -before, 0), container.NewHBox(link)))
	}
	if meaning := present.RuleMeaning(f.Rule, say); meaning != "" {
		box.Add(paragraph(meaning, control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}))
	}
	t.verdict.show(f)
	box.Add(control.Pad(container.New(layout.NewCustomPaddedVBoxLayout(6), container.NewHBox(t.verdict.choice), t.verdict.note), 0, 3))
	return box
}

// repairs are the proposals for a finding: the likeliest, others that are as likely, and the number
// of further ones.
func (t *findingList) repairs(f data.Found, repairs []form.Repair) fyne.CanvasObject {
	lines := proposals(f, repairs, t.shell.say)
	if len(lines) == 0 {
		return nil
	}
	box := container.New(layout.NewCustomPaddedVBoxLayout(2))
	for _, line := range lines {
		box.Add(paragraph(line, control.TextStyle{}))
	}
	edge := control.NewBackground(look.Fault)
	edge.Min = fyne.NewSize(2, 0)
	return control.NewDock(nil, nil, edge, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 7, 0), box))
}

// paragraph is a text in as many lines as it needs in a panel of the report view.
func paragraph(text string, style control.TextStyle) fyne.CanvasObject {
	return control.NewParagraph(text, style, findingTextWidth)
}

func severityColor(s form.Severity) fyne.ThemeColorName {
	switch s {
	case form.SeverityError:
		return look.Fault
	case form.SeverityWarning:
		return theme.ColorNameWarning
	}
	return look.Muted
}
