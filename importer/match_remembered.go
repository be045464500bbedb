package importer

import (
	"nianbao/importer/read"
	"strings"
)

// isValue tells what isValue tells, and remembers it of labels: some begin with
// a digit, so that it takes a closer look to see that they are no numbers.
func (v *vocabulary) isValue(c *read.Cell) bool {
	if c.Kind == read.TextCell && mayBeLabel(c.Text) {
		return v.lookUp(c.Text).value
	}
	return isValue(c)
}

// cluesOf returns what a notice says about a report: headings of sections and
// tables say the same in every file. It must not be changed.
func (v *vocabulary) cluesOf(n *notice) []clue {
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
	own := notice{text: strings.Clone(n.text), next: strings.Clone(n.next)} // what they are cut from is much larger
	clues := own.readClues()
	v.clues[own.text+"\x00"+own.next+"\x00"] = clues
	return clues
}
