package read

import "math"

// printedPage is the content of a page: characters and ruling lines. Lengths are in
// points, x grows to the right and y downwards.
type printedPage struct {
	number   int // 1-based
	glyphs   []glyph
	rules    []rule
	homes    []box   // boxes of texts that are partly invisible
	sheet    box     // the paper
	pictures float64 // total area of the pictures
	covered  bool    // by a picture that was drawn last
}

// shows reports whether a point is on the paper.
func (p *printedPage) shows(x, y float64) bool {
	return p.sheet.width() <= 0 || p.sheet.height() <= 0 || p.sheet.contains(x, y)
}

// glyph is a printed character.
type glyph struct {
	text  string
	x, y  float64 // of its centre
	width float64 // along the line
	size  float64 // of the font
	turn  int     // quarter turns clockwise from upright, for example of labels that run downwards
	vague bool    // the file does not tell reliably which character it is
	gone  bool    // struck out
	home  int     // number in homes, from 1, of the cell that it belongs to even if it is invisible there
	cut   bool    // it is at the end of the visible text in its home: more may have been left out
	spot  point   // the point that decides which cell it belongs to
}

func (g *glyph) left() float64 { return g.x - g.width/2 }

func (g *glyph) right() float64 { return g.x + g.width/2 }

// rule is a horizontal or vertical ruling line, drawn or made of dashes.
type rule struct {
	vertical bool
	at       float64 // y of a horizontal rule, x of a vertical one
	from, to float64
}

// box is a rectangle.
type box struct{ left, top, right, bottom float64 }

func boxOf(x0, y0, x1, y1 float64) box {
	return box{math.Min(x0, x1), math.Min(y0, y1), math.Max(x0, x1), math.Max(y0, y1)}
}

func (b box) width() float64 { return b.right - b.left }

func (b box) height() float64 { return b.bottom - b.top }

func (b box) contains(x, y float64) bool {
	return x >= b.left && x <= b.right && y >= b.top && y <= b.bottom
}

func (b box) isFinite() bool {
	sum := b.left + b.top + b.right + b.bottom
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

const (
	thickest   = 3     // thickness of the thickest ruling line
	shortest   = 4     // length of the shortest one once its dashes are joined
	mostRules  = 20000 // ruling lines and dashes of a page
	mostGlyphs = 200_000
)

// addBox adds a filled rectangle as a ruling line; a wide one is a background. isRule
// reports whether it is a line.
func (p *printedPage) addBox(b box) (isRule bool) {
	w, h := b.width(), b.height()
	if !b.isFinite() || math.Min(w, h) > thickest || len(p.rules) >= mostRules {
		return false
	}
	if h <= w {
		p.rules = append(p.rules, rule{at: (b.top + b.bottom) / 2, from: b.left, to: b.right})
	} else {
		p.rules = append(p.rules, rule{vertical: true, at: (b.left + b.right) / 2, from: b.top, to: b.bottom})
	}
	return true
}

// addPicture adds a picture. A picture over the whole page hides the text that was
// printed before, unless that is part of a table with ruling lines: text below a scan was
// recognised by a program, with mistakes.
func (p *printedPage) addPicture(b box) {
	const whole = 0.8
	if p.addBox(b) || !b.isFinite() {
		return
	}
	area := b.width() * b.height()
	p.pictures += area
	if area > whole*p.sheet.width()*p.sheet.height() && len(p.rules) == 0 {
		p.glyphs = p.glyphs[:0]
		p.covered = true
	}
}

// addEdges adds the four sides of a rectangle.
func (p *printedPage) addEdges(b box) {
	p.addBox(box{b.left, b.top, b.right, b.top})
	p.addBox(box{b.left, b.bottom, b.right, b.bottom})
	p.addBox(box{b.left, b.top, b.left, b.bottom})
	p.addBox(box{b.right, b.top, b.right, b.bottom})
}

// addOutline adds the drawn parts of a path as ruling lines. A stroked path shows its
// lines, a filled one is a line only if it is thin. A frame can also be filled as two
// rectangles of which one lies just within the other.
func (p *printedPage) addOutline(parts [][]point, stroked bool) {
	var outer box
	for i, points := range parts {
		b := bounds(points)
		if len(points) < 2 || p.addBox(b) {
			continue
		}
		if stroked {
			for k := 1; k < len(points); k++ {
				p.addBox(boxOf(points[k-1].x, points[k-1].y, points[k].x, points[k].y))
			}
		} else if i > 0 && isFrame(outer, b) {
			p.addEdges(b)
		}
		outer = b
	}
}

type point struct{ x, y float64 }

func bounds(points []point) box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, q := range points {
		b = box{math.Min(b.left, q.x), math.Min(b.top, q.y), math.Max(b.right, q.x), math.Max(b.bottom, q.y)}
	}
	return b
}

