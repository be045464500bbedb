package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// calculationView writes a calculation like a sum on paper: the terms of one side, with their
// numbers on the page, those of the other, and the difference.
func calculationView(a present.Calculation, say words.Language) fyne.CanvasObject {
	box := container.New(layout.NewCustomPaddedVBoxLayout(1))
	for _, right := range []bool{false, true} {
		terms, hidden := a.Side(right)
		if right {
			box.Add(control.Pad(control.NewRule(look.Border), 0, 3))
		}
		for _, t := range terms {
			box.Add(calculationTerm(a, t, say))
		}
		if hidden > 0 {
			box.Add(calculationLine("", say.Say(words.CalculationZeros, hidden), "0", control.TextStyle{Color: look.Muted}))
		}
		if len(terms)+hidden > 1 {
			sum := a.Left
			if right {
				sum = a.Right
			}
			box.Add(calculationLine("", say.Say(words.CalculationSum), sum.Grouped(), control.TextStyle{Bold: true}))
		}
	}
	if d := a.Difference(); d != 0 {
		box.Add(calculationLine("", say.Say(words.CalculationGap), signed(d), control.TextStyle{Bold: true, Color: look.Fault}))
	}
	return box
}

func calculationTerm(a present.Calculation, t present.NumberedTerm, say words.Language) fyne.CanvasObject {
	value := t.Value.Grouped()
	if t.Minus && !t.Blank {
		value = signed(-t.Value)
	}
	style := control.TextStyle{}
	if t.Blank {
		value, style.Color = say.Say(words.MarkBlank), look.Muted
	}
	return calculationLine(strconv.Itoa(t.Number), a.TermName(t.Term, say), value, style)
}

func calculationLine(number, name, value string, style control.TextStyle) fyne.CanvasObject {
	fixed := style
	fixed.Fixed, style.Fixed = true, false
	return control.NewDock(nil, nil, newBadge(number), control.NewText(value, fixed), control.NewText(name, style))
}

func signed(n form.Number) string {
	if n < 0 {
		return "−" + (-n).Grouped()
	}
	return "+" + n.Grouped()
}

// badge is the number of a term, as the page draws it; without a number it still takes its room.
type badge struct {
	widget.BaseWidget
	number string
}

func newBadge(number string) *badge {
	b := &badge{number: number}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws a round background with the number.
func (b *badge) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	ground.CornerRadius = 7
	ground.Hidden = b.number == ""
	text := canvas.NewText(b.number, theme.Color(theme.ColorNameForegroundOnPrimary))
	text.TextSize, text.TextStyle.Bold, text.Alignment = theme.CaptionTextSize()-1, true, fyne.TextAlignCenter
	sized := container.NewGridWrap(fyne.NewSize(16, 14), container.NewStack(ground, text))
	return widget.NewSimpleRenderer(container.NewHBox(container.NewCenter(sized), control.NewGap(2)))
}
