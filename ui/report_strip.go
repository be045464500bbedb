package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// strip lists the findings of one report; the current one stands in full, with its terms
// numbered as on the page.
type strip struct {
	shell   *shell
	box     fyne.CanvasObject
	title   *control.Text
	list    *fyne.Container
	scroll  *container.Scroll
	verdict *verdictBar
	onPick  func(finding int)
}

const stripWidth = 292

func newStrip(s *shell) *strip {
	t := &strip{shell: s, list: container.New(layout.NewCustomPaddedVBoxLayout(0)), verdict: newVerdictBar(s)}
	t.title = control.NewText(s.say.Say(words.ReportFindings), control.TextStyle{Bold: true})
	t.scroll = container.NewVScroll(t.list)
	ground := control.NewGround(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(stripWidth, 0)
	inner := control.NewDock(pad(t.title, 12, 10), nil, nil, nil, t.scroll)
	t.box = control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(ground, inner))
	return t
}

// show lists the findings of a report; current is the one marked, -1 for none.
func (t *strip) show(d *dossier, current int) {
	say := t.shell.say
	t.list.Objects = nil
	t.title.SetText(say.Say(words.FindingsGroup, say.Say(words.ReportFindings), len(d.findings)))
	if len(d.findings) == 0 {
		t.list.Add(pad(t.paragraph(say.Say(words.ReportNoFindings), look.Muted), 6, 0))
	}
	for i, f := range d.findings {
		content := t.short(f)
		if i == current {
			content = t.whole(d, f)
		}
		t.list.Add(newSlip(content, i == current, severityColor(f.Severity), func() { t.onPick(i) }))
	}
	t.list.Refresh()
	t.scroll.Refresh()
}

// reveal scrolls to the current finding.
func (t *strip) reveal(current int) {
	if current < 0 || current >= len(t.list.Objects) {
		return
	}
	o := t.list.Objects[current]
	top, bottom := o.Position().Y, o.Position().Y+o.Size().Height
	switch offset := t.scroll.Offset.Y; {
	case top < offset:
		t.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+t.scroll.Size().Height:
		t.scroll.ScrollToOffset(fyne.NewPos(0, min(top, bottom-t.scroll.Size().Height)))
	}
}

func (t *strip) heading(f data.Found) fyne.CanvasObject {
	say := t.shell.say
	severity := control.NewText(say.Say(severityName(f.Severity)), control.TextStyle{Color: severityColor(f.Severity), Size: theme.SizeNameCaptionText, Bold: true, Fixed: true})
	rule := control.NewText(ruleName(f.Rule, say), control.TextStyle{Bold: true})
	decided := control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	if f.Decision != data.Pending {
		decided.SetText(say.Say(decisionName(f.Decision)))
	}
	return control.NewDock(nil, nil, container.NewHBox(container.NewCenter(severity), control.NewGap(2)), container.NewCenter(decided), rule)
}

// short is a finding in two lines.
func (t *strip) short(f data.Found) fyne.CanvasObject {
	place := control.NewText(orElse(f.Place(formLanguage(t.shell.say)), f.Text), control.TextStyle{Color: look.Muted})
	return container.New(layout.NewCustomPaddedVBoxLayout(3), t.heading(f), place)
}

// whole is a finding with its arithmetic, the numbered terms, how to mend it, and the verdict.
func (t *strip) whole(d *dossier, f data.Found) fyne.CanvasObject {
	a := d.argue(f.Finding)
	box := container.New(layout.NewCustomPaddedVBoxLayout(2), t.heading(f), t.paragraph(f.Message(formLanguage(t.shell.say)), theme.ColorNameForeground))
	for _, term := range a.terms {
		if isTelling(a, term) {
			box.Add(t.term(a, term))
		}
	}
	for _, text := range t.mending(d, f, a) {
		box.Add(t.paragraph(text, theme.ColorNamePrimary))
	}
	if meaning := ruleMeaning(f.Rule, t.shell.say); meaning != "" {
		box.Add(t.paragraph(meaning, look.Muted))
	}
	t.verdict.show(f)
	box.Add(pad(container.New(layout.NewCustomPaddedVBoxLayout(6), container.NewHBox(t.verdict.choice), t.verdict.note), 0, 4))
	return box
}

// isTelling leaves zeros out where there are many terms.
func isTelling(a argument, term numbered) bool {
	const few = 7
	return len(a.terms) <= few || term.Value != 0 || term.Blank || term.Key == a.Key
}

func (t *strip) term(a argument, term numbered) fyne.CanvasObject {
	say := t.shell.say
	value := term.Value.Grouped()
	if term.Blank {
		value = say.Say(words.MarkBlank)
	}
	return control.NewDock(nil, nil, newBadge(term.number), control.NewText(value, control.TextStyle{Fixed: true, Bold: true}),
		control.NewText(a.TermName(term.Term, formLanguage(say)), control.TextStyle{}))
}

// mending are the proposals for a finding: the likeliest, others as likely, and how many more.
func (t *strip) mending(d *dossier, f data.Found, a argument) []string {
	say := t.shell.say
	text := repairText(f, a.repairs, say)
	if text == "" {
		return nil
	}
	lines := []string{say.Say(words.RepairLabel, text)}
	const shown = 3
	for i, r := range a.repairs {
		if i == 0 {
			continue
		}
		if i == shown {
			return append(lines, say.Say(words.RepairMore, len(a.repairs)-shown))
		}
		lines = append(lines, say.Say(words.RepairOr, r.Message(formLanguage(say))))
	}
	return lines
}

func (t *strip) paragraph(text string, color fyne.ThemeColorName) fyne.CanvasObject {
	return paragraph(text, color, t.shell.say)
}

// paragraph is a text in as many lines as it needs.
func paragraph(text string, color fyne.ThemeColorName, say words.Language) fyne.CanvasObject {
	rich := widget.NewRichText(&widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: color, SizeName: theme.SizeNameText}})
	rich.Wrapping = wrapping(say)
	return container.New(layout.NewCustomPaddedLayout(-4, -4, -6, -6), rich)
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

// badge is the number of a term, as the page draws it.
type badge struct {
	widget.BaseWidget
	number int
}

func newBadge(number int) *badge {
	b := &badge{number: number}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws a round ground with the number.
func (b *badge) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	ground.CornerRadius = 7
	text := canvas.NewText(strconv.Itoa(b.number), theme.Color(theme.ColorNameForegroundOnPrimary))
	text.TextSize, text.TextStyle.Bold, text.Alignment = theme.CaptionTextSize()-1, true, fyne.TextAlignCenter
	sized := container.NewGridWrap(fyne.NewSize(16, 14), container.NewStack(ground, text))
	return widget.NewSimpleRenderer(container.NewHBox(container.NewCenter(sized), control.NewGap(2)))
}
