package present

import (
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

// overviewOf reads the overview of a query and year from the samples.
func overviewOf(t *testing.T, q data.Query, year int) *Overview {
	t.Helper()
	o, err := ReadOverview(t.Context(), uitest.SampleStore(t), q, year)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func cardNamed(t *testing.T, o *Overview, name string) Card {
	t.Helper()
	for _, c := range o.Cards(words.Chinese) {
		if c.Drawn.Name == name {
			return c
		}
	}
	t.Fatalf("no card %s", name)
	return Card{}
}

func TestAChangeComparesTheSameUnits(t *testing.T) {
	o := overviewOf(t, data.Query{}, 2024)
	c := cardNamed(t, o, "新收申请").Drawn
	if c.Value.Number != 328 || c.Before.Number != 301 || c.SameUnits != 8 {
		t.Errorf("received %v after %v in %d units, want 328 after 301 in 8: 瀛海镇 has no report of 2024", c.Value.Number, c.Before.Number, c.SameUnits)
	}
	if c.Reported != 8 || c.Expected != 10 || len(c.Missing) != 2 {
		t.Errorf("%d of %d reported, missing %v", c.Reported, c.Expected, c.Missing)
	}
	licences := cardNamed(t, o, "行政许可")
	reasons := map[string]string{}
	for _, l := range licences.Missing {
		reasons[l.Body.Unit] = l.Reason
	}
	if licences.Drawn.Reported != 7 || reasons["东篱镇"] != "“约80”" || reasons["瀛海镇"] != "没有该年报告" {
		t.Errorf("licences of %d units, the others: %v", licences.Drawn.Reported, reasons)
	}
}

func TestTheFirstYearHasNoComparison(t *testing.T) {
	o := overviewOf(t, data.Query{}, 2019)
	if c := cardNamed(t, o, "公开率").Drawn; c.Before.Known || c.Before.Text != "上年没有报告" {
		t.Errorf("the year before is %+v", c.Before)
	}
}

func TestFewCasesCauseNoRemark(t *testing.T) {
	w := remarker{Overview: &Overview{Year: 2024}, names: NewBodyNames(nil, words.Chinese)}
	m := MeasureOf(ReceivedItem, words.Chinese)
	for _, c := range []struct {
		was, now float64
		said     bool
	}{{9, 29, false}, {5, 300, false}, {10, 19, false}, {20, 39, false}, {20, 60, true}, {60, 20, true}, {1000, 1900, false}, {0, 500, false}} {
		if _, said := w.jump(m, Target{}, yinghai(), c.was, c.now); said != c.said {
			t.Errorf("from %v to %v: said is %v", c.was, c.now, said)
		}
	}
	pool := chart.Fraction{Part: 500, Whole: 1000}
	for _, c := range []struct {
		f    chart.Fraction
		said bool
	}{{chart.Fraction{Part: 40, Whole: 60}, false}, {chart.Fraction{Part: 58, Whole: 60}, true}, {chart.Fraction{Part: 3, Whole: 60}, true}} {
		if _, said := w.outlier(MeasureOf(DisclosureItem, words.Chinese), Target{}, yinghai(), c.f, pool); said != c.said {
			t.Errorf("%v of %v: said is %v", c.f.Part, c.f.Whole, said)
		}
	}
}

func TestTheOverviewOfChosenUnitsExpectsOnlyThose(t *testing.T) {
	o := overviewOf(t, data.Query{Units: []data.Body{yinghai()}}, 2023)
	if c := cardNamed(t, o, "新收申请").Drawn; c.Expected != 1 || c.Reported != 1 {
		t.Errorf("%d of %d units reported, want 1 of 1", c.Reported, c.Expected)
	}
}

func TestAllReportsAreComparedIfTheSameUnitsReported(t *testing.T) {
	o := overviewOf(t, data.Query{Regions: []string{"示例市示例区"}}, 2022)
	if c := cardNamed(t, o, "新收申请").Drawn; c.SameUnits != 0 || c.Value.Number != 247 || c.Before.Number != 209 {
		t.Errorf("received %v after %v, in %d units of %d", c.Value.Number, c.Before.Number, c.SameUnits, c.Expected)
	}
}

func TestRemarksNameTheirFigures(t *testing.T) {
	remarks := overviewOf(t, data.Query{}, 2024).Unusual(words.Chinese)
	if len(remarks) != 2 {
		t.Fatalf("%d remarks: %+v", len(remarks), remarks)
	}
	jump := remarks[0]
	if !strings.HasPrefix(jump.Sentence, "南浦街道行政处罚 12,273 件，上年 1,436 件，是上年的 8.5 倍。") || !strings.Contains(jump.Sentence, "核对原文") {
		t.Errorf("the jump is told as %q", jump.Sentence)
	}
	if jump.Figures[0] != [2]string{"2024 年", "12,273 件"} || !strings.Contains(jump.Rule, "不少于 30 件") {
		t.Errorf("it stands on %v by the rule %q", jump.Figures, jump.Rule)
	}
	if want := "瀛海镇 2023 年有报告，还没有 2024 年的报告。"; remarks[1].Sentence != want {
		t.Errorf("the absence is told as %q", remarks[1].Sentence)
	}
}

func TestBrokenIdentitiesAreTheFirstRemark(t *testing.T) {
	remarks := overviewOf(t, data.Query{}, 2022).Unusual(words.Chinese)
	if len(remarks) == 0 || !remarks[0].Fault || !strings.Contains(remarks[0].Sentence, "石桥镇") {
		t.Fatalf("the remarks are %+v", remarks)
	}
}

func TestTheOverviewWithoutReportsHasNoYear(t *testing.T) {
	o := overviewOf(t, data.Query{FromYear: 1990, ToYear: 1991}, 0)
	if remarks := o.Unusual(words.Chinese); o.Year != 0 || len(remarks) != 0 {
		t.Errorf("it is of %d with %d remarks", o.Year, len(remarks))
	}
}

func TestTheCardsNeverAddAPlaceToTheUnitsThatItContains(t *testing.T) {
	store := uitest.Store(t, filepath.Join(t.TempDir(), "a.duckdb"))
	folder := t.TempDir()
	for name, lines := range map[string]string{
		"towns.csv":  "云州市临江区2023年度政府信息公开年报汇总表\n单位,本年新收政府信息公开申请数量,行政许可\n石桥镇,5,20\n古渡镇,8,30\n",
		"before.csv": "云州市临江区2022年度政府信息公开年报汇总表\n单位,本年新收政府信息公开申请数量,行政许可\n石桥镇,4,10\n古渡镇,6,20\n",
		"whole.csv":  "云州市2023年度政府信息公开年报汇总表\n单位,本年新收政府信息公开申请数量,行政许可\n临江区,13,50\n青石县,7,9\n",
	} {
		uitest.Import(t, store, data.ImportOptions{}, uitest.Write(t, filepath.Join(folder, name), []byte(lines)))
	}
	o, err := ReadOverview(t.Context(), store, data.Query{}, 2023)
	if err != nil {
		t.Fatal(err)
	}
	c := cardNamed(t, o, "新收申请").Drawn
	if c.Value.Number != 5+8+7 || c.Reported != 3 || c.Expected != 3 || len(c.Missing) != 0 {
		t.Errorf("received %v in %d of %d units, missing %v", c.Value.Number, c.Reported, c.Expected, c.Missing)
	}
	// A place whose parts are not chosen stands for itself.
	if o, err = ReadOverview(t.Context(), store, data.Query{Units: []data.Body{{Region: "云州市", Unit: "临江区"}}}, 2023); err != nil {
		t.Fatal(err)
	}
	if c := cardNamed(t, o, "新收申请").Drawn; c.Value.Number != 13 || c.Reported != 1 {
		t.Errorf("the place alone received %v, %d reported", c.Value.Number, c.Reported)
	}
}
