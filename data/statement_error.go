package data

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"nianbao/data/form"
)

// Errors of a statement that exceeds its bounds, besides ErrTimeout.
var (
	ErrTooMuchMemory = errors.New("the statement needs too much memory")
	ErrTooMuchDisk   = errors.New("the statement needs too much temporary disk space")
	ErrLargeAnswer   = errors.New("the answer is too large")
)

// StatementFault says what is wrong with a statement.
type StatementFault uint8

// The faults of statements.
const (
	BadStatement    StatementFault = iota
	BadSyntax                      // at Word
	UnknownName                    // there is no column Word
	UnknownView                    // there is no view Word
	UnknownFunction                // there is no function Word
	UnsuitableTypes                // an operation does not take values of this type
	UnsuitableValue                // an operation does not accept this value
	NotGrouped                     // the column Word is neither grouped by nor aggregated
	AmbiguousName                  // the column Word is in several of the views
	BadPosition                    // ORDER BY or GROUP BY a column number that does not exist
	SeveralRows                    // a subquery that must give one value gives several rows
	UnevenColumns                  // the parts of a UNION have different numbers of columns
	BadLimit                       // LIMIT or OFFSET is negative
	BadPattern                     // an invalid regular expression
)

// StatementError says what is wrong with a statement that a user wrote.
type StatementError struct {
	Fault StatementFault
	Word  string   // the wrong word, "" if unknown
	Near  []string // names that may have been meant, the closest first
	Err   error    // DuckDB's error
}

// Error returns the English explanation.
func (e *StatementError) Error() string { return e.Explain(form.English) }

func (e *StatementError) Unwrap() error { return e.Err }

// Explain says which word is wrong and what may have been meant.
func (e *StatementError) Explain(lang form.Language) string {
	text := lang.Say(e.words())
	if e.Word != "" {
		text = strings.ReplaceAll(text, "%s", e.Word)
	}
	if len(e.Near) > 0 {
		text += lang.Say(form.Both("；是不是：", "; did you mean: ")) + strings.Join(e.Near, lang.Say(form.Both("、", ", ")))
	}
	return text
}

func (e *StatementError) words() form.Words {
	switch e.Fault {
	case BadSyntax:
		if e.Word == "" {
			return form.Both("语句没有写完", "the statement ends too early")
		}
		return form.Both("“%s”附近的语法有误", "there is a syntax error near “%s”")
	case UnknownName:
		return form.Both("没有名为“%s”的列", "there is no column “%s”")
	case UnknownView:
		return form.Both("没有名为“%s”的视图", "there is no view “%s”")
	case UnknownFunction:
		return form.Both("没有函数“%s”，或它不接受这样的参数", "there is no function “%s”, or it does not take these arguments")
	case UnsuitableTypes:
		return form.Both("运算两边的类型不相配，请用 CAST 转换", "the types of an operation do not fit; convert one with CAST")
	case UnsuitableValue:
		return form.Both("“%s”不能转换成所需的类型，可改用 TRY_CAST", "“%s” cannot be converted to the required type; TRY_CAST gives NULL instead")
	case NotGrouped:
		return form.Both("列“%s”既不在 GROUP BY 中，也没有汇总", "the column “%s” is neither in GROUP BY nor summed up")
	case AmbiguousName:
		return form.Both("列“%s”在几个视图中都有，请在前面写上视图名", "the column “%s” is in several views; put the name of its view before it")
	}
	if words, ok := furtherFaults[e.Fault]; ok {
		return words
	}
	return form.Both("语句有误，无法执行", "the statement has a mistake and cannot be run")
}

var furtherFaults = map[StatementFault]form.Words{
	BadPosition:   form.Both("ORDER BY 或 GROUP BY 的列号超出了范围", "the column number in ORDER BY or GROUP BY is out of range"),
	SeveralRows:   form.Both("用作一个值的子查询得到了多行，请加条件或 LIMIT 1", "a subquery that stands for one value has several rows; add conditions or LIMIT 1"),
	UnevenColumns: form.Both("UNION 各部分的列数不同", "the parts of a UNION have different numbers of columns"),
	BadLimit:      form.Both("LIMIT 和 OFFSET 不能是负数", "LIMIT and OFFSET cannot be negative"),
	BadPattern:    form.Both("正则表达式有误，请检查括号和转义", "the regular expression is invalid; check its brackets and escapes"),
}

