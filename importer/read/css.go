package read

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// styleSheet holds the rules of a web page's style sheets that decide whether text is
// visible and not struck out: those about line-through, display, visibility and size 0.
// Most pages have none.
type styleSheet struct {
	rules []cssRule
	steps int // how many more elements may be compared with a rule
}

// cssRule is one selector with its declarations.
type cssRule struct {
	selector []cssPart // outermost first
	weight   int
	look     cssLook
}

// cssPart is a part of a selector: td.old#x.
type cssPart struct {
	tag, id string
	classes []string
}

// Limits of what a hostile page can demand.
const (
	maxRules = 500
	maxSteps = 20_000_000
)

// cssLook is the effect of declarations on the text of an element.
type cssLook struct {
	struck     choice
	gone       choice // display: none
	invisible  choice
	collapsed  bool
	zeroSize   choice
	isRelative bool // the size is relative to that of the parent element

	ink, background colour
}

// over returns the result if o is declared after l.
func (l cssLook) over(o cssLook) cssLook {
	if o.struck != unsaid {
		l.struck = o.struck
	}
	if o.gone != unsaid {
		l.gone = o.gone
	}
	if o.invisible != unsaid {
		l.invisible, l.collapsed = o.invisible, o.collapsed
	}
	if o.zeroSize != unsaid || o.isRelative {
		l.zeroSize, l.isRelative = o.zeroSize, o.isRelative
	}
	if o.ink != 0 {
		l.ink = o.ink
	}
	if o.background != 0 {
		l.background = o.background
	}
	return l
}

// add adds the rules of a style sheet.
func (s *styleSheet) add(css string) { s.addRules(withoutComments(css), 0) }

// addRules adds rules, also those within @media. Rules for printing and the like are
// ignored.
func (s *styleSheet) addRules(css string, depth int) {
	const deepest = 3
	for css != "" && depth < deepest {
		selectors, rest, found := strings.Cut(css, "{")
		if !found {
			return
		}
		selectors = strings.TrimSpace(selectors)
		if i := strings.LastIndexByte(selectors, ';'); i >= 0 { // @import "x"; td
			selectors = strings.TrimSpace(selectors[i+1:])
		}
		var body string
		body, css = cssBlock(rest)
		if strings.HasPrefix(selectors, "@") {
			if media := strings.ToLower(selectors); media == "@media all" || media == "@media screen" {
				s.addRules(body, depth+1)
			}
			continue
		}
		look, speaks := parseDeclarations(body)
		if !speaks {
			continue
		}
		for _, selector := range strings.Split(selectors, ",") {
			if parts := parseSelector(selector); parts != nil && len(s.rules) < maxRules {
				s.rules = append(s.rules, cssRule{selector: parts, weight: weightOf(parts), look: look})
			}
		}
	}
}

// sort puts the rules in the order in which they override each other.
func (s *styleSheet) sort() {
	slices.SortStableFunc(s.rules, func(a, b cssRule) int { return a.weight - b.weight })
	s.steps = maxSteps
}

func withoutComments(css string) string {
	css = strings.NewReplacer("<!--", "", "-->", "").Replace(css)
	var b strings.Builder
	for {
		before, after, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteByte(' ')
		_, css, _ = strings.Cut(after, "*/")
	}
}

// cssBlock splits the text after an opening brace at the closing one.
func cssBlock(css string) (body, rest string) {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[:i], css[i+1:]
			}
		}
	}
	return css, ""
}

// parseSelector returns nil for a selector that is not made of tags, classes
// and ids.
func parseSelector(selector string) []cssPart {
	var parts []cssPart
	for _, word := range strings.Fields(strings.ReplaceAll(selector, ">", " ")) {
		var p cssPart
		for word != "" {
			kind := byte(0)
			if word[0] == '.' || word[0] == '#' {
				kind, word = word[0], word[1:]
			}
			end := strings.IndexAny(word, ".#:[+~")
			if end < 0 {
				end = len(word)
			} else if word[end] != '.' && word[end] != '#' {
				return nil
			}
			switch name := word[:end]; {
			case name == "":
				return nil
			case kind == '.':
				p.classes = append(p.classes, name)
			case kind == '#':
				p.id = name
			case name != "*":
				p.tag = strings.ToLower(name)
			}
			word = word[end:]
		}
		parts = append(parts, p)
	}
	return parts
}

func weightOf(parts []cssPart) (weight int) {
	for _, p := range parts {
		if p.id != "" {
			weight += 10_000
		}
		if p.tag != "" {
			weight++
		}
		weight += 100 * len(p.classes)
	}
	return weight
}

