package read

import "math"

// rtfScanner splits Rich Text Format into tokens.
type rtfScanner struct {
	src []byte
	pos int

	letter   byte   // of rtfByte and rtfHex
	name     string // of rtfWord; a symbol has a name of one character
	number   int    // after the name
	hasValue bool   // there is a number
}

type rtfToken uint8

const (
	rtfEnd rtfToken = iota
	rtfOpen
	rtfClose
	rtfByte   // an unescaped byte of text
	rtfHex    // a byte written as \'b0
	rtfWord   // a control word or symbol
	rtfBinary // data that was skipped
)

func (s *rtfScanner) next() (rtfToken, error) {
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		s.pos++
		switch c {
		case '{':
			return rtfOpen, nil
		case '}':
			return rtfClose, nil
		case '\\':
			return s.control()
		case '\r', '\n', 0:
		default:
			s.letter = c
			return rtfByte, nil
		}
	}
	return rtfEnd, nil
}

// control reads the token after a backslash.
func (s *rtfScanner) control() (rtfToken, error) {
	if s.pos >= len(s.src) {
		return rtfEnd, &ReadError{Kind: Truncated}
	}
	c := s.src[s.pos]
	if !isASCIILetter(c) {
		s.pos++
		switch c {
		case '\'':
			if s.pos+2 > len(s.src) {
				return rtfEnd, &ReadError{Kind: Truncated}
			}
			high, low := hexDigit(s.src[s.pos]), hexDigit(s.src[s.pos+1])
			if high < 0 || low < 0 {
				return rtfEnd, damaged(ReasonMalformed)
			}
			s.pos += 2
			s.letter = byte(high<<4 | low)
			return rtfHex, nil
		case '{', '}', '\\':
			s.letter = c
			return rtfByte, nil
		}
		s.name, s.number, s.hasValue = string(c), 0, false
		return rtfWord, nil
	}
	start := s.pos
	for s.pos < len(s.src) && isASCIILetter(s.src[s.pos]) {
		s.pos++
	}
	s.name = string(s.src[start:s.pos])
	s.value()
	if s.pos < len(s.src) && s.src[s.pos] == ' ' {
		s.pos++
	}
	if s.name == "bin" {
		if s.number < 0 || s.number > len(s.src)-s.pos {
			return rtfEnd, &ReadError{Kind: Truncated}
		}
		s.pos += s.number
		return rtfBinary, nil
	}
	return rtfWord, nil
}

// value reads the number after a control word.
func (s *rtfScanner) value() {
	s.number, s.hasValue = 0, false
	at, sign := s.pos, 1
	if at < len(s.src) && s.src[at] == '-' {
		at, sign = at+1, -1
	}
	for ; at < len(s.src) && IsDigit(s.src[at]); at++ {
		s.hasValue = true
		s.number = min(10*s.number+int(s.src[at]-'0'), math.MaxInt32)
	}
	if s.hasValue {
		s.number *= sign
		s.pos = at
	}
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
