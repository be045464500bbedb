package grid

import (
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/tabular"
)

const (
	padding     = 8.0 // left and right of a cell's text
	markerWidth = 16.0
	titleLines  = 3
	minWidth    = 36.0
	maxWidth    = 360.0
	sampleRows  = 60
)

// title is a column's heading broken into lines.
type title struct {
	lines []string
	unit  string
}

// sizes of text, from the theme.
type sizes struct{ text, title, unit float32 }

func textSizes() sizes {
	text := theme.TextSize()
	return sizes{text: text, title: text - 1, unit: theme.CaptionTextSize()}
}

// measure computes row height, column widths and the lines of the headings.
func (g *Grid) measure() {
	s := textSizes()
	g.geo.row = rowHeight(s.text)
	g.geo.rows = g.data.Rows
	g.geo.hasTotal = g.data.Total != nil
	g.geo.edges = make([]float64, 1, len(g.data.Columns)+1)
	x := 0.0
	for col := range g.data.Columns {
		x += g.columnWidth(col)
		g.geo.edges = append(g.geo.edges, x)
	}
	g.measureHeadings()
}

// measureHeadings breaks the titles for the column widths.
func (g *Grid) measureHeadings() {
	s := textSizes()
	lines, units, groups := 1, false, false
	g.titles = g.titles[:0]
	for col, c := range g.data.Columns {
		// The room for the sort marker is always kept free, so that sorting does not move titles.
		room := g.geo.colWidth(col) - 2*padding - markerWidth
		t := title{lines: breakTitle(c.Title, room, s.title), unit: c.Unit}
		g.titles = append(g.titles, t)
		lines = max(lines, len(t.lines))
		units = units || c.Unit != ""
		groups = groups || c.Group != ""
	}
	g.geo.group = 0
	if groups {
		g.geo.group = math.Ceil(lineHeight(s.title)) + 6
	}
	g.geo.heading = g.geo.group + math.Ceil(titlePitch(s.title)*float64(lines)) + 10
	if units {
		g.geo.heading += math.Ceil(titlePitch(s.unit))
	}
}

// columnWidth is the width that the user set, else the column's own, else what its text needs.
func (g *Grid) columnWidth(col int) float64 {
	c := g.data.Columns[col]
	if w, ok := g.widths[c.ID]; ok {
		return w
	}
	if c.Width > 0 {
		return math.Round(float64(c.Width))
	}
	return g.fittingWidth(col)
}

// fittingWidth is the width at which the first rows, the total and the title (on at most three
// lines) are readable.
func (g *Grid) fittingWidth(col int) float64 {
	s, c := textSizes(), g.data.Columns[col]
	need := 0.0
	for _, word := range titleWords(c.Title) {
		need = max(need, width(word, s.title, true))
	}
	whole := width(c.Title, s.title, true)
	need = max(need, min(whole, 5*float64(s.title)), whole/(titleLines-0.5)) + markerWidth
	need = max(need, width(c.Unit, s.unit, false))
	from, _ := g.geo.visibleRows()
	for row := from; row < min(from+sampleRows, g.data.Rows); row++ {
		text, size, bold := g.shown(g.data.Cell(row, col), s)
		need = max(need, width(text, size, bold))
	}
	if g.data.Total != nil {
		text, size, _ := g.shown(g.data.Total(col), s)
		need = max(need, width(text, size, true))
	}
	return math.Ceil(min(max(need+2*padding, minWidth), maxWidth))
}

// shown is the text of a cell as drawn; a cell without a text of its own has a mark.
func (g *Grid) shown(c tabular.Cell, s sizes) (text string, size float32, bold bool) {
	switch c.Kind {
	case tabular.Blank:
		return or(c.Text, g.marks.Blank), s.unit, false
	case tabular.NotAsked:
		return or(c.Text, g.marks.NotAsked), s.text, false
	case tabular.Missing:
		return or(c.Text, g.marks.Missing), s.text, false
	case tabular.Loading:
		return or(c.Text, g.marks.Loading), s.text, false
	default:
		return c.Text, s.text, c.Bold
	}
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// breakTitle breaks a heading into at most three lines of a width, as evenly as possible; Chinese
// breaks between any two characters, Latin between words.
func breakTitle(text string, room float64, size float32) []string {
	words := titleWords(text)
	lines := fill(words, room, size)
	if len(lines) > titleLines {
		lines = append(lines[:titleLines-1], strings.Join(lines[titleLines-1:], ""))
	} else {
		lines = even(words, lines, room, size)
	}
	for i := range lines {
		lines[i] = shorten(strings.TrimSpace(lines[i]), room, size, true)
	}
	return lines
}

// fill puts as many words on each line as fit.
func fill(words []string, room float64, size float32) []string {
	lines := []string{""}
	for _, word := range words {
		last := &lines[len(lines)-1]
		if *last != "" && width(*last+word, size, true) > room {
			lines = append(lines, word)
			continue
		}
		*last += word
	}
	return lines
}

// even narrows the lines as long as no further line is needed, so that no character is left alone
// on the last one.
func even(words, lines []string, room float64, size float32) []string {
	for len(lines) > 1 {
		room -= float64(size) / 2
		narrower := fill(words, room, size)
		if len(narrower) > len(lines) || room < float64(size) {
			break
		}
		lines = narrower
	}
	return lines
}

// titleWords splits a title where a line may end. Closing punctuation stays with the character
// before it.
func titleWords(text string) []string {
	var words []string
	for _, char := range text {
		latin := char < 0x2E80 && !unicode.IsSpace(char)
		closing := strings.ContainsRune("）」』】》，。、；：！？”’)", char)
		if n := len(words); n > 0 && (closing || latin && endsLatin(words[n-1])) {
			words[n-1] += string(char)
			continue
		}
		words = append(words, string(char))
	}
	return words
}

func endsLatin(word string) bool {
	runes := []rune(word)
	last := runes[len(runes)-1]
	return last < 0x2E80 && (!unicode.IsSpace(last) || len(runes) == 1)
}

// shorten cuts a text with an ellipsis so that it is no wider than room.
func shorten(text string, room float64, size float32, bold bool) string {
	if width(text, size, bold) <= room {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1
	for low < high {
		middle := (low + high + 1) / 2
		if width(string(runes[:middle])+"…", size, bold) <= room {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:low]) + "…"
}

func width(text string, size float32, bold bool) float64 {
	if text == "" {
		return 0
	}
	return float64(fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width)
}

func lineHeight(size float32) float64 {
	return float64(fyne.MeasureText("国", size, fyne.TextStyle{}).Height)
}

// rowHeight is a whole number, so that positions of rows are exact.
func rowHeight(text float32) float64 { return math.Ceil(lineHeight(text)) + 7 }

// titlePitch is the line height of headings, which is tighter than that of body text.
func titlePitch(size float32) float64 { return math.Round(float64(size) * 1.3) }
