// Package sql is the pane that queries the database's views in SQL: an editor, the list
// of views, and the rows in a grid.
//
// It knows the store's read-only SQL and must not know package ui: everything that it
// needs from there is in a Window.
package sql

import (
	"context"
	"errors"
	"strings"
	"time"

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

// Window has everything that the pane needs from the window around it.
type Window struct {
	Store    *data.Store
	Tasks    task.Runner
	Canvas   fyne.Canvas
	Language words.Language
	OnKey    func(*fyne.KeyEvent)                 // a key that the pane does not use
	Fail     func(error)                          // tells the user of an error
	Explain  func(error) string                   // puts an error into words
	Changed  func()                               // the content of the pane has changed
	Select   func(text string)                    // describes the selection in the status bar
	Copy     func(text string)                    // puts a text on the clipboard
	Export   func(present.Export)                 // offers a table as a file
	Trace    func(milestone string, pairs ...any) // for tests of the real window
}

// Pane runs read-only, bounded statements over the views of the database and shows their rows.
type Pane struct {
	window  Window
	session *Session
	box     fyne.CanvasObject
	lane    *task.Lane // the statement under way
	lists   *task.Lane // the views

	views   *control.Ticks
	editor  *Editor
	run     *control.Button
	stop    fyne.CanvasObject // the button with its frame
	recent  *control.Dropdown
	copying *control.Button
	saving  *control.Button
	said    *control.Paragraph
	grid    *grid.Grid
	empty   fyne.CanvasObject

	running bool
	failed  bool // the message shown is an error
	view    view
}

// The bounds of a statement.
const (
	mostRows    = 10_000
	mostSeconds = 30
)

const (
	viewsWidth   = 320
	editorHeight = 132
)

// New returns the pane with the session's statement and rows.
func New(w Window, session *Session) *Pane {
	p := &Pane{window: w, session: session, lane: task.NewLane(w.Tasks), lists: task.NewLane(w.Tasks)}
	p.editor = newEditor(p.Run, p.cancel)
	if session.draft == "" {
		session.draft = firstStatement
	}
	p.editor.SetText(session.draft)
	p.editor.OnChanged = func(text string) { session.draft = text }
	p.grid = grid.New(tabular.Marks{Blank: w.Language.Say(words.SQLNull)})
	p.grid.OnSort, p.grid.OnSelect, p.grid.OnKey = p.sort, p.selected, w.OnKey
	p.empty = container.NewCenter(control.NewText(w.Language.Say(words.SQLNothing), control.TextStyle{Color: look.Muted, Fixed: true}))
	result := container.NewStack(control.NewBackground(look.Surface), p.grid, p.empty)
	p.box = control.NewDock(nil, nil, p.viewsBox(), nil, control.NewDock(p.top(), nil, nil, nil, result))
	p.show()
	return p
}

// viewsBox is the list of views with their columns.
func (p *Pane) viewsBox() fyne.CanvasObject {
	say := p.window.Language
	p.views = control.NewTicks(say.Say(words.SQLSearch), say.Say(words.FilterNothing), control.One)
	p.views.OnToggle = p.insert
	title := container.New(layout.NewCustomPaddedVBoxLayout(2), control.NewText(say.Say(words.SQLViews), control.TextStyle{Bold: true}),
		control.NewText(say.Say(words.SQLViewsHint), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}))
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(viewsWidth, 0)
	inner := control.NewDock(control.Pad(title, 12, 10), nil, nil, nil, control.Pad(p.views, 10, 2))
	return control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(ground, inner))
}

// top is the editor, the buttons below it, and the message of the last run.
func (p *Pane) top() fyne.CanvasObject {
	w, say := p.window, p.window.Language
	p.run = control.NewIconButton(say.Say(words.SQLRun), theme.MediaPlayIcon(), p.Run)
	p.run.Importance = widget.HighImportance
	p.stop = control.Outlined(control.NewButton(say.Say(words.SQLStop), p.cancel))
	p.copying = control.NewButton(say.Say(words.SQLCopy), p.copyAll)
	p.saving = control.NewButton(say.Say(words.ExportButton), p.Export)
	p.recent = control.NewDropdown(control.NewTicks(say.Say(words.SQLRecentHint), say.Say(words.SQLNoRecent), control.One), fyne.NewSize(560, 320), false)
	p.recent.SetText(say.Say(words.SQLRecent))
	p.recent.OnPick = func(statement string) {
		p.editor.SetText(statement)
		w.Canvas.Focus(p.editor)
	}
	hint := control.NewText(say.Say(words.SQLRunHint), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	recent := container.NewCenter(container.NewGridWrap(fyne.NewSize(150, 30), p.recent))
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), p.run, container.NewCenter(hint), p.stop, layout.NewSpacer(), recent, control.Outlined(p.copying), control.Outlined(p.saving))
	p.said = control.NewParagraph("", control.TextStyle{Color: look.Muted}, 900)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(0, editorHeight)
	ground := control.NewBackground(theme.ColorNameBackground)
	inner := container.New(layout.NewCustomPaddedVBoxLayout(8), container.NewStack(room, p.editor), buttons, p.said)
	return control.NewDock(nil, control.NewRule(look.Border), nil, nil, container.NewStack(ground, control.Pad(inner, 12, 10)))
}

