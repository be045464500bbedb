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

// asks reports whether the body or the year of a line is uncertain.
func (l line) asks() bool { return l.told.Asks() && !l.answered() }

// correctable reports whether the user can give the body and year of a line: if they are
// uncertain, or if the report was saved.
func (l line) correctable() bool {
	return l.asks() || l.verdict == data.Imported || l.verdict == data.Replaced
}

// answerBar is the form below the list that asks for the body and year of the selected
// line. If several lines are selected, one answer applies to all of them.
type answerBar struct {
	shell              *shell
	box                *fyne.Container
	asked              *control.Text
	region, unit, year *widget.Entry
	again              *control.Button
	lines              []line
}

func newAnswerBar(s *shell) *answerBar {
	b := &answerBar{shell: s, region: widget.NewEntry(), unit: widget.NewEntry(), year: widget.NewEntry()}
	b.asked = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	b.again = control.NewButton(s.say.Say(words.CorrectImport), b.submit)
	b.again.Importance = widget.HighImportance
	row := container.New(layout.NewCustomPaddedHBoxLayout(8))
	for _, f := range []struct {
		entry *widget.Entry
		name  words.Word
		width float32
	}{{b.region, words.ColumnRegion, 210}, {b.unit, words.ColumnUnit, 190}, {b.year, words.ColumnYear, 150}} {
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

// show asks about lines, with the known body and year of a single one filled in.
func (b *answerBar) show(lines []line) {
	same := len(b.lines) == len(lines) && b.box.Visible()
	for i := range lines {
		same = same && b.lines[i].isSame(lines[i])
	}
	b.lines = lines
	if same {
		return // keeps what was typed so far
	}
	var region, unit, year string
	hints := [3]words.Word{words.CorrectSomeHint, words.CorrectSomeHint, words.CorrectSomeHint}
	button := words.CorrectImport
	if l := lines[0]; len(lines) == 1 {
		region, unit = l.region, l.unit
		if l.year != 0 {
			year = strconv.Itoa(l.year)
		}
		hints = [3]words.Word{words.CorrectRegionHint, words.CorrectUnitHint, words.CorrectYearHint}
		if !l.failed() {
			button = words.CorrectAgain
		}
	}
	for i, f := range []struct {
		entry *widget.Entry
		text  string
	}{{b.region, region}, {b.unit, unit}, {b.year, year}} {
		f.entry.SetPlaceHolder(b.shell.say.Say(hints[i]))
		f.entry.SetText(f.text)
	}
	b.again.SetText(b.shell.say.Say(button))
	b.showReady()
}

// isSame reports whether both are the same line in the same state.
func (l line) isSame(other line) bool {
	return l.at == other.at && l.file == other.file && l.reportID == other.reportID && l.verdict == other.verdict
}

// showReady says what is missing, and enables the button once nothing is.
func (b *answerBar) showReady() {
	region, unit, year := b.answer()
	say := b.shell.say
	if len(b.lines) > 1 {
		control.SetEnabled(b.again, b.isNew(region, unit, year))
		text := say.Say(words.AnswerSeveral, len(b.lines))
		if strings.TrimSpace(b.year.Text) != "" && year == 0 {
			text = say.Say(words.CorrectYearWrong)
		}
		b.asked.SetText(text)
		return
	}
	text := words.CorrectTitle
	switch {
	case unit == "":
		text = words.CorrectUnitMissing
	case year == 0:
		text = words.CorrectYearWrong
	}
	control.SetEnabled(b.again, b.isNew(region, unit, year))
	b.asked.SetText(say.Say(text))
}

// isNew reports whether the answer is complete and differs from the stored one.
func (b *answerBar) isNew(region, unit string, year int) bool {
	if len(b.lines) > 1 {
		isYear := strings.TrimSpace(b.year.Text) == "" || year != 0
		return isYear && (region != "" || unit != "" || year != 0)
	}
	if len(b.lines) == 0 {
		return false
	}
	l := b.lines[0]
	same := region == l.region && unit == l.unit && year == l.year
	return unit != "" && year != 0 && (!same || l.failed())
}

func (b *answerBar) answer() (region, unit string, year int) {
	return strings.TrimSpace(b.region.Text), strings.TrimSpace(b.unit.Text), yearOf(b.year.Text)
}

func (b *answerBar) submit() {
	if region, unit, year := b.answer(); b.isNew(region, unit, year) {
		b.shell.importCorrected(b.lines, region, unit, year)
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

// importCorrected imports the reports of lines again, with the body and year that the
// user gave; fields left empty keep each line's own.
func (s *shell) importCorrected(lines []line, region, unit string, year int) {
	j := s.again(lines)
	for _, l := range lines {
		c := importer.Correction{File: l.file, Sheet: l.sheet, Region: region, Unit: unit, Year: year}
		if len(lines) > 1 {
			if c.Unit == "" {
				c.Unit = l.unit
			}
			if c.Region == "" {
				c.Region = l.region
			}
			if c.Year == 0 {
				c.Year = l.year
			}
		}
		j.corrections = append(j.corrections, c)
		for i := range j.kept {
			if j.kept[i].Path == l.file {
				j.kept[i].Answers = append(j.kept[i].Answers, c)
			}
		}
	}
	s.importPaths(j)
}

// again reads the files of lines once more, from their originals if these are kept,
// because the files may have changed or gone since.
func (s *shell) again(lines []line) job {
	j := job{answers: lines, options: data.ImportOptions{Label: s.say.Say(words.PasteLabel)}}
	if lines[0].pasted != "" {
		j.pasted = lines[0].pasted
		return j
	}
	seen := map[string]bool{}
	var files []string
	for _, l := range lines {
		if seen[l.file] {
			continue
		}
		seen[l.file] = true
		files = append(files, l.file)
		j.kept = append(j.kept, importer.Original{Path: l.file, Content: s.contentOf(l)})
	}
	if files[0] != importer.PasteName {
		j.options.Label = importLabel(files, s.say)
	}
	return j
}

// yearOf parses a reporting year; it is 0 if the text is not one.
func yearOf(text string) int {
	year, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || year < 1990 || year > 2100 {
		return 0
	}
	return year
}
