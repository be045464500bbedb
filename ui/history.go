package ui

import (
	"reflect"

	"nianbao/ui/present"
)

// place is where the user is: the pane in front, the filters, and the open report.
type place struct {
	pane   Pane
	choice present.Choice
	report reportState
}

// history is the places the user came from, and those gone back from, the next last.
type history struct {
	back, forward []place
	jumping       bool // a jump is under way, which is one step whatever it changes
}

func (s *shell) place() place {
	p := place{pane: s.state.pane, choice: s.state.choice}
	if p.pane == ReportPane {
		p.report = s.report
	}
	return p
}

// jump goes somewhere else, with all that this changes, as one step back.
func (s *shell) jump(to func()) {
	if s.history.jumping {
		to()
		return
	}
	from := s.place()
	s.history.jumping = true
	to()
	s.history.jumping = false
	if !reflect.DeepEqual(from, s.place()) {
		s.left(from)
	}
}

// left remembers a place that was left.
func (s *shell) left(from place) {
	h := &s.history
	h.back, h.forward = append(h.back, from), nil
	if len(h.back) > historyLimit {
		h.back = h.back[1:]
	}
	s.updateMenu()
}

// leaving is told when another pane comes to the front.
func (s *shell) leaving() {
	if !s.history.jumping {
		s.left(s.place())
	}
}

// goBack returns to the place before, with its filters.
func (s *shell) goBack() { s.travel(&s.history.back, &s.history.forward) }

// goForward takes goBack back.
func (s *shell) goForward() { s.travel(&s.history.forward, &s.history.back) }

func (s *shell) travel(from, to *[]place) {
	n := len(*from)
	if n == 0 {
		return
	}
	target := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, s.place())
	s.history.jumping = true
	if target.pane == ReportPane {
		s.report = target.report
		s.stale[ReportPane] = true
	}
	isHere := s.state.pane == target.pane
	s.state.change(func(c *present.Choice) { *c = target.choice })
	s.state.open(target.pane)
	if isHere && s.stale[target.pane] {
		s.loadPane()
	}
	s.history.jumping = false
	s.updateMenu()
	s.trace.note("travelled", "pane", int(target.pane), "back", len(s.history.back), "forward", len(s.history.forward))
}