// Content is the content of the pane.
func (p *Pane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the editor.
func (p *Pane) Focus() { p.window.Canvas.Focus(p.editor) }

// Editor is the field with the statement.
func (p *Pane) Editor() *Editor { return p.editor }

// Grid is the table of the rows.
func (p *Pane) Grid() *grid.Grid { return p.grid }

// Summary is the number of rows shown, for the status bar.
func (p *Pane) Summary() string {
	if a := p.session.last.answer; a != nil {
		return p.window.Language.Say(words.CountOfRows, present.Count(len(a.Rows)))
	}
	return ""
}

// Load lists the views.
func (p *Pane) Load() {
	task.Ask(p.lists, p.window.Store.ViewColumns, func(list []data.ViewColumn, err error) {
		if err != nil {
			p.window.Fail(err)
			return
		}
		var lines []control.Tick
		for i, c := range list {
			if i == 0 || list[i-1].View != c.View {
				lines = append(lines, control.Tick{ID: c.View, Label: c.View, Opens: true})
			}
			lines = append(lines, control.Tick{ID: c.View + "." + c.Column, Label: c.Column, Detail: c.Comment, Search: c.View})
		}
		p.views.SetLines(lines)
	})
}

// insert inserts the name of a view or column into the statement.
func (p *Pane) insert(id string) {
	view, column, isColumn := strings.Cut(id, ".")
	if isColumn {
		view = column
	}
	p.editor.insert(view)
	p.window.Canvas.Focus(p.editor)
}

// Run runs the statement in the editor.
func (p *Pane) Run() {
	w, statement := p.window, strings.TrimSpace(p.editor.Text)
	if statement == "" {
		return
	}
	p.session.remember(statement)
	p.running, p.failed = true, false
	p.say(w.Language.Say(words.SQLRunning), look.Muted)
	p.show()
	began := time.Now()
	task.Ask(p.lane, func(ctx context.Context) (*data.SQLResult, error) {
		return w.Store.SQL(ctx, statement, data.Limits{Rows: mostRows, Timeout: mostSeconds * time.Second})
	}, func(answer *data.SQLResult, err error) {
		p.running, p.failed = false, err != nil
		if err != nil {
			p.say(p.explain(err), look.Fault)
			w.Trace("sql failed", "text", err)
		} else {
			p.session.last = result{statement: statement, answer: answer, took: time.Since(began)}
			w.Trace("sql", "rows", len(answer.Rows), "columns", len(answer.Columns))
		}
		p.show()
	})
}

// cancel stops the statement under way; the previous rows stay.
func (p *Pane) cancel() {
	if !p.running {
		return
	}
	p.lane.Drop()
	p.running = false
	p.show()
	p.say(p.window.Language.Say(words.SQLStopped), look.Muted)
}

// explain explains the error of a statement.
func (p *Pane) explain(err error) string {
	say := p.window.Language
	switch {
	case errors.Is(err, data.ErrNotReadOnly):
		return say.Say(words.SQLNotReadOnly)
	case errors.Is(err, data.ErrTimeout):
		return say.Say(words.SQLTimeout, mostSeconds)
	}
	text := p.window.Explain(err)
	var mistake *data.StatementError
	if errors.As(err, &mistake) {
		return say.Say(words.SQLMistake, text)
	}
	return text
}

func (p *Pane) say(text string, color fyne.ThemeColorName) {
	p.said.SetColor(color)
	p.said.SetText(text)
	p.box.Refresh()
}

// show updates the buttons, the list of statements and the rows.
func (p *Pane) show() {
	has := p.session.last.answer != nil
	control.SetVisible(p.stop, p.running)
	control.SetEnabled(p.run, !p.running)
	control.SetEnabled(p.copying, has)
	control.SetEnabled(p.saving, has)
	var lines []control.Tick
	for _, statement := range p.session.recent {
		lines = append(lines, control.Tick{ID: statement, Label: strings.Join(strings.Fields(statement), " ")})
	}
	p.recent.Ticks.SetLines(lines)
	control.SetVisible(p.empty, !has)
	control.SetVisible(p.grid, has)
	p.showAnswer()
	p.window.Changed()
}
