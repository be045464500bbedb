package ui

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/importer/workbook"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// exportKind is a form in which a table can be taken out of the program.
type exportKind int

const (
	asWorkbook exportKind = iota
	asText
	asParquet
	asClipboard
	exportKinds
)

// exportDialog lets the user choose a format for a table, writes it, and offers to open the file.
type exportDialog struct {
	shell *shell
	what  present.Export
	kind  exportKind
	to    present.Destination
	lane  *task.Lane

	dialog   *modal
	pages    *fyne.Container // one of the next three
	askPage  fyne.CanvasObject
	waitPage fyne.CanvasObject
	donePage fyne.CanvasObject
	kinds    *control.Choice
	hint     *control.Paragraph
	encoding *control.Choice
	byYear   *control.Toggle
	start    *control.Button
	bar      *control.Progress
	count    *control.Text
	result   *control.Text
	place    *control.Paragraph
}

const exportWidth = 560

// showExport opens the dialog.
func (s *shell) showExport(what present.Export) {
	x := &exportDialog{shell: s, what: what, lane: task.NewLane(s.tasks)}
	x.askPage, x.waitPage, x.donePage = x.newAskPage(), x.newWaitPage(), x.newDonePage()
	room := control.NewGap(0)
	room.Min = fyne.NewSize(exportWidth, 0)
	x.pages = container.NewStack(room, x.askPage, x.waitPage, x.donePage)
	x.dialog = s.newModal(s.say.Say(words.ExportTitle), x.pages, x.accept)
	x.dialog.closed = func() {
		x.lane.Drop()
		s.exportDialog = nil
	}
	s.exportDialog = x
	x.choose(asWorkbook)
	x.showPage(x.askPage)
	x.dialog.Show()
	s.window.Canvas().Focus(x.kinds)
	s.trace.note("export asked", "rows", what.Rows)
	s.tracePlaces()
}

// newAskPage offers the formats, and describes the content of the table.
func (x *exportDialog) newAskPage() fyne.CanvasObject {
	say := x.shell.say
	x.kinds = control.NewSegments(nil)
	x.kinds.OnTap = func(i int) { x.choose(exportKind(i)) }
	x.hint = control.NewParagraph("", control.TextStyle{Color: look.Muted}, exportWidth)
	x.encoding = control.NewSegments(nil)
	x.encoding.OnTap = func(i int) { x.encode(workbook.TextEncoding(i)) }
	x.byYear = control.NewToggle(say.Say(words.ExportByYear), func(on bool) { x.to.ByYear = on })
	hint := control.NewGap(0)
	hint.Min = fyne.NewSize(0, 40)
	options := control.NewGap(0)
	options.Min = fyne.NewSize(0, 34)
	facts := container.New(layout.NewCustomPaddedVBoxLayout(5))
	for _, line := range x.what.About {
		facts.Add(x.fact(line[0], line[1]))
	}
	cancel := control.NewButton(say.Say(words.Cancel), x.close)
	x.start = control.NewButton("", x.begin)
	x.start.Importance = widget.HighImportance
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel), x.start)
	return container.New(layout.NewCustomPaddedVBoxLayout(10),
		container.NewHBox(x.kinds),
		container.NewStack(hint, x.hint),
		container.NewStack(options, container.NewHBox(x.encoding), x.byYear),
		control.NewRule(look.Border), facts, control.NewGap(2), buttons)
}

// fact is one line about the content of the table.
func (x *exportDialog) fact(name, text string) fyne.CanvasObject {
	width := control.NewGap(0)
	width.Min = fyne.NewSize(64, 0)
	label := container.NewStack(width, container.NewVBox(control.NewText(name, control.TextStyle{Color: look.Muted})))
	return control.NewDock(nil, nil, label, nil, control.NewParagraph(text, control.TextStyle{}, exportWidth-64))
}

// newWaitPage shows the progress of writing.
func (x *exportDialog) newWaitPage() fyne.CanvasObject {
	say := x.shell.say
	x.bar = control.NewProgress()
	x.count = control.NewText("", control.TextStyle{Color: look.Muted})
	cancel := control.NewButton(say.Say(words.Cancel), x.close)
	return container.New(layout.NewCustomPaddedVBoxLayout(10),
		control.NewText(say.Say(words.ExportWriting), control.TextStyle{Size: theme.SizeNameSubHeadingText, Bold: true}),
		x.bar, x.count, control.NewGap(2),
		container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(cancel)))
}

// newDonePage says where the file is, and offers to open it.
func (x *exportDialog) newDonePage() fyne.CanvasObject {
	say := x.shell.say
	x.result = control.NewText("", control.TextStyle{Size: theme.SizeNameSubHeadingText, Bold: true})
	x.place = control.NewParagraph("", control.TextStyle{Color: look.Muted}, exportWidth)
	folder := control.NewButton(say.Say(words.ExportOpenFolder), func() { x.show(filepath.Dir(x.to.Path)) })
	file := control.NewButton(say.Say(words.ExportOpenFile), func() { x.show(x.to.Path) })
	end := control.NewButton(say.Say(words.Close), x.close)
	end.Importance = widget.HighImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(10), x.result, x.place, control.NewGap(2),
		container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(folder), control.Outlined(file), end))
}

