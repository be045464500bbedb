package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// folderDialog asks in which region the bodies of a folder are.
type folderDialog struct {
	shell   *shell
	dialog  *modal
	folders []string // of the line's file, the innermost first
	folder  string
	field   *control.Dropdown
	region  *control.Field
	places  *control.Dropdown
	effect  *widget.Label
	save    *control.Button
}

// mostFolders is how many of the folders above a file are offered.
const mostFolders = 4

func (s *shell) showFolderDialog(l line) {
	if s.isAsking() || s.store.ReadOnly() {
		return
	}
	d := &folderDialog{shell: s, region: control.NewField(), effect: widget.NewLabel("")}
	for folder := filepath.Dir(l.file); len(d.folders) < mostFolders && folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		d.folders = append(d.folders, folder)
	}
	if len(d.folders) == 0 {
		return
	}
	d.folder = d.folders[0]
	say := s.say
	d.region.SetPlaceHolder(say.Say(words.FolderHint))
	d.region.OnChanged = func(string) { d.showEffect() }
	d.region.OnSubmitted = func(string) { d.submit() }
	d.field = control.NewDropdown(control.NewTicks("", say.Say(words.UnitsNotFound), control.OneOfFew), fyne.NewSize(420, 140), false)
	d.field.OnPick = func(id string) { d.folder = id; d.showFolder() }
	d.places = newBodyPicker(s)
	d.places.OnPick = func(id string) { d.region.SetText(id) }
	d.effect.Wrapping = wrapping(say)
	d.save = control.NewButton(say.Say(words.FolderSave), d.submit)
	d.save.Importance = widget.HighImportance
	cancel := control.NewButton(say.Say(words.Cancel), func() { d.dialog.Hide() })
	label := func(w words.Word) fyne.CanvasObject {
		return control.NewText(say.Say(w), control.TextStyle{Color: look.Muted, Fixed: true})
	}
	pick := container.NewGridWrap(fyne.NewSize(130, 34), d.places)
	fields := container.New(&formLayout{gap: 14, pitch: 8}, label(words.FolderName), d.field, label(words.FolderRegion), control.NewDock(nil, nil, nil, pick, d.region))
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), d.save)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(560, 0)
	tall := control.NewGap(58)
	content := container.NewStack(room, container.New(layout.NewCustomPaddedVBoxLayout(8), fields, container.NewStack(tall, d.effect), buttons))
	if p, ok := s.panes[ImportPane].(*importPane); ok {
		d.places.Ticks.SetLines(placesOf(p.answer.bodies))
		d.places.SetEnabled(len(p.answer.bodies) > 0)
	}
	d.dialog = s.showModal(say.Say(words.FolderTitle), content, d.submit)
	d.showFolder()
	s.window.Canvas().Focus(d.region)
}

// placesOf lists the places that bodies of the register are in.
func placesOf(bodies []data.RegisteredBody) (lines []control.Tick) {
	seen := map[string]bool{}
	for i := range bodies {
		if region := bodies[i].Region; region != "" && !seen[region] {
			seen[region] = true
			lines = append(lines, control.Tick{ID: region, Label: region})
		}
	}
	slices.SortFunc(lines, func(a, b control.Tick) int { return strings.Compare(a.ID, b.ID) })
	return lines
}

func (d *folderDialog) showFolder() {
	var lines []control.Tick
	for _, folder := range d.folders {
		lines = append(lines, control.Tick{ID: folder, Label: filepath.Base(folder), Detail: filepath.Dir(folder), On: folder == d.folder})
	}
	d.field.Ticks.SetLines(lines)
	d.field.SetText(d.folder)
	d.showEffect()
}

// showEffect says what will happen.
func (d *folderDialog) showEffect() {
	say, text := d.shell.say, ""
	region := strings.TrimSpace(d.region.Text)
	if n := len(d.concerned()); region != "" {
		text = say.Say(words.FolderEffect, n)
	}
	d.effect.SetText(text)
	control.SetEnabled(d.save, region != "")
	d.effect.TextStyle = fyne.TextStyle{}
	d.effect.SizeName = theme.SizeNameCaptionText
	d.effect.Refresh()
}

// concerned returns the lines of the list whose bodies may get another region.
func (d *folderDialog) concerned() (lines []line) {
	in := d.shell.imports
	isUndone := in.past != nil && !in.past.Undone.IsZero()
	for _, l := range in.lines {
		isTaken := l.verdict == data.Imported || l.verdict == data.Replaced || l.verdict == data.Added
		if l.hasFolder() && isBelow(l.file, d.folder) && (l.open() && !l.needsPassword() || isTaken && !isUndone) {
			lines = append(lines, l)
		}
	}
	return lines
}

func isBelow(file, folder string) bool {
	return strings.HasPrefix(file, strings.TrimRight(folder, `/\`)+string(filepath.Separator))
}

func (d *folderDialog) submit() {
	region := strings.TrimSpace(d.region.Text)
	if region == "" {
		return
	}
	s, lines := d.shell, d.concerned()
	d.dialog.Hide()
	s.importByRule(d.folder, region, lines)
}

// importByRule imports reports again with a rule for their folder.
func (s *shell) importByRule(folder, region string, lines []line) {
	j := job{answers: []line{}}
	if len(lines) > 0 {
		j = s.again(lines)
	}
	rule := form.FolderRule(folder, region)
	j.rule = &rule
	j.options.Label = s.say.Say(words.FolderLabel, filepath.Base(folder), region)
	s.importPaths(j)
}
