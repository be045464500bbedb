package ui

import (
	"context"
	"errors"
	"fmt"

	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// showError tells the user about an error; a cancelled request is not one. An unforeseen
// error is logged, and a report about it can be copied.
func (s *shell) showError(err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	s.trace.note("error", "text", err)
	m := s.explained(err)
	if !m.Unforeseen {
		s.showMessage(m.Title, m.Text)
		return
	}
	report := s.errors.Report(s.doing(), err)
	s.showMessageWith(m.Title, m.Text, control.NewButton(s.say.Say(words.ErrorCopyReport), func() { s.copyReport(report) }))
}

// explained puts an error into words. An unforeseen one is logged, and the words end with
// the path of the log.
func (s *shell) explained(err error) present.Message {
	m := present.Explain(err, s.say)
	if m.Unforeseen {
		m.Text = s.logged(m.Text, s.errors.Note(s.doing(), err))
	}
	return m
}

// logged is a text followed by the path of the log, if it could be written.
func (s *shell) logged(text, log string) string {
	if log == "" {
		return text
	}
	return s.say.Say(words.ErrorLogged, text, log)
}

func (s *shell) copyReport(report string) {
	s.app.Clipboard().SetContent(report)
	s.status.showSelection(s.say.Say(words.ErrorReportCopied))
}

// importing is what doing returns for an error of an import, whatever pane is in front.
const importing = "window, importing"

// doing describes what the window is showing, without any of the user's data, for the
// log.
func (s *shell) doing() string {
	pane := [...]string{"overview", "table", "charts", "findings", "report", "import", "sql", "units"}[s.state.pane]
	text := "window, pane " + pane
	if s.imports.running {
		text += fmt.Sprintf(", importing %d of %d files", s.imports.progress.done, s.imports.progress.total)
	}
	return text
}
