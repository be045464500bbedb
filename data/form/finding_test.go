package form

import (
	"strings"
	"testing"
)

// filled returns a report of the edition in which every identity holds.
func filled(edition string) *Report {
	r := &Report{Unit: "示例镇", Region: "示例区", Year: 2023, Edition: edition}
	if edition == "2019" {
		r.Year = 2019
	}
	e := EditionByID(edition)
	for _, k := range e.Keys() {
		r.Figures = append(r.Figures, Figure{Key: k, Status: StatusNumber, Raw: "0"})
	}
	for _, item := range []string{"received", "granted", "outcome-total"} {
		set(r, Key{ApplicationsTable, item, "natural-person"}, 12)
		set(r, Key{ApplicationsTable, item, TotalColumnID}, 12)
	}
	return r
}

func set(r *Report, k Key, n int64) {
	f := r.Figure(k)
	f.Value, f.Status = Count(n), StatusNumber
}

func blank(r *Report, item, column string) {
	f := r.Figure(Key{ApplicationsTable, item, column})
	f.Value, f.Status, f.Raw = 0, StatusBlank, "\u00a0"
}

func TestAReportWithoutBrokenIdentitiesHasNoFinding(t *testing.T) {
	for _, edition := range []string{"2019", "2021"} {
		if got := Check(filled(edition)); len(got) != 0 {
			t.Errorf("edition %s: %+v", edition, got)
		}
	}
}

func TestAWrongTotalIsAnErrorWithItsArithmetic(t *testing.T) {
	r := filled("2021")
	set(r, Key{ApplicationsTable, "outcome-total", TotalColumnID}, 13)
	byRule := map[RuleID]Finding{}
	for _, f := range Check(r) {
		if f.Severity != SeverityError || f.Verdict != Fail {
			t.Errorf("%+v is not an error", f)
		}
		byRule[f.Rule] = f
	}
	for rule, want := range map[RuleID]string{
		"balance":     "办理总计 · 总计：本年新收(12)+上年结转(0)=12，办理总计(13)+结转下年(0)=13，差 −1",
		"outcome-sum": "办理总计 · 总计：办理总计(13) ≠ 予以公开(12)+其余(0)=12，差 +1",
		"row-sum":     "办理总计 · 总计：总计(13) ≠ 自然人(12)+商业企业(0)+科研机构(0)+社会公益组织(0)+法律服务机构(0)+其他组织(0)=12，差 +1",
	} {
		if got := byRule[rule].Message(Chinese); got != want {
			t.Errorf("%s:\n got %s\nwant %s", rule, got, want)
		}
	}
	if len(byRule) != 3 {
		t.Errorf("%d rules broken, want 3", len(byRule))
	}
}

func TestABlankRowGivesOneHintAndBreaksNoSum(t *testing.T) {
	r := filled("2021")
	for _, c := range EditionByID("2021").Table(ApplicationsTable).Columns {
		blank(r, "other-other", c.ID)
	}
	got := Check(r)
	if len(got) != 1 || got[0].Rule != "blank" || got[0].Severity != SeverityHint || got[0].Key.Item != "other-other" || got[0].Verdict != NotJudged {
		t.Errorf("%+v", got)
	}
}

func TestABlankColumnGivesOneHint(t *testing.T) {
	r := filled("2021")
	for _, it := range EditionByID("2021").Table(ApplicationsTable).Leaves() {
		blank(r, it.ID, "charity")
	}
	got := Check(r)
	if len(got) != 1 || got[0].Rule != "blank" || got[0].Key != (Key{ApplicationsTable, "", "charity"}) || got[0].Verdict != PassWithBlanks {
		t.Errorf("%+v", got)
	}
}

