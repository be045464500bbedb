package data

import (
	"fmt"
	"testing"
)

func TestAFailedBatchDoesNotAffectPendingReports(t *testing.T) {
	s := openStore(t)
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	put := func(unit string, year int) *storedReport {
		if _, err := imp.Save(t.Context(), town(t, unit, year)); err != nil {
			t.Fatal(err)
		}
		return imp.pending.entries[len(imp.pending.entries)-1]
	}
	good := put("甲镇", 2022)
	bad := *put("乙镇", 2022)
	bad.id, bad.body, bad.report.Unit = 1000, good.body, "甲镇" // a second report in force, so the batch fails
	imp.pending.entries = append(imp.pending.entries, &bad)
	imp.handOver(t.Context())
	put("乙镇", 2023)
	put("丙镇", 2023)
	if err := imp.Finish(t.Context()); err == nil {
		t.Error("the bad report is not told")
	}
	if got := one(t, s, `SELECT string_agg(unit || year, ' ' ORDER BY unit, year), (SELECT count(*) FROM store.reports r JOIN store.bodies b USING (body_id, region, unit)) FROM reports`); got != fmt.Sprint("丙镇2023 乙镇2022 乙镇2023 甲镇2022", "·4") {
		t.Errorf("got %s", got)
	}
}
