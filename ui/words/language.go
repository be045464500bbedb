// Package words holds the sentences of the window, the command line and the charts, in Chinese and
// in English. (Sentences about files are in package importer.)
//
// Each sentence is one line with both languages side by side, so rewording one touches nothing
// else; files group them by the part of the window. Names of the statutory form are not here: they
// are data of package form, which also defines the types Words and Language. The package does not
// know Fyne.
package words

import "nianbao/data/form"

// Language and Word are the types of package form under the names that the window uses.
type (
	Language = form.Language
	Word     = form.Words
)

// The languages.
const (
	Chinese = form.Chinese
	English = form.English
)

// Languages lists all languages in the order of the menu.
func Languages() []Language { return form.Languages() }

// OfTag returns the language with a tag; an unknown tag means Chinese.
func OfTag(tag string) Language { return form.OfTag(tag) }
