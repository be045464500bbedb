package read

import (
	"math"
	"strconv"
	"strings"
)

// odsStyles are the named and the automatic styles of an OpenDocument file, as far as
// they matter to the values of cells.
type odsStyles struct {
	x            *xmlScanner
	styles       map[string]odsStyle // by family and name
	formats      map[string]*odsFormat
	resolved     map[string]*cellStyle // cell styles by name, nil for a plain one
	hiddenTables map[string]bool
}

// odsStyle is a style as stored. Unset properties are inherited.
type odsStyle struct {
	parent, format string
	struck, hidden choice
	raised         choice // superscript or subscript
	ink            colour
	background     colour
}

func newODSStyles() odsStyles {
	return odsStyles{styles: map[string]odsStyle{}, formats: map[string]*odsFormat{}, resolved: map[string]*cellStyle{}, hiddenTables: map[string]bool{}}
}

// read reads styles.xml.
func (s *odsStyles) read(x *xmlScanner) error {
	return x.elements(func() error {
		if x.is(officeSpace, "styles") || x.is(officeSpace, "automatic-styles") {
			return s.readList(x)
		}
		return nil
	})
}

// readList reads the styles in the element whose start tag was read last.
func (s *odsStyles) readList(x *xmlScanner) error {
	s.x = x
	return x.children(func() error {
		switch {
		case x.is(styleSpace, "style"), x.is(styleSpace, "default-style"):
			return s.readStyle()
		case x.space == numberSpace:
			return s.readFormat()
		}
		return x.skip()
	})
}

func (s *odsStyles) readStyle() error {
	var style odsStyle
	var family, name string
	for _, a := range []struct {
		name string
		to   *string
	}{{"family", &family}, {"name", &name}, {"parent-style-name", &style.parent}, {"data-style-name", &style.format}} {
		var err error
		if *a.to, err = s.x.attr(styleSpace, a.name); err != nil {
			return err
		}
	}
	err := s.x.children(func() (err error) {
		value := ""
		switch {
		case s.x.is(styleSpace, "table-properties"):
			value, err = s.x.attr(tableSpace, "display")
			s.hiddenTables[name] = value == "false"
		case s.x.is(styleSpace, "text-properties"):
			if err = s.readText(&style); err == nil {
				err = s.readColours(&style)
			}
		case s.x.is(styleSpace, "table-cell-properties"):
			err = s.readColours(&style)
		}
		if err != nil {
			return err
		}
		return s.x.skip()
	})
	if len(s.styles) < maxStyles {
		s.styles[family+" "+name] = style
	}
	return err
}

// readText reads the properties of a style's text.
func (s *odsStyles) readText(style *odsStyle) error {
	for _, name := range []string{"text-line-through-style", "text-line-through-type"} {
		value, err := s.x.attr(styleSpace, name)
		if err != nil {
			return err
		}
		switch {
		case value == "":
		case value != "none":
			style.struck = yes
		case style.struck == unsaid:
			style.struck = no
		}
	}
	position, err := s.x.attr(styleSpace, "text-position")
	if err != nil {
		return err
	}
	switch place, _, _ := strings.Cut(position, " "); {
	case place == "":
	case place == "0%":
		style.raised = no
	default:
		style.raised = yes
	}
	display, err := s.x.attr(textSpace, "display")
	switch display {
	case "":
	case "none":
		style.hidden = yes
	default:
		style.hidden = no
	}
	return err
}

// readColours reads the colours of text or of a cell.
func (s *odsStyles) readColours(style *odsStyle) error {
	ink, err := s.x.attr(lookSpace, "color")
	if err != nil {
		return err
	}
	if c := hexColour(ink); c != 0 {
		style.ink = c
	}
	background, err := s.x.attr(lookSpace, "background-color")
	if c := hexColour(background); c != 0 {
		style.background = c
	}
	return err
}

// find returns a style with its inherited properties.
func (s *odsStyles) find(family, name string) odsStyle {
	var all odsStyle
	const deepest = 50
	for range deepest {
		style := s.styles[family+" "+name]
		if all.format == "" {
			all.format = style.format
		}
		if all.struck == unsaid {
			all.struck = style.struck
		}
		if all.ink == 0 {
			all.ink = style.ink
		}
		if all.background == 0 {
			all.background = style.background
		}
		if all.hidden == unsaid {
			all.hidden = style.hidden
		}
		if all.raised == unsaid {
			all.raised = style.raised
		}
		if name == "" {
			break
		}
		name = style.parent // the last one inherits from the default style, which has no name
	}
	return all
}

