package data

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data/form"
)

var update = flag.Bool("update", false, "rewrite the golden findings")

// The test compares with testdata what every rule finds in the published reports, and in
// copies of one of them with mistakes that no published report has. A store checks its
// reports again only when form.RulesVersion is raised, so what the rules find must not
// change without it.
func TestFindingsMatchTheGoldenFile(t *testing.T) {
	golden := filepath.Join("testdata", "findings.txt")
	found := ruleFindings(t)
	version := fmt.Sprintf("rules version %d\n", form.RulesVersion)
	on, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	before, rest, _ := bytes.Cut(on, []byte("\n"))
	switch isSame, isRaised := string(rest) == found, string(before)+"\n" != version; {
	case isSame && !isRaised:
	case !isRaised && len(on) > 0:
		t.Errorf("the rules find something else: raise form.RulesVersion, then run with -update and read the difference in %s\n%s", golden, differing(string(rest), found))
	case *update:
		if err := os.WriteFile(golden, []byte(version+found), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is of %s, the rules have version %d: run with -update and read the difference\n%s", golden, before, form.RulesVersion, differing(string(rest), found))
	}
	for _, r := range form.Rules() {
		if !strings.Contains(found, " "+string(r.ID)+" ") {
			t.Errorf("no report on file breaks the rule %s: add one", r.ID)
		}
	}
}

// ruleFindings lists all findings, one on each line.
func ruleFindings(t *testing.T) string {
	t.Helper()
	s := openStore(t)
	var reports []form.Report
	for _, name := range realNames() {
		reports = append(reports, realReport(t, name))
	}
	save(t, s, append(reports, mistaken(t)...)...)
	list, err := s.Findings(t.Context(), FindingFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range list {
		fmt.Fprintf(&b, "%s %d %s %s %s %s\n", f.Body, f.Year, f.Rule, f.Severity, f.Key, f.Message(form.Chinese))
	}
	return b.String()
}

// mistaken returns reports with the mistakes that no published report has.
func mistaken(t *testing.T) []form.Report {
	t.Helper()
	last := busy(t, "甲镇", 2022, "2390")
	next := busy(t, "甲镇", 2023, "14")
	for _, change := range [][2]string{
		{"applications/carried-over/total", "99"}, {"rules/regulation/in-force", "8"}, {"applications/granted/business", "12.5"},
		{"applications/refused-by-law/charity", "约3"}, {"review/reconsideration/total", "5"}, {"fees/fee/amount", ""},
	} {
		next = set(t, next, change[0], change[1])
	}
	next.Narrative = []form.Passage{{Section: "一", Text: "本年共收到政府信息公开申请 777 件。"}, {Section: "五", Text: "无"}}
	money := form.Key{Table: "fees", Item: "fee", Column: "amount"}
	at := form.Source{Sheet: "年报", Cell: "C9"}
	for _, rule := range []form.RuleID{form.RuleUnknownLabel, form.RuleAmbiguous, form.RuleHidden, form.RuleEvidence} { // only the importer can see these
		next.Remarks = append(next.Remarks, form.Remark{Rule: rule, Text: "其他情形", Source: at})
	}
	short := busy(t, "乙镇", 2022, "2390") // repeats the first
	short.Remarks = []form.Remark{{Rule: form.RuleUnitOfMoney, Key: money, Text: "3000元（元）", Source: at}}
	late := realReport(t, "pingtan_2019") // on an old form, and without one table
	late.Unit, late.Year, late.Hash = "丙镇", 2024, "late"
	kept := late.Figures[:0]
	for _, f := range late.Figures {
		if f.Table != "procurement" {
			kept = append(kept, f)
		}
	}
	late.Figures = kept
	listed := form.Report{Unit: next.Unit, Region: next.Region, Year: 2023, Edition: next.Edition, File: "汇总.xlsx", Sheet: "汇总", Hash: "list", Kind: form.SummarySource,
		Figures: []form.Figure{{Key: form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}, Status: form.StatusNumber, Value: form.Count(15), Raw: "15", Source: form.Source{Sheet: "汇总", Cell: "C3"}}}}
	whole := last // the sum of its towns, except for the penalties
	whole.Region, whole.Unit, whole.Figures = "", last.Region, append([]form.Figure(nil), last.Figures...)
	for i := range whole.Figures {
		f := &whole.Figures[i]
		f.Value += short.Figures[i].Value
		f.Raw = f.Value.String()
	}
	whole = set(t, whole, "enforcement/penalty/decisions", "4771")
	return []form.Report{last, next, short, late, listed, whole}
}

// differing are the lines that are in only one of two texts.
func differing(before, after string) string {
	var b strings.Builder
	for _, side := range []struct{ mark, text, other string }{{"- ", before, after}, {"+ ", after, before}} {
		for _, line := range strings.Split(side.text, "\n") {
			if !strings.Contains("\n"+side.other, "\n"+line+"\n") && line != "" {
				b.WriteString(side.mark + line + "\n")
			}
		}
	}
	return b.String()
}
