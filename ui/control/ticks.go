package control

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Tick is one line of a Ticks list.
type Tick struct {
	ID     string
	Label  string
	Detail string // shown faintly after the label
	Count  string // at the right edge
	Search string // further text by which a search finds it
	On     bool
	Opens  bool // leads somewhere instead of being ticked
	Indent int  // levels of indentation
}

// Ticks is a searchable list of lines that can be ticked, of any length.
type Ticks struct {
	widget.BaseWidget
	OnToggle func(id string)
	// Match reports whether a name matches what was typed; nil compares the characters.
	// It sees one word at a time, in lower case.
	Match func(name, typed string) bool

	Search     *Search
	lines      []Tick
	texts      []string // of the lines, in lower case, for the search
	shown      []int    // lines that the search finds
	sought     string   // what was searched for
	list       *tickList
	empty      *Text
	kind       TicksKind
	searchable bool
	enterPicks bool // in the list, Enter picks the line as Space does
	cursor     int  // line in shown that Enter in the search picks, -1 for none
}

// TicksKind says how lines are chosen.
type TicksKind int

// The kinds of lists.
const (
	Many      TicksKind = iota // any number of lines is ticked
	ManyOfFew                  // the same, of a few lines not worth a search
	One                        // one line is chosen
	OneOfFew                   // the same, of a few lines
)

// NewTicks returns an empty list. hint is shown in the empty search, nothing if a search finds
// nothing.
func NewTicks(hint, nothing string, kind TicksKind) *Ticks {
	t := &Ticks{cursor: -1, Search: NewSearch(hint), kind: kind, searchable: kind == Many || kind == One}
	t.Search.OnChanged = func(string) { t.find() }
	t.Search.OnSubmitted = func(string) { t.submit() }
	t.Search.OnStep = t.step
	t.empty = NewText(nothing, TextStyle{Color: look.Muted, Align: fyne.TextAlignCenter})
	t.list = newTickList(func() int { return len(t.shown) }, t.newLine, t.setLine)
	t.list.picks = func() bool { return t.enterPicks }
	t.list.HideSeparators = true
	t.list.OnSelected = func(i widget.ListItemID) {
		t.list.Unselect(i)
		t.toggle(i)
	}
	t.ExtendBaseWidget(t)
	return t
}

// SetLines replaces the lines, or what is ticked; the search stays.
func (t *Ticks) SetLines(lines []Tick) {
	t.lines, t.texts = lines, t.texts[:0]
	for _, line := range lines {
		t.texts = append(t.texts, strings.ToLower(line.Label+"\n"+line.Detail+"\n"+line.Search))
	}
	t.findAmong(nil)
}

// Mark changes which lines are ticked.
func (t *Ticks) Mark(on func(id string) bool) {
	for i := range t.lines {
		t.lines[i].On = on(t.lines[i].ID)
	}
	t.list.Refresh()
}

// Lines are all lines, including those that the search hides.
func (t *Ticks) Lines() []Tick { return t.lines }

// Shown are the lines that the search finds.
func (t *Ticks) Shown() []Tick {
	found := make([]Tick, len(t.shown))
	for i, line := range t.shown {
		found[i] = t.lines[line]
	}
	return found
}

// find searches only the lines found before if the search text has only grown: none of the others
// can match.
func (t *Ticks) find() {
	if t.sought != "" && strings.HasPrefix(t.Search.Text, t.sought) {
		t.findAmong(t.shown)
	} else {
		t.findAmong(nil)
	}
}

// findAmong searches the given lines, or all if lines is nil.
func (t *Ticks) findAmong(lines []int) {
	want := strings.Fields(strings.ToLower(t.Search.Text))
	var found []int
	if lines != nil {
		for _, i := range lines {
			if t.matches(i, want) {
				found = append(found, i)
			}
		}
	} else {
		for i := range t.lines {
			if t.matches(i, want) {
				found = append(found, i)
			}
		}
	}
	t.shown, t.sought = found, t.Search.Text
	t.moveCursor(-1)
	if t.kind >= One && t.sought != "" {
		t.moveCursor(0)
	}
	t.empty.Hidden = len(t.shown) > 0
	t.list.Refresh()
}

// matches reports whether every word of the search occurs in a line.
func (t *Ticks) matches(i int, want []string) bool {
	return !slices.ContainsFunc(want, func(word string) bool {
		return !strings.Contains(t.texts[i], word) && (t.Match == nil || !t.Match(t.lines[i].Label, word))
	})
}

// submit takes the line at the cursor, else the only one that the search found, or the
// first one if only one can be taken.
func (t *Ticks) submit() {
	switch {
	case t.cursor >= 0:
		t.toggle(t.cursor)
	case len(t.shown) == 1 || t.kind >= One && len(t.shown) > 0:
		t.toggle(0)
	}
}

// step moves the cursor with the arrows while the search has the focus.
func (t *Ticks) step(by int) {
	t.moveCursor(min(max(t.cursor+by, 0), len(t.shown)-1))
	t.list.Refresh()
	if t.cursor >= 0 {
		t.list.ScrollTo(t.cursor)
	}
}

func (t *Ticks) moveCursor(to int) { t.cursor = min(to, len(t.shown)-1) }

func (t *Ticks) toggle(i int) {
	if i < len(t.shown) && t.OnToggle != nil {
		t.OnToggle(t.lines[t.shown[i]].ID)
	}
}

// WholeHeight is the height at which nothing has to be scrolled.
func (t *Ticks) WholeHeight() float32 {
	height := float32(max(len(t.lines), 1))*(tickHeight+theme.Padding()) + theme.Padding()
	if t.searchable {
		height += t.Search.MinSize().Height + 2*theme.Padding()
	}
	return height
}

// ScrollToTicked scrolls to the first ticked line.
func (t *Ticks) ScrollToTicked() {
	for i, line := range t.shown {
		if t.lines[line].On {
			t.list.ScrollTo(i)
			return
		}
	}
}

func (t *Ticks) newLine() fyne.CanvasObject { return newTickLine(t.kind >= One) }

func (t *Ticks) setLine(i widget.ListItemID, o fyne.CanvasObject) {
	if i < len(t.shown) {
		o.(*tickLine).set(t.lines[t.shown[i]], i == t.cursor)
	}
}

// CreateRenderer stacks the search above the list.
func (t *Ticks) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	body := container.NewStack(t.list, container.NewVBox(NewGap(12), t.empty))
	top := container.NewVBox(t.Search, NewGap(2))
	if !t.searchable {
		top.Hide()
	}
	return widget.NewSimpleRenderer(NewDock(top, nil, nil, nil, body))
}

// tickList is Fyne's list, except that it passes on the keys it does not use.
type tickList struct {
	widget.List
	picks func() bool // whether Enter picks the highlighted line
}

func newTickList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *tickList {
	l := &tickList{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey moves the highlight and ticks with Space.
func (l *tickList) TypedKey(e *fyne.KeyEvent) {
	switch {
	case isEnter(e) && l.picks():
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case e.Name == fyne.KeySpace || e.Name == fyne.KeyUp || e.Name == fyne.KeyDown:
		l.List.TypedKey(e)
	default:
		ForwardKey(l, e)
	}
}

// NewGap returns an empty space of a height.
func NewGap(height float32) *Background {
	g := NewBackground("")
	g.Min = fyne.NewSize(height, height)
	return g
}
