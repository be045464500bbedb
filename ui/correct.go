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
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// asks reports whether the body or the year of a line is uncertain.
func (l line) asks() bool { return l.record.Asks() && !l.answered() }

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
	register           *control.Dropdown // to pick the body from
	region, unit, year *control.Field
	again              *control.Button
	proposals          *fyne.Container // what the file itself suggests
	bodies             []data.RegisteredBody
	lines              []line
}

func newAnswerBar(s *shell) *answerBar {
	b := &answerBar{shell: s, region: control.NewField(), unit: control.NewField(), year: control.NewField()}
	b.asked = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	b.again = control.NewButton(s.say.Say(words.CorrectImport), b.submit)
	b.again.Importance = widget.HighImportance
	b.register = newBodyPicker(s)
	b.register.OnPick = b.pick
	row := container.New(layout.NewCustomPaddedHBoxLayout(8), container.NewCenter(container.NewGridWrap(fyne.NewSize(130, 32), b.register)))
	for _, f := range []struct {
		entry *control.Field
		name  words.Word
		width float32
	}{{b.region, words.ColumnRegion, 200}, {b.unit, words.ColumnUnit, 170}, {b.year, words.ColumnYear, 110}} {
		f.entry.OnChanged = func(string) { b.showReady() }
		f.entry.OnSubmitted = func(string) { b.submit() }
		name := control.NewText(s.say.Say(f.name), control.TextStyle{Color: look.Muted, Fixed: true})
		row.Add(container.NewCenter(name))
		row.Add(container.NewGridWrap(fyne.NewSize(f.width, 34), f.entry))
	}
	row.Add(container.NewCenter(b.again))
	b.proposals = container.New(layout.NewCustomPaddedHBoxLayout(8))
	head := container.New(layout.NewCustomPaddedHBoxLayout(14), container.NewCenter(b.asked), b.proposals)
	b.box = container.New(layout.NewCustomPaddedVBoxLayout(4), head, row)
	return b
}

// newBodyPicker is a field that opens the register, with a search by name, pinyin and initials.
func newBodyPicker(s *shell) *control.Dropdown {
	ticks := control.NewTicks(s.say.Say(words.AnswerPickHint), s.say.Say(words.UnitsNotFound), control.One)
	ticks.Match = new(data.Finder).Matches
	picker := control.NewDropdown(ticks, fyne.NewSize(380, 320), false)
	picker.SetText(s.say.Say(words.AnswerPick))
	return picker
}

// setBodies offers the bodies of the register.
func (b *answerBar) setBodies(list []data.RegisteredBody) {
	b.bodies = list
	var lines []control.Tick
	for i := range list {
		lines = append(lines, control.Tick{ID: strconv.Itoa(i), Label: list[i].Unit, Detail: list[i].Region, Search: present.NamesText(list[i])})
	}
	b.register.Ticks.SetLines(lines)
	b.register.SetEnabled(len(list) > 0)
}

// pick fills in a body of the register.
func (b *answerBar) pick(id string) {
	if i, err := strconv.Atoi(id); err == nil && i < len(b.bodies) {
		b.region.SetText(b.bodies[i].Region)
		b.unit.SetText(b.bodies[i].Unit)
		b.focusYear()
	}
}

// focusYear focuses the year of a single line if it is still missing.
func (b *answerBar) focusYear() {
	if len(b.lines) == 1 && yearOf(b.year.Text) == 0 {
		b.shell.window.Canvas().Focus(b.year)
	}
}

// propose offers what the file of a single line suggests.
func (b *answerBar) propose() {
	b.proposals.Objects = nil
	if len(b.lines) == 1 && b.lines[0].asks() {
		units, years := b.lines[0].record.Alternatives()
		if len(units)+len(years) > 0 {
			b.proposals.Add(container.NewCenter(control.NewText(b.shell.say.Say(words.AnswerProposed), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})))
		}
		for _, unit := range units {
			b.proposals.Add(control.Outlined(control.NewButton(unit, func() { b.fill(unit) })))
		}
		for _, year := range years {
			b.proposals.Add(control.Outlined(control.NewButton(strconv.Itoa(year), func() { b.year.SetText(strconv.Itoa(year)) })))
		}
	}
	b.proposals.Refresh()
}

// fill fills in a body by its name, in full if the register has it.
func (b *answerBar) fill(name string) {
	region, unit, namesakes := "", name, 0
	for i := range b.bodies {
		body := b.bodies[i].Body
		if body.Unit == name {
			namesakes++
		}
		if body.String() == name || body.Unit == name {
			region, unit = body.Region, body.Unit
		}
	}
	if namesakes > 1 {
		region = ""
	}
	if region != "" || b.lines[0].unit != "" {
		b.region.SetText(region)
	}
	b.unit.SetText(unit)
	b.focusYear()
}

// show asks about lines, with what is known of a single one already filled in.
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
		if !l.failed() && l.record.Verdict != data.LeftOut {
			button = words.CorrectAgain
		}
	}
	for i, f := range []struct {
		entry *control.Field
		text  string
	}{{b.region, region}, {b.unit, unit}, {b.year, year}} {
		f.entry.SetPlaceHolder(b.shell.say.Say(hints[i]))
		f.entry.SetText(f.text)
	}
	b.again.SetText(b.shell.say.Say(button))
	b.propose()
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
	return unit != "" && year != 0 && (!same || l.failed() || l.record.Verdict == data.LeftOut)
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

// yearOf parses a reporting year; it returns 0 for any other text.
func yearOf(text string) int {
	year, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || year < 1990 || year > 2100 {
		return 0
	}
	return year
}
