package data

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/data/form"
)

// partOf is a report with some of another's figures, from a different file.
func partOf(r form.Report, kind form.SourceKind, file string, keys ...string) form.Report {
	part := r
	part.Kind, part.File, part.Hash, part.Figures = kind, file, "hash of "+file, nil
	for _, f := range r.Figures {
		for _, k := range keys {
			if strings.HasPrefix(f.Key.String(), k) {
				part.Figures = append(part.Figures, f)
			}
		}
	}
	return part
}

func TestASummaryNeverReplacesTheFiguresOfAForm(t *testing.T) {
	for _, summaryFirst := range []bool{false, true} {
		s := openStore(t)
		whole := realReport(t, "daxing_yinghai_2023")
		summary := set(t, partOf(whole, form.SummarySource, "汇总.xlsx", "enforcement/", "licensing/"), "enforcement/penalty/decisions", "7")
		reports := []form.Report{whole, summary}
		if summaryFirst {
			reports = []form.Report{summary, whole}
		}
		second := save(t, s, reports...)[1]
		if second.Verdict != Added {
			t.Errorf("summary first %v: %+v", summaryFirst, second)
		}
		if got := one(t, s, `SELECT penalty_decisions, (SELECT count(*) FROM reports), (SELECT figures FROM reports), (SELECT source_kind FROM reports) FROM enforcement`); got != "2390·1·200·form" {
			t.Errorf("summary first %v: %s", summaryFirst, got)
		}
		if got := one(t, s, `SELECT string_agg(rule || left_value || right_value, ' ') FROM findings WHERE rule = 'sources'`); !strings.HasPrefix(got, "sources2390") || !strings.Contains(got, "7.0") {
			t.Errorf("summary first %v: findings %s", summaryFirst, got)
		}
		if got := one(t, s, `SELECT string_agg(source_kind || confirms || '/' || contradicts, ' ' ORDER BY source_kind) FROM sources`); got != "form2/1 summary2/1" {
			t.Errorf("summary first %v: sources %s", summaryFirst, got)
		}
	}
}

func TestPartsFormOneReportUntilUndone(t *testing.T) {
	s := openStore(t)
	whole := realReport(t, "daxing_yinghai_2023")
	save(t, s, partOf(whole, form.PartSource, "二.xlsx", "rules/", "licensing/", "enforcement/", "fees/"))
	save(t, s, partOf(whole, form.PartSource, "三.xlsx", "applications/"))
	save(t, s, partOf(whole, form.PartSource, "四.xlsx", "review/"))
	if got := one(t, s, `SELECT count(*), any_value(figures), (SELECT count(DISTINCT file) FROM figures), (SELECT count(*) FROM sources) FROM reports`); got != "1·200·3·3" {
		t.Errorf("together: %s", got)
	}
	step, err := s.NextUndo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.UndoStep(t.Context(), step.ID); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT count(*), any_value(figures), (SELECT count(*) FROM figures WHERE table_id = 'review') FROM reports`); got != "1·185·0" {
		t.Errorf("after undo: %s", got)
	}
	if _, err := s.RedoStep(t.Context(), step.ID); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT count(*), any_value(figures), (SELECT count(*) FROM figures WHERE table_id = 'review') FROM reports`); got != "1·200·15" {
		t.Errorf("after redo: %s", got)
	}
}

