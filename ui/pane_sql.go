package ui

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
	"nianbao/ui/words"
)

// sqlPane asks the views of the database in SQL: read-only, bounded, and what comes in a grid.
type sqlPane struct {
	shell *shell
	box   fyne.CanvasObject
	lane  *lane // the statement under way
	lists *lane // the views

	views   *control.Ticks
	editor  *sqlEditor
	run     *control.Button
	stop    fyne.CanvasObject // the button with its frame
	recent  *control.Dropdown
	copying *control.Button
	leaving *control.Button
	said    *control.Paragraph
	grid    *grid.Grid
	empty   fyne.CanvasObject

	running bool
	failed  bool // what is said is a mistake
	view    sqlView
}

// The bounds of a statement.
const (
	sqlRows    = 10_000
	sqlSeconds = 30
)

const (
	sqlViewsWidth   = 320
	sqlEditorHeight = 132
)

func newSQLPane(s *shell) *sqlPane {
	p := &sqlPane{shell: s, lane: newLane(s.tasks), lists: newLane(s.tasks)}
	p.editor = newSQLEditor(p.start, p.cancel)
	if s.sql.draft == "" {
		s.sql.draft = firstStatement
	}
	p.editor.SetText(s.sql.draft)
	p.editor.OnChanged = func(text string) { s.sql.draft = text }
	p.grid = grid.New(tabular.Marks{Blank: s.say.Say(words.SQLNull)})
	p.grid.OnSort, p.grid.OnSelect, p.grid.OnKey = p.sort, p.selected, s.typedKey
	p.empty = container.NewCenter(control.NewText(s.say.Say(words.SQLNothing), control.TextStyle{Color: look.Muted, Fixed: true}))
	result := container.NewStack(control.NewGround(look.Surface), p.grid, p.empty)
	p.box = control.NewDock(nil, nil, p.viewsBox(), nil, control.NewDock(p.top(), nil, nil, nil, result))
	p.show()
	return p
}

// viewsBox lists the views with their columns.
func (p *sqlPane) viewsBox() fyne.CanvasObject {
	say := p.shell.say
	p.views = control.NewTicks(say.Say(words.SQLSearch), say.Say(words.FilterNothing), control.One)
	p.views.OnToggle = p.insert
	title := container.New(layout.NewCustomPaddedVBoxLayout(2), control.NewText(say.Say(words.SQLViews), control.TextStyle{Bold: true}),
		control.NewText(say.Say(words.SQLViewsHint), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}))
	ground := control.NewGround(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(sqlViewsWidth, 0)
	inner := control.NewDock(pad(title, 12, 10), nil, nil, nil, pad(p.views, 10, 2))
	return control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(ground, inner))
}

// top is the editor with what can be done below it, and what came of it.
func (p *sqlPane) top() fyne.CanvasObject {
	s, say := p.shell, p.shell.say
	p.run = control.NewIconButton(say.Say(words.SQLRun), theme.MediaPlayIcon(), p.start)
	p.run.Importance = widget.HighImportance
	p.stop = outlined(control.NewButton(say.Say(words.SQLStop), p.cancel))
	p.copying = control.NewButton(say.Say(words.SQLCopy), p.copyAll)
	p.leaving = control.NewButton(say.Say(words.ExportButton), p.export)
	p.recent = control.NewDropdown(control.NewTicks(say.Say(words.SQLRecentHint), say.Say(words.SQLNoRecent), control.One), fyne.NewSize(560, 320), false)
	p.recent.SetText(say.Say(words.SQLRecent))
	p.recent.OnPick = func(statement string) {
		p.editor.SetText(statement)
		s.window.Canvas().Focus(p.editor)
	}
	hint := control.NewText(say.Say(words.SQLRunHint), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	recent := container.NewCenter(container.NewGridWrap(fyne.NewSize(150, 30), p.recent))
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), p.run, container.NewCenter(hint), p.stop, layout.NewSpacer(), recent, outlined(p.copying), outlined(p.leaving))
	p.said = control.NewParagraph("", control.TextStyle{Color: look.Muted}, 900)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(0, sqlEditorHeight)
	ground := control.NewGround(theme.ColorNameBackground)
	inner := container.New(layout.NewCustomPaddedVBoxLayout(8), container.NewStack(room, p.editor), buttons, p.said)
	return control.NewDock(nil, control.NewRule(look.Border), nil, nil, container.NewStack(ground, pad(inner, 12, 10)))
}

