package present

import (
	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/words"
)

// ImportGroup says what became of a line of an import, or what it waits for. The groups are in
// the order in which they are shown: what is asked comes first.
type ImportGroup int

// The groups of lines.
const (
	RivalLines     ImportGroup = iota // several different forms of one body and year
	UnitLines                         // the body is uncertain
	UnitYearLines                     // body and year are uncertain
	YearLines                         // the year is uncertain
	PasswordLines                     // the file needs a password
	DoubtfulLines                     // figures or tables that have to be corrected in the file
	FailedLines                       // not readable, or not saved
	NewerLines                        // a later version of a report that was there
	FurtherLines                      // a further source of a report that was there
	NewLines                          // the first report of its body and year
	UnchangedLines                    // nothing new in it
	LeftOutLines                      // the user dismissed it
	AnsweredLines                     // a later import answered the question
	ImportGroups   int         = iota
)

// Name is the heading of a group.
func (g ImportGroup) Name() words.Word {
	return [...]words.Word{words.GroupRivals, words.GroupUnit, words.GroupUnitYear, words.GroupYear, words.GroupPassword, words.GroupDoubtful, words.GroupFailed,
		words.GroupNewer, words.GroupFurther, words.GroupNew, words.GroupUnchanged, words.GroupLeftOut, words.GroupAnswered}[g]
}

// IsAsked reports whether the lines of a group wait for the user.
func (g ImportGroup) IsAsked() bool { return g < FailedLines }

// IsSettled reports whether the lines of a group need no attention.
func (g ImportGroup) IsSettled() bool { return g >= UnchangedLines }

// Group is the group of a line.
func (l *ImportLine) Group() ImportGroup {
	switch {
	case l.AnsweredBy != 0:
		return AnsweredLines
	case l.Password:
		return PasswordLines
	case l.Verdict == data.Asked:
		return l.asked()
	case l.Verdict == data.Replaced:
		return NewerLines
	case l.Verdict == data.Added:
		return FurtherLines
	case l.Verdict == data.Imported:
		return NewLines
	case l.Verdict == data.Unchanged:
		return UnchangedLines
	case l.Verdict == data.LeftOut:
		return LeftOutLines
	}
	return FailedLines
}

// asked is the group of a line that waits for an answer.
func (l *ImportLine) asked() ImportGroup {
	asks := map[importer.QuestionKind]bool{}
	for _, q := range l.Questions {
		asks[q.Kind] = asks[q.Kind] || q.Blocking
	}
	switch {
	case asks[importer.AskVersion]:
		return RivalLines
	case asks[importer.AskUnit] && asks[importer.AskYear]:
		return UnitYearLines
	case asks[importer.AskUnit]:
		return UnitLines
	case asks[importer.AskYear]:
		return YearLines
	}
	return DoubtfulLines
}
