package data

import (
	"database/sql/driver"
	"hash/fnv"
	"strings"
	"unicode"

	"nianbao/data/form"
)

// phrase is a part of a sentence, for comparison: a hash of its letters.
type phrase struct {
	hash   uint64
	length int // in characters
}

// Texts are split at punctuation. Shorter parts are too common to compare. Only the first
// parts of a text are compared; no published report has more.
const (
	shortestPhrase = 6
	mostPhrases    = 2000
)

// phrases splits the report's text into the parts that are compared, each once. Numbers
// and the report's own names are left out, so that a text copied from another body or
// year is recognised by the rest.
func phrases(r *form.Report) []phrase {
	own := strings.NewReplacer(pairsWithNothing(r.Agency, r.Region+r.Unit, r.Unit, r.Region)...)
	var list []phrase
	seen := map[uint64]bool{}
	for _, p := range r.Narrative {
		for _, part := range strings.FieldsFunc(own.Replace(p.Text), isBreak) {
			if h := phraseOf(part); h.length >= shortestPhrase && !seen[h.hash] && len(list) < mostPhrases {
				seen[h.hash] = true
				list = append(list, h)
			}
		}
	}
	return list
}

func pairsWithNothing(names ...string) []string {
	var pairs []string
	for _, name := range names {
		if name != "" {
			pairs = append(pairs, name, "")
		}
	}
	return pairs
}

// isBreak reports whether a character ends a phrase. A point or comma between digits does
// so too, which is harmless because digits are ignored.
func isBreak(r rune) bool {
	return strings.ContainsRune("，。；：、！？,.;:!?\n\r\t", r)
}

func phraseOf(text string) phrase {
	h := fnv.New64a()
	p := phrase{}
	var buffer [4]byte
	for _, r := range text {
		if unicode.IsLetter(r) {
			_, _ = h.Write(buffer[:copy(buffer[:], string(r))]) // never fails
			p.length++
		}
	}
	p.hash = h.Sum64()
	return p
}

func phraseRow(report int64, p phrase) []driver.Value {
	return []driver.Value{report, p.hash, int16(min(p.length, 1<<15-1))}
}
