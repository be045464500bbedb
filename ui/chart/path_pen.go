package chart

import (
	"math"

	"golang.org/x/image/vector"
)

// pathPen draws outlines of shapes, in pixels of the picture, on a path whose origin is at x, y.
type pathPen struct {
	path *vector.Rasterizer
	x, y float64
}

func (p pathPen) move(x, y float64) { p.path.MoveTo(float32(x-p.x), float32(y-p.y)) }
func (p pathPen) to(x, y float64)   { p.path.LineTo(float32(x-p.x), float32(y-p.y)) }

func (p pathPen) bend(bx, by, cx, cy, dx, dy float64) {
	p.path.CubeTo(float32(bx-p.x), float32(by-p.y), float32(cx-p.x), float32(cy-p.y), float32(dx-p.x), float32(dy-p.y))
}

// arch is the length of the handles of a Bézier curve that makes a quarter circle.
const arch = 0.5522847498

// circle runs clockwise, or backwards to cut a hole.
func (p pathPen) circle(x, y, r float64, hole bool) {
	k, s := r*arch, 1.0
	if hole {
		s = -1
	}
	p.move(x+r, y)
	p.bend(x+r, y+s*k, x+k, y+s*r, x, y+s*r)
	p.bend(x-k, y+s*r, x-r, y+s*k, x-r, y)
	p.bend(x-r, y-s*k, x-k, y-s*r, x, y-s*r)
	p.bend(x+k, y-s*r, x+r, y-s*k, x+r, y)
	p.path.ClosePath()
}

func (p pathPen) rounded(b box, r float64) {
	r = max(0, min(r, b.width()/2, b.height()/2))
	k := r * (1 - arch)
	p.move(b.left+r, b.top)
	p.to(b.right-r, b.top)
	p.bend(b.right-k, b.top, b.right, b.top+k, b.right, b.top+r)
	p.to(b.right, b.bottom-r)
	p.bend(b.right, b.bottom-k, b.right-k, b.bottom, b.right-r, b.bottom)
	p.to(b.left+r, b.bottom)
	p.bend(b.left+k, b.bottom, b.left, b.bottom-k, b.left, b.bottom-r)
	p.to(b.left, b.top+r)
	p.bend(b.left, b.top+k, b.left+k, b.top, b.left+r, b.top)
	p.path.ClosePath()
}

// stroke is a line with round ends.
func (p pathPen) stroke(x1, y1, x2, y2, half float64) {
	length := math.Hypot(x2-x1, y2-y1)
	ux, uy := (x2-x1)/length*half, (y2-y1)/length*half
	kx, ky := ux*arch, uy*arch
	nx, ny := -uy, ux
	mx, my := -ky, kx
	p.move(x1+nx, y1+ny)
	p.to(x2+nx, y2+ny)
	p.bend(x2+nx+kx, y2+ny+ky, x2+ux+mx, y2+uy+my, x2+ux, y2+uy)
	p.bend(x2+ux-mx, y2+uy-my, x2-nx+kx, y2-ny+ky, x2-nx, y2-ny)
	p.to(x1-nx, y1-ny)
	p.bend(x1-nx-kx, y1-ny-ky, x1-ux-mx, y1-uy-my, x1-ux, y1-uy)
	p.bend(x1-ux+mx, y1-uy+my, x1+nx-kx, y1+ny-ky, x1+nx, y1+ny)
	p.path.ClosePath()
}
