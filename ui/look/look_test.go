package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/palette"
)

func TestAChosenAppearanceOverridesTheSystem(t *testing.T) {
	for _, c := range []struct {
		appearance Appearance
		system     fyne.ThemeVariant
		dark       bool
	}{
		{System, theme.VariantLight, false},
		{System, theme.VariantDark, true},
		{Light, theme.VariantDark, false},
		{Dark, theme.VariantLight, true},
	} {
		got := New(c.appearance).Color(theme.ColorNameBackground, c.system)
		if want := palette.Of(c.dark).Paper; got != want {
			t.Errorf("appearance %d under system variant %d: background %v, want %v", c.appearance, c.system, got, want)
		}
	}
}

func TestChartsUseThePaletteOfTheCurrentTheme(t *testing.T) {
	app := test.NewTempApp(t)
	for appearance, dark := range map[Appearance]bool{Light: false, Dark: true} {
		app.Settings().SetTheme(New(appearance))
		if got := Current().Dark; got != dark {
			t.Errorf("appearance %d: dark is %v, want %v", appearance, got, dark)
		}
	}
}

func TestEveryTextStyleHasChineseCharacters(t *testing.T) {
	th := New(System)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Monospace: true}} {
		if name := th.Font(style).Name(); name != "NotoSansSC-Regular.ttf" && name != "NotoSansSC-Bold.ttf" {
			t.Errorf("style %+v uses %s", style, name)
		}
	}
}
