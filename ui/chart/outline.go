package chart

import (
	"image"
	"image/draw"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// fill paints the outline of a character on a mask whose corner is the origin of the pen.
func fill(mask *image.Alpha, outline sfnt.Segments, p pathPen) {
	p.path = vector.NewRasterizer(mask.Bounds().Dx(), mask.Bounds().Dy())
	p.path.DrawOp = draw.Src
	point := func(at fixed.Point26_6) (x, y float32) {
		return float32(float64(at.X)/64 - p.x), float32(float64(at.Y)/64 - p.y)
	}
	for _, s := range outline {
		ax, ay := point(s.Args[0])
		bx, by := point(s.Args[1])
		cx, cy := point(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			p.path.ClosePath()
			p.path.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			p.path.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			p.path.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			p.path.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	p.path.ClosePath()
	p.path.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
}
