package ui

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/words"
)

// textSizes are the steps of the size of text, and of all else with it, in percent.
func textSizes() []int { return []int{80, 90, 100, 110, 125, 150, 175, 200} }

const usualTextSize = 100

// scaleKey names the environment variable from which Fyne takes its scale, whenever the
// settings change. It has no other way to set it for one program.
const scaleKey = "FYNE_SCALE"

// baseScale is the scale that the user's system asks for, which text sizes multiply.
func baseScale(getenv func(string) string) float64 {
	if scale, err := strconv.ParseFloat(getenv(scaleKey), 64); err == nil && scale > 0 {
		return scale
	}
	return 1
}

// setScale makes a window that is shown later, or whose theme is set again, show text in
// a size.
func setScale(base float64, percent int) {
	if percent != usualTextSize || base != 1 {
		os.Setenv(scaleKey, strconv.FormatFloat(base*float64(percent)/100, 'g', -1, 64))
		return
	}
	os.Unsetenv(scaleKey)
}

// textSize is the size of text now, in percent.
func (s *shell) textSize() int {
	return s.app.Preferences().IntWithFallback(prefTextSize, usualTextSize)
}

// setTextSize shows text in a size. The window keeps its size on the screen; a size at
// which it would no longer fit is not set.
func (s *shell) setTextSize(percent int) {
	c := s.window.Canvas()
	grown := float32(percent) / float32(s.textSize())
	if least := c.Content().MinSize(); grown > 1 && (least.Width*grown > c.Size().Width || least.Height*grown > c.Size().Height) {
		s.status.showSelection(s.say.Say(words.TextSizeTooLarge, percent))
		return
	}
	s.app.Preferences().SetInt(prefTextSize, percent)
	setScale(s.baseScale, percent)
	size, before := c.Size(), c.Scale()
	s.applyLook() // Fyne scales the window too
	if grown = c.Scale() / before; grown != 1 {
		s.window.Resize(fyne.NewSize(size.Width/grown, size.Height/grown))
	}
	s.header.show()
	s.window.SetMainMenu(s.menu())
	s.updateMenu()
	s.status.showSelection(s.say.Say(words.TextSizeIs, percent))
	s.trace.note("text size", "percent", percent)
}

// stepTextSize goes to the next size of text, or to the one before.
func (s *shell) stepTextSize(step int) {
	sizes, at := textSizes(), 0
	for i, percent := range sizes {
		if percent <= s.textSize() {
			at = i
		}
	}
	s.setTextSize(sizes[min(max(at+step, 0), len(sizes)-1)])
}

// textSizeMenu is the submenu with the sizes of text.
func (s *shell) textSizeMenu() *fyne.MenuItem {
	menu := fyne.NewMenuItem(s.say.Say(words.TextSizeMenu), nil)
	menu.ChildMenu = fyne.NewMenu("",
		s.item(words.TextLarger, keys(fyne.KeyEqual), func() { s.stepTextSize(1) }),
		s.item(words.TextSmaller, keys(fyne.KeyMinus), func() { s.stepTextSize(-1) }),
		s.item(words.TextUsual, keys(fyne.Key0), func() { s.setTextSize(usualTextSize) }),
		fyne.NewMenuItemSeparator())
	for _, percent := range textSizes() {
		item := s.named(strconv.Itoa(percent)+"%", nil, func() { s.setTextSize(percent) })
		item.Checked = percent == s.textSize()
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, item)
	}
	return menu
}

// showTextSizes opens the sizes of text below what was clicked.
func (s *shell) showTextSizes(below fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below)
	widget.ShowPopUpMenuAtPosition(s.textSizeMenu().ChildMenu, s.window.Canvas(), at.AddXY(0, below.Size().Height+3))
}

// addPlusKeys makes the other keys with a plus larger text too: the one of the number pad,
// and the main one with Shift.
func (s *shell) addPlusKeys() {
	for _, key := range []desktop.CustomShortcut{
		{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		{KeyName: fyne.KeyPlus, Modifier: fyne.KeyModifierShortcutDefault},
	} {
		s.window.Canvas().AddShortcut(&key, func(fyne.Shortcut) {
			if !s.isAsking() {
				s.stepTextSize(1)
			}
		})
	}
}
