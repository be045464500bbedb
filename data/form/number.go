package form

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// Number is an exact decimal with six decimal places. Its unit is that of the
// column.
type Number int64

const (
	numberScale    = 1_000_000
	numberDecimals = 6
)

// MaxNumber is the largest absolute value of a figure. It fits a DECIMAL(18,6), so
// the store can hold every Number.
const MaxNumber = Number(999_999_999_999_999_999)

// Errors of ParseNumber.
var (
	ErrNotANumber     = errors.New("not a plain decimal number")
	ErrNumberTooLarge = errors.New("number too large")
	ErrNumberTooFine  = errors.New("number has more than six decimals")
)

// Count returns the Number of a whole count.
func Count(n int64) Number { return Number(n) * numberScale }

// ParseNumber parses a plain decimal number: an optional sign, ASCII digits and at
// most one point. If there are more than six decimal places, it rounds half away
// from zero and returns the result with ErrNumberTooFine.
func ParseNumber(s string) (Number, error) {
	digits, negative := strings.CutPrefix(s, "-")
	if !negative {
		digits = strings.TrimPrefix(s, "+")
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	if whole+fraction == "" || !onlyDigits(whole) || !onlyDigits(fraction) {
		return 0, ErrNotANumber
	}
	var fine error
	roundUp := false
	if len(fraction) > numberDecimals {
		if strings.Trim(fraction[numberDecimals:], "0") != "" {
			fine = ErrNumberTooFine
			roundUp = fraction[numberDecimals] >= '5'
		}
		fraction = fraction[:numberDecimals]
	}
	fraction += strings.Repeat("0", numberDecimals-len(fraction))
	v, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil || Number(v) > MaxNumber {
		return 0, ErrNumberTooLarge
	}
	if roundUp {
		v++
	}
	if negative {
		v = -v
	}
	return Number(v), fine
}

// NumberOf returns a float rounded to 15 significant digits, which is how a
// spreadsheet shows a stored number; ok is false if it is not finite or too
// large.
func NumberOf(f float64) (n Number, ok bool) {
	if math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) >= float64(MaxNumber)/numberScale {
		return 0, false
	}
	text := strconv.FormatFloat(f, 'e', 14, 64)
	rounded, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, false
	}
	n, err = ParseNumber(strconv.FormatFloat(rounded, 'f', -1, 64))
	return n, err == nil || errors.Is(err, ErrNumberTooFine)
}

// IsWhole reports whether the number is an integer.
func (n Number) IsWhole() bool { return n%numberScale == 0 }

// Int returns the whole part.
func (n Number) Int() int64 { return int64(n) / numberScale }

// Float returns the nearest float.
func (n Number) Float() float64 { return float64(n) / numberScale }

// String returns the number without grouping or trailing zeros.
func (n Number) String() string {
	sign, v := "", uint64(n)
	if n < 0 {
		sign, v = "-", uint64(-n)
	}
	whole := sign + strconv.FormatUint(v/numberScale, 10)
	if v%numberScale == 0 {
		return whole
	}
	fraction := strconv.FormatUint(v%numberScale+numberScale, 10)[1:]
	return whole + "." + strings.TrimRight(fraction, "0")
}

// Grouped returns the number with commas between thousands.
func (n Number) Grouped() string {
	whole, fraction, hasFraction := strings.Cut(n.String(), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if hasFraction {
		whole += "." + fraction
	}
	return sign + whole
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
