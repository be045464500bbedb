package read

import (
	"bytes"
	"io"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// detectEncoding examines the first bytes of a part. Unless it is UTF-8, as
// nearly always, it inserts a decoder.
func (x *xmlScanner) detectEncoding() error {
	if err := x.need(4); err != nil {
		return x.atEnd(err)
	}
	head := x.buf[x.pos:x.end]
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		x.pos += 3
		return nil
	case head[0] == 0xFE && head[1] == 0xFF, head[0] == 0 && head[1] == '<':
		return x.transcode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	case head[0] == 0xFF && head[1] == 0xFE, head[0] == '<' && head[1] == 0:
		return x.transcode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	label, err := x.declaredEncoding()
	if err != nil || label == "" {
		return err
	}
	found, name := charset.Lookup(label)
	switch {
	case found == nil:
		return damaged(ReasonEncoding)
	case name == "utf-8":
		return nil
	}
	return x.transcode(found.NewDecoder())
}

// transcode restarts the scanner on decoded input.
func (x *xmlScanner) transcode(t transform.Transformer) error {
	head := bytes.Clone(x.buf[x.pos:x.end])
	x.src = transform.NewReader(io.MultiReader(bytes.NewReader(head), x.src), t)
	x.pos, x.end, x.sourceErr = 0, 0, nil
	if err := x.need(1); err != nil {
		return x.atEnd(err)
	}
	return nil
}

// declaredEncoding returns the encoding named by the XML declaration, "" if
// there is none.
func (x *xmlScanner) declaredEncoding() (string, error) {
	if !bytes.HasPrefix(x.buf[x.pos:x.end], []byte("<?xm")) {
		return "", nil
	}
	for {
		declaration, _, whole := bytes.Cut(x.buf[x.pos:x.end], []byte("?>"))
		if whole {
			_, raw, _ := bytes.Cut(declaration, []byte("<?xml"))
			for {
				name, value, rest, err := nextAttr(raw)
				if err != nil || len(name) == 0 || string(name) == "encoding" {
					return string(value), err
				}
				raw = rest
			}
		}
		if err := x.fill(); err != nil {
			return "", x.atEnd(err)
		}
	}
}
