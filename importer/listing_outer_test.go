package importer

import (
	"slices"
	"testing"

	"nianbao/importer/read"
)

// A label over several rows is written in the first of them only, as a CSV file or a lost
// merge leaves it.
func TestALabelOfAListingHoldsForTheRowsBelowIt(t *testing.T) {
	figuresIn := func(rows ...[]string) (all []string) {
		t.Helper()
		for _, r := range understandSheets("a.csv", []read.Sheet{sheetOfTexts(append([][]string{{"石桥镇2023年政府信息公开情况表"}}, rows...))}) {
			if r.Report == nil {
				t.Errorf("%v: %v", rows, r.Err)
				continue
			}
			for _, f := range r.Report.Figures {
				all = append(all, f.Item+" "+f.Column+" "+f.Raw)
			}
		}
		slices.Sort(all)
		return all
	}
	head := []string{"项目", "结果", "数量"}
	want := []string{"licence decisions 7", "litigation-after total 4", "litigation-after upheld 4", "reconsideration corrected 2", "reconsideration total 3", "reconsideration upheld 1", "refused-internal total 6", "refused-state-secret total 5"}
	if got := figuresIn(head, []string{"行政复议", "结果维持", "1"}, []string{"", "结果纠正", "2"}, []string{"", "总计", "3"},
		[]string{"行政许可", "", "7"}, []string{"不予公开", "国家秘密", "5"}, []string{"", "内部事务", "6"},
		[]string{"行政诉讼（复议后起诉）", "结果维持", "4"}, []string{"", "总计", "4"}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	// The group ends at an item that does not belong to it.
	if got := figuresIn([]string{"项目", "数量"}, []string{"不予公开", ""}, []string{"国家秘密", "5"}, []string{"行政处罚", "7"}, []string{"总计", "12"}); !slices.Equal(got, []string{"penalty decisions 7", "refused-state-secret total 5"}) {
		t.Errorf("got %q", got)
	}
}
