package chart

import (
	"math"
	"testing"
)

func TestTheWilsonIntervalMatchesTheTextbook(t *testing.T) {
	for _, c := range []struct {
		of     Fraction
		lo, hi string
	}{
		{Fraction{12, 14}, "60.1", "96.0"},
		{Fraction{7, 14}, "26.8", "73.2"},
		{Fraction{0, 10}, "0.0", "27.8"},
		{Fraction{10, 10}, "72.2", "100.0"},
		{Fraction{1, 1}, "20.7", "100.0"},
		{Fraction{1519, 3486}, "41.9", "45.2"},
	} {
		lo, hi, ok := Wilson(c.of)
		if !ok || Comma(lo*100, 1) != c.lo || Comma(hi*100, 1) != c.hi {
			t.Errorf("%v: %v to %v, want %s to %s", c.of, lo*100, hi*100, c.lo, c.hi)
		}
	}
}

func TestWithoutCasesThereIsNeitherRateNorInterval(t *testing.T) {
	if _, ok := (Fraction{}).Rate(); ok {
		t.Error("0 of 0 has a rate")
	}
	if _, _, ok := Wilson(Fraction{}); ok {
		t.Error("0 of 0 has an interval")
	}
}

func TestAPooledRateIsTheRateOfTheSums(t *testing.T) {
	got := Pool([]Fraction{{1, 1}, {0, 0}, {10, 99}})
	if got != (Fraction{11, 100}) {
		t.Errorf("pooled %v", got)
	}
}

// The limits promise a probability; the test adds it up term by term.
func TestFunnelLimitsContainTheirShareOfUnits(t *testing.T) {
	for _, p := range []float64{0.1, 0.5, 0.85} {
		for _, n := range []float64{5, 14, 60, 400} {
			inner, outer := Limits(p, n)
			if in, out := inside(inner, p, n), inside(outer, p, n); in < 0.93-1/n || out < 0.997-0.1/n || in > out {
				t.Errorf("p=%v n=%v: %v hold %.4f, %v hold %.4f", p, n, inner, in, outer, out)
			}
			if inner.Lo < outer.Lo || inner.Hi > outer.Hi {
				t.Errorf("p=%v n=%v: the 95 %% limits %v leave the 99.8 %% limits %v", p, n, inner, outer)
			}
		}
	}
}

func TestFunnelLimitsAreContinuousWhereTheNormalApproximationBegins(t *testing.T) {
	exact, _ := Limits(0.5, 800)
	normal, _ := Limits(0.5, 801)
	if math.Abs(exact.Lo-normal.Lo) > 0.002 || math.Abs(exact.Hi-normal.Hi) > 0.002 {
		t.Errorf("from %v to %v", exact, normal)
	}
}

func TestFunnelLimitsNarrowAsCasesGrow(t *testing.T) {
	before := 2.0
	for _, n := range []float64{10, 30, 100, 1000, 1e6} {
		inner, _ := Limits(0.6, n)
		if width := inner.Hi - inner.Lo; width >= before {
			t.Errorf("n=%v: width %v after %v", n, width, before)
		} else {
			before = width
		}
	}
}

// inside is the probability of the outcomes within the limits, including those that a limit cuts.
func inside(b Limit, p, n float64) float64 {
	sum := 0.0
	for r := 0.0; r <= n; r++ {
		if r/n >= b.Lo-1/n && r/n <= b.Hi+1/n {
			sum += math.Exp(logChoose(n, r) + r*math.Log(p) + (n-r)*math.Log(1-p))
		}
	}
	return sum
}