// cell returns a cell style, nil if it is plain.
func (s *odsStyles) cell(name string) *cellStyle {
	if known, ok := s.resolved[name]; ok {
		return known
	}
	found := s.find("table-cell", name)
	style := cellStyle{struck: found.struck == yes, unseen: found.ink.isLost(found.background), format: s.format(found.format)}
	if s.resolved[name] = nil; !style.isPlain() {
		s.resolved[name] = &style
	}
	return s.resolved[name]
}

// font returns the font of a style within a text in another one.
func (s *odsStyles) font(family, name string, outer runFont) runFont {
	switch found := s.find(family, name); {
	case found.struck == yes || found.hidden == yes:
		outer.own, outer.struck = true, true
	case found.struck == no:
		outer.own, outer.struck = true, false
	}
	return outer
}

// odsFormat is a number format, with others that apply to some of the numbers.
type odsFormat struct {
	section formatSection
	others  []odsOther
}

type odsOther struct {
	formatSection
	name string
}

// readFormat reads a number format from its elements.
func (s *odsStyles) readFormat() error {
	name, err := s.x.attr(styleSpace, "name")
	if err != nil {
		return err
	}
	f := &odsFormat{}
	isPercentage := string(s.x.name) == "percentage-style"
	var c sectionScanner
	err = s.x.children(func() error {
		switch {
		case s.x.is(styleSpace, "map"):
			return s.readCondition(f)
		case s.x.space != numberSpace:
			return s.x.skip()
		}
		switch string(s.x.name) {
		case "text", "currency-symbol":
			text, err := readText(s.x, nil)
			if isPercentage && strings.Contains(string(text), "%") {
				c.power -= 2
			}
			c.literal(string(text))
			return err
		case "number", "scientific-number", "fraction":
			return s.readNumber(&c)
		}
		return s.x.skip()
	})
	f.section = c.section()
	if len(s.formats) < maxStyles {
		s.formats[name] = f
	}
	return err
}

// readNumber reads how the digits are shown: divided by a factor, and with texts between
// them.
func (s *odsStyles) readNumber(c *sectionScanner) error {
	factor, err := s.x.attr(numberSpace, "display-factor")
	if err != nil {
		return err
	}
	if n, err := strconv.ParseFloat(factor, 64); err == nil && n >= 1 {
		c.power += int(math.Round(math.Log10(min(n, 1e30))))
	}
	c.placeholder()
	return s.x.children(func() error {
		if !s.x.is(numberSpace, "embedded-text") {
			return s.x.skip()
		}
		place, err := s.x.attr(numberSpace, "position")
		if err != nil {
			return err
		}
		text, err := readText(s.x, nil)
		c.literal(string(text))
		for range max(digits([]byte(place)), 0) {
			c.placeholder()
		}
		return err
	})
}

// readCondition reads which other format applies to some of the numbers.
func (s *odsStyles) readCondition(f *odsFormat) error {
	condition, err := s.x.attr(styleSpace, "condition")
	if err != nil {
		return err
	}
	var o odsOther
	if o.name, err = s.x.attr(styleSpace, "apply-style-name"); err != nil {
		return err
	}
	condition = strings.TrimPrefix(strings.ReplaceAll(condition, " ", ""), "value()")
	o.condition(strings.Replace(condition, "!=", "<>", 1))
	const most = 10
	if o.operator != "" && len(f.others) < most {
		f.others = append(f.others, o)
	}
	return s.x.skip()
}

// format returns a number format by its name, nil if it shows numbers unchanged.
func (s *odsStyles) format(name string) numberFormat {
	f := s.formats[name]
	if f == nil {
		return nil
	}
	var all numberFormat
	speaks := f.section.look != nil
	for _, o := range f.others {
		if other := s.formats[o.name]; other != nil {
			o.look = other.section.look
		}
		speaks = speaks || o.look != nil
		all = append(all, o.formatSection)
	}
	if !speaks {
		return nil
	}
	return append(all, f.section)
}
