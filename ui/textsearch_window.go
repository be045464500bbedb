package ui

import (
	"context"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/textsearch"
)

// newTextPane builds the pane that searches texts with the parts of the window that it
// needs.
func newTextPane(s *shell) *textsearch.Pane {
	return textsearch.New(textsearch.Window{
		Tasks: s.tasks, Canvas: s.window.Canvas(), Language: s.say,
		Search: func(ctx context.Context, text string, most int) (*data.TextHits, error) {
			return s.store.SearchText(ctx, s.state.choice.Query, text, most)
		},
		Open: s.openText, Fail: s.showError, Trace: s.trace.note,
		Changed: func() {
			if s.state.pane == TextPane {
				s.status.show()
			}
			s.tracePlaces()
		},
	}, &s.texts)
}

// searchTexts brings the pane that searches texts to the front, and its tab into the
// header.
func (s *shell) searchTexts() {
	s.textsOpened = true
	s.state.open(TextPane)
	s.panes[TextPane].Focus()
}

// openText opens a report with its text and marks the line of a hit.
func (s *shell) openText(h data.TextHit) {
	s.showReport(reportState{name: present.ReportName{Body: h.Body, Year: h.Year}, quote: h.Line, text: true})
}
