package data

import (
	"math"
	"math/bits"

	"nianbao/data/form"
)

// rowFacts is what the cells of a row depend on besides their numbers.
type rowFacts struct {
	query    Query
	isReport bool
	isTotal  bool
	edition  string // if the row is a report
	before   string // edition of last year's report or reports, "" if none
	years    int64  // if the row sums up reports: a bit for each year, including last year's
	year     int    // if the row is of one year
}

// take completes the facts and the years of the row.
func (f *rowFacts) take(row *Row, before string, years int64) {
	f.edition, f.before, f.years, f.year = row.Edition, before, years, row.Year
	if f.query.Rows.hasYear() {
		return
	}
	for year := firstMaskYear; year <= lastMaskYear; year++ {
		if f.has(year) && year >= f.query.FromYear {
			row.Years = append(row.Years, year)
		}
	}
}

// has reports whether a row that sums up reports has one of the year.
func (f *rowFacts) has(year int) bool {
	return f.years&yearBit(year) != 0
}

// compose makes a cell from the numbers of a column.
func compose(c *Column, parts []sum, f *rowFacts) Cell {
	var numbers [4]form.Number
	var known [4]bool
	for i := range parts {
		n, ok, tooLarge := parts[i].number()
		if tooLarge {
			return Cell{Status: form.StatusText, Note: TooLargeSum}
		}
		numbers[i], known[i] = n, ok
	}
	half := len(parts) / 2
	switch c.Compare {
	case ThisYear:
		return thisYearCell(c, f, measured(numbers[:len(parts)], known[:]))
	case Prior:
		return priorCell(c, f, measured(numbers[:len(parts)], known[:]))
	}
	return comparedCell(c, f, thisYearCell(c, f, measured(numbers[:half], known[:])), measured(numbers[half:half*2], known[half:]))
}

// comparedCell makes the cell of a comparison from the cells of both years.
func comparedCell(c *Column, f *rowFacts, now, was Cell) Cell {
	switch c.Compare {
	case ThisYear:
		return now
	case Prior:
		return priorCell(c, f, was)
	}
	if last := priorCell(c, f, was); !last.hasNumber() || !now.hasNumber() {
		return unknownChange(now, last)
	}
	return change(c, now, was)
}

// measured is a cell of one number, or of the two of a rate; it is blank if one of them
// is NULL.
func measured(numbers []form.Number, known []bool) Cell {
	if len(numbers) == 2 {
		if !known[0] || !known[1] {
			return Cell{Status: form.StatusBlank}
		}
		cell := Cell{Status: form.StatusNumber, Rate: &Rate{numbers[0], numbers[1]}}
		if numbers[1] == 0 {
			cell.Status = form.StatusNA
		}
		return cell
	}
	if !known[0] {
		return Cell{Status: form.StatusBlank}
	}
	return Cell{Status: form.StatusNumber, Value: numbers[0]}
}

func (c Cell) hasNumber() bool { return c.Status.HasValue() }

// thisYearCell is this year's cell. If it has no number, it says why.
func thisYearCell(c *Column, f *rowFacts, cell Cell) Cell {
	if cell.Status == form.StatusBlank && bits.OnesCount64(uint64(f.years)) > 1 && c.IsStock() && f.query.overYears(*c) && f.prints(c) {
		return Cell{Status: form.StatusNA, Note: NotAdded}
	}
	if cell.Status == form.StatusBlank && !f.isTotal && !f.prints(c) {
		cell.Status = Missing
	}
	return cell
}

// prints reports whether a report of the row prints the column. If none does, its
// cell is missing, not blank.
func (f *rowFacts) prints(c *Column) bool {
	year := c.Slice.Year
	if year == 0 {
		year = f.year
	}
	for y := firstMaskYear; y <= lastMaskYear; y++ {
		if (year == 0 && y >= f.query.FromYear || y == year) && f.has(y) && knownIn(c, y) {
			return true
		}
	}
	return false
}

// knownIn reports whether the form of a year has all terms of a column.
func knownIn(c *Column, year int) bool {
	e := form.EditionOf(year)
	return e != nil && comparable(c, e.ID, e.ID)
}

// priorCell is last year's cell. If it has no number, it says why.
func priorCell(c *Column, f *rowFacts, cell Cell) Cell {
	if f.isTotal && cell.Status == form.StatusBlank {
		return Cell{Status: Missing, Note: NoPrior}
	}
	if f.isTotal {
		return cell
	}
	there, same := f.lastYear(c)
	switch {
	case !there:
		return Cell{Status: Missing, Note: NoPrior}
	case !same:
		return Cell{Status: form.StatusNA, Note: NotComparable}
	case !cell.hasNumber() && cell.Rate == nil:
		return Cell{Status: form.StatusBlank, Note: PriorBlank}
	}
	cell.Raw = ""
	if cell.hasNumber() {
		cell.Status = form.StatusNumber
	}
	return cell
}

// lastYear reports whether there is a report of last year and whether the column means
// the same in it.
func (f *rowFacts) lastYear(c *Column) (there, same bool) {
	if f.isReport {
		return f.before != "", f.before == f.edition || comparable(c, f.before, f.edition)
	}
	year := c.Slice.Year
	if year == 0 {
		year = f.year
	}
	if year == 0 {
		year = f.query.ToYear
	}
	there = f.has(year - 1)
	if f.query.Rows.hasYear() {
		there = f.before != ""
	}
	for _, seam := range seamYears(c) {
		if seam == year {
			return there, false
		}
	}
	return there, true
}

// unknownChange is the cell of a change if one of the years has no number.
func unknownChange(now, last Cell) Cell {
	switch {
	case now.Status == form.StatusText && now.Note == "":
		return Cell{Status: now.Status, Note: NoNumber}
	case !now.hasNumber():
		return Cell{Status: now.Status, Note: last.Note}
	}
	if last.Status == form.StatusNA && last.Note == "" { // last year's rate has nothing to divide by
		return Cell{Status: form.StatusNA, Note: BaseZero}
	}
	return Cell{Status: last.Status, Note: last.Note}
}

// smallestBase is the smallest number of last year for which a change is given in
// percent: ten cases, any amount of money.
func smallestBase(c *Column) form.Number {
	if c.isMoney() {
		return 0
	}
	return form.Count(10)
}

func (c *Column) isMoney() bool {
	_, _, column, ok := form.Describe(c.Key)
	return c.Role == FigureColumn && ok && column.Money
}

// change is the cell of a change between two numbers or rates.
func change(c *Column, now, was Cell) Cell {
	cell := Cell{Status: form.StatusNumber}
	switch {
	case c.Compare == Points:
		a, _ := now.Rate.Share()
		b, _ := was.Rate.Share()
		cell.Value = percentage(a - b)
	case c.Compare == Change:
		cell.Value = now.Value - was.Value
	case was.Value <= 0:
		return Cell{Status: form.StatusNA, Note: BaseZero}
	case was.Value < smallestBase(c):
		return Cell{Status: form.StatusNA, Note: SmallBase}
	default:
		cell.Value = percentage((float64(now.Value) - float64(was.Value)) / float64(was.Value))
	}
	if cell.Value == 0 {
		cell.Note = Unvaried
	}
	return cell
}

// percentage is a share in percent, to six decimals.
func percentage(share float64) form.Number {
	const limit = float64(form.MaxNumber)
	return form.Number(math.Round(math.Max(-limit, math.Min(limit, share*100*float64(form.Count(1))))))
}
