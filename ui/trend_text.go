package ui

import (
	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// figureText says why a figure holds no number.
func figureText(c data.Cell, say words.Language) string {
	switch c.Status {
	case form.StatusNA:
		return say.Say(words.ChartNA)
	case form.StatusText:
		return "“" + c.Raw + "”"
	}
	return say.Say(words.ChartBlank)
}
