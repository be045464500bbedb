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

// Languages lists all languages in the order menus list them.
func Languages() []Language { return []Language{Chinese, English} }

// OfTag returns the language with that tag; anything unknown is Chinese.
func OfTag(tag string) Language {
	if Language(tag) == English {
		return English
	}
	return Chinese
}

// Tag returns the BCP 47 tag of the language.
func (l Language) Tag() string { return string(OfTag(string(l))) }

// Name is what the language calls itself.
func (l Language) Name() string { return l.Say(Words{"中文", "English"}) }

// Words is a text in both languages of the program. Where it holds fmt verbs,
// both sides take the same ones in the same order.
type Words struct{ Chinese, English string }

// Both returns the words of a text in Chinese and in English.
func Both(chinese, english string) Words { return Words{chinese, english} }

// Say returns the words in the language, with args filled in as fmt.Sprintf
// does if there are any.
func (l Language) Say(w Words, args ...any) string {
	text := w.Chinese
	if l == English && w.English != "" {
		text = w.English
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}
