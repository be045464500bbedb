package importer

import "nianbao/data/form"

// QuestionKind is what a question is about.
type QuestionKind uint8

// The kinds of questions.
const (
	AskUnit    QuestionKind = iota // which body the report is of
	AskYear                        // which year it is for
	AskFigure                      // an ambiguous figure, left out
	AskLayout                      // a table whose cells are not aligned with their headings
	AskTwice                       // a table or form that occurs twice with different figures
	AskTotal                       // a total row that is not the sum of the units
	AskHidden                      // a hidden sheet or row that was read
	AskColumn                      // headings of a summary table that were left out
	AskEmpty                       // units of a summary table that have no figures
	AskRow                         // rows of a summary table that are not units and were left out
	AskStray                       // numbers without a label
	AskVersion                     // which of several forms of a body and year counts; with Key.Table, of one in the database and this one, which leaves that table blank
	AskExample                     // a sheet that is an example and was left out
	AskPrinted                     // a figure printed in a way that makes its digits uncertain, left out
	AskSpaced                      // figures of a table without ruling lines, left out
	AskMerged                      // a number in a cell merged over several figures, left out
	AskUnseen                      // numbers that nobody sees, because they are formatted as hidden or have the colour of their background, left out
)

// Question is something that the importer could not resolve and did not guess. A blocking
// question prevents the report from being saved until a Correction answers it.
type Question struct {
	Kind     QuestionKind
	Blocking bool
	Key      form.Key // figure, row or table concerned; parts may be empty
	Found    []string // the alternatives as printed, with the one that was taken first
	Source   form.Source
}
