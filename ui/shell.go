package ui

import (
	"context"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/errorlog"
	"nianbao/ui/look"
	"nianbao/ui/sql"
	"nianbao/ui/task"
	"nianbao/ui/textsearch"
	"nianbao/ui/words"
)

// shell is the window with everything in it.
type shell struct {
	app     fyne.App
	window  fyne.Window
	store   *data.Store
	tasks   task.Runner
	trace   *tracer
	errors  *errorlog.Log // receives unforeseen errors; may be nil
	about   versions
	onQuit  func()
	retired bool // the store is closed; nothing is shown any more
	// onRestore replaces the store's file by a restored one and opens the window on it.
	onRestore func(*data.Restore)
	onOpen    func(path string)    // opens another database in the window
	openURL   func(*url.URL) error // opens it with the system's program

	copiedHTML func(context.Context) string // the clipboard as HTML, "" if it is not HTML

	say          words.Language
	appearance   look.Appearance
	state        state
	history      history
	folding      folding
	baseScale    float64 // of the system, which the size of text multiplies
	report       reportState
	inventory    inventory
	imports      *intake
	lastFolder   string        // the folder in which something was chosen last
	shownMessage string        // the message that is being shown
	modals       []*modal      // the open dialogs, the top one last
	exportDialog *exportDialog // the open one, nil if none is
	saveDialog   *saveDialog   // the open one, nil if none is
	waiting      *waitDialog   // the open one, nil if none is
	sql          sql.Session
	texts        textsearch.Session
	steps        nextSteps
	sqlOpened    bool // the tab of the SQL pane is in the header
	unitsOpened  bool // that of the register
	textsOpened  bool // that of the search of texts

	header     *header
	sidebar    *sidebar
	chips      *chipbar
	status     *statusbar
	welcome    *welcome
	panes      map[Pane]pane
	updateMenu func() // disables the items that are impossible
	body       *fyne.Container

	inventoryLane, facetLane *task.Lane
	viewLane, stepLane       *task.Lane
	stale                    map[Pane]bool // panes that must be loaded again
}

// pane is one of the window's views.
type pane interface {
	Content() fyne.CanvasObject
	Load()           // reads what the choice selects
	Focus()          // focuses the most useful control
	Summary() string // how much is shown, for the status bar
}

// inventory is the content of the store, whatever the filters are.
type inventory struct {
	known      bool
	reports    int
	years      []data.YearFacet
	regions    []data.Facet
	units      []data.UnitFacet
	hasSamples bool
	waiting    int // lines of imports that wait for the user
}

// newShell fills a window. The store is not read before start.
func newShell(app fyne.App, window fyne.Window, store *data.Store, t task.Runner) *shell {
	s := &shell{app: app, window: window, store: store, openURL: app.OpenURL, copiedHTML: clipboardHTML}
	t = task.Runner{Start: t.Start, Show: unless(&s.retired, t.Show)}
	s.tasks = t
	s.state.onChoice, s.state.onPane, s.state.onLeave = s.choiceChanged, s.paneChanged, s.leaving
	s.state.choice.Query.View = data.Applications
	s.inventoryLane, s.facetLane, s.viewLane, s.stepLane = task.NewLane(t), task.NewLane(t), task.NewLane(t), task.NewLane(t)
	s.state.onStep = s.undoOrRedoNext
	s.imports = newIntake(store, t)
	s.imports.onProgress, s.imports.onDone = s.importProgressed, s.importDone
	s.imports.note = func(err error) string { return s.errors.Note(importing, err) }
	s.baseScale = 1
	s.addPlusKeys()
	return s
}

// unless shows results until a shell is retired.
func unless(retired *bool, show func(func())) func(func()) {
	return func(done func()) {
		show(func() {
			if !*retired {
				done()
			}
		})
	}
}

// start builds the content and reads the store for the first time.
func (s *shell) start() {
	s.build()
	s.window.SetOnDropped(func(_ fyne.Position, items []fyne.URI) { s.importURIs(items) })
	s.reload()
	s.recheck()
}

