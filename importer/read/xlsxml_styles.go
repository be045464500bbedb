package read

// usualStyle is the style of cells that name none.
const usualStyle = "Default"

// readStyles reads the styles of the workbook.
func (o *oldXMLReader) readStyles() error {
	o.styles = map[string]*cellStyle{}
	return o.eachChild(func(name string) error {
		if name != "Style" || len(o.styles) >= maxStyles {
			return o.x.skip()
		}
		return o.readStyle()
	})
}

func (o *oldXMLReader) readStyle() error {
	id, err := o.x.attr(oldSheetSpace, "ID")
	if err != nil {
		return err
	}
	parent, err := o.x.attr(oldSheetSpace, "Parent")
	if err != nil {
		return err
	}
	if parent == "" {
		parent = usualStyle
	}
	style := cellStyle{}
	if s := o.styles[parent]; s != nil {
		style = *s
	}
	ink, background := colour(0), colour(0)
	err = o.eachChild(func(name string) (err error) {
		value := ""
		switch name {
		case "Interior":
			background, err = o.background()
		case "Font":
			if value, err = o.x.attr(oldSheetSpace, "Color"); err != nil {
				return err
			}
			ink = hexColour(value)
			value, err = o.x.attr(oldSheetSpace, "StrikeThrough")
			style.struck = isTrue(value)
		case "NumberFormat":
			value, err = o.x.attr(oldSheetSpace, "Format")
			struck := style.struck
			style = namedFormat(value)
			style.struck = struck
		}
		if err != nil {
			return err
		}
		return o.x.skip()
	})
	style.unseen = style.unseen || ink.isLost(background)
	o.styles[id] = nil
	if !style.isPlain() {
		o.styles[id] = &style
	}
	return err
}

// background reads the interior of cells.
func (o *oldXMLReader) background() (colour, error) {
	pattern, err := o.x.attr(oldSheetSpace, "Pattern")
	if err != nil || pattern == "" || pattern == "None" {
		return 0, err
	}
	value, err := o.x.attr(oldSheetSpace, "Color")
	if c := hexColour(value); c != 0 && pattern == "Solid" {
		return c, err
	}
	return strange, err
}

// namedFormat returns the style that a number format, which may have a name instead of a
// code, implies.
func namedFormat(format string) cellStyle {
	switch format {
	case "General Number", "Currency", "Euro Currency", "Fixed", "Standard", "Scientific", "Yes/No", "True/False", "On/Off":
		return cellStyle{}
	case "Percent":
		return formatStyle("0.00%")
	}
	return formatStyle(format)
}

// styleOf returns the style that the element read last names, or otherwise.
func (o *oldXMLReader) styleOf(otherwise *cellStyle) (*cellStyle, error) {
	id, err := o.x.attr(oldSheetSpace, "StyleID")
	if err != nil || id == "" {
		return otherwise, err
	}
	return o.styles[id], nil
}

// styleOfCell returns the style of the cell read last, which is in this column.
func (t *oldXMLTable) styleOfCell(column int) (*cellStyle, error) {
	style := t.style
	if s := t.columns[column]; s != nil {
		style = s
	}
	if t.rowStyle != nil {
		style = t.rowStyle
	}
	return t.styleOf(style)
}
