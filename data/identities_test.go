package data

import (
	"fmt"
	"testing"

	"nianbao/data/form"
)

func TestStoredFindingsOnIdentitiesAreThoseOfTheChecker(t *testing.T) {
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
	save(t, s, all...)
	want := 0
	for i := range all {
		for _, j := range all[i].Judge() {
			if j.Verdict == form.Fail || j.Verdict == form.Doubtful {
				want++
			}
		}
	}
	if stored := one(t, s, `SELECT count(*) FROM findings WHERE verdict IN ('fail', 'doubtful') AND rule NOT IN ('carry-over', 'in-force')`); stored != fmt.Sprint(want) || want < 20 {
		t.Errorf("%s are stored, want %d", stored, want)
	}
}
