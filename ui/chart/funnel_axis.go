package chart

import "math"

// volumes is the axis of cases: linear, or logarithmic if the largest number is over 50 times the
// smallest.
type volumes struct {
	even        scale
	logarithmic bool
	lo, hi      float64 // logarithms of the ends
	from, to    float64
}

// needsLogarithm reports whether a linear axis would crowd the smallest numbers.
func needsLogarithm(least, most float64) bool { return most > 50*least }

func newVolumes(least, most, from, to float64) volumes {
	v := volumes{from: from, to: to, logarithmic: needsLogarithm(least, most)}
	if v.logarithmic {
		v.lo, v.hi = math.Log10(least), math.Log10(most)
		return v
	}
	v.even = newScale(0, most*1.02, int(max(2, min(8, (to-from)/80))), true)
	v.even.from, v.even.to = from, to
	return v
}

func (v volumes) at(n float64) float64 {
	if v.logarithmic {
		return v.from + (v.to-v.from)*(math.Log10(n)-v.lo)/(v.hi-v.lo)
	}
	return v.even.exact(n)
}

// value is the number of cases at a position.
func (v volumes) value(x float64) float64 {
	share := (x - v.from) / (v.to - v.from)
	if v.logarithmic {
		return math.Pow(10, v.lo+share*(v.hi-v.lo))
	}
	return max(1, v.even.lo+share*(v.even.hi-v.even.lo))
}

func (v volumes) ticks() []float64 {
	if !v.logarithmic {
		return v.even.ticks()
	}
	var ticks []float64
	steps := []float64{1, 2, 5}
	if v.hi-v.lo > 3 {
		steps = []float64{1}
	}
	for power := math.Floor(v.lo); power <= v.hi; power++ {
		for _, m := range steps {
			if n := m * math.Pow10(int(power)); math.Log10(n) >= v.lo-1e-9 && math.Log10(n) <= v.hi+1e-9 {
				ticks = append(ticks, n)
			}
		}
	}
	return ticks
}
