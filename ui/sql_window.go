package ui

import "nianbao/ui/sql"

// newSQLPane builds the SQL pane with the parts of the window that it needs.
func newSQLPane(s *shell) *sql.Pane {
	return sql.New(sql.Window{
		Store: s.store, Tasks: s.tasks, Canvas: s.window.Canvas(), Language: s.say,
		OnKey: s.typedKey, Fail: s.showError, Trace: s.trace.note,
		Explain: func(err error) string { return s.explained(err).Text },
		Changed: func() {
			if s.state.pane == SQLPane {
				s.status.show()
			}
			s.tracePlaces()
		},
		Select: func(text string) { s.status.showSelection(text) },
		Copy:   func(text string) { s.app.Clipboard().SetContent(text) },
		Export: s.showExport,
	}, &s.sql)
}
