package read

import "testing"

func TestADateInAnOldWorkbookIsNotAFigure(t *testing.T) {
	b := newBook()
	b.record(biffFormat, u16(164), u16(8), byte(0), []byte("yyyy-m-d"))
	b.record(biffFormat, u16(165), u16(5), byte(1), wide(`0"日d"`))
	for _, format := range []u16{0, 14, 164, 165} {
		b.record(biffXF, u16(0), format, make([]byte, 16))
	}
	content := b.sheets(biffVersion8, []string{"1"}, []byte{0}, []func(*biffBook){func(s *biffBook) {
		for style := range u16(4) {
			s.record(biffNumber, u16(0), style, style, 45293.0)
		}
		s.record(biffNumber, u16(1), u16(0), u16(1), 16.0)
	}})
	want(t, mustRead(t, content), `
		# 1
		1: =45293 | 2024-01-02 | 2024-01-02 | =45293 (45293日d)
		2: =16`)
}
