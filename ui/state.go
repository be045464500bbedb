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
)

// state holds the choice with its history, and the pane in front.
type state struct {
	choice present.Choice
	pane   Pane
	past   []present.Choice // for undo, the latest last
	future []present.Choice // for redo, the next last

	onChoice func() // the choice has changed
	onPane   func() // another pane has come to the front
}

// historyLimit is how many steps can be undone.
const historyLimit = 200

// change replaces the choice by an edited one. Nothing happens if the two are equal.
func (s *state) change(edit func(*present.Choice)) {
	next := s.choice
	edit(&next)
	next.Query = next.Query.Normalised()
	if reflect.DeepEqual(next, s.choice) {
		return
	}
	s.past = append(s.past, s.choice)
	if len(s.past) > historyLimit {
		s.past = s.past[1:]
	}
	s.future = nil
	s.choice = next
	s.onChoice()
}

// undo goes back one step.
func (s *state) undo() { s.travel(&s.past, &s.future) }

// redo goes forward again.
func (s *state) redo() { s.travel(&s.future, &s.past) }

func (s *state) travel(from, to *[]present.Choice) {
	if len(*from) == 0 {
		return
	}
	last := len(*from) - 1
	*to = append(*to, s.choice)
	s.choice = (*from)[last]
	*from = (*from)[:last]
	s.onChoice()
}

// open brings a pane to the front.
func (s *state) open(p Pane) {
	if s.pane != p {
		s.pane = p
		s.onPane()
	}
}
