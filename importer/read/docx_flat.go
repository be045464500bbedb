package read

import (
	"bytes"
	"slices"
)

// readWordXML reads a Word document in one XML file: that of Word 2003, or the parts of a
// .docx one after the other.
func readWordXML(in *input) ([]Sheet, error) {
	x, err := newXMLScanner(bytes.NewReader(in.content), make([]byte, 32<<10))
	if err != nil {
		return nil, err
	}
	limits := in.opt.newDocumentBudget()
	d := docxReader{x: x, limits: limits, texts: &arena{budget: limits}, styles: map[string]docxStyle{}}
	if err := d.readStyleList(x); err != nil { // they may come after the text
		return nil, err
	}
	if d.x, err = newXMLScanner(bytes.NewReader(in.content), x.buf); err != nil {
		return nil, err
	}
	var blocks []block
	found := false
	err = d.x.elements(func() (err error) {
		if !found && (d.x.is(wordSpace, "wordDocument") || d.x.is(wordSpace, "document")) {
			found = true
			blocks, err = d.readBlocks(nil)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return readDocument(blocks, limits)
}

// readMarked reads a part of a paragraph in a mark of Word 2003 XML.
func (p *docxParagraph) readMarked() error {
	isDeletion, err := p.isMarked("Word.Deletion")
	if err == nil && isDeletion {
		return p.readDeleted()
	}
	if err != nil {
		return err
	}
	return p.inWrapper(p.readRuns)
}

// inWrapper reads an element of Word 2003 XML around others: a section, or the mark of a
// change or of a comment. Deleted text and comments are left out.
func (d *docxReader) inWrapper(read func() error) error {
	isDeletion, err := d.isDeletion()
	if err != nil {
		return err
	}
	if isDeletion {
		return d.x.skip()
	}
	return read()
}

// isDeletion reports whether the element whose start tag was read last marks deleted text
// or a comment.
func (d *docxReader) isDeletion() (bool, error) { return d.isMarked("Word.Deletion", "Word.Comment") }

func (d *docxReader) isMarked(as ...string) (bool, error) {
	if d.x.space != markSpace {
		return false, nil
	}
	kind, err := d.x.attr(wordSpace, "type")
	return slices.Contains(as, kind), err
}
