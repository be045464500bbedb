// Package textsearch is the pane that searches the texts of reports and lists the hits in
// their context.
//
// It must not know package ui: everything that it needs from there is in a Window.
package textsearch

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// Window has everything that the pane needs from the window around it.
type Window struct {
	Tasks    task.Runner
	Canvas   fyne.Canvas
	Language words.Language
	// Search finds the first hits in the reports that the filters choose, at most most.
	Search  func(ctx context.Context, text string, most int) (*data.TextHits, error)
	Open    func(data.TextHit)                   // shows a hit in its report
	Fail    func(error)                          // tells the user of an error
	Changed func()                               // the content of the pane has changed
	Trace   func(milestone string, pairs ...any) // for tests of the real window
}

// Session is the text that is searched for. It outlives the pane, which is rebuilt when
// the language or the theme changes.
type Session struct{ text string }

// Pane searches the texts of reports.
type Pane struct {
	window  Window
	session *Session
	box     fyne.CanvasObject
	lane    *task.Lane

	search *control.Search
	said   *control.Text
	list   *widget.List
	empty  *control.Text

	found *data.TextHits
}

// mostHits bounds a search.
const mostHits = 500

// New returns the pane with the session's text.
func New(w Window, session *Session) *Pane {
	p := &Pane{window: w, session: session, lane: task.NewLane(w.Tasks), found: &data.TextHits{}}
	say := w.Language
	p.search = control.NewSearch(say.Say(words.TextSearchHint))
	p.search.SetText(session.text)
	p.search.OnChanged = func(text string) {
		session.text = text
		p.Load()
	}
	p.search.OnSubmitted = func(string) { p.openFirst() }
	p.said = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
	p.list = widget.NewList(p.length, func() fyne.CanvasObject { return newHitRow() }, func(id widget.ListItemID, o fyne.CanvasObject) {
		o.(*hitRow).show(p.found.Hits[id], say)
	})
	p.list.OnSelected = func(id widget.ListItemID) {
		p.list.Unselect(id)
		w.Open(p.found.Hits[id])
	}
	p.empty = control.NewText("", control.TextStyle{Color: look.Muted, Fixed: true})
	room := control.NewGap(0)
	room.Min = fyne.NewSize(360, 30)
	bar := container.New(layout.NewCustomPaddedHBoxLayout(10), container.NewStack(room, p.search), container.NewCenter(p.said))
	top := control.NewDock(nil, control.NewRule(look.Border), nil, nil, control.Pad(bar, 12, 8))
	p.box = control.NewDock(top, nil, nil, nil, container.NewStack(control.NewBackground(look.Surface), p.list, container.NewCenter(p.empty)))
	p.show(p.found)
	return p
}

// Content is the content of the pane.
func (p *Pane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the search.
func (p *Pane) Focus() { p.window.Canvas.Focus(p.search) }

// Summary is the number of hits, for the status bar.
func (p *Pane) Summary() string { return p.said.Text() }

// Load searches again.
func (p *Pane) Load() {
	text := p.session.text
	task.Ask(p.lane, func(ctx context.Context) (*data.TextHits, error) {
		return p.window.Search(ctx, text, mostHits)
	}, func(found *data.TextHits, err error) {
		if err != nil {
			p.window.Fail(err)
			return
		}
		p.show(found)
		p.window.Trace("text search", "hits", len(found.Hits), "cut", found.IsCut)
	})
}

func (p *Pane) length() int { return len(p.found.Hits) }

// openFirst opens the first hit.
func (p *Pane) openFirst() {
	if p.length() > 0 {
		p.window.Open(p.found.Hits[0])
	}
}

func (p *Pane) show(found *data.TextHits) {
	p.found = found
	say, n := p.window.Language, len(found.Hits)
	said, empty := say.Say(words.TextSearchHits, n), ""
	switch {
	case p.session.text == "":
		said, empty = "", say.Say(words.TextSearchAbout)
	case n == 0:
		said, empty = "", say.Say(words.TextSearchNothing)
	case found.IsCut:
		said = say.Say(words.TextSearchCut, n)
	}
	p.said.SetText(said)
	p.empty.SetText(empty)
	p.list.Refresh()
	p.list.ScrollToTop()
	p.box.Refresh()
	p.window.Changed()
}