// statementPatterns recognise the messages of DuckDB 1.5. The first group of a
// pattern, if it has one, is the word that is wrong.
var statementPatterns = []struct {
	fault   StatementFault
	pattern *regexp.Regexp
}{
	{BadSyntax, regexp.MustCompile(`syntax error at or near "((?:[^"]|"")*)"`)},
	{BadSyntax, regexp.MustCompile(`syntax error at end of input|unterminated quoted|SELECT clause without selection list()`)},
	{NotGrouped, regexp.MustCompile(`column "([^"]+)" must appear in the GROUP BY`)},
	{UnknownName, regexp.MustCompile(`Referenced column "([^"]+)" (?:was )?not found`)},
	{UnknownName, regexp.MustCompile(`(?:does not have a column named|Could not find column) "([^"]+)"`)},
	{UnknownView, regexp.MustCompile(`Table with name ([^ ]+) does not exist`)},
	{UnknownView, regexp.MustCompile(`Referenced table "([^"]+)" not found`)},
	{UnknownFunction, regexp.MustCompile(`(?:Scalar|Aggregate|Table|Macro)? ?Function with name ([^ ]+) does not exist`)},
	{UnsuitableTypes, regexp.MustCompile(`No function matches the given name and argument types '[^a-z_]`)},
	{UnknownFunction, regexp.MustCompile(`No function matches the given name and argument types '([a-z_0-9]+)`)},
	{AmbiguousName, regexp.MustCompile(`Ambiguous reference to column name "([^"]+)"`)},
	{UnsuitableTypes, regexp.MustCompile(`Cannot compare values of type|Cannot mix values of type|explicit cast is required|Could not choose a best candidate()`)},
	{UnsuitableValue, regexp.MustCompile(`Could not (?:convert|parse) string ['"]([^'"]*)['"]`)},
	{UnsuitableValue, regexp.MustCompile(`invalid [a-z]+ field format: "([^"]*)"`)},
	{UnsuitableValue, regexp.MustCompile(`with value (\S+) can't be cast`)},
	{UnsuitableValue, regexp.MustCompile(`(?s)Malformed JSON.*Input: "([^"]*)"`)},
	{BadPosition, regexp.MustCompile(`term out of range`)},
	{SeveralRows, regexp.MustCompile(`More than one row returned by a subquery`)},
	{UnevenColumns, regexp.MustCompile(`same number of result columns`)},
	{BadLimit, regexp.MustCompile(`LIMIT/OFFSET cannot be negative`)},
	{BadPattern, regexp.MustCompile(`missing [)\]]|no argument for repetition operator|invalid escape sequence|invalid perl operator`)},
}

var (
	candidatesPattern = regexp.MustCompile(`Candidate bindings: ([^\n]+)`)
	quotedPattern     = regexp.MustCompile(`"([^"]+)"`)
	meantPattern      = regexp.MustCompile(`Did you mean "([^"]+)"`)
)

// statementError turns DuckDB's error about a user's statement into a
// *StatementError, ErrTooMuchMemory or ErrTooMuchDisk. Other errors are returned
// unchanged.
func statementError(err error) error {
	var failure *duckdb.Error
	if !errors.As(err, &failure) {
		return err
	}
	text := failure.Error()
	switch failure.Type {
	case duckdb.ErrorTypeOutOfMemory:
		if strings.Contains(text, "max_temp_directory_size") || strings.Contains(text, "temp_directory_size") {
			return errors.Join(ErrTooMuchDisk, err)
		}
		return errors.Join(ErrTooMuchMemory, err)
	case duckdb.ErrorTypeParser, duckdb.ErrorTypeSyntax, duckdb.ErrorTypeBinder, duckdb.ErrorTypeCatalog, duckdb.ErrorTypeConversion, duckdb.ErrorTypeInvalidInput, duckdb.ErrorTypeOutOfRange, duckdb.ErrorTypeMismatchType, duckdb.ErrorTypeInvalidType, duckdb.ErrorTypeNotImplemented:
	default:
		return err
	}
	found := &StatementError{Err: err}
	for _, p := range statementPatterns {
		if m := p.pattern.FindStringSubmatch(text); m != nil {
			found.Fault = p.fault
			if len(m) > 1 {
				found.Word = strings.Trim(m[1], `"`)
			}
			break
		}
	}
	found.Near = resembling(found.Word, nearNames(text))
	return found
}

// nearNames are the names that DuckDB suggests, at most three.
func nearNames(text string) []string {
	var names []string
	if m := candidatesPattern.FindStringSubmatch(text); m != nil {
		for _, q := range quotedPattern.FindAllStringSubmatch(m[1], -1) {
			names = append(names, q[1])
		}
	} else if m := meantPattern.FindStringSubmatch(text); m != nil {
		names = append(names, m[1])
	}
	return names[:min(3, len(names))]
}

// resembling leaves out DuckDB's suggestions that have little in common with the word.
func resembling(word string, names []string) []string {
	word = strings.ToLower(word)
	return slices.DeleteFunc(names, func(name string) bool {
		name = strings.ToLower(name)
		return word != "" && name[0] != word[0] && !strings.Contains(name, word) && !strings.Contains(word, name)
	})
}
