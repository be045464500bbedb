package data

import (
	"errors"
	"slices"
	"testing"

	"nianbao/data/form"
)

// rowOf is a row of a summary about a body, formOf a form of one.
func rowOf(region, unit string, year int) form.Report {
	return form.Report{Unit: unit, Region: region, Agency: region + unit, Year: year, Edition: "2021", File: "汇总.xlsx", Sheet: "汇总", Kind: form.SummarySource,
		Figures: []form.Figure{{Key: form.Key{Table: "licensing", Item: "licence", Column: "decisions"}, Status: form.StatusNumber, Value: form.Count(int64(year))}}}
}

func formOf(region, unit string, year int) form.Report {
	r := rowOf(region, unit, year)
	r.File, r.Sheet, r.Kind, r.Title = unit+".xlsx", "Sheet1", form.FormSource, region+unit
	r.Figures = append(r.Figures, form.Figure{Key: form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}, Status: form.StatusNumber, Value: form.Count(7)})
	return r
}

// inEitherOrder saves reports one import each, in both orders, and returns the bodies of both
// registers.
func inEitherOrder(t *testing.T, reports ...form.Report) (all [][]string) {
	t.Helper()
	for range 2 {
		s := openStore(t)
		for _, r := range reports {
			save(t, s, r)
		}
		bodies, err := s.Register(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, body := range bodies {
			names = append(names, body.String())
		}
		all = append(all, names)
		slices.Reverse(reports)
	}
	return all
}

func TestLikenessTellsShortNamesFromOtherBodies(t *testing.T) {
	for short, full := range map[string]string{
		"县府办": "人民政府办公室", "政府办": "人民政府办公室", "县政府办公室": "人民政府办公室", "发改局": "发展和改革局", "县发改局": "发展和改革局", "市监局": "市场监督管理局", "教体局": "教育体育局",
		"虹桥": "虹桥镇", "长寿街": "长寿街道", "县林业局": "林业局",
	} {
		if likenessOf(short, full) != same || stemKey(short) != stemKey(full) {
			t.Errorf("%s is a usual short name of %s", short, full)
		}
	}
	for short, full := range map[string]string{"教育局": "教育体育局", "伍市镇（工业园）": "伍市镇"} {
		if likenessOf(short, full) != mayBeSame || stemKey(short) != stemKey(full) {
			t.Errorf("%s may be a short name of %s", short, full)
		}
	}
	for short, full := range map[string]string{"财政局": "民政局", "虹桥镇": "虹桥街道", "虹桥": "长寿镇", "市场监督管理局": "场监局", "市监局": "监察局", "区委办": "委办"} {
		if likenessOf(short, full) != unlike || likenessOf(full, short) != unlike {
			t.Errorf("%s and %s are two bodies", short, full)
		}
	}
}

func TestAShortNameInASummaryIsTheBodyOfTheForm(t *testing.T) {
	const region = "湘南省岳阳市平江县"
	for _, names := range inEitherOrder(t, rowOf("平江县", "县府办", 2023), rowOf("平江县", "虹桥", 2023), rowOf("青石县", "县府办", 2023), formOf(region, "人民政府办公室", 2023), formOf(region, "虹桥镇", 2023)) {
		if want := []string{region + "人民政府办公室", region + "虹桥镇", "青石县县府办"}; !slices.Equal(names, want) {
			t.Errorf("bodies %q, want %q", names, want)
		}
	}
}

func TestANameThatMayBeShortIsAskedAbout(t *testing.T) {
	const region = "湘南省岳阳市平江县"
	for short, full := range map[string]string{"教育局": "教育体育局"} {
		s := openStore(t)
		save(t, s, formOf(region, full, 2023))
		imp, err := s.Begin(t.Context(), ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		row := rowOf("平江县", short, 2023)
		_, err = imp.Save(t.Context(), row)
		var which *form.WhichBodyError
		if !errors.As(err, &which) || !slices.Equal(which.Candidates, []string{region + full, region + short}) {
			t.Errorf("%s beside %s: %v, want both as candidates", short, full, err)
		}
		row.Settled = true
		if saved, err := imp.Save(t.Context(), row); err != nil || saved.Body != (Body{region, short}) {
			t.Errorf("%s, settled: %+v, %v", short, saved, err)
		}
		if err := imp.Finish(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestARegionMayLeaveOutAnyPlace(t *testing.T) {
	const whole = "湖南省岳阳市平江县"
	for _, region := range []string{"岳阳市", "湖南省", "平江县", "湖南省岳阳市", "岳阳市平江县", "湖南省平江县", ""} {
		if !fits(whole, region) || !fits(region, whole) {
			t.Errorf("%s does not fit", region)
		}
	}
	for _, region := range []string{"衡江市", "临湘县", "平江", "岳阳市临湘县"} {
		if fits(whole, region) {
			t.Errorf("%s fits", region)
		}
	}
	for _, names := range inEitherOrder(t, formOf(whole, "虹桥镇", 2023), formOf("岳阳市", "虹桥镇", 2022), formOf(whole, "林业局", 2023), formOf("湖南省岳阳市", "林业局", 2022)) {
		if want := []string{"湖南省岳阳市林业局", whole + "林业局", whole + "虹桥镇"}; !slices.Equal(names, want) {
			t.Errorf("bodies %q, want %q", names, want)
		}
	}
}

func TestTheLongestKnownRegionIsThatOfAllBodiesOfThePlace(t *testing.T) {
	for _, names := range inEitherOrder(t, formOf("湘南省衡江市麻阳县", "石桥镇", 2023), rowOf("麻阳县", "锦江乡", 2023), formOf("", "麻阳县", 2023)) {
		if want := []string{"湘南省衡江市麻阳县", "湘南省衡江市麻阳县石桥镇", "湘南省衡江市麻阳县锦江乡"}; !slices.Equal(names, want) {
			t.Errorf("bodies %q, want %q", names, want)
		}
	}
	s := openStore(t)
	save(t, s, formOf("江南省云州市城关县", "石桥镇", 2023), formOf("江北省海州市城关县", "长沙镇", 2023), rowOf("城关县", "锦江乡", 2023))
	bodies, err := s.Register(t.Context())
	if err != nil || !slices.ContainsFunc(bodies, func(b RegisteredBody) bool { return b.Body == Body{"城关县", "锦江乡"} }) {
		t.Errorf("of one of two counties: %+v, %v", bodies, err)
	}
}

func TestPartsOfOneReportAreNoRivals(t *testing.T) {
	s := openStore(t)
	first, second := rowOf("平江县", "虹桥镇", 2023), formOf("平江县", "虹桥镇", 2023)
	first.Kind, first.File, second.Kind = form.PartSource, "二.xlsx", form.PartSource
	second.Figures = second.Figures[1:]
	second.Hash = "b"
	saved := save(t, s, first, second)
	if saved[0].Verdict != Imported || saved[1].Verdict != Added || saved[1].Adds != 1 {
		t.Errorf("%+v, want the second part added", saved)
	}
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, unit, year, ok := imp.Stored("b", "Sheet1"); !ok || unit != "虹桥镇" || year != 2023 {
		t.Errorf("the stored file is %s %d, %v", unit, year, ok)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestAnAliasIsNotTheOfficialName(t *testing.T) {
	s := openStore(t)
	form, row := formOf("平江县", "虹桥镇", 2022), rowOf("平江县", "虹桥镇", 2023)
	form.Agency, row.Agency = "平江县虹桥镇人民政府", "虹桥街"
	save(t, s, form, row)
	bodies, err := s.Register(t.Context())
	if err != nil || len(bodies) != 1 || bodies[0].Agency != form.Agency {
		t.Errorf("%+v, %v, want the agency %s", bodies, err, form.Agency)
	}
}

func TestACountyBelowATownIsRefused(t *testing.T) {
	if !isHigher("乙县", "甲镇") || isHigher("甲镇", "乙县") || isHigher("工业园区", "甲镇") || isHigher("财政所", "甲镇") {
		t.Error("a county must not lie in a town, and all else may")
	}
}
