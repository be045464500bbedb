package chart

import "math"

// scale maps numbers to positions along an axis with evenly spaced, round ticks.
type scale struct {
	lo, hi  float64 // numbers at the ends, both of them ticks
	from    float64 // position of lo
	to      float64 // position of hi
	step    float64
	decimal int // decimals the ticks need
}

// newScale covers 0 and the numbers from lo to hi in about n round steps; whole rules out steps
// below 1.
func newScale(lo, hi float64, n int, whole bool) scale {
	return newSpan(min(lo, 0), max(hi, 0), n, whole)
}

// newSpan covers only the numbers from lo to hi, and 0 only if it is among them.
func newSpan(lo, hi float64, n int, whole bool) scale {
	if lo == hi {
		hi = lo + 1
	}
	step := roundStep((hi - lo) / float64(max(n, 1)))
	if whole {
		step = max(1, math.Round(step))
	}
	s := scale{lo: math.Floor(lo/step) * step, hi: math.Ceil(hi/step-1e-9) * step, step: step}
	s.decimal = max(0, int(-math.Floor(math.Log10(step)+1e-9)))
	return s
}

// roundStep is the smallest of 1, 2, 2.5 and 5 times a power of ten that is at least raw.
func roundStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= raw*(1-1e-9) && (m != 2.5 || power >= 10) {
			return m * power
		}
	}
	return 10 * power
}

// at is the position of a number, rounded to a whole point so that lines are sharp.
func (s scale) at(number float64) float64 {
	return math.Round(s.from + (number-s.lo)/(s.hi-s.lo)*(s.to-s.from))
}

func (s scale) ticks() []float64 {
	n := int(math.Round((s.hi - s.lo) / s.step))
	ticks := make([]float64, 0, n+1)
	for i := range n + 1 {
		ticks = append(ticks, s.lo+float64(i)*s.step)
	}
	return ticks
}

// label writes a tick.
func (s scale) label(v float64, style NumberStyle) string {
	style.Decimals = max(s.decimal, 0)
	if style.Percent {
		style.Decimals = max(style.Decimals-2, 0)
	}
	return style.Format(v)
}

// exact is the position of a number, not rounded.
func (s scale) exact(number float64) float64 {
	return s.from + (number-s.lo)/(s.hi-s.lo)*(s.to-s.from)
}
