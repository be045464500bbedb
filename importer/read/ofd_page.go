package read

import (
	"math"
	"strings"
)

// ofdPage reads the content of a page. Lengths in the file are in millimetres.
type ofdPage struct {
	*ofdReader
	templates map[string]string // parts of the templates by their ids
	printed   printedPage
	depth     int // of nested templates and parts
}

const pointsPerMillimetre = 72 / 25.4

// readPart reads a page, or a template that is printed below it.
func (p *ofdPage) readPart(part string) error {
	if p.depth++; p.depth > deepest {
		return tooLarge(ReasonDepth)
	}
	defer func() { p.depth-- }()
	var below []string
	err := p.pkg.scan(part, maxPartBytes, func(x *xmlScanner) error {
		return x.elements(func() error {
			if x.space != ofdSpace {
				return nil
			}
			switch string(x.name) {
			case "Template":
				id, err := x.attr(noSpace, "TemplateID")
				if at := p.templates[id]; at != "" {
					below = append(below, at)
				}
				return err
			case "PhysicalBox":
				text, err := x.ownText()
				if p.depth == 1 {
					p.printed.sheet = ofdBox(text)
				}
				return err
			case "TextObject", "PathObject", "ImageObject":
				return p.readObject(x)
			case "CompositeObject", "Annotations":
				return x.skip()
			}
			return nil
		})
	})
	for _, at := range below {
		if err == nil {
			err = p.readPart(at)
		}
	}
	return err
}

// ofdObject holds the properties that all objects of a page have.
type ofdObject struct {
	kind       string
	place      placing // from the object to the page
	size       float64 // of text
	turn       int     // of its characters
	boundary   box
	fill, line bool
}

// readObject reads an object unless it is invisible.
func (p *ofdPage) readObject(x *xmlScanner) error {
	o := ofdObject{kind: string(x.name), place: identity}
	shows := true
	for _, a := range []struct {
		name string
		take func(string)
	}{
		{"Visible", func(v string) { shows = shows && v != "false" && v != "0" }},
		{"Alpha", func(v string) { shows = shows && v != "0" }},
		{"CTM", func(v string) {
			if n := ofdNumbers(v, 6); len(n) == 6 {
				o.place = placing{n[0], n[1], n[2], n[3], n[4], n[5]}
			}
		}},
		{"Boundary", func(v string) { o.boundary = ofdBox(v) }},
		{"Size", func(v string) { o.size = ofdNumber(v) }},
		{"CharDirection", func(v string) { o.turn = int(ofdNumber(v)/90) & 3 }},
		{"Fill", func(v string) { o.fill = v == "true" || v == "1" }},
		{"Stroke", func(v string) { o.line = v == "false" || v == "0" }},
	} {
		value, err := x.attr(noSpace, a.name)
		if err != nil {
			return err
		}
		if value != "" {
			a.take(value)
		}
	}
	o.line = !o.line // a path is stroked unless it says otherwise
	o.place = o.place.then(placing{a: pointsPerMillimetre, d: pointsPerMillimetre, e: o.boundary.left, f: o.boundary.top})
	if !shows {
		return x.skip()
	}
	switch o.kind {
	case "TextObject":
		return p.readText(x, &o)
	case "PathObject":
		return p.readPath(x, &o)
	}
	p.printed.addPicture(o.boundary)
	return x.skip()
}

// readText reads the runs of a text.
func (p *ofdPage) readText(x *xmlScanner, o *ofdObject) error {
	var pen point
	from := len(p.printed.glyphs)
	err := x.children(func() error {
		switch {
		case x.is(ofdSpace, "TextCode"):
			return p.readRun(x, o, &pen)
		case x.is(ofdSpace, "FillColor"):
			alpha, err := x.attr(noSpace, "Alpha")
			if err != nil {
				return err
			}
			if alpha == "0" {
				o.size = 0 // the following text is invisible
			}
		}
		return x.skip()
	})
	if o.size == 0 {
		p.printed.glyphs = p.printed.glyphs[:from]
	}
	return err
}

// readRun reads characters and their positions. A run without a position of its own
// begins where the one before began.
func (p *ofdPage) readRun(x *xmlScanner, o *ofdObject, pen *point) error {
	var steps [2][]float64
	var given [2]bool
	for i, name := range []string{"DeltaX", "DeltaY"} {
		value, err := x.attr(noSpace, name)
		if err != nil {
			return err
		}
		steps[i], given[i] = ofdNumbers(value, mostGlyphs), value != ""
	}
	for _, a := range []struct {
		name string
		to   *float64
	}{{"X", &pen.x}, {"Y", &pen.y}} {
		value, err := x.attr(noSpace, a.name)
		if err != nil {
			return err
		}
		if value != "" {
			*a.to = ofdNumber(value)
		}
	}
	text, err := x.ownText()
	if err != nil {
		return err
	}
	if p.all += len(text); p.all > mostGlyphs {
		return tooLarge(ReasonText)
	}
	at := *pen
	n := 0
	for _, c := range text {
		g := glyph{width: advance(c) * o.size}
		dx, dy := step(steps[0], n), step(steps[1], n)
		if !given[0] && !given[1] {
			dx = g.width
		}
		if dx > 0 && dx < g.width {
			g.width = dx
		}
		p.addGlyph(c, g, at, o)
		at.x, at.y = at.x+dx, at.y+dy
		n++
	}
	return nil
}

// step returns the distance from character n to the next one.
func step(steps []float64, n int) float64 {
	switch {
	case n < len(steps):
		return steps[n]
	case len(steps) > 0:
		return steps[len(steps)-1]
	}
	return 0
}

// addGlyph places a character that stands at a point of an object.
func (p *ofdPage) addGlyph(c rune, g glyph, at point, o *ofdObject) {
	const middle = 0.37 // of the font size, above the line
	if c < ' ' || o.size <= 0 {
		return
	}
	turn, ok := directionOf(o.place.a, o.place.b)
	g.text, g.vague = plainCharacter(c), isVague(c) || c == '¤' // some programs write it for a character without a code
	g.turn = (turn + o.turn) % 4
	g.x, g.y = o.place.apply(at.x+g.width/2, at.y-middle*o.size)
	g.width *= math.Hypot(o.place.a, o.place.b)
	g.size = o.size * math.Hypot(o.place.c, o.place.d)
	if ok && !math.IsNaN(g.x+g.y+g.width+g.size) && p.printed.shows(g.x, g.y) {
		p.printed.glyphs = append(p.printed.glyphs, g)
	}
}

// readPath reads the ruling lines of a path.
func (p *ofdPage) readPath(x *xmlScanner, o *ofdObject) error {
	var data strings.Builder
	err := x.children(func() error {
		if !x.is(ofdSpace, "AbbreviatedData") {
			return x.skip()
		}
		text, err := x.ownText()
		data.WriteString(text)
		return err
	})
	if err != nil || !o.fill && !o.line {
		return err
	}
	if p.all++; p.all > mostGlyphs {
		return tooLarge(ReasonParts)
	}
	p.printed.addOutline(ofdParts(data.String(), o.place), o.line)
	return nil
}
