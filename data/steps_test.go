package data

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/data/form"
)

// stand returns all figures and findings of a store without the texts of cells, which a
// correction does not change.
func stand(t *testing.T, s *Store) string {
	t.Helper()
	answer, err := s.SQL(t.Context(), `SELECT unit, year, table_id, item_id, column_id, value, status, '', '', '' FROM figures
		UNION ALL SELECT unit, year, table_id, item_id, column_id, difference, rule, severity, message, verdict FROM findings
		UNION ALL SELECT unit, year, '', '', '', received_total, '', '', '', '' FROM applications ORDER BY ALL`, Limits{Rows: 1_000_000})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range answer.Rows {
		for _, v := range row {
			b.WriteString(v.String + "|")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// check compares the store with the model.
func (j *journal) check(t *testing.T, s *Store) {
	t.Helper()
	var reports []form.Report
	for n, r := range j.inForce() {
		reports = append(reports, j.corrected(n, r))
	}
	slices.SortFunc(reports, func(a, b form.Report) int { return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Year, b.Year)) })
	fresh := openStore(t)
	if len(reports) > 0 {
		save(t, fresh, reports...)
	}
	if got, want := stand(t, s), stand(t, fresh); got != want {
		t.Fatalf("figures or findings differ from the model's: %s", differing(want, got))
	}
	if got, want := shownCells(t, s), shownCells(t, fresh); got != want {
		t.Fatalf("the table differs from the model's: %s", differing(want, got))
	}
	if err := fresh.Close(); err != nil {
		t.Fatal(err)
	}
	found, err := s.Findings(t.Context(), FindingFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		want := ""
		for _, e := range j.events {
			if !e.undone && e.place == (findingAt{f.Body.Unit, f.Year, f.Rule, f.Key}) {
				want = e.decided
			}
		}
		if got := string(f.Decision) + f.Note; got != want {
			t.Fatalf("%s %d %s is decided %q, want %q", f.Body.Unit, f.Year, f.Rule, got, want)
		}
	}
	waiting, err := s.Pending(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, p := range waiting {
		list = append(list, fmt.Sprint(p.Body.Unit, p.Year, p.Key, p.Status, p.Value, "≠", p.Later.Value))
	}
	slices.Sort(list)
	if got, want := fmt.Sprint(list), fmt.Sprint(j.pending()); got != want {
		t.Fatalf("to be confirmed: %s\nwant %s", got, want)
	}
}

// shownCells returns the cells of the table of reports.
func shownCells(t *testing.T, s *Store) string {
	t.Helper()
	var b strings.Builder
	for _, row := range answer(t, s, Query{View: Everything}).Rows {
		fmt.Fprint(&b, row.Body, row.Year, row.Findings)
		for _, c := range row.Cells {
			fmt.Fprint(&b, " ", c.Status, c.Value)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// walk makes a random step in store and model.
func (j *journal) walk(t *testing.T, s *Store, random *rand.Rand) {
	t.Helper()
	inForce := j.inForce()
	var numbers []int64
	for n := range inForce {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	pick := func() (int64, form.Report) {
		n := numbers[random.IntN(len(numbers))]
		return n, inForce[n]
	}
	step := random.IntN(12)
	if len(numbers) == 0 {
		step = 0
	}
	switch step {
	case 0, 1:
		j.take(t, s, random)
	case 2, 3, 4:
		n, r := pick()
		f := r.Figures[random.IntN(40)]
		says := figureSays{form.StatusNumber, form.Count(int64(random.IntN(50)))}
		if random.IntN(4) == 0 {
			says = figureSays{status: form.StatusBlank}
		}
		err := s.Amend(t.Context(), Amendment{ReportID: n, Key: f.Key, Status: says.status, Value: says.value, Reason: "电话核实"})
		if errors.Is(err, ErrSameFigure) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		j.do(&event{amended: map[amendedAt]figureSays{{n, f.Key}: says}})
	case 5:
		found, err := s.Findings(t.Context(), FindingFilter{})
		if err != nil || len(found) == 0 {
			t.Skip("no findings", err)
		}
		f := found[random.IntN(len(found))]
		decision, note := []Decision{Pending, Confirmed, Ignored}[random.IntN(3)], []string{"", "已核实"}[random.IntN(2)]
		if err := s.Decide(t.Context(), f, decision, note); err != nil {
			t.Fatal(err)
		}
		j.do(&event{place: findingAt{f.Body.Unit, f.Year, f.Rule, f.Key}, decided: string(decision) + note})
	case 6:
		n, r := pick()
		to := form.Report{Region: r.Region, Unit: fmt.Sprintf("第%d镇", random.IntN(4)), Year: 2022 + random.IntN(2)}
		id, err := s.Relabel(t.Context(), n, Body{to.Region, to.Unit}, to.Year, "抬头写错")
		if errors.Is(err, ErrSameBody) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		e := &event{gone: n, amended: map[amendedAt]figureSays{}}
		for _, f := range j.corrected(n, r).Figures {
			if own := r.Figure(f.Key); own.Status != f.Status || own.Value != f.Value {
				e.amended[amendedAt{id, f.Key}] = figureSays{f.Status, f.Value}
			}
		}
		r.Unit, r.Year = to.Unit, to.Year
		e.reports = map[int64]form.Report{id: r}
		j.do(e)
	case 7:
		waiting, err := s.Pending(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		if len(waiting) == 0 {
			return
		}
		keep := random.IntN(2) == 0
		if err := s.Confirm(t.Context(), waiting, keep); err != nil {
			t.Fatal(err)
		}
		e := &event{amended: map[amendedAt]figureSays{}}
		for _, p := range waiting {
			says := figureSays{}
			if keep {
				says = figureSays{p.Status, p.Value}
			}
			e.amended[amendedAt{p.InForce, p.Key}] = says
		}
		j.do(e)
	default:
		j.undoOrRedo(t, s, random.IntN(5) < 3)
	}
}

// take imports a few reports, each with a new number.
func (j *journal) take(t *testing.T, s *Store, random *rand.Rand) {
	t.Helper()
	var reports []form.Report
	for _, n := range random.Perm(8)[:1+random.IntN(3)] { // only one of each body and year: the user would have to choose between two
		r := towns(8)[n]
		j.reports++
		r.File = fmt.Sprintf("%d.xlsx", j.reports)
		r.Hash = hashOf([]byte(r.File))
		reports = append(reports, set(t, r, "enforcement/coercion/decisions", fmt.Sprint(1000+j.reports)))
	}
	e := &event{reports: map[int64]form.Report{}}
	for i, saved := range save(t, s, reports...) {
		if saved.Verdict == Unchanged {
			t.Fatalf("%+v", saved)
		}
		e.reports[saved.ReportID] = reports[i]
	}
	j.do(e)
}

// undoOrRedo undoes the last step or redoes the one undone last.
func (j *journal) undoOrRedo(t *testing.T, s *Store, undo bool) {
	t.Helper()
	var e *event
	if undo {
		for _, done := range j.events {
			if !done.undone {
				e = done
			}
		}
	} else if n := len(j.redo); n > 0 {
		e = j.redo[n-1]
	}
	next, do := s.NextRedo, s.RedoStep
	if undo {
		next, do = s.NextUndo, s.UndoStep
	}
	step, err := next(t.Context())
	if e == nil {
		if !errors.Is(err, ErrNoStep) {
			t.Fatalf("undoing or redoing was possible: %+v %v", step, err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	seen, err := s.Preview(t.Context(), step.ID, undo)
	if err != nil {
		t.Fatal(err)
	}
	effect, err := do(t.Context(), step.ID)
	if err != nil || effect != seen {
		t.Fatalf("%+v %v, announced %+v", effect, err, seen)
	}
	e.undone = undo
	if undo {
		j.redo = append(j.redo, e)
	} else {
		j.redo = j.redo[:len(j.redo)-1]
	}
}

func TestAnySequenceOfStepsAgreesWithAPlainModel(t *testing.T) {
	for seed := range uint64(1) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 13))
			s, j := openStore(t), &journal{}
			for i := range 30 {
				j.walk(t, s, random)
				if i%10 == 9 {
					j.check(t, s)
				}
				if i%20 == 13 {
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
					s = openAt(t, s.path)
				}
			}
		})
	}
}
