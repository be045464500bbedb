package ui

import (
	"slices"

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

// conditionDialog lets the user set a condition on a column.
type conditionDialog struct {
	shell   *shell
	columns []string // ids that can be chosen
	chosen  data.Condition

	dialog       *modal
	column, test *control.Dropdown
	value, upper *control.Field
	dash, said   *control.Text
	valueRow     *fyne.Container
	apply        *control.Button
}

// askCondition opens the dialog for a condition on a column; "" means any column.
func (s *shell) askCondition(column string) *conditionDialog {
	d := &conditionDialog{shell: s, columns: s.conditionColumns(), chosen: data.Condition{Column: column, Is: data.Above}}
	if !slices.Contains(d.columns, column) {
		d.chosen.Column = ""
	}
	d.make()
	d.dialog = s.newModal(s.say.Say(words.ConditionTitle), d.content(), d.finish)
	d.show()
	d.dialog.Show()
	if d.chosen.Column != "" {
		s.window.Canvas().Focus(d.value)
	} else {
		s.window.Canvas().Focus(d.column)
	}
	return d
}

// conditionColumns are the ids of the columns that can have conditions.
func (s *shell) conditionColumns() []string {
	q := s.state.choice.Query
	var ids []string
	if q.Rows == data.ReportRows || q.Rows == data.FigureRows || q.Rows == data.YearRows || q.Rows == data.RegionYearRows {
		ids = append(ids, data.YearColumn)
	}
	if q.Rows != data.ItemRows {
		ids = append(ids, data.FindingsColumn)
	}
	columns := q.Columns()
	if t := s.tablePane().table; t != nil && len(columns) == 0 {
		columns = t.Columns // with the years, which only the store knows
	}
	for _, c := range columns {
		ids = append(ids, c.ID)
	}
	return ids
}

// tests are the conditions that make sense for the chosen column.
func (d *conditionDialog) tests() []data.Operator {
	isPlain := d.chosen.Column == data.YearColumn || d.chosen.Column == data.FindingsColumn
	rows := d.shell.state.choice.Query.Rows
	return slices.DeleteFunc(data.Operators(), func(t data.Operator) bool {
		switch {
		case t.HasOperand():
			return false
		case isPlain:
			return true
		case t == data.IsText || t == data.IsAbsent:
			return rows != data.ReportRows && rows != data.FigureRows && rows != data.ItemRows
		}
		return false
	})
}

func (d *conditionDialog) make() {
	say := d.shell.say
	columns := control.NewTicks(say.Say(words.ConditionSearch), say.Say(words.FilterNothing), control.One)
	columns.Match = new(data.Finder).Matches
	d.column = control.NewDropdown(columns, fyne.NewSize(360, 320), false)
	d.column.OnPick = func(id string) {
		d.chosen.Column = id
		if !slices.Contains(d.tests(), d.chosen.Is) {
			d.chosen.Is = data.Above
		}
		d.show()
		d.shell.tasks.Show(func() { d.shell.window.Canvas().Focus(d.value) }) // once the list has closed
	}
	d.test = control.NewDropdown(control.NewTicks("", "", control.OneOfFew), fyne.NewSize(180, 400), false)
	d.test.OnPick = func(id string) {
		d.chosen.Is = data.Operator(id)
		d.show()
	}
	d.value, d.upper = control.NewField(), control.NewField()
	for _, e := range []*control.Field{d.value, d.upper} {
		e.OnChanged = func(string) { d.check() }
		e.OnSubmitted = func(string) { d.finish() }
	}
	d.dash = control.NewText("–", control.TextStyle{Color: look.Muted, Fixed: true})
	d.said = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText})
	d.apply = control.NewButton(say.Say(words.ConditionApply), d.finish)
	d.apply.Importance = widget.HighImportance
}

func (d *conditionDialog) content() fyne.CanvasObject {
	say := d.shell.say
	label := func(w words.Word) fyne.CanvasObject {
		return control.NewText(say.Say(w), control.TextStyle{Color: look.Muted, Fixed: true})
	}
	d.valueRow = container.NewGridWithColumns(2, d.value, control.NewDock(nil, nil, container.NewCenter(d.dash), nil, d.upper))
	form := container.New(&formLayout{gap: 14, pitch: 10}, label(words.ConditionColumn), d.column,
		label(words.ConditionTest), d.test, label(words.ConditionValue), d.valueRow)
	cancel := control.NewButton(say.Say(words.Cancel), func() { d.dialog.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), d.apply)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(440, 168)
	return container.NewStack(room, control.NewDock(nil, buttons, nil, nil, container.New(layout.NewCustomPaddedVBoxLayout(10), form, d.said)))
}

// show adapts the fields to the choice.
func (d *conditionDialog) show() {
	say := d.shell.say
	var lines []control.Tick
	for _, id := range d.columns {
		lines = append(lines, control.Tick{ID: id, Label: present.ColumnTitle(id, say), On: id == d.chosen.Column})
	}
	d.column.Ticks.SetLines(lines)
	d.column.SetText(say.Say(words.ConditionFirst))
	if d.chosen.Column != "" {
		d.column.SetText(present.ColumnTitle(d.chosen.Column, say))
	}
	lines = nil
	for _, t := range d.tests() {
		lines = append(lines, control.Tick{ID: string(t), Label: say.Say(present.OperatorName(t)), On: t == d.chosen.Is})
	}
	d.test.Ticks.SetLines(lines)
	d.test.SetText(say.Say(present.OperatorName(d.chosen.Is)))
	hint := words.ConditionHint
	if present.ConditionUnit(d.chosen.Column) != "" {
		hint = words.ConditionPercent
	}
	d.value.SetPlaceHolder(say.Say(hint))
	control.SetVisible(d.value, d.chosen.Is.HasOperand())
	control.SetVisible(d.upper, d.chosen.Is == data.Between)
	control.SetVisible(d.dash, d.chosen.Is == data.Between)
	d.valueRow.Refresh()
	d.check()
}

// read reads the numbers from the fields. wrong says what is wrong with them, "" if
// nothing is.
func (d *conditionDialog) read() (wrong string) {
	say := d.shell.say
	if d.chosen.Column == "" {
		return say.Say(words.ConditionFirst)
	}
	d.chosen.Value, d.chosen.Upper = 0, 0
	var err error
	if d.chosen.Is.HasOperand() {
		d.chosen.Value, err = present.ParseOperand(d.value.Text)
	}
	if d.chosen.Is == data.Between && err == nil {
		d.chosen.Upper, err = present.ParseOperand(d.upper.Text)
	}
	switch {
	case err != nil:
		return say.Say(words.ConditionWrong)
	case d.chosen.Is == data.Between && d.chosen.Upper < d.chosen.Value:
		return say.Say(words.ConditionOrder)
	}
	return ""
}

// check says what is still wrong, once something has been typed.
func (d *conditionDialog) check() {
	wrong := d.read()
	text, color := d.shell.say.Say(words.ConditionNote), look.Muted
	if wrong != "" && d.value.Text != "" {
		text, color = wrong, theme.ColorNameError
	}
	d.said.SetText(text)
	d.said.SetColor(color)
	if wrong == "" {
		d.apply.Enable()
	} else {
		d.apply.Disable()
	}
}

func (d *conditionDialog) finish() {
	if d.read() != "" {
		d.check()
		return
	}
	d.dialog.Hide()
	d.shell.state.change(func(c *present.Choice) {
		if !slices.Contains(c.Query.Conditions, d.chosen) {
			c.Query.Conditions = append(slices.Clone(c.Query.Conditions), d.chosen)
		}
	})
}
