package present

import (
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// figureCell is a figure, metric or comparison as the grid shows it.
func figureCell(c data.Cell, column data.Column, say words.Language) tabular.Cell {
	if word, ok := cellNote(c, column); ok {
		return tabular.Cell{Text: say.Say(word), Tone: tabular.Quiet}
	}
	switch c.Status {
	case form.StatusNumber:
		text := cellText(c, column, say)
		return tabular.Cell{Kind: tabular.Number, Text: text, Tone: changeTone(c, column, text)}
	case form.StatusNoted:
		return tabular.Cell{Kind: tabular.Noted, Text: cellText(c, column, say)}
	case form.StatusNA:
		return tabular.Cell{Kind: tabular.NotAsked}
	case form.StatusText:
		return tabular.Cell{Kind: tabular.Odd, Text: c.Raw}
	case data.Missing:
		return tabular.Cell{Kind: tabular.Missing}
	}
	return tabular.Cell{Kind: tabular.Blank}
}

// cellNote returns the words shown instead of the number of a comparison. A change of 0 is put
// into words only if it is a proportion; of a count it is the number 0.
func cellNote(c data.Cell, column data.Column) (words.Word, bool) {
	switch c.Note {
	case data.BaseZero:
		return words.NoteBaseZero, true
	case data.SmallBase:
		return words.NoteSmallBase, true
	case data.Unvaried:
		return words.NoteUnvaried, column.Compare != data.Change
	case data.NotComparable:
		return words.NoteNotComparable, true
	case data.NoPrior:
		return words.NoteNoPrior, true
	case data.PriorBlank:
		return words.NotePriorBlank, true
	case data.NoNumber:
		return words.NoteNoNumber, true
	case data.TooLargeSum:
		return words.TooLarge, true
	case data.NotAdded:
		return words.NoteNotAdded, true
	}
	return words.Word{}, false
}

// NoteReason explains a note in one sentence.
func NoteReason(n data.Note) (words.Word, bool) {
	switch n {
	case data.BaseZero:
		return words.WhyBaseZero, true
	case data.SmallBase:
		return words.WhySmallBase, true
	case data.Unvaried:
		return words.WhyUnvaried, true
	case data.NotComparable:
		return words.WhyNotComparable, true
	case data.NoPrior:
		return words.WhyNoPrior, true
	case data.PriorBlank:
		return words.WhyPriorBlank, true
	case data.NoNumber:
		return words.WhyNoNumber, true
	case data.TooLargeSum:
		return words.WhyTooLarge, true
	case data.NotAdded:
		return words.WhyNotAdded, true
	}
	return words.Word{}, false
}

// IsChange reports whether a column shows a change from last year.
func IsChange(c data.Column) bool {
	return c.Compare == data.Change || c.Compare == data.Percent || c.Compare == data.Points
}

// changeTone is the colour for the direction of a change; none if the change is shown as 0.
func changeTone(c data.Cell, column data.Column, shown string) tabular.Tone {
	switch {
	case !IsChange(column) || strings.Trim(shown, "+−0.%") == "":
		return tabular.Plain
	case c.Value > 0:
		return tabular.Rising
	}
	return tabular.Falling
}

// cellText writes a number; a change with its sign, a rate with its numerator and denominator.
func cellText(c data.Cell, column data.Column, say words.Language) string {
	if c.Rate != nil {
		text := say.Say(words.NoRate)
		if share, ok := c.Rate.Share(); ok {
			text = chart.NumberStyle{Decimals: 1, Percent: true}.Format(share)
		}
		return say.Say(words.RateText, text, c.Rate.Numerator.Grouped(), c.Rate.Denominator.Grouped())
	}
	text := strings.Replace(c.Value.Grouped(), "-", "−", 1)
	switch column.Compare {
	case data.Percent:
		text = chart.Comma(c.Value.Float(), 1) + "%"
	case data.Points:
		text = chart.Comma(c.Value.Float(), 1)
	}
	if IsChange(column) && c.Value > 0 && strings.Trim(text, "0.%") != "" {
		text = "+" + text
	}
	return text
}

// Marks are the texts for cells without a number.
func Marks(say words.Language) tabular.Marks {
	return tabular.Marks{Blank: say.Say(words.MarkBlank), NotAsked: say.Say(words.MarkNA), Missing: say.Say(words.MarkMissing), Loading: say.Say(words.MarkLoading)}
}
