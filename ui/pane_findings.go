package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// findingsPane lists the findings in the chosen reports, unit by unit, and shows the selected
// finding in full.
type findingsPane struct {
	shell      *shell
	box        fyne.CanvasObject
	severities *control.Choice
	rules      *control.Dropdown
	years      *control.Dropdown
	only       *control.Toggle
	more       *control.Text
	grid       *grid.Grid
	empty      fyne.CanvasObject
	about      *findingDetail
	lane       *task.Lane
	repairs    *repairCache

	all    []data.Found       // of the query
	units  []data.Body        // of the query, with or without findings
	shown  []data.Found       // those that pass the filters, in the order of the list
	rows   []findingRow       // of the list
	closed map[data.Body]bool // collapsed units
}

// findingsLimit is the largest number of findings listed; a truncated list says so.
const findingsLimit = 20_000

func newFindingsPane(s *shell) *findingsPane {
	p := &findingsPane{shell: s, lane: task.NewLane(s.tasks), repairs: newRepairCache(s.store, s.tasks), closed: map[data.Body]bool{}}
	p.makeFilters()
	p.grid = grid.New(present.Marks(s.say))
	p.grid.OnSelect = func(r grid.Range) { p.explain(r.Row1) }
	p.grid.OnOpen = func(row, _ int) { p.open(row) }
	p.grid.OnContext = p.menu
	p.grid.OnKey = s.typedKey
	p.about = newFindingDetail(s)
	p.empty = p.emptyState()
	list := container.NewStack(control.NewBackground(look.Surface), p.grid, p.empty)
	p.box = control.NewDock(control.NewDock(nil, control.NewRule(look.Border), nil, nil, control.Pad(p.bar(), 12, 5)), p.about.box, nil, nil, list)
	return p
}

func (p *findingsPane) bar() fyne.CanvasObject {
	sized := func(d *control.Dropdown, width float32) fyne.CanvasObject {
		room := control.NewGap(0)
		room.Min = fyne.NewSize(width, 30)
		return container.NewStack(room, d)
	}
	say := p.shell.say
	return control.NewBar(control.BarItems{
		Left: []fyne.CanvasObject{p.only, p.severities, sized(p.rules, 150), sized(p.years, 120)}, Fill: p.more,
		Right: []fyne.CanvasObject{control.Outlined(control.NewButton(say.Say(words.ReturnAll), p.shell.saveReturns)),
			control.Outlined(control.NewButton(say.Say(words.FindingsExport), p.export))},
		Keep: []fyne.CanvasObject{p.only, p.severities},
	})
}

func (p *findingsPane) emptyState() fyne.CanvasObject {
	say := p.shell.say
	all := control.NewButton(say.Say(words.FindingsShowAll), func() { p.showAll(true) })
	return container.NewStack(control.NewBackground(look.Surface), container.NewCenter(container.NewVBox(
		control.NewText(say.Say(words.FindingsNoProblems), control.TextStyle{Size: theme.SizeNameSubHeadingText, Color: look.Muted, Fixed: true, Align: fyne.TextAlignCenter}),
		control.NewGap(6), container.NewCenter(control.Outlined(all)))))
}

// Content is the content of the pane.
func (p *findingsPane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the control for which the keys are most useful.
func (p *findingsPane) Focus() { p.shell.window.Canvas().Focus(p.grid) }

// findingsResult is the store's answer.
type findingsResult struct {
	found []data.Found
	units []data.Body
}

// Load reads the findings of the choice.
func (p *findingsPane) Load() {
	q := p.shell.state.choice.Query
	task.Ask(p.lane, func(ctx context.Context) (findingsResult, error) { return readFindings(ctx, p.shell.store, q) }, func(list findingsResult, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		p.all, p.units = list.found, list.units
		p.show()
	})
}

// readFindings reads the findings of a query, and its units, so that those without
// findings can be listed too.
func readFindings(ctx context.Context, store *data.Store, q data.Query) (list findingsResult, err error) {
	q, _, err = store.Reports(q)
	if err != nil {
		return list, err
	}
	if list.found, err = store.Findings(ctx, data.FindingFilter{Query: q, Limit: findingsLimit}); err != nil {
		return list, err
	}
	facets, err := store.Facets(ctx, q, data.UnitList)
	if err != nil {
		return list, err
	}
	for _, u := range facets.ChosenUnits(q) {
		list.units = append(list.units, u.Body)
	}
	return list, nil
}

// show lists the findings that pass the filters.
func (p *findingsPane) show() {
	c := p.shell.state.choice
	p.shown = nil
	for _, f := range p.all {
		if c.Shows(f) {
			p.shown = append(p.shown, f)
		}
	}
	p.showFilters()
	p.list()
	p.repairs.want(p.shown, p.repaired)
	p.shell.status.show()
	p.shell.trace.note("findings", "rows", len(p.shown), "all", len(p.all))
}

// list rebuilds the rows after the findings or the collapsed units have changed.
func (p *findingsPane) list() {
	p.rows = p.layOut()
	p.grid.SetData(grid.Data{Columns: p.columns(), Rows: len(p.rows), Frozen: 2, Cell: p.cell})
	control.SetVisible(p.empty, len(p.rows) == 0)
	control.SetVisible(p.about.box, len(p.rows) > 0)
	p.box.Refresh()
	p.selectRow(p.firstFinding())
}

// repaired shows the repairs that have been computed.
func (p *findingsPane) repaired(err error) {
	if err != nil {
		p.shell.showError(err)
		return
	}
	p.grid.Refresh()
	if r, ok := p.grid.Selection(); ok {
		p.explain(r.Row1)
	}
}

// Summary describes the content for the status bar.
func (p *findingsPane) Summary() string {
	say := p.shell.say
	if len(p.all) == findingsLimit {
		return say.Say(words.FindingsTruncated, present.Count(findingsLimit))
	}
	return say.Say(words.FindingsUnitsCount, present.Count(len(p.units))) + " · " + say.Say(words.FindingsCount, present.Count(len(p.shown)))
}

// decided shows the user's decision on a finding.
func (p *findingsPane) decided(f data.Found) {
	for _, list := range [][]data.Found{p.all, p.shown} {
		for i := range list {
			if sameFinding(list[i], f) {
				list[i].Decision, list[i].Note = f.Decision, f.Note
			}
		}
	}
	p.grid.Refresh()
}

func (s *shell) findingsPane() *findingsPane { return s.panes[FindingsPane].(*findingsPane) }
