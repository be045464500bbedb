package read

// docxStyle says which properties a style turns on or off.
type docxStyle [docxProperties]choice

const (
	docxHidden = iota
	docxStruck
	docxDoubleStruck
	docxProperties
)

// choice is the value of a property in a style: unset, on or off.
type choice uint8

const (
	unsaid choice = iota
	no
	yes
)

// readSwitch reads one property of characters.
func (d *docxReader) readSwitch(name string, to *docxStyle) error {
	at := -1
	switch name {
	case "vanish":
		at = docxHidden
	case "strike":
		at = docxStruck
	case "dstrike":
		at = docxDoubleStruck
	}
	if at >= 0 {
		on, err := d.isOn()
		if err != nil {
			return err
		}
		if to[at] = no; on {
			to[at] = yes
		}
	}
	return d.x.skip()
}

// readStyles reads the styles of the document. The style of paragraphs that name none has
// the empty name.
func (d *docxReader) readStyles(in *input) error {
	rels, err := in.pkg.relationships(in.main)
	if err != nil {
		return err
	}
	d.styles = map[string]docxStyle{}
	for _, r := range rels {
		if r.kind != "styles" || !in.pkg.has(r.target) {
			continue
		}
		if err := in.pkg.scan(r.target, maxPartBytes, d.readStyleList); err != nil {
			return err
		}
	}
	return nil
}

// readStyleList reads the styles in a part.
func (d *docxReader) readStyleList(x *xmlScanner) error {
	d.x = x
	parents := map[string]string{}
	err := x.elements(func() error {
		if x.is(wordSpace, "style") && len(d.styles) < maxStyles {
			return d.readStyle(parents)
		}
		return nil
	})
	d.inherit(parents)
	return err
}

// readStyle reads a style and records which one it is based on.
func (d *docxReader) readStyle(parents map[string]string) error {
	id, err := d.x.attr(wordSpace, "styleId")
	if err != nil {
		return err
	}
	kind, err := d.x.attr(wordSpace, "type")
	if err != nil {
		return err
	}
	usual, err := d.x.attr(wordSpace, "default")
	if err != nil {
		return err
	}
	var style docxStyle
	err = d.eachChild(func(name string) (err error) {
		switch name {
		case "basedOn":
			parents[id], err = d.x.attr(wordSpace, "val")
			if err != nil {
				return err
			}
		case "rPr":
			return d.eachChild(func(name string) error { return d.readSwitch(name, &style) })
		}
		return d.x.skip()
	})
	d.styles[id] = style
	if kind == "paragraph" && (usual == "1" || usual == "true" || usual == "on") {
		parents[""] = id
		d.styles[""] = docxStyle{}
	}
	return err
}

// inherit adds the properties of the styles that each style is based on.
func (d *docxReader) inherit(parents map[string]string) {
	const deepest = 50
	own := make(map[string]docxStyle, len(d.styles))
	for id, style := range d.styles {
		own[id] = style
	}
	for id, style := range own {
		parent, ok := parents[id]
		for range deepest {
			if !ok || parent == "" {
				break
			}
			for i, said := range own[parent] {
				if style[i] == unsaid {
					style[i] = said
				}
			}
			parent, ok = parents[parent]
		}
		d.styles[id] = style
	}
}
