package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/palette"
)

// colours maps the names that Fyne and the program's widgets ask for to the colours of a palette.
func colours(p palette.Palette) map[fyne.ThemeColorName]color.Color {
	set := map[fyne.ThemeColorName]color.Color{
		Surface: p.Surface, Border: p.Border, Muted: p.Muted, Faint: p.Faint, Void: p.Void,
		Rise: p.Rise, Fall: p.Fall, Fault: p.Fault,

		theme.ColorNameBackground:        p.Paper,
		theme.ColorNameHeaderBackground:  p.Raised,
		theme.ColorNameInputBackground:   p.Surface,
		theme.ColorNameInputBorder:       p.Border,
		theme.ColorNameMenuBackground:    p.Overlay,
		theme.ColorNameOverlayBackground: p.Overlay,
		theme.ColorNameSeparator:         p.Rule,

		theme.ColorNameForeground:  p.Ink,
		theme.ColorNameDisabled:    p.Faint,
		theme.ColorNamePlaceHolder: p.Muted,

		theme.ColorNameButton:         p.Raised,
		theme.ColorNameDisabledButton: p.Raised,
		theme.ColorNameHover:          p.Hover,
		theme.ColorNamePressed:        p.Wash,
		theme.ColorNameSelection:      p.Wash,

		theme.ColorNamePrimary:             p.Accent,
		theme.ColorNameHyperlink:           p.Accent,
		theme.ColorNameForegroundOnPrimary: p.OnAccent,
		theme.ColorNameFocus:               translucent(p.Accent, 0x55),

		theme.ColorNameError:               p.Fault,
		theme.ColorNameForegroundOnError:   p.OnAccent,
		theme.ColorNameWarning:             p.Warn,
		theme.ColorNameForegroundOnWarning: p.OnAccent,
		theme.ColorNameSuccess:             p.Good,
		theme.ColorNameForegroundOnSuccess: p.OnAccent,

		theme.ColorNameScrollBar:           translucent(p.Muted, 0x90),
		theme.ColorNameScrollBarBackground: translucent(p.Muted, 0x14),
		theme.ColorNameShadow:              color.NRGBA{A: 0x30},
	}
	if p.Dark {
		set[theme.ColorNameShadow] = color.NRGBA{A: 0xa0} // a faint shadow cannot be seen on slate
	}
	return set
}

// sizes suit 1366×768: thirteen-point text and tight padding put about 24 rows on a screen.
func sizes() map[fyne.ThemeSizeName]float32 {
	return map[fyne.ThemeSizeName]float32{
		theme.SizeNameText:           13,
		theme.SizeNameCaptionText:    11,
		theme.SizeNameSubHeadingText: 15,
		theme.SizeNameHeadingText:    20,
		theme.SizeNamePadding:        4,
		theme.SizeNameInnerPadding:   6,
		theme.SizeNameLineSpacing:    2,
		theme.SizeNameInlineIcon:     16,
		theme.SizeNameInputRadius:    3,
		theme.SizeNameButtonRadius:   3,
		theme.SizeNameCardRadius:     4,
		theme.SizeNameDialogRadius:   6,
		theme.SizeNamePopupRadius:    4,
		theme.SizeNameScrollBar:      10,
		theme.SizeNameScrollBarSmall: 4,
	}
}

func translucent(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}
