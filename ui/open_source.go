package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// openSource opens the file that a report came from: the imported one if it is unchanged,
// else the copy that the store keeps.
func (s *shell) openSource(r form.Report) {
	s.tasks.Start(func() {
		path, err := r.File, error(nil)
		if present.UnchangedFile(&r) == nil {
			if kept, keeping := s.store.Original(r.Hash); keeping == nil {
				path, err = copyOf(&r, kept)
			}
		}
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			s.openFile(path)
			if path != r.File {
				s.showMessage(s.say.Say(words.FileFromStoreTo), s.say.Say(words.FileFromStore, r.File))
			}
		})
	})
}

// copyOf writes a kept original to a folder where other programs can read it, under its own
// name. The copy is read-only, so that it is not mistaken for the original file.
func copyOf(r *form.Report, content []byte) (string, error) {
	folder, err := os.MkdirTemp("", "nianbao")
	if err != nil {
		return "", err
	}
	name := r.File[strings.LastIndexAny(r.File, `/\`)+1:] // whichever system wrote the path
	if r.File == importer.PasteName {
		name += ".txt"
		if strings.Contains(strings.ToLower(string(content)), "<table") {
			name = importer.PasteName + ".html"
		}
	}
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, content, 0o444); err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	return path, nil
}
