package ui

import (
	"context"
	"io"
	"os"

	"nianbao/importer/workbook"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// saveReturn asks the user where to save the return copy of a report and writes it.
func (s *shell) saveReturn(name present.ReportName) {
	s.tasks.Start(func() {
		d, err := present.ReadReportDetails(context.Background(), s.store, name)
		s.tasks.Show(func() {
			switch {
			case err != nil:
				s.showError(err)
			case len(d.FindingsToReturn()) == 0:
				s.showMessage(s.say.Say(words.ReturnNothing), s.say.Say(words.ReturnNothingText))
			default:
				file := s.say.Say(words.ReturnFileName, name.Body.Unit, name.Year)
				newSaveDialog(s, s.say.Say(words.ReturnTitle), file, func(path string) { s.writeReturn(d, path) }).show()
			}
		})
	})
}

// writeReturn writes the return copy to a path, completely or not at all, and says what it is a
// copy of.
func (s *shell) writeReturn(d *present.ReportDetails, path string) {
	if isSameFile(path, d.Report.File) {
		s.showMessage(s.say.Say(words.ErrorTitle), s.say.Say(words.ReturnOntoItself))
		return
	}
	request := present.ReturnRequest{Body: d.Body, Year: d.Year, Language: s.say}
	var as workbook.ReturnedAs
	write := func(w io.Writer) (err error) {
		as, err = present.WriteReturn(context.Background(), s.store, request, w)
		return err
	}
	s.saveFile(path, write, func(bytes int) {
		s.trace.note("returned", "as", int(as), "bytes", bytes)
		s.showMessage(s.say.Say(words.ReturnDone), s.say.Say(returnedWord(as), path))
	})
}

func returnedWord(as workbook.ReturnedAs) words.Word {
	if as == workbook.MarkedForm {
		return words.ReturnOfForm
	}
	return words.ReturnOfOriginal
}

func isSameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// openFile opens a file with the program the system has for it.
func (s *shell) openFile(path string) {
	if _, err := os.Stat(path); err != nil {
		s.showMessage(s.say.Say(words.FileGoneTitle), s.say.Say(words.FileGone, path))
		return
	}
	if err := s.openURL(fileURL(path)); err != nil {
		s.errors.Note(s.doing()+", opening a file", err)
		s.showMessage(s.say.Say(words.ErrorTitle), s.say.Say(words.FileNotOpened, path))
	}
}
