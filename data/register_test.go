package data

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/data/form"
)

// of is a report of a body, with a number that tells it from others.
func of(t testing.TB, region, unit string, year, penalties int) form.Report {
	t.Helper()
	r := town(t, unit, year, penalty, fmt.Sprint(penalties))
	r.Region, r.Agency = region, region+unit
	r.Hash, r.File = fmt.Sprint(region, unit, year, penalties), fmt.Sprintf("%s%s%d-%d.xlsx", region, unit, year, penalties)
	return r
}

// register is the register as text, one body on each line.
func register(t testing.TB, s *Store) string {
	t.Helper()
	list, err := s.Register(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names := map[int]string{}
	for _, b := range list {
		names[b.ID] = b.Unit
	}
	var lines []string
	for _, b := range list {
		line := b.Region + "/" + b.Unit
		if b.Parent != 0 {
			line += " < " + names[b.Parent]
		}
		if b.Kind != "" {
			line += " (" + b.Kind + ")"
		}
		for _, n := range b.Names {
			line += " =" + n.String()
		}
		if !b.Expected {
			line += " not expected"
		}
		for _, y := range b.Years {
			line += fmt.Sprint(" ", y)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// find returns the id of a body.
func find(t testing.TB, s *Store, unit string) int {
	t.Helper()
	list, err := s.Register(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list, func(b RegisteredBody) bool { return b.Unit == unit })
	if at < 0 {
		t.Fatalf("no %s in\n%s", unit, register(t, s))
	}
	return list[at].ID
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sameRegister(t testing.TB, s *Store, want string) {
	t.Helper()
	if got := register(t, s); got != strings.TrimSpace(want) {
		t.Errorf("the register is\n%s\nwant\n%s", got, want)
	}
}

// undoAndRedo undoes the last step and redoes it, and compares the register each time.
func undoAndRedo(t testing.TB, s *Store, before string) {
	t.Helper()
	after, figures := register(t, s), one(t, s, `SELECT count(*) || ' ' || sum(hash(unit, region, year, value)) FROM figures`)
	step, err := s.NextUndo(t.Context())
	must(t, err)
	_, err = s.UndoStep(t.Context(), step.ID)
	must(t, err)
	sameRegister(t, s, before)
	_, err = s.RedoStep(t.Context(), step.ID)
	must(t, err)
	sameRegister(t, s, after)
	if again := one(t, s, `SELECT count(*) || ' ' || sum(hash(unit, region, year, value)) FROM figures`); again != figures {
		t.Errorf("after undo and redo the figures are %s, were %s", again, figures)
	}
}

var threeTowns = []ListedBody{
	{Row: 2, Body: Body{"", "石桥镇"}, Parent: Body{"", "临江区"}, Kind: "镇", Names: []Body{{"", "石桥公社"}}},
	{Row: 3, Body: Body{"", "临江区"}, Parent: Body{"", "云州市"}, Kind: "区"},
	{Row: 4, Body: Body{"", "望湖街道"}, Parent: Body{"", "临江区"}, Agency: "江南省云州市临江区望湖街道办事处"},
}

func TestLaterReportsAreAssignedToTheBodiesOfAList(t *testing.T) {
	s := openStore(t)
	outcome, err := s.ImportList(t.Context(), "名录.xlsx", threeTowns)
	must(t, err)
	if outcome.Added != 3 || len(outcome.Refused) > 0 {
		t.Errorf("%+v", outcome)
	}
	sameRegister(t, s, `/云州市 not expected
云州市/临江区 < 云州市 (区)
云州市临江区/望湖街道 < 临江区
云州市临江区/石桥镇 < 临江区 (镇) =石桥公社`)
	undoAndRedo(t, s, "")
	saved := save(t, s, of(t, "", "石桥镇", 2021, 1), of(t, "临江区", "石桥公社", 2022, 2), of(t, "江南省云州市临江区", "石桥镇", 2023, 3), of(t, "望江区", "石桥公社", 2023, 4))
	if saved[0].Body != saved[1].Body || saved[2].Body != (Body{"江南省云州市临江区", "石桥镇"}) || saved[3].Body.Region != "望江区" {
		t.Errorf("%+v", saved)
	}
	sameRegister(t, s, `/云州市 not expected
望江区/石桥公社 2023
江南省云州市/临江区 < 云州市 (区)
江南省云州市临江区/望湖街道 < 临江区
江南省云州市临江区/石桥镇 < 临江区 (镇) =石桥公社 2021 2022 2023`)
	if got := one(t, s, `SELECT agency, kind, expected, (SELECT unit FROM bodies p WHERE p.body_id = b.parent_id) FROM bodies b WHERE unit = '望湖街道'`); got != "江南省云州市临江区望湖街道办事处·街道·true·临江区" {
		t.Errorf("got %s", got)
	}
	again, err := s.ImportList(t.Context(), "名录.xlsx", threeTowns)
	if err != nil || again.Unchanged != 3 {
		t.Errorf("%+v %v", again, err)
	}
}

func TestAmbiguousRowsOfAListAreRefusedAndTheOthersTaken(t *testing.T) {
	s := openStore(t)
	save(t, s, of(t, "丙县", "河口镇", 2023, 1), of(t, "丁县", "河口镇", 2023, 2), of(t, "", "城关镇", 2022, 3))
	outcome, err := s.ImportList(t.Context(), "名录.csv", []ListedBody{
		{Row: 2, Body: Body{"", "城关镇"}, Parent: Body{"", "甲县"}},
		{Row: 3, Body: Body{"", "城关镇"}, Parent: Body{"", "乙县"}},
		{Row: 4, Body: Body{"甲县", "城关镇"}},
		{Row: 5, Body: Body{"", "河口镇"}},
		{Row: 6, Body: Body{"", "东村"}, Parent: Body{"", "城关镇"}},
		{Row: 7, Body: Body{"丁县", "西乡"}, Parent: Body{"", "甲县"}},
		{Row: 8, Body: Body{"", "南局"}, Parent: Body{"", "北局"}},
		{Row: 9, Body: Body{"", "北局"}, Parent: Body{"", "南局"}},
	})
	must(t, err)
	var refused []string
	for _, r := range outcome.Refused {
		refused = append(refused, fmt.Sprint(r.Row, r.Fault))
	}
	want := fmt.Sprint([]string{fmt.Sprint(4, TwiceInList), fmt.Sprint(5, SeveralBodies), fmt.Sprint(6, SeveralParents), fmt.Sprint(7, ParentElsewhere), fmt.Sprint(8, BelowItself)})
	if got := fmt.Sprint(refused); got != want || outcome.Added != 3 {
		t.Errorf("refused are %s, want %s; %+v", got, want, outcome)
	}
	// A body entered without a region is neither of the two.
	sameRegister(t, s, `/乙县 not expected
/北局
/城关镇 2022
/甲县 not expected
丁县/河口镇 2023
丙县/河口镇 2023
乙县/城关镇 < 乙县
甲县/城关镇 < 甲县`)
}

func TestARenamedBodyKeepsItsReportsAndTheBodiesBelowIt(t *testing.T) {
	s := openStore(t)
	save(t, s, of(t, "云州市", "临江县", 2021, 9), of(t, "云州市临江县", "石桥乡", 2021, 1), of(t, "云州市临江县", "石桥乡", 2022, 2))
	before := register(t, s)
	must(t, s.EditBody(t.Context(), find(t, s, "石桥乡"), BodyChange{Name: &Body{"云州市临江县", "石桥镇"}}))
	undoAndRedo(t, s, before)
	before = register(t, s)
	must(t, s.EditBody(t.Context(), find(t, s, "临江县"), BodyChange{Name: &Body{"云州市", "临江区"}}))
	undoAndRedo(t, s, before)
	saved := save(t, s, of(t, "云州市临江区", "石桥镇", 2023, 3), of(t, "临江县", "石桥乡", 2020, 4))
	sameRegister(t, s, `云州市/临江区 =云州市临江县 2021
云州市临江区/石桥镇 < 临江区 =云州市临江县石桥乡 =云州市临江县石桥镇 2020 2021 2022 2023`)
	if saved[1].Body.Unit != "石桥镇" {
		t.Errorf("a report under the former name goes to %v", saved[1].Body)
	}
	if got := one(t, s, `SELECT scope FROM reports WHERE unit = '临江区'`); got != "whole" {
		t.Errorf("the district's report is %s", got)
	}
	rows, err := s.Rows(t.Context(), Query{Rows: RegionRows, View: Measures}, Page{Limit: 9})
	if err != nil || len(rows) != 1 || rows[0].Body.Region != "云州市临江区" {
		t.Errorf("%+v %v", rows, err)
	}
	// The middle step alone can be undone.
	step, err := s.NextUndo(t.Context())
	must(t, err)
	_, err = s.UndoStep(t.Context(), step.ID-2)
	must(t, err)
	if got := register(t, s); !strings.Contains(got, "云州市临江区/石桥乡 < 临江区 =云州市临江县石桥镇 2020 2021 2022 2023") {
		t.Errorf("after the first rename is undone:\n%s", got)
	}
}

func TestMergingBodiesJoinsTheirReportsUntilUndone(t *testing.T) {
	s := openStore(t)
	save(t, s, of(t, "临江区", "石桥镇", 2021, 1), of(t, "临江区", "石桥镇", 2022, 2))
	save(t, s, of(t, "", "石桥乡", 2022, 20), of(t, "", "石桥乡", 2020, 10))
	save(t, s, of(t, "临江区", "石桥镇", 2023, 3), of(t, "临江区石桥镇", "东村", 2023, 7))
	must(t, s.EditBody(t.Context(), find(t, s, "东村"), BodyChange{Kind: ptr("村"), Names: &[]Body{{"", "东大队"}}, Expected: ptr(false)}))
	found, err := s.Findings(t.Context(), FindingFilter{Query: Query{Units: []Body{{"", "石桥乡"}}}})
	must(t, err)
	if len(found) > 0 {
		must(t, s.Decide(t.Context(), found[0], Ignored, "核实"))
	}
	before := register(t, s)
	must(t, s.MergeBodies(t.Context(), find(t, s, "石桥乡"), find(t, s, "石桥镇")))
	sameRegister(t, s, `临江区/石桥镇 =石桥乡 2020 2021 2022 2023
临江区石桥镇/东村 < 石桥镇 (村) =东大队 not expected 2023`)
	if got := one(t, s, `SELECT value FROM figures WHERE unit = '石桥镇' AND year = 2022 AND item_id = 'penalty'`); got != "20" {
		t.Errorf("for 2022 holds %s, want what came last", got)
	}
	undoAndRedo(t, s, before)
	saved := save(t, s, of(t, "", "石桥乡", 2019, 5), of(t, "", "石桥乡", 2020, 10))
	if saved[0].Body.Unit != "石桥镇" || saved[1].Verdict != Unchanged {
		t.Errorf("%+v", saved)
	}
	if err := s.MergeBodies(t.Context(), find(t, s, "石桥镇"), find(t, s, "石桥镇")); !errors.Is(err, ErrSameBody) {
		t.Errorf("merged with itself: %v", err)
	}
}

func isTaken(err error) bool {
	var taken *NameTakenError
	return errors.As(err, &taken)
}

func ptr[T any](v T) *T { return &v }

func TestSplittingABodyMovesReportsToAnother(t *testing.T) {
	s := openStore(t)
	save(t, s, of(t, "", "城关镇", 2022, 1))
	save(t, s, of(t, "", "城关镇", 2022, 2), of(t, "", "城关镇", 2023, 3))
	id := find(t, s, "城关镇")
	reports, err := s.ReportsOf(t.Context(), id)
	if err != nil || len(reports) != 3 || reports[0].InForce || !reports[1].InForce {
		t.Fatalf("%+v %v", reports, err)
	}
	before := register(t, s)
	_, err = s.SplitBody(t.Context(), id, []int64{reports[2].ID, reports[0].ID}, Body{"乙县", "城关镇"})
	must(t, err)
	sameRegister(t, s, `/城关镇 2022
乙县/城关镇 2022 2023`)
	if got := one(t, s, `SELECT string_agg(region || value ORDER BY region) FROM figures WHERE year = 2022 AND item_id = 'penalty'`); got != "2.000000,乙县1.000000" {
		t.Errorf("got %s", got)
	}
	undoAndRedo(t, s, before)
	if _, err := s.SplitBody(t.Context(), id, []int64{reports[2].ID}, Body{"丙县", "城关镇"}); !errors.Is(err, ErrUnknownReport) {
		t.Errorf("a report that has left is given away: %v", err)
	}
}

func TestAMovedBodyIsBelowItsNewParent(t *testing.T) {
	s := openStore(t)
	save(t, s, of(t, "云州市", "临江区", 2023, 900), of(t, "云州市", "望江区", 2023, 900), of(t, "云州市临江区", "石桥镇", 2023, 1))
	before := register(t, s)
	must(t, s.EditBody(t.Context(), find(t, s, "石桥镇"), BodyChange{Parent: ptr(find(t, s, "望江区"))}))
	sameRegister(t, s, `云州市/临江区 2023
云州市/望江区 2023
云州市望江区/石桥镇 < 望江区 =云州市临江区石桥镇 2023`)
	if got := one(t, s, `SELECT string_agg(unit || scope, ' ' ORDER BY unit) FROM reports`); got != "临江区own 望江区whole 石桥镇own" {
		t.Errorf("got %s", got)
	}
	undoAndRedo(t, s, before)
	if err := s.EditBody(t.Context(), find(t, s, "望江区"), BodyChange{Parent: ptr(find(t, s, "石桥镇"))}); !errors.Is(err, ErrOwnParent) {
		t.Errorf("got %v", err)
	}
	if err := s.EditBody(t.Context(), find(t, s, "望江区"), BodyChange{Name: &Body{"云州市", "临江区"}}); !isTaken(err) {
		t.Errorf("got %v", err)
	}
	if err := s.EditBody(t.Context(), 99, BodyChange{}); !errors.Is(err, ErrUnknownBody) {
		t.Errorf("got %v", err)
	}
	if err := s.EditBody(t.Context(), find(t, s, "望江区"), BodyChange{Name: &Body{"云州市", " "}}); !errors.Is(err, ErrNoUnitName) {
		t.Errorf("got %v", err)
	}
}

func TestABodyCanBeAddedDescribedAndRemoved(t *testing.T) {
	s := openStore(t)
	save(t, s, of(t, "", "临江区", 2023, 900))
	id, err := s.AddBody(t.Context(), Body{"", "石桥镇"}, BodyChange{Parent: ptr(find(t, s, "临江区")), Names: &[]Body{{"", "石桥"}}})
	must(t, err)
	if _, err := s.AddBody(t.Context(), Body{"", "石桥镇"}, BodyChange{}); !isTaken(err) {
		t.Errorf("got %v", err)
	}
	sameRegister(t, s, `/临江区 2023
临江区/石桥镇 < 临江区 =石桥`)
	before := register(t, s)
	must(t, s.EditBody(t.Context(), id, BodyChange{Expected: ptr(false), Names: &[]Body{{"", "石桥公社"}}, Agency: ptr("临江区石桥镇人民政府")}))
	sameRegister(t, s, `/临江区 2023
临江区/石桥镇 < 临江区 =石桥公社 not expected`)
	undoAndRedo(t, s, before)
	must(t, s.RemoveBody(t.Context(), id))
	sameRegister(t, s, `/临江区 2023`)
	if err := s.RemoveBody(t.Context(), find(t, s, "临江区")); !errors.Is(err, ErrHasReports) {
		t.Errorf("got %v", err)
	}
	step, err := s.NextUndo(t.Context())
	if err != nil || step.Kind != RemoveStep || step.Label != "临江区石桥镇" || step.Body.Unit != "石桥镇" {
		t.Errorf("%+v %v", step, err)
	}
	// A body that takes the name of a removed one prevents the removal from being undone.
	_, err = s.AddBody(t.Context(), Body{"", "新桥镇"}, BodyChange{})
	must(t, err)
	must(t, s.EditBody(t.Context(), find(t, s, "新桥镇"), BodyChange{Name: &Body{"临江区", "石桥镇"}}))
	if _, err := s.UndoStep(t.Context(), step.ID); !isTaken(err) {
		t.Errorf("got %v", err)
	}
}

func TestTheRegisterSurvivesARebuildAndABackup(t *testing.T) {
	reports := towns(6)
	w := writeReports(t, reports)
	s := openAt(t, w.path)
	_, err := s.ImportList(t.Context(), "名录.xlsx", threeTowns)
	must(t, err)
	must(t, s.EditBody(t.Context(), find(t, s, "第0镇"), BodyChange{Name: &Body{"江南省临江区", "石头镇"}}))
	must(t, s.MergeBodies(t.Context(), find(t, s, "第1镇"), find(t, s, "石头镇")))
	list, err := s.ReportsOf(t.Context(), find(t, s, "第2镇"))
	must(t, err)
	_, err = s.SplitBody(t.Context(), find(t, s, "第2镇"), []int64{list[0].ID}, Body{"江南省望江区", "第2镇"})
	must(t, err)
	want, figures := register(t, s), stand(t, s)
	copied := t.TempDir() + "/backup.duckdb"
	must(t, s.Backup(t.Context(), copied, BackupOptions{}))
	must(t, s.Close())
	sameRegister(t, openAt(t, copied), want)
	again, r := w.rebuild(t)
	if len(r.Missing) > 0 || r.Different > 0 {
		t.Fatalf("missing %+v, different %+v", r.Missing, r.Differences)
	}
	sameRegister(t, again, want)
	if got := stand(t, again); got != figures {
		t.Error("the figures differ", differing(figures, got))
	}
	for range 4 {
		step, err := again.NextUndo(t.Context())
		must(t, err)
		_, err = again.UndoStep(t.Context(), step.ID)
		must(t, err)
	}
	if got := register(t, again); strings.Contains(got, "石头镇") || strings.Count(got, "2022 2023") != 3 {
		t.Errorf("undone in the new database:\n%s", got)
	}
}

func TestTheOwnOfficeOfADistrictIsBelowItAndSummedWithItsTowns(t *testing.T) {
	s := openStore(t)
	outcome, err := s.ImportList(t.Context(), "名录.xlsx", []ListedBody{
		{Row: 2, Body: Body{"", "临江区"}, Parent: Body{"", "云州市"}}, {Row: 3, Body: Body{"", "本级"}, Parent: Body{"", "临江区"}}, {Row: 4, Body: Body{"", "石桥镇"}, Parent: Body{"", "临江区"}},
		{Row: 5, Body: Body{"", "临江区本级"}, Parent: Body{"", "临江区"}},
	})
	if err != nil || len(outcome.Refused) != 1 || outcome.Refused[0].Fault != TwiceInList {
		t.Errorf("%+v %v", outcome, err)
	}
	office, part := of(t, "云州市", "临江区本级", 2023, 1), of(t, "云州市临江区", "石桥镇", 2023, 2)
	for _, r := range []*form.Report{&office, &part} {
		r.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(f form.Figure) bool { return f.Item != "penalty" })
	}
	save(t, s, of(t, "云州市", "临江区", 2023, 900), office, part)
	sameRegister(t, s, `/云州市 not expected
云州市/临江区 < 云州市 2023
云州市/临江区本级 < 临江区 2023
云州市临江区/石桥镇 < 临江区 2023`)
	if got := one(t, s, `SELECT string_agg(unit || scope, ' ' ORDER BY unit) FROM reports`); got != "临江区whole 临江区本级own 石桥镇own" {
		t.Errorf("got %s", got)
	}
	rows, err := s.Rows(t.Context(), Query{Rows: YearRows, View: Everything, Items: []string{"penalty"}}, Page{Limit: 9})
	if err != nil || len(rows) != 1 || rows[0].Cells[0].Value != form.Count(3) {
		t.Errorf("%+v %v", rows, err)
	}
}
