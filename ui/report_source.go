package ui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/chart"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// sourcePanel shows where a figure comes from, what it was before, and what it must agree with.
type sourcePanel struct {
	shell  *shell
	box    fyne.CanvasObject
	ground *control.Background // as wide as the panel
	body   *fyne.Container
	foot   fyne.CanvasObject // what can be done with the figure
	scroll *container.Scroll
	onPick func(form.Finding) // an identity was clicked

	correct *control.Button

	details *present.ReportDetails
	key     form.Key
}

const sourcePanelWidth = 250

func newSourcePanel(s *shell) *sourcePanel {
	p := &sourcePanel{shell: s, body: container.New(layout.NewCustomPaddedVBoxLayout(6))}
	p.scroll = container.NewVScroll(control.Pad(p.body, 14, 10))
	open := control.NewButton(s.say.Say(words.SourceOpen), func() { s.openSource(p.details.Report) })
	copyPlace := control.NewButton(s.say.Say(words.SourceCopy), p.copyPlace)
	p.correct = control.NewButton(s.say.Say(words.CorrectFigure)+"  F2", s.correctFigure)
	buttons := container.New(layout.NewCustomPaddedVBoxLayout(6), control.Outlined(p.correct), container.NewGridWithColumns(2, control.Outlined(open), control.Outlined(copyPlace)))
	p.foot = control.NewDock(control.NewRule(look.Border), nil, nil, nil, control.Pad(buttons, 14, 8))
	p.ground = control.NewBackground(theme.ColorNameBackground)
	p.ground.Min = fyne.NewSize(sourcePanelWidth, 0)
	inner := control.NewDock(nil, p.foot, nil, nil, p.scroll)
	p.box = control.NewDock(nil, nil, control.NewRule(look.Border), nil, container.NewStack(p.ground, inner))
	p.clear()
	return p
}

// clear explains what the panel is for.
func (p *sourcePanel) clear() {
	say := p.shell.say
	p.details = nil
	p.body.Objects = []fyne.CanvasObject{
		control.NewText(say.Say(words.SourceTitle), control.TextStyle{Bold: true}),
		paragraph(say.Say(words.SourceHint), control.TextStyle{Color: look.Muted}),
	}
	p.foot.Hide()
	p.body.Refresh()
}

// showReport shows the files of a report while none of its figures is chosen.
func (p *sourcePanel) showReport(d *present.ReportDetails) {
	p.clear()
	p.details = d
	p.sources()
	p.body.Refresh()
}

// show shows a figure.
func (p *sourcePanel) show(d *present.ReportDetails, k form.Key) {
	if k != p.key {
		p.scroll.ScrollToTop()
	}
	p.details, p.key = d, k
	control.SetEnabled(p.correct, d.Figures[k] != nil && !p.shell.store.ReadOnly())
	p.foot.Show()
	p.body.Objects = nil
	p.value()
	p.correction()
	p.origin()
	p.differing()
	p.history()
	p.identities()
	p.body.Refresh()
	p.scroll.Refresh()
}

func (p *sourcePanel) add(o fyne.CanvasObject) { p.body.Add(o) }

func (p *sourcePanel) heading(w words.Word) {
	p.add(control.NewGap(2))
	p.add(control.NewRule(theme.ColorNameSeparator))
	p.add(control.NewText(p.shell.say.Say(w), control.TextStyle{Bold: true, Color: look.Muted, Size: theme.SizeNameCaptionText}))
}

// value is the figure itself, in large type, with last year's.
func (p *sourcePanel) value() {
	say := p.shell.say
	f := p.details.Figures[p.key]
	p.add(paragraph(form.Finding{Edition: p.details.Report.Edition, Key: p.key}.Place(say), control.TextStyle{Color: look.Muted}))
	_, text := figureOnPage(f, say)
	color := theme.ColorNameForeground
	if f == nil || !f.Status.HasValue() {
		color = look.Muted
	}
	line := container.NewHBox(control.NewText(text, control.TextStyle{Size: theme.SizeNameHeadingText, Bold: true, Color: color, Fixed: true}))
	if unit := p.unit(); unit != "" && f != nil && f.Status.HasValue() {
		line.Add(container.NewCenter(control.NewText(unit, control.TextStyle{Color: look.Muted, Fixed: true})))
	}
	p.add(line)
	if was := p.details.LastYear(p.key); was != nil {
		p.add(control.NewText(p.change(f, was), control.TextStyle{Color: look.Muted}))
	}
}

func (p *sourcePanel) unit() string {
	_, _, c, ok := form.DescribeIn(p.details.Report.Edition, p.key)
	if !ok {
		return ""
	}
	return present.UnitName(c.Unit, p.shell.say)
}

// change says last year's value and the difference.
func (p *sourcePanel) change(now, was *form.Figure) string {
	say := p.shell.say
	_, text := figureOnPage(was, say)
	if now == nil || !now.Status.HasValue() || !was.Status.HasValue() {
		return say.Say(words.ReportLastYearValue, text)
	}
	return say.Say(words.SourceChange, text, chart.Change{From: known(was.Value), To: known(now.Value)}.Say(p.unit(), say))
}

