package chart

import "testing"

func TestNumbersAreWrittenWithCommasAndATrueMinus(t *testing.T) {
	for _, c := range []struct {
		number float64
		style  NumberStyle
		want   string
	}{
		{0, NumberStyle{}, "0"},
		{999, NumberStyle{}, "999"},
		{2390, NumberStyle{}, "2,390"},
		{11398889, NumberStyle{}, "11,398,889"},
		{-18, NumberStyle{}, "−18"},
		{-0.2, NumberStyle{}, "0"},
		{24252.311082, NumberStyle{Decimals: 6}, "24,252.311082"},
		{0.857142, NumberStyle{Decimals: 1, Percent: true}, "85.7%"},
		{13.0 / 16, NumberStyle{Decimals: 1, Percent: true}, "81.3%"},
		{-28.75, NumberStyle{Decimals: 1}, "−28.8"},
		{0.4005, NumberStyle{Decimals: 1, Percent: true}, "40.1%"},
	} {
		if got := c.style.Format(c.number); got != c.want {
			t.Errorf("%v with %+v is %q, want %q", c.number, c.style, got, c.want)
		}
	}
}

func TestAxesCoverTheNumbersInRoundSteps(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		whole  bool
		step   float64
	}{
		{0, 0, true, 1},
		{0, 3, true, 1},
		{0, 16, true, 5},
		{0, 2390, true, 500},
		{-461, 18, true, 100},
		{0, 11398889, true, 2.5e6},
		{0, 0.95, false, 0.2},
		{1e-9, 0.003, false, 0.001},
	} {
		s := newScale(c.lo, c.hi, 5, c.whole)
		if s.step != c.step {
			t.Errorf("%v to %v: step %v, want %v", c.lo, c.hi, s.step, c.step)
		}
		if s.lo > min(0, c.lo) || s.hi < c.hi {
			t.Errorf("%v to %v: the axis covers only %v to %v", c.lo, c.hi, s.lo, s.hi)
		}
		if n := len(s.ticks()); n < 2 || n > 8 {
			t.Errorf("%v to %v: %d ticks", c.lo, c.hi, n)
		}
	}
}
