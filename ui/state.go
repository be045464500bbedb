package ui

import (
	"reflect"

	"nianbao/data"
	"nianbao/data/form"
)

// Choice is all that the user has chosen to look at. It is a value: a change makes a new one,
// with new lists where a list changes, since the history keeps the old ones.
type Choice struct {
	Query data.Query
	Year  int    // of what shows one year; 0 is the latest
	Item  string // id of the column a chart draws; "" is the first of the view
	Chart ChartLook
	// The findings have filters of their own beside those of the query.
	Severities   []form.Severity
	Rules        []form.RuleID
	FindingYears []int
	AllFindings  bool // hints and what was set aside too, not problems only
}

// Pane is one of the window's views.
type Pane int

// The panes, in the order they are offered.
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
	choice Choice
	pane   Pane
	past   []Choice // for undo, the latest last
	future []Choice // for redo, the next last

	onChoice func() // the choice changed
	onPane   func() // another pane came to the front
}

// historyLimit is how many steps can be undone.
const historyLimit = 200

// change replaces the choice by what edit makes of it. Nothing happens if it stays the same.
func (s *state) change(edit func(*Choice)) {
	next := s.choice
	edit(&next)
	next.Query = next.Query.Settled()
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

func (s *state) travel(from, to *[]Choice) {
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

// column is the column the trend draws: the chosen one if the view has it, else the view's
// first, or the nearest relative of the chosen one.
func (c Choice) column() (data.Column, bool) {
	columns := measured(c.Query).Columns()
	for _, column := range columns {
		if column.ID == c.Item {
			return column, true
		}
	}
	if len(columns) == 0 {
		return data.Column{}, false
	}
	if was, ok := data.ColumnByID(c.Item); ok {
		for _, column := range columns {
			if column.Role == data.FigureColumn && column.Key.Table == was.Key.Table && column.Key.Item == was.Key.Item {
				return column, true
			}
		}
	}
	return columns[0], true
}
