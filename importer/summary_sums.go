package importer

import (
	"math"
	"slices"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// sumRow is a row of a summary that is not a unit's: a total, the sum of a group, or a
// row whose name is not a body's.
type sumRow struct {
	row     int
	name    string
	isTotal bool // its name says so
}

// segment is the sum of the units between two such rows.
type segment struct {
	units int
	sums  []form.Number // of each field
}

const (
	mostSums  = 5000 // rows of a table in which rows are compared with sums of others
	reachSums = 200  // largest number of rows above and below that one row may sum up
)

// takeListed reads 其中：石桥镇 as the first unit below the sum of a group if the figures
// of the group are the sums of this row and the units below it. Otherwise such a row is
// not a unit.
func (r *summaryRun) takeListed() {
	for k := 1; k < len(r.sums); k++ {
		name, isListed := strings.CutPrefix(strings.Replace(r.sums[k].name, "：", ":", 1), "其中:")
		first, group, end := r.sums[k].row, r.sums[k-1].row, math.MaxInt
		if _, ok := parseBody(name); !isListed || !ok || r.unitsBetween(group, first) > 0 {
			continue
		}
		if k+1 < len(r.sums) {
			end = r.sums[k+1].row
		}
		sums, at := make([]form.Number, len(r.fields)), len(r.rows)
		r.addTo(sums, first)
		for i := len(r.rows) - 1; i >= 0; i-- {
			if row := r.rows[i].row; row > first && row < end {
				r.addTo(sums, row)
				at = i
			}
		}
		if r.unitsBetween(first, end) == 0 || len(r.differing(k-1, sums)) > 0 || !r.hasValue(group) {
			continue
		}
		row := summaryRow{row: first}
		row.name(name)
		r.rows, r.sums = slices.Insert(r.rows, at, row), slices.Delete(r.sums, k, k+1)
		k--
	}
}

// unitsBetween counts the units between two rows.
func (r *summaryRun) unitsBetween(a, b int) (n int) {
	for i := range r.rows {
		if r.rows[i].row > a && r.rows[i].row < b {
			n++
		}
	}
	return n
}

// findSums treats rows as sums, whatever their names, if their figures are the sums of
// the rows above or below. A place above the units must be the sum of all others; a row
// whose name need not be a body's may be the sum of its neighbours.
func (r *summaryRun) findSums() {
	if r.unit < 0 || len(r.rows) < 3 || len(r.rows) > mostSums {
		return
	}
	plain := 0
	for i := range r.rows {
		if r.rows[i].isPlain {
			plain++
		}
	}
	var kept []summaryRow
	for i := range r.rows {
		row := r.rows[i]
		digits := 0.0
		switch {
		case r.mayBeSum(&row) && r.isSumOfOthers(i):
			digits = math.Inf(1)
		case row.isPlain:
			digits = max(r.sumOfNext(i, 1), r.sumOfNext(i, -1))
		}
		const sureDigits = 4 // digits of agreement: by chance one row in ten thousand
		if digits >= sureDigits {
			r.sums = append(r.sums, sumRow{row: row.row, name: row.body.unit})
			continue
		}
		row.maybeSum = digits > 0 && 3*plain < len(r.rows)
		kept = append(kept, row)
	}
	if len(kept) < len(r.rows) {
		r.rows = kept
		slices.SortFunc(r.sums, func(a, b sumRow) int { return a.row - b.row })
	}
}

func (r *summaryRun) mayBeSum(row *summaryRow) bool {
	if row.body.unit == r.place.unit || row.isPlain && row.body.region == "" {
		return true
	}
	for i := range r.rows {
		if other := &r.rows[i]; row.body.level != noLevel && other.body.level > row.body.level {
			return true
		}
	}
	return false
}

// isSumOfOthers compares the figures of a row with the sums of all other rows of its
// year.
func (r *summaryRun) isSumOfOthers(at int) bool {
	positive, others := false, 0
	sums := make([]form.Number, len(r.fields))
	for k := range r.rows {
		if k != at && r.rows[k].year == r.rows[at].year {
			others++
			r.addTo(sums, r.rows[k].row)
		}
	}
	for i := range r.fields {
		own := r.valueAt(r.rows[at].row, i)
		if own.Status.HasValue() && own.Value != sums[i] || !own.Status.HasValue() && sums[i] != 0 {
			return false
		}
		positive = positive || sums[i] != 0
	}
	return positive && others >= 2
}

// sumOfNext returns how many digits of a row's figures agree with the sums of the two or
// more rows next to it, below if step is 1, above if it is -1; 0 if some figure does not.
func (r *summaryRun) sumOfNext(at, step int) (digits float64) {
	sums := make([]form.Number, len(r.fields))
	for n, k := 1, at+step; k >= 0 && k < len(r.rows) && n <= reachSums; n, k = n+1, k+step {
		if r.rows[k].year != r.rows[at].year || r.isBetweenSums(at, k) {
			break
		}
		r.addTo(sums, r.rows[k].row)
		if n < 2 {
			continue
		}
		same, exceeded := 0.0, false
		for i := range r.fields {
			own := r.valueAt(r.rows[at].row, i)
			switch {
			case !own.Status.HasValue():
				if sums[i] != 0 {
					same = math.Inf(-1)
				}
			case own.Value != sums[i]:
				same = math.Inf(-1)
				exceeded = exceeded || sums[i] > own.Value
			default:
				same += math.Log10(1 + own.Value.Float())
			}
		}
		if same > 0 {
			digits = max(digits, same)
		}
		if exceeded {
			break
		}
	}
	return digits
}

// isBetweenSums reports whether there is a row other than a unit's between two units.
func (r *summaryRun) isBetweenSums(a, b int) bool {
	from, to := min(r.rows[a].row, r.rows[b].row), max(r.rows[a].row, r.rows[b].row)
	for _, s := range r.sums {
		if s.row > from && s.row < to {
			return true
		}
	}
	return false
}

func (r *summaryRun) valueAt(row, field int) read.Value {
	f := &r.fields[field]
	return read.ValueOf(*r.locator.view.at(row, r.columns[f.index].left), f.column, f.money)
}

func (r *summaryRun) hasValue(row int) bool {
	for i := range r.fields {
		if r.valueAt(row, i).Status.HasValue() {
			return true
		}
	}
	return false
}

func (r *summaryRun) addTo(sums []form.Number, row int) {
	for i := range r.fields {
		if v := r.valueAt(row, i); v.Status.HasValue() {
			sums[i] += v.Value
		}
	}
}
