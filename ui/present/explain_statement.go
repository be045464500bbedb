package present

import (
	"errors"
	"regexp"
	"strings"

	"nianbao/data"
	"nianbao/ui/words"
)

// ExplainStatement says what is wrong with a statement that the user wrote. For
// mistakes in it DuckDB's own message is put into the user's words; other errors
// are told as Explain does.
func ExplainStatement(err error, say words.Language) string {
	text := err.Error()
	isKnown := errors.Is(err, data.ErrNotReadOnly) || errors.Is(err, data.ErrTimeout) || errors.Is(err, data.ErrMustReopen)
	if isKnown || !duckDBMessage.MatchString(text) {
		return Explain(err, say).Text
	}
	for _, m := range mistakes() {
		if found := m.message.FindStringSubmatch(text); found != nil {
			return m.words(found[1:], say)
		}
	}
	return say.Say(words.StatementOther)
}

// duckDBMessage is how every message of DuckDB begins: “Binder Error: ”.
var duckDBMessage = regexp.MustCompile(`^[A-Z][A-Za-z ]+ Error: `)

// mistake is a message of DuckDB and the words for it, which are given what the
// message's groups name.
type mistake struct {
	message *regexp.Regexp
	words   func(names []string, say words.Language) string
}

func mistakes() []mistake {
	first := func(w words.Word) func([]string, words.Language) string {
		return func(names []string, say words.Language) string { return say.Say(w, names[0]) }
	}
	plain := func(w words.Word) func([]string, words.Language) string {
		return func(_ []string, say words.Language) string { return say.Say(w) }
	}
	return []mistake{
		{regexp.MustCompile(`^Parser Error: syntax error at or near "([^"]*)"`), first(words.StatementSyntax)},
		{regexp.MustCompile(`^Parser Error: `), plain(words.StatementUnfinished)},
		{regexp.MustCompile(`^Catalog Error: Table with name (\S+) does not exist!(?:\s+Did you mean "([^"]+)")?`), noTable},
		{regexp.MustCompile(`^Catalog Error: (?:\w+ )*Function with name (\S+) does not exist!`), first(words.StatementNoFunction)},
		{regexp.MustCompile(`^Binder Error: Referenced column "([^"]+)" (?:not found|was not found)[^\n]*(?:\s+Candidate bindings: ([^\n]+))?`), noColumn},
		{regexp.MustCompile(`^Binder Error: (?:Values list|Table) "[^"]+" does not have a column named "([^"]+)"(?:\s+Candidate bindings: :?\s*([^\n]+))?`), noColumn},
		{regexp.MustCompile(`^Binder Error: No function matches the given name and argument types '([^'(]+)`), first(words.StatementArguments)},
		{regexp.MustCompile(`^Binder Error: column "([^"]+)" must appear in the GROUP BY`), first(words.StatementGroup)},
		{regexp.MustCompile(`^Binder Error: Ambiguous reference to column name "([^"]+)"`), func(names []string, say words.Language) string {
			return say.Say(words.StatementAmbiguous, names[0], names[0])
		}},
		{regexp.MustCompile(`^Conversion Error: Could not convert \w+ '([^']*)'`), first(words.StatementConversion)},
		{regexp.MustCompile(`^Out of Range Error: `), plain(words.StatementRange)},
		{regexp.MustCompile(`^Out of Memory Error: `), plain(words.StatementMemory)},
	}
}

func noTable(names []string, say words.Language) string {
	if names[1] == "" {
		return say.Say(words.StatementNoTable, names[0])
	}
	return say.Say(words.StatementNearTable, names[0], names[1])
}

func noColumn(names []string, say words.Language) string {
	if names[1] == "" {
		return say.Say(words.StatementNoColumn, names[0])
	}
	near := strings.Split(strings.ReplaceAll(names[1], `"`, ""), ", ")
	return say.Say(words.StatementNearColumns, names[0], strings.Join(near, say.Say(words.ListComma)))
}
