// Package words holds the sentences of the window, the command line and the
// charts, in Chinese and in English. (Those about files are in package importer.)
//
// The sentences are grouped in files by the part of the window, one line each,
// both languages side by side; rewording one touches nothing else. Names of the
// statutory form are not here: they are data of package form, which also defines
// the types Words and Language. The package knows no toolkit.
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
