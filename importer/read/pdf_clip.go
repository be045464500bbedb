package read

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// clippedText is a text of which only the part inside a box is visible: a worksheet
// prints a text that is wider than its cell in this way. The box is that of the cell.
type clippedText struct {
	bounds, shows box
	home          int // of its glyphs
}

const (
	mostClipped   = 5000 // texts of a page
	mostClipPaths = 8    // nested in each other
	mostCorners   = 8    // of a box
)

// noteClipped records a text that is partly invisible.
func (p *pdfPage) noteClipped(o references.FPDF_PAGEOBJECT) error {
	if p.depth > 0 || len(p.clipped) >= mostClipped {
		return nil
	}
	shows, ok, err := p.clipOf(o)
	if err != nil || !ok {
		return err
	}
	const slack = 1 // in points
	b, err := p.bounds(o, identity)
	if err != nil || b.left >= shows.left-slack && b.right <= shows.right+slack && b.top >= shows.top-slack && b.bottom <= shows.bottom+slack {
		return err
	}
	p.printed.homes = append(p.printed.homes, shows)
	p.clipped = append(p.clipped, clippedText{b, shows, len(p.printed.homes)})
	return nil
}

// homeOf returns the home of a glyph if it is part of a clipped text, else 0. Other
// glyphs may be printed over the invisible part.
func (p *pdfPage) homeOf(g *glyph, i int) (int, error) {
	for _, c := range p.clipped {
		around := box{c.bounds.left - g.size, c.bounds.top - g.size/2, c.bounds.right + g.size, c.bounds.bottom + g.size/2}
		if !around.contains(g.x, g.y) {
			continue
		}
		o, err := p.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: p.text, Index: i})
		if err != nil {
			return 0, err
		}
		if shows, ok, err := p.clipOf(o.TextObject); err != nil || ok && shows == c.shows {
			return c.home, err
		}
	}
	return 0, nil
}

// clipOf returns the box in which an object is visible; ok is false if it is not clipped.
func (p *pdfPage) clipOf(o references.FPDF_PAGEOBJECT) (b box, ok bool, err error) {
	clip, err := p.lib.FPDFPageObj_GetClipPath(&requests.FPDFPageObj_GetClipPath{PageObject: o})
	if err != nil {
		return b, false, nil // not clipped
	}
	count, err := p.lib.FPDFClipPath_CountPaths(&requests.FPDFClipPath_CountPaths{ClipPath: clip.ClipPath})
	if err != nil {
		return b, false, nil
	}
	for n := range min(count.Count, mostClipPaths) {
		inner, isBox, err := p.clipBox(clip.ClipPath, n)
		if err != nil {
			return b, false, err
		}
		if isBox && !ok {
			b, ok = inner, true
		} else if isBox {
			b = box{max(b.left, inner.left), max(b.top, inner.top), min(b.right, inner.right), min(b.bottom, inner.bottom)}
		}
	}
	return b, ok && b.width() > 0 && b.height() > 0, nil
}

// clipBox returns the box around a path that clips.
func (p *pdfPage) clipBox(clip references.FPDF_CLIPPATH, n int) (b box, ok bool, err error) {
	count, err := p.lib.FPDFClipPath_CountPathSegments(&requests.FPDFClipPath_CountPathSegments{ClipPath: clip, PathIndex: n})
	if err != nil || count.Count == 0 || count.Count > mostCorners {
		return b, false, nil
	}
	var corners []point
	for i := range count.Count {
		s, err := p.lib.FPDFClipPath_GetPathSegment(&requests.FPDFClipPath_GetPathSegment{ClipPath: clip, PathIndex: n, SegmentIndex: i})
		if err != nil {
			return b, false, err
		}
		at, err := p.lib.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return b, false, err
		}
		corners = append(corners, point{float64(at.X), -float64(at.Y)})
	}
	b = bounds(corners)
	return b, b.isFinite(), nil
}
