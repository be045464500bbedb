package read

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// readPath reads the ruling lines of a path.
func (p *pdfPage) readPath(o references.FPDF_PAGEOBJECT, m placing) error {
	mode, err := p.lib.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil {
		return err
	}
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE
	if !filled && !mode.Stroke {
		return nil
	}
	b, err := p.bounds(o, m)
	if err != nil || p.printed.addBox(b) {
		return err
	}
	count, err := p.lib.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil {
		return err
	}
	if count.Count > mostSegments || len(p.printed.rules) >= mostRules {
		return nil
	}
	own, err := p.matrix(o)
	if err != nil {
		return err
	}
	parts, err := p.parts(o, count.Count, own.then(m))
	if err == nil {
		p.printed.addOutline(parts, mode.Stroke)
	}
	return err
}

// parts returns the corners of each part of a path. Curves end a part, because no
// ruling line has one.
func (p *pdfPage) parts(o references.FPDF_PAGEOBJECT, n int, m placing) (parts [][]point, err error) {
	var part []point
	end := func() {
		if len(part) > 1 {
			parts = append(parts, part)
		}
		part = nil
	}
	for i := range n {
		s, err := p.lib.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
		if err != nil {
			return nil, err
		}
		kind, err := p.lib.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return nil, err
		}
		at, err := p.lib.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return nil, err
		}
		closing, err := p.lib.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment})
		if err != nil {
			return nil, err
		}
		x, y := m.apply(float64(at.X), float64(at.Y))
		if kind.Type != enums.FPDF_SEGMENT_LINETO {
			end()
		}
		part = append(part, point{x, -y})
		if closing.IsClose && len(part) > 1 {
			part = append(part, part[0])
			end()
		}
	}
	end()
	return parts, nil
}
