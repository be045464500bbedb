package read

import "io"

// is reports whether the tag read last has this name.
func (x *xmlScanner) is(space xmlSpace, name string) bool {
	return x.space == space && string(x.name) == name
}

// root reads the start tag of the root element, which must have this name.
func (x *xmlScanner) root(space xmlSpace, name string) error {
	token, err := x.next()
	if err == nil && token == xmlStart && x.is(space, name) {
		return nil
	}
	if err != nil && err != io.EOF {
		return err
	}
	return damaged(ReasonMalformed)
}

// elements calls found at every start tag up to the end of the part. The
// children of an element follow, unless found has already read to its end tag.
func (x *xmlScanner) elements(found func() error) error {
	for {
		token, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err == nil && token == xmlStart {
			err = found()
		}
		if err != nil {
			return err
		}
	}
}

// children reads the element whose start tag was read last and calls child at
// the start tag of each of its children. child must read to the end tag of that
// child. Text between the children is skipped.
func (x *xmlScanner) children(child func() error) error { return x.content(nil, child) }

// content is children for an element that has text, which it passes to text in
// parts that are valid until the next token.
func (x *xmlScanner) content(text func([]byte) error, child func() error) error {
	for {
		token, err := x.next()
		switch {
		case err != nil:
		case token == xmlEnd:
			return nil
		case token == xmlStart:
			err = child()
		case text != nil:
			err = text(x.text)
		}
		if err != nil {
			return err
		}
	}
}

// ownText reads the element whose start tag was read last and returns its text
// without that of its children.
func (x *xmlScanner) ownText() (string, error) {
	var text []byte
	err := x.content(func(part []byte) error {
		if text = append(text, part...); len(text) > maxCellBytes {
			return tooLarge(ReasonText)
		}
		return nil
	}, x.skip)
	return string(text), err
}
