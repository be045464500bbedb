package data

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// Finder finds names by typed text. It caches the pinyin readings of characters, since
// one search looks at tens of thousands of names. Only one goroutine at a time may use
// it.
type Finder struct {
	known         map[rune][]string
	typed         string
	letters, name []rune // the typed text and the compared name
}

// Matches is Finder.Matches for a single name.
func Matches(name, typed string) bool { return new(Finder).Matches(name, typed) }

// Matches reports whether a name contains the typed text: as characters, as pinyin in
// full or in part, as initials, or as a mixture. So yhz, yinghaizhen, yinghz and 瀛hai
// all find 瀛海镇. Spaces and case do not matter; an empty text finds everything.
func (f *Finder) Matches(name, typed string) bool {
	if typed != f.typed {
		f.typed, f.letters = typed, foldName(nil, typed)
	}
	if len(f.letters) == 0 {
		return true
	}
	f.name = foldName(f.name[:0], name)
	for start := range f.name {
		if f.matchesAt(f.name[start:], f.letters) {
			return true
		}
	}
	return false
}

// foldName appends the text's characters in lower case, without spaces and apostrophes.
func foldName(to []rune, text string) []rune {
	for _, r := range text {
		if !unicode.IsSpace(r) && r != '\'' && r != '’' {
			to = append(to, unicode.ToLower(r))
		}
	}
	return to
}

// matchesAt reports whether the first characters of the name use up the letters, with at
// least one letter for each character.
func (f *Finder) matchesAt(name, letters []rune) bool {
	if len(letters) == 0 {
		return true
	}
	if len(name) == 0 {
		return false
	}
	if name[0] == letters[0] {
		return f.matchesAt(name[1:], letters[1:])
	}
	if letters[0] > unicode.MaxASCII {
		return false
	}
	for _, reading := range f.readings(name[0]) {
		for n := 0; n < len(reading) && n < len(letters) && rune(reading[n]) == letters[n]; n++ {
			if f.matchesAt(name[1:], letters[n+1:]) {
				return true
			}
		}
	}
	return false
}

// readings are all pinyin readings of a character, without tones; ü is v.
func (f *Finder) readings(r rune) []string {
	if r <= unicode.MaxASCII {
		return nil
	}
	list, known := f.known[r]
	if known {
		return list
	}
	for _, reading := range pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.Normal, Heteronym: true}) {
		list = append(list, strings.ReplaceAll(reading, "ü", "v"))
	}
	if f.known == nil {
		f.known = map[rune][]string{}
	}
	f.known[r] = list
	return list
}
