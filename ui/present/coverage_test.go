package present

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

func TestTheOverviewCountsTheUnitsExpectedToReport(t *testing.T) {
	store := uitest.SampleStore(t)
	before, err := ReadOverview(t.Context(), store, data.Query{}, 2024)
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(t.TempDir(), "名录.csv")
	if err := os.WriteFile(list, []byte("单位,上级\n从来没有镇,示例市示例区\n各乡镇,示例市示例区\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	taken, err := ImportUnitList(t.Context(), store, list, words.Chinese)
	if err != nil || taken.Added != 1 || len(taken.Refusals) != 1 || taken.Refusals[0] != "第 3 行“各乡镇”不是一个单位的名称" {
		t.Fatalf("%+v %v", taken, err)
	}
	all, err := store.Register(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	no := false
	if err := store.EditBody(t.Context(), UnitsNamed(all, "瀛海镇")[0].ID, data.BodyChange{Expected: &no}); err != nil {
		t.Fatal(err)
	}
	after, err := ReadOverview(t.Context(), store, data.Query{}, 2024)
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Units) != len(before.Units) || len(after.Missing()) != len(before.Missing()) {
		t.Errorf("%d units, %d missing; were %d and %d", len(after.Units), len(after.Missing()), len(before.Units), len(before.Missing()))
	}
	names := ""
	for _, u := range after.Missing() {
		names += u.Unit + " "
	}
	if !strings.Contains(names, "从来没有镇") || strings.Contains(names, "瀛海镇") {
		t.Errorf("missing are %s", names)
	}
	// A unit that is not expected counts if it reports all the same.
	in2023, err := ReadOverview(t.Context(), store, data.Query{Regions: []string{"北京市大兴区"}}, 2023)
	if err != nil || len(in2023.Units) != 1 || len(in2023.Missing()) != 0 {
		t.Errorf("%+v %v", in2023.Units, err)
	}
	c, err := ReadCoverage(t.Context(), store, CoverageRequest{Language: words.Chinese})
	if err != nil || c.Year != 2024 || len(c.Reported) != 8 || len(c.Missing) != 2 || LastReport(c.Missing[len(c.Missing)-1], words.Chinese) == "" {
		t.Errorf("%+v %v", c, err)
	}
	for _, unit := range c.Missing {
		if unit.Unit == "从来没有镇" && (LastReport(unit, words.Chinese) != "从未报送" || KindText(unit, words.English) != "Town") {
			t.Errorf("%+v", unit)
		}
	}
}
