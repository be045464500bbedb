package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/words"
)

// correctable reports whether a report was not saved because it does not say whose it is, or
// of which year.
func (l line) correctable() bool {
	if !l.failed() {
		return false
	}
	for _, q := range l.questions {
		if q.Kind == importer.AskUnit || q.Kind == importer.AskYear {
			return true
		}
	}
	return false
}

// correct asks for region, unit and year of a report and imports it with them.
func (s *shell) correct(l line) {
	region, unit, year := widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	region.SetText(l.region)
	unit.SetText(l.unit)
	if l.year != 0 {
		year.SetText(strconv.Itoa(l.year))
	}
	region.SetPlaceHolder(s.say.Say(words.CorrectRegionHint))
	unit.SetPlaceHolder(s.say.Say(words.CorrectUnitHint))
	year.SetPlaceHolder(s.say.Say(words.CorrectYearHint))
	unit.Validator = s.mustNot(words.CorrectUnitMissing, func(text string) bool { return strings.TrimSpace(text) == "" })
	year.Validator = s.mustNot(words.CorrectYearWrong, func(text string) bool { return yearOf(text) == 0 })
	items := []*widget.FormItem{
		widget.NewFormItem(s.say.Say(words.ColumnRegion), region),
		widget.NewFormItem(s.say.Say(words.ColumnUnit), unit),
		widget.NewFormItem(s.say.Say(words.ColumnYear), year),
	}
	d := dialog.NewForm(s.say.Say(words.CorrectTitle), s.say.Say(words.CorrectImport), s.say.Say(words.Cancel), items, func(ok bool) {
		if ok {
			s.importCorrected(l, strings.TrimSpace(region.Text), strings.TrimSpace(unit.Text), yearOf(year.Text))
		}
	}, s.window)
	d.Resize(fyne.NewSize(460, 0))
	d.Show()
	s.window.Canvas().Focus(unit)
}

func (s *shell) importCorrected(l line, region, unit string, year int) {
	s.importPaths(job{
		paths:       []string{l.file},
		options:     data.ImportOptions{Label: importLabel([]string{l.file}, s.say)},
		corrections: []importer.Correction{{File: l.file, Sheet: l.sheet, Region: region, Unit: unit, Year: year}},
	})
}

// yearOf reads a reporting year, 0 if the text is none.
func yearOf(text string) int {
	year, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || year < 1990 || year > 2100 {
		return 0
	}
	return year
}

// wrongEntry is what a field of a form says is wrong with it.
type wrongEntry string

func (w wrongEntry) Error() string { return string(w) }

func (s *shell) mustNot(word words.Word, wrong func(string) bool) fyne.StringValidator {
	return func(text string) error {
		if wrong(text) {
			return wrongEntry(s.say.Say(word))
		}
		return nil
	}
}
