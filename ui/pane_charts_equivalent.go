package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/chart"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// equivalentView shows a chart's text equivalent: a sentence, and its numbers as a table.
type equivalentView struct {
	box      fyne.CanvasObject
	sentence *widget.Label
	grid     *grid.Grid
}

func newEquivalentView(s *shell) *equivalentView {
	v := &equivalentView{sentence: widget.NewLabel(""), grid: grid.New(present.Marks(s.say))}
	v.grid.OnKey = s.typedKey
	v.sentence.Wrapping = wrapping(s.say)
	v.sentence.Selectable = true
	room := control.NewGap(0)
	room.Min = fyne.NewSize(0, 220)
	head := control.NewDock(control.NewRule(look.Border), control.NewRule(theme.ColorNameSeparator), nil, nil, control.Pad(v.sentence, 4, 0))
	v.box = container.NewStack(room, control.NewBackground(look.Surface), control.NewDock(head, nil, nil, nil, v.grid))
	return v
}

// show fills sentence and table.
func (v *equivalentView) show(t chart.TextEquivalent) {
	v.sentence.SetText(t.Sentence)
	table := t.Table()
	columns := make([]tabular.Column, len(table[0]))
	for i, title := range table[0] {
		columns[i] = tabular.Column{ID: title, Title: title, Numeric: i > 0}
	}
	v.grid.SetData(grid.Data{Columns: columns, Rows: len(t.Rows), Frozen: 1, Cell: func(row, col int) tabular.Cell {
		text := table[row+1][col]
		switch {
		case col == 0:
			return tabular.Cell{Text: text}
		case t.Rows[row].Cells[col-1].Known:
			return tabular.Cell{Text: text, Kind: tabular.Number}
		}
		return tabular.Cell{Text: text, Tone: tabular.Quiet}
	}})
}

// foot is the line below the chart: its sentence, and the buttons for copying and exporting.
func (p *chartPane) foot() fyne.CanvasObject {
	s := p.shell
	p.sentence = control.NewText("", control.TextStyle{Color: look.Muted})
	p.out = control.NewActions([]control.Option{
		{Label: s.say.Say(words.ShowAsText)}, {Label: s.say.Say(words.CopyText)}, {Label: s.say.Say(words.CopyPicture)}, {Label: s.say.Say(words.SaveChart)},
	})
	p.out.OnTap = func(i int) {
		switch i {
		case 0:
			s.state.change(func(c *present.Choice) { c.Chart.ShowText = !c.Chart.ShowText })
		case 1:
			p.copyText()
		case 2:
			p.copyPicture()
		case 3:
			p.showExport()
		}
	}
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(0, 36)
	line := control.NewDock(nil, nil, nil, container.NewHBox(container.NewCenter(p.out), control.NewGap(4)), container.New(layout.NewCustomPaddedLayout(5, 0, 12, 12), p.sentence))
	return control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(ground, line))
}

// showEquivalent shows the sentence, and the table if the user wants it.
func (p *chartPane) showEquivalent() {
	say, on := p.shell.say, p.shell.state.choice.Chart.ShowText
	equivalent := p.drawn().TextEquivalent()
	p.sentence.SetText(equivalent.Sentence)
	options := p.out.Options()
	options[0].Label = say.Say(words.ShowAsText)
	if on {
		options[0].Label = say.Say(words.HideText)
		p.sentence.SetText("")
		p.equivalent.show(equivalent)
		p.equivalent.box.Show()
	} else {
		p.equivalent.box.Hide()
	}
	p.out.SetOptions(options)
	p.box.Refresh()
}
