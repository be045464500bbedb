package data

import (
	"cmp"
	"fmt"
	"slices"

	"nianbao/data/form"
)

// orderItems keeps the rows that fulfil the conditions and orders them. It is not SQL
// because items are few and computed in Go.
func (q Query) orderItems(rows []Row, columns []Column) ([]Row, error) {
	indexOf := func(id string) (int, error) {
		i := slices.IndexFunc(columns, func(c Column) bool { return c.ID == id })
		if i < 0 {
			return 0, fmt.Errorf("%w: %s", ErrUnknownColumn, id)
		}
		return i, nil
	}
	for _, c := range q.Conditions {
		i, err := indexOf(c.Column)
		if err != nil {
			return nil, err
		}
		rows = slices.DeleteFunc(rows, func(r Row) bool { return !c.holds(r.Cells[i]) })
	}
	for _, key := range slices.Backward(q.Sort) {
		if key.Column == ItemColumn {
			continue // items keep the order of the form
		}
		i, err := indexOf(key.Column)
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(rows, func(a, b Row) int { return compareCells(a.Cells[i], b.Cells[i], key.Descending) })
	}
	return rows, nil
}

// compareCells puts cells without a number last in either direction.
func compareCells(a, b Cell, descending bool) int {
	x, hasX := a.size()
	y, hasY := b.size()
	switch {
	case !hasX || !hasY:
		return cmp.Compare(b2i(hasY), b2i(hasX))
	case descending:
		return cmp.Compare(y, x)
	}
	return cmp.Compare(x, y)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// size is the number by which a cell is ordered and compared; for a rate it is in %.
func (c Cell) size() (float64, bool) {
	if !c.Status.HasValue() {
		return 0, false
	}
	if c.Rate != nil {
		share, ok := c.Rate.Share()
		return share * 100, ok
	}
	return c.Value.Float(), true
}

// holds reports whether a cell fulfils the condition.
func (c Condition) holds(cell Cell) bool {
	size, known := cell.size()
	if c.Is.HasOperand() && !known {
		return false
	}
	value := c.Value.Float()
	switch c.Is {
	case Above:
		return size > value
	case AtLeast:
		return size >= value
	case Below:
		return size < value
	case AtMost:
		return size <= value
	case Equal:
		return size == value
	case Unequal:
		return size != value
	case Between:
		return size >= value && size <= c.Upper.Float()
	case HasValue:
		return known
	case IsBlank:
		return cell.Status == form.StatusBlank
	case IsNA:
		return cell.Status == form.StatusNA
	case IsText:
		return cell.Status == form.StatusText
	case IsAbsent:
		return cell.Status == Missing
	}
	return false
}
