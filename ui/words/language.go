// Package words holds every sentence the window says, in Chinese and in English.
//
// Each sentence is one line with both languages side by side; to change or add
// wording, no other place needs to be touched. Names of the statutory form are
// not here: they are data of the form, in package form, which also has the
// types of a text and of a language. The package knows no toolkit.
package words

import "nianbao/data/form"

// Language and Word are those of the form, under the names the window uses.
type (
	Language = form.Language
	Word     = form.Words
)

// The languages.
const (
	Chinese = form.Chinese
	English = form.English
)

// Languages lists all languages in the order menus list them.
func Languages() []Language { return form.Languages() }

// OfTag returns the language with that tag; anything unknown is Chinese.
func OfTag(tag string) Language { return form.OfTag(tag) }
