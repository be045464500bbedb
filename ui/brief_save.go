package ui

import (
	"context"
	"io"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// saveBrief asks where to save a briefing on what the overview shows, and writes it.
func (s *shell) saveBrief() {
	r := s.rollUpRequest()
	request := present.BriefRequest{Query: r.Query, Year: r.Year, Language: s.say}
	task.Ask(task.NewLane(s.tasks), func(ctx context.Context) (int, error) {
		return present.LatestYear(ctx, s.store, request.Query, request.Year)
	}, func(year int, err error) {
		if err == nil && year == 0 {
			err = data.ErrUnknownReport
		}
		if err != nil {
			s.showError(err)
			return
		}
		request.Year = year
		newSaveDialog(s, s.say.Say(words.SaveBrief), s.say.Say(words.BriefFile, regionChosen(request.Query), year), func(path string) { s.writeBrief(path, request) }).show()
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
