package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"nianbao/importer"
	"nianbao/ui/control"
	"nianbao/ui/words"
)

// importActions are the buttons below the list for actions on the chosen lines that need no
// input.
type importActions struct {
	shell    *shell
	box      *fyne.Container
	proposed *control.Button
	folder   *control.Button
	leaveOut *control.Button
	report   *control.Button // copies a report about an unforeseen error
	frames   []fyne.CanvasObject
	lines    []line
}

// newImportActions returns the buttons, hidden until lines are chosen.
func newImportActions(s *shell, copyReport func()) *importActions {
	a := &importActions{shell: s}
	a.proposed = control.NewButton("", a.takeProposed)
	a.folder = control.NewButton(s.say.Say(words.AnswerFolder), func() { s.showFolderDialog(a.lines[0]) })
	a.leaveOut = control.NewButton("", func() { s.leaveOut(a.unwanted()) })
	a.report = control.NewButton(s.say.Say(words.ErrorCopyReport), copyReport)
	a.box = container.New(layout.NewCustomPaddedHBoxLayout(8))
	for _, b := range []*control.Button{a.proposed, a.folder, a.leaveOut, a.report} {
		frame := control.Outlined(b)
		a.frames = append(a.frames, frame)
		a.box.Add(frame)
	}
	return a
}

// show shows the buttons that apply to the lines.
func (a *importActions) show(lines []line, hasReport bool) {
	a.lines = lines
	say, idle := a.shell.say, !a.shell.imports.running
	proposed, unwanted := a.withProposal(), a.unwanted()
	switch len(proposed) {
	case 0:
	case 1:
		p, _ := proposed[0].record.Proposal()
		a.proposed.SetText(say.Say(words.AnswerTakeOne, p.String()))
	default:
		a.proposed.SetText(say.Say(words.AnswerTakeAll, len(proposed)))
	}
	if a.leaveOut.SetText(say.Say(words.AnswerLeaveOut)); len(unwanted) > 1 {
		a.leaveOut.SetText(say.Say(words.AnswerLeaveSome, len(unwanted)))
	}
	hasProposal := len(proposed) > 0
	if chosen, _ := a.shell.likeliestCandidates(lines); !hasProposal && len(chosen) > 0 && len(lines) > 1 {
		hasProposal = true
		a.proposed.SetText(say.Say(words.CandidateTakeAll, len(chosen)))
	}
	for i, visible := range []bool{hasProposal && idle, len(lines) > 0 && lines[0].hasFolder() && idle, len(unwanted) > 0 && idle, hasReport} {
		control.SetVisible(a.frames[i], visible)
	}
	a.box.Refresh()
}

// takeProposed answers each line as its file suggests, or takes the likeliest of candidates.
func (a *importActions) takeProposed() {
	if lines := a.withProposal(); len(lines) > 0 {
		a.shell.importProposed(lines)
		return
	}
	if chosen, others := a.shell.likeliestCandidates(a.lines); len(chosen) > 0 {
		a.shell.takeCandidates(chosen, others)
	}
}

// withProposal are the lines that have a likeliest answer.
func (a *importActions) withProposal() (list []line) {
	for _, l := range a.lines {
		if _, ok := l.record.Proposal(); ok && l.open() {
			list = append(list, l)
		}
	}
	return list
}

// unwanted returns the lines that were not saved and can be dismissed.
func (a *importActions) unwanted() (list []line) {
	for _, l := range a.lines {
		if l.failed() && !l.answered() {
			list = append(list, l)
		}
	}
	return list
}

// hasFolder reports whether the report of a line was read from a file, so that a rule for its
// folder can apply.
func (l line) hasFolder() bool {
	return l.pasted == "" && l.file != importer.PasteName && l.record.Figures > 0 && !l.answered()
}
