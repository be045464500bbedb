package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/data"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/sql"
	"nianbao/ui/words"
)

// menu is the main menu. Its shortcuts work whatever has the focus, unlike those of the canvas.
func (s *shell) menu() *fyne.MainMenu {
	quit := s.item(words.Quit, keys(fyne.KeyQ), s.quit)
	quit.IsQuit = true
	remove := s.item(words.RemoveSample, nil, s.removeSamples)
	// Fyne turns Ctrl+Z and Ctrl+Y into these, not into shortcuts of their keys.
	undo, redo := s.fieldItem(words.Undo, &fyne.ShortcutUndo{}, s.undo), s.fieldItem(words.Redo, &fyne.ShortcutRedo{}, s.redo)
	table := s.item(words.ExportTable, keys(fyne.KeyE), s.export)
	runSQL := s.item(words.SQLRun, keys(fyne.KeyReturn), s.sqlPane().Run)
	export := fyne.NewMenuItem(s.say.Say(words.SaveChart), nil)
	export.ChildMenu = fyne.NewMenu("", s.chartPane().exportItems()...)
	chartText := s.item(words.CopyChartText, nil, s.chartPane().copyText)
	chartPicture := s.item(words.CopyChartPicture, shiftKeys(fyne.KeyP), s.chartPane().copyPicture)
	rollUp := s.item(words.SaveRollUp, nil, s.saveRollUp)
	brief := s.item(words.SaveBrief, nil, s.saveBrief)
	coverage := s.item(words.CoverageMenu, nil, s.saveCoverage)
	restore := s.item(words.RestoreMenu, nil, s.chooseBackup)
	restore.Disabled = s.store.ReadOnly()
	figure, name := s.item(words.CorrectFigureMenu, plainKey(fyne.KeyF2), s.correctFigure), s.item(words.CorrectName, nil, s.correctName)
	view, updateView := s.viewMenu()
	databases := s.databaseItems()
	print := s.item(words.PrintMenu, keys(fyne.KeyP), s.print)
	var menu *fyne.MainMenu
	s.updateMenu = func() {
		s.nameStepItem(undo, isStepNext(s.state.past), stepItemName{words.Undo, words.UndoStep}, s.steps.undo)
		s.nameStepItem(redo, isStepNext(s.state.future), stepItemName{words.Redo, words.RedoStep}, s.steps.redo)
		figure.Disabled, name.Disabled = s.state.pane != ReportPane, s.state.pane != ReportPane
		runSQL.Disabled = s.state.pane != SQLPane
		remove.Disabled = !s.inventory.hasSamples
		rollUp.Disabled, brief.Disabled, table.Disabled = s.inventory.reports == 0, s.inventory.reports == 0, s.inventory.reports == 0
		for _, item := range []*fyne.MenuItem{export, chartText, chartPicture} {
			item.Disabled = s.state.pane != ChartPane || s.inventory.reports == 0
		}
		print.Disabled = !s.canPrint()
		updateView()
		menu.Refresh()
	}
	menu = fyne.NewMainMenu(
		fyne.NewMenu(s.say.Say(words.MenuFile),
			s.item(words.OpenFiles, keys(fyne.KeyO), s.chooseFiles),
			s.item(words.OpenFolder, shiftKeys(fyne.KeyO), s.chooseFolder),
			fyne.NewMenuItemSeparator(),
			s.item(words.OpenSample, nil, s.openSample), remove,
			fyne.NewMenuItemSeparator(), s.item(words.UnitsMenu, shiftKeys(fyne.KeyM), s.openUnits),
			fyne.NewMenuItemSeparator(), table, export, rollUp, brief, coverage,
			fyne.NewMenuItemSeparator(), databases[0], databases[1], databases[2], databases[3],
			fyne.NewMenuItemSeparator(), s.item(words.BackupMenu, nil, s.saveBackup), restore,
			fyne.NewMenuItemSeparator(), print,
			fyne.NewMenuItemSeparator(), quit),
		fyne.NewMenu(s.say.Say(words.MenuEdit),
			undo, redo, fyne.NewMenuItemSeparator(), figure, name, fyne.NewMenuItemSeparator(),
			s.item(words.Copy, nil, func() { s.gridInFront().Copy(false) }),
			s.item(words.CopyHeadings, shiftKeys(fyne.KeyC), func() { s.gridInFront().Copy(true) }),
			s.item(words.SelectAll, nil, func() { s.gridInFront().SelectAll() }),
			s.fieldItem(words.PasteReport, &fyne.ShortcutPaste{}, s.paste),
			fyne.NewMenuItemSeparator(), chartText, chartPicture,
			fyne.NewMenuItemSeparator(),
			s.item(words.FindInTable, keys(fyne.KeyF), s.findText),
			s.item(words.FindNext, plainKey(fyne.KeyF3), func() { s.findAgain(true) }),
			s.item(words.FindPrevious, &desktop.CustomShortcut{KeyName: fyne.KeyF3, Modifier: fyne.KeyModifierShift}, func() { s.findAgain(false) }),
			s.item(words.GoTo, keys(fyne.KeyK), s.openPalette),
			s.item(words.FindUnit, nil, s.findUnit),
			s.item(words.TextSearchMenu, shiftKeys(fyne.KeyF), s.searchTexts),
			s.item(words.ClearFilters, shiftKeys(fyne.KeyL), func() { s.state.change(present.ClearFilters) })),
		view,
		fyne.NewMenu(s.say.Say(words.MenuTools), s.item(words.SQLMenu, shiftKeys(fyne.KeyQ), s.openSQL), runSQL,
			fyne.NewMenuItemSeparator(), s.item(words.SettingsMenu, keys(fyne.KeyComma), s.showSettings)),
		fyne.NewMenu(s.say.Say(words.MenuHelp), s.item(words.HelpMenu, plainKey(fyne.KeyF1), s.showHelp), s.item(words.DefinitionsMenu, nil, s.showDefinitions), s.item(words.About, nil, s.showAbout)))
	return menu
}

