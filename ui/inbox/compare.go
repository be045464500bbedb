package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// Compare shows candidates for one body and year side by side: their files, the figures in
// which they differ, and a button for each that takes it.
type Compare struct {
	Box    *fyne.Container
	OnTake func(candidate int)

	say   words.Language
	note  *control.Text // while there is nothing to compare
	cards *fyne.Container
	grid  *grid.Grid
	shown *present.Comparison
}

// NewCompare returns an empty comparison; keys receives the keys that its table does not use.
func NewCompare(say words.Language, keys func(*fyne.KeyEvent)) *Compare {
	c := &Compare{say: say, cards: container.New(layout.NewCustomPaddedHBoxLayout(10)), grid: grid.New(present.Marks(say))}
	c.note = control.NewText("", control.TextStyle{Color: look.Muted})
	c.grid.OnKey = keys
	c.Box = control.NewDock(control.Pad(container.NewHScroll(control.NewDock(nil, control.NewGap(6), nil, nil, c.cards)), 14, 6), nil, nil, nil, c.grid, control.Pad(c.note, 14, 4))
	return c
}

// Wait says that the candidates are being read.
func (c *Compare) Wait() { c.tell(c.say.Say(words.CandidateReading)) }

// Fail says why there is nothing to compare.
func (c *Compare) Fail(text string) { c.tell(text) }

func (c *Compare) tell(text string) {
	c.shown = nil
	c.cards.Objects = nil
	c.grid.SetData(grid.Data{})
	c.grid.Hide()
	c.note.SetText(text)
	c.note.Show()
	c.Box.Refresh()
}

// Show shows a comparison.
func (c *Compare) Show(now *present.Comparison) {
	c.shown = now
	c.cards.Objects = nil
	for i := range now.Candidates {
		c.cards.Add(c.card(i))
	}
	c.note.SetText(c.say.Say(words.CandidateSame))
	control.SetVisible(c.note, len(now.Rows) == 0)
	control.SetVisible(c.grid, len(now.Rows) > 0)
	c.grid.SetData(grid.Data{Columns: c.columns(), Rows: len(now.Rows), Frozen: 1, Cell: c.cell})
	c.Box.Refresh()
}

// card shows the file of a candidate.
func (c *Compare) card(i int) fyne.CanvasObject {
	one := &c.shown.Candidates[i]
	quiet := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true}
	title := one.Name
	if one.Sheet != "" {
		title += " · " + one.Sheet
	}
	said := container.New(layout.NewCustomPaddedVBoxLayout(2), control.NewText(title, control.TextStyle{Bold: true, Fixed: true}), control.NewText(c.about(i), quiet))
	edge := look.Border
	if one.Reason != "" {
		edge = theme.ColorNamePrimary
		said.Add(control.NewText(c.say.Say(words.CandidateProposal, one.Reason), control.TextStyle{Color: theme.ColorNamePrimary, Size: theme.SizeNameCaptionText, Bold: true, Fixed: true}))
	}
	content := container.New(layout.NewCustomPaddedHBoxLayout(18), said)
	if c.shown.Choice {
		take := control.NewButton(c.say.Say(words.CandidateTake), func() { c.OnTake(i) })
		var button fyne.CanvasObject = control.Outlined(take)
		if one.Reason != "" {
			take.Importance, button = widget.HighImportance, take
		}
		content.Add(container.NewCenter(button))
	}
	bar, ground := control.NewBackground(edge), control.NewBackground(theme.ColorNameBackground)
	bar.Min = fyne.NewSize(3, 0)
	return control.NewDock(nil, nil, bar, nil, container.NewStack(ground, control.Pad(content, 12, 7)))
}

// about says of when a candidate is and how much it has.
func (c *Compare) about(i int) string {
	one, text := &c.shown.Candidates[i], ""
	switch {
	case !c.shown.Choice && i == 0:
		text = c.say.Say(words.CandidateWas) + " · "
	case !c.shown.Choice:
		text = c.say.Say(words.CandidateNow) + " · "
	}
	if !one.Dated.IsZero() {
		text += c.say.Say(words.CandidateDated, present.MinuteText(one.Dated)) + " · "
	}
	if !one.Imported.IsZero() {
		text += c.say.Say(words.CandidateImported, present.MinuteText(one.Imported)) + " · "
	}
	return text + c.say.Say(words.CandidateNumbers, one.Numbers)
}

func (c *Compare) columns() []tabular.Column {
	width := float32(360)
	if len(c.shown.Candidates) == 2 {
		width = 520
	}
	columns := []tabular.Column{{ID: "figure", Title: c.say.Say(words.CandidateFigure, len(c.shown.Rows)), Width: width}}
	for i := range c.shown.Candidates {
		columns = append(columns, tabular.Column{ID: string(rune('a' + i%26)), Title: c.shown.Candidates[i].Name, Width: 210, Numeric: true})
	}
	return columns
}

// cell is the place of a figure, or its value in a candidate; a value that differs from that of
// the first candidate shows which way.
func (c *Compare) cell(row, col int) tabular.Cell {
	r := &c.shown.Rows[row]
	if col == 0 {
		return tabular.Cell{Text: r.Place}
	}
	f, first := r.Figures[col-1], r.Figures[0]
	switch {
	case f == nil:
		return tabular.Cell{Kind: tabular.Missing}
	case f.Status == form.StatusBlank:
		return tabular.Cell{Kind: tabular.Blank}
	case f.Status == form.StatusNA:
		return tabular.Cell{Kind: tabular.NotAsked}
	case f.Status == form.StatusText:
		return tabular.Cell{Kind: tabular.Odd, Text: f.Raw}
	}
	cell := tabular.Cell{Kind: tabular.Number, Text: f.Value.Grouped()}
	if f.Status == form.StatusNoted {
		cell.Kind = tabular.Noted
	}
	if first != nil && first.Status.HasValue() && col > 1 {
		switch {
		case f.Value > first.Value:
			cell.Tone = tabular.Rising
		case f.Value < first.Value:
			cell.Tone = tabular.Falling
		}
	}
	return cell
}

// Shown is the comparison that is shown, nil for none.
func (c *Compare) Shown() *present.Comparison { return c.shown }
