package ui

import (
	"context"
	"slices"
	"strconv"
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
	"nianbao/ui/words"
)

// nameDialog asks for the right body and year of the report shown.
type nameDialog struct {
	shell   *shell
	dialog  *modal
	details *present.ReportDetails

	region, unit, year, reason *control.Field
	hint                       *control.Text
	save                       *control.Button
}

// correctName asks for the body and year of the report shown.
func (s *shell) correctName() {
	if s.state.pane != ReportPane || s.isAsking() || s.store.ReadOnly() || s.reportPane().details == nil {
		return
	}
	say := s.say
	d := &nameDialog{shell: s, details: s.reportPane().details}
	fields := container.New(&formLayout{gap: 14, pitch: 8})
	for _, f := range []struct {
		entry      **control.Field
		name, hint words.Word
		text       string
	}{
		{&d.region, words.ColumnRegion, words.CorrectRegionHint, d.details.Body.Region}, {&d.unit, words.ColumnUnit, words.CorrectUnitHint, d.details.Body.Unit},
		{&d.year, words.ColumnYear, words.CorrectYearHint, strconv.Itoa(d.details.Year)}, {&d.reason, words.CorrectReason, words.CorrectReasonHint, ""},
	} {
		e := control.NewField()
		e.SetPlaceHolder(say.Say(f.hint))
		e.SetText(f.text)
		*f.entry = e
		fields.Add(control.NewText(say.Say(f.name), control.TextStyle{Color: look.Muted, Fixed: true}))
		fields.Add(e)
	}
	d.hint = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText})
	d.save = control.NewButton(say.Say(words.CorrectSave), d.submit)
	d.save.Importance = widget.HighImportance
	for _, e := range []*control.Field{d.region, d.unit, d.year, d.reason} {
		e.OnChanged = func(string) { d.showReady() }
		e.OnSubmitted = func(string) { d.submit() }
	}
	cancel := control.NewButton(say.Say(words.Cancel), func() { d.dialog.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), d.save)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(480, 0)
	content := container.NewStack(room, container.New(layout.NewCustomPaddedVBoxLayout(8), fields, d.hint, buttons))
	d.dialog = s.newModal(say.Say(words.CorrectNameHead), content, d.submit)
	d.showReady()
	d.dialog.Show()
	s.focusOnText(d.unit)
}

func (d *nameDialog) answer() (b data.Body, year int, missing words.Word, ok bool) {
	b, year = data.Body{Region: strings.TrimSpace(d.region.Text), Unit: strings.TrimSpace(d.unit.Text)}, yearOf(d.year.Text)
	switch {
	case b.Unit == "":
		return b, year, words.CorrectUnitMissing, false
	case year == 0:
		return b, year, words.CorrectYearWrong, false
	case b == d.details.Body && year == d.details.Year:
		return b, year, words.CorrectSame, false
	case strings.TrimSpace(d.reason.Text) == "":
		return b, year, words.CorrectNoReason, false
	}
	return b, year, words.Word{}, true
}

// showReady says what is missing, or that there is already a report of that name.
func (d *nameDialog) showReady() {
	b, year, missing, ok := d.answer()
	say, text := d.shell.say, ""
	at := slices.IndexFunc(d.shell.inventory.units, func(u data.UnitFacet) bool { return u.Body == b })
	switch {
	case !ok:
		text = say.Say(missing)
	case at >= 0 && year >= d.shell.inventory.units[at].FirstYear && year <= d.shell.inventory.units[at].LastYear:
		text = say.Say(words.CorrectTaken, b.String(), year)
	}
	d.hint.SetText(text)
	control.SetEnabled(d.save, ok)
}

func (d *nameDialog) submit() {
	b, year, _, ok := d.answer()
	if !ok {
		return
	}
	s, id, reason := d.shell, d.details.ID(), d.reason.Text
	d.dialog.Hide()
	s.report.name = present.ReportName{Body: b, Year: year}
	s.changeFigures(func(ctx context.Context) error {
		_, err := s.store.Relabel(ctx, id, b, year, reason)
		return err
	})
}
