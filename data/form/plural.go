package form

import (
	"fmt"
	"strings"
)

// plurals chooses the forms of a text with verbs: in “%d {report|reports}” the first if
// the value of the verb before it is 1, the second otherwise.
func plurals(text string, args []any) string {
	if !strings.Contains(text, "|") {
		return text
	}
	var b strings.Builder
	verbs := 0
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '%' && i+1 < len(text) && text[i+1] == '%':
			b.WriteString("%%")
			i++
			continue
		case text[i] == '%':
			verbs++
		case text[i] == '{':
			inner, rest, closed := strings.Cut(text[i+1:], "}")
			one, many, isPlural := strings.Cut(inner, "|")
			if !closed || !isPlural || verbs == 0 || verbs > len(args) {
				break
			}
			if fmt.Sprint(args[verbs-1]) == "1" {
				b.WriteString(one)
			} else {
				b.WriteString(many)
			}
			i = len(text) - len(rest) - 1
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
