package data

import (
	"fmt"
	"slices"
	"testing"

	"nianbao/data/form"
)

func TestTheIdentitiesInSQLAgreeWithTheReportsOwnJudgement(t *testing.T) {
	s := openStore(t)
	var all []form.Report
	for _, name := range realNames() {
		all = append(all, realReport(t, name))
	}
	for i := range 600 {
		all = append(all, synthetic(i))
	}
	all = append(all, town(t, "大数镇", 2023, "applications/granted/total", "999999999999", "applications/received/total", "/"),
		town(t, "文字镇", 2023, "applications/granted/total", "见附件"))
	for _, id := range []string{"refused-by-law", "refused-internal", "refused-inquiry", "unavailable-not-held", "unavailable-unclear", "granted-in-part", "not-processed-repeat", "not-processed-petition", "other-unpaid", "other-other"} {
		all[len(all)-2] = set(t, all[len(all)-2], "applications/"+id+"/total", "999999999999") // their sum overflows
	}
	saved := save(t, s, all...)
	var want []string
	for i := range all {
		for _, j := range all[i].Judge() {
			if j.Verdict == form.Fail || j.Verdict == form.Doubtful {
				want = append(want, fmt.Sprint(saved[i].ReportID, j.Rule, j.Key, j.Verdict, j.LeftValue, j.RightValue))
			}
		}
	}
	broken, err := s.BrokenIdentities(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range broken {
		got = append(got, fmt.Sprint(b.ReportID, b.Rule, b.Key, b.Verdict, b.LeftValue, b.RightValue))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || len(want) < 20 {
		t.Errorf("SQL finds %d, the reports themselves %d", len(got), len(want))
	}
	if stored := one(t, s, `SELECT count(*) FROM findings WHERE verdict IN ('fail', 'doubtful') AND rule NOT IN ('carry-over', 'in-force')`); stored != fmt.Sprint(len(want)) {
		t.Errorf("%s are stored, want %d", stored, len(want))
	}
}