// parseDeclarations returns the effect of declarations. speaks is false if they have none
// that matters.
func parseDeclarations(text string) (look cssLook, speaks bool) {
	if !strings.ContainsAny(text, ":") {
		return look, false
	}
	for _, declaration := range strings.Split(strings.ToLower(text), ";") {
		property, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSpace(strings.ReplaceAll(value, "!important", ""))
		var o cssLook
		switch strings.TrimSpace(property) {
		case "text-decoration", "text-decoration-line":
			o.struck = chosen(strings.Contains(value, "line-through"))
		case "display":
			o.gone = chosen(value == "none")
		case "mso-hide":
			if value == "all" {
				o.gone = yes
			}
		case "visibility":
			o.collapsed = value == "collapse"
			o.invisible = chosen(value == "hidden" || o.collapsed)
		case "opacity":
			if isZero(value) {
				o.zeroSize = yes
			}
		case "color":
			o.ink = cssColour(value)
		case "background-color", "background":
			o.background = cssBackground(value)
		case "font-size":
			switch {
			case isZero(value):
				o.zeroSize = yes
			case strings.HasSuffix(value, "%"), strings.HasSuffix(value, "em") && !strings.HasSuffix(value, "rem"), value == "inherit", value == "smaller", value == "larger":
				o.isRelative = true
			default:
				o.zeroSize = no
			}
		}
		if o != (cssLook{}) {
			look, speaks = look.over(o), true
		}
	}
	return look, speaks
}

// cssColour reads a colour. Those that it does not know are strange, so that text in them
// is not taken for lost.
func cssColour(value string) colour {
	switch value = strings.TrimSpace(value); {
	case value == "", value == "inherit":
		return 0
	case value == "white", value == "window", value == "transparent":
		return white
	case value == "black", value == "windowtext":
		return black
	case strings.HasPrefix(value, "rgb"):
		if c, ok := rgbColour(value); ok {
			return c
		}
	}
	if c := hexColour(value); c != 0 {
		return c
	}
	return strange
}

// rgbColour reads rgb(255, 255, 255) and rgba(255, 255, 255, 1).
func rgbColour(value string) (colour, bool) {
	_, inner, _ := strings.Cut(strings.TrimSuffix(value, ")"), "(")
	parts := strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	c := exact
	if len(parts) == 4 && isZero(parts[3]) {
		return white, true // transparent
	}
	for i := range 3 {
		if i >= len(parts) {
			return 0, false
		}
		n, err := strconv.Atoi(parts[i])
		if err != nil || n < 0 || n > 255 {
			return 0, false
		}
		c |= colour(n) << (16 - 8*i)
	}
	return c, true
}

// cssBackground reads a background, of which only a colour alone is known.
func cssBackground(value string) colour {
	switch value {
	case "none", "transparent", "initial", "unset", "":
		return 0
	}
	return cssColour(value)
}

func chosen(on bool) choice {
	if on {
		return yes
	}
	return no
}

// isZero reports whether a size is 0, in whatever unit.
func isZero(size string) bool {
	digits := strings.TrimRight(size, "abcdefghijklmnopqrstuvwxyz%")
	return digits != "" && strings.Trim(digits, "0.") == "" && strings.Contains(digits, "0")
}

// lookOf returns the effect of the tag, the style sheets and the style of an element on
// its text.
func (s *styleSheet) lookOf(n *html.Node) (look cssLook, err error) {
	if n.DataAtom == atom.Del { // plainTags has replaced <s> and <strike> by it
		look.struck = yes
	}
	if hasAttribute(n, "hidden") {
		look.gone = yes
	}
	for i := range s.rules {
		matches, err := s.matches(&s.rules[i], n)
		if err != nil {
			return look, err
		}
		if matches {
			look = look.over(s.rules[i].look)
		}
	}
	if ink := cssColour(strings.ToLower(attribute(n, "color"))); ink != 0 {
		look.ink = ink
	}
	if fill := attribute(n, "bgcolor"); fill != "" {
		look.background = cssBackground(strings.ToLower(fill))
	}
	if own, speaks := parseDeclarations(attribute(n, "style")); speaks {
		look = look.over(own)
	}
	return look, nil
}

// matches reports whether a rule is for an element.
func (s *styleSheet) matches(r *cssRule, n *html.Node) (bool, error) {
	if s.steps--; s.steps < 0 {
		return false, tooLarge(ReasonParts)
	}
	last := len(r.selector) - 1
	if !r.selector[last].is(n) {
		return false, nil
	}
	for up := n.Parent; up != nil && last > 0; up = up.Parent {
		if s.steps--; s.steps < 0 {
			return false, tooLarge(ReasonParts)
		}
		if r.selector[last-1].is(up) {
			last--
		}
	}
	return last == 0, nil
}

// is reports whether an element has the tag, the id and the classes of a part.
func (p *cssPart) is(n *html.Node) bool {
	if n.Type != html.ElementNode || p.tag != "" && p.tag != n.Data || p.id != "" && p.id != attribute(n, "id") {
		return false
	}
	if len(p.classes) == 0 {
		return true
	}
	classes := strings.Fields(attribute(n, "class"))
	for _, c := range p.classes {
		if !slices.Contains(classes, c) {
			return false
		}
	}
	return true
}
