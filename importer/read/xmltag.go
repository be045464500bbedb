package read

import "bytes"

// startTag reads a start tag and opens its element.
func (x *xmlScanner) startTag() (xmlToken, error) {
	tag, err := x.tag(1)
	if err != nil {
		return 0, err
	}
	x.closing = len(tag) > 0 && tag[len(tag)-1] == '/'
	if x.closing {
		tag = tag[:len(tag)-1]
	}
	n := nameLength(tag)
	if n == 0 || (x.started && len(x.marks) == 0) {
		return 0, damaged(ReasonMalformed)
	}
	if len(x.marks) >= maxXMLDepth {
		return 0, tooLarge(ReasonDepth)
	}
	x.started = true
	x.marks = append(x.marks, len(x.names))
	x.names = append(x.names, tag[:n]...)
	x.attrs = tag[n:]
	if len(x.attrs) > len("xmlns=''") && bytes.Contains(x.attrs, []byte("xmlns")) {
		if err := x.declareSpaces(); err != nil {
			return 0, err
		}
	}
	return xmlStart, x.resolve(tag[:n])
}

// endTag reads an end tag and closes its element.
func (x *xmlScanner) endTag() (xmlToken, error) {
	tag, err := x.tag(2)
	if err != nil {
		return 0, err
	}
	if n := len(tag); n > 0 && tag[n-1] <= ' ' {
		tag = bytes.TrimRight(tag, " \t\r\n")
	}
	if len(x.marks) == 0 || !bytes.Equal(tag, x.names[x.marks[len(x.marks)-1]:]) {
		return 0, damaged(ReasonMalformed)
	}
	return xmlEnd, x.pop()
}

// pop closes the innermost element.
func (x *xmlScanner) pop() error {
	depth := len(x.marks)
	start := x.marks[depth-1]
	name := x.names[start:]
	x.names = x.names[:start]
	x.marks = x.marks[:depth-1]
	err := x.resolve(name)
	x.scopes.leave(depth)
	return err
}

// resolve sets name and space from a qualified name.
func (x *xmlScanner) resolve(qualified []byte) error {
	var prefix []byte
	x.name = qualified
	if i := bytes.IndexByte(qualified, ':'); i >= 0 {
		prefix, x.name = qualified[:i], qualified[i+1:]
		if i == 0 || len(x.name) == 0 {
			return damaged(ReasonMalformed)
		}
	}
	var ok bool
	if x.space, ok = x.scopes.find(prefix); !ok {
		return damaged(ReasonMalformed)
	}
	return nil
}

// tag returns the text between < and >, without the first skip bytes, and moves past it.
func (x *xmlScanner) tag(skip int) ([]byte, error) {
	for {
		if n := tagLength(x.buf[x.pos+skip : x.end]); n >= 0 {
			start := x.pos + skip
			x.pos = start + n + 1
			return x.buf[start : start+n], nil
		} else if n == brokenTag {
			return nil, damaged(ReasonMalformed)
		}
		if err := x.fill(); err != nil {
			return nil, x.atEnd(err)
		}
	}
}

const (
	openTag   = -1 // the tag continues beyond the buffer
	brokenTag = -2
)

// tagLength returns the length of a tag up to its >, which may also occur in a
// quoted value.
func tagLength(raw []byte) int {
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '>':
			return i
		case '<':
			return brokenTag
		case '"', '\'':
			n := bytes.IndexByte(raw[i+1:], raw[i])
			if n < 0 {
				return openTag
			}
			i += n + 1
		}
	}
	return openTag
}

// nameLength returns the length of the name at the beginning of a tag.
func nameLength(tag []byte) int {
	for i, b := range tag {
		switch b {
		case ' ', '\t', '\r', '\n':
			return i
		case '=', '"', '\'', '/', '&':
			return 0
		}
	}
	return len(tag)
}

// nextAttr splits the first attribute off raw. The value is not decoded. The
// name is empty at the end.
func nextAttr(raw []byte) (name, value, rest []byte, err error) {
	i := 0
	for i < len(raw) && raw[i] <= ' ' {
		i++
	}
	if i == len(raw) {
		return nil, nil, nil, nil
	}
	start := i
	for i < len(raw) && raw[i] > ' ' && raw[i] != '=' {
		i++
	}
	name = raw[start:i]
	for i < len(raw) && raw[i] <= ' ' {
		i++
	}
	if len(name) == 0 || i == len(raw) || raw[i] != '=' {
		return nil, nil, nil, damaged(ReasonMalformed)
	}
	for i++; i < len(raw) && raw[i] <= ' '; i++ {
	}
	if i == len(raw) || raw[i] != '"' && raw[i] != '\'' {
		return nil, nil, nil, damaged(ReasonMalformed)
	}
	n := bytes.IndexByte(raw[i+1:], raw[i])
	if n < 0 {
		return nil, nil, nil, damaged(ReasonMalformed)
	}
	return name, raw[i+1 : i+1+n], raw[i+n+2:], nil
}

// attr returns the value of the attribute with this local name in the given
// namespace, "" if there is none. noSpace is the namespace of attributes
// without a prefix.
func (x *xmlScanner) attr(space xmlSpace, local string) (string, error) {
	for raw := x.attrs; ; {
		name, value, rest, err := nextAttr(raw)
		if err != nil || len(name) == 0 {
			return "", err
		}
		raw = rest
		var prefix []byte
		if i := bytes.IndexByte(name, ':'); i >= 0 {
			prefix, name = name[:i], name[i+1:]
		}
		if string(name) != local || (len(prefix) == 0) != (space == noSpace) {
			continue
		}
		if len(prefix) > 0 {
			if found, ok := x.scopes.find(prefix); !ok || found != space {
				continue
			}
		}
		value, err = x.decode(value)
		return string(value), err
	}
}
