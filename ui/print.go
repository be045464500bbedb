package ui

import (
	"io"
	"os"
	"path/filepath"

	"nianbao/ui/present"
)

// canPrint reports whether what is shown can be made into a PDF.
func (s *shell) canPrint() bool {
	return s.state.pane == ChartPane && s.inventory.reports > 0
}

// print makes a PDF of the chart shown and opens it in the system's viewer, which prints
// it.
func (s *shell) print() {
	model, say := s.chartPane().outgoing(), s.say
	folder, err := os.MkdirTemp("", "nianbao")
	if err != nil {
		s.showError(err)
		return
	}
	path := filepath.Join(folder, present.FileName(model.TextEquivalent().Title)+".pdf")
	s.saveFile(path, func(w io.Writer) error { return present.WritePicture(w, model, present.PDF, say) }, func(int) {
		s.openFile(path)
		s.trace.note("printed", "file", path)
	})
}
