package data

import (
	"strconv"

	"nianbao/data/form"
)

// nowhere is the place of a cell without a spreadsheet address.
const nowhere = int64(-1)

// The size of a spreadsheet; columns fit into placeBits.
const (
	mostRows    = 1 << 20
	mostColumns = 1 << placeBits
	placeBits   = 14
)

// placeOf turns a spreadsheet address such as H23 into one number, from row
// and column, both counted from 0. An address that store.figures would not write in
// exactly the same way is nowhere.
func placeOf(cell string) int64 {
	n, column := 0, int64(0)
	for n < len(cell) && n < 3 && cell[n] >= 'A' && cell[n] <= 'Z' {
		column = column*26 + int64(cell[n]-'A'+1)
		n++
	}
	digits := cell[n:]
	if n == 0 || column > mostColumns || digits == "" || digits[0] < '1' || digits[0] > '9' || len(digits) > len("1048576") {
		return nowhere
	}
	row, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || row > mostRows {
		return nowhere
	}
	return (row-1)<<placeBits | (column - 1)
}

// address is the spreadsheet address of a place, "" for nowhere.
func address(place int64) string {
	if place < 0 {
		return ""
	}
	letters := ""
	for n := place&(mostColumns-1) + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.FormatInt(place>>placeBits+1, 10)
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
		if f.Value == 0 || !f.Value.IsWhole() { // the usual number, recognised without writing it
			return f.Raw == f.Value.String()
		}
		var digits [20]byte
		return f.Raw == string(strconv.AppendInt(digits[:0], f.Value.Int(), 10))
	}
	return false
}
