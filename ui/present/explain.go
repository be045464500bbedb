package present

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"

	"nianbao/data"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// Message is an error in the user's words: a heading for a window, and a text
// that says what happened and what to do.
type Message struct{ Title, Text string }

// Explain puts an error into words for the user. Window and command line both use
// it, so that an error reads the same in both. The text of an
// error that nobody foresaw is not shown: it would be English, and of no use to
// the user.
func Explain(err error, say words.Language) Message {
	if p, ok := explainStore(err, say); ok {
		return p
	}
	p := Message{Title: say.Say(words.ErrorTitle)}
	var known interface{ Explain(words.Language) string } // errors of reading and importing
	switch {
	case errors.As(err, &known):
		p.Text = known.Explain(say)
	case errors.Is(err, context.Canceled):
		p.Text = say.Say(words.ErrorCancelled)
	default:
		for _, told := range toldErrors() {
			if errors.Is(err, told.err) {
				p.Text = say.Say(told.text)
				return p
			}
		}
		p.Text = explainFile(err, say)
	}
	return p
}

// explainStore says why a database cannot be opened or written.
func explainStore(err error, say words.Language) (p Message, ok bool) {
	var (
		inUse   *data.InUseError
		damaged *data.DamagedError
		newer   *data.NewerError
		unsaved *data.SaveError
		unkept  *data.KeepError
		gap     *data.GapError
	)
	title := words.ErrorTitle
	switch {
	case errors.As(err, &inUse):
		holder := say.Say(words.ErrorSomebody)
		if inUse.PID != 0 {
			holder = say.Say(words.ErrorProcess, strconv.Itoa(inUse.PID))
		}
		title, p.Text = words.ErrorInUseTitle, say.Say(words.ErrorInUse, inUse.Path, holder)
	case errors.As(err, &damaged) && damaged.Log != "":
		title, p.Text = words.ErrorDamagedTitle, say.Say(words.ErrorDamagedLog, damaged.Path)
	case errors.As(err, &damaged):
		title, p.Text = words.ErrorDamagedTitle, say.Say(words.ErrorDamaged, damaged.Path)
	case errors.As(err, &newer):
		title, p.Text = words.ErrorNewerTitle, say.Say(words.ErrorNewer, newer.Path)
	case errors.As(err, &unsaved) && errors.Is(err, data.ErrInvalidReport):
		p.Text = say.Say(words.ErrorInvalid, unsaved.File)
	case errors.As(err, &unsaved):
		p.Text = say.Say(words.ErrorNotSaved, unsaved.File)
	case errors.As(err, &gap):
		names := strings.Join(gap.Names[:min(len(gap.Names), 3)], say.Say(words.ListComma))
		p.Text = say.Say(words.ErrorGap, len(gap.Names), names)
	case errors.As(err, &unkept):
		p.Text = say.Say(words.ErrorNotKept)
	case errors.Is(err, data.ErrNotADatabase):
		title, p.Text = words.ErrorDamagedTitle, say.Say(words.ErrorNotADatabase)
	case errors.Is(err, data.ErrWriterBusy):
		title, p.Text = words.ImportBusy, say.Say(words.ImportBusyText)
	default:
		return p, false
	}
	p.Title = say.Say(title)
	return p, true
}

// told is an error that needs no details in its words.
type told struct {
	err  error
	text words.Word
}

func toldErrors() []told {
	return []told{
		{data.ErrAlreadyOpen, words.ErrorPath}, {data.ErrUnusablePath, words.ErrorPath},
		{data.ErrMustReopen, words.ErrorReopen}, {data.ErrMustUpgrade, words.ErrorUpgrade}, {data.ErrReadOnly, words.ErrorOnlyRead},
		{data.ErrTooMuchMemory, words.ErrorMemory}, {data.ErrTooMuchDisk, words.ErrorTemporary}, {data.ErrDiskFull, words.ErrorNoSpace},
		{data.ErrNoName, words.ErrorViewName}, {data.ErrNoView, words.ErrorNoView}, {data.ErrNoOriginal, words.ErrorNoOriginal},
		{data.ErrWrongHash, words.ErrorWrongHash}, {data.ErrNotInFile, words.ErrorNotInFile}, {data.ErrSameFile, words.ErrorSameFile},
		{data.ErrNotReadOnly, words.ErrorReadOnly}, {data.ErrTimeout, words.ErrorStatementLong},
		{data.ErrUnknownReport, words.ErrorNoReport}, {data.ErrUnknownImport, words.ErrorUndone},
		{data.ErrUnknownColumn, words.ErrorNoColumn}, {data.ErrUnknownTest, words.ErrorNoColumn},
		{data.ErrNoYear, words.ErrorNoYear}, {data.ErrExists, words.ErrorFolderTaken},
		{data.ErrNoReason, words.ErrorNoReason}, {data.ErrNoFigure, words.ErrorNoFigure}, {data.ErrSameFigure, words.ErrorSameFigure},
		{data.ErrSameBody, words.ErrorSameBody}, {data.ErrNoStep, words.ErrorNoStep},
		{workbook.ErrTooManyRows, words.ErrorTooManyRows},
		{ErrNothingToReturn, words.ErrorNoReturn}, {ErrUnsuitableItem, words.ErrorUnsuitable},
		{ErrTableFormat, words.ErrorTableFormat}, {ErrUnknownFormat, words.ErrorChartFormat},
	}
}

// explainFile explains that a file cannot be read or written. It also answers for errors that
// nobody foresaw.
func explainFile(err error, say words.Language) string {
	var writing *WriteError
	path, ok := pathOf(err)
	switch {
	case !ok:
		return say.Say(words.ErrorUnknown)
	case errors.Is(err, ErrIsThere):
		return say.Say(words.ErrorIsThere, path)
	case errors.Is(err, ErrIsInput):
		return say.Say(words.ErrorIsInput, path)
	case errors.Is(err, ErrIsFolder), errors.Is(err, ErrIsNotAFile):
		return say.Say(words.ErrorIsNotAFile, path)
	case errors.Is(err, ErrNoSuchPlace), errors.Is(err, fs.ErrNotExist) && errors.As(err, &writing):
		return say.Say(words.ErrorNoFolder, path)
	case errors.Is(err, fs.ErrNotExist):
		return say.Say(words.ErrorNotThere, path)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return say.Say(words.ErrorForbidden, path)
	case errors.Is(err, syscall.ENOSPC):
		return say.Say(words.ErrorDiskFull, path)
	case errors.Is(err, syscall.EISDIR), errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return say.Say(words.ErrorNoFile, path)
	}
	return say.Say(words.ErrorFile, path)
}

// pathOf is the file that an error is about: the one to be written, else the one that the operating
// system names.
func pathOf(err error) (path string, ok bool) {
	var target *TargetError
	var writing *WriteError
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case errors.As(err, &target):
		return target.Path, true
	case errors.As(err, &writing):
		return writing.Path, true
	case errors.As(err, &onPath):
		return onPath.Path, true
	case errors.As(err, &onLink):
		return onLink.New, true
	}
	return "", false
}
