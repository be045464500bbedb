package errorlog

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Parts that may contain the user's data. Text between quotes, and all lines but the
// first, are quoted from elsewhere: a value, a file, a statement.
var (
	quotedText = regexp.MustCompile("\"[^\"]*\"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》")
	namedPath  = regexp.MustCompile(`(?:\b[A-Za-z]:[\\/]|\\\\|~?/)(?:.*(\.[A-Za-z0-9]{1,10})\b|\S*)`)
	fileName   = regexp.MustCompile(`[^\s:;,()*]*[^\s:;,()*.](\.[A-Za-z0-9]{1,10})\b`)
	anyNumber  = regexp.MustCompile(`[+-]?\p{N}+(?:[.,]\p{N}+)*`)
	word       = regexp.MustCompile(`[\p{L}\p{M}_-]+`)
	plainWord  = regexp.MustCompile(`^[a-z-]+$`)
	firstWord  = regexp.MustCompile(`^[A-Z][A-Za-z]*$`)
)

// redacted is a text without what may be the user's: the known values, quoted text, paths but
// for their extensions, numbers, and all words but those in lower-case ASCII and those that
// begin a message, as in “Conversion Error: Could not …”. If in doubt, it leaves text out.
func redacted(text string, known []string) string {
	known = slices.Clone(known)
	slices.SortFunc(known, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, value := range known {
		if len(value) > 1 && value != filepath.Ext(value) {
			text = strings.ReplaceAll(text, value, "*"+extension(value))
		}
	}
	text, _, _ = strings.Cut(text, "\n")
	text = quotedText.ReplaceAllString(text, "“…”")
	text = namedPath.ReplaceAllString(text, "*$1")
	text = fileName.ReplaceAllString(text, "*$1")
	text = anyNumber.ReplaceAllString(text, "#")
	return strings.TrimSpace(plainWords(text))
}

// extension is that of a path; other texts may have a dot too, as in “1.5”, and keep
// nothing.
func extension(value string) string {
	ext := filepath.Ext(value)
	if !regexp.MustCompile(`^\.[A-Za-z][A-Za-z0-9]{0,9}$`).MatchString(ext) {
		return ""
	}
	return ext
}

// plainWords leaves out words that may be names.
func plainWords(text string) string {
	var b strings.Builder
	last := 0
	for _, at := range word.FindAllStringIndex(text, -1) {
		before, w := text[last:at[0]], text[at[0]:at[1]]
		b.WriteString(before)
		begins := strings.TrimSpace(text[:at[0]]) == "" || strings.HasSuffix(strings.TrimSpace(text[:at[0]]), ":")
		switch {
		case plainWord.MatchString(w), firstWord.MatchString(w) && (begins || w == "Error"), strings.HasSuffix(text[:at[0]], "*."):
			b.WriteString(w)
		default:
			b.WriteString("…")
		}
		last = at[1]
	}
	return b.String() + text[last:]
}
