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
	"nianbao/importer"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// Message is an error in the user's words: a heading for a window, and a text
// that says what happened and what to do.
type Message struct {
	Title, Text string
	// Unforeseen says that the program does not know the error, so the words do not tell the
	// cause. The caller logs the error and tells the user the path of the log.
	Unforeseen bool
}

// Explain puts an error into words for the user. Window and command line both use
// it, so that an error reads the same in both. The text of the error itself is
// never shown: it would be English, and of no use to the user.
func Explain(err error, say words.Language) Message {
	if p, ok := explainStore(err, say); ok {
		return p
	}
	p := Message{Title: say.Say(words.ErrorTitle)}
	var known interface{ Explain(words.Language) string } // errors of reading and importing
	var writing *WriteError
	var taken *data.NameTakenError
	switch {
	case errors.As(err, &taken):
		p.Text = say.Say(words.ErrorNameTaken, taken.Name)
	case errors.As(err, &known):
		p.Text = known.Explain(say)
		p.Unforeseen = isUnforeseen(err)
	case errors.Is(err, context.Canceled):
		p.Text = say.Say(words.ErrorCancelled)
	case errors.Is(err, data.ErrDiskFull) && errors.As(err, &writing):
		p.Text = say.Say(words.ErrorDiskFull, writing.Path)
	default:
		for _, plain := range plainErrors() {
			if errors.Is(err, plain.err) {
				p.Text = say.Say(plain.text)
				return p
			}
		}
		p.Text, p.Unforeseen = explainFile(err, say)
	}
	return p
}

// isUnforeseen reports whether the cause of an error is unknown although it has words:
// the program failed on a file, or DuckDB refuses a statement for an unknown reason.
func isUnforeseen(err error) bool {
	var panicked *importer.PanicError
	var statement *data.StatementError
	return errors.As(err, &panicked) || errors.As(err, &statement) && statement.Fault == data.BadStatement
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
	case errors.Is(err, data.ErrMustReopen), errors.Is(err, data.ErrDiskFull):
		return p, false // the caller explains it
	case errors.As(err, &unsaved):
		p.Text, p.Unforeseen = say.Say(words.ErrorNotSaved, unsaved.File), true
	case errors.As(err, &gap):
		names := strings.Join(gap.Names[:min(len(gap.Names), 3)], say.Say(words.ListComma))
		p.Text = say.Say(words.ErrorGap, len(gap.Names), names)
	case errors.As(err, &unkept):
		p.Text, p.Unforeseen = say.Say(words.ErrorNotKept), !errors.Is(err, syscall.ENOSPC)
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

// plainError is an error whose words need no details.
type plainError struct {
	err  error
	text words.Word
}

func plainErrors() []plainError {
	return []plainError{
		{data.ErrDamaged, words.ErrorDamagedPart}, {data.ErrNoDatabase, words.ErrorNoDatabase}, {data.ErrAlreadyOpen, words.ErrorPath}, {data.ErrUnusablePath, words.ErrorPath},
		{data.ErrMustReopen, words.ErrorReopen}, {data.ErrMustUpgrade, words.ErrorUpgrade}, {data.ErrReadOnly, words.ErrorOnlyRead},
		{data.ErrTooMuchMemory, words.ErrorMemory}, {data.ErrTooMuchDisk, words.ErrorTemporary}, {data.ErrLargeAnswer, words.ErrorLargeAnswer}, {data.ErrDiskFull, words.ErrorNoSpace},
		{data.ErrNoName, words.ErrorViewName}, {data.ErrNoView, words.ErrorNoView}, {data.ErrNoOriginal, words.ErrorNoOriginal},
		{data.ErrWrongHash, words.ErrorWrongHash}, {data.ErrNotInFile, words.ErrorNotInFile}, {data.ErrSameFile, words.ErrorSameFile},
		{data.ErrNotReadOnly, words.ErrorReadOnly}, {data.ErrTimeout, words.ErrorStatementLong},
		{data.ErrUnknownReport, words.ErrorNoReport}, {ErrTooManyUnits, words.ErrorManyUnits}, {ErrTooManyForBrief, words.ErrorManyForBrief}, {data.ErrUnknownImport, words.ErrorUndone},
		{data.ErrUnknownColumn, words.ErrorNoColumn}, {data.ErrUnknownTest, words.ErrorNoColumn},
		{data.ErrNoYear, words.ErrorNoYear}, {data.ErrExists, words.ErrorFolderTaken},
		{data.ErrNoReason, words.ErrorNoReason}, {data.ErrNoFigure, words.ErrorNoFigure}, {data.ErrSameFigure, words.ErrorSameFigure},
		{data.ErrSameBody, words.ErrorSameBody}, {data.ErrNoStep, words.ErrorNoStep},
		{data.ErrUnknownBody, words.ErrorUnknownBody}, {data.ErrOwnParent, words.ErrorOwnParent}, {data.ErrHasReports, words.ErrorHasReports}, {data.ErrNoUnitName, words.ErrorNoUnitName},
		{workbook.ErrTooManyRows, words.ErrorTooManyRows},
		{ErrNothingToReturn, words.ErrorNoReturn}, {ErrUnsuitableItem, words.ErrorUnsuitable},
		{ErrTableFormat, words.ErrorTableFormat}, {ErrUnknownFormat, words.ErrorChartFormat},
	}
}

// explainFile explains why a file cannot be read or written; it also has the words for
// unforeseen errors.
func explainFile(err error, say words.Language) (text string, unforeseen bool) {
	if path, word, ok := fileFault(err); ok {
		return say.Say(word, path), false
	}
	if path, ok := pathOf(err); ok {
		return say.Say(words.ErrorFile, path), true
	}
	return say.Say(words.ErrorUnknown), true
}

// fileFault names the file that an error is about and why it cannot be read or written.
func fileFault(err error) (path string, why words.Word, ok bool) {
	var writing *WriteError
	path, ok = pathOf(err)
	switch {
	case !ok:
	case errors.Is(err, ErrIsThere):
		why = words.ErrorIsThere
	case errors.Is(err, ErrNotEmpty):
		why = words.ErrorNotEmpty
	case errors.Is(err, ErrIsInput):
		why = words.ErrorIsInput
	case errors.Is(err, ErrIsFolder), errors.Is(err, ErrIsNotAFile):
		why = words.ErrorIsNotAFile
	case errors.Is(err, ErrNoSuchPlace), errors.Is(err, fs.ErrNotExist) && errors.As(err, &writing):
		why = words.ErrorNoFolder
	case errors.Is(err, fs.ErrNotExist):
		why = words.ErrorNotThere
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		why = words.ErrorForbidden
	case errors.Is(err, syscall.ENOSPC):
		why = words.ErrorDiskFull
	case errors.Is(err, syscall.EISDIR), errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		why = words.ErrorNoFile
	default:
		ok = false
	}
	return path, why, ok
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
