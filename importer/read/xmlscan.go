package read

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// xmlToken is what xmlScanner.next found.
type xmlToken uint8

const (
	xmlStart xmlToken = iota + 1 // name, space and attributes are set
	xmlEnd                       // name and space are set
	xmlText                      // text is set; long text comes in several tokens
)

// xmlScanner reads an XML part in one pass with bounded memory. It is several times
// faster than encoding/xml, which would take most of the time for a folder of workbooks.
// It is stricter wherever a hostile file could do harm: a document type definition,
// entities other than the five of XML, deep nesting and huge tags are errors, and so is a
// part that ends before its root element. The slices that it returns are valid until the
// next call.
type xmlScanner struct {
	name  []byte // local name
	space xmlSpace
	text  []byte

	src      io.Reader
	buf      []byte
	pos, end int

	attrs     []byte // of the current start tag, raw
	closing   bool   // the current start tag is its own end tag
	names     []byte // qualified names of the open elements, one after another
	marks     []int  // where each of them starts
	scopes    xmlScopes
	scratch   []byte
	started   bool // the root element has begun
	inCDATA   bool
	sourceErr error
}

// newXMLScanner starts reading src, with buf as its first buffer.
func newXMLScanner(src io.Reader, buf []byte) (*xmlScanner, error) {
	x := &xmlScanner{src: src, buf: buf[:cap(buf)]}
	return x, x.detectEncoding()
}

// next returns the next token, or io.EOF after the end of the root element.
func (x *xmlScanner) next() (xmlToken, error) {
	if x.closing {
		x.closing = false
		return xmlEnd, x.pop()
	}
	for {
		if x.inCDATA {
			if token, err := x.cdata(); token != 0 || err != nil {
				return token, err
			}
			continue
		}
		if x.pos == x.end {
			if err := x.fill(); err != nil {
				return 0, x.atEnd(err)
			}
		}
		if x.buf[x.pos] != '<' {
			if token, err := x.charData(); token != 0 || err != nil {
				return token, err
			}
			continue
		}
		if err := x.need(2); err != nil {
			return 0, x.atEnd(err)
		}
		switch x.buf[x.pos+1] {
		case '/':
			return x.endTag()
		case '!':
			if err := x.declaration(); err != nil {
				return 0, err
			}
		case '?':
			if err := x.discard("?>"); err != nil {
				return 0, err
			}
		default:
			return x.startTag()
		}
	}
}

// atEnd distinguishes the proper end of a document from a premature one.
func (x *xmlScanner) atEnd(err error) error {
	if err != io.EOF {
		return err
	}
	if x.started && len(x.marks) == 0 && x.pos == x.end && !x.inCDATA {
		return io.EOF
	}
	return &ReadError{Kind: Truncated, Err: io.ErrUnexpectedEOF}
}

// fill reads more input after the unread part of the buffer. The buffer grows if a single
// token fills it. fill may move the bytes of slices returned earlier.
func (x *xmlScanner) fill() error {
	if x.sourceErr != nil {
		return x.sourceErr
	}
	if x.pos > 0 {
		x.end = copy(x.buf, x.buf[x.pos:x.end])
		x.pos = 0
	}
	if x.end == len(x.buf) {
		if len(x.buf) >= maxXMLTag {
			return tooLarge(ReasonText)
		}
		x.buf = append(x.buf, make([]byte, max(len(x.buf), 1<<10))...)
	}
	n, err := io.ReadAtLeast(x.src, x.buf[x.end:], 1)
	x.end += n
	if err != nil {
		x.sourceErr = err
		if n == 0 {
			return err
		}
	}
	return nil
}

// need makes sure that n bytes are in the buffer.
func (x *xmlScanner) need(n int) error {
	for x.end-x.pos < n {
		if err := x.fill(); err != nil {
			return err
		}
	}
	return nil
}

