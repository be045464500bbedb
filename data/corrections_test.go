package data

import (
	"errors"
	"os"
	"testing"

	"nianbao/data/form"
)

func TestAnAnswerIsKeptUntilItIsReplacedOrNoLongerNeeded(t *testing.T) {
	s := openStore(t)
	said := form.Correction{File: "/a/报表.xlsx", Sheet: "1", Found: "旧宫镇", FoundYear: 2022, Region: "北京市大兴区", Unit: "瀛海镇", Year: 2023}
	other := form.Correction{File: "/a/b.xlsx", Unit: "黄村镇", Year: 2023}
	remember := func(list ...form.Correction) []form.Correction {
		t.Helper()
		imp, err := s.Begin(t.Context(), ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(imp.Remember(t.Context(), list), imp.Finish(t.Context())); err != nil {
			t.Fatal(err)
		}
		kept, err := s.Corrections(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return kept
	}
	if kept := remember(said); len(kept) != 1 || kept[0] != said {
		t.Fatalf("kept %+v", kept)
	}
	again := said
	again.Year = 2021
	if kept := remember(again, other); len(kept) != 2 || kept[0] != other || kept[1] != again {
		t.Fatalf("kept %+v", kept)
	}
	again.Region, again.Unit, again.Year = "", "旧宫镇", 2022
	if kept := remember(again); len(kept) != 1 || kept[0] != other {
		t.Errorf("what the file says itself is kept: %+v", kept)
	}
}

func TestAReportOfAPresumedBodyReplacesNoReport(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	save(t, s, r)
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	other := set(t, r, "enforcement/penalty/decisions", "1")
	other.Presumed, other.Hash, r.Presumed = true, "other", true
	if _, err := imp.Save(t.Context(), other); !errors.Is(err, form.ErrPresumed) {
		t.Errorf("got %v", err)
	}
	if saved, err := imp.Save(t.Context(), r); err != nil || saved.Verdict != Unchanged {
		t.Errorf("the same figures give %+v, %v", saved, err)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestWithdrawTakesBackAReportSavedUnderTheWrongBody(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	save(t, s, r)
	wrong := save(t, s, set(t, r, "enforcement/penalty/decisions", "1"))[0] // a file of 旧宫镇 under the name of 瀛海镇
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	right := set(t, r, "enforcement/penalty/decisions", "1")
	right.Unit = "旧宫镇"
	if saved, err := imp.Save(t.Context(), right); err != nil || saved.Verdict != Imported {
		t.Fatal(saved, err)
	}
	if err := errors.Join(imp.Withdraw(t.Context(), wrong.ReportID), imp.Finish(t.Context())); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT string_agg(unit || penalty_decisions::BIGINT, ' ' ORDER BY unit) FROM enforcement`); got != "旧宫镇1 瀛海镇2390" {
		t.Errorf("in force: %s", got)
	}
	if again := save(t, s, set(t, r, "enforcement/penalty/decisions", "1"))[0]; again.Verdict != Replaced {
		t.Errorf("what was withdrawn is %s when it comes again", again.Verdict)
	}
}

func TestAnImportKeepsItsOriginals(t *testing.T) {
	s := openStore(t)
	small, large := []byte("小"), make([]byte, smallOriginal+1)
	keep := func(options ImportOptions) error {
		imp, err := s.Begin(t.Context(), options)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			imp.Keep("甲/小.xlsx", hashOf(small), small)
			imp.Keep("甲/大.xlsx", hashOf(large), large)
		}
		return imp.Finish(t.Context())
	}
	if err := keep(ImportOptions{Sample: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Original(hashOf(small)); !errors.Is(err, ErrNoOriginal) {
		t.Errorf("an example is kept: %v", err)
	}
	if err := keep(ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range [][]byte{small, large} {
		if got, err := s.Original(hashOf(want)); err != nil || string(got) != string(want) {
			t.Errorf("%d bytes come back as %d, %v", len(want), len(got), err)
		}
	}
	folder := s.path + ".originals"
	if err := errors.Join(os.RemoveAll(folder), os.WriteFile(folder, nil, 0o644)); err != nil {
		t.Fatal(err)
	}
	var lost *KeepError
	if err := keep(ImportOptions{}); !errors.As(err, &lost) {
		t.Errorf("a folder that cannot be made gives %v", err)
	}
}
