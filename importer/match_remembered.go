package importer

import (
	"nianbao/importer/read"
	"strings"
)

// isValue is the function isValue with its result cached for labels: some begin with a
// digit and need a closer look.
func (v *vocabulary) isValue(c *read.Cell) bool {
	if c.Kind == read.TextCell && mayBeLabel(c.Text) {
		return v.lookUp(c.Text).value
	}
	return isValue(c)
}

// cluesOf returns the clues in a sheetText, cached because section and table headings are
// the same in every file. The result must not be changed.
func (v *vocabulary) cluesOf(n *sheetText) []clue {
	if len(n.text)+len(n.next) > maxLabel {
		return n.readClues()
	}
	v.key = append(append(append(append(v.key[:0], n.text...), 0), n.next...), 0)
	if known, ok := v.clues[string(v.key)]; ok {
		return known
	}
	if len(v.clues) >= maxRemembered {
		clear(v.clues)
	}
	own := sheetText{text: strings.Clone(n.text), next: strings.Clone(n.next)} // the originals keep a much larger string in memory
	clues := own.readClues()
	v.clues[own.text+"\x00"+own.next+"\x00"] = clues
	return clues
}
