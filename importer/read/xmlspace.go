package read

import "bytes"

// xmlSpace is a namespace that a reader looks for. The prefix that a file uses
// does not matter, nor which form of the namespace (transitional or strict).
type xmlSpace uint8

const (
	noSpace       xmlSpace = iota // attributes and elements without a prefix
	otherSpace                    // any other
	sheetSpace                    // SpreadsheetML
	wordSpace                     // WordprocessingML
	relSpace                      // r:id
	packageSpace                  // relationship parts
	compatSpace                   // mc:AlternateContent
	xmlXMLSpace                   // xml:space
	officeSpace                   // OpenDocument
	tableSpace                    // OpenDocument tables
	textSpace                     // OpenDocument text
	oldSheetSpace                 // XML Spreadsheet 2003
	mathSpace                     // formulas in text
	styleSpace                    // OpenDocument styles
	numberSpace                   // OpenDocument number formats
	calcextSpace                  // LibreOffice's additions to OpenDocument
	markSpace                     // marks of changes and comments in Word 2003 XML
	hintSpace                     // sections in Word 2003 XML
	drawSpace                     // OpenDocument drawings
	ofdSpace                      // GB/T 33190
	lookSpace                     // OpenDocument's copies of properties of XSL
)

func spaceOf(uri string) xmlSpace {
	switch uri {
	case "":
		return noSpace
	case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
		"http://purl.oclc.org/ooxml/spreadsheetml/main":
		return sheetSpace
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
		"http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.microsoft.com/office/word/2003/wordml":
		return wordSpace
	case "http://schemas.microsoft.com/aml/2001/core":
		return markSpace
	case "http://schemas.microsoft.com/office/word/2003/auxHint":
		return hintSpace
	case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
		"http://purl.oclc.org/ooxml/officeDocument/relationships":
		return relSpace
	case "http://schemas.openxmlformats.org/package/2006/relationships":
		return packageSpace
	case "http://schemas.openxmlformats.org/markup-compatibility/2006":
		return compatSpace
	case "http://www.w3.org/XML/1998/namespace":
		return xmlXMLSpace
	case "urn:oasis:names:tc:opendocument:xmlns:office:1.0":
		return officeSpace
	case "urn:oasis:names:tc:opendocument:xmlns:table:1.0":
		return tableSpace
	case "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":
		return lookSpace
	case "urn:oasis:names:tc:opendocument:xmlns:text:1.0":
		return textSpace
	case "http://schemas.openxmlformats.org/officeDocument/2006/math",
		"http://purl.oclc.org/ooxml/officeDocument/math":
		return mathSpace
	case "urn:oasis:names:tc:opendocument:xmlns:style:1.0":
		return styleSpace
	case "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":
		return drawSpace
	case "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0":
		return numberSpace
	case "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0":
		return calcextSpace
	case "http://www.ofdspec.org/2016", "http://www.ofdspec.org":
		return ofdSpace
	case "urn:schemas-microsoft-com:office:spreadsheet":
		return oldSheetSpace
	default:
		return otherSpace
	}
}

// xmlScopes maps prefixes to namespaces.
type xmlScopes struct {
	bindings []binding
	// The last result: most elements of a part have the same prefix.
	known       bool
	knownPrefix []byte
	knownSpace  xmlSpace
}

type binding struct {
	depth  int // of the element that declares it
	prefix string
	space  xmlSpace
}

// find returns the namespace of a prefix. The empty prefix always has one.
func (s *xmlScopes) find(prefix []byte) (xmlSpace, bool) {
	if s.known && bytes.Equal(prefix, s.knownPrefix) {
		return s.knownSpace, true
	}
	space, ok := noSpace, len(prefix) == 0
	if string(prefix) == "xml" {
		space, ok = xmlXMLSpace, true
	}
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if s.bindings[i].prefix == string(prefix) {
			space, ok = s.bindings[i].space, true
			break
		}
	}
	if ok {
		s.known, s.knownSpace = true, space
		s.knownPrefix = append(s.knownPrefix[:0], prefix...)
	}
	return space, ok
}

// leave drops the declarations of the element at this depth.
func (s *xmlScopes) leave(depth int) {
	for n := len(s.bindings); n > 0 && s.bindings[n-1].depth >= depth; n-- {
		s.bindings = s.bindings[:n-1]
		s.known = false
	}
}

// declareSpaces records the namespaces that the current start tag declares.
func (x *xmlScanner) declareSpaces() error {
	for raw := x.attrs; ; {
		name, value, rest, err := nextAttr(raw)
		if err != nil || len(name) == 0 {
			return err
		}
		raw = rest
		prefix, isPrefix := bytes.CutPrefix(name, []byte("xmlns:"))
		if !isPrefix && string(name) != "xmlns" {
			continue
		}
		if !isPrefix {
			prefix = nil
		}
		if value, err = x.decode(value); err != nil {
			return err
		}
		x.scopes.bindings = append(x.scopes.bindings, binding{
			depth: len(x.marks), prefix: string(prefix), space: spaceOf(string(value)),
		})
		x.scopes.known = false
		if len(x.scopes.bindings) > maxNamespaces {
			return tooLarge(ReasonDepth)
		}
	}
}
