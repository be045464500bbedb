package read

import (
	"encoding/binary"
	"slices"
)

// word97Row defines the cells of a row.
type word97Row struct {
	edges []int
	cells []word97Cell
}

// word97Cell says how a cell is merged.
type word97Cell struct{ horizontal, vertical int }

// change applies a modifier to the row.
func (r *word97Row) change(code int, v []byte) {
	switch code {
	case sprmTDefTable:
		r.define(v)
	case sprmTVertMerge:
		if len(v) >= 2 && int(v[0]) < len(r.cells) {
			r.cells[v[0]].vertical = int(v[1]) & 3
		}
	case sprmTInsert:
		r.insert(int(v[0]), int(v[1]), int(binary.LittleEndian.Uint16(v[2:])))
	case sprmTDelete:
		r.remove(r.span(v))
	case sprmTDxaCol:
		r.widen(r.span(v), int(binary.LittleEndian.Uint16(v[2:])))
	case sprmTMerge:
		for i, c := range r.span(v).indices() {
			r.cells[c].horizontal = mergedCell
			if i == 0 {
				r.cells[c].horizontal = firstMergedCell
			}
		}
	case sprmTSplit:
		for _, c := range r.span(v).indices() {
			r.cells[c].horizontal = 0
		}
	}
}

const (
	firstMergedCell = 1
	mergedCell      = 2
)

// define reads the edges of all cells and how they are merged.
func (r *word97Row) define(v []byte) {
	if len(v) < 1 || len(v) < 1+2*(int(v[0])+1) {
		return
	}
	n := int(v[0])
	r.edges, r.cells = make([]int, n+1), make([]word97Cell, n)
	for i := range r.edges {
		r.edges[i] = int(int16(binary.LittleEndian.Uint16(v[1+2*i:])))
	}
	const cellSize = 20
	rest := v[1+2*(n+1):]
	for i := range r.cells {
		if len(rest) < cellSize {
			return // the others have no properties
		}
		flags := int(binary.LittleEndian.Uint16(rest))
		r.cells[i] = word97Cell{horizontal: flags & 3, vertical: flags >> 5 & 3}
		rest = rest[cellSize:]
	}
}

// cellSpan is a range of cells.
type cellSpan struct{ first, limit int }

func (r *word97Row) span(v []byte) cellSpan {
	limit := min(int(v[1]), len(r.cells))
	return cellSpan{min(int(v[0]), limit), limit}
}

func (s cellSpan) indices() []int {
	var list []int
	for i := s.first; i < s.limit; i++ {
		list = append(list, i)
	}
	return list
}

func (r *word97Row) insert(first, count, width int) {
	if len(r.edges) == 0 {
		r.edges = []int{0}
	}
	for len(r.cells) < first {
		r.edges = append(r.edges, r.edges[len(r.cells)]+width)
		r.cells = append(r.cells, word97Cell{})
	}
	for range count {
		r.cells = slices.Insert(r.cells, first, word97Cell{})
		r.edges = slices.Insert(r.edges, first+1, r.edges[first])
		r.shift(first+1, width)
	}
}

func (r *word97Row) remove(s cellSpan) {
	for range s.indices() {
		width := r.edges[s.first+1] - r.edges[s.first]
		r.cells = slices.Delete(r.cells, s.first, s.first+1)
		r.edges = slices.Delete(r.edges, s.first+1, s.first+2)
		r.shift(s.first+1, -width)
	}
}

func (r *word97Row) widen(s cellSpan, width int) {
	for _, i := range s.indices() {
		r.shift(i+1, width-(r.edges[i+1]-r.edges[i]))
	}
}

// shift moves all edges from one on.
func (r *word97Row) shift(from, by int) {
	for i := from; i < len(r.edges); i++ {
		r.edges[i] += by
	}
}

// shape is the row for docFlow. The descriptions of the format contradict each other
// about which value marks the first of several merged cells; here the first cell decides.
func (r *word97Row) shape() *rowShape {
	s := &rowShape{exact: len(r.cells) > 0}
	if len(r.edges) > 0 {
		s.left = r.edges[0]
	}
	first := 0
	for i, c := range r.cells {
		shape := cellShape{right: r.edges[i+1], fromAbove: c.vertical == 1}
		switch {
		case c.horizontal == 0:
			first = 0
		case first == 0:
			first = c.horizontal
		case c.horizontal != first:
			shape.fromLeft = true
		}
		s.cells = append(s.cells, shape)
	}
	return s
}