// The test compares random sources, in random order, with a direct implementation of the
// rule.
func TestFiguresComeFromTheHighestSourceWithANumber(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 1))
	whole := realReport(t, "daxing_yinghai_2023")
	kinds := []form.SourceKind{form.FormSource, form.PartSource, form.SummarySource}
	for round := range 5 {
		s := openStore(t)
		expected := map[form.Key]form.Number{}
		rank := map[form.Key]int{}
		order := random.Perm(3)
		var reports []form.Report
		for n, k := range order {
			r := whole
			r.Kind, r.File, r.Hash = kinds[k], fmt.Sprint(n, ".xlsx"), fmt.Sprint(round, n)
			r.Figures = nil
			for _, f := range whole.Figures {
				if k > 0 && random.IntN(3) > 0 {
					continue
				}
				f.Status, f.Value, f.Raw = form.StatusNumber, form.Count(int64(random.IntN(3))), ""
				f.Raw = f.Value.String()
				if random.IntN(4) == 0 {
					f.Status, f.Value, f.Raw = form.StatusBlank, 0, ""
				}
				r.Figures = append(r.Figures, f)
				if before, has := rank[f.Key]; f.Status == form.StatusNumber && (!has || k < before) {
					expected[f.Key], rank[f.Key] = f.Value, k
				}
			}
			reports = append(reports, r)
		}
		for _, r := range reports {
			save(t, s, r)
		}
		got, err := s.Report(t.Context(), save(t, s, reports[0])[0].ReportID)
		if err != nil {
			t.Fatal(err)
		}
		numbers := 0
		for _, f := range got.Figures {
			if f.Status.HasValue() {
				numbers++
				if want, ok := expected[f.Key]; !ok || want != f.Value {
					t.Fatalf("round %d: %s is %s, want %s", round, f.Key, f.Value, want)
				}
			}
		}
		if numbers != len(expected) {
			t.Fatalf("round %d: %d numbers, want %d", round, numbers, len(expected))
		}
	}
}

func TestADistrictsReportIsNotAddedToItsTowns(t *testing.T) {
	s := openStore(t)
	towns := []form.Report{busy(t, "甲镇", 2023, "10"), busy(t, "乙镇", 2023, "20"), busy(t, "丙镇", 2023, "30")}
	whole := towns[0]
	whole.Region, whole.Unit = "北京市", "大兴区"
	whole.Figures = append([]form.Figure(nil), whole.Figures...)
	for i := range whole.Figures {
		f := &whole.Figures[i]
		f.Value = 0
		for _, r := range towns {
			f.Value += r.Figure(f.Key).Value
		}
		f.Raw = f.Value.String()
	}
	save(t, s, append(towns, whole)...)
	if got := one(t, s, `SELECT string_agg(unit || ' ' || scope, ', ' ORDER BY unit) FROM reports`); got != "丙镇 own, 乙镇 own, 大兴区 whole, 甲镇 own" {
		t.Errorf("scopes: %s", got)
	}
	penalties := form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
	for _, rows := range []Grain{ReportRows, UnitRows, RegionRows, YearRows} {
		q := Query{View: Enforcement, Rows: rows}
		_, total, err := s.Totals(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range q.Columns() {
			if c.Key == penalties && total[i].Value != form.Count(60) {
				t.Errorf("%s: the total is %s", rows, total[i].Value)
			}
		}
	}
	changed := set(t, towns[2], "enforcement/penalty/decisions", "39")
	changed.Hash = "later"
	save(t, s, changed)
	if got := one(t, s, `SELECT string_agg(unit || rule || column_id || CAST(difference AS INTEGER), ' ') FROM findings WHERE rule = 'parent'`); got != "大兴区parentdecisions-9" {
		t.Errorf("residual: %s", got)
	}
}

func TestAWrongReportDoesNotHideThatAPlaceContainsItsBodies(t *testing.T) {
	s := openStore(t)
	var all []form.Report
	for _, year := range []int{2021, 2022, 2023} {
		towns := []form.Report{busy(t, "甲镇", year, "10"), busy(t, "乙镇", year, "20")}
		whole := towns[0]
		whole.Region, whole.Unit = "北京市", "大兴区"
		whole.Figures = slices.Clone(whole.Figures)
		for i := range whole.Figures {
			f := &whole.Figures[i]
			f.Value += towns[1].Figure(f.Key).Value
			f.Raw = f.Value.String()
		}
		if year == 2023 { // a town's figures are ten times too large
			for i := range towns[1].Figures {
				f := &towns[1].Figures[i]
				f.Value *= 10
				f.Raw = f.Value.String()
			}
		}
		all = append(all, append(towns, whole)...)
	}
	save(t, s, all...)
	if got := one(t, s, `SELECT string_agg(year || ' ' || scope, ', ' ORDER BY year) FROM reports WHERE unit = '大兴区'`); got != "2021 whole, 2022 whole, 2023 whole" {
		t.Errorf("scopes: %s", got)
	}
	if got := one(t, s, `SELECT count(*) > 0, count(*) FILTER (year <> 2023) FROM findings WHERE rule = 'parent'`); got != "true·0" {
		t.Errorf("residuals: %s", got)
	}
}
