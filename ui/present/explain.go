package present

import (
	"errors"
	"strconv"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// problem is an error in the user's words.
type problem struct{ Title, Text string }

// Explain puts any error into words: what happened, and what to do. Here and nowhere else.
func Explain(err error, say words.Language) problem {
	title := say.Say(words.ErrorTitle)
	var inUse *data.InUseError
	var damaged *data.DamagedError
	var newer *data.NewerError
	var unsaved *data.SaveError
	var unkept *data.KeepError
	switch {
	case errors.As(err, &inUse):
		by := say.Say(words.ErrorSomebody)
		if inUse.PID != 0 {
			by = say.Say(words.ErrorProcess, strconv.Itoa(inUse.PID))
		}
		return problem{say.Say(words.ErrorInUseTitle), say.Say(words.ErrorInUse, inUse.Path, by)}
	case errors.As(err, &damaged) && damaged.Log != "":
		return problem{say.Say(words.ErrorDamagedTitle), say.Say(words.ErrorDamagedLog, damaged.Path)}
	case errors.As(err, &damaged):
		return problem{say.Say(words.ErrorDamagedTitle), say.Say(words.ErrorDamaged, damaged.Path)}
	case errors.As(err, &newer):
		return problem{say.Say(words.ErrorNewerTitle), say.Say(words.ErrorNewer, newer.Path)}
	case errors.As(err, &unsaved) && errors.Is(err, data.ErrInvalidReport):
		return problem{title, say.Say(words.ErrorInvalid, unsaved.File)}
	case errors.As(err, &unsaved):
		return problem{title, say.Say(words.ErrorNotSaved, unsaved.File)}
	case errors.As(err, &unkept):
		return problem{title, say.Say(words.ErrorNotKept)}
	case errors.Is(err, data.ErrNotADatabase):
		return problem{say.Say(words.ErrorDamagedTitle), say.Say(words.ErrorNotADatabase)}
	case errors.Is(err, data.ErrAlreadyOpen), errors.Is(err, data.ErrUnusablePath):
		return problem{title, say.Say(words.ErrorPath)}
	case errors.Is(err, data.ErrWriterBusy):
		return problem{say.Say(words.ImportBusy), say.Say(words.ImportBusyText)}
	case errors.Is(err, data.ErrMustReopen):
		return problem{title, say.Say(words.ErrorReopen)}
	case errors.Is(err, data.ErrUnknownReport):
		return problem{title, say.Say(words.ErrorNoReport)}
	case errors.Is(err, data.ErrUnknownImport):
		return problem{title, say.Say(words.ErrorUndone)}
	case errors.Is(err, workbook.ErrTooManyRows):
		return problem{title, say.Say(words.ErrorTooManyRows)}
	case errors.Is(err, data.ErrNoYear):
		return problem{title, say.Say(words.ErrorNoYear)}
	case errors.Is(err, data.ErrExists):
		return problem{title, say.Say(words.ErrorFolderTaken)}
	}
	return problem{title, importer.Explain(err, say)}
}
