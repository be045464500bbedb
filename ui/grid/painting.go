package grid

import (
	"image/color"

	"fyne.io/fyne/v2/theme"

	"nianbao/ui/look"
	"nianbao/ui/tabular"
)

// painting is one picture of the grid being drawn; it looks up colours and sizes only once.
type painting struct {
	*Grid
	sizes
	ink                            [tabular.Doubtful + 1]color.Color
	surface, raised, rule, border  color.Color
	faint, void, wash, hoverColour color.Color
	accent                         color.Color
}

func newPainting(g *Grid) *painting {
	p := &painting{
		Grid: g, sizes: textSizes(),
		surface: theme.Color(look.Surface), raised: theme.Color(theme.ColorNameHeaderBackground),
		rule: theme.Color(theme.ColorNameSeparator), border: theme.Color(look.Border),
		faint: theme.Color(look.Faint), void: theme.Color(look.Void),
		wash: theme.Color(theme.ColorNameSelection), hoverColour: theme.Color(theme.ColorNameHover),
		accent: theme.Color(theme.ColorNamePrimary),
	}
	p.ink = [...]color.Color{
		tabular.Plain: theme.Color(theme.ColorNameForeground), tabular.Quiet: theme.Color(look.Muted),
		tabular.Rising: theme.Color(look.Rise), tabular.Falling: theme.Color(look.Fall),
		tabular.Failed: theme.Color(look.Fault), tabular.Doubtful: theme.Color(theme.ColorNameWarning),
	}
	return p
}
