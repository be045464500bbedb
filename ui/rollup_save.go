package ui

import (
	"context"
	"io"
	"strconv"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// rollUpRequest asks for the roll-up of what the window shows: its filters, and the year
// of the overview within their range.
func (s *shell) rollUpRequest() present.RollUpRequest {
	c := s.state.choice
	year := c.Year
	if q := c.Query; q.FromYear == q.ToYear && q.ToYear != 0 {
		year = q.ToYear
	}
	return present.RollUpRequest{Query: c.Query, Year: year, Language: s.say}
}

// saveRollUp asks the user where to save the roll-up and writes it.
func (s *shell) saveRollUp() {
	s.withYear(s.rollUpRequest(), func(request present.RollUpRequest) {
		newSaveDialog(s, s.say.Say(words.SaveRollUp), rollUpFile(request), func(path string) { s.writeRollUp(path, request) }).show()
	})
}

// withYear passes on a request with the year of its reports, the latest if it names none; it
// shows an error if there are no reports.
func (s *shell) withYear(request present.RollUpRequest, do func(present.RollUpRequest)) {
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
		do(request)
	})
}

// rollUpFile proposes a name: 示例市示例区2024年汇总.xlsx.
func rollUpFile(r present.RollUpRequest) string {
	return regionChosen(r.Query) + strconv.Itoa(r.Year) + r.Language.Say(words.RollUp) + ".xlsx"
}

func (s *shell) writeRollUp(path string, request present.RollUpRequest) {
	s.saveFile(path, func(w io.Writer) error { return present.WriteRollUp(context.Background(), s.store, request, w) }, func(bytes int) {
		s.status.showSelection(s.say.Say(words.RollUpSaved, path))
		s.trace.note("roll-up saved", "file", path, "bytes", bytes)
	})
}
