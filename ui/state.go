package ui

import (
	"reflect"

	"nianbao/ui/present"
)

// Pane is one of the window's views.
type Pane int

// The panes, in the order in which they are offered.
const (
	OverviewPane Pane = iota
	TablePane
	ChartPane
	FindingsPane
	ReportPane
	ImportPane
	SQLPane
	UnitsPane
	TextPane
)

// moment is something that can be undone: a choice that was replaced, or a step that
// changed the store, which keeps its own journal.
type moment struct {
	choice present.Choice
	isStep bool
}

// state holds the choice with its history, and the pane in front.
type state struct {
	choice present.Choice
	pane   Pane
	past   []moment // for undo, the latest last
	future []moment // for redo, the next last

	onChoice func()          // the choice has changed
	onLeave  func()          // another pane is about to come to the front
	onPane   func()          // another pane has come to the front
	onStep   func(undo bool) // undo, or else redo, the store's next step
}

// historyLimit is how many moments can be undone.
const historyLimit = 200

// change replaces the choice by an edited one. Nothing happens if the two are equal.
func (s *state) change(edit func(*present.Choice)) {
	next := s.choice
	edit(&next)
	next.Query = next.Query.Normalised()
	if reflect.DeepEqual(next, s.choice) {
		return
	}
	s.remember(moment{choice: s.choice})
	s.choice = next
	s.onChoice()
}

func (s *state) remember(m moment) {
	s.past = append(s.past, m)
	if len(s.past) > historyLimit {
		s.past = s.past[1:]
	}
	s.future = nil
}

// stepped records a new step of the store.
func (s *state) stepped() { s.remember(moment{isStep: true}) }

// stepUndoneOrRedone records that a step was undone, or else redone.
func (s *state) stepUndoneOrRedone(undo bool) {
	from, to := &s.future, &s.past
	if undo {
		from, to = &s.past, &s.future
	}
	if n := len(*from); n > 0 && (*from)[n-1].isStep {
		*from = (*from)[:n-1]
	}
	*to = append(*to, moment{isStep: true})
}

// undo goes back to the previous choice, or undoes a step of the store. If nothing of
// this session is left, it undoes a step of an earlier one.
func (s *state) undo() { s.travel(&s.past, &s.future, true) }

// redo goes forward again.
func (s *state) redo() { s.travel(&s.future, &s.past, false) }

func (s *state) travel(from, to *[]moment, undo bool) {
	if isStepNext(*from) {
		s.onStep(undo)
		return
	}
	last := len(*from) - 1
	*to = append(*to, moment{choice: s.choice})
	s.choice = (*from)[last].choice
	*from = (*from)[:last]
	s.onChoice()
}

// isStepNext reports whether the next moment to undo or redo is a step of the store.
func isStepNext(list []moment) bool { return len(list) == 0 || list[len(list)-1].isStep }

// open brings a pane to the front.
func (s *state) open(p Pane) {
	if s.pane != p {
		s.onLeave()
		s.pane = p
		s.onPane()
	}
}
