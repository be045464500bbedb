package present

import (
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/uitest"
)

// trendOf returns the trend that a choice asks for.
func trendOf(t *testing.T, store *data.Store, query data.Query, item string) chart.Trend {
	t.Helper()
	p, err := NewPicture(t.Context(), store, Choice{Query: query, Item: item}.Request())
	if err != nil {
		t.Fatal(err)
	}
	return p.Model.(chart.Trend)
}

func TestTheTrendHasAGapForAMissingYear(t *testing.T) {
	store := pingtanStore(t, 2020)
	p := trendOf(t, store, data.Query{View: data.Applications}, "applications/received/total")
	if got := p.Years; len(got) != 4 {
		t.Fatalf("the axis has the years %v, want 2019 to 2022", got)
	}
	values := p.Series[0].Values
	if values[1].Known || values[1].Text != "没有该年报告" {
		t.Errorf("the missing year is %+v, want a gap", values[1])
	}
	if !values[0].Known || values[0].Number != 23 || values[3].Number != 74 {
		t.Errorf("the ends are %v and %v, want 23 and 74", values[0].Number, values[3].Number)
	}
}

func TestTheTrendMarksTheSeamBetweenTheEditions(t *testing.T) {
	store := uitest.SampleStore(t)
	p := trendOf(t, store, data.Query{View: data.Applications}, "applications/received/total")
	if len(p.Seams) != 1 || p.Seams[0].After != 2020 || p.Seams[0].Broken {
		t.Errorf("the seam of applications is %+v", p.Seams)
	}
	p = trendOf(t, store, data.Query{}, "rules/normative-document/issued")
	if len(p.Seams) != 1 || !p.Seams[0].Broken {
		t.Errorf("the seam of rules is %+v, want a broken one", p.Seams)
	}
	if note := p.Seams[0].Note; !strings.Contains(note, "不可比") {
		t.Errorf("the seam says %q", note)
	}
}

func TestTheTrendFollowsTheFilters(t *testing.T) {
	store := uitest.SampleStore(t)
	p := trendOf(t, store, data.Query{View: data.Applications, Regions: []string{""}}, "")
	if len(p.Series) != 1 || p.Series[0].Name != "平潭综合实验区" {
		t.Fatalf("%d lines are drawn", len(p.Series))
	}
	p = trendOf(t, store, data.Query{View: data.Applications, Regions: []string{""}, FromYear: 2021}, "")
	if got := p.Years; len(got) != 2 {
		t.Errorf("the years are %v, want two", got)
	}
}

func TestPointsOfARateHaveTheirFraction(t *testing.T) {
	store := uitest.SampleStore(t)
	p := trendOf(t, store, data.Query{View: data.Measures, Units: []data.Body{yinghai()}}, "metric/disclosure-rate")
	v := p.Series[0].Values[0]
	if v.Text != "85.7%（12/14）" || v.Number < 0.857 || v.Number > 0.858 {
		t.Errorf("the rate is %+v, want 85.7%%（12/14）", v)
	}
}

func TestChangingTheViewKeepsTheMostSimilarItem(t *testing.T) {
	c := Choice{Query: data.Query{View: data.Applications, Kinds: []string{"business"}}, Item: "applications/carried-over/total"}
	if got, _ := c.Column(); got.ID != "applications/carried-over/business" {
		t.Errorf("with businesses only the trend draws %s", got.ID)
	}
	c = Choice{Query: data.Query{View: data.Disputes}, Item: "applications/received/total"}
	if got, _ := c.Column(); got.Key.Table != form.ReviewTable {
		t.Errorf("in the view of disputes the trend draws %s", got.ID)
	}
}
