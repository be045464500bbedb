package read

import "path"

// ofdReader reads an OFD file (GB/T 33190), the national standard for page documents: XML
// parts that place text and lines.
type ofdReader struct {
	pkg   *zipPackage
	pages []printedPage
	all   int // glyphs and ruling lines so far
}

// readOFD reads all documents in a file as one sheet.
func readOFD(in *input) ([]Sheet, error) {
	sheets, err := readOFDPages(in)
	return sheets, ofPages(err, "ofd")
}

func readOFDPages(in *input) ([]Sheet, error) {
	r := &ofdReader{pkg: in.pkg}
	var roots []string
	err := r.scan("OFD.xml", func(x *xmlScanner) error {
		if !x.is(ofdSpace, "DocRoot") {
			return nil
		}
		root, err := x.ownText()
		roots = append(roots, r.partAt("OFD.xml", root))
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		if err := r.readDocument(root); err != nil {
			return nil, err
		}
	}
	return readPrinted(r.pages, in.opt.newDocumentBudget())
}

// scan calls found at each start tag of a part that lists others.
func (r *ofdReader) scan(part string, found func(*xmlScanner) error) error {
	return r.pkg.scan(part, maxIndexBytes, func(x *xmlScanner) error {
		return x.elements(func() error { return found(x) })
	})
}

// ofdPlace is where a page or a template is stored.
type ofdPlace struct{ id, part string }

// readDocument reads the pages that a document lists.
func (r *ofdReader) readDocument(root string) error {
	var pages []ofdPlace
	templates := map[string]string{}
	sheet := box{}
	err := r.scan(root, func(x *xmlScanner) error {
		switch {
		case x.is(ofdSpace, "Page"), x.is(ofdSpace, "TemplatePage"):
			isPage := string(x.name) == "Page"
			id, err := x.attr(noSpace, "ID")
			if err != nil {
				return err
			}
			part, err := x.attr(noSpace, "BaseLoc")
			if part = r.partAt(root, part); isPage {
				pages = append(pages, ofdPlace{id, part})
			} else {
				templates[id] = part
			}
			return err
		case x.is(ofdSpace, "PhysicalBox"):
			text, err := x.ownText()
			sheet = ofdBox(text)
			return err
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(r.pages)+len(pages) > maxPrintedPages {
		return tooLarge(ReasonPages)
	}
	for _, place := range pages {
		p := &ofdPage{ofdReader: r, templates: templates, printed: printedPage{number: len(r.pages) + 1, sheet: sheet}}
		if err := p.readPart(place.part); err != nil {
			return err
		}
		r.pages = append(r.pages, p.printed)
	}
	return nil
}

// partAt returns the part that another one refers to. Some programs write the path
// relative to the root of the package.
func (r *ofdReader) partAt(from, to string) string {
	part := path.Join(path.Dir(from), to)
	if path.IsAbs(to) || !r.pkg.has(part) && r.pkg.has(to) {
		return partName(to)
	}
	return part
}
