package palette

import (
	"image/color"
	"math"
	"testing"
)

// Matrices of Machado, Oliveira and Fernandes (2009) at full severity, on linear RGB.
var visions = map[string][3][3]float64{
	"normal":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
	"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
	"tritanopia":   {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}},
}

func TestSeriesColoursDifferForEveryKindOfColourVision(t *testing.T) {
	for _, p := range []Palette{Light(), Dark()} {
		for vision, matrix := range visions {
			for i, a := range p.Series {
				for _, b := range p.Series[i+1:] {
					if d := distance(seen(a, matrix), seen(b, matrix)); d < 12 {
						t.Errorf("dark=%v, %s: %v and %v are %.1f apart, want 12", p.Dark, vision, a, b, d)
					}
				}
			}
		}
	}
}

func TestTextIsReadableOnEveryBackground(t *testing.T) {
	for _, p := range []Palette{Light(), Dark()} {
		for name, c := range map[string]color.NRGBA{
			"ink": p.Ink, "muted": p.Muted, "accent": p.Accent, "rise": p.Rise,
			"fall": p.Fall, "fault": p.Fault, "warn": p.Warn, "good": p.Good,
		} {
			for ground, g := range map[string]color.NRGBA{"paper": p.Paper, "surface": p.Surface, "raised": p.Raised} {
				if r := contrast(c, g); r < 4.5 {
					t.Errorf("dark=%v: %s on %s has contrast %.2f, want 4.5", p.Dark, name, ground, r)
				}
			}
		}
		if r := contrast(p.OnAccent, p.Accent); r < 4.5 {
			t.Errorf("dark=%v: text on accent has contrast %.2f", p.Dark, r)
		}
	}
}

func seen(c color.NRGBA, m [3][3]float64) [3]float64 {
	in := linear(c)
	var out [3]float64
	for i := range out {
		out[i] = min(1, max(0, m[i][0]*in[0]+m[i][1]*in[1]+m[i][2]*in[2]))
	}
	return lab(out)
}

func linear(c color.NRGBA) [3]float64 {
	var out [3]float64
	for i, v := range []uint8{c.R, c.G, c.B} {
		f := float64(v) / 255
		if f <= 0.04045 {
			out[i] = f / 12.92
		} else {
			out[i] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return out
}

func lab(rgb [3]float64) [3]float64 {
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((.4124*rgb[0] + .3576*rgb[1] + .1805*rgb[2]) / .9505)
	y := f(.2126*rgb[0] + .7152*rgb[1] + .0722*rgb[2])
	z := f((.0193*rgb[0] + .1192*rgb[1] + .9505*rgb[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func contrast(a, b color.NRGBA) float64 {
	luminance := func(c color.NRGBA) float64 {
		l := linear(c)
		return .2126*l[0] + .7152*l[1] + .0722*l[2]
	}
	hi, lo := luminance(a), luminance(b)
	return (max(hi, lo) + .05) / (min(hi, lo) + .05)
}
