// Package look is the program's Fyne theme: typeface, colours and sizes for dense figures on
// a laptop screen. It knows palette and font and nothing of what the windows show.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/font"
	"nianbao/ui/palette"
)

// Appearance is the user's choice between light and dark; the zero value follows the system.
type Appearance int

// The three choices, in the order menus list them.
const (
	System Appearance = iota
	Light
	Dark
)

// Colours beyond Fyne's own, for widgets drawn by the program: theme.Color(look.Muted).
const (
	Surface fyne.ThemeColorName = "nianbao.surface" // tables, charts, cards
	Border  fyne.ThemeColorName = "nianbao.border"  // edges between surfaces
	Muted   fyne.ThemeColorName = "nianbao.muted"   // secondary text
	Faint   fyne.ThemeColorName = "nianbao.faint"   // marks of absent values
	Void    fyne.ThemeColorName = "nianbao.void"    // background of what was never reported
	Rise    fyne.ThemeColorName = "nianbao.rise"    // more than last year
	Fall    fyne.ThemeColorName = "nianbao.fall"    // less than last year
	Fault   fyne.ThemeColorName = "nianbao.fault"   // an identity that fails
)

// Theme implements fyne.Theme; see New.
type Theme struct {
	appearance    Appearance
	light, dark   map[fyne.ThemeColorName]color.Color
	sizes         map[fyne.ThemeSizeName]float32
	regular, bold fyne.Resource
}

// New returns the theme for a choice. Set it with app.Settings().SetTheme.
func New(a Appearance) *Theme {
	return &Theme{
		appearance: a,
		light:      colours(palette.Light()),
		dark:       colours(palette.Dark()),
		sizes:      sizes(),
		regular:    fyne.NewStaticResource("NotoSansSC-Regular.ttf", font.Regular),
		bold:       fyne.NewStaticResource("NotoSansSC-Bold.ttf", font.Bold),
	}
}

// Current is the palette of the current theme, for what draws in its own colours (charts).
func Current() palette.Palette {
	settings := fyne.CurrentApp().Settings()
	variant := settings.ThemeVariant()
	if t, ok := settings.Theme().(*Theme); ok {
		variant = t.variant(variant)
	}
	return palette.Of(variant == theme.VariantDark)
}

// Color returns the colour with a name, the program's or Fyne's.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	variant = t.variant(variant)
	set := t.light
	if variant == theme.VariantDark {
		set = t.dark
	}
	if c, ok := set[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font returns Noto Sans SC for every style: Fyne clips Chinese in its monospace font, and the
// digits of this one all have the same width anyway.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return t.bold
	default:
		return t.regular
	}
}

// Icon returns Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns the size with a name; all are whole numbers, so that edges stay sharp.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := t.sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.appearance {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	default:
		return system
	}
}
