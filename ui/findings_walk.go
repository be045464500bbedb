package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// heldShift reports whether a Shift key is down, which key events do not tell.
func (s *shell) heldShift() bool {
	d, ok := s.app.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// walkFindings goes to the next finding of the list, or to the previous one: within the
// list, or from report to report.
func (s *shell) walkFindings(back bool) {
	if s.inventory.reports == 0 {
		return
	}
	list := s.findingsPane()
	if s.state.pane != ReportPane {
		isNew := s.stale[FindingsPane]
		s.state.open(FindingsPane)
		if !isNew { // a list that was just loaded starts at its first finding
			list.step(back)
		}
		return
	}
	p := s.reportPane()
	if p.details == nil {
		return
	}
	at := nextOf(list.shown, p.details.ReportName, s.report.finding, back)
	if at < 0 {
		s.status.showSelection(s.say.Say(walkEnd(back)))
		return
	}
	list.choose(at)
	p.walkTo(list.shown[at])
}

func walkEnd(back bool) words.Word {
	if back {
		return words.FindingsWalkedFirst
	}
	return words.FindingsWalkedAll
}

// nextOf is the index of the finding after (or before) a finding, or after a report if no
// finding is selected; -1 at the end of the list.
func nextOf(list []data.Found, name present.ReportName, from *data.Found, back bool) int {
	step, first, last := 1, 0, len(list)
	if back {
		step = -1
	}
	if from != nil {
		if at := slices.IndexFunc(list, func(f data.Found) bool { return sameFinding(f, *from) }); at >= 0 {
			if at += step; at >= first && at < last {
				return at
			}
			return -1
		}
	}
	ofReport := func(f data.Found) bool { return f.Body == name.Body && f.Year == name.Year }
	if at := slices.IndexFunc(list, ofReport); at >= 0 {
		return at
	}
	if len(list) == 0 {
		return -1
	}
	return 0
}
