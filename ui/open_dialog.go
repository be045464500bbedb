package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// openDialog picks several files, a folder with everything in it, or one file. Fyne's own
// dialog picks one file.
type openDialog struct {
	shell  *shell
	choose func(paths []string)
	dialog *modal
	lane   *task.Lane
	one    *fileKind // one file is picked, of this kind; nil for several, or a folder

	folder string
	ticked []string // paths, in any folder
	list   []folderEntry

	path  *control.Field
	ticks *control.Ticks
	said  *control.Text
	files *control.Button // takes the ticked files
	whole *control.Button // takes the folder
}

// folderEntry is a file or folder in the folder shown.
type folderEntry struct {
	path  string
	isDir bool
	size  int64
}

// newOpenDialog calls choose with the chosen paths; wholeFolder highlights the button for
// a folder.
func newOpenDialog(s *shell, wholeFolder bool, choose func([]string)) *openDialog {
	c := &openDialog{shell: s, choose: choose, lane: task.NewLane(s.tasks)}
	c.build(s.say.Say(words.ChooserTitle), control.Many)
	if wholeFolder {
		c.whole.Importance = widget.HighImportance
	} else {
		c.files.Importance = widget.HighImportance
	}
	return c
}

// fileKind says which files a dialog for one file lists. Any other file can be named by
// its path.
type fileKind struct {
	is         func(path string) bool
	next, hint words.Word // the button that takes the file, and the hint beside it
}

// newFileDialog calls choose with one file.
func newFileDialog(s *shell, title string, kind fileKind, choose func(path string)) *openDialog {
	c := &openDialog{shell: s, one: &kind, choose: func(paths []string) { choose(paths[0]) }, lane: task.NewLane(s.tasks)}
	c.build(title, control.One)
	c.files.Importance = widget.HighImportance
	return c
}

func (c *openDialog) build(title string, kind control.TicksKind) {
	s := c.shell
	c.path = control.NewField()
	c.path.OnSubmitted = c.goTo
	c.ticks = control.NewTicks(s.say.Say(words.ChooserSearch), s.say.Say(words.ChooserEmpty), kind)
	c.ticks.OnToggle = c.toggle
	c.said = control.NewText("", control.TextStyle{Color: look.Muted})
	c.files = control.NewButton("", func() { c.finish(c.ticked) })
	c.whole = control.NewButton(s.say.Say(words.ChooserWhole), func() { c.finish([]string{c.folder}) })
	c.dialog = s.newModal(title, c.content(), c.accept)
	c.dialog.closed = c.lane.Drop
	c.open(s.firstFolder())
}

func (c *openDialog) content() fyne.CanvasObject {
	say := c.shell.say
	up := control.NewIconButton(say.Say(words.ChooserUp), theme.MoveUpIcon(), func() { c.open(filepath.Dir(c.folder)) })
	places := container.NewVBox()
	for _, p := range standardFolders(say) {
		b := control.NewButton(p.name, func() { c.open(p.path) })
		b.Importance, b.Alignment = widget.LowImportance, widget.ButtonAlignLeading
		places.Add(b)
	}
	cancel := control.NewButton(say.Say(words.Cancel), func() { c.dialog.Hide() })
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), control.Outlined(cancel))
	if c.one == nil {
		buttons.Add(control.Outlined(c.whole))
	}
	buttons.Add(control.Outlined(c.files))
	foot := control.NewDock(nil, nil, nil, buttons, container.NewVBox(layout.NewSpacer(), c.said, layout.NewSpacer()))
	top := control.NewDock(nil, nil, nil, control.Pad(control.Outlined(up), 8, 0), c.path)
	width := control.NewGap(0)
	width.Min = fyne.NewSize(120, 0)
	places.Add(width)
	side := control.NewDock(nil, nil, nil, control.NewRule(look.Border), control.Pad(places, 4, 0))
	body := control.NewDock(control.Pad(top, 0, 4), control.Pad(foot, 0, 8), side, nil, control.Pad(c.ticks, 8, 4))
	room := c.shell.dialogRoom(780, 500)
	return container.NewStack(room, body)
}

// show opens the dialog.
func (c *openDialog) show() {
	c.dialog.Show()
	c.shell.window.Canvas().Focus(c.ticks.Search)
	c.shell.trace.note("chooser", "folder", c.folder)
}

// goTo follows a typed or pasted path: it opens a folder, or takes a file.
func (c *openDialog) goTo(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		c.shell.showError(err)
	case info.IsDir():
		c.open(path)
	default:
		c.finish([]string{path})
	}
}

// open lists a folder.
func (c *openDialog) open(folder string) {
	task.Ask(c.lane, func(context.Context) ([]folderEntry, error) { return readFolder(folder) }, func(list []folderEntry, err error) {
		if err != nil {
			c.shell.showError(err)
			return
		}
		c.folder, c.list = folder, list
		c.path.SetText(folder)
		c.ticks.Search.SetText("")
		c.showList()
		c.shell.trace.note("folder", "entries", len(list))
		c.shell.tracePlaces()
	})
}

func (c *openDialog) toggle(path string) {
	for _, e := range c.list {
		if e.path == path && e.isDir {
			c.open(path)
			return
		}
	}
	if c.one != nil {
		c.ticked = nil
	}
	c.ticked = present.Toggled(c.ticked, path)
	c.showList()
}

func (c *openDialog) showList() {
	say := c.shell.say
	var lines []control.Tick
	for _, e := range c.list {
		if c.one != nil && !e.isDir && !c.one.is(e.path) {
			continue
		}
		line := control.Tick{ID: e.path, Label: filepath.Base(e.path), Opens: e.isDir, On: slices.Contains(c.ticked, e.path)}
		if !e.isDir {
			line.Count = sizeText(e.size)
		}
		lines = append(lines, line)
	}
	c.ticks.SetLines(lines)
	c.files.SetText(say.Say(words.ChooserFiles, len(c.ticked)))
	c.said.SetText(say.Say(words.ChooserHint))
	if c.one != nil {
		c.files.SetText(say.Say(c.one.next))
		c.said.SetText(say.Say(c.one.hint))
	}
	if len(c.ticked) == 0 {
		c.files.Disable()
	} else {
		c.files.Enable()
	}
}

// isDatabaseName reports whether a file may be a backup or a database by its name.
func isDatabaseName(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case backupEnding, ".nianbao", ".bak", ".db":
		return true
	}
	return false
}

// accept takes what is ticked.
func (c *openDialog) accept() {
	if len(c.ticked) > 0 {
		c.finish(c.ticked)
	}
}

func (c *openDialog) finish(paths []string) {
	c.dialog.Hide()
	c.shell.lastFolder = c.folder
	c.choose(paths)
}