// build builds the content in the current language and theme.
func (s *shell) build() {
	s.header, s.sidebar, s.chips, s.status = newHeader(s), newSidebar(s), newChipbar(s), newStatusbar(s)
	s.welcome = newWelcome(s)
	s.body = container.New(sizeWatch{s.resized})
	s.folding.width = 0
	s.panes = map[Pane]pane{
		OverviewPane: newOverviewPane(s), TablePane: newTablePane(s), ChartPane: newChartPane(s),
		FindingsPane: newFindingsPane(s), ReportPane: newReportPane(s), ImportPane: newImportPane(s),
		SQLPane: newSQLPane(s), UnitsPane: newUnitsPane(s), TextPane: newTextPane(s),
	}
	s.stale = map[Pane]bool{}
	s.window.SetTitle(s.title())
	s.window.SetMainMenu(s.menu())
	s.updateMenu()
	ground := control.NewBackground(theme.ColorNameBackground)
	s.window.Canvas().SetOnTypedKey(s.typedKey)
	s.window.SetContent(container.NewStack(ground, control.NewDock(s.header.box, s.status.box, nil, nil, s.body), control.NewTips()))
	s.arrange()
}

// rebuild builds the content again after a change of language or theme.
func (s *shell) rebuild() {
	s.build()
	s.showChoice()
}

// arrange fills the window below the header: with the first screen, the import, or a pane
// with the filters beside it.
func (s *shell) arrange() {
	content := s.panes[s.state.pane].Content()
	switch {
	case s.standsAlone() || s.state.pane == ReportPane && s.inventory.reports > 0:
	case s.inventory.reports == 0:
		content = s.welcome.box
	default:
		main := control.NewDock(s.chips.box, nil, nil, nil, content)
		content = control.NewDock(nil, nil, s.sidebar.side(), nil, main)
	}
	s.body.Objects = []fyne.CanvasObject{content}
	s.body.Refresh()
	s.header.show()
	s.status.show()
}

// standsAlone reports whether the pane in front needs no report, and no filters beside it.
func (s *shell) standsAlone() bool {
	return s.state.pane == ImportPane || s.state.pane == SQLPane || s.state.pane == UnitsPane
}

// reload reads everything again after the store's content changed.
func (s *shell) reload() {
	task.Ask(s.inventoryLane, func(ctx context.Context) (inventory, error) { return readInventory(ctx, s.store) }, func(found inventory, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		if !s.inventory.known {
			s.startWithDefaults(found)
		}
		was := s.inventory.reports
		s.inventory = found
		if (was == 0) != (found.reports == 0) {
			s.arrange()
		}
		s.showInventory()
		s.readSteps()
		s.trace.note("stock", "reports", found.reports, "samples", found.hasSamples)
		s.choiceChanged()
	})
}

func readInventory(ctx context.Context, store *data.Store) (inventory, error) {
	all, err := store.Facets(ctx, data.Query{}, data.YearList, data.RegionList, data.UnitList)
	if err != nil {
		return inventory{}, err
	}
	found := inventory{known: true, years: all.Years, regions: all.Regions, units: all.Units}
	for _, y := range all.Years {
		found.reports += y.Reports
	}
	waiting, err := store.OpenLines(ctx)
	if err != nil {
		return inventory{}, err
	}
	found.waiting = len(waiting)
	found.hasSamples, err = store.HasSamples(ctx)
	return found, err
}

func (s *shell) showInventory() {
	s.header.show()
	s.status.show()
}

// choiceChanged shows the new choice and its results.
func (s *shell) choiceChanged() {
	s.showChoice()
	s.updateMenu()
}

func (s *shell) showChoice() {
	for p := range s.panes {
		s.stale[p] = true
	}
	s.sidebar.show()
	s.chips.show()
	if s.state.pane != TablePane { // the table pane reads its rows first
		s.reloadFacets()
	}
	s.loadPane()
}

func (s *shell) paneChanged() {
	s.closePopUps()
	s.chips.show()
	s.updateMenu()
	s.arrange()
	if s.stale[s.state.pane] {
		s.loadPane()
	}
	s.panes[s.state.pane].Focus()
	s.trace.note("pane", "id", int(s.state.pane))
	s.tracePlaces()
}

func (s *shell) loadPane() {
	s.stale[s.state.pane] = false
	if s.inventory.reports > 0 || s.standsAlone() {
		s.panes[s.state.pane].Load()
	}
	s.status.show()
	s.tracePlaces()
}

func (s *shell) reloadFacets() {
	q, lists := s.state.choice.Query, s.sidebar.lists()
	task.Ask(s.facetLane, func(ctx context.Context) (*data.Facets, error) { return s.store.Facets(ctx, q, lists...) }, func(f *data.Facets, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		s.sidebar.showFacets(f)
		s.tracePlaces()
	})
}
