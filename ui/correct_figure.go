package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// figureDialog asks for the right value of a figure, and the reason.
type figureDialog struct {
	shell  *shell
	dialog *modal
	report int64
	key    form.Key
	now    *form.Figure

	kind   *control.Choice
	status form.Status
	value  *control.Field
	reason *control.Field
	hint   *control.Text
	save   *control.Button
}

// correctableStatuses are the statuses that a figure can be corrected to, in the order
// they are offered.
func correctableStatuses() []form.Status {
	return []form.Status{form.StatusNumber, form.StatusBlank, form.StatusNA}
}

// correctFigure asks for the correction of the figure chosen in the report view.
func (s *shell) correctFigure() {
	if s.state.pane != ReportPane || s.isAsking() || s.store.ReadOnly() {
		return
	}
	p := s.reportPane()
	if p.details == nil || p.form.cellOf(s.report.cell) < 0 {
		return
	}
	k := s.report.cell
	now := p.details.Figures[k]
	if now == nil {
		s.showMessage(s.say.Say(words.CorrectFigureHead), s.say.Say(words.ErrorNoFigure))
		return
	}
	d := &figureDialog{shell: s, report: p.details.ID(), key: k, now: now, status: form.StatusNumber}
	original := *now
	if a, ok := p.details.Amended[k]; ok {
		original = a.Original
	}
	d.show(p.details, original)
}

func (d *figureDialog) show(details *present.ReportDetails, original form.Figure) {
	s, say := d.shell, d.shell.say
	d.kind = control.NewSegments(nil)
	d.kind.OnTap = func(i int) { d.choose(correctableStatuses()[i]) }
	d.value, d.reason = control.NewField(), control.NewField()
	d.reason.SetPlaceHolder(say.Say(words.CorrectReasonHint))
	d.value.OnChanged = func(string) { d.showReady() }
	d.reason.OnChanged = func(string) { d.showReady() }
	d.value.OnSubmitted = func(string) { s.window.Canvas().Focus(d.reason) }
	d.reason.OnSubmitted = func(string) { d.submit() }
	d.hint = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText})
	d.save = control.NewButton(say.Say(words.CorrectSave), d.submit)
	d.save.Importance = widget.HighImportance
	if d.now.Status.HasValue() {
		d.value.SetText(d.now.Value.String())
	}
	_, was := figureOnPage(&original, say)
	place := strings.TrimSpace(original.Source.Sheet + " " + original.Source.Cell)
	label := func(w words.Word) fyne.CanvasObject {
		return control.NewText(say.Say(w), control.TextStyle{Color: look.Muted, Fixed: true})
	}
	first := control.NewText(was, control.TextStyle{Bold: true, Fixed: true})
	fields := container.New(&formLayout{gap: 14, pitch: 10},
		label(words.CorrectOriginal), container.New(layout.NewCustomPaddedHBoxLayout(10), first, control.NewText(place, control.TextStyle{Color: look.Muted, Fixed: true})),
		label(words.CorrectNow), control.NewDock(nil, nil, container.NewGridWrap(fyne.NewSize(170, 34), d.value), nil, control.Pad(container.NewCenter(d.kind), 10, 0)),
		label(words.CorrectReason), d.reason)
	cancel := control.NewButton(say.Say(words.Cancel), func() { d.dialog.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), d.save)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(480, 0)
	heading := paragraph(present.FigurePlace(details.Report.Edition, d.key, say), control.TextStyle{Bold: true})
	report := control.NewText(say.Say(words.CorrectedOn, details.Body.String(), say.Say(words.YearOnly, strconv.Itoa(details.Year))), control.TextStyle{Color: look.Muted})
	kept := control.NewText(say.Say(words.CorrectKept), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText})
	content := container.NewStack(room, container.New(layout.NewCustomPaddedVBoxLayout(8), report, heading, control.NewGap(2), fields, d.hint, kept, control.NewGap(2), buttons))
	d.dialog = s.newModal(say.Say(words.CorrectFigureHead), content, d.submit)
	d.choose(form.StatusNumber)
	d.dialog.Show()
	s.focusOnText(d.value)
	s.trace.note("correcting", "key", d.key)
}

func (d *figureDialog) choose(status form.Status) {
	d.status = status
	var options []control.Option
	for i, w := range []words.Word{words.CorrectNumber, words.CorrectBlank, words.CorrectNA} {
		options = append(options, control.Option{Label: d.shell.say.Say(w), Chosen: correctableStatuses()[i] == status})
	}
	d.kind.SetOptions(options)
	if status == form.StatusNumber {
		d.value.Enable()
	} else {
		d.value.Disable()
	}
	d.showReady()
}

// answer returns the correction, or the word for what is missing.
func (d *figureDialog) answer() (a data.Amendment, missing words.Word, ok bool) {
	a = data.Amendment{ReportID: d.report, Key: d.key, Status: d.status, Reason: strings.TrimSpace(d.reason.Text)}
	if d.status == form.StatusNumber {
		n, err := form.ParseNumber(strings.ReplaceAll(strings.TrimSpace(d.value.Text), ",", ""))
		if err != nil {
			return a, words.CorrectNoNumber, false
		}
		a.Value = n
	}
	switch {
	case d.now.Status == a.Status && d.now.Value == a.Value:
		return a, words.CorrectSame, false
	case a.Reason == "":
		return a, words.CorrectNoReason, false
	}
	return a, words.Word{}, true
}

func (d *figureDialog) showReady() {
	_, missing, ok := d.answer()
	control.SetEnabled(d.save, ok)
	d.hint.SetText("")
	if !ok {
		d.hint.SetText(d.shell.say.Say(missing))
	}
}

func (d *figureDialog) submit() {
	a, _, ok := d.answer()
	if !ok {
		return
	}
	d.dialog.Hide()
	d.shell.changeFigures(func(ctx context.Context) error { return d.shell.store.Amend(ctx, a) })
}

// changeFigures makes a step that changes figures and shows the result.
func (s *shell) changeFigures(change func(context.Context) error) {
	if s.imports.running {
		s.showMessage(s.say.Say(words.ImportBusy), s.say.Say(words.ImportBusyText))
		return
	}
	s.tasks.Start(func() {
		err := change(context.Background())
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			s.stepped()
			s.reload()
			s.trace.note("corrected")
		})
	})
}

// restoreFigure restores the file's value of the chosen figure.
func (s *shell) restoreFigure(report int64, k form.Key) {
	s.changeFigures(func(ctx context.Context) error { return s.store.Restore(ctx, report, k) })
}

// confirmPending decides whether corrections of an earlier file apply to the later one.
func (s *shell) confirmPending(list []data.PendingAmendment, keep bool) {
	s.changeFigures(func(ctx context.Context) error { return s.store.Confirm(ctx, list, keep) })
}