// charData returns the text up to the next tag, or as much of it as is in the
// buffer. It returns no token for blank text outside the root element.
func (x *xmlScanner) charData() (xmlToken, error) {
	raw := x.buf[x.pos:x.end]
	if i := bytes.IndexByte(raw, '<'); i >= 0 {
		raw = raw[:i]
	} else if cut := wholeText(raw); cut > 0 {
		raw = raw[:cut]
	} else if err := x.fill(); err != nil {
		return 0, x.atEnd(err)
	} else {
		return 0, nil
	}
	x.pos += len(raw)
	if len(x.marks) == 0 {
		if len(bytes.Trim(raw, "\ufeff \t\r\n")) > 0 {
			return 0, damaged(ReasonMalformed)
		}
		return 0, nil
	}
	var err error
	x.text, err = x.decode(raw)
	return xmlText, err
}

// wholeText returns how much of raw can be decoded before more is read, without
// splitting an entity, a line end or a character.
func wholeText(raw []byte) int {
	n := len(raw)
	tail := raw[max(0, n-16):]
	if i := bytes.LastIndexByte(tail, '&'); i >= 0 && bytes.IndexByte(tail[i:], ';') < 0 {
		n = n - len(tail) + i
	}
	if n > 0 && raw[n-1] == '\r' {
		n--
	}
	return wholeRunes(raw[:n])
}

// wholeRunes returns the length of raw without an incomplete character at its
// end.
func wholeRunes(raw []byte) int {
	for i := len(raw) - 1; i >= 0 && i >= len(raw)-utf8.UTFMax; i-- {
		if utf8.RuneStart(raw[i]) {
			if !utf8.FullRune(raw[i:]) {
				return i
			}
			break
		}
	}
	return len(raw)
}

// cdata returns the next part of a CDATA section, in which nothing is escaped.
func (x *xmlScanner) cdata() (xmlToken, error) {
	raw := x.buf[x.pos:x.end]
	done := bytes.Index(raw, []byte("]]>"))
	switch {
	case done >= 0:
		raw = raw[:done]
		x.pos += done + 3
		x.inCDATA = false
	case wholeRunes(raw) > 2:
		raw = raw[:wholeRunes(raw[:len(raw)-2])]
		if raw = bytes.TrimRight(raw, "\r"); len(raw) == 0 {
			return 0, x.more()
		}
		x.pos += len(raw)
	default:
		return 0, x.more()
	}
	if len(raw) == 0 {
		return 0, nil
	}
	var err error
	x.text, err = x.plain(raw)
	return xmlText, err
}

func (x *xmlScanner) more() error {
	if err := x.fill(); err != nil {
		return x.atEnd(err)
	}
	return nil
}

// declaration skips a comment or enters a CDATA section.
func (x *xmlScanner) declaration() error {
	const cdata = "<![CDATA["
	if err := x.need(4); err != nil {
		return x.atEnd(err)
	}
	if string(x.buf[x.pos:x.pos+4]) == "<!--" {
		x.pos += 4
		return x.discard("-->")
	}
	if err := x.need(len(cdata)); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if bytes.HasPrefix(x.buf[x.pos:x.end], []byte(cdata)) {
		if len(x.marks) == 0 {
			return damaged(ReasonMalformed)
		}
		x.pos += len(cdata)
		x.inCDATA = true
		return nil
	}
	if bytes.HasPrefix(x.buf[x.pos:x.end], []byte("<!DOCTYPE")) {
		return damaged(ReasonDTD)
	}
	return damaged(ReasonMalformed)
}

// discard skips everything up to and including until.
func (x *xmlScanner) discard(until string) error {
	for {
		raw := x.buf[x.pos:x.end]
		if i := bytes.Index(raw, []byte(until)); i >= 0 {
			x.pos += i + len(until)
			return nil
		}
		x.pos += max(0, len(raw)-len(until)+1)
		if err := x.fill(); err != nil {
			return x.atEnd(err)
		}
	}
}

// skip skips the rest of the element whose start tag was read last.
func (x *xmlScanner) skip() error {
	for depth := 1; depth > 0; {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch token {
		case xmlStart:
			depth++
		case xmlEnd:
			depth--
		}
	}
	return nil
}

// finish reads to the end of the part, so that its checksum is verified.
func (x *xmlScanner) finish() error {
	for {
		if _, err := x.next(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