func (p *sqlPane) content() fyne.CanvasObject { return p.box }

func (p *sqlPane) focus() { p.shell.window.Canvas().Focus(p.editor) }

func (p *sqlPane) summary() string {
	if a := p.shell.sql.answer; a != nil {
		return p.shell.say.Say(words.CountOfRows, number(len(a.Rows)))
	}
	return ""
}

// load lists the views.
func (p *sqlPane) load() {
	ask(p.lists, p.shell.store.ViewColumns, func(list []data.ViewColumn, err error) {
		if err != nil {
			p.shell.fail(err)
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

// insert puts the name of a view or column into the statement.
func (p *sqlPane) insert(id string) {
	view, column, isColumn := strings.Cut(id, ".")
	if isColumn {
		view = column
	}
	p.editor.insert(view)
	p.shell.window.Canvas().Focus(p.editor)
}

// start runs what stands in the editor.
func (p *sqlPane) start() {
	s, statement := p.shell, strings.TrimSpace(p.editor.Text)
	if statement == "" {
		return
	}
	s.sql.remember(statement)
	p.running, p.failed = true, false
	p.say(s.say.Say(words.SQLRunning), look.Muted)
	p.show()
	began := time.Now()
	ask(p.lane, func(ctx context.Context) (*data.Answer, error) {
		return s.store.SQL(ctx, statement, data.Limits{Rows: sqlRows, Timeout: sqlSeconds * time.Second})
	}, func(answer *data.Answer, err error) {
		p.running, p.failed = false, err != nil
		if err != nil {
			p.say(p.explain(err), look.Fault)
			s.trace.note("sql failed", "text", err)
		} else {
			s.sql.asked, s.sql.answer, s.sql.took, s.sql.order = statement, answer, time.Since(began), nil
			s.trace.note("sql", "rows", len(answer.Rows), "columns", len(answer.Columns))
		}
		p.show()
	})
}

// cancel stops the statement under way; the answer before it stays.
func (p *sqlPane) cancel() {
	if !p.running {
		return
	}
	p.lane.drop()
	p.running = false
	p.show()
	p.say(p.shell.say.Say(words.SQLStopped), look.Muted)
}

// explain says what is wrong with a statement.
func (p *sqlPane) explain(err error) string {
	say := p.shell.say
	switch {
	case errors.Is(err, data.ErrNotReadOnly):
		return say.Say(words.SQLNotReadOnly)
	case errors.Is(err, data.ErrTimeout):
		return say.Say(words.SQLTimeout, sqlSeconds)
	case errors.Is(err, data.ErrMustReopen):
		return present.Explain(err, say).Text
	}
	text, _, _ := strings.Cut(err.Error(), "\n\nLINE ")
	return say.Say(words.SQLMistake, strings.TrimSpace(text))
}

func (p *sqlPane) say(text string, color fyne.ThemeColorName) {
	p.said.SetColor(color)
	p.said.SetText(text)
	p.box.Refresh()
}

// show brings the buttons, the list of statements and the answer up to date.
func (p *sqlPane) show() {
	s := p.shell
	answer := s.sql.answer
	setVisible(p.stop, p.running)
	able(p.run, !p.running)
	able(p.copying, answer != nil)
	able(p.leaving, answer != nil)
	var lines []control.Tick
	for _, statement := range s.sql.recent {
		lines = append(lines, control.Tick{ID: statement, Label: strings.Join(strings.Fields(statement), " ")})
	}
	p.recent.Ticks.SetLines(lines)
	setVisible(p.empty, answer == nil)
	setVisible(p.grid, answer != nil)
	p.showAnswer()
	if s.state.pane == SQLPane {
		s.status.show()
	}
	s.traceplaces()
}

func able(b *control.Button, can bool) {
	if can {
		b.Enable()
	} else {
		b.Disable()
	}
}
