package importer

import (
	"nianbao/importer/read"
	"slices"
	"strings"
)

// meaning is what a path of labels identifies: a table with an item, a column or both. A
// group has no figures of its own.
type meaning struct {
	table, item, column string
	group               bool
	under               string // group the item belongs to
}

// isFull reports whether the meaning identifies a figure.
func (m meaning) isFull() bool { return m.item != "" && m.column != "" }

// meaningsOf returns everything that a path of labels can mean, outermost label first.
// The innermost label must be known; outer labels must not contradict it, and unknown
// ones are ignored.
func meaningsOf(path []*phrase) []meaning {
	var found []meaning
	read := func(known [][]term) {
		if len(known) == 0 {
			return
		}
		for _, leaf := range known[len(known)-1] {
			if leaf.item != "" || leaf.column != "" {
				combine(known[:len(known)-1], meaning(leaf), &found)
			}
		}
	}
	var known [][]term
	for i, r := range path {
		isLeaf := i == len(path)-1
		if r.foreign || len(r.terms) == 0 && len(r.parts) == 0 && headsOtherFigures(r.text) {
			return nil
		}
		if len(r.parts) > 0 {
			joined := known
			for _, p := range r.parts {
				joined = append(joined[:len(joined):len(joined)], p.terms)
			}
			if isLeaf {
				read(joined)
			} else if len(r.terms) == 0 {
				known = joined
			}
		}
		if len(r.terms) > 0 {
			known = append(known, r.terms)
		} else if isLeaf && (len(r.parts) > 0 || !isFiller(r)) {
			return found
		}
	}
	if read(known); len(found) == 0 && len(known) > 1 && isSumLabel(path[len(path)-1]) {
		// 合计 under 行政处罚, which the form does not divide
		read(known[:len(known)-1])
		found = slices.DeleteFunc(found, func(m meaning) bool { return m.column != "" })
	}
	return found
}

// isSumLabel reports whether a phrase is the sum of its neighbours.
func isSumLabel(r *phrase) bool {
	switch r.label.Text {
	case "合计", "总计", "小计", "共计":
		return true
	}
	return false
}

// combine adds the outer labels to a meaning in every way that fits.
func combine(outer [][]term, m meaning, found *[]meaning) {
	if len(outer) == 0 {
		for _, known := range *found {
			if known == m {
				return
			}
		}
		*found = append(*found, m)
		return
	}
	last := outer[len(outer)-1]
	for _, t := range last {
		if t.table != m.table {
			continue
		}
		if merged, ok := m.with(t); ok {
			combine(outer[:len(outer)-1], merged, found)
		}
	}
}

// with adds an outer label: a group fits only its own items, an item and a column fit
// once each.
func (m meaning) with(t term) (meaning, bool) {
	switch {
	case t.column != "":
		if m.column == "" {
			m.column = t.column
		}
		return m, m.column == t.column
	case t.item == "":
		return m, true
	case m.item == "":
		m.item, m.group, m.under = t.item, t.group, t.under
		return m, true
	case m.item == t.item:
		return m, true
	}
	return m, t.group && m.under == t.item
}

// labelPath is the meaning of the texts from the outermost to the innermost cell.
type labelPath struct {
	phrases  []*phrase
	meanings []meaning
}

// pathTo looks up the texts from the outermost to the innermost cell. The
// result is shared and must not be changed.
func (v *vocabulary) pathTo(texts []string) labelPath {
	v.key = v.key[:0]
	for _, text := range texts {
		v.key = append(append(v.key, text...), 0)
	}
	if known, ok := v.paths[string(v.key)]; ok {
		return known
	}
	key := string(v.key) // a copy: phrasesOf may look up other paths
	readings := v.phrasesOf(texts)
	path := labelPath{readings, meaningsOf(readings)}
	if len(key) <= maxLabel {
		if len(v.paths) >= maxRemembered {
			clear(v.paths)
		}
		v.paths[key] = path
	}
	return path
}

// phrasesOf turns the texts into phrases, rejoining a label that was split over
// several cells.
func (v *vocabulary) phrasesOf(texts []string) []*phrase {
	var path []*phrase
	for i := 0; i < len(texts); i++ {
		joined := ""
		if r := v.lookUp(texts[i]); len(r.terms) == 0 || i+1 < len(texts) && len(v.lookUp(texts[i+1]).terms) == 0 {
			joined = v.joinedLabel(texts[i:])
		}
		if joined != "" {
			return append(path, v.lookUp(joined))
		}
		path = append(path, v.lookUp(texts[i]))
	}
	return path
}

// joinedLabel returns the pieces joined if together they are one known label: if all of
// them contribute, or if the first leaves a bracket open.
func (v *vocabulary) joinedLabel(pieces []string) string {
	const most = 4
	if len(pieces) < 2 || len(pieces) > most {
		return ""
	}
	joined := strings.Join(pieces, "")
	r := v.lookUp(joined)
	first := v.lookUp(pieces[0])
	if len(r.terms) == 0 || r.label.Remark != "" && len(first.terms) > 0 && !leavesOpen(pieces[0]) {
		return ""
	}
	return joined
}

// leavesOpen reports whether a text opens a bracket without closing it.
func leavesOpen(s string) bool {
	s = read.Tidy(s)
	return strings.LastIndex(s, "(") > strings.LastIndex(s, ")")
}
