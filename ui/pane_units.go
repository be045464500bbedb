package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// unitsPane is the register of bodies: a list, and the actions for the chosen body.
type unitsPane struct {
	shell *shell
	box   fyne.CanvasObject
	lane  *task.Lane

	title   *control.Text
	search  *control.Search
	tools   *control.Bar
	filter  *control.Choice
	grid    *grid.Grid
	empty   *control.Text
	details *fyne.Container
	finder  *data.Finder

	units  []data.RegisteredBody
	names  map[int]string // full names, by id
	only   unitFilter
	shown  []int // indices into units
	chosen int   // id of the chosen body, 0 for none
}

// unitFilter chooses bodies, in the order of the segments.
type unitFilter int

const (
	allUnits unitFilter = iota
	unitsToReport
	unitsNever
	unitsExempt
	unitFilters
)

func (f unitFilter) shows(b *data.RegisteredBody) bool {
	switch f {
	case unitsToReport:
		return b.Expected
	case unitsNever:
		return b.Expected && len(b.Years) == 0
	case unitsExempt:
		return !b.Expected
	}
	return true
}

const unitDetailsWidth = 290

func newUnitsPane(s *shell) *unitsPane {
	p := &unitsPane{shell: s, lane: task.NewLane(s.tasks), finder: new(data.Finder)}
	p.title = control.NewText("", control.TextStyle{Size: theme.SizeNameHeadingText, Bold: true})
	p.search = control.NewSearch(s.say.Say(words.UnitsSearch))
	p.search.OnChanged = func(string) { p.list() }
	p.search.OnSubmitted = func(string) { s.window.Canvas().Focus(p.grid) }
	p.filter = control.NewSegments(nil)
	p.filter.OnTap = func(i int) { p.only = unitFilter(i); p.list() }
	p.grid = grid.New(present.Marks(s.say))
	p.grid.OnKey = s.typedKey
	p.grid.OnSelect = func(r grid.Range) { p.choose(r.Row1) }
	p.grid.OnOpen = func(row, _ int) { p.choose(row); p.edit() }
	p.empty = control.NewText("", control.TextStyle{Color: look.Muted, Fixed: true, Align: fyne.TextAlignCenter})
	p.details = container.NewVBox()
	table := container.NewStack(control.NewBackground(look.Surface), p.grid, container.NewCenter(p.empty))
	p.box = control.NewDock(nil, nil, nil, p.detailsBox(), control.NewDock(p.top(), nil, nil, nil, control.NewDock(control.NewRule(look.Border), nil, nil, nil, table)))
	return p
}

// top shows the number of bodies, with the actions for the whole register.
func (p *unitsPane) top() fyne.CanvasObject {
	s := p.shell
	add := control.NewButton(s.say.Say(words.UnitsAdd), p.add)
	take := control.NewButton(s.say.Say(words.UnitsImport), s.chooseList)
	take.Importance = widget.HighImportance
	save := control.NewButton(s.say.Say(words.UnitsExport), p.saveList)
	for _, b := range []*control.Button{add, take} {
		control.SetEnabled(b, !s.store.ReadOnly())
	}
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), control.Outlined(save), control.Outlined(add), take)
	search := control.NewGap(0)
	search.Min = fyne.NewSize(220, 0)
	p.tools = control.NewBar(control.BarItems{Left: []fyne.CanvasObject{container.NewStack(search, p.search), p.filter}, Keep: []fyne.CanvasObject{p.filter}})
	ground := control.NewBackground(theme.ColorNameBackground)
	return container.NewStack(ground, control.Pad(container.New(layout.NewCustomPaddedVBoxLayout(8),
		control.NewDock(nil, nil, nil, container.NewCenter(buttons), container.NewVBox(layout.NewSpacer(), p.title, layout.NewSpacer())),
		p.tools), 16, 10))
}

func (p *unitsPane) detailsBox() fyne.CanvasObject {
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(unitDetailsWidth, 0)
	return control.NewDock(nil, nil, control.NewRule(look.Border), nil, container.NewStack(ground, container.NewVScroll(control.Pad(p.details, 16, 14))))
}

