package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/inbox"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// importPane shows an import while it runs, its outcome, and past imports.
type importPane struct {
	shell *shell
	box   fyne.CanvasObject

	headline    *control.Text
	subline     *control.Text
	bar         *control.Progress
	choosers    []fyne.CanvasObject // the buttons that begin an import
	cancel      *control.Button
	undo        *control.Button
	ends        []fyne.CanvasObject // both with their frames
	filter      *control.Choice
	list        *inbox.List
	grid        *grid.Grid
	empty       fyne.CanvasObject
	detail      *control.Paragraph
	answer      *answerBar // for the selected line
	password    *passwordBar
	actions     *importActions
	room        *control.Background // takes up the height of the part below the list
	compare     *inbox.Compare      // shown instead of words if a line is one of several candidates
	compared    line
	below       fyne.CanvasObject // what is below the list
	explanation fyne.CanvasObject // the words about a line
	history     *fyne.Container
	past        []data.ImportInfo // the history
	waiting     int               // lines of all imports that wait for the user
	lane        *task.Lane
	compareLane *task.Lane

	only     lineFilter
	shown    []line
	selected int // of the shown lines, the one explained below the list
}

const historyWidth = 270

func newImportPane(s *shell) *importPane {
	p := &importPane{shell: s, lane: task.NewLane(s.tasks), compareLane: task.NewLane(s.tasks)}
	p.headline = control.NewText("", control.TextStyle{Size: theme.SizeNameHeadingText, Bold: true})
	p.subline = control.NewText("", control.TextStyle{Color: look.Muted})
	p.bar = control.NewProgress()
	p.cancel = control.NewButton(s.say.Say(words.Cancel), s.imports.stop)
	p.undo = control.NewButton(s.say.Say(words.UndoImport), func() { s.undoOrRedoImport(s.imports.importID, true) })
	p.filter = control.NewSegments(nil)
	p.filter.OnTap = func(i int) { p.only, p.selected = lineFilter(i), 0; p.showLines() }
	p.grid = grid.New(present.Marks(s.say))
	p.grid.OnKey = s.typedKey
	p.list = inbox.NewList(s.say)
	p.grid.OnTap, p.grid.OnOpen = p.tapped, p.fold
	p.grid.OnSelect = func(r grid.Range) { p.explain(min(r.Row0, r.Row1), max(r.Row0, r.Row1)) }
	p.detail = control.NewParagraph("", control.TextStyle{}, 600)
	p.answer, p.password = newAnswerBar(s), newPasswordBar(s)
	p.actions = newImportActions(s, p.copyReport)
	p.history = container.NewVBox()
	p.below = p.bottom()
	p.box = control.NewDock(nil, nil, nil, p.historyBox(), control.NewDock(p.top(), p.below, nil, nil, p.middle()))
	p.show()
	return p
}

// top is the headline with the actions for the import.
func (p *importPane) top() fyne.CanvasObject {
	s := p.shell
	files := control.NewButton(s.say.Say(words.OpenFiles), s.chooseFiles)
	files.Importance = widget.HighImportance
	folder := control.NewButton(s.say.Say(words.OpenFolder), s.chooseFolder)
	p.choosers = []fyne.CanvasObject{control.Outlined(folder), files}
	p.ends = []fyne.CanvasObject{control.Outlined(p.cancel), control.Outlined(p.undo)}
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), append(p.ends, p.choosers...)...)
	texts := container.New(layout.NewCustomPaddedVBoxLayout(3), p.headline, p.subline)
	ground := control.NewBackground(theme.ColorNameBackground)
	return container.NewStack(ground, control.Pad(container.NewVBox(
		control.NewDock(nil, nil, nil, container.NewCenter(buttons), texts),
		control.Pad(p.bar, 0, 4),
		container.NewHBox(p.filter)), 16, 12))
}

func (p *importPane) middle() fyne.CanvasObject {
	say := p.shell.say
	p.empty = container.NewCenter(container.NewVBox(
		container.NewCenter(container.NewGridWrap(fyne.NewSize(112, 84), widget.NewIcon(dropImage()))), control.NewGap(8),
		control.NewText(say.Say(words.WelcomeTitle), control.TextStyle{Size: theme.SizeNameSubHeadingText, Bold: true, Fixed: true, Align: fyne.TextAlignCenter}),
		control.NewText(say.Say(words.WelcomeText), control.TextStyle{Color: look.Muted, Fixed: true, Align: fyne.TextAlignCenter}),
		control.NewText(say.Say(words.PasteHint), control.TextStyle{Color: look.Muted, Fixed: true, Align: fyne.TextAlignCenter})))
	return control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(control.NewBackground(look.Surface), p.grid, p.empty))
}

