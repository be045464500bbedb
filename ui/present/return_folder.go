package present

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// ReturnsRequest says which reports are sent back: those of a query with a finding of severity
// error that the user has not ignored.
type ReturnsRequest struct {
	Query    data.Query
	Language words.Language
}

// ReturnCopies counts the return copies that were written.
type ReturnCopies struct {
	Written int
	OfForm  int // how many of them are filled official forms: see MarkedForm
}

// ErrNotEmpty says that the folder for new files is not empty.
var ErrNotEmpty = errors.New("the folder is not empty")

// WriteReturns writes a return copy of each report that the request chooses into a folder, which
// must be empty or new. progress, which may be nil, is called before each copy. What was written
// before an error, or before ctx was cancelled, stays. The error is ErrNothingToReturn if no report
// is chosen, and a *TargetError if the folder cannot be used.
func WriteReturns(ctx context.Context, store *data.Store, request ReturnsRequest, folder string, progress func(done, total int)) (copies ReturnCopies, err error) {
	if err := checkFolder(folder); err != nil {
		return copies, err
	}
	names, err := brokenReports(ctx, store, request.Query)
	if err != nil {
		return copies, err
	}
	if len(names) == 0 {
		return copies, ErrNothingToReturn
	}
	if err := os.Mkdir(folder, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return copies, &WriteError{folder, err}
	}
	files := returnFiles(names, request.Language)
	for i, name := range names {
		if progress != nil {
			progress(i, len(names))
		}
		if err := ctx.Err(); err != nil {
			return copies, err
		}
		var as workbook.ReturnedAs
		err := WriteFile(filepath.Join(folder, files[i]), func(w io.Writer) (err error) {
			as, err = WriteReturn(ctx, store, ReturnRequest{name.Body, name.Year, request.Language}, w)
			return err
		})
		if err != nil {
			return copies, err
		}
		copies.Written++
		if as == MarkedForm {
			copies.OfForm++
		}
	}
	return copies, nil
}

// brokenReports returns the reports with errors that the user has not ignored.
func brokenReports(ctx context.Context, store *data.Store, q data.Query) ([]ReportName, error) {
	chosen, _, err := store.Reports(q)
	if err != nil {
		return nil, err
	}
	list, err := store.Findings(ctx, data.FindingFilter{Query: chosen, Severities: []form.Severity{form.SeverityError}, Limit: mostFindings})
	if err != nil {
		return nil, err
	}
	var names []ReportName
	seen := map[ReportName]bool{}
	for _, f := range list {
		if name := (ReportName{f.Body, f.Year}); f.Decision != data.Ignored && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names, nil
}

// returnFiles names the files, by the unit alone if no other chosen unit has the same name.
func returnFiles(names []ReportName, say words.Language) []string {
	type short struct {
		unit string
		year int
	}
	count := map[short]int{}
	for _, n := range names {
		count[short{n.Body.Unit, n.Year}]++
	}
	files := make([]string, len(names))
	taken := map[string]int{}
	for i, n := range names {
		unit := n.Body.Unit
		if count[short{unit, n.Year}] > 1 {
			unit = n.Body.String()
		}
		file := FileName(say.Say(words.ReturnFileName, unit, n.Year))
		key := strings.ToLower(file) // file systems may ignore case
		if taken[key]++; taken[key] > 1 {
			ending := filepath.Ext(file)
			file = say.Say(words.FileNameAgain, strings.TrimSuffix(file, ending), taken[key]) + ending
		}
		files[i] = file
	}
	return files
}

// checkFolder returns a *TargetError unless path is an empty folder or one can be created
// there.
func checkFolder(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return CheckNew(path)
	}
	if err != nil {
		return &TargetError{path, err}
	}
	if !info.IsDir() {
		return &TargetError{path, ErrIsThere}
	}
	entries, err := os.ReadDir(path)
	if err == nil && len(entries) > 0 {
		err = ErrNotEmpty
	}
	if err != nil {
		return &TargetError{path, err}
	}
	return nil
}

// FileName is a name without the characters that file systems refuse.
func FileName(name string) string {
	return strings.Map(func(char rune) rune {
		if strings.ContainsRune(`\/:*?"<>|`, char) || char < ' ' {
			return '_'
		}
		return char
	}, name)
}
