package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// decisionBar lets the user decide on a finding and note the reason.
type decisionBar struct {
	shell  *shell
	box    fyne.CanvasObject
	choice *control.Choice
	note   *noteEntry
	found  data.Found
}

func newDecisionBar(s *shell) *decisionBar {
	v := &decisionBar{shell: s}
	v.choice = control.NewSegments(v.options())
	v.choice.OnTap = func(i int) { v.decide(decisions()[i], v.note.Text) }
	v.note = newNoteEntry(s.say.Say(words.DecisionNoteHint))
	v.note.onDone = func() { v.decide(v.found.Decision, v.note.Text) }
	v.box = control.NewDock(nil, nil, control.Pad(v.choice, 0, 0), nil, v.note)
	return v
}

// show shows the decision on a finding.
func (v *decisionBar) show(f data.Found) {
	v.found = f
	v.choice.SetOptions(v.options())
	v.note.SetText(f.Note)
}

func (v *decisionBar) decide(d data.Decision, note string) {
	if d == v.found.Decision && note == v.found.Note {
		return
	}
	v.shell.decide(v.found, d, note)
	v.found.Decision, v.found.Note = d, note
	v.choice.SetOptions(v.options())
}

func decisions() []data.Decision {
	return []data.Decision{data.Pending, data.Confirmed, data.Ignored}
}

func (v *decisionBar) options() []control.Option {
	var options []control.Option
	for _, d := range decisions() {
		options = append(options, control.Option{Label: v.shell.say.Say(present.DecisionName(d)), Chosen: d == v.found.Decision})
	}
	return options
}

// decide saves a decision and shows it wherever the finding is listed.
func (s *shell) decide(f data.Found, d data.Decision, note string) {
	s.tasks.Start(func() {
		err := s.store.Decide(context.Background(), f, d, note)
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			f.Decision, f.Note = d, note
			s.stepped()
			s.findingsPane().decided(f)
			s.reportPane().decided(f)
			s.trace.note("decided", "rule", f.Rule, "decision", d)
		})
	})
}

// sameFinding reports whether two are the same finding of the same report.
func sameFinding(a, b data.Found) bool {
	return a.Body == b.Body && a.Year == b.Year && a.Rule == b.Rule && a.Key == b.Key && a.Text == b.Text
}

// noteEntry is a field that is done when it is left or submitted; Escape leaves it.
type noteEntry struct {
	widget.Entry
	onDone func()
}

func newNoteEntry(hint string) *noteEntry {
	n := &noteEntry{}
	n.PlaceHolder = hint
	n.ExtendBaseWidget(n)
	n.OnSubmitted = func(string) { n.onDone() }
	return n
}

// FocusLost saves what was written.
func (n *noteEntry) FocusLost() {
	n.Entry.FocusLost()
	n.onDone()
}

// TypedKey passes on the keys that a field does not use.
func (n *noteEntry) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF4 {
		n.onDone()
		control.ForwardKey(n, e)
		return
	}
	n.Entry.TypedKey(e)
}
