package ui

import (
	"fyne.io/fyne/v2"

	"nianbao/ui/look"
	"nianbao/ui/words"
)

// Keys of the preferences: window size, what the settings dialog sets, and the databases
// opened last.
const (
	prefLanguage   = "language"
	prefAppearance = "appearance"
	prefTextSize   = "textSize"
	prefRegion     = "region"
	prefYear       = "year"
	prefRecent     = "databases"
	prefWidth      = "width"
	prefHeight     = "height"
)

// loadPreferences reads language and appearance from the preferences.
func (s *shell) loadPreferences() {
	prefs := s.app.Preferences()
	s.say = words.OfTag(prefs.String(prefLanguage))
	s.appearance = look.Appearance(prefs.Int(prefAppearance))
	s.applyLook()
}

// applyLook sets Fyne's theme and language.
func (s *shell) applyLook() {
	s.app.Settings().SetTheme(themeFor(s.appearance))
	if err := look.SetLanguage(s.say); err != nil {
		fyne.LogError("language of the toolkit", err)
	}
}

// setLanguage changes the language.
func (s *shell) setLanguage(l words.Language) {
	s.say = l
	s.app.Preferences().SetString(prefLanguage, l.Tag())
	s.applyLook()
	s.rebuild()
	s.trace.note("language", "tag", l.Tag())
}

func (s *shell) otherLanguage() words.Language {
	if s.say == words.Chinese {
		return words.English
	}
	return words.Chinese
}

// setAppearance changes light and dark.
func (s *shell) setAppearance(a look.Appearance) {
	s.appearance = a
	s.app.Preferences().SetInt(prefAppearance, int(a))
	s.applyLook()
	s.rebuild()
	s.trace.note("appearance", "choice", int(a))
}

// switchAppearance switches to the appearance that is not shown now.
func (s *shell) switchAppearance() {
	if look.Current().Dark {
		s.setAppearance(look.Light)
		return
	}
	s.setAppearance(look.Dark)
}
