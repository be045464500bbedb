// Package words holds every sentence the window says, in Chinese and in English.
//
// The sentences are grouped in files by the part of the window, one line each, both languages side
// by side; rewording touches nothing else. Names of the statutory form are not here: they
// are data of the form. The package knows no toolkit.
package words

import "fmt"

// Language is a language of the interface; the zero value is Chinese.
type Language int

// The languages, in the order menus list them.
const (
	Chinese Language = iota
	English
)

// Languages lists all languages in the order menus list them.
func Languages() []Language { return []Language{Chinese, English} }

// Word is one sentence in every language. Both sides take the same fmt verbs in the same order.
type Word struct{ zh, en string }

// Say returns the word in a language; args fill its verbs as in fmt.Sprintf.
func (l Language) Say(w Word, args ...any) string {
	text := w.zh
	if l == English {
		text = w.en
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Name is what the language calls itself.
func (l Language) Name() string {
	if l == English {
		return "English"
	}
	return "中文"
}

// Tag is the BCP 47 tag under which the choice is kept.
func (l Language) Tag() string {
	if l == English {
		return "en"
	}
	return "zh"
}

// OfTag is the language kept under a tag; anything unknown is Chinese.
func OfTag(tag string) Language {
	if tag == English.Tag() {
		return English
	}
	return Chinese
}
