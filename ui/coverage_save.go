package ui

import (
	"context"

	"nianbao/data"
	"nianbao/importer/workbook"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// coverageRequest asks which units have reported, for the filters and the year of the
// overview.
func (s *shell) coverageRequest() present.CoverageRequest {
	r := s.rollUpRequest()
	return present.CoverageRequest{Query: r.Query, Year: r.Year, Language: s.say}
}

// saveCoverage asks where to save which units have reported, and writes it.
func (s *shell) saveCoverage() {
	request := s.coverageRequest()
	task.Ask(task.NewLane(s.tasks), func(ctx context.Context) (int, error) {
		if request.Year != 0 {
			return request.Year, nil
		}
		return present.LatestYear(ctx, s.store, data.Query{}, 0)
	}, func(year int, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		request.Year = year
		newSaveDialog(s, s.say.Say(words.CoverageExport), s.say.Say(words.CoverageFile, year), func(path string) { s.writeCoverage(path, request) }).show()
	})
}

func (s *shell) writeCoverage(path string, request present.CoverageRequest) {
	s.tasks.Start(func() {
		err := present.WriteCoverage(context.Background(), s.store, request, path, workbook.TextEncoding(0))
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			s.status.showSelection(s.say.Say(words.CoverageSaved, path))
			s.trace.note("coverage saved", "file", path)
		})
	})
}
