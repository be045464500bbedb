package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// asks reports whether it is uncertain whose report a line is, or of which year.
func (l line) asks() bool {
	for _, q := range l.questions {
		if q.Kind == importer.AskUnit || q.Kind == importer.AskYear {
			return true
		}
	}
	return false
}

// correctable reports whether the user can say whose report a line is: where that is uncertain, and
// where the report was saved under some body.
func (l line) correctable() bool {
	return l.asks() || l.verdict == data.Imported || l.verdict == data.Replaced
}

// answerBar is the form below the list that asks whose report the selected line is, and of which year.
type answerBar struct {
	shell              *shell
	box                *fyne.Container
	asked              *control.Text
	region, unit, year *widget.Entry
	again              *control.Button
	line               line
}

func newAnswerBar(s *shell) *answerBar {
	b := &answerBar{shell: s, region: widget.NewEntry(), unit: widget.NewEntry(), year: widget.NewEntry()}
	b.asked = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	b.again = control.NewButton(s.say.Say(words.CorrectImport), b.submit)
	b.again.Importance = widget.HighImportance
	row := container.New(layout.NewCustomPaddedHBoxLayout(8))
	for _, f := range []struct {
		entry      *widget.Entry
		name, hint words.Word
		width      float32
	}{{b.region, words.ColumnRegion, words.CorrectRegionHint, 210}, {b.unit, words.ColumnUnit, words.CorrectUnitHint, 190}, {b.year, words.ColumnYear, words.CorrectYearHint, 150}} {
		f.entry.SetPlaceHolder(s.say.Say(f.hint))
		f.entry.OnChanged = func(string) { b.showReady() }
		f.entry.OnSubmitted = func(string) { b.submit() }
		name := control.NewText(s.say.Say(f.name), control.TextStyle{Color: look.Muted, Fixed: true})
		row.Add(container.NewCenter(name))
		row.Add(container.NewGridWrap(fyne.NewSize(f.width, 34), f.entry))
	}
	row.Add(container.NewCenter(b.again))
	b.box = container.New(layout.NewCustomPaddedVBoxLayout(4), b.asked, row)
	return b
}

// show asks about a line, with what is known already filled in.
func (b *answerBar) show(l line) {
	if was := &b.line; was.at == l.at && was.file == l.file && was.reportID == l.reportID && was.verdict == l.verdict && b.box.Visible() {
		b.line = l
		return // what was typed so far stays
	}
	b.line = l
	b.region.SetText(l.region)
	b.unit.SetText(l.unit)
	b.year.SetText("")
	if l.year != 0 {
		b.year.SetText(strconv.Itoa(l.year))
	}
	button := words.CorrectImport
	if !l.failed() {
		button = words.CorrectAgain
	}
	b.again.SetText(b.shell.say.Say(button))
	b.showReady()
}

// showReady says what is missing, and lets go once nothing is.
func (b *answerBar) showReady() {
	region, unit, year := b.answer()
	say, text := b.shell.say, words.CorrectTitle
	switch {
	case unit == "":
		text = words.CorrectUnitMissing
	case year == 0:
		text = words.CorrectYearWrong
	}
	if !b.isNew(region, unit, year) {
		b.again.Disable()
	} else {
		b.again.Enable()
	}
	b.asked.SetText(say.Say(text))
}

// isNew reports whether the answer is complete and differs from what the store has.
func (b *answerBar) isNew(region, unit string, year int) bool {
	same := region == b.line.region && unit == b.line.unit && year == b.line.year
	return unit != "" && year != 0 && (!same || b.line.failed())
}

func (b *answerBar) answer() (region, unit string, year int) {
	return strings.TrimSpace(b.region.Text), strings.TrimSpace(b.unit.Text), yearOf(b.year.Text)
}

func (b *answerBar) submit() {
	if region, unit, year := b.answer(); b.isNew(region, unit, year) {
		b.shell.importCorrected(b.line, region, unit, year)
	}
}

// focus focuses the first empty field.
func (b *answerBar) focus() {
	field := b.unit
	if b.unit.Text != "" && yearOf(b.year.Text) == 0 {
		field = b.year
	}
	b.shell.window.Canvas().Focus(field)
}

// importCorrected imports the report of a line again, with the body and year that the user gave.
func (s *shell) importCorrected(l line, region, unit string, year int) {
	j := job{
		pasted:      l.pasted,
		options:     data.ImportOptions{Label: s.say.Say(words.PasteLabel)},
		corrections: []importer.Correction{{File: l.file, Sheet: l.sheet, Region: region, Unit: unit, Year: year}},
		answers:     &l,
	}
	if l.pasted == "" {
		j.paths = []string{l.file}
		j.options.Label = importLabel(j.paths, s.say)
	}
	s.importPaths(j)
}

// yearOf parses a reporting year, 0 if the text is none.
func yearOf(text string) int {
	year, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || year < 1990 || year > 2100 {
		return 0
	}
	return year
}