// show opens the written file and closes the dialog.
func (x *exportDialog) show(path string) {
	x.close()
	x.shell.openFile(path)
}

func (x *exportDialog) close() { x.dialog.Hide() }

// accept does what the page shown is for.
func (x *exportDialog) accept() {
	switch {
	case x.askPage.Visible():
		x.begin()
	case x.donePage.Visible():
		x.close()
	}
}

// showPage shows one of the pages.
func (x *exportDialog) showPage(page fyne.CanvasObject) {
	for _, p := range []fyne.CanvasObject{x.askPage, x.waitPage, x.donePage} {
		control.SetVisible(p, p == page)
	}
	x.pages.Refresh()
	x.dialog.Fit()
}

// choose selects a format and shows its options.
func (x *exportDialog) choose(k exportKind) {
	x.kind = k
	say := x.shell.say
	names := []words.Word{words.ExportWorkbook, words.ExportText, words.ExportParquet, words.ExportClipboard}
	options := make([]control.Option, exportKinds)
	for i, name := range names {
		options[i] = control.Option{Label: say.Say(name), Chosen: exportKind(i) == k, Disabled: !x.can(exportKind(i))}
	}
	x.kinds.SetOptions(options)
	x.hint.SetText(say.Say([]words.Word{words.ExportWorkbookHint, words.ExportTextHint, words.ExportParquetHint, words.ExportClipboardHint}[k]))
	control.SetVisible(x.encoding, k == asText)
	control.SetVisible(x.byYear, k == asParquet && x.what.HasYears)
	x.start.SetText(say.Say(words.ExportStart))
	if k == asClipboard {
		x.start.SetText(say.Say(words.Copy))
	}
	x.encode(x.to.Encoding)
	x.shell.tracePlaces()
}

// can reports whether the table can be written in a format.
func (x *exportDialog) can(k exportKind) bool {
	switch k {
	case asWorkbook:
		return x.what.Rows <= workbook.MostTableRows
	case asParquet:
		return x.what.Typed
	case asClipboard:
		return x.what.Cells <= present.MostCells
	}
	return true
}

func (x *exportDialog) encode(e workbook.TextEncoding) {
	x.to.Encoding = e
	say := x.shell.say
	x.encoding.SetOptions([]control.Option{
		{Label: say.Say(words.ExportUTF8), Chosen: e == workbook.UTF8},
		{Label: say.Say(words.ExportGB18030), Chosen: e == workbook.GB18030},
	})
}

// begin copies the table, or asks the user where to save it.
func (x *exportDialog) begin() {
	if x.kind == asClipboard {
		x.copy()
		return
	}
	name := x.what.Name + []string{".xlsx", ".csv", ".parquet"}[x.kind]
	if x.kind != asParquet || !x.what.HasYears {
		x.to.ByYear = false
	}
	if x.to.ByYear {
		name = x.what.Name + x.shell.say.Say(words.ExportByYearName)
	}
	s := x.shell
	x.dialog.Hide()
	newSaveDialog(s, s.say.Say(words.ExportTitle), name, func(path string) {
		x.to.Path = path
		x.run()
	}).show()
}

func (x *exportDialog) copy() {
	s := x.shell
	x.showPage(x.waitPage)
	task.Ask(x.lane, x.what.Text, func(text string, err error) {
		x.close()
		if err != nil {
			s.showError(err)
			return
		}
		s.app.Clipboard().SetContent(text)
		s.status.showSelection(s.say.Say(words.Copied, present.Count(x.what.Cells)))
		s.trace.note("exported", "rows", x.what.Rows, "to", "clipboard")
	})
}

// run writes the file; the dialog stays open and shows the progress.
func (x *exportDialog) run() {
	s := x.shell
	s.exportDialog = x
	x.bar.SetShare(0)
	x.count.SetText(filepath.Base(x.to.Path))
	x.showPage(x.waitPage)
	x.dialog.Show()
	to, progress := x.to, x.throttled()
	task.Ask(x.lane, func(ctx context.Context) (int, error) { return x.what.Write(ctx, to, progress) }, func(rows int, err error) {
		if err != nil {
			x.close()
			s.showError(err)
			return
		}
		x.result.SetText(s.say.Say(words.ExportDone, present.Count(rows)))
		x.place.SetText(to.Path)
		x.showPage(x.donePage)
		s.trace.note("exported", "rows", rows, "to", to.Path)
		s.tracePlaces()
	})
}

// exportPace is how often the progress is shown.
const exportPace = 100 * time.Millisecond

// throttled passes progress on to the UI goroutine, but not too often.
func (x *exportDialog) throttled() func(done, total int) {
	var last time.Time
	return func(done, total int) {
		if time.Since(last) < exportPace {
			return
		}
		last = time.Now()
		x.shell.tasks.Show(func() {
			x.bar.SetShare(float64(done) / float64(max(total, 1)))
			x.count.SetText(x.shell.say.Say(words.ExportCount, present.Count(done), present.Count(total)))
		})
	}
}
