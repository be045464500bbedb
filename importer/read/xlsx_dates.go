package read

import (
	"strconv"
	"strings"
	"time"
)

// The days of 2000 and of 2099: numbers of five digits.
const (
	firstDay = 36526
	lastDay  = 73050
)

// mayBeDay reports whether a number could be a date, into which a program turned an input
// such as 1-2 or 3/5. Only its style can tell.
func mayBeDay(value string) bool {
	if len(value) < 5 || len(value) > 5 && value[5] != '.' {
		return false
	}
	day := digits([]byte(value[:5]))
	return day >= firstDay && day <= lastDay
}

func dayText(serial string) string {
	day, err := strconv.Atoi(serial[:5])
	if err != nil {
		return serial
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day).Format("2006-01-02")
}

// isDateFormat reports whether a built-in number format displays dates.
func isDateFormat(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateCode reports whether a number format has years, months, days or hours.
func isDateCode(code string) bool {
	quoted, bracketed := false, false
	for i := 0; i < len(code); i++ {
		switch b := code[i]; {
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '\\' || b == '_' || b == '*':
			i++
		case b == '[':
			bracketed = true
		case b == ']':
			bracketed = false
		case !bracketed && strings.IndexByte("yYmMdDhH", b) >= 0:
			return true
		}
	}
	return false
}

// isShownDay reports whether a stored number is the date that is displayed.
func isShownDay(stored []byte, shown string) bool {
	if !mayBeDay(string(stored)) {
		return false
	}
	_, rest, ok := leadingNumber(Tidy(shown))
	return !ok || rest != ""
}
