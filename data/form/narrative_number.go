package form

import (
	"strings"
)

// statedNumber is a number in the text. Its last digit stands for step, so that 7.7亿元
// can mean every amount within a step of it.
type statedNumber struct {
	value, step Number
}

// parseStated parses digits, possibly with a decimal point and followed by 万 or 亿, or Chinese
// numerals. ok is false for anything else.
func parseStated(text string) (n statedNumber, ok bool) {
	if n, ok := parseHan(text); ok {
		return statedNumber{Count(n), Count(1)}, true
	}
	digits, scale := text, int64(1)
	if d, found := strings.CutSuffix(digits, "万"); found {
		digits, scale = d, 1_0000
	} else if d, found := strings.CutSuffix(digits, "亿"); found {
		digits, scale = d, 1_0000_0000
	}
	value, err := ParseNumber(digits)
	if err != nil || value > MaxNumber/Number(scale) {
		return statedNumber{}, false
	}
	step := Count(1)
	if _, decimals, found := strings.Cut(digits, "."); found {
		for range decimals {
			step /= 10
		}
	}
	return statedNumber{value * Number(scale), step * Number(scale)}, true
}

const hanDigits = "零一二三四五六七八九"

// parseHan parses a number in Chinese numerals below 100 million: 三十六, 一百零五, 二〇.
func parseHan(text string) (int64, bool) {
	if text == "" {
		return 0, false
	}
	var total, section, digit int64
	text = strings.NewReplacer("〇", "零", "两", "二").Replace(text)
	if !strings.ContainsAny(text, "十百千万") {
		return parseHanDigits(text)
	}
	for _, r := range text {
		if i := strings.IndexRune(hanDigits, r); i >= 0 {
			digit = int64(i / len("零"))
			continue
		}
		switch r {
		case '十':
			section, digit = section+max(digit, 1)*10, 0
		case '百':
			section, digit = section+digit*100, 0
		case '千':
			section, digit = section+digit*1000, 0
		case '万':
			total, section, digit = (section+digit)*10000, 0, 0
		default:
			return 0, false
		}
	}
	return total + section + digit, true
}

// parseHanDigits parses numerals that are written digit by digit, such as 二零三.
func parseHanDigits(text string) (int64, bool) {
	const longest = 9 // digits
	var n int64
	if len(text) > longest*len("零") {
		return 0, false
	}
	for _, r := range text {
		i := strings.IndexRune(hanDigits, r)
		if i < 0 {
			return 0, false
		}
		n = n*10 + int64(i/len("零"))
	}
	return n, true
}
