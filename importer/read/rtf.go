package read

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// readRTF reads a document in Rich Text Format as it is printed.
func readRTF(in *input) ([]Sheet, error) {
	limits := in.opt.newDocumentBudget()
	r := &rtfReader{rtfScanner: rtfScanner{src: in.content}, limits: limits, texts: &arena{budget: limits}, fonts: map[int]encoding.Encoding{}, codePage: simplifiedchinese.GB18030}
	r.rtfState.skipped = 1
	r.flows = []*rtfFlow{{flow: newDocFlow(limits)}}
	if err := r.read(); err != nil {
		return nil, err
	}
	blocks, err := r.endFlow()
	if err != nil {
		return nil, err
	}
	return readDocument(blocks, limits)
}

// rtfReader follows the control words that affect the text, its paragraphs and its
// tables, and skips all others.
type rtfReader struct {
	rtfScanner
	rtfState
	outer    []rtfState // of the groups around the current one
	limits   *budget
	texts    *arena
	fonts    map[int]encoding.Encoding // by number
	codePage encoding.Encoding         // of fonts without an encoding of their own
	usual    int                       // number of the font of plain text
	flows    []*rtfFlow                // the document and the text boxes that are open
	skip     int                       // characters that replace the preceding Unicode one for old programs
	bytes    []byte                    // text not decoded yet
	isRaw    bool                      // some of it is not escaped as \'b0
	units    []uint16                  // Unicode text not decoded yet
}

// rtfState holds the properties that a group inherits from the one around it, and that
// are restored at its end.
type rtfState struct {
	runLook
	deleted bool // while changes were tracked
	target  rtfTarget
	skipped int // number of such replacements after each Unicode character
	font    int
	inTable bool
	depth   int // of nested tables, 0 if the paragraph does not give it
	nested  bool
	isBox   bool // the group is a text box
}

// rtfTarget is the destination of a group's text.
type rtfTarget uint8

const (
	rtfText   rtfTarget = iota
	rtfNoText           // it is not shown, but there may be text in groups inside
	rtfFonts            // the table of fonts
	rtfSkip             // nothing in it matters
)

// rtfFlow is a document or a text box.
type rtfFlow struct {
	flow   *docFlow
	text   paragraphText
	boxes  []block     // anchored in it
	shapes [2]rowShape // of the current row of a table, and of a nested one
	cell   cellShape   // for the cell whose edge comes next
}

const maxRTFDepth = 1000 // of groups

func (r *rtfReader) read() error {
	if len(r.src) == 0 || r.src[0] != '{' {
		return damaged(ReasonMalformed)
	}
	for {
		token, err := r.next()
		if err != nil {
			return err
		}
		switch token {
		case rtfEnd:
			return &ReadError{Kind: Truncated}
		case rtfOpen:
			if err := r.flush(); err != nil {
				return err
			}
			r.skip = 0
			if r.outer = append(r.outer, r.rtfState); len(r.outer) > maxRTFDepth {
				return tooLarge(ReasonDepth)
			}
			r.isBox = false
		case rtfClose:
			if err := r.endGroup(); err != nil || len(r.outer) == 0 {
				return err
			}
		default:
			if err := r.take(token); err != nil {
				return err
			}
		}
	}
}

// endGroup restores the state from before the group.
func (r *rtfReader) endGroup() error {
	if err := r.flush(); err != nil {
		return err
	}
	r.skip = 0
	if len(r.outer) == 0 {
		return damaged(ReasonMalformed)
	}
	if r.isBox {
		if err := r.endBox(); err != nil {
			return err
		}
	}
	n := len(r.outer) - 1
	r.rtfState, r.outer = r.outer[n], r.outer[:n]
	return nil
}

// take takes a token of text or a control word.
func (r *rtfReader) take(token rtfToken) error {
	if r.skip > 0 && (token == rtfByte || token == rtfHex) {
		r.skip--
		return nil
	}
	r.skip = 0
	if r.target == rtfSkip {
		return nil
	}
	switch token {
	case rtfByte:
		r.isRaw = r.isRaw || r.letter >= utf8.RuneSelf
		return r.addByte(r.letter)
	case rtfHex:
		return r.addByte(r.letter)
	case rtfWord:
		return r.word()
	}
	return nil
}

// beginBox begins a text box.
func (r *rtfReader) beginBox() error {
	if len(r.flows) > maxTableDepth {
		return tooLarge(ReasonDepth)
	}
	r.flows = append(r.flows, &rtfFlow{flow: newDocFlow(r.limits)})
	r.isBox, r.target, r.inTable, r.depth = true, rtfText, false, 0
	return nil
}

// endBox puts a text box after the paragraph in which it is anchored.
func (r *rtfReader) endBox() error {
	blocks, err := r.endFlow()
	if err != nil {
		return err
	}
	around := r.flows[len(r.flows)-1]
	around.boxes = append(around.boxes, blocks...)
	return nil
}

// endFlow ends the document or a text box and returns its blocks.
func (r *rtfReader) endFlow() ([]block, error) {
	f := r.flows[len(r.flows)-1]
	if !f.text.isEmpty() || len(f.boxes) > 0 {
		if err := r.endParagraph(f, 0); err != nil {
			return nil, err
		}
	}
	if len(r.flows) > 1 {
		r.flows = r.flows[:len(r.flows)-1]
	}
	return f.flow.finish()
}

// endParagraph adds the text collected to the body or to a cell.
func (r *rtfReader) endParagraph(f *rtfFlow, level int) error {
	paragraph, err := f.text.take(r.texts)
	if err != nil {
		return err
	}
	boxes := f.boxes
	f.boxes = nil
	return f.flow.paragraph(level, append([]block{paragraph}, boxes...)...)
}
