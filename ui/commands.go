package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"nianbao/data"
	"nianbao/importer/workbook"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// chooseFiles lets the user choose files to import.
func (s *shell) chooseFiles() { newOpenDialog(s, false, s.importFiles).show() }

// chooseFolder lets the user choose a folder to import as a whole.
func (s *shell) chooseFolder() { newOpenDialog(s, true, s.importFiles).show() }

// importURIs imports files and folders, chosen or dropped.
func (s *shell) importURIs(items []fyne.URI) {
	var paths []string
	for _, item := range items {
		if item.Scheme() == "file" {
			paths = append(paths, item.Path())
		}
	}
	if len(paths) > 0 {
		s.importFiles(paths)
	}
}

func (s *shell) importFiles(paths []string) {
	s.importPaths(job{paths: paths, options: data.ImportOptions{Label: importLabel(paths, s.say)}})
}

func (s *shell) importPaths(j job) {
	if s.imports.running {
		s.showMessage(s.say.Say(words.ImportBusy), s.say.Say(words.ImportBusyText))
		return
	}
	s.state.open(ImportPane)
	s.imports.start(j)
}

// importLabel names an import after the files chosen.
func importLabel(paths []string, say words.Language) string {
	name := filepath.Base(paths[0])
	if len(paths) == 1 {
		return name
	}
	return say.Say(words.ImportLabel, name, len(paths))
}

// sampleFolder is next to the database, under a name that no user would choose.
const sampleFolder = "nianbao-sample-workbooks"

// openSample writes the sample workbooks and imports them.
func (s *shell) openSample() {
	folder := filepath.Join(filepath.Dir(s.store.Path()), sampleFolder)
	s.importPaths(job{
		prepare: func() ([]string, error) { return workbook.WriteSamples(folder) },
		options: data.ImportOptions{Label: s.say.Say(words.SampleName), Sample: true},
	})
}

// removeSamples removes the samples.
func (s *shell) removeSamples() {
	s.tasks.Start(func() {
		_, err := s.store.RemoveSamples(context.Background())
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
			} else {
				s.state.stepUndoneOrRedone(true)
			}
			s.imports.forget()
			s.reload()
		})
	})
}

// forget drops the outcome of the last import once it may be out of date.
func (in *intake) forget() {
	if !in.running {
		in.lines, in.importID, in.err, in.cancelled, in.ended, in.checking, in.past, in.waiting = nil, 0, nil, false, false, false, nil, false
	}
}

func (s *shell) importProgressed() {
	if p, ok := s.panes[ImportPane].(*importPane); ok {
		p.show()
	}
	if p := s.imports.progress; s.imports.checking && p.total > 0 {
		s.status.showSelection(s.say.Say(words.Rechecking, present.Count(p.done), present.Count(p.total)))
	}
	s.trace.note("importing", "done", s.imports.progress.done, "of", s.imports.progress.total)
	s.tracePlaces()
}

// recheck checks all reports again if their findings were made with other rules than this
// program's.
func (s *shell) recheck() {
	s.tasks.Start(func() {
		outdated, err := s.store.Outdated(context.Background())
		outdated = outdated && !s.store.ReadOnly()
		s.tasks.Show(func() {
			switch {
			case err != nil:
				s.showError(err)
			case outdated && !s.imports.running:
				s.imports.start(job{recheck: true})
			}
		})
	})
}

// importDone shows the outcome of an import; a sample without errors goes straight to the overview.
func (s *shell) importDone() {
	if s.imports.checking {
		s.trace.note("checked again", "cancelled", s.imports.cancelled)
		s.imports.forget()
		s.reload()
		return
	}
	if s.imports.importID != 0 {
		s.state.stepped()
	}
	if err := s.imports.err; err != nil && present.Explain(err, s.say).Unforeseen {
		s.showError(err)
	}
	n := s.imports.tally()
	s.trace.note("import done", "imported", n[data.Imported], "replaced", n[data.Replaced], "unchanged", n[data.Unchanged], "failed", n[failure]+n[data.Asked])
	s.reload()
	s.importProgressed()
	if p, ok := s.panes[ImportPane].(*importPane); ok {
		p.ask()
	}
	if s.imports.sample && n[failure]+n[data.Asked] == 0 && s.imports.err == nil && !s.imports.cancelled {
		s.state.open(OverviewPane)
	}
}
