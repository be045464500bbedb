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

// pageLegend explains the marks of the form: of figures that are no plain numbers, and of
// those that take part in what is being read; that of corrections only where there are any.
func pageLegend(say words.Language, corrected bool) fyne.CanvasObject {
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
	if corrected {
		row.Objects = append([]fyne.CanvasObject{entry(correctedSwatch(), words.LegendCorrected)}, row.Objects...)
	}
	return control.NewDock(control.NewRule(look.Border), nil, nil, nil, control.Pad(container.NewHScroll(row), 12, 2))
}

// correctedSwatch is the bar at the left of a corrected figure.
func correctedSwatch() fyne.CanvasObject {
	bar := control.NewFrame(theme.ColorNamePrimary, "", 0)
	bar.Min = fyne.NewSize(3, 14)
	return container.NewCenter(bar)
}
