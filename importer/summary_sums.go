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
// of the group are the sums of this row and the rows below it. Otherwise such a row is
// not a unit. The name of the group need not be certain to be none of a body: 县本级.
func (r *summaryRun) takeListed() {
	for k := 0; k < len(r.sums); k++ {
		at := slices.IndexFunc(r.rows, func(u summaryRow) bool { return u.row > r.sums[k].row })
		if at < 0 {
			at = len(r.rows)
		}
		isPlain := false
		var group sumRow
		switch {
		case k > 0 && r.unitsBetween(r.sums[k-1].row, r.sums[k].row) == 0:
			group = r.sums[k-1]
		case at > 0 && r.rows[at-1].isPlain:
			group, isPlain = sumRow{row: r.rows[at-1].row, name: r.rows[at-1].body.unit}, true
		default:
			continue
		}
		listed := r.listedUnder(group, k, at)
		if listed == nil {
			continue
		}
		r.sums = slices.Delete(r.sums, k, k+len(listed))
		r.rows = slices.Insert(r.rows, at, listed...)
		if isPlain {
			r.rows, r.sums = slices.Delete(r.rows, at-1, at), slices.Insert(r.sums, k, group)
		} else {
			k--
		}
		slices.SortFunc(r.rows, func(a, b summaryRow) int { return a.row - b.row })
	}
}

// listedUnder returns the rows from sum k on that are headed 其中 and a name, if a group is
// the sum of them and the units from at on, two rows or more. It returns nil otherwise.
func (r *summaryRun) listedUnder(group sumRow, k, at int) (listed []summaryRow) {
	if !r.hasValue(group.row) {
		return nil
	}
	sums := make([]form.Number, len(r.fields))
	for n := 1; ; n++ {
		isNextSum := k < len(r.sums) && (at == len(r.rows) || r.sums[k].row < r.rows[at].row)
		switch {
		case isNextSum:
			name, isListed := strings.CutPrefix(strings.Replace(r.sums[k].name, "：", ":", 1), "其中:")
			if _, ok := parseBody(name); !isListed || !ok {
				return nil
			}
			row := summaryRow{row: r.sums[k].row}
			row.name(name)
			listed = append(listed, row)
			r.addTo(sums, row.row)
			k++
		case at == len(r.rows) || listed == nil:
			return nil
		default:
			r.addTo(sums, r.rows[at].row)
			at++
		}
		if n > 1 && len(r.differingRow(group.row, sums)) == 0 {
			return listed
		}
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
// whose name need not be a body's may be the sum of its neighbours. Where the figures are
// too few to be certain, the total of the table decides, or the user.
func (r *summaryRun) findSums() {
	if r.unit < 0 || len(r.rows) < 3 || len(r.rows) > mostSums {
		return
	}
	const (
		sureDigits   = 4 // digits of agreement: by chance one row in ten thousand
		likelyDigits = 2
	)
	digits := make([]float64, len(r.rows))
	for i := range r.rows {
		row := &r.rows[i]
		if row.isPlain {
			digits[i] = max(r.sumOfNext(i, 1), r.sumOfNext(i, -1))
		}
		if r.mayBeSum(row) && r.isSumOfOthers(i) || row.isKind && digits[i] > 0 {
			digits[i] = math.Inf(1)
		}
	}
	all, others := r.fitsTotal(digits, math.Inf(1)), r.fitsTotal(digits, 0)
	var kept []summaryRow
	for i, row := range r.rows {
		if digits[i] >= sureDigits || digits[i] > 0 && others && !all {
			r.sums = append(r.sums, sumRow{row: row.row, name: row.body.unit})
			continue
		}
		row.maybeSum = digits[i] >= likelyDigits && !all
		kept = append(kept, row)
	}
	r.rows = kept
	slices.SortFunc(r.sums, func(a, b sumRow) int { return a.row - b.row })
}

// fitsTotal reports whether a total of the table is the sum of the rows whose digits do
// not exceed most.
func (r *summaryRun) fitsTotal(digits []float64, most float64) bool {
	if r.spansYears() {
		return false
	}
	sums := make([]form.Number, len(r.fields))
	for i := range r.rows {
		if digits[i] <= most && !math.IsInf(digits[i], 1) {
			r.addTo(sums, r.rows[i].row)
		}
	}
	for _, s := range r.sums {
		if s.isTotal && !isPartTotal(s.name) && r.hasValue(s.row) && len(r.differingRow(s.row, sums)) == 0 {
			return true
		}
	}
	return false
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

// sumOfNext returns how many digits of a row's figures agree with the sums of the rows next
// to it, below if step is 1, above if it is -1; 0 if some figure does not. A kind of bodies
// may have a single row, other sums have two or more.
func (r *summaryRun) sumOfNext(at, step int) (digits float64) {
	fewest := 2
	if r.rows[at].isKind {
		fewest = 1
	}
	sums := make([]form.Number, len(r.fields))
	for n, k := 1, at+step; k >= 0 && k < len(r.rows) && n <= reachSums; n, k = n+1, k+step {
		if r.rows[k].year != r.rows[at].year || r.isBetweenSums(at, k) {
			break
		}
		if r.addTo(sums, r.rows[k].row); n < fewest {
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
