package ui

import (
	"context"
	"io"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// saveBrief asks where to save a briefing on what the overview shows, and writes it.
func (s *shell) saveBrief() {
	s.withYear(s.rollUpRequest(), func(r present.RollUpRequest) {
		request := present.BriefRequest(r)
		name := s.say.Say(words.BriefFile, regionChosen(request.Query), request.Year)
		newSaveDialog(s, s.say.Say(words.SaveBrief), name, func(path string) { s.writeBrief(path, request) }).show()
	})
}

// regionChosen is the only region of a query, "" if there are several or none.
func regionChosen(q data.Query) string {
	if len(q.Regions) == 1 {
		return q.Regions[0]
	}
	return ""
}

func (s *shell) writeBrief(path string, request present.BriefRequest) {
	s.saveFile(path, func(w io.Writer) error { return present.WriteBrief(context.Background(), s.store, request, w) }, func(bytes int) {
		s.status.showSelection(s.say.Say(words.BriefSaved, path))
		s.trace.note("briefing saved", "file", path, "bytes", bytes)
	})
}
