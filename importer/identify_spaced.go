package importer

import (
	"strings"

	"nianbao/importer/read"
)

// spaced is a text without its spaces that remembers their positions: a gap ends the
// value of a blank, 填报单位：石桥镇  填报人：张三, but may also be part of a spread
// name, 石 桥 镇.
type spaced struct {
	text string
	gaps map[int]int // number of spaces before a byte
}

// wideGap is the number of spaces that certainly separate two things.
const wideGap = 2

func newSpaced(text string) spaced {
	text = roundBrackets.Replace(read.Tidy(text))
	if !strings.ContainsAny(text, " \n") {
		return spaced{text: text}
	}
	s := spaced{gaps: map[int]int{}}
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || r == '\n' {
			s.gaps[b.Len()]++
			continue
		}
		b.WriteRune(r)
	}
	s.text = b.String()
	return s
}

// slice is the part of the text from one byte to another.
func (s spaced) slice(from, to int) spaced {
	part := spaced{text: s.text[from:to]}
	for at, n := range s.gaps {
		if at > from && at < to {
			if part.gaps == nil {
				part.gaps = map[int]int{}
			}
			part.gaps[at-from] = n
		}
	}
	return part
}

// trim drops characters of a set from both ends.
func (s spaced) trim(set string) spaced {
	left := strings.TrimLeft(s.text, set)
	from := len(s.text) - len(left)
	return s.slice(from, from+len(strings.TrimRight(left, set)))
}

// lastGap returns the beginning of the last word before a byte, after a space, a stop or
// a bracket; 0 if there is none.
func (s spaced) lastGap(before int) int {
	last := 0
	for i, r := range s.text[:before] {
		if s.gaps[i] > 0 {
			last = i
		}
		if strings.ContainsRune(";；,，。|)", r) {
			last = i + len(string(r))
		}
	}
	return last
}
