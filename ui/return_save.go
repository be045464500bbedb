package ui

import (
	"context"
	"errors"
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

// saveReturns asks the user for a folder and writes a return copy of each report with errors into it.
func (s *shell) saveReturns() {
	newSaveDialog(s, s.say.Say(words.ReturnAllTitle), s.say.Say(words.ReturnAllName), s.writeReturns).show()
}

func (s *shell) writeReturns(folder string) {
	request := present.ReturnsRequest{Query: s.state.choice.Query, Language: s.say}
	var copies present.ReturnCopies
	s.wait(waitJob{
		title: words.ReturnAllTitle, doing: words.ReturnAllDoing,
		counted: func(done, total int64) string {
			return s.say.Say(words.ReturnAllCount, present.Count(int(done)), present.Count(int(total)))
		},
		work: func(ctx context.Context, tell func(done, total int64)) (err error) {
			copies, err = present.WriteReturns(ctx, s.store, request, folder, func(done, total int) { tell(int64(done), int64(total)) })
			return err
		},
		done: func(err error) {
			s.trace.note("all returned", "copies", copies.Written)
			text := s.say.Say(words.ReturnAllDone, present.Count(copies.Written), folder)
			switch {
			case errors.Is(err, context.Canceled):
				text = s.say.Say(words.ReturnAllStopped, present.Count(copies.Written), folder)
			case err != nil:
				s.showError(err)
				return
			}
			if copies.OfForm > 0 {
				text += s.say.Say(words.ReturnAllOfForm, present.Count(copies.OfForm))
			}
			s.showMessage(s.say.Say(words.ReturnDone), text)
		},
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