// Content is the content of the pane.
func (p *unitsPane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the list, or the search if the list is empty.
func (p *unitsPane) Focus() {
	if len(p.shown) > 0 {
		p.shell.window.Canvas().Focus(p.grid)
	} else {
		p.shell.window.Canvas().Focus(p.search)
	}
}

// Summary describes the content for the status bar.
func (p *unitsPane) Summary() string {
	return p.shell.say.Say(words.LineCount, present.Count(len(p.shown)))
}

// Load reads the register.
func (p *unitsPane) Load() {
	task.Ask(p.lane, p.shell.store.Register, func(list []data.RegisteredBody, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		p.shell.followNames(p.units, list)
		p.units, p.names = list, map[int]string{}
		for _, b := range list {
			p.names[b.ID] = b.Body.String()
		}
		p.list()
		if p.shell.state.pane == UnitsPane && p.search.Text == "" && !p.shell.isAsking() {
			p.Focus() // so that Ctrl+Z undoes a step, not typing
		}
		p.shell.trace.note("units", "count", len(list))
		p.shell.tracePlaces()
	})
}

// list shows the bodies that filter and search choose.
func (p *unitsPane) list() {
	say := p.shell.say
	counts := make([]int, unitFilters)
	p.shown = nil
	for i := range p.units {
		b := &p.units[i]
		for f := range counts {
			if unitFilter(f).shows(b) {
				counts[f]++
			}
		}
		if p.only.shows(b) && p.finds(b) {
			p.shown = append(p.shown, i)
		}
	}
	var options []control.Option
	for f, name := range []words.Word{words.UnitsAll, words.UnitsToReport, words.UnitsNever, words.UnitsExempt} {
		options = append(options, control.Option{Label: say.Say(name) + " " + present.Count(counts[f]), Chosen: p.only == unitFilter(f), Disabled: counts[f] == 0 && f != 0})
	}
	p.filter.SetOptions(options)
	p.tools.Refresh()
	p.title.SetText(say.Say(words.UnitsTitle) + " · " + say.Say(words.UnitsCount, present.Count(len(p.units)), present.Count(counts[unitsToReport])))
	p.empty.SetText("")
	switch {
	case len(p.units) == 0:
		p.empty.SetText(say.Say(words.UnitsNothing))
	case len(p.shown) == 0:
		p.empty.SetText(say.Say(words.UnitsNotFound))
	}
	control.SetVisible(p.grid, len(p.shown) > 0)
	p.grid.SetData(grid.Data{Columns: p.columns(), Rows: len(p.shown), Frozen: 1, Cell: p.cell})
	row := slices.IndexFunc(p.shown, func(i int) bool { return p.units[i].ID == p.chosen })
	p.chosen = 0
	if len(p.shown) > 0 {
		p.choose(max(row, 0))
		p.grid.Select(grid.Range{Row0: max(row, 0), Row1: max(row, 0), Col0: len(p.columns()) - 1})
	}
	p.showDetails()
	if p.shell.state.pane == UnitsPane {
		p.shell.status.show()
	}
}

// finds reports whether the search finds a body, by any of its names.
func (p *unitsPane) finds(b *data.RegisteredBody) bool {
	typed := p.search.Text
	if strings.TrimSpace(typed) == "" || p.finder.Matches(b.Unit, typed) || p.finder.Matches(b.Body.String(), typed) {
		return true
	}
	return slices.ContainsFunc(b.Names, func(n data.Body) bool { return p.finder.Matches(n.Unit, typed) })
}

func (p *unitsPane) columns() []tabular.Column {
	say := p.shell.say
	return []tabular.Column{
		{ID: "unit", Title: say.Say(words.ColumnUnit), Width: 150},
		{ID: "region", Title: say.Say(words.ColumnRegion), Width: 186},
		{ID: "parent", Title: say.Say(words.UnitsParent), Width: 150},
		{ID: "kind", Title: say.Say(words.UnitsKind), Width: 108},
		{ID: "names", Title: say.Say(words.UnitsNames), Width: 196},
		{ID: "expected", Title: say.Say(words.UnitsExpected), Width: 92},
		{ID: "years", Title: say.Say(words.UnitsYears), Width: 170},
	}
}

func (p *unitsPane) cell(row, col int) tabular.Cell {
	b, say := &p.units[p.shown[row]], p.shell.say
	switch col {
	case 0:
		return tabular.Cell{Text: b.Unit}
	case 1:
		return tabular.Cell{Text: b.Region, Tone: tabular.Quiet}
	case 2:
		return tabular.Cell{Text: p.unitName(b.Parent)}
	case 3:
		return tabular.Cell{Text: present.KindText(*b, say)}
	case 4:
		return tabular.Cell{Text: present.NamesText(*b), Tone: tabular.Quiet}
	case 5:
		return tabular.Cell{Text: present.YesNo(b.Expected, say)}
	}
	if len(b.Years) == 0 {
		return tabular.Cell{Text: say.Say(words.CoverageNever), Tone: tabular.Quiet}
	}
	return tabular.Cell{Text: yearsText(b.Years)}
}

// unitName is the unit of a body, "" for id 0.
func (p *unitsPane) unitName(id int) string {
	for i := range p.units {
		if p.units[i].ID == id {
			return p.units[i].Unit
		}
	}
	return ""
}

// yearsText writes years with consecutive ones joined: 2019–2022 2024.
func yearsText(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		last := i
		for last+1 < len(years) && years[last+1] == years[last]+1 {
			last++
		}
		text := strconv.Itoa(years[i])
		if last > i {
			text += "–" + strconv.Itoa(years[last])
		}
		parts = append(parts, text)
		i = last + 1
	}
	return strings.Join(parts, " ")
}

func (p *unitsPane) choose(row int) {
	if row >= 0 && row < len(p.shown) {
		p.chosen = p.units[p.shown[row]].ID
		p.showDetails()
	}
}

// unit is the chosen body, nil if none is.
func (p *unitsPane) unit() *data.RegisteredBody {
	for i := range p.units {
		if p.units[i].ID == p.chosen {
			return &p.units[i]
		}
	}
	return nil
}

// openUnits brings the register to the front, and its tab into the header.
func (s *shell) openUnits() {
	s.unitsOpened = true
	s.state.open(UnitsPane)
}

func (s *shell) unitsPane() *unitsPane { return s.panes[UnitsPane].(*unitsPane) }