func isFrame(a, b box) bool {
	near := func(u, v float64) bool { return math.Abs(u-v) <= thickest }
	return near(a.left, b.left) && near(a.top, b.top) && near(a.right, b.right) && near(a.bottom, b.bottom)
}

// strikeOut marks the characters that a rule crosses.
func (p *printedPage) strikeOut(lone []rule) {
	const (
		middle = 0.25 // of the font size, up and down; a lower rule underlines
		most   = 0.7  // part of a character's width
	)
	for i := range p.glyphs {
		g := &p.glyphs[i]
		for _, r := range lone {
			near := math.Abs(r.at-g.y) < middle*g.size
			g.gone = g.gone || near && g.turn == 0 && overlap(r, g.left(), g.right()) > most*g.width
		}
	}
}

// makeUpright turns the page so that most of its text is upright. Landscape pages are
// often portrait pages with everything on them turned.
func (p *printedPage) makeUpright() {
	var count [4]int
	for i := range p.glyphs {
		count[p.glyphs[i].turn]++
	}
	most := 0
	for turn := range count {
		if count[turn] > count[most] {
			most = turn
		}
	}
	if most == 0 {
		return
	}
	back := 4 - most
	for i := range p.glyphs {
		g := &p.glyphs[i]
		g.x, g.y = quarterTurns(g.x, g.y, back)
		g.turn = (g.turn + back) % 4
	}
	for i, b := range p.homes {
		x0, y0 := quarterTurns(b.left, b.top, back)
		x1, y1 := quarterTurns(b.right, b.bottom, back)
		p.homes[i] = boxOf(x0, y0, x1, y1)
	}
	rules := p.rules
	p.rules = make([]rule, 0, len(rules))
	for _, r := range rules {
		x0, y0, x1, y1 := r.from, r.at, r.to, r.at
		if r.vertical {
			x0, y0, x1, y1 = r.at, r.from, r.at, r.to
		}
		x0, y0 = quarterTurns(x0, y0, back)
		x1, y1 = quarterTurns(x1, y1, back)
		if r.vertical != (back%2 == 1) {
			p.rules = append(p.rules, rule{vertical: true, at: x0, from: math.Min(y0, y1), to: math.Max(y0, y1)})
		} else {
			p.rules = append(p.rules, rule{at: y0, from: math.Min(x0, x1), to: math.Max(x0, x1)})
		}
	}
}

// setSpots sets the spot of each glyph: the nearest point in its home, if it has one.
func (p *printedPage) setSpots() {
	const (
		inside = 0.5
		margin = 0.05 // of the font size; text that fits keeps away from the side
	)
	for i := range p.glyphs {
		g := &p.glyphs[i]
		g.spot = point{g.x, g.y}
		if g.home > 0 && g.home <= len(p.homes) {
			b := p.homes[g.home-1]
			g.spot.x = math.Max(math.Min(g.x, b.right-inside), b.left+inside)
			g.spot.y = math.Max(math.Min(g.y, b.bottom-inside), b.top+inside)
			g.cut = g.left() < b.right && g.right() > b.right-margin*g.size
		}
	}
}

// quarterTurns turns a point clockwise around the origin.
func quarterTurns(x, y float64, n int) (float64, float64) {
	switch n % 4 {
	case 1:
		return -y, x
	case 2:
		return -x, -y
	case 3:
		return y, -x
	}
	return x, y
}

// directionOf returns the quarter turns of a direction; ok is false for an oblique one,
// such as that of a watermark.
func directionOf(dx, dy float64) (turn int, ok bool) {
	const oblique = 0.2 // tangent
	switch {
	case math.Abs(dy) <= oblique*math.Abs(dx) && dx != 0:
		if dx < 0 {
			return 2, true
		}
		return 0, true
	case math.Abs(dx) <= oblique*math.Abs(dy) && dy != 0:
		if dy < 0 {
			return 3, true
		}
		return 1, true
	}
	return 0, false
}
