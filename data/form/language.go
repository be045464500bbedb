package form

import "fmt"

// Language is a language of the program, named by its BCP 47 tag. Anything but
// English is Chinese.
type Language string

// The languages.
const (
	Chinese Language = "zh"
	English Language = "en"
)

// Languages lists all languages in the order of the menu.
func Languages() []Language { return []Language{Chinese, English} }

// OfTag returns the language with a tag; an unknown tag means Chinese.
func OfTag(tag string) Language {
	if Language(tag) == English {
		return English
	}
	return Chinese
}

// Tag returns the BCP 47 tag of the language.
func (l Language) Tag() string { return string(OfTag(string(l))) }

// Name is the language's own name.
func (l Language) Name() string { return l.Say(Words{"中文", "English"}) }

// Words is a text in both languages of the program. If it has fmt verbs, both
// languages have the same ones in the same order.
type Words struct{ Chinese, English string }

// Both returns the words of a text in Chinese and in English.
func Both(chinese, english string) Words { return Words{chinese, english} }

// Say returns the text in the language. If there are args, they are filled in
// as by fmt.Sprintf, and a plural follows the number before it: “%d {report|reports}”.
func (l Language) Say(w Words, args ...any) string {
	text := w.Chinese
	if l == English && w.English != "" {
		text = w.English
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(plurals(text, args), args...)
}
