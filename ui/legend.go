package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// legend shows the marks of cells that are not plain numbers, each with its meaning.
func legend(say words.Language) fyne.CanvasObject {
	entry := func(mark words.Word, color fyne.ThemeColorName, meaning words.Word) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedHBoxLayout(5),
			control.NewText(say.Say(mark), control.TextStyle{Color: color, Size: theme.SizeNameCaptionText, Fixed: true}),
			control.NewText(say.Say(meaning), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true}))
	}
	row := container.New(layout.NewCustomPaddedHBoxLayout(18),
		entry(words.MarkZero, theme.ColorNameForeground, words.LegendZero),
		entry(words.MarkBlank, look.Faint, words.LegendBlank),
		entry(words.MarkNA, look.Faint, words.LegendNA),
		entry(words.MarkMissing, look.Faint, words.LegendMissing),
		entry(words.MarkNoted, theme.ColorNameForeground, words.LegendNoted),
		entry(words.MarkText, theme.ColorNameWarning, words.LegendText),
		entry(words.MarkTotal, theme.ColorNameForeground, words.LegendTotal))
	return control.NewDock(control.NewRule(look.Border), nil, nil, nil, control.Pad(container.NewHScroll(row), 12, 0))
}
