package read

import (
	"math"
	"strconv"
	"strings"
)

// ofdNumber reads a number, 0 if there is none.
func ofdNumber(text string) float64 {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return 0
	}
	return n
}

// ofdNumbers reads a list of numbers, in which “g 3 4.2” stands for 4.2 4.2 4.2.
// It returns at most the given number of them.
func ofdNumbers(text string, most int) []float64 {
	var all []float64
	words := strings.Fields(text)
	for i := 0; i < len(words) && len(all) < most; i++ {
		if words[i] != "g" || i+2 >= len(words) {
			all = append(all, ofdNumber(words[i]))
			continue
		}
		n, d := ofdNumber(words[i+1]), ofdNumber(words[i+2])
		for range int(math.Min(math.Max(n, 0), float64(most-len(all)))) {
			all = append(all, d)
		}
		i += 2
	}
	return all
}

// ofdBox reads “x y width height” as a box in points.
func ofdBox(text string) box {
	n := ofdNumbers(text, 4)
	if len(n) < 4 {
		return box{}
	}
	const k = pointsPerMillimetre
	return box{n[0] * k, n[1] * k, (n[0] + n[2]) * k, (n[1] + n[3]) * k}
}

// ofdParts returns the corners of each part of a path on the page: M and S begin a part,
// L continues it, C closes it. Curves end a part, because no ruling line has one.
func ofdParts(data string, place placing) (parts [][]point) {
	var part []point
	end := func() {
		if len(part) > 1 {
			parts = append(parts, part)
		}
		part = nil
	}
	words := strings.Fields(data)
	if len(words) > 3*mostSegments {
		return nil
	}
	for i := 0; i < len(words); i++ {
		numbers := map[string]int{"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7}[words[i]]
		switch words[i] {
		case "C":
			if len(part) > 1 {
				part = append(part, part[0])
			}
			end()
			continue
		case "L":
		default:
			end()
		}
		if numbers == 0 || i+numbers >= len(words) {
			continue
		}
		i += numbers
		x, y := place.apply(ofdNumber(words[i-1]), ofdNumber(words[i]))
		part = append(part, point{x, y})
	}
	end()
	return parts
}
