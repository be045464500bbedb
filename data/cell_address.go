package data

import (
	"strconv"

	"nianbao/data/form"
)

// noCell is the number of a cell without a spreadsheet address.
const noCell = int64(-1)

// The size of a spreadsheet; a column number has columnBits.
const (
	mostRows    = 1 << 20
	mostColumns = 1 << columnBits
	columnBits  = 14
)

// cellNumber packs a spreadsheet address such as H23 into one number, from row and column
// counted from 0. It returns noCell unless cellAddress would give exactly the same text
// back.
func cellNumber(cell string) int64 {
	n, column := 0, int64(0)
	for n < len(cell) && n < 3 && cell[n] >= 'A' && cell[n] <= 'Z' {
		column = column*26 + int64(cell[n]-'A'+1)
		n++
	}
	digits := cell[n:]
	if n == 0 || column > mostColumns || digits == "" || digits[0] < '1' || digits[0] > '9' || len(digits) > len("1048576") {
		return noCell
	}
	row, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || row > mostRows {
		return noCell
	}
	return (row-1)<<columnBits | (column - 1)
}

// cellAddress is the address with that number, "" for noCell.
func cellAddress(number int64) string {
	if number < 0 {
		return ""
	}
	letters := ""
	for n := number&(mostColumns-1) + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.FormatInt(number>>columnBits+1, 10)
}

// plainText is the text of a figure if it follows from status and value. The macro
// store.plain does the same in SQL.
func plainText(status form.Status, value form.Number) string {
	switch status {
	case form.StatusNA:
		return "/"
	case form.StatusNumber:
		return value.String()
	}
	return ""
}

// isPlain reports whether a figure's text is its plainText.
func isPlain(f *form.Figure) bool {
	switch f.Status {
	case form.StatusBlank:
		return f.Raw == ""
	case form.StatusNA:
		return f.Raw == "/"
	case form.StatusNumber:
		if f.Value == 0 || !f.Value.IsWhole() { // most figures: compared without allocating
			return f.Raw == f.Value.String()
		}
		var digits [20]byte
		return f.Raw == string(strconv.AppendInt(digits[:0], f.Value.Int(), 10))
	}
	return false
}
