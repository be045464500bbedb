package ui

import (
	"context"
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

// unitDialog edits a body of the register, or asks for a new one.
type unitDialog struct {
	pane   *unitsPane
	dialog *modal
	was    *data.RegisteredBody // nil for a new one

	unit, region, full, kind, names *control.Field
	parent                          *control.Dropdown
	expected                        *control.Toggle
	above                           int // id of the parent
	hint                            *control.Text
	save                            *control.Button
}

func (p *unitsPane) add() { p.showUnitDialog(nil) }

func (p *unitsPane) edit() {
	if b := p.unit(); b != nil {
		p.showUnitDialog(b)
	}
}

func (p *unitsPane) showUnitDialog(b *data.RegisteredBody) {
	s := p.shell
	if s.isAsking() || s.store.ReadOnly() {
		return
	}
	say := s.say
	d := &unitDialog{pane: p, was: b}
	title := words.UnitAddTitle
	var now data.RegisteredBody
	if b == nil {
		now.Expected = true
	} else {
		title, now = words.UnitEditTitle, *b
	}
	fields := container.New(&formLayout{gap: 14, pitch: 8})
	add := func(name words.Word, o fyne.CanvasObject) {
		fields.Add(control.NewText(say.Say(name), control.TextStyle{Color: look.Muted, Fixed: true}))
		fields.Add(o)
	}
	entry := func(text, hint string) *control.Field {
		e := control.NewField()
		e.SetPlaceHolder(hint)
		e.SetText(text)
		e.OnChanged = func(string) { d.showReady() }
		e.OnSubmitted = func(string) { d.submit() }
		return e
	}
	kind := ""
	if now.Unit != "" {
		kind = say.Say(words.UnitKindHint, say.Say(data.KindName(now.Unit)))
	}
	d.unit, d.region = entry(now.Unit, ""), entry(now.Region, say.Say(words.UnitRegionHint))
	d.full, d.kind, d.names = entry(now.Agency, ""), entry(now.Kind, kind), entry(present.NamesText(now), say.Say(words.UnitNamesHint))
	d.above = now.Parent
	d.parent = d.newParents()
	d.expected = control.NewToggle(say.Say(words.UnitToReport), nil)
	d.expected.Set(now.Expected)
	add(words.ColumnUnit, d.unit)
	add(words.UnitsParent, d.parent)
	add(words.ColumnRegion, d.region)
	add(words.UnitsFull, d.full)
	add(words.UnitsKind, d.kind)
	add(words.UnitsNames, d.names)
	add(words.UnitsExpected, d.expected)
	d.hint = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText})
	d.save = control.NewButton(say.Say(words.UnitSave), d.submit)
	d.save.Importance = widget.HighImportance
	cancel := control.NewButton(say.Say(words.Cancel), func() { d.dialog.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), d.save)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(520, 0)
	content := container.NewStack(room, container.New(layout.NewCustomPaddedVBoxLayout(8), fields, d.hint, buttons))
	d.dialog = s.showModal(say.Say(title), content, d.submit)
	d.showReady()
	s.focusOnText(d.unit)
}

// newUnitTicks is a list of bodies with a search by characters, pinyin and initials.
func (p *unitsPane) newUnitTicks(hint words.Word) *control.Ticks {
	t := control.NewTicks(p.shell.say.Say(hint), p.shell.say.Say(words.UnitsNotFound), control.One)
	t.Match = new(data.Finder).Matches
	return t
}

// unitLines are the lines of such a list, without one body.
func (p *unitsPane) unitLines(except, chosen int) (lines []control.Tick) {
	for i := range p.units {
		b := &p.units[i]
		if b.ID != except {
			lines = append(lines, control.Tick{ID: strconv.Itoa(b.ID), Label: b.Unit, Detail: b.Region, Search: present.NamesText(*b), Count: yearsText(b.Years), On: b.ID == chosen})
		}
	}
	return lines
}

// newParents is the field for the parent.
func (d *unitDialog) newParents() *control.Dropdown {
	p := d.pane
	ticks := p.newUnitTicks(words.UnitParentHint)
	except := 0
	if d.was != nil {
		except = d.was.ID
	}
	field := control.NewDropdown(ticks, fyne.NewSize(380, 300), false)
	show := func() {
		none := control.Tick{ID: "0", Label: p.shell.say.Say(words.UnitsNone), On: d.above == 0}
		ticks.SetLines(append([]control.Tick{none}, p.unitLines(except, d.above)...))
		text := none.Label
		if d.above != 0 {
			text = p.names[d.above]
		}
		field.SetText(text)
	}
	show()
	field.OnPick = func(id string) {
		d.above, _ = strconv.Atoi(id)
		show()
		d.showReady()
	}
	return field
}

// change returns the differences from the body as it was.
func (d *unitDialog) change() (b data.Body, c data.BodyChange, differs bool) {
	b = data.Body{Region: strings.TrimSpace(d.region.Text), Unit: strings.TrimSpace(d.unit.Text)}
	was := data.RegisteredBody{Expected: true}
	if d.was != nil {
		was = *d.was
	}
	if b != was.Body {
		c.Name, differs = &b, true
	}
	for _, f := range []struct {
		entry *control.Field
		was   string
		into  **string
	}{{d.full, was.Agency, &c.Agency}, {d.kind, was.Kind, &c.Kind}} {
		if text := strings.TrimSpace(f.entry.Text); text != f.was {
			*f.into, differs = &text, true
		}
	}
	if d.above != was.Parent {
		c.Parent, differs = &d.above, true
	}
	if on := d.expected.On(); on != was.Expected {
		c.Expected, differs = &on, true
	}
	if d.names.Text != present.NamesText(was) {
		names := present.NamesOf(d.names.Text, was.Names)
		c.Names, differs = &names, true
	}
	return b, c, differs
}

// showReady describes the effect of a new name or parent, or what is missing.
func (d *unitDialog) showReady() {
	if d.save == nil {
		return
	}
	say := d.pane.shell.say
	b, c, _ := d.change()
	text := ""
	switch {
	case b.Unit == "":
		text = say.Say(words.ErrorNoUnitName)
	case d.was == nil:
	case c.Name != nil && b.Unit != d.was.Unit:
		text = say.Say(words.UnitFollows)
	case c.Parent != nil && d.above != 0:
		text = say.Say(words.UnitMoves)
	}
	d.hint.SetText(text)
	control.SetEnabled(d.save, b.Unit != "")
}

func (d *unitDialog) submit() {
	b, c, differs := d.change()
	if b.Unit == "" {
		return
	}
	d.dialog.Hide()
	s, was := d.pane.shell, d.was
	switch {
	case was == nil:
		s.changeFigures(func(ctx context.Context) error {
			id, err := s.store.AddBody(ctx, b, c)
			d.pane.chosen = id
			return err
		})
	case differs:
		s.changeFigures(func(ctx context.Context) error { return s.store.EditBody(ctx, was.ID, c) })
	}
}

// remove takes the chosen body off the register.
func (p *unitsPane) remove() {
	b, s := p.unit(), p.shell
	if b == nil || len(b.Years) > 0 {
		return
	}
	id := b.ID
	s.confirm(s.say.Say(words.UnitRemoveAsk, b.Body.String()), words.UnitsRemove, func() {
		s.changeFigures(func(ctx context.Context) error { return s.store.RemoveBody(ctx, id) })
	})
}
