package data

import (
	"fmt"
	"math/big"

	"nianbao/data/form"
)

// sum is a sum as DuckDB returns it, which may be larger than any Number. The zero value
// is NULL.
type sum struct {
	n     int64
	known bool
	large *big.Int // used instead of n if the sum does not fit into n
}

// Scan accepts what the driver returns for an integer of any size.
func (s *sum) Scan(value any) error {
	*s = sum{}
	switch v := value.(type) {
	case nil:
	case int64:
		*s = sum{n: v, known: true}
	case int32:
		*s = sum{n: int64(v), known: true}
	case *big.Int:
		*s = sumOf(v)
	default:
		return fmt.Errorf("a sum is a %T", value)
	}
	return nil
}

func sumOf(n *big.Int) sum {
	if n.IsInt64() {
		return sum{n: n.Int64(), known: true}
	}
	return sum{known: true, large: n}
}

// number is the sum; ok is false if it is NULL or does not fit into a Number.
func (s sum) number() (n form.Number, ok, tooLarge bool) {
	return form.Number(s.n), s.known && s.large == nil, s.large != nil
}

// plus adds two sums; NULL adds nothing.
func (s sum) plus(t sum) sum {
	switch {
	case !s.known:
		return t
	case !t.known:
		return s
	}
	if s.large == nil && t.large == nil {
		if total := s.n + t.n; (t.n >= 0) == (total >= s.n) {
			return sum{n: total, known: true}
		}
	}
	return sumOf(new(big.Int).Add(s.integer(), t.integer()))
}

func (s sum) integer() *big.Int {
	if s.large != nil {
		return s.large
	}
	return big.NewInt(s.n)
}
