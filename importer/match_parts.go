package importer

import (
	"slices"
	"strings"

	"nianbao/data/form"
)

// separators stand between the parts of a joined label.
const separators = "-—–_/:：>→|·\n"

// split takes a joined label apart: at separators, or else in the only way in which it
// consists of known words.
func (v *vocabulary) split(r *phrase, text string) {
	pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separators, r) })
	if len(pieces) > 1 && v.splitAt(r, pieces) {
		return
	}
	l := r.label
	if r.parts = v.theWay(l.Text + l.Remark); r.parts != nil {
		return
	}
	notes, behind := form.Notes(text)
	way := v.theWay(l.Text + behind)
	if r.terms != nil {
		r.parts = way
		return
	}
	if way != nil {
		r.parts = way
		v.takeNotes(r, way, notes)
	}
}

// splitAt takes a label apart into pieces. It returns false if a piece is unknown.
func (v *vocabulary) splitAt(r *phrase, pieces []string) bool {
	var parts []*phrase
	partly := false
	for _, p := range pieces {
		part := &phrase{text: p, label: form.Normalise(p)}
		v.understand(part, p)
		if part.foreign {
			r.foreign = r.terms == nil
			return true
		}
		switch {
		case len(part.parts) > 0:
			parts = append(parts, part.parts...)
		case len(part.terms) > 0:
			part.terms = v.numbered(part.terms, part.label.Ordinal)
			parts = append(parts, part)
		case part.label.Text != "":
			return false
		}
		partly = partly || part.partly
	}
	r.parts = parts
	r.partly = r.partly || partly && parts != nil
	return parts != nil
}

// takeNotes sets the meaning of a phrase that consists of own and the notes after it. A
// note may be a label itself: 行政诉讼（未经复议直接起诉）, 予以公开（自然人）.
func (v *vocabulary) takeNotes(r *phrase, own []*phrase, notes []string) {
	terms := own[len(own)-1].terms
	labels, rest := v.labelsAmong(notes, own[len(own)-1])
	if all := fitting(own, labels); all != nil {
		r.terms, r.parts, notes = nil, all, rest
	}
	what, year := readNotes(notes, terms, v.isMoney)
	r.year, r.partly = max(r.year, year), what == notesUnclear
	if what == notesOther {
		r.terms, r.parts, r.foreign = nil, nil, true
	}
}

// labelsAmong separates the notes that are labels from the rest. A note may also be the
// ending of the name before it: 行政复议（案件）.
func (v *vocabulary) labelsAmong(notes []string, name *phrase) (labels []*phrase, rest []string) {
	for _, note := range notes {
		if what, _ := readNotes([]string{note}, name.terms, v.isMoney); what != notesPlain {
			p := &phrase{text: note, label: form.Normalise(note)}
			p.terms = v.numbered(v.wordsOf(p.label.Text), p.label.Ordinal)
			if p.terms == nil {
				p.terms = v.wordsOf(name.label.Text + p.label.Text)
			}
			if p.terms != nil && p.label.Remark == "" && !isWeak(p.label.Text) {
				labels = append(labels, p)
				continue
			}
		}
		rest = append(rest, note)
	}
	return labels, rest
}

// fitting joins a name and the labels after it so that the innermost is the last. It
// returns nil if they contradict each other.
func fitting(own, labels []*phrase) []*phrase {
	if len(labels) == 0 || len(own) == 1 && isWeak(own[0].label.Text) {
		return nil
	}
	for _, all := range [][]*phrase{slices.Concat(own, labels), slices.Concat(labels, own)} {
		if len(meaningsOf(all)) > 0 {
			return all
		}
	}
	return nil
}

// theWay returns the only way in which a text consists of known words that fit together;
// ways with the same meaning are one.
func (v *vocabulary) theWay(text string) []*phrase {
	var fit, headings [][]*phrase
	for _, way := range v.segment([]rune(text), nil) {
		if len(meaningsOf(way)) > 0 {
			fit = append(fit, way)
		} else if isHeadingOnly(way) || strings.Contains(text, "的") {
			headings = append(headings, way)
		}
	}
	if len(fit) == 0 {
		fit = headings
	}
	if len(fit) == 0 {
		return nil
	}
	for _, way := range fit[1:] {
		if !slices.Equal(meaningsOf(way), meaningsOf(fit[0])) {
			return nil
		}
	}
	return fit[0]
}

// isHeadingOnly reports whether a way consists of headings above items. The title
// 行政复议、行政诉讼情况 does not: it names an item and a heading beside it.
func isHeadingOnly(way []*phrase) bool {
	for _, p := range way {
		if slices.ContainsFunc(p.terms, func(t term) bool { return t.item != "" || t.column != "" }) {
			return false
		}
	}
	return true
}

// isBroken reports whether a label is known only without the text after its notes:
// 予以公开（件）率.
func (v *vocabulary) isBroken(text string, l form.Label) bool {
	if l.Remark == "" {
		return false
	}
	_, behind := form.Notes(text)
	own, _ := v.named(l.Text)
	return behind != "" && own != nil
}

const (
	maxJoined = 40 // characters of a joined label
	maxWays   = 8  // of taking a label apart that are compared
)

// segment returns the ways in which a text consists of two or more known words,
// skipping ordinals between them.
func (v *vocabulary) segment(text []rune, before []*phrase) [][]*phrase {
	if len(text) == 0 && len(before) > 1 {
		return [][]*phrase{append([]*phrase(nil), before...)}
	}
	if len(text) == 0 || len(text) > maxJoined || len(before) > 3 {
		return nil
	}
	var ways [][]*phrase
	if before != nil && (isOrdinal(text[0]) || strings.ContainsRune("的之数", text[0])) {
		ways = v.segment(text[1:], before)
	}
	const shortest = 2
	for n := shortest; n <= len(text) && len(ways) < maxWays; n++ {
		word := string(text[:n])
		if terms := v.wordsOf(word); terms != nil {
			r := &phrase{text: word, label: form.Label{Text: word}, terms: terms}
			ways = append(ways, v.segment(text[n:], append(before, r))...)
		}
	}
	return ways
}

func isOrdinal(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("一二三四五六七八", r)
}
