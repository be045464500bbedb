package ui

import (
	"context"
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

// finder is the bar that finds a text in all rows of the table.
type finder struct {
	pane    *tablePane
	box     *fyne.Container
	entry   *control.Search
	message *control.Text
	lane    *task.Lane
}

func newFinder(p *tablePane) *finder {
	s := p.shell
	f := &finder{pane: p, lane: task.NewLane(s.tasks), message: control.NewText("", control.TextStyle{Color: look.Muted, Fixed: true})}
	f.entry = control.NewSearch(s.say.Say(words.FindHint))
	f.entry.OnSubmitted = func(string) { f.find(true) }
	f.entry.OnCancel = f.close
	previous := control.NewIconButton("", theme.MoveUpIcon(), func() { f.find(false) })
	next := control.NewIconButton("", theme.MoveDownIcon(), func() { f.find(true) })
	end := control.NewIconButton("", theme.CancelIcon(), f.close)
	for _, b := range []*control.Button{previous, next, end} {
		b.Importance = widget.LowImportance
	}
	field := container.NewCenter(container.NewGridWrap(fyne.NewSize(380, 34), f.entry))
	row := container.New(layout.NewCustomPaddedHBoxLayout(6), control.NewGap(4), field, previous, next, container.NewCenter(f.message), layout.NewSpacer(), end, control.NewGap(2))
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(0, 42)
	f.box = control.NewDock(nil, control.NewRule(look.Border), nil, nil, container.NewStack(ground, row))
	f.box.Hide()
	return f
}

// open shows the line and focuses it.
func (f *finder) open() {
	f.box.Show()
	f.pane.grid.ShowCursor(true)
	f.pane.box.Refresh()
	f.pane.shell.window.Canvas().Focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.pane.shell.tracePlaces()
}

func (f *finder) close() {
	f.lane.Drop()
	f.box.Hide()
	f.pane.grid.ShowCursor(false)
	f.say("")
	f.pane.box.Refresh()
	f.pane.Focus()
}

func (f *finder) say(text string) {
	f.message.SetText(text)
	f.box.Refresh()
}

// foundCell is a cell with the text; wrapped means that the search continued past the end
// of the table.
type foundCell struct {
	grid.Range
	ok, wrapped bool
}

// find goes from the cursor to the next cell with the text, or to the previous one.
func (f *finder) find(forward bool) {
	p := f.pane
	text := strings.TrimSpace(f.entry.Text)
	at, ok := p.grid.Selection()
	if text == "" || !ok {
		return
	}
	hunt := textSearch{pane: p, query: p.query, sheet: p.sheet, text: text, from: at, forward: forward, tell: f.progress()}
	task.Ask(f.lane, hunt.run, func(cell foundCell, err error) {
		switch {
		case err != nil:
			p.shell.showError(err)
		case !cell.ok:
			f.say(p.shell.say.Say(words.FindNone, text))
		default:
			p.grid.Select(cell.Range)
			word := words.FindAt
			if cell.wrapped {
				word = words.FindWrapped
			}
			f.say(p.shell.say.Say(word, present.Count(cell.Row0+1)))
		}
		p.shell.trace.note("found", "ok", cell.ok, "row", cell.Row0, "column", cell.Col0)
	})
}

// progress shows how far a long search is.
func (f *finder) progress() func(rows int) {
	return func(rows int) {
		f.pane.shell.tasks.Show(func() {
			if f.box.Visible() {
				f.say(f.pane.shell.say.Say(words.FindBusy, present.Count(rows)))
			}
		})
	}
}

// textSearch is one search through the table.
type textSearch struct {
	pane    *tablePane
	query   data.Query
	sheet   present.TableSheet
	text    string
	from    grid.Range // starts after this cell
	forward bool
	tell    func(rows int)
}

// searchPage is how many rows are searched at a time.
const searchPage = 2000

// run searches from the cell to the end, then from the start back to it, or in the other direction.
func (h textSearch) run(ctx context.Context) (foundCell, error) {
	count := h.sheet.Table.Count
	pages := (count + searchPage - 1) / searchPage
	first := h.from.Row1 / searchPage
	for n := range pages + 1 {
		page := (first + n) % pages
		if !h.forward {
			page = (first - n + 2*pages) % pages
		}
		rows, err := h.pane.shell.store.Rows(ctx, h.query, data.Page{Offset: page * searchPage, Limit: searchPage})
		if err != nil {
			return foundCell{}, err
		}
		if cell, ok := h.search(rows, page*searchPage, n); ok {
			cell.wrapped = h.forward == h.before(cell.Row0, cell.Col0)
			return cell, nil
		}
		if n > 0 && n%5 == 0 {
			h.tell(n * searchPage)
		}
	}
	return foundCell{}, nil
}

// search searches a page. On the page where the search begins, the cells up to its start
// are left for the second pass.
func (h textSearch) search(rows []data.Row, offset, pass int) (foundCell, bool) {
	last := foundCell{}
	for i, r := range rows {
		for col, c := range h.sheet.Cells(r) {
			row := offset + i
			if pass == 0 && h.before(row, col) == h.forward || row == h.from.Row1 && col == h.from.Col1 && pass == 0 || !h.matches(c) {
				continue
			}
			last = foundCell{Range: grid.Range{Row0: row, Col0: col, Row1: row, Col1: col}, ok: true}
			if h.forward {
				return last, true
			}
		}
	}
	return last, last.ok
}

// before reports whether a cell is the one where the search began, or comes before it.
func (h textSearch) before(row, col int) bool {
	return row < h.from.Row1 || row == h.from.Row1 && col <= h.from.Col1
}

// matches reports whether a cell has the text: as shown, without commas, or by its pinyin.
func (h textSearch) matches(c tabular.Cell) bool {
	switch c.Kind {
	case tabular.Number, tabular.Noted:
		return strings.Contains(c.Text, h.text) || strings.Contains(strings.ReplaceAll(c.Text, ",", ""), h.text)
	}
	return c.Text != "" && data.Matches(c.Text, h.text)
}

// findText handles Ctrl+F: in the table it finds a text, elsewhere a unit.
func (s *shell) findText() {
	if s.state.pane == TablePane && s.inventory.reports > 0 {
		s.tablePane().finder.open()
		return
	}
	s.findUnit()
}

// findAgain goes to the next match, or to the previous one, for F3.
func (p *tablePane) findAgain(forward bool) {
	if p.finder.entry.Text == "" {
		p.finder.open()
		return
	}
	p.finder.find(forward)
}
