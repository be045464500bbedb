package chart

import "math"

// Fraction is Part of Whole, both counts: 12 of 14. A Whole of 0 has no rate.
type Fraction struct{ Part, Whole float64 }

// Rate is the share from 0 to 1; false if there is nothing to divide by.
func (f Fraction) Rate() (float64, bool) {
	if f.Whole <= 0 {
		return 0, false
	}
	return f.Part / f.Whole, true
}

// Small reports whether the fraction has too few cases to be ranked.
func (f Fraction) Small() bool { return f.Whole < SmallSample }

// SmallSample is the smallest number of cases for which a rate is ranked.
const SmallSample = 30

// Quantiles of the normal distribution for two-sided 95 % and 99.8 %.
const (
	z95  = 1.959963984540054
	z998 = 3.090232306167813
)

// Wilson is the 95 % score interval of a fraction, for 12/14 from 0.601 to 0.960; false without
// cases. It also holds for few cases and at 0 and 100 %, where the textbook interval fails.
func Wilson(f Fraction) (lo, hi float64, ok bool) {
	p, ok := f.Rate()
	if !ok {
		return 0, 0, false
	}
	n, z := f.Whole, z95
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, middle-half), min(1, middle+half), true
}

// Pool is the fraction of all parts of all wholes; rates are never averaged.
func Pool(fractions []Fraction) Fraction {
	var sum Fraction
	for _, f := range fractions {
		if f.Whole > 0 {
			sum.Part += f.Part
			sum.Whole += f.Whole
		}
	}
	return sum
}

// Limit is a pair of control limits: chance alone keeps a rate between them.
type Limit struct{ Lo, Hi float64 }

// Holds reports whether a rate is within the limits.
func (b Limit) Holds(rate float64) bool { return rate >= b.Lo-1e-12 && rate <= b.Hi+1e-12 }

// Limits are the 95 % and 99.8 % funnel limits for n cases around a pooled rate p: exact binomial
// quantiles interpolated between whole cases (Spiegelhalter 2005), or those of the normal
// distribution if there are many cases.
func Limits(p, n float64) (inner, outer Limit) {
	if n < 1 || p <= 0 || p >= 1 {
		return Limit{p, p}, Limit{p, p}
	}
	if n*p*(1-p) > 200 {
		s := math.Sqrt(p * (1 - p) / n)
		return clip(p-z95*s, p+z95*s), clip(p-z998*s, p+z998*s)
	}
	probabilities := [4]float64{0.001, 0.025, 0.975, 0.999}
	q := quantiles(p, math.Floor(n), probabilities)
	if part := n - math.Floor(n); part > 0 {
		for i, next := range quantiles(p, math.Floor(n)+1, probabilities) {
			q[i] += (next - q[i]) * part
		}
	}
	return clip(q[1], q[2]), clip(q[0], q[3])
}

func clip(lo, hi float64) Limit { return Limit{Lo: max(0, lo), Hi: min(1, hi)} }

// quantiles are the rates that a binomial of n cases stays below with the probabilities q,
// ascending. Outcomes more than ten deviations off are too rare to matter.
func quantiles(p, n float64, q [4]float64) [4]float64 {
	reach := 10*math.Sqrt(n*p*(1-p)) + 10
	r := max(0, math.Floor(n*p-reach))
	term := math.Exp(logChoose(n, r) + r*math.Log(p) + (n-r)*math.Log(1-p))
	rates, found, below := [4]float64{1, 1, 1, 1}, 0, 0.0
	for ; r <= n && found < len(q); r++ {
		for found < len(q) && below+term >= q[found] {
			rates[found] = (r - (below+term-q[found])/term) / n
			found++
		}
		below += term
		term *= (n - r) / (r + 1) * p / (1 - p)
	}
	return rates
}

func logChoose(n, k float64) float64 {
	a, _ := math.Lgamma(n + 1)
	b, _ := math.Lgamma(k + 1)
	c, _ := math.Lgamma(n - k + 1)
	return a - b - c
}
