package read

import (
	"bytes"
	"math"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/data/form"
)

// htmlLook says whether text is visible and not struck out. Elements inside inherit it.
type htmlLook struct {
	struck, invisible, tiny bool

	ink, background colour
}

// isLost reports whether text is of the colour of its background.
func (l htmlLook) isLost() bool { return l.ink.isLost(l.background) }

func (l htmlLook) omission() omission {
	switch {
	case l.invisible || l.tiny:
		return notShown
	case l.struck:
		return struckOut
	}
	return notOmitted
}

// inside returns the look inside an element.
func (l htmlLook) inside(own cssLook) htmlLook {
	l.struck = l.struck || own.struck == yes
	if own.invisible != unsaid {
		l.invisible = own.invisible == yes
	}
	if own.zeroSize != unsaid {
		l.tiny = own.zeroSize == yes
	}
	if own.ink != 0 {
		l.ink = own.ink
	}
	if own.background != 0 {
		l.background = own.background
	}
	return l
}

// setLook sets the look of the text that follows.
func (h *htmlReader) setLook(to htmlLook) {
	if before := h.look.omission(); before != notOmitted && before != to.omission() {
		h.left.add(before, h.hidden)
		h.hidden = h.hidden[:0]
	}
	h.look = to
}

// leaveOut collects the text of an element that is not displayed at all.
func (h *htmlReader) leaveOut(n *html.Node) {
	var text []byte
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent.DataAtom != atom.Script && c.Parent.DataAtom != atom.Style && c.Parent.DataAtom != atom.Title {
			text = append(text, c.Data...)
		}
	}
	h.left.add(notShown, []byte(strings.Join(strings.Fields(string(text)), " ")))
}

// keptTag returns a replacement for a formatting tag that affects whether its text
// counts: <del> for <s>, <span> for one with a style. The parser does not repeat these
// tags.
func (p *tagFilter) keptTag(name []byte, raw []byte, isEnd bool) []byte {
	formatting := atom.Lookup(name)
	as := ""
	switch {
	case isEnd:
		if n := len(p.open[formatting]); n > 0 {
			as, p.open[formatting] = p.open[formatting][n-1], p.open[formatting][:n-1]
		}
	case formatting == atom.S || formatting == atom.Strike:
		as = "del"
	case p.mayHide(name, raw):
		as = "span"
	}
	if !isEnd {
		p.open[formatting] = append(p.open[formatting], as)
	}
	switch {
	case as == "":
		return nil
	case isEnd:
		return []byte("</" + as + ">")
	}
	return append([]byte("<"+as), raw[1+len(name):]...)
}

// tagFilter remembers how formatting tags were replaced, so that their end tags fit.
type tagFilter struct {
	open   map[atom.Atom][]string
	styles *styleSheet
}

var hiding = regexp.MustCompile(`line-through|display|visibility|opacity|\bhidden|font-size\s*:\s*[0.]|color`)

// mayHide reports whether the attributes of a tag may hide or strike out its
// text.
func (p *tagFilter) mayHide(name, raw []byte) bool {
	if len(raw) == len(name)+2 {
		return false
	}
	if hiding.Match(bytes.ToLower(raw)) {
		return true
	}
	for i := range p.styles.rules {
		if p.styles.steps--; p.styles.steps < 0 {
			return true
		}
		selector := p.styles.rules[i].selector
		if selector[len(selector)-1].mayBe(string(name), raw) {
			return true
		}
	}
	return false
}

// mayBe reports whether a part of a selector may apply to a tag.
func (p *cssPart) mayBe(name string, raw []byte) bool {
	if p.tag != "" && p.tag != name || !bytes.Contains(raw, []byte(p.id)) {
		return false
	}
	for _, c := range p.classes {
		if !bytes.Contains(raw, []byte(c)) {
			return false
		}
	}
	return true
}

var styleElement = regexp.MustCompile(`(?is)<style\b[^>]*>(.*?)</style\s*>`)

// styleSheetOf collects the rules of a page and of the style sheets that came
// with it.
func styleSheetOf(page string, linked []string) *styleSheet {
	var all styleSheet
	for _, css := range linked {
		all.add(css)
	}
	for _, m := range styleElement.FindAllStringSubmatch(page, maxRules) {
		all.add(m[1])
	}
	all.sort()
	return &all
}

// numberLook compares a number stored in a page with the displayed one: it may be
// rounded, or shown in another unit or size. It returns nil if they are equal.
func numberLook(stored, displayed string) *Look {
	shown, rest, ok := leadingNumber(Tidy(displayed))
	value, err := form.ParseNumber(stored)
	if !ok || err != nil {
		return nil
	}
	suffix := bare(rest)
	_, decimals, _ := strings.Cut(strings.TrimSpace(strings.TrimSuffix(Tidy(displayed), rest)), ".")
	tolerance := 0.500001 * math.Pow10(-len(decimals))
	for _, power := range []int{0, -2, 3, 4, 6, 8} {
		if math.Abs(value.Float()*math.Pow10(-power)-shown.Float()) > tolerance {
			continue
		}
		l := Look{suffix: suffix, power: power}
		if power == -2 && !strings.Contains(suffix, "%") {
			continue
		}
		if power != 0 && suffix == "" {
			l.suffix, l.implied = powerWord(power), true
		}
		if l.suffix == "" {
			return nil
		}
		return &l
	}
	return &Look{prefix: strings.TrimSpace(displayed) + "，存储的是"}
}
