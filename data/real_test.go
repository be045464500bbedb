package data

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
)

// realNames are published reports with the figures as printed.
func realNames() []string {
	return []string{"daxing_yinghai_2023", "pingtan_2019", "pingtan_2020", "pingtan_2021", "pingtan_2022", "suqian_2023", "hongze_2023", "shanghai_office_2019"}
}

// realReport reads a published report of testdata.
func realReport(t testing.TB, name string) form.Report {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Organisation, Region, Edition string
		Year                          int
		Cells                         [][4]string
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	region, unit := file.Region, file.Organisation
	if name == "daxing_yinghai_2023" {
		region, unit = "北京市大兴区", "瀛海镇"
	}
	r := form.Report{Unit: unit, Region: region, Agency: file.Organisation, Year: file.Year, Edition: file.Edition,
		Title: file.Organisation + "政府信息公开工作年度报告", File: name + ".xlsx", Sheet: "年报", Hash: "hash of " + name, Kind: form.FormSource}
	for _, c := range file.Cells {
		f := figure(t, c[3])
		f.Key = form.Key{Table: c[0], Item: c[1], Column: c[2]}
		f.Source = form.Source{Sheet: "年报", Cell: "H" + c[3]}
		r.Figures = append(r.Figures, f)
	}
	return r
}

// figure returns the status of a printed text, as far as testdata needs it.
func figure(t testing.TB, raw string) form.Figure {
	t.Helper()
	text := strings.TrimSpace(raw)
	number, isNoted := strings.CutSuffix(text, "元")
	value, err := form.ParseNumber(number)
	switch {
	case text == "":
		return form.Figure{Status: form.StatusBlank, Raw: raw}
	case text == "/" || text == "-" || text == "无":
		return form.Figure{Status: form.StatusNA, Raw: raw}
	case errors.Is(err, form.ErrNotANumber):
		return form.Figure{Status: form.StatusText, Raw: raw}
	case err != nil:
		t.Fatal(err)
	case isNoted:
		return form.Figure{Status: form.StatusNoted, Value: value, Raw: raw}
	}
	return form.Figure{Status: form.StatusNumber, Value: value, Raw: raw}
}

// set changes a figure in a copy of the report.
func set(t testing.TB, r form.Report, key, raw string) form.Report {
	t.Helper()
	parts := strings.Split(key, "/")
	k := form.Key{Table: parts[0], Item: parts[1], Column: parts[2]}
	r.Figures = append([]form.Figure(nil), r.Figures...)
	f := r.Figure(k)
	if f == nil {
		t.Fatalf("the report has no figure %s", k)
	}
	f.Value = 0
	changed := figure(t, raw)
	f.Status, f.Value, f.Raw = changed.Status, changed.Value, changed.Raw
	r.Hash += " with " + key + " " + raw
	return r
}

// save imports reports and returns the outcome of each.
func save(t testing.TB, s *Store, reports ...form.Report) []Saved {
	t.Helper()
	return saveAs(t, s, ImportOptions{Label: "test"}, reports...)
}

func saveAs(t testing.TB, s *Store, options ImportOptions, reports ...form.Report) []Saved {
	t.Helper()
	imp, err := s.Begin(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	var list []Saved
	for _, r := range reports {
		saved, err := imp.Save(t.Context(), r)
		if err != nil {
			t.Error(err)
		}
		list = append(list, saved)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	return list
}

// one returns the only row of a statement, with · between the columns, and NULL as
// NULL.
func one(t testing.TB, s *Store, statement string) string {
	t.Helper()
	answer, err := s.SQL(t.Context(), statement, Limits{})
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	if len(answer.Rows) != 1 {
		t.Fatalf("%s: %d rows", statement, len(answer.Rows))
	}
	var texts []string
	for _, v := range answer.Rows[0] {
		if !v.Valid {
			v.String = "NULL"
		}
		texts = append(texts, v.String)
	}
	return strings.Join(texts, "·")
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func TestTheOutcomesCountedTwiceIn2020HaveTwoEquallyLikelyRepairs(t *testing.T) {
	now, before := realReport(t, "pingtan_2020"), realReport(t, "pingtan_2019")
	repairs := form.Diagnose(&now, &before)
	want := "甲 部分公开：自然人 6 → 0，总计 6 → 0（这一行恰等于差额，疑重复计入）|乙 予以公开：自然人 6 → 0，总计 7 → 1"
	if got := strings.Join(form.Proposals(repairs, form.Chinese), "|"); got != want || !form.IsTied(repairs) || repairs[0].Cause != form.CauseCountedTwice {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	want = "A Granted in part: Natural persons 6 → 0, Total 6 → 0 (this row equals the difference; perhaps counted twice)"
	if got := form.Proposals(repairs, form.English)[0]; got != want {
		t.Errorf("got %s", got)
	}
}
