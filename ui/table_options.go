package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// tableOptions is the bar above the table: what rows and columns are, the comparison with
// last year, and the actions for the table.
type tableOptions struct {
	shell   *shell
	box     fyne.CanvasObject
	rows    *control.Dropdown
	across  *control.Dropdown
	compare *control.Choice
	columns *control.Dropdown // chooses which columns are shown
}

func newTableOptions(s *shell) *tableOptions {
	o := &tableOptions{shell: s}
	o.rows, o.across = o.dropdown(), o.dropdown()
	o.rows.OnPick = func(id string) { s.state.change(func(c *present.Choice) { present.SetGrain(c, data.Grain(id)) }) }
	o.across.OnPick = func(id string) { s.state.change(func(c *present.Choice) { present.SetAxis(c, data.Axis(id)) }) }
	o.compare = control.NewOptionGrid(o.compareOption(), 1)
	o.compare.OnTap = func(int) { s.state.change(func(c *present.Choice) { present.SetCompare(c, !c.Query.Compare) }) }
	label := func(w words.Word) fyne.CanvasObject {
		return control.NewText(s.say.Say(w), control.TextStyle{Color: look.Muted, Fixed: true})
	}
	wide := func(d *control.Dropdown) fyne.CanvasObject {
		return container.NewCenter(container.NewGridWrap(fyne.NewSize(132, 28), d))
	}
	o.columns = control.NewDropdown(control.NewTicks(s.say.Say(words.ColumnsHint), s.say.Say(words.FilterNothing), control.Many), fyne.NewSize(280, 420), true)
	o.columns.OnPick = func(id string) { s.tablePane().pickColumn(id) }
	export := control.NewButton(s.say.Say(words.ExportButton), s.export)
	named := func(w words.Word, d *control.Dropdown) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedHBoxLayout(8), label(w), wide(d))
	}
	row := control.Pad(control.NewBar(control.BarItems{
		Left:  []fyne.CanvasObject{named(words.GrainRows, o.rows), named(words.GrainColumns, o.across), o.compare},
		Right: []fyne.CanvasObject{wide(o.columns), control.Outlined(export)},
	}), 12, 0)
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(0, 40)
	o.box = control.NewDock(nil, control.NewRule(look.Border), nil, nil, container.NewStack(ground, row))
	o.show()
	return o
}

func (o *tableOptions) dropdown() *control.Dropdown {
	say := o.shell.say
	return control.NewDropdown(control.NewTicks("", say.Say(words.FilterNothing), control.OneOfFew), fyne.NewSize(132, 260), false)
}

func (o *tableOptions) compareOption() []control.Option {
	q := o.shell.state.choice.Query
	return []control.Option{{Label: o.shell.say.Say(words.CompareToggle), Chosen: q.Compare && q.CanCompare(), Disabled: !q.CanCompare()}}
}

// show marks what is chosen.
func (o *tableOptions) show() {
	q, say := o.shell.state.choice.Query, o.shell.say
	var lines []control.Tick
	for _, g := range data.Grains() {
		lines = append(lines, control.Tick{ID: string(g), Label: say.Say(present.GrainName(g)), On: g == q.Rows})
	}
	o.rows.Ticks.SetLines(lines)
	o.rows.SetText(say.Say(present.GrainName(q.Rows)))
	lines = nil
	for _, a := range data.Axes() {
		if present.FitsAxis(q.Rows, a) {
			lines = append(lines, control.Tick{ID: string(a), Label: say.Say(present.AxisName(a)), On: a == q.Across})
		}
	}
	o.across.Ticks.SetLines(lines)
	o.across.SetText(say.Say(present.AxisName(q.Across)))
	o.across.SetEnabled(len(lines) > 1)
	o.compare.SetOptions(o.compareOption())
}

// showColumns shows how many of the table's columns are visible.
func (o *tableOptions) showColumns(lines []control.Tick) {
	shown, all := 0, 0
	for _, line := range lines {
		if line.ID == everyColumn {
			continue
		}
		all++
		if line.On {
			shown++
		}
	}
	o.columns.Ticks.SetLines(lines)
	o.columns.SetText(o.shell.say.Say(words.ColumnsShown, shown, all))
}
