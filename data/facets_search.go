package data

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// Matches tells whether a name has what somebody typed to find it: its
// characters, its pinyin in full or in part, initials, or a mixture. So yhz,
// yinghaizhen, yinghz and 瀛hai all find 瀛海镇. Spaces and case do not count;
// nothing typed finds everything.
func Matches(name, typed string) bool {
	letters := foldName(typed)
	if len(letters) == 0 {
		return true
	}
	runes := foldName(name)
	for start := range runes {
		if matchesAt(runes[start:], letters) {
			return true
		}
	}
	return false
}

// foldName is the text in lower case without spaces and apostrophes.
func foldName(text string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\'' || r == '’' {
			return -1
		}
		return unicode.ToLower(r)
	}, text))
}

// matchesAt tells whether the letters are used up by the first characters of
// the name, each taking at least one.
func matchesAt(name, letters []rune) bool {
	if len(letters) == 0 {
		return true
	}
	if len(name) == 0 {
		return false
	}
	if name[0] == letters[0] {
		return matchesAt(name[1:], letters[1:])
	}
	if letters[0] > unicode.MaxASCII {
		return false
	}
	for _, reading := range readings(name[0]) {
		for n := 0; n < len(reading) && n < len(letters) && rune(reading[n]) == letters[n]; n++ {
			if matchesAt(name[1:], letters[n+1:]) {
				return true
			}
		}
	}
	return false
}

// readings are all the ways a character is read, without tones; ü is v.
func readings(r rune) []string {
	if r <= unicode.MaxASCII {
		return nil
	}
	var list []string
	for _, reading := range pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.Normal, Heteronym: true}) {
		list = append(list, strings.ReplaceAll(reading, "ü", "v"))
	}
	return list
}
