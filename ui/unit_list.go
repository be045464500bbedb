package ui

import (
	"context"
	"strings"

	"nianbao/importer"
	"nianbao/importer/workbook"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// chooseList lets the user choose a list of bodies to take into the register.
func (s *shell) chooseList() {
	if s.imports.running {
		s.showMessage(s.say.Say(words.ImportBusy), s.say.Say(words.ImportBusyText))
		return
	}
	files := fileKind{is: importer.IsUnitList, next: words.UnitsListNext, hint: words.UnitsListHint}
	newFileDialog(s, strings.TrimSuffix(s.say.Say(words.UnitsImport), "…"), files, s.importUnitList).show()
}

// importUnitList enters a list in the register and shows the outcome.
func (s *shell) importUnitList(path string) {
	s.tasks.Start(func() {
		taken, err := present.ImportUnitList(context.Background(), s.store, path, s.say)
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			if taken.Added+taken.Changed > 0 {
				s.stepped()
			}
			s.reload()
			text := taken.Words(s.say)
			s.status.showSelection(text)
			s.trace.note("list taken", "added", taken.Added, "refused", len(taken.Refusals))
			if len(taken.Refusals) > 0 {
				s.showMessage(s.say.Say(words.UnitsListTaken), text+"\n\n"+someLines(taken.Refusals, s.say))
			}
		})
	})
}

// someLines returns the first lines of a list, followed by the number of further ones.
func someLines(lines []string, say words.Language) string {
	const most = 12
	shown := strings.Join(lines[:min(len(lines), most)], "\n")
	if rest := len(lines) - most; rest > 0 {
		shown += "\n" + say.Say(words.UnitsMore, rest)
	}
	return shown
}

// saveList asks where to save the register, and writes it as a list.
func (p *unitsPane) saveList() {
	s := p.shell
	newSaveDialog(s, strings.TrimSuffix(s.say.Say(words.UnitsExport), "…"), s.say.Say(words.UnitsFile), func(path string) {
		s.tasks.Start(func() {
			err := present.WriteUnits(context.Background(), s.store, path, workbook.TextEncoding(0), s.say)
			s.tasks.Show(func() {
				if err != nil {
					s.showError(err)
					return
				}
				s.status.showSelection(s.say.Say(words.UnitsSaved, path))
				s.trace.note("units saved", "file", path)
			})
		})
	}).show()
}