// viewMenu also returns what disables its items that are impossible.
func (s *shell) viewMenu() (menu *fyne.Menu, update func()) {
	names := []words.Word{words.PaneOverview, words.PaneTable, words.PaneCharts, words.PaneFindings, words.PaneReport, words.PaneImport}
	numbers := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6}
	var items []*fyne.MenuItem
	for i, name := range names {
		item := s.item(name, keys(numbers[i]), func() { s.state.open(Pane(i)) })
		items = append(items, item)
	}
	appearance := fyne.NewMenuItem(s.say.Say(words.Appearance), nil)
	appearance.ChildMenu = fyne.NewMenu("")
	for i, name := range []words.Word{words.FollowSystem, words.LightTheme, words.DarkTheme} {
		item := s.item(name, nil, func() { s.setAppearance(look.Appearance(i)) })
		item.Checked = s.appearance == look.Appearance(i)
		appearance.ChildMenu.Items = append(appearance.ChildMenu.Items, item)
	}
	language := fyne.NewMenuItem(s.say.Say(words.LanguageMenu), nil)
	language.ChildMenu = fyne.NewMenu("")
	for _, l := range words.Languages() {
		item := s.named(l.Name(), nil, func() { s.setLanguage(l) })
		item.Checked = s.say == l
		language.ChildMenu.Items = append(language.ChildMenu.Items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	walk, back, forward := s.walkItems()
	items = append(items, walk...)
	items = append(items, fyne.NewMenuItemSeparator(), s.item(words.SidebarMenu, keys(fyne.KeyB), s.toggleSidebar), s.textSizeMenu(), appearance, language)
	return fyne.NewMenu(s.say.Say(words.MenuView), items...), func() {
		back.Disabled, forward.Disabled = len(s.history.back) == 0, len(s.history.forward) == 0
	}
}

// walkItems lead back and forward, from finding to finding and from report to report.
func (s *shell) walkItems() (items []*fyne.MenuItem, back, forward *fyne.MenuItem) {
	back, forward = s.item(words.GoBack, withAlt(fyne.KeyLeft), s.goBack), s.item(words.GoForward, withAlt(fyne.KeyRight), s.goForward)
	return []*fyne.MenuItem{
		back, forward, fyne.NewMenuItemSeparator(),
		s.item(words.NextFinding, plainKey(fyne.KeyF4), func() { s.walkFindings(false) }),
		s.item(words.PreviousFinding, &desktop.CustomShortcut{KeyName: fyne.KeyF4, Modifier: fyne.KeyModifierShift}, func() { s.walkFindings(true) }),
		s.item(words.ReportEarlier, keys(fyne.KeyPageUp), func() { s.stepYear(-1) }),
		s.item(words.ReportLater, keys(fyne.KeyPageDown), func() { s.stepYear(1) }),
	}, back, forward
}

// stepYear goes to the body's next report, or the previous one, in the report view.
func (s *shell) stepYear(step int) {
	if s.state.pane == ReportPane {
		s.reportPane().stepYear(step)
	}
}

// stepItemName is the text of a menu item: for a choice, and for a step of the store.
type stepItemName struct{ plain, ofStep words.Word }

// nameStepItem says in the menu what would be undone or redone.
func (s *shell) nameStepItem(item *fyne.MenuItem, isStep bool, name stepItemName, step *data.Step) {
	item.Label, item.Disabled = s.say.Say(name.plain), isStep && step == nil
	if isStep && step != nil {
		item.Label = s.say.Say(name.ofStep, stepName(*step, s.say))
	}
}

func (s *shell) chartPane() *chartPane { return s.panes[ChartPane].(*chartPane) }

func (s *shell) sqlPane() *sql.Pane { return s.panes[SQLPane].(*sql.Pane) }

// openSQL brings the SQL pane to the front, and its tab into the header.
func (s *shell) openSQL() {
	s.sqlOpened = true
	s.state.open(SQLPane)
}

// gridInFront is the focused grid, else that of the pane in front.
func (s *shell) gridInFront() *grid.Grid {
	if g, ok := s.window.Canvas().Focused().(*grid.Grid); ok {
		return g
	}
	switch s.state.pane {
	case SQLPane:
		return s.sqlPane().Grid()
	case UnitsPane:
		return s.unitsPane().grid
	}
	return s.tablePane().grid
}

func (s *shell) tablePane() *tablePane { return s.panes[TablePane].(*tablePane) }

// findUnit focuses the search of the units.
func (s *shell) findUnit() {
	if s.state.pane == UnitsPane {
		s.window.Canvas().Focus(s.unitsPane().search)
		return
	}
	if s.state.pane == ImportPane || s.state.pane == ReportPane || s.state.pane == SQLPane {
		s.state.open(TablePane)
	}
	s.sidebar.searchUnits()
}