func TestAnIdentityHasFiveVerdicts(t *testing.T) {
	row := Key{ApplicationsTable, "granted", TotalColumnID}
	for want, change := range map[Verdict]func(*Report){
		Pass:           func(*Report) {},
		PassWithBlanks: func(r *Report) { blank(r, "granted", "charity") },
		Fail:           func(r *Report) { set(r, row, 13) },
		Doubtful:       func(r *Report) { set(r, row, 13); blank(r, "granted", "charity") },
		NotJudged:      func(r *Report) { blank(r, "granted", TotalColumnID) },
	} {
		r := filled("2021")
		change(r)
		for _, j := range r.Judge() {
			if j.Rule == "row-sum" && j.Key == row && j.Verdict != want {
				t.Errorf("got %q, want %q", j.Verdict, want)
			}
		}
	}
}

func TestNegativeAndTextualCellsAreFound(t *testing.T) {
	r := filled("2019")
	set(r, Key{"enforcement", "penalty", "items-change"}, -18)
	set(r, Key{"enforcement", "penalty", "decisions"}, -1)
	r.Figure(Key{"rules", "regulation", "made"}).Status = StatusText
	amount := r.Figure(Key{"procurement", "procurement", "amount"})
	amount.Status, amount.Raw = StatusNoted, "12万元"
	got := map[string]Severity{}
	for _, f := range Check(r) {
		got[string(f.Rule)+" "+f.Key.Item] = f.Severity
	}
	want := map[string]Severity{"not-a-number penalty": SeverityError, "not-a-number regulation": SeverityWarning, "unit-of-money procurement": SeverityWarning}
	if len(got) != len(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s: %q, want %q", k, got[k], v)
		}
	}
}

func TestAMissingTableAndAMissingRowAreReported(t *testing.T) {
	r := filled("2021")
	kept := r.Figures[:0]
	for _, f := range r.Figures {
		if f.Table != "fees" && f.Item != "refused-inquiry" {
			kept = append(kept, f)
		}
	}
	r.Figures = kept
	got := map[Key]bool{}
	for _, f := range Check(r) {
		if f.Rule == "missing-table" {
			got[f.Key] = true
		}
	}
	if !got[Key{Table: "fees"}] || !got[Key{Table: ApplicationsTable, Item: "refused-inquiry"}] || len(got) != 2 {
		t.Errorf("%v", got)
	}
}

func TestOtherOutcomesInOneRowReplaceTheirParts(t *testing.T) {
	r := filled("2021")
	kept := r.Figures[:0]
	for _, f := range r.Figures {
		if strings.HasPrefix(f.Item, "other-") && f.Table == ApplicationsTable && f.Item != "other-org" {
			f.Item = OtherItem
			if f.Key.Column != "" && hasKey(kept, f.Key) {
				continue
			}
		}
		kept = append(kept, f)
	}
	r.Figures = kept
	if got := Check(r); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	if got := len(r.Judge()); got != 40 {
		t.Errorf("%d identities, want 40", got)
	}
}

func hasKey(figures []Figure, k Key) bool {
	for _, f := range figures {
		if f.Key == k {
			return true
		}
	}
	return false
}

func TestEveryRuleIsExplained(t *testing.T) {
	for _, e := range Editions() {
		for _, id := range e.Identities(false) {
			if _, ok := RuleByID(id.Rule); !ok {
				t.Errorf("%s has no explanation", id.Rule)
			}
		}
	}
	for _, r := range Rules() {
		if r.Name.Chinese == "" || r.Name.English == "" || r.Meaning.Chinese == "" || r.Meaning.English == "" {
			t.Errorf("%s: a word is missing", r.ID)
		}
	}
}

func TestEveryMetricAddressesFiguresOfTheForm(t *testing.T) {
	for _, m := range Metrics() {
		for _, k := range append(append([]SignedKey{}, m.Numerator...), m.Denominator...) {
			if _, _, _, ok := Describe(k.Key); !ok {
				t.Errorf("%s: no figure %s", m.ID, k.Key)
			}
		}
		if m.Definition.Chinese == "" || m.Definition.English == "" {
			t.Errorf("%s is not defined in words", m.ID)
		}
	}
	if m, _ := MetricByID("disclosure-rate"); m.Definition.Chinese != "(予以公开+部分公开) ÷ 办理总计" {
		t.Errorf("disclosure-rate reads %q", m.Definition)
	}
}
