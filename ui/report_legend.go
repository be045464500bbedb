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

// pageLegend explains the marks of the form: those of figures that are not plain numbers, and those
// of figures that take part in the selected calculation.
func pageLegend(say words.Language) fyne.CanvasObject {
	swatch := func(stroke fyne.ThemeColorName) fyne.CanvasObject {
		frame := control.NewFrame("", stroke, 0)
		frame.Min = fyne.NewSize(22, 12)
		return container.NewCenter(frame)
	}
	word := func(mark words.Word, color fyne.ThemeColorName) fyne.CanvasObject {
		return control.NewText(say.Say(mark), control.TextStyle{Color: color, Size: theme.SizeNameCaptionText, Fixed: true})
	}
	entry := func(mark fyne.CanvasObject, meaning words.Word) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedHBoxLayout(5), mark, word(meaning, look.Muted))
	}
	row := container.New(layout.NewCustomPaddedHBoxLayout(16),
		entry(swatch(theme.ColorNamePrimary), words.LegendTerms),
		entry(swatch(look.Fault), words.LegendWrong),
		entry(word(words.MarkZero, theme.ColorNameForeground), words.LegendZero),
		entry(word(words.MarkBlank, look.Faint), words.LegendBlank),
		entry(word(words.MarkNA, look.Muted), words.LegendNA),
		entry(word(words.MarkMissing, look.Faint), words.LegendMissing))
	return control.NewDock(control.NewRule(look.Border), nil, nil, nil, control.Pad(container.NewHScroll(row), 12, 2))
}
