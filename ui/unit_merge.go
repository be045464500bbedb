package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// merge asks with which other body the chosen one is to be merged.
func (p *unitsPane) merge() {
	b, s := p.unit(), p.shell
	if b == nil || s.isAsking() {
		return
	}
	from, into := b.ID, 0
	var d *modal
	merge := func() {
		if into == 0 {
			return
		}
		d.Hide()
		p.chosen = into
		s.changeFigures(func(ctx context.Context) error { return s.store.MergeBodies(ctx, from, into) })
	}
	do := mainButton(s.say.Say(words.UnitMergeInto), merge)
	do.Disable()
	ticks := p.newUnitTicks(words.UnitsSearch)
	ticks.SetLines(p.unitLines(from, 0))
	ticks.OnToggle = func(id string) {
		into, _ = strconv.Atoi(id)
		ticks.Mark(func(line string) bool { return line == id })
		do.Enable()
	}
	cancel := control.NewButton(s.say.Say(words.Cancel), func() { d.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), do)
	hint := control.NewParagraph(s.say.Say(words.UnitMergeHint), control.TextStyle{Color: look.Muted}, 540)
	room := s.dialogRoom(560, 420)
	d = s.showModal(s.say.Say(words.UnitMergeTitle, b.Body.String()), container.NewStack(room, control.NewDock(hint, control.Pad(buttons, 0, 6), nil, nil, control.Pad(ticks, 0, 8))), merge)
	s.window.Canvas().Focus(ticks.Search)
}

// split asks which reports of the chosen body belong to another one.
func (p *unitsPane) split() {
	b, s := p.unit(), p.shell
	if b == nil || s.isAsking() {
		return
	}
	from := *b
	reports, err := s.store.ReportsOf(context.Background(), from.ID)
	if err != nil {
		s.showError(err)
		return
	}
	var d *modal
	var ticked []string
	unit, region := control.NewField(), control.NewField()
	unit.SetPlaceHolder(s.say.Say(words.ColumnUnit))
	region.SetPlaceHolder(s.say.Say(words.ColumnRegion))
	unit.SetText(from.Unit)
	region.SetText(from.Region)
	to := func() data.Body {
		return data.Body{Region: strings.TrimSpace(region.Text), Unit: strings.TrimSpace(unit.Text)}
	}
	can := func() bool { return len(ticked) > 0 && to().Unit != "" && to() != from.Body }
	split := func() {
		if !can() {
			return
		}
		var ids []int64
		for _, id := range ticked {
			n, _ := strconv.ParseInt(id, 10, 64)
			ids = append(ids, n)
		}
		body := to()
		d.Hide()
		s.changeFigures(func(ctx context.Context) error {
			_, err := s.store.SplitBody(ctx, from.ID, ids, body)
			return err
		})
	}
	do := mainButton(s.say.Say(words.UnitSplitDo), split)
	able := func(string) {
		control.SetEnabled(do, can())
	}
	unit.OnChanged, region.OnChanged = able, able
	ticks := control.NewTicks(s.say.Say(words.UnitSplitFind), s.say.Say(words.UnitsNotFound), control.Many)
	ticks.SetLines(reportLines(reports, s.say))
	ticks.OnToggle = func(id string) {
		ticked = present.Toggled(ticked, id)
		ticks.Mark(func(line string) bool { return slices.Contains(ticked, line) })
		able("")
	}
	able("")
	cancel := control.NewButton(s.say.Say(words.Cancel), func() { d.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), do)
	label := control.NewText(s.say.Say(words.UnitSplitTo), control.TextStyle{Color: look.Muted, Fixed: true})
	fields := control.NewDock(nil, nil, control.Pad(container.NewCenter(label), 4, 0), nil, container.NewGridWithColumns(2, region, unit))
	foot := container.New(layout.NewCustomPaddedVBoxLayout(10), fields, buttons)
	room := s.dialogRoom(620, 420)
	d = s.showModal(s.say.Say(words.UnitSplitTitle, from.Body.String()), container.NewStack(room, control.NewDock(nil, control.Pad(foot, 0, 6), nil, nil, control.Pad(ticks, 0, 6))), split)
	s.window.Canvas().Focus(ticks.Search)
}

// reportLines are the reports of a body, for a list to tick.
func reportLines(reports []data.BodyReport, say words.Language) (lines []control.Tick) {
	for _, r := range reports {
		detail := filepath.Base(r.File)
		if r.Sheet != "" {
			detail += " · " + r.Sheet
		}
		older := ""
		if !r.InForce {
			older = say.Say(words.UnitSplitOlder)
		}
		lines = append(lines, control.Tick{ID: strconv.FormatInt(r.ID, 10), Label: say.Say(words.UnitSplitReport, r.Year), Detail: detail, Count: older})
	}
	return lines
}
