package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"nianbao/ui/words"
)

// SetLanguage makes Fyne's own texts appear in a language. Fyne has no switch: the texts of the
// system's locale are replaced, and widgets built afterwards show the new ones.
func SetLanguage(l words.Language) error {
	return lang.AddTranslationsForLocale(words.Toolkit(l), fyne.Locale(lang.SystemLocale()))
}
