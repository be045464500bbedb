package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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

// saveDialog lets the user choose a folder and a name for a file. Fyne's own dialog
// truncates an existing file before it returns its name, which must not happen to a
// report that was handed in.
type saveDialog struct {
	shell  *shell
	save   func(path string)
	dialog *modal
	lane   *task.Lane

	ending string // extension of the names
	folder string
	path   *control.Field
	name   *control.Field
	ticks  *control.Ticks
}

// newSaveDialog calls keep with the chosen path; its extension is that of the proposed
// name.
func newSaveDialog(s *shell, title, name string, keep func(path string)) *saveDialog {
	v := &saveDialog{shell: s, save: keep, lane: task.NewLane(s.tasks), ending: filepath.Ext(name)}
	v.path, v.name = control.NewField(), control.NewField()
	v.path.OnSubmitted = v.open
	v.name.SetText(present.FileName(name))
	v.name.OnSubmitted = func(string) { v.finish() }
	v.ticks = control.NewTicks(s.say.Say(words.SaverFilter), s.say.Say(words.ChooserEmpty), control.One)
	v.ticks.OnToggle = v.pick
	s.saveDialog = v
	v.dialog = s.newModal(title, v.content(), v.finish)
	v.dialog.closed = func() { s.saveDialog = nil }
	v.open(s.firstFolder())
	return v
}

func (v *saveDialog) content() fyne.CanvasObject {
	say := v.shell.say
	up := control.NewIconButton(say.Say(words.ChooserUp), theme.MoveUpIcon(), func() { v.open(filepath.Dir(v.folder)) })
	places := container.NewVBox()
	for _, p := range standardFolders(say) {
		b := control.NewButton(p.name, func() { v.open(p.path) })
		b.Importance, b.Alignment = widget.LowImportance, widget.ButtonAlignLeading
		places.Add(b)
	}
	width := control.NewGap(0)
	width.Min = fyne.NewSize(120, 0)
	places.Add(width)
	cancel := control.NewButton(say.Say(words.Cancel), func() { v.dialog.Hide() })
	save := control.NewButton(say.Say(words.SaverSave), v.finish)
	save.Importance = widget.HighImportance
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), control.Outlined(cancel), save)
	label := control.NewText(say.Say(words.SaverName), control.TextStyle{Color: look.Muted, Fixed: true})
	foot := control.NewDock(nil, nil, control.Pad(container.NewCenter(label), 4, 0), control.Pad(buttons, 8, 0), v.name)
	top := control.NewDock(nil, nil, nil, control.Pad(control.Outlined(up), 8, 0), v.path)
	side := control.NewDock(nil, nil, nil, control.NewRule(look.Border), control.Pad(places, 4, 0))
	room := v.shell.dialogRoom(720, 420)
	return container.NewStack(room, control.NewDock(control.Pad(top, 0, 4), control.Pad(foot, 0, 8), side, nil, control.Pad(v.ticks, 8, 4)))
}

// show opens the dialog.
func (v *saveDialog) show() {
	v.dialog.Show()
	v.shell.focusOnText(v.name)
	v.shell.trace.note("saver", "folder", v.folder)
	v.shell.tracePlaces()
}

// open lists a folder: folders to go into, files to replace.
func (v *saveDialog) open(folder string) {
	task.Ask(v.lane, func(context.Context) ([]folderEntry, error) { return readFolder(folder) }, func(list []folderEntry, err error) {
		if err != nil {
			v.shell.showError(err)
			return
		}
		v.folder = folder
		v.path.SetText(folder)
		v.ticks.Search.SetText("")
		var lines []control.Tick
		for _, e := range list {
			if e.isDir || v.ending != "" && strings.EqualFold(filepath.Ext(e.path), v.ending) {
				lines = append(lines, control.Tick{ID: e.path, Label: filepath.Base(e.path), Opens: e.isDir})
			}
		}
		v.ticks.SetLines(lines)
	})
}

func (v *saveDialog) pick(path string) {
	if isFolder(path) {
		v.open(path)
		return
	}
	v.name.SetText(filepath.Base(path))
}

// finish passes the path on; an existing file is replaced only if the user agrees.
func (v *saveDialog) finish() {
	name := present.FileName(strings.TrimSpace(v.name.Text))
	if name == "" {
		return
	}
	if !strings.EqualFold(filepath.Ext(name), v.ending) && v.ending != "" {
		name += v.ending
	}
	path, say := filepath.Join(v.folder, name), v.shell.say
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.saveAs(path)
		return
	case err == nil && info.IsDir():
		v.shell.showMessage(say.Say(words.SaverExists), say.Say(words.SaverIsFolder, name))
		return
	}
	v.shell.confirm(say.Say(words.SaverReplace, name), words.SaverReplaceConfirm, func() { v.saveAs(path) })
}

func (v *saveDialog) saveAs(path string) {
	v.lane.Drop()
	v.dialog.Hide()
	v.shell.lastFolder = v.folder
	v.save(path)
}

// saveFile creates the content of a file off the UI goroutine, writes it to the path and
// then calls saved.
func (s *shell) saveFile(path string, make func(io.Writer) error, saved func(bytes int)) {
	s.tasks.Start(func() {
		var content bytes.Buffer
		err := make(&content)
		if err == nil {
			err = present.WriteFile(path, func(w io.Writer) error { _, err := w.Write(content.Bytes()); return err })
		}
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			saved(content.Len())
		})
	})
}