// The height of the part below the list: for words, and for candidates.
const (
	wordsHeight   = 192
	compareHeight = 330
	leastBelow    = 130
)

// bottom shows the selected line in full.
func (p *importPane) bottom() fyne.CanvasObject {
	p.room = control.NewBackground(look.Surface)
	p.compare = inbox.NewCompare(p.shell.say, p.shell.typedKey)
	p.compare.Box.Hide()
	p.explanation = container.NewVScroll(control.Pad(p.detail, 14, 6))
	asked := container.New(layout.NewCustomPaddedVBoxLayout(8), container.NewStack(p.answer.box, p.password.box), p.actions.box)
	return control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(p.room,
		control.NewDock(nil, control.Pad(asked, 14, 8), nil, nil, p.explanation, p.compare.Box)))
}

// divide gives the part below the list the room it needs.
func (p *importPane) divide(comparing bool) {
	height := float32(wordsHeight)
	if comparing {
		height = compareHeight
	}
	height = min(height, max(leastBelow, p.shell.folding.height*0.45)) // in a low window
	control.SetVisible(p.compare.Box, comparing)
	control.SetVisible(p.explanation, !comparing)
	if p.room.Min.Height != height {
		p.room.Min = fyne.NewSize(0, height)
		p.box.Refresh()
		p.grid.Reveal()
	}
}

func (p *importPane) historyBox() fyne.CanvasObject {
	title := control.NewText(p.shell.say.Say(words.ImportHistory), control.TextStyle{Bold: true})
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(historyWidth, 0)
	inner := control.NewDock(control.Pad(title, 14, 12), nil, nil, nil, container.NewVScroll(control.Pad(p.history, 8, 0)))
	return control.NewDock(nil, nil, control.NewRule(look.Border), nil, container.NewStack(ground, inner))
}

// Content is the content of the pane.
func (p *importPane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the control for which the keys are most useful.
func (p *importPane) Focus() {
	if len(p.shown) > 0 {
		p.shell.window.Canvas().Focus(p.grid)
	}
}

// Summary describes the content for the status bar.
func (p *importPane) Summary() string {
	if len(p.shown) == 0 {
		return ""
	}
	return p.shell.say.Say(words.LineCount, present.Count(len(p.shown)))
}

// Load reads the past imports.
func (p *importPane) Load() {
	p.show()
	store := p.shell.store
	task.Ask(p.lane, func(ctx context.Context) (found importRecords, err error) {
		if found.past, err = store.Imports(ctx); err == nil {
			found.bodies, err = store.Register(ctx)
		}
		if err == nil {
			found.waiting, err = readWaiting(ctx, store)
		}
		return found, err
	}, func(found importRecords, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		p.past, p.waiting = found.past, len(found.waiting)
		if in := p.shell.imports; !in.running && !in.ended {
			shown := in.waiting
			in.wait(found.waiting)
			p.show()
			if !shown {
				p.ask()
			}
		}
		p.answer.setBodies(found.bodies)
		p.showHistory(found.past)
	})
}

// importRecords holds what the pane reads from the store.
type importRecords struct {
	past    []data.ImportInfo
	bodies  []data.RegisteredBody
	waiting []line
}

// show shows the state of the import.
func (p *importPane) show() {
	in := p.shell.imports
	p.showHeadline()
	has := len(in.lines) > 0
	if in.running {
		p.only, p.selected = allLines, 0
		p.list.Reset()
	}
	control.SetVisible(p.bar, in.running)
	control.SetVisible(p.ends[0], in.running && !in.cancelled)
	control.SetVisible(p.ends[1], !in.running && in.importID != 0)
	for _, o := range p.choosers {
		control.SetVisible(o, !in.running)
	}
	control.SetVisible(p.filter, !in.running && has && !in.waiting)
	control.SetVisible(p.below, in.running || has)
	control.SetVisible(p.empty, !in.running && !has && in.past == nil)
	control.SetVisible(p.grid, in.running || has || in.past != nil)
	p.bar.SetShare(in.progress.share())
	p.showLines()
	p.box.Refresh()
}
