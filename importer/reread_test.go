package importer

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"nianbao/data/form"
)

func TestAStoredFileIsReadAsItWasFromItsPath(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "北京市大兴区", "2022年报")
	var originals []Original
	var want []*form.Report
	for i, r := range []form.Report{nameless(t, "", 0), realReports(t)[1]} {
		path := filepath.Join(folder, []string{"瀛海镇.xlsx", "b.xlsx"}[i])
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		writeForm(t, path, r)
		answers := []Correction{{File: path, Unit: "瀛海镇", Region: "北京市大兴区", Year: 2022}}[:1-i]
		result := readOne(t, path, Options{Corrections: answers})
		if result.Err != nil {
			t.Fatal(result.Err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		saved := []form.Report{{Sheet: result.Sheet, Unit: result.Report.Unit, Year: result.Report.Year, Evidence: result.Report.Evidence}}
		originals = append(originals, Original{Path: path, Content: func() ([]byte, error) { return content, nil }, Answers: AnswersIn(saved)})
		want = append(want, result.Report)
	}
	gone := errors.New("gone")
	originals = append(originals, Original{Path: "c.xlsx", Content: func() ([]byte, error) { return nil, gone }})
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	var numbers []int
	err := Reread(t.Context(), originals, RereadOptions{Take: func(i int, r *Result) error {
		numbers = append(numbers, i)
		if r.Report != nil {
			r.Report.Named = want[i].Named // of the paths alone
		}
		switch {
		case i == 2 && !errors.Is(r.Err, gone):
			t.Errorf("a file that is gone gives %v", r.Err)
		case i < 2 && (r.Err != nil || !reflect.DeepEqual(r.Report, want[i])):
			t.Errorf("%d is read as %+v, %v", i, r.Report, r.Err)
		}
		return nil
	}})
	if err != nil || !reflect.DeepEqual(numbers, []int{0, 1, 2}) {
		t.Errorf("%v %v", numbers, err)
	}
	stop := errors.New("stop")
	if err := Reread(t.Context(), originals, RereadOptions{Take: func(int, *Result) error { return stop }}); !errors.Is(err, stop) {
		t.Errorf("an error of the taker gives %v", err)
	}
}

func TestPathsOfOtherSystemsAreSplitIntoFolders(t *testing.T) {
	if filepath.Separator != '/' {
		t.Skip("this system has such paths itself")
	}
	for path, want := range map[string]string{`C:\年报\瀛海镇\a.xlsx`: "C:/年报/瀛海镇/a.xlsx", `\\host\b.xls`: "//host/b.xls", `/a/b\c.xlsx`: `/a/b\c.xlsx`, PasteName: PasteName} {
		if got := nativePath(path); got != want {
			t.Errorf("%s becomes %s", path, got)
		}
	}
}

func TestAnswersForASheetKeepWhatItsReportsHaveInCommon(t *testing.T) {
	got := AnswersFor([]form.Report{
		{Sheet: "a", Unit: "甲镇", Region: "临江区", Year: 2022}, {Sheet: "b", Unit: "甲镇", Region: "临江区", Year: 2022}, {Sheet: "b", Unit: "乙镇", Region: "临江区", Year: 2022},
	})
	want := []Correction{{Sheet: "a", Unit: "甲镇", Region: "临江区", Year: 2022}, {Sheet: "b", Year: 2022}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
