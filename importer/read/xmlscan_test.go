package read

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// ourTokens lists the tokens of the scanner, optionally from a source that gives one byte
// at a time.
func ourTokens(content []byte, oneByte bool) (string, error) {
	source := io.Reader(bytes.NewReader(content))
	if oneByte {
		source = iotest.OneByteReader(source)
	}
	x, err := newXMLScanner(source, nil)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	text := ""
	flush := func() {
		if text != "" {
			fmt.Fprintf(&b, "%q ", text)
		}
		text = ""
	}
	for {
		token, err := x.next()
		if err != nil {
			flush()
			if err == io.EOF {
				err = nil
			}
			return b.String(), err
		}
		switch token {
		case xmlText:
			text += string(x.text)
		case xmlStart:
			flush()
			fmt.Fprintf(&b, "<%d:%s ", x.space, x.name)
		case xmlEnd:
			flush()
			fmt.Fprintf(&b, "/%d:%s> ", x.space, x.name)
		}
	}
}

// theirTokens lists the tokens of encoding/xml, in the same way.
func theirTokens(content []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	var b strings.Builder
	text := ""
	depth := 0
	flush := func() {
		if text != "" && depth > 0 {
			fmt.Fprintf(&b, "%q ", text)
		}
		text = ""
	}
	for {
		token, err := d.Token()
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return b.String(), err
		}
		switch token := token.(type) {
		case xml.CharData:
			text += string(token)
		case xml.StartElement:
			flush()
			depth++
			fmt.Fprintf(&b, "<%d:%s ", spaceOf(token.Name.Space), token.Name.Local)
		case xml.EndElement:
			flush()
			depth--
			fmt.Fprintf(&b, "/%d:%s> ", spaceOf(token.Name.Space), token.Name.Local)
		}
	}
}

var xmlSeeds = []string{
	`<a/>`, `<a b="c>d" e='f'>g&lt;h</a>`, "<a>\r\n1\r2</a>\n", `<a><![CDATA[]]>]]&gt;<![CDATA[<x>]]></a>`,
	`<?xml version="1.0" encoding="UTF-8"?><!--c--><x:a xmlns:x="urn:x"><b xmlns="` + `http://schemas.openxmlformats.org/spreadsheetml/2006/main` + `"><c/></b><d/></x:a>`,
	`<a>&#20013;&#x6587;&amp;&apos;&quot;</a>`, `<a`, `<a>`, `<a></b>`, `<a>&x;</a>`, `<!DOCTYPE a><a/>`, `<a b/>`, `<a/><b/>`, "<a>\xff</a>", "",
}

func TestTheScannerAgreesWithEncodingXML(t *testing.T) {
	for _, seed := range xmlSeeds {
		compareScanners(t, []byte(seed))
	}
}

func compareScanners(t *testing.T, content []byte) {
	ours, err := ourTokens(content, false)
	slow, slowErr := ourTokens(content, true)
	if (err == nil) != (slowErr == nil) || err == nil && ours != slow {
		t.Fatalf("%q: byte by byte\n%s %v\nwhole\n%s %v", content, slow, slowErr, ours, err)
	}
	if err != nil {
		return
	}
	theirs, theirErr := theirTokens(content)
	if theirErr == nil && ours != theirs {
		t.Fatalf("%q:\nours   %s\ntheirs %s", content, ours, theirs)
	}
}

func FuzzXMLScanner(f *testing.F) {
	for _, seed := range xmlSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) { compareScanners(t, content) })
}

func TestTheScannerRefusesWhatEncodingXMLRefuses(t *testing.T) {
	for _, bad := range []string{`<a`, `<a>`, `<a></b>`, `<a>&x;</a>`, `<!DOCTYPE a><a/>`, `<a/><b/>`, "<a>\xff</a>", "", "<a>\x01</a>", `<a>&#0;</a>`, `x<a/>`, `<a:b/>`} {
		if tokens, err := ourTokens([]byte(bad), false); err == nil {
			t.Errorf("%q reads as %s", bad, tokens)
		}
	}
}