func known(n form.Number) chart.Value { return chart.Value{Number: n.Float(), Known: true} }

// origin is the place from which the figure was read.
func (p *sourcePanel) origin() {
	say, d := p.shell.say, p.details
	p.heading(words.SourceTitle)
	grid := container.New(&formLayout{gap: 10, pitch: 3})
	line := func(name words.Word, text string) {
		grid.Add(control.NewText(say.Say(name), control.TextStyle{Color: look.Muted, Fixed: true}))
		grid.Add(paragraph(text, control.TextStyle{}))
	}
	f := d.Figures[p.key]
	if a, ok := d.Amended[p.key]; ok { // what the file has
		f = &a.Original
	}
	source := d.SourceOf(f)
	line(words.SourceFile, importer.FileName(source.File))
	if f == nil {
		line(words.SourceSheet, d.Report.Sheet)
		line(words.SourceStatus, say.Say(words.SourceMissing))
	} else {
		line(words.SourceSheet, f.Source.Sheet)
		line(words.SourceCell, f.Source.Cell)
		line(words.SourceRaw, rawText(f.Raw, say))
		line(words.SourceStatus, say.Say(statusName(f.Status)))
	}
	if !source.ImportedAt.IsZero() {
		line(words.SourceImported, present.MinuteText(source.ImportedAt))
	}
	p.add(grid)
}

func rawText(raw string, say words.Language) string {
	if raw == "" {
		return say.Say(words.SourceRawEmpty)
	}
	return say.Say(words.SourceQuoted, raw)
}

func statusName(s form.Status) words.Word {
	switch s {
	case form.StatusNumber:
		return words.StatusNumber
	case form.StatusNA:
		return words.StatusNA
	case form.StatusText:
		return words.StatusText
	case form.StatusNoted:
		return words.StatusNoted
	}
	return words.StatusBlank
}

// history lists the values of the figure in all reports of the year that the body has handed in.
func (p *sourcePanel) history() {
	say := p.shell.say
	p.heading(words.SourceRevisions)
	for _, r := range p.details.Revisions {
		_, text := figureOnPage(r.Figures[p.key], say)
		when := r.ImportedAt.Local().Format("2006-01-02 15:04")
		note := filepath.Base(r.File)
		if r.InForce {
			note = say.Say(words.SourceInForce)
		}
		p.add(control.NewDock(nil, nil, control.NewText(when+"  ", control.TextStyle{Color: look.Muted, Fixed: true}),
			control.NewText(text, control.TextStyle{Bold: r.InForce, Fixed: true}), control.NewText(note, control.TextStyle{Color: look.Muted})))
	}
}

// identities lists what the figure must agree with; a click marks the figures involved.
func (p *sourcePanel) identities() {
	say, d := p.shell.say, p.details
	p.heading(words.SourceIdentities)
	any := false
	for _, j := range d.Report.Judge() {
		if slices.Contains(j.Left, p.key) || slices.Contains(j.Right, p.key) {
			any = true
			p.identity(j)
		}
	}
	if !any {
		p.add(control.NewText(say.Say(words.SourceNoIdentity), control.TextStyle{Color: look.Muted}))
	}
}

func (p *sourcePanel) identity(j form.Judgement) {
	say := p.shell.say
	f := j.Finding(p.details.Figures)
	f.Edition = p.details.Report.Edition
	title := control.NewDock(nil, nil, nil,
		control.NewText(j.Verdict.Words(say), control.TextStyle{Color: verdictColor(j.Verdict), Size: theme.SizeNameCaptionText, Bold: true, Fixed: true}),
		control.NewText(present.RuleName(j.Rule, say), control.TextStyle{Bold: true}))
	isMarked := p.shell.report.identity != nil && isSameIdentity(*p.shell.report.identity, f)
	told := paragraph(f.Sides(say), control.TextStyle{Color: look.Muted})
	if isMarked {
		told = calculationView(p.details.Calculation(f), say)
	}
	content := container.New(layout.NewCustomPaddedVBoxLayout(3), title, told)
	p.add(newClickableCard(content, isMarked, verdictColor(j.Verdict), func() { p.onPick(f) }))
}

func isSameIdentity(a, b form.Finding) bool { return a.Rule == b.Rule && a.Key == b.Key }

func verdictColor(v form.Verdict) fyne.ThemeColorName {
	switch v {
	case form.Fail:
		return look.Fault
	case form.Doubtful:
		return theme.ColorNameWarning
	case form.Pass:
		return theme.ColorNameSuccess
	}
	return look.Muted
}

// copyPlace puts file, sheet and cell on the clipboard.
func (p *sourcePanel) copyPlace() {
	say := p.shell.say
	f, sheet, cell := p.details.Figures[p.key], p.details.Report.Sheet, ""
	if f != nil {
		sheet, cell = f.Source.Sheet, f.Source.Cell
	}
	text := say.Say(words.SourcePlace, p.details.SourceOf(f).File, sheet, cell)
	p.shell.app.Clipboard().SetContent(text)
	p.shell.status.showSelection(say.Say(words.SourceCopied, text))
}
