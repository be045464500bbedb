package form

import (
	"math/rand/v2"
	"testing"
)

// busy returns a report of the edition with random figures in which every
// identity holds.
func busy(edition string, random *rand.Rand) *Report {
	r := filled(edition)
	e := EditionByID(edition)
	for _, item := range []string{"received", "granted", "outcome-total"} {
		set(r, Key{ApplicationsTable, item, "natural-person"}, 0)
		set(r, Key{ApplicationsTable, item, TotalColumnID}, 0)
	}
	add := func(table, item, column string, n int64) {
		for _, c := range []string{column, TotalColumnID} {
			f := r.Figure(Key{table, item, c})
			f.Value += Count(n)
		}
	}
	for _, c := range e.Table(ApplicationsTable).Columns {
		if c.IsTotal {
			continue
		}
		load := int64(0)
		for _, it := range e.Table(ApplicationsTable).Leaves() {
			if it.Heading != "" && !it.IsTotal && random.IntN(3) == 0 {
				n := random.Int64N(60)
				load += n
				add(ApplicationsTable, it.ID, c.ID, n)
				add(ApplicationsTable, "outcome-total", c.ID, n)
			}
		}
		forward := random.Int64N(9)
		over := random.Int64N(load + forward + 1)
		add(ApplicationsTable, "carried-forward", c.ID, forward)
		add(ApplicationsTable, "carried-over", c.ID, over)
		add(ApplicationsTable, "received", c.ID, load+forward-over)
	}
	for _, it := range e.Table(ReviewTable).Items {
		for _, c := range []string{"upheld", "corrected", "other", "pending"} {
			add(ReviewTable, it.ID, c, random.Int64N(20))
		}
	}
	return r
}

// spoil changes a number in the way that people make mistakes.
func spoil(n int64, random *rand.Rand) int64 {
	switch random.IntN(5) {
	case 0: // digits swapped
		if n >= 10 {
			return n/100*100 + n%10*10 + n/10%10
		}
	case 1: // a digit lost
		if n >= 10 {
			return n / 10
		}
	case 2: // not filled in
		return 0
	case 3: // one digit wrong
		return n/10*10 + (n+1+random.Int64N(8))%10
	}
	return n + 1 + random.Int64N(5)
}

func TestTheDiagnosisFindsNineteenOfTwentyInjectedErrors(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	const injected = 500
	first, tied := 0, 0
	for n := 0; n < injected; {
		edition := []string{"2019", "2021"}[random.IntN(2)]
		r := busy(edition, random)
		keys := append(EditionByID(edition).Table(ApplicationsTable).Keys(), EditionByID(edition).Table(ReviewTable).Keys()...)
		k := keys[random.IntN(len(keys))]
		f := r.Figure(k)
		right := f.Value
		if f.Value = Count(spoil(right.Int(), random)); f.Value == right {
			continue
		}
		n++
		repairs := Diagnose(r, nil)
		if len(repairs) == 0 {
			t.Errorf("%s: %s for %s is not noticed", k, f.Value, right)
			continue
		}
		for _, repair := range repairs {
			if repair.Changes[0].Key == k && repair.Changes[0].To == right && (repair.Tied || repair.Changes[0] == repairs[0].Changes[0]) {
				first++
				if repair.Tied {
					tied++
				}
			}
		}
	}
	t.Logf("true cell first in %d of %d, %d of them tied", first, injected, tied)
	if first < injected*95/100 || tied > injected/10 {
		t.Errorf("true cell first in %d of %d (%d tied)", first, injected, tied)
	}
}

func TestANumberInTheWrongColumnIsMovedBack(t *testing.T) {
	r := busy("2021", rand.New(rand.NewPCG(1, 2)))
	from, to := Key{ApplicationsTable, "granted", "business"}, Key{ApplicationsTable, "granted", "research"}
	set(r, from, r.Figure(from).Value.Int()+31)
	for _, k := range []Key{{ApplicationsTable, "granted", TotalColumnID}, {ApplicationsTable, "outcome-total", "business"}, {ApplicationsTable, "outcome-total", TotalColumnID}, {ApplicationsTable, "received", "business"}, {ApplicationsTable, "received", TotalColumnID}} {
		set(r, k, r.Figure(k).Value.Int()+31)
	}
	if got := Diagnose(r, nil); len(got) != 0 {
		t.Fatalf("the report should be sound: %+v", got)
	}
	set(r, from, r.Figure(from).Value.Int()-31)
	set(r, to, r.Figure(to).Value.Int()+31)
	got := Diagnose(r, nil)
	if len(got) == 0 || got[0].Cause != CauseWrongCell || len(got[0].Changes) != 2 {
		t.Fatalf("%+v", got)
	}
	for _, c := range got[0].Changes {
		if c.Key != from && c.Key != to {
			t.Errorf("%s was not wrong", c.Key)
		}
	}
}

func TestTheRepairNamesTheLikelyMistake(t *testing.T) {
	granted := Key{ApplicationsTable, "granted", "natural-person"}
	for want, wrong := range map[Cause]int64{CauseSwapped: 21, CauseDigitLost: 1, CauseDigitAdded: 129} {
		r := filled("2021")
		set(r, granted, wrong)
		if got := Diagnose(r, nil); len(got) != 1 || got[0].Cause != want || got[0].Changes[0].To != Count(12) {
			t.Errorf("%s: %+v", want, got)
		}
	}
	r := filled("2021")
	set(r, Key{ApplicationsTable, "outcome-total", TotalColumnID}, 0)
	if got := Diagnose(r, nil); len(got) != 1 || got[0].Cause != CauseTotalMissing {
		t.Errorf("%+v", got)
	}
	before := filled("2021")
	set(before, granted, 37)
	r = filled("2021")
	set(r, granted, 37)
	if got := Diagnose(r, before); len(got) != 1 || got[0].Cause != CauseLastYear {
		t.Errorf("%+v", got)
	}
}

func TestIndependentFailuresAreDiagnosedOneByOne(t *testing.T) {
	r := filled("2021")
	set(r, Key{ReviewTable, "reconsideration", "upheld"}, 3)
	set(r, Key{ApplicationsTable, "granted", "natural-person"}, 21)
	var singles int
	for _, repair := range Diagnose(r, nil) {
		if len(repair.Changes) == 1 {
			singles++
		}
	}
	if singles < 2 {
		t.Errorf("%d repairs", singles)
	}
}
