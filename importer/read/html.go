package read

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readPage reads a file that is a web page.
func readPage(in *input) ([]Sheet, error) {
	return readHTML(webPage{content: in.content}, in.opt.newDocumentBudget())
}

// webPage is a page before it is decoded.
type webPage struct {
	content []byte
	charset string   // that came with the page, "" if it must be searched for
	sheets  []string // style sheets that came with it
}

// readHTML reads a web page as one sheet, named after its title.
func readHTML(p webPage, limits *budget) ([]Sheet, error) {
	content, charset := p.content, p.charset
	if len(content) > maxPageBytes || bytes.Count(content, []byte("<")) > maxPageTags {
		return nil, tooLarge(ReasonText)
	}
	if charset == "" {
		charset = declaredCharset(content)
	}
	text, err := decodeText(content, charset)
	if err != nil {
		return nil, err
	}
	if isCutOff(text) {
		return nil, &ReadError{Kind: Truncated}
	}
	if err := limits.takeText(len(text)); err != nil {
		return nil, err
	}
	styles := styleSheetOf(text, p.sheets)
	page, err := html.Parse(strings.NewReader(plainTags(text, styles)))
	if err != nil {
		return nil, &ReadError{Kind: Damaged, Reason: ReasonDepth, Err: err}
	}
	h := htmlReader{limits: limits, styles: styles}
	if err := h.walk(page); err != nil {
		return nil, err
	}
	h.endParagraph()
	sheets, err := readDocument(h.blocks, limits)
	if err != nil {
		return nil, err
	}
	sheets[0].Name = strings.TrimSpace(h.title)
	return sheets, nil
}

// isCutOff reports whether a page ends within a table. Browsers show the part that
// exists, but here the missing rows would look like blank ones.
func isCutOff(text string) bool {
	text = strings.ToLower(text)
	return strings.Count(text, "<table") > strings.Count(text, "</table") &&
		!strings.Contains(text, "</html>") && !strings.Contains(text, "</body>")
}

var charsetOf = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?([-\w]+)`)

func declaredCharset(content []byte) string {
	if m := charsetOf.FindSubmatch(content[:min(len(content), sniffed)]); m != nil {
		return string(m[1])
	}
	return ""
}

// plainTags removes tags that only affect formatting, unless they strike out or hide text. The
// parser repeats an unclosed tag for every following element, which would make pages exported
// from Word large, and hostile ones endless.
func plainTags(text string, styles *styleSheet) string {
	var out strings.Builder
	out.Grow(len(text))
	tokens := html.NewTokenizer(strings.NewReader(text))
	filter := tagFilter{open: map[atom.Atom][]string{}, styles: styles}
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return out.String()
		case html.CommentToken:
			continue
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw := tokens.Raw()
			if name, _ := tokens.TagName(); isFormatting(atom.Lookup(name)) {
				if kind != html.SelfClosingTagToken {
					out.Write(filter.keptTag(name, raw, kind == html.EndTagToken))
				}
				continue
			}
			out.Write(raw)
		default:
			out.Write(tokens.Raw())
		}
	}
}

func isFormatting(a atom.Atom) bool {
	switch a {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr,
		atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

// htmlReader collects the blocks of a page.
type htmlReader struct {
	limits *budget
	blocks []block
	line   []byte  // the paragraph being collected
	hidden []byte  // collected text that is struck out or not shown
	left   omitted // the left-out parts of the paragraph so far
	space  bool    // white space precedes the next character
	pre    int     // depth of nested <pre>
	title  string
	tables int // depth of nested tables
	look   htmlLook
	styles *styleSheet
}

// endParagraph turns the collected text into a block.
func (h *htmlReader) endParagraph() {
	text := strings.TrimRight(string(h.line), " \t\n")
	if why := h.look.omission(); why != notOmitted {
		h.left.add(why, h.hidden)
	}
	left := string(h.left.text)
	h.line, h.hidden, h.space = h.line[:0], h.hidden[:0], false
	h.left.reset()
	if text != "" || left != "" {
		h.blocks = append(h.blocks, block{text: text, left: left})
	}
}

// walk reads an element or a text.
func (h *htmlReader) walk(n *html.Node) error {
	switch n.Type {
	case html.TextNode:
		h.addText(n.Data)
		return nil
	case html.ElementNode:
		return h.element(n)
	default:
		return h.children(n)
	}
}

func (h *htmlReader) children(n *html.Node) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := h.walk(c); err != nil {
			return err
		}
	}
	return nil
}

// element reads an element as its style shows it.
func (h *htmlReader) element(n *html.Node) error {
	own, err := h.styles.lookOf(n)
	if err != nil {
		return err
	}
	if own.gone == yes {
		h.leaveOut(n)
		return nil
	}
	before := h.look
	h.setLook(before.inside(own))
	err = h.shown(n)
	h.setLook(before)
	return err
}

// shown reads an element that is displayed.
func (h *htmlReader) shown(n *html.Node) error {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Object, atom.Rt, atom.Rp:
		return nil
	case atom.Title:
		if n.FirstChild != nil && h.title == "" {
			h.title = n.FirstChild.Data
		}
		return nil
	case atom.Table:
		return h.table(n)
	case atom.Br:
		if h.look.omission() == notOmitted {
			h.line = append(h.line, '\n')
		}
		h.space = false
		return nil
	case atom.Sup, atom.Sub:
		return h.raised(n)
	case atom.Input, atom.Select:
		h.addText(fieldValue(n))
		return nil
	case atom.Pre, atom.Textarea:
		h.pre++
		defer func() { h.pre-- }()
	case atom.Span, atom.Label, atom.Ins, atom.Mark, atom.Q, atom.Ruby, atom.Abbr, atom.Cite, atom.Time, atom.Var, atom.Del:
		return h.children(n)
	case 0: // a non-standard element, such as Word's <o:p>
		return h.children(n)
	}
	h.endParagraph()
	err := h.children(n)
	h.endParagraph()
	return err
}

// raised reads superscript or subscript text.
func (h *htmlReader) raised(n *html.Node) error {
	before := h.line
	h.line = nil
	err := h.children(n)
	h.line = appendRaised(before, h.line)
	return err
}

// addText appends text with its white space collapsed as browsers do. The
// no-break space and the ideographic space are ordinary characters here.
func (h *htmlReader) addText(text string) {
	if h.look.omission() == notOmitted && h.look.isLost() && areFigures([]byte(text)) {
		h.left.add(notShown, []byte(strings.TrimSpace(text)))
		return
	}
	if h.look.omission() != notOmitted {
		h.hidden = append(h.hidden, text...)
		return
	}
	if h.pre > 0 {
		h.line = append(h.line, text...)
		return
	}
	for i := range len(text) {
		switch b := text[i]; b {
		case ' ', '\t', '\n', '\r', '\f':
			h.space = true
		default:
			if n := len(h.line); h.space && n > 0 && h.line[n-1] != '\n' {
				h.line = append(h.line, ' ')
			}
			h.space = false
			h.line = append(h.line, b)
		}
	}
}

// fieldValue returns the displayed value of a form field.
func fieldValue(n *html.Node) string {
	if n.DataAtom == atom.Input {
		switch strings.ToLower(attribute(n, "type")) {
		case "", "text", "number", "tel":
			return attribute(n, "value")
		}
		return ""
	}
	for c := range n.Descendants() {
		if c.DataAtom == atom.Option && hasAttribute(c, "selected") && c.FirstChild != nil {
			return c.FirstChild.Data
		}
	}
	return ""
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
