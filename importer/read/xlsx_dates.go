package read

import (
	"strconv"
	"strings"
	"time"
)

// datedCell is a number that could be a date, because a program turned an input
// such as 1-2 or 3/5 into one. Only its style can tell.
type datedCell struct{ row, col, style int }

// The days of 2000 and of 2099: numbers of five digits.
const (
	firstDay = 36526
	lastDay  = 73050
)

// mayBeDay reports whether a number could be a date, so that its style must be
// looked up.
func mayBeDay(value []byte) bool {
	if len(value) < 5 || len(value) > 5 && value[5] != '.' {
		return false
	}
	day := digits(value[:5])
	return day >= firstDay && day <= lastDay
}

// replaceDates replaces numbers in a date style by the text of the date: they
// are not figures.
func replaceDates(p *zipPackage, styles string, rows []Row, dated []datedCell) error {
	if len(dated) == 0 || styles == "" {
		return nil
	}
	isDate, err := readDateStyles(p, styles)
	if err != nil {
		return err
	}
	for _, d := range dated {
		if d.style >= len(isDate) || !isDate[d.style] {
			continue
		}
		c := &rows[d.row].Cells[d.col]
		text := dayText(c.Text)
		c.Text, c.Kind = text, TextCell
		for i := d.row; i < len(rows); i++ { // the cells that it covers
			covered := false
			for j := d.col; j < len(rows[i].Cells); j++ {
				if x := &rows[i].Cells[j]; x.Covered && int(x.OriginRow) == d.row && int(x.OriginCol) == d.col {
					x.Text, x.Kind, covered = text, TextCell, true
				}
			}
			if !covered {
				break
			}
		}
	}
	return nil
}

func dayText(serial string) string {
	day, err := strconv.Atoi(serial[:5])
	if err != nil {
		return serial
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day).Format("2006-01-02")
}

// readDateStyles returns for each cell style whether it displays dates.
func readDateStyles(p *zipPackage, part string) ([]bool, error) {
	var isDate []bool
	custom := map[int]bool{}
	err := p.scan(part, maxIndexBytes, func(x *xmlScanner) error {
		return x.elements(func() error {
			switch {
			case x.is(sheetSpace, "numFmt"):
				return readNumberFormat(x, custom)
			case x.is(sheetSpace, "cellXfs"):
				return x.children(func() error {
					if x.is(sheetSpace, "xf") && len(isDate) < maxStyles {
						id, err := x.attr(noSpace, "numFmtId")
						if err != nil {
							return err
						}
						n := digits([]byte(id))
						isDate = append(isDate, custom[n] || isDateFormat(n))
					}
					return x.skip()
				})
			}
			return nil
		})
	})
	return isDate, err
}

const maxStyles = 70_000

func readNumberFormat(x *xmlScanner, custom map[int]bool) error {
	id, err := x.attr(noSpace, "numFmtId")
	if err != nil {
		return err
	}
	code, err := x.attr(noSpace, "formatCode")
	if n := digits([]byte(id)); err == nil && n >= 0 && len(custom) < maxStyles {
		custom[n] = isDateCode(code)
	}
	return err
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
	if !mayBeDay(stored) {
		return false
	}
	_, rest, ok := leadingNumber(Tidy(shown))
	return !ok || rest != ""
}
