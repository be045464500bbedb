package read

import "bytes"

// xlsxColour reads the attributes of a colour.
func xlsxColour(attributes []byte) (colour, error) {
	found, tint := colour(0), ""
	for raw := attributes; ; {
		name, value, rest, err := nextAttr(raw)
		if err != nil || len(name) == 0 {
			return shade(found, tint), err
		}
		raw = rest
		switch n := digits(value); string(name) {
		case "rgb":
			found = hexColour(string(value))
		case "indexed":
			found = indexColour(n)
		case "theme":
			switch n {
			case 0:
				found = white
			case 1:
				found = black
			default:
				found = byTheme | colour(n)&0xFF
			}
		case "tint":
			if tint = string(value); found>>24 == byTheme>>24 {
				for _, b := range value {
					found ^= colour(b) << 8 // only equal tints of a theme's colour are compared
				}
			}
		}
	}
}

// readFill reads the background of cells.
func (s *xlsxStyles) readFill() error {
	fill := strange
	err := s.x.children(func() error {
		if !s.x.is(sheetSpace, "patternFill") {
			return s.x.skip()
		}
		pattern, err := s.x.attr(noSpace, "patternType")
		if err != nil {
			return err
		}
		if pattern == "" || pattern == "none" {
			fill = 0
		}
		return s.x.children(func() (err error) {
			if pattern == "solid" && s.x.is(sheetSpace, "fgColor") {
				if fill, err = xlsxColour(s.x.attrs); err != nil {
					return err
				}
				if fill == 0 {
					fill = strange
				}
			}
			return s.x.skip()
		})
	})
	if len(s.fills) < maxStyles {
		s.fills = append(s.fills, fill)
	}
	return err
}

func fillOf(fills []colour, at int) colour {
	if at < 0 || at >= len(fills) {
		return 0
	}
	return fills[at]
}

// showsAllText reports whether no cell style, which styles lists, certainly has the colour
// of its font for its background.
func showsAllText(part, styles []byte) bool {
	fonts := coloursIn(part, "fonts", "font", "color")
	var fills []colour
	lost := false // some font is lost on white
	for _, c := range fonts {
		lost = lost || c.isLost(0)
	}
	if !lost && !bytes.Contains(part, []byte("fgColor")) {
		return true
	}
	fills = coloursIn(part, "fills", "fill", "fgColor")
	shown := true
	eachElement(styles, "xf", func(xf []byte) {
		font, fill := digits(valueOf(xf, "fontId")), digits(valueOf(xf, "fillId"))
		if font >= 0 && font < len(fonts) && fonts[font].isLost(fillOf(fills, fill)) {
			shown = false
		}
	})
	return shown
}

// coloursIn returns the colour of each element of a list.
func coloursIn(part []byte, list, element, name string) (all []colour) {
	_, rest, _ := bytes.Cut(part, []byte("<"+list))
	rest, _, _ = bytes.Cut(rest, []byte("</"+list+">"))
	eachElement(rest, element, func(one []byte) {
		found := colour(0)
		eachElement(one, name, func(tag []byte) {
			tag, _, _ = bytes.Cut(tag, []byte(">"))
			found, _ = xlsxColour(bytes.TrimSuffix(tag, []byte("/")))
		})
		all = append(all, found)
	})
	return all
}

// eachElement calls f with each element of a name, up to the next one.
func eachElement(part []byte, name string, f func([]byte)) {
	start := -1
	for i := 0; ; {
		at := bytes.Index(part[i:], []byte("<"+name))
		if at < 0 {
			break
		}
		at += i + 1 + len(name)
		i = at
		if at < len(part) && part[at] != ' ' && part[at] != '>' && part[at] != '/' {
			continue
		}
		if start >= 0 {
			f(part[start:at])
		}
		start = at
	}
	if start >= 0 {
		f(part[start:])
	}
}

// valueOf returns the value of an attribute in the tag that part begins with.
func valueOf(part []byte, name string) []byte {
	tag, _, _ := bytes.Cut(part, []byte(">"))
	_, rest, found := bytes.Cut(tag, []byte(" "+name+`="`))
	if !found {
		return nil
	}
	value, _, _ := bytes.Cut(rest, []byte(`"`))
	return value
}
